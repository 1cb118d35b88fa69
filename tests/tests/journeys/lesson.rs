//! The lesson, and the prompt to write about.

use jalon_tests::{Browser, Look, any};

use crate::almanac::{EN, FR, page, site, tag};

fn module() -> String {
    page("en", &tag("module", "weather", r#"lang="en""#))
}

#[test]
fn a_module_shows_its_lesson_and_its_checkpoint() {
    let site = site();
    site.put("module.html", module());
    let page = Browser::start().open(site.url("module.html"));
    let lesson = page.article("Fair weather");
    lesson.heading("Fair weather").has_state("level", "2");
    for fact in ["Seasons", "Foundation", "3 minutes"] {
        lesson.see(fact);
    }
    for heading in [
        "Lesson overview",
        "Professional explanation",
        "Practical example",
        "Reading clouds",
        "Look west",
        "Your turn to write",
    ] {
        lesson.heading(heading).has_state("level", "3");
    }
    lesson.see("What a look out of the window tells you.");
    lesson.see("Low and dark: take a coat.");
    lesson.see("Tip");
    lesson.see("Describe the weather of this morning.");
    page.region("Module checkpoint").group("Question").are(5);

    lesson.button("FR").click();
    page.article("Le beau temps").see("Regardez vers l’ouest");
    page.button("Valider").is_there();
    FR.answer_right(&page);
    FR.hand_in(&page);
    page.region("Réussi").is_there();
    page.assert_no_errors();
}

#[test]
fn a_module_without_a_lesson_is_its_checkpoint() {
    let site = site();
    site.put(
        "module.html",
        page("en", &tag("module", "night", r#"lang="en""#)),
    );
    let page = Browser::start().open(site.url("module.html"));
    page.group("owl").radio(EN.yes).choose();
    EN.hand_in(&page);
    page.region("Passed").is_there();
    page.assert_no_errors();
}

#[test]
fn what_is_written_is_kept_to_the_letter() {
    let site = site();
    site.put("module.html", module());
    let browser = Browser::start();
    let page = browser.open(site.url("module.html"));
    let text = "Fog, « then » sun.\n\n  50 % œuvre — 🌤";
    page.textbox("Your text").type_text(text);
    page.textbox("Your text").has_value(text);
    page.see("Saved in this browser as you type");
    page.crash();
    let page = browser.open(site.url("module.html"));
    page.textbox("Your text").has_value(text);
    page.button("FR").nth(1).click();
    page.textbox("Votre texte").has_value(text);
    page.textbox("Votre texte").clear();
    page.reload();
    page.textbox("Votre texte").has_value("");
    page.assert_no_errors();
}

#[test]
fn the_prompt_stands_alone_and_shares_its_text() {
    let site = site();
    let two = format!(
        r#"<div id="one">{}</div><div id="two">{}</div>"#,
        tag("prompt", "weather", r#"lang="en""#),
        tag("module", "weather", r#"lang="fr""#)
    );
    site.put("two.html", page("en", &two));
    let browser = Browser::start();
    let page = browser.open(site.url("two.html"));
    let one = page.within("#one");
    one.see("Describe the weather of this morning.");
    one.group("Question").is_gone();
    one.textbox("Your text").type_text("Hail.");
    page.within("#two")
        .textbox("Votre texte")
        .has_value("Hail.");
    let other = browser.open(site.url("two.html"));
    other
        .within("#one")
        .textbox("Your text")
        .type_text(" Thunder.");
    page.within("#one")
        .textbox("Your text")
        .has_value("Hail. Thunder.");
    page.assert_no_errors();
}

#[test]
fn handing_in_leaves_what_is_written_alone() {
    let site = site();
    site.put("module.html", module());
    let page = Browser::start().open(site.url("module.html"));
    page.textbox("Your text").type_text("Wind.");
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    page.button("Try again").click();
    page.textbox("Your text").has_value("Wind.");
    page.radio(any()).nth(1).is_there();
    page.assert_no_errors();
}
