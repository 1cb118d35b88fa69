//! Where the learner stands in each module of a bank: by its header and what this browser has stored, with a client of its own.

use jalon_tests::{Browser, Look, Page, Site, client_file};

use crate::almanac::{EN, checkpoint, files, module, page, publish, site};
use crate::states::nothing_sticks_out;

const HEADER: &str = "banks/almanac.json";
const NOTHING: &str = "You have not answered any questions yet. Your results will appear here.";

/// The tag for the journeys' own bank.
pub(crate) fn tag(lang: &str) -> String {
    format!(r#"<jalon-progress bank="{HEADER}" lang="{lang}"></jalon-progress>"#)
}

/// The site, with `progress.html`, and `both.html` which has a checkpoint too.
fn progress_site(lang: &str) -> Site {
    let site = site();
    site.put("progress.html", page("en", &tag(lang)));
    let both = [tag(lang), checkpoint("weather", "en")].concat();
    site.put("both.html", page("en", &both));
    site
}

fn answer_all(page: &Page) {
    page.group("Question 5").is_there();
    EN.answer_right(page);
}

#[test]
fn every_module_is_listed_before_anything_is_tried() {
    let site = progress_site("en");
    let page = Browser::start().open(site.url("progress.html"));
    let own = page.region("Your progress");
    own.see("An almanac");
    own.see(NOTHING);
    for title in ["Fair weather", "A clear night", "Instruments", "The pantry"] {
        own.heading(title).is_there();
    }
    own.see("3 minutes");
    assert_eq!(own.visible_text().matches("Not started yet").count(), 7);
    assert_eq!(page.stored_keys(), [""; 0], "nothing is written");
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn what_a_checkpoint_of_the_page_stores_shows_at_once() {
    let site = progress_site("en");
    let page = Browser::start().open(site.url("both.html"));
    let own = page.region("Your progress");
    own.see(NOTHING);
    page.group(EN.sky).radio(EN.blue).choose();
    own.see("In progress");
    own.see("An attempt is in progress, with 1 answer so far.");
    own.do_not_see(NOTHING);
    page.group(EN.moon).radio(EN.no).choose();
    own.see("with 2 answers so far.");
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    own.see("Not passed yet");
    own.see("1 attempt finished, on");
    own.see("Last score: 33%, best: 33% (60% needed to pass)");
    own.do_not_see("answers so far");

    page.button("Try again").click();
    answer_all(&page);
    EN.hand_in(&page);
    own.see("Last score: 100%, best: 100% (60% needed to pass)");
    own.see("2 attempts finished, the last one on");
    own.see("Passed");
    page.assert_accessible();
    page.reload();
    own.see("Last score: 100%, best: 100%");
    page.assert_no_errors();
}

#[test]
fn what_another_tab_stores_shows_at_once() {
    let site = progress_site("en");
    let browser = Browser::start();
    let page = browser.open(site.url("progress.html"));
    page.see(NOTHING);
    let other = browser.open(site.url("weather.html"));
    answer_all(&other);
    page.see("with 5 answers so far.");
    EN.hand_in(&other);
    page.see("Last score: 100%");
    page.assert_no_errors();
}

#[test]
fn it_reads_in_french_and_in_both_languages() {
    let site = progress_site("fr");
    let page = Browser::start().open(site.url("both.html"));
    page.region("Votre progression").see("Un almanach");
    page.see("Vous n’avez encore répondu à aucune question.");
    page.see("Pas encore commencé");
    answer_all(&page);
    EN.hand_in(&page);
    page.see("1 tentative terminée, le");
    page.see("Dernier résultat : 100 %, meilleur : 100 % (60 % pour réussir)");
    let set = |lang: &str| {
        let script =
            format!("document.querySelector('jalon-progress').setAttribute('lang', '{lang}')");
        page.run(&script);
    };
    set("both");
    let both = page.region("Your progress · Votre progression");
    both.see("Le beau temps");
    both.see("Fair weather");
    both.see("Not started yet · Pas encore commencé");
    assert_eq!(both.lang_of("Pas encore commencé"), "fr");
    page.assert_accessible();
    set("en");
    page.region("Your progress").do_not_see("Le beau temps");
    page.assert_no_errors();
}

#[test]
fn a_header_that_does_not_come_is_said_and_can_be_retried() {
    let site = progress_site("en");
    site.fail(HEADER, 404);
    let page = Browser::start().open(site.url("progress.html"));
    page.alert().says("The server answered 404");
    page.assert_accessible();
    publish(&site, files());
    page.button("Retry").click();
    page.region("Your progress").see(NOTHING);
    page.heading("Your progress").has_focus();
    page.assert_no_errors_but(&[HEADER]);
}

#[test]
fn the_attribute_bank_is_needed_and_no_other() {
    let site = site();
    site.put(
        "none.html",
        page("en", r#"<jalon-progress lang="en"></jalon-progress>"#),
    );
    let page = Browser::start().open(site.url("none.html"));
    page.alert().says("The tag needs the attribute “bank”.");
    page.run(&format!(
        "document.querySelector('jalon-progress').setAttribute('bank', '{HEADER}')"
    ));
    page.see(NOTHING);
    page.assert_no_errors();
}

#[test]
fn a_storage_that_can_not_be_read_is_said() {
    let site = progress_site("en");
    let page = Browser::with()
        .without_storage()
        .start()
        .open(site.url("progress.html"));
    page.see("This browser does not let the page read what was saved, so your results cannot be shown here.");
    page.heading("Fair weather").is_there();
    page.do_not_see(NOTHING);
    page.assert_no_errors();
}

#[test]
fn each_client_is_fetched_where_it_is_needed() {
    let site = progress_site("en");
    let client = |name: &str| ["js", "wasm"].map(|extension| client_file(name, extension).0);
    let page = Browser::start().open(site.url("progress.html"));
    page.see(NOTHING);
    for file in client("progress") {
        assert_eq!(site.count(&file), 1, "{file}");
    }
    let asked = site.requests();
    let is_foreign =
        |path: &&String| path.starts_with("jalon/checkpoint") || path.starts_with("banks/almanac/");
    assert_eq!(asked.iter().find(is_foreign), None);
    assert_eq!(site.count(HEADER), 1);

    site.forget_requests();
    page.go(site.url("weather.html"));
    page.group("Question 5").is_there();
    site.is_asked_for(&[&module("weather")]);
    for file in client("progress") {
        site.is_not_asked_for(&file);
    }
    page.assert_no_errors();
}

#[test]
fn it_fits_every_screen_and_look() {
    let site = progress_site("both");
    let browser = Browser::start();
    let other = browser.open(site.url("weather.html"));
    answer_all(&other);
    EN.hand_in(&other);
    other.button("Try again").click();
    other.group(EN.sky).radio(EN.blue).choose();
    let page = browser.open(site.url("progress.html"));
    page.see("An attempt is in progress, with 1 answer so far.");
    for (width, dark) in [(320, false), (700, true), (1200, false)] {
        page.resize(width, 900);
        page.dark(dark);
        nothing_sticks_out(&page);
        page.assert_accessible();
    }
    page.forced_colors(true);
    page.assert_accessible();
    page.forced_colors(false);
    page.resize(700, 900);
    page.as_printed(true);
    nothing_sticks_out(&page);
    page.see("Passed · Réussi");
    page.assert_no_errors();
}
