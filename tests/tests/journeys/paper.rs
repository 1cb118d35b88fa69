//! Papers, as a browser sets and prints them.

use std::path::Path;
use std::sync::LazyLock;

use jalon_compiler::{CompiledBank, Count, PrintOptions, Reading, Sources, check, paper};
use jalon_tests::{Browser, Site};

/// The banks that are shipped.
static BANKS: LazyLock<Vec<CompiledBank>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../questions");
    check(&Sources::read(&folder).expect("the shipped banks")).banks
});

/// Paper: its width and height in millimetres.
const A4: (f64, f64) = (210.0, 297.0);
const LETTER: (f64, f64) = (215.9, 279.4);

/// What the margins leave of it, in CSS pixels.
fn inside((width, height): (f64, f64)) -> (f64, f64) {
    let pixels = |length: f64| length / 25.4 * 96.0;
    (pixels(width - 32.0), pixels(height - 34.0))
}

fn readings() -> [Reading; 3] {
    let one = |tag: &str| Reading::In(tag.parse().expect("a language"));
    [one("en"), one("fr"), Reading::Both]
}

/// A site with one paper and its key.
fn site(module: &str, reading: Reading, forms: u8) -> Site {
    let wish = PrintOptions {
        module: module.to_owned(),
        reading,
        forms,
        seed: 7,
        questions: Count::All,
    };
    let paper = paper(&BANKS, &wish).expect("a paper");
    let site = Site::bare();
    site.put("paper.html", paper.forms);
    site.put("key.html", paper.key);
    site
}

/// How many pages a PDF has.
fn pages(pdf: &[u8]) -> usize {
    let mark = b"/Type /Page\n";
    pdf.windows(mark.len()).filter(|part| part == mark).count()
}

#[test]
fn every_question_of_every_module_fits_on_a_page() {
    let modules = BANKS.iter().flat_map(CompiledBank::modules);
    let ids: Vec<String> = modules.map(|module| module.info().id.to_string()).collect();
    let browser = Browser::start();
    for id in &ids {
        for reading in readings() {
            let site = site(id, reading, 1);
            let page = browser.open(site.url("paper.html"));
            page.as_printed(true);
            for paper in [A4, LETTER] {
                let (width, height) = inside(paper);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a few hundred"
                )]
                page.resize(width as u32, height as u32);
                page.assert_fits_the_width();
                let tall = page.run(
                    "[...document.querySelectorAll('.question, .stimulus')].map(one => one.offsetHeight).sort((a, b) => b - a)[0]",
                );
                assert!(
                    tall.as_f64()
                        .is_some_and(|tall| tall > 0.0 && tall <= height),
                    "{id}: {tall} of {height}"
                );
            }
            let seen =
                page.run("[...document.images].every(one => one.complete && one.naturalWidth > 0)");
            assert_eq!(seen, true, "{id}: a picture is missing");
            page.assert_no_errors();
            page.close();
        }
    }
}

#[test]
fn languages_stand_side_by_side_row_by_row() {
    let site = site("the-family", Reading::Both, 1);
    let page = Browser::start().open(site.url("paper.html"));
    page.as_printed(true);
    let askew = page.run(
        "[...document.querySelectorAll('.question .row')].filter(row => {
            const [left, right] = [...row.children].map(cell => cell.getBoundingClientRect());
            return row.children.length !== 2 || left.top !== right.top || left.right > right.left
        }).length",
    );
    assert_eq!(askew, 0);
    page.assert_no_errors();
}

#[test]
fn each_form_and_each_answer_sheet_starts_a_page() {
    let browser = Browser::start();
    for paper in [A4, LETTER] {
        let count = |forms: u8, file: &str| {
            let site = site("the-family", Reading::Both, forms);
            let page = browser.open(site.url(file));
            let pdf = page.pdf(paper.0, paper.1);
            page.close();
            pages(&pdf)
        };
        let one = count(1, "paper.html");
        // Twenty questions in two languages, and the sheet.
        assert!((5..=14).contains(&one), "{one} pages");
        // Other forms have other words, so a page more or less.
        let three = count(3, "paper.html");
        assert!(
            (3 * one - 3..=3 * one + 3).contains(&three),
            "{three} pages"
        );
        assert!((3..=12).contains(&count(3, "key.html")));
    }
}
