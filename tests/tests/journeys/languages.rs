//! English, French or both, at any moment.

use jalon_tests::{Browser, Look, any, client_file};
use serde_json::json;

use crate::almanac::{EN, FR, checkpoint, page, site, tag};

/// The texts of an element that no `lang` of its own covers, or one that is no language.
const UNMARKED: &str = "(() => {
  const words = [];
  const walk = (node, lang) => {
    if (node.nodeType === Node.TEXT_NODE && /\\p{L}{2}/u.test(node.data) && !/^(en|fr|de)$/.test(lang)) words.push(`${lang}: ${node.data}`);
    if (node.nodeType === Node.ELEMENT_NODE && /^(style|script)$/.test(node.localName)) return;
    for (const child of node.childNodes) walk(child, child.getAttribute?.('lang') ?? lang);
  };
  for (const host of document.querySelectorAll('jalon-checkpoint, jalon-module, jalon-prompt, jalon-progress')) walk(host.shadowRoot, 'none');
  return words;
})()";

#[test]
fn a_switch_in_mid_attempt_keeps_questions_order_and_answers() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    let (order, colours) = (EN.order(&page), EN.colours(&page));
    page.group(EN.sky).radio(EN.red).choose();
    page.group(EN.orchard).checkbox(EN.pear).tick();
    EN.write(&page, EN.rain, "umbr");

    page.button("FR").click();
    page.heading("Bilan du module").is_there();
    assert_eq!(FR.order(&page), order);
    assert_eq!(FR.colours(&page), colours);
    page.group(FR.sky).radio(FR.red).is_checked();
    page.group(FR.orchard).checkbox(FR.pear).is_checked();
    page.group(FR.orchard).checkbox(FR.apple).is_not_checked();
    page.group(FR.rain)
        .textbox("Votre réponse")
        .has_value("umbr");
    page.progressbar("3 réponses sur 5").is_there();
    page.do_not_see("Submit");

    page.group(FR.moon).radio(FR.no).choose();
    page.button("Les deux").click();
    assert_eq!(EN.order(&page), order);
    assert_eq!(FR.colours(&page), colours);
    page.group(EN.moon).radio(FR.no).is_checked();

    page.button("EN").click();
    page.heading("Module checkpoint").is_there();
    assert_eq!(EN.colours(&page), colours);
    page.group(EN.moon).radio(EN.no).is_checked();
    page.group(EN.rain).textbox("Your answer").has_value("umbr");
    page.progressbar("Answered 4/5").is_there();
    page.assert_no_errors();
}

#[test]
fn the_switch_says_which_language_is_on() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    let switch = page.group("Language");
    switch.button("EN").has_state("pressed", "true");
    switch.button("FR").has_state("pressed", "false");
    switch.button("FR").click();
    let switch = page.group("Langue");
    switch.button("FR").has_state("pressed", "true");
    switch.button("EN").has_state("pressed", "false");
    switch.button("FR").has_focus();
    page.assert_no_errors();
}

#[test]
fn the_interface_speaks_the_language_too_in_every_state() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.button("FR").click();
    page.button("Valider").click();
    page.alert()
        .says("Les questions 1, 2, 3, 4 et 5 n’ont pas encore de réponse complète.");
    page.button("Valider quand même").click();
    page.region("Pas encore réussi").is_there();
    page.see("0 point sur 6");
    page.see("Sans réponse");
    page.see("Réponse attendue : parapluie");
    page.button("EN").click();
    page.region("Not passed yet").is_there();
    page.see("Expected: umbrella");
    page.button("Both").click();
    page.see("Expected: umbrella");
    page.see("Réponse attendue : parapluie");
    page.button("Try again").is_there();
    page.button("Recommencer").is_there();
    page.assert_no_errors();
}

#[test]
fn both_wordings_stand_together_each_in_its_own_language() {
    let site = site();
    site.put("both.html", page("de", &checkpoint("weather", "both")));
    let page = Browser::start().open(site.url("both.html"));
    let sky = page.group("sky");
    sky.radio("blue").choose();
    sky.radio("bleu").is_checked();
    assert_eq!(page.lang_of("Submit"), "en");
    assert_eq!(page.lang_of("Valider"), "fr");
    assert_eq!(page.lang_of("Answered 1/5"), "en");
    assert_eq!(page.lang_of("ciel"), "fr");
    assert_eq!(page.lang_of("sky"), "en");
    assert_eq!(page.lang_of("Le beau temps"), "fr");
    page.assert_no_errors();
}

