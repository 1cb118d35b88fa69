//! The bank that comes with Jalon, and the tag that pages are told to paste.

use std::fs;

use jalon_tests::{Browser, Look, Page, Site, any};
use serde_json::Value;

use crate::expert::answer;

const LOADER: &str = r#"<script type="module" src="jalon.js"></script>"#;
const TAG: &str = r#"<jalon-checkpoint bank="banks/iso-27000.json" module="iso-27002-vs-27001" lang="both"></jalon-checkpoint>"#;

/// A file of the site.
fn fetched(page: &Page, path: &str) -> String {
    let text = page.run(&format!("fetch('/{path}').then((answer) => answer.text())"));
    text.as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_page_of_a_checkpoint_tells_to_paste_a_tag_that_works() {
    let site = Site::start();
    let page = Browser::start().open(site.url("both/checkpoints/iso-27002-vs-27001.html"));
    page.run("document.querySelector('details').open = true");
    page.see(LOADER);
    page.see(TAG);
    page.assert_no_errors();
}

#[test]
fn the_readme_tells_to_paste_the_same() {
    let readme = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");
    let readme = fs::read_to_string(readme).expect("a README.md");
    for line in [LOADER, TAG] {
        assert!(readme.contains(line), "README.md does not show {line}");
    }
}

#[test]
fn the_tag_is_all_that_a_page_needs() {
    let site = Site::start();
    site.put(
        "mine.html",
        format!("<!doctype html><html lang=en><title>Mine</title>\n{LOADER}\n{TAG}"),
    );
    let page = Browser::start().open(site.url("mine.html"));
    page.group("Question 8").is_there();
    page.button("Submit").is_there();
    page.button("Valider").is_there();
    page.assert_no_errors();
}

/// A file of the shipped bank.
fn compiled(page: &Page, path: &str) -> Value {
    serde_json::from_str(&fetched(page, &format!("banks/{path}"))).expect("JSON")
}

/// The modules of the shipped bank, as its header tells of them.
fn modules(page: &Page) -> Vec<Value> {
    let header = compiled(page, "iso-27000.json");
    header["modules"].as_array().expect("modules").clone()
}

fn id(module: &Value) -> &str {
    module["id"].as_str().expect("an id")
}

/// Answers every question that was drawn of a module.
#[track_caller]
fn answer_all(page: &Page, module: &Value) {
    let drawn = module["draw"].as_u64().expect("a number to draw");
    let file = module["file"].as_str().expect("the name of a file");
    let file = compiled(page, &format!("iso-27000/{file}"));
    let questions = file["questions"].as_array().expect("questions");
    for n in 1..=drawn {
        answer(questions, &page.group(format!("Question {n}")));
    }
}

#[test]
fn whoever_knows_the_answers_passes_the_shipped_checkpoint() {
    let site = Site::start();
    let page = Browser::start().open(site.url("en/checkpoints/iso-27002-vs-27001.html"));
    page.progressbar("Answered 0/8").is_there();
    let modules = modules(&page);
    let first = modules.first().expect("a module");
    for _ in 0..2 {
        answer_all(&page, first);
        page.button("Submit").click();
        page.region("Passed").see("100%");
        page.button("Try again").click();
        page.progressbar("Answered 0/8").is_there();
    }
    page.assert_no_errors();
}

#[test]
fn whoever_knows_the_answers_passes_every_shipped_module() {
    let site = Site::start();
    let page = Browser::start().open(site.url("blank.html"));
    for module in modules(&page) {
        site.put("one.html", alone("checkpoint", id(&module), "en"));
        page.go(site.url("one.html"));
        page.group("Question 1").is_there();
        answer_all(&page, &module);
        page.button("Submit").click();
        page.region("Passed").see("100%");
    }
    page.assert_no_errors();
}

/// A page with one element on it.
fn alone(element: &str, module: &str, lang: &str) -> String {
    let bank = "banks/iso-27000.json";
    format!(
        r#"<!doctype html><html lang=en><title>One</title><main><h1>One</h1>{LOADER}
<jalon-{element} bank="{bank}" module="{module}" lang="{lang}"></jalon-{element}></main>"#
    )
}

#[test]
fn every_shipped_module_opens() {
    let site = Site::start();
    let page = Browser::start().open(site.url("blank.html"));
    let modules = modules(&page);
    assert!(modules.len() >= 4);
    for module in modules {
        site.put("one.html", alone("module", id(&module), "both"));
        page.go(site.url("one.html"));
        page.group("Question 1").nth(1).is_there();
        page.group("Question 8").nth(1).is_there();
        assert!(page.radio(any()).count() > 0);
        page.heading("Professional explanation").is_there();
    }
    page.assert_no_errors();
}
