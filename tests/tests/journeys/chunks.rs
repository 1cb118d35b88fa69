//! Parts of the client that come when they are needed: rare kinds of question, and what shows the outcome.

use jalon_tests::{Answer, Browser, Look, Page, Site, client_file};

use crate::almanac::{EN, checkpoint, edited, page, publish, site};

const NOT_LOADED: &str = "The result could not be loaded";

fn outcomes() -> String {
    client_file("checkpoint-outcomes", "wasm").0
}

/// A module of true-false alone.
fn night(site: &Site) -> Page {
    site.put("night.html", page("en", &checkpoint("night", "en")));
    let page = Browser::start().open(site.url("night.html"));
    page.group("owl").is_there();
    page
}

#[test]
fn choices_need_no_other_kinds() {
    let site = site();
    let page = night(&site);
    page.group("owl").radio(EN.yes).choose();
    EN.hand_in(&page);
    page.see("Passed");
    let asked = site.requests();
    let kinds = asked
        .iter()
        .filter(|path| path.contains("checkpoint-kinds."));
    assert_eq!(kinds.count(), 0, "{asked:?}");
    page.assert_no_errors();
}

/// What shows the outcome may arrive when the element shows something else.
#[test]
fn a_chunk_that_comes_too_late_is_no_error() {
    let site = site();
    site.hold(&[&outcomes()]);
    let page = night(&site);
    site.is_asked_for(&[&outcomes()]);
    page.run("document.querySelector('jalon-checkpoint').removeAttribute('module')");
    page.alert().says("The tag needs the attribute “module”.");
    site.release();
    page.run("document.querySelector('jalon-checkpoint').setAttribute('module', 'night')");
    page.group("owl").radio(EN.yes).choose();
    EN.hand_in(&page);
    page.see("Passed");
    page.assert_no_errors();
}

#[test]
fn other_kinds_are_fetched_beside_the_module() {
    let site = site();
    let (kinds, _) = client_file("checkpoint-kinds", "wasm");
    let module = crate::almanac::module("weather");
    site.hold(&[&module]);
    let page = Browser::start().open(site.url("weather.html"));
    site.is_asked_for(&[&kinds]);
    site.release();
    page.group("Question 5").is_there();
    assert_eq!(site.count(&kinds), 1);
    page.assert_no_errors();
}

#[test]
fn a_bank_brings_the_words_of_its_own_languages_and_no_others() {
    let site = site();
    let (french, _) = client_file("checkpoint-fr", "wasm");
    let (german, _) = client_file("checkpoint-de", "wasm");
    let page = night(&site);
    assert_eq!((site.count(&french), site.count(&german)), (1, 0));
    page.button("FR").click();
    page.button("Valider").is_there();
    assert_eq!((site.count(&french), site.count(&german)), (1, 0));
    page.assert_no_errors();
}

/// How the first element of a selector is laid out in our element, and how many style sheets there are.
fn layout(page: &Page, selector: &str) -> (String, u64) {
    let root = "document.querySelector('jalon-checkpoint').shadowRoot";
    let display = page.run(&format!(
        "getComputedStyle({root}.querySelector('{selector}')).display"
    ));
    let sheets = page.run(&format!("{root}.adoptedStyleSheets.length"));
    (
        display.as_str().unwrap_or_default().to_owned(),
        sheets.as_u64().unwrap_or_default(),
    )
}

#[test]
fn styles_come_with_the_code_that_needs_them() {
    let site = site();
    let page = night(&site);
    page.group("owl").radio(EN.yes).choose();
    EN.hand_in(&page);
    page.see("Passed");
    let grid = || "grid".to_owned();
    assert_eq!(layout(&page, ".result"), (grid(), 2), "base and outcomes");
    // The element is mounted anew.
    let show = |module: &str| {
        let element = "document.querySelector('jalon-checkpoint')";
        page.run(&format!("{element}.setAttribute('module', '{module}')"));
    };
    show("pantry");
    page.progressbar("Answered 0/3").is_there();
    assert_eq!(layout(&page, ".pair").0, "grid", "those of kinds");
    show("night");
    page.see("Passed");
    let both = (grid(), 2);
    assert_eq!(layout(&page, ".result"), both, "none of before is left");
    page.assert_no_errors();
}

#[test]
fn questions_can_be_answered_and_handed_in_before_the_outcome_can_be_shown() {
    let site = site();
    site.hold(&[&outcomes()]);
    let page = night(&site);
    page.group("owl").radio(EN.yes).choose();
    EN.hand_in(&page);
    page.see("Loading the result…");
    page.group("owl").radio(EN.yes).is_disabled();
    page.assert_accessible();
    site.release();
    page.see("Passed");
    page.do_not_see("Loading the result");
    page.role("region", "Passed").has_focus();
    page.assert_no_errors();
}

#[test]
fn an_outcome_that_can_not_be_loaded_is_said_and_can_be_retried() {
    let site = site();
    site.fail(&outcomes(), 503);
    let page = night(&site);
    page.group("owl").radio(EN.yes).choose();
    EN.hand_in(&page);
    page.see(NOT_LOADED);
    page.assert_accessible();
    page.button("FR").click();
    page.see("Le résultat n’a pas pu être chargé.");
    assert!(site.count(&outcomes()) > 1, "the network was asked anew");
    page.reload();
    page.see("Le résultat n’a pas pu être chargé.");
    site.heal(&outcomes());
    page.button("Réessayer").click();
    page.see("Réussi");
    page.role("region", "Réussi").has_focus();
    page.assert_no_errors_but(&[&outcomes(), "checkpoint"]);
}

#[test]
fn an_answer_that_was_checked_says_so_where_its_verdict_can_not_be_loaded() {
    let site = site();
    let at_once = "minutes = 3\nfeedback = { when = \"at-once\" }\n";
    publish(&site, &edited(&[("minutes = 3\n", at_once)]));
    site.fail(&outcomes(), 404);
    let page = Browser::start().open(site.url("weather.html"));
    let sky = page.group(EN.sky);
    sky.radio(EN.blue).choose();
    sky.do_not_see(NOT_LOADED);
    sky.button("Check").click();
    sky.see(NOT_LOADED);
    page.group(EN.orchard).do_not_see(NOT_LOADED);
    site.heal(&outcomes());
    sky.button("Retry").click();
    sky.see("Right");
    sky.do_not_see(NOT_LOADED);
}

#[test]
fn a_chunk_that_is_broken_once_is_loaded_without_a_word() {
    for name in [
        "checkpoint-outcomes",
        "checkpoint-kinds",
        "checkpoint-kinds-outcomes",
        "checkpoint-fr",
        "checkpoint-de-fr",
    ] {
        let (file, content) = client_file(name, "wasm");
        let site = site();
        site.keep_for(31_536_000);
        site.put(&file, Answer::file(&content[..content.len() / 2]));
        let browser = Browser::start();
        let page = browser.open(site.url("blank.html"));
        // The broken file is in the cache when the page comes.
        page.run(&format!(
            "fetch('/{file}').then((answer) => answer.arrayBuffer()).then(() => 0)"
        ));
        site.heal(&file);
        page.go(site.url("weather.html"));
        page.group("Question 5").is_there();
        EN.answer_right(&page);
        EN.hand_in(&page);
        page.see("Passed");
        page.do_not_see("Retry");
        page.close();
    }
}
