//! The course site that `jalon site` writes, as its readers meet it.

use jalon_tests::{Answer, Browser, Look, Page, Site};

use crate::states::looks_fine;

const TITLE: &str = "ISO 27002 and how it differs from ISO 27001";

fn path(page: &Page, site: &Site) -> String {
    page.url().replace(&site.url(""), "")
}

fn lang(page: &Page) -> String {
    let lang = page.run("document.documentElement.lang");
    lang.as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_front_page_leads_to_the_language_of_the_browser() {
    let site = Site::start();
    for (tag, home, title) in [
        ("fr-FR", "fr/index.html", "La famille"),
        ("en-GB", "en/index.html", "The ISO"),
        ("es", "en/index.html", "The ISO"),
    ] {
        let browser = Browser::with().language(tag).start();
        let page = browser.open(site.url(""));
        page.heading(title).nth(1).is_there();
        assert_eq!(path(&page, &site), home);
        assert_eq!(lang(&page), home[..2]);
        page.assert_no_errors();
    }
}

#[test]
fn the_language_is_one_choice_that_lasts() {
    let site = Site::start();
    let browser = Browser::start();
    let page = browser.open(site.url("en/modules/iso-27002-vs-27001.html"));
    page.link("Français").click();
    page.heading("ce qui les distingue").is_there();
    assert_eq!(lang(&page), "fr");
    assert!(
        page.title().contains("ce qui les distingue"),
        "{}",
        page.title()
    );
    page.reload();
    page.heading("ce qui les distingue").is_there();
    // The exercise follows the page, and has no choice of its own.
    page.link("Commencer le bilan").nth(1).click();
    page.button("Valider").is_there();
    page.do_not_see("Submit");
    page.button("FR").is_gone();
    // Another tab begins in the language that was chosen.
    let other = browser.open_window(site.url(""));
    other.heading("La famille").nth(1).is_there();
    assert_eq!(lang(&other), "fr");
    other.assert_no_errors();
    page.run("history.back()");
    page.heading("ce qui les distingue").is_there();
    assert_eq!(lang(&page), "fr");
    page.assert_no_errors();
}

#[test]
fn a_change_of_language_keeps_answers_and_place() {
    let site = Site::start();
    let page = Browser::start().open(site.url("en/checkpoints/certification.html"));
    page.progressbar("Answered 0/10").is_there();
    let choose = "document.querySelector('jalon-checkpoint').shadowRoot.querySelector('input[type=radio]').click()";
    page.run(choose);
    page.progressbar("Answered 1/10").is_there();
    page.link("Français").click();
    page.progressbar("1 réponse sur 10").is_there();
    page.link("Les deux").click();
    page.button("Valider").is_there();
    page.button("Submit").is_there();
    assert_eq!(path(&page, &site), "both/checkpoints/certification.html");
    page.assert_no_errors();
}

#[test]
fn a_lesson_reads_without_script_and_before_any() {
    let site = Site::start();
    site.header("content-security-policy", "script-src 'none'");
    let page = Browser::start().open(site.url("en/modules/certification.html"));
    page.heading("Professional explanation").is_there();
    page.link("Start the checkpoint").nth(1).is_there();
    page.link("Next module").is_there();
    page.link("Start the checkpoint").nth(1).click();
    page.see("This part of the page did not load.");
    page.link("Retry").is_there();
}

#[test]
fn what_is_written_at_the_end_of_a_lesson_is_kept() {
    let site = Site::start();
    let page = Browser::start().open(site.url("fr/modules/certification.html"));
    page.within("jalon-prompt").scroll_to();
    page.textbox("Votre texte")
        .type_text("Un audit, deux étapes.");
    page.reload();
    page.within("jalon-prompt").scroll_to();
    page.textbox("Votre texte")
        .has_value("Un audit, deux étapes.");
    page.assert_no_errors();
}

/// As after an upload that was cut.
#[test]
fn a_site_without_its_client_says_so_and_offers_to_retry() {
    let site = Site::start();
    site.put("jalon.js", Answer::error(404));
    let page = Browser::start().open(site.url("fr/checkpoints/certification.html"));
    page.see("Cette partie de la page n’a pas pu être chargée.");
    site.heal("jalon.js");
    page.link("Réessayer").click();
    page.button("Valider").is_there();
}

#[test]
fn a_learner_finds_the_way_from_home_to_the_next_module() {
    let site = Site::start();
    let page = Browser::start().open(site.url("en/index.html"));
    page.link(format!("Start with “{TITLE}”").as_str()).click();
    page.heading(TITLE).is_there();
    page.link("Start the checkpoint").nth(1).click();
    page.progressbar("Answered 0/8").is_there();
    page.run("document.querySelector('jalon-checkpoint').shadowRoot.querySelector('input[type=radio]').click()");
    page.progressbar("Answered 1/8").is_there();
    page.go(site.url("en/index.html"));
    page.see("An attempt is in progress, with 1 answer so far.");
    page.link(format!("Continue with “{TITLE}”").as_str())
        .click();
    page.progressbar("Answered 1/8").is_there();
    page.button("Submit").click();
    page.button("Submit anyway").click();
    let result = page.region("Not passed yet");
    result.see("The next attempt asks other questions of this module.");
    // Each question that earned too little has a link to it.
    page.heading("Questions to look at again").is_there();
    let missed = page.button("Question").nth(1);
    let name = missed.name();
    missed.click();
    page.group(name.as_str()).nth(1).has_focus();
    page.link("Next module").is_there();
    page.link("Read the lesson again").click();
    page.heading(TITLE).is_there();
    page.assert_no_errors();
}

#[test]
fn every_page_is_accessible_and_fits_every_screen() {
    let site = Site::start();
    let page = Browser::start().open(site.url("en/index.html"));
    for reading in ["en", "fr", "both"] {
        for name in [
            "index.html",
            "progress.html",
            "modules/the-family.html",
            "checkpoints/the-family.html",
        ] {
            page.go(site.url(&format!("{reading}/{name}")));
            page.come_to_rest();
            looks_fine(&page);
        }
    }
    page.assert_no_errors();
}

#[test]
fn nothing_jumps_while_a_page_loads() {
    let site = Site::start();
    let observed = "window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => window.shift += one.value)).observe({ type: 'layout-shift', buffered: true })";
    let page = Browser::with()
        .script_first(observed)
        .start()
        .open(site.url("en/index.html"));
    for name in [
        "index.html",
        "progress.html",
        "modules/certification.html",
        "checkpoints/certification.html",
    ] {
        page.go(site.url(&format!("fr/{name}")));
        page.come_to_rest();
        let shift = page.run("window.shift").as_f64().unwrap_or(1.0);
        assert!(shift < 0.05, "{name} shifts by {shift}");
    }
    page.assert_no_errors();
}
