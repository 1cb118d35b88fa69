//! A bank in German and English: words of the interface in German, typed German answers, both languages together.

use std::sync::LazyLock;

use jalon_compiler::{Sources, check};
use jalon_tests::{Browser, Look, Page, Site, any, client_file};

use crate::almanac::{page, publish};

static FILES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    compiled([
        ("haus/bank.toml", include_str!("german/bank.toml")),
        ("haus/diele.toml", include_str!("german/diele.toml")),
    ])
});

const PLANETS: &str = include_str!("../../../tools/cli/starter/planets.svg");

/// The bank that `jalon new` writes, in all of its languages.
fn starter() -> Vec<(String, String)> {
    compiled([
        (
            "planets/bank.toml",
            include_str!("../../../tools/cli/starter/bank.toml"),
        ),
        (
            "planets/first-tour.toml",
            include_str!("../../../tools/cli/starter/first-tour.toml"),
        ),
        ("planets/planets.svg", PLANETS),
    ])
}

fn compiled<const N: usize>(texts: [(&'static str, &'static str); N]) -> Vec<(String, String)> {
    let sources: Sources = texts.into_iter().collect();
    let report = check(&sources);
    assert!(report.diagnostics.is_empty(), "{:#?}", report.diagnostics);
    report.banks.iter().flat_map(|bank| bank.files()).collect()
}

/// The site with the bank, and a page in German whose checkpoint has this attribute.
fn site(attribute: &str) -> Site {
    let site = Site::start();
    publish(&site, &FILES);
    let tag = format!(
        r#"<jalon-checkpoint bank="banks/haus.json" module="diele" {attribute}></jalon-checkpoint>"#
    );
    site.put("haus.html", page("de", &tag));
    site
}

const KEY: &str = "Haustür";
const BOILING: &str = "siedet";
const TAP: &str = "Hahn";

#[track_caller]
fn write(page: &Page, question: &str, text: &str) {
    page.group(question).textbox(any()).type_text(text);
    page.group(question).textbox(any()).has_value(text);
}

#[test]
fn a_german_checkpoint_is_taken_in_german() {
    let site = site("");
    let page = Browser::start().open(site.url("haus.html"));
    page.heading("Lernkontrolle zum Modul").is_there();
    page.group("Sprache")
        .button("DE")
        .has_state("pressed", "true");
    page.button("Beide").is_there();
    write(&page, KEY, "Schlüssel");
    page.progressbar("Beantwortet: 1/3").is_there();
    page.group(BOILING).see("Einheit: °C");
    page.button("Abgeben").click();
    page.alert()
        .says("sind noch nicht vollständig beantwortet.");
    write(&page, BOILING, "99,7");
    page.group(TAP).radio("Falsch").choose();
    page.button("Abgeben").click();

    page.region("Bestanden").is_there();
    page.see("66\u{A0}%");
    page.see("2 von 3 Punkten, 50\u{A0}% zum Bestehen erforderlich");
    let key = page.group(KEY);
    key.see("Richtig");
    key.see("Begründung");
    key.see("dreht das Schloss.");
    page.group(BOILING)
        .see("Richtig: 99,7\u{A0}°C liegt nah genug an 99,6\u{A0}°C.");
    page.group(TAP).see("Falsch");
    page.see("Ihr Lernstand im Einzelnen");
    page.do_not_see("Submit");
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn a_wrong_german_answer_is_met_with_german_feedback() {
    let site = site(r#"lang="de""#);
    let page = Browser::start().open(site.url("haus.html"));
    write(&page, KEY, "Klingel");
    page.button("Abgeben").click();
    page.button("Trotzdem abgeben").click();
    page.region("Noch nicht bestanden").is_there();
    let key = page.group(KEY);
    key.see("Falsch");
    key.see("Sie ruft nur die Leute herbei, die drinnen sind.");
    key.see("Erwartete Antwort: Schlüssel");
    page.group(TAP).see("Nicht beantwortet");

    page.button("EN").click();
    let key = page.group("front door");
    key.see("Wrong");
    key.see("It only calls those who are inside.");
    key.see("Expected: key");
    page.assert_no_errors();
}

#[test]
fn german_and_english_stand_together() {
    let site = site(r#"lang="both""#);
    let page = Browser::start().open(site.url("haus.html"));
    write(&page, KEY, "key");
    for (words, lang) in [
        ("Abgeben", "de"),
        ("Submit", "en"),
        ("Beantwortet: 1/3", "de"),
        ("Answered 1/3", "en"),
        ("Die Diele", "de"),
        ("The hall", "en"),
    ] {
        assert_eq!(page.lang_of(words), lang, "{words}");
    }
    page.button("Abgeben").click();
    page.button("Trotzdem abgeben").click();
    let key = page.group(KEY);
    key.see("Richtig");
    key.see("Right");
    key.see("dreht das Schloss.");
    key.see("turns the lock.");
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn an_answer_in_the_language_off_screen_is_recognised_and_named() {
    let site = site(r#"lang="en""#);
    let page = Browser::start().open(site.url("haus.html"));
    page.group("front door")
        .textbox(any())
        .type_text("Schlüssel");
    page.button("Submit").click();
    page.button("Submit anyway").click();
    page.group("front door").see("Recognised in German.");
    page.button("DE").click();
    page.group(KEY).see("Als Antwort auf Deutsch erkannt.");
    page.assert_no_errors();
}

#[test]
fn the_loader_speaks_the_language_of_the_reader() {
    let site = site("");
    let (wasm, _) = client_file("checkpoint", "wasm");
    site.hold(&[&wasm]);
    let page = Browser::start().open(site.url("haus.html"));
    page.status().says("Wird geladen\u{A0}…");
    page.do_not_see("Loading…");
    assert_eq!(page.lang_of("Wird geladen"), "de");
    site.fail(&wasm, 404);
    site.release();
    page.see("Diese Übung konnte nicht geladen werden.");
    site.heal(&wasm);
    page.button("Erneut versuchen").click();
    page.heading("Lernkontrolle zum Modul").is_there();
    page.assert_no_errors_but(&[&wasm, "jalon.js"]);
}

#[test]
fn a_bank_in_three_languages_is_read_in_one_or_in_all() {
    let site = Site::start();
    publish(&site, &starter());
    site.put("banks/solar-system/planets.svg", PLANETS);
    let tag = r#"<jalon-module bank="banks/solar-system.json" module="first-tour" lang="de"></jalon-module>"#;
    site.put("planets.html", page("en", tag));
    let page = Browser::start().open(site.url("planets.html"));
    page.heading("Die Lektion im Überblick").is_there();
    page.group("Frage 10").is_there();
    page.see("Beantwortet: 0/10");
    page.button("FR").nth(1).is_there();
    page.button("Alle").nth(1).click();
    page.button("Toutes").nth(1).is_there();
    page.see("Answered 0/10");
    page.see("Beantwortet: 0/10");
    page.see("0 réponse sur 10");
    page.do_not_see("Les deux");
    page.assert_no_errors();
}