#[test]
fn every_fragment_says_its_language() {
    let site = site();
    site.put(
        "all.html",
        page(
            "de",
            &[
                tag("module", "weather", r#"lang="both""#),
                crate::progress::tag("both"),
            ]
            .concat(),
        ),
    );
    let page = Browser::start().open(site.url("all.html"));
    page.see("Your progress");
    for button in ["EN", "FR", "Les deux"] {
        page.button(button).nth(1).click();
        page.group("Question 5").is_there();
        assert_eq!(page.run(UNMARKED), json!([]), "answering, {button}");
    }
    page.button(EN.submit).click();
    page.button("Submit anyway").is_there();
    assert_eq!(page.run(UNMARKED), json!([]), "gaps");
    page.button("Submit anyway").click();
    page.button("Try again").is_there();
    assert_eq!(page.run(UNMARKED), json!([]), "result");
    page.assert_no_errors();
}

#[test]
fn what_is_said_without_a_client_says_its_language_too() {
    let site = site();
    site.put("german.html", page("de", &checkpoint("weather", "both")));
    let (wasm, _) = client_file("checkpoint", "wasm");
    site.hold(&[&wasm]);
    let page = Browser::start().open(site.url("german.html"));
    page.see("Loading…");
    assert_eq!(page.run(UNMARKED), json!([]), "loading");
    site.fail(&wasm, 404);
    site.release();
    page.button("Retry").is_there();
    page.see("This exercise could not be loaded.");
    page.see("Cet exercice n’a pas pu être chargé.");
    page.see("Diese Übung konnte nicht geladen werden.");
    assert_eq!(page.run(UNMARKED), json!([]), "not loaded");
    site.heal(&wasm);
    site.fail("banks/almanac.json", 404);
    page.button("Retry").click();
    page.alert().is_there();
    assert_eq!(page.run(UNMARKED), json!([]), "no bank");
    page.assert_no_errors_but(&[&wasm, "jalon.js", "almanac.json"]);
}

#[test]
fn the_choice_of_language_is_remembered() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.button("FR").click();
    page.heading("Bilan du module").is_there();
    page.reload();
    page.heading("Bilan du module").is_there();
    page.group("Langue")
        .button("FR")
        .has_state("pressed", "true");
    page.assert_no_errors();
}

#[test]
fn the_attribute_sets_the_language() {
    let site = site();
    for (lang, seen, not_seen) in [
        ("en", "Submit", Some("Valider")),
        ("fr", "Valider", Some("Submit")),
        ("fr-CA", "Valider", Some("Submit")),
        ("both", "Valider", None),
    ] {
        site.put("one.html", page("en", &checkpoint("weather", lang)));
        let page = Browser::start().open(site.url("one.html"));
        page.see(seen);
        match not_seen {
            Some(words) => page.do_not_see(words),
            None => page.see("Submit"),
        }
        page.assert_no_errors();
    }
}

#[test]
fn without_the_attribute_the_page_decides_then_the_browser() {
    let site = site();
    let bare = tag("checkpoint", "weather", "");
    site.put("french.html", page("fr", &bare));
    site.put("german.html", page("de", &bare));
    site.put(
        "silent.html",
        page("fr", &bare).replace(r#" lang="fr""#, ""),
    );
    let page = Browser::start().open(site.url("french.html"));
    page.button("Valider").is_there();
    let french = Browser::with().language("fr-CA").start();
    let page = french.open(site.url("silent.html"));
    page.button("Valider").is_there();
    page.go(site.url("german.html"));
    page.button("Valider").is_there();
    page.go(site.url("weather.html"));
    page.button("Submit").is_there();
    page.assert_no_errors();
}

#[test]
fn the_page_may_change_the_attribute() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group(EN.sky).radio(EN.red).choose();
    let colours = EN.colours(&page);
    let set = |lang: &str| {
        page.run(&format!(
            "document.querySelector('jalon-checkpoint').setAttribute('lang', '{lang}')"
        ));
    };
    set("fr");
    page.group(FR.sky).radio(FR.red).is_checked();
    assert_eq!(FR.colours(&page), colours);
    set("both");
    page.see("Submit");
    page.see("Valider");
    set("en");
    page.do_not_see("Valider");
    page.group(EN.sky).radio(EN.red).is_checked();
    page.run("document.querySelector('jalon-checkpoint').removeAttribute('lang')");
    page.heading("Module checkpoint").is_there();
    page.radio(any()).nth(1).is_there();
    page.assert_no_errors();
}
