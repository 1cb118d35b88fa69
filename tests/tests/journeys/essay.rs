//! Essays: written, compared with a model answer, and assessed by their author; questions that share a stimulus.

use jalon_tests::{Browser, Look, Page, Site, any};

use crate::almanac::{checkpoint, page, site};

/// The browser's page that shows a module of the almanac.
fn open(module: &str, lang: &str) -> (Site, Browser, Page) {
    let site = site();
    site.put("essays.html", page("en", &checkpoint(module, lang)));
    let browser = Browser::start();
    let page = browser.open(site.url("essays.html"));
    (site, browser, page)
}

const LETTER: &str = "On the fourth your ship came by: all sails set.";

#[test]
fn an_essay_is_written_compared_and_assessed_by_mouse() {
    let (_site, _browser, page) = open("letters", "en");
    let essay = page.group("shipowner");
    essay.see("Advised length: 5 to 60 words.");
    essay.see("0 words");
    essay.textbox("Your text").type_text(LETTER);
    essay.see("10 words");
    page.do_not_see("Model answer");
    page.group("third").radio("True").choose();
    page.group("white").radio("False").choose();
    page.assert_accessible();
    page.button("Submit").click();
    let result = page.region("Passed");
    result.see("2 out of 2 points");
    result.do_not_see("Moon and stars");

    essay.see("Compare with the model answer");
    essay.see(LETTER);
    essay.see("in a north-west wind, your ship came by under full sail.");
    essay.see("0 of 2 covered");
    essay.textbox(any()).is_gone();
    let points = essay.group("Tick the points");
    points.checkbox("Says when she was seen").tick();
    essay.see("1 of 2 covered");
    essay.see("towards where you stand on each concept, not towards the score");
    result.see("Moon and stars");
    result.see("2 out of 2 points");
    page.assert_accessible();

    page.reload();
    essay.see(LETTER);
    essay.see("1 of 2 covered");
    points.checkbox("Says when she was seen").is_checked();
    points.checkbox("Speaks of the weather").is_not_checked();
    points.checkbox("Says when she was seen").untick();
    essay.see("0 of 2 covered");
    page.dark(true);
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn an_essay_is_written_and_assessed_by_keyboard_alone() {
    let (_site, _browser, page) = open("letters", "en");
    let field = page.group("shipowner").textbox("Your text");
    page.tab_to(&field);
    page.assert_focus_is_visible();
    page.type_text(LETTER);
    field.has_value(LETTER);
    assert!(
        field.description().contains("Advised length"),
        "{}",
        field.description()
    );
    page.tab_to(&page.button("Submit"));
    page.press("Enter");
    page.tab_to(&page.button("Submit anyway"));
    page.press("Enter");
    page.region("Not passed yet").has_focus();
    let box_ = page.group("shipowner").checkbox("Speaks of the weather");
    page.tab_to(&box_);
    page.assert_focus_is_visible();
    page.press("Space");
    box_.is_checked();
    box_.has_focus();
    page.group("shipowner").see("1 of 2 covered");
    page.press("Space");
    box_.is_not_checked();
    box_.has_focus();
    page.assert_no_errors();
}

#[test]
fn a_change_of_language_keeps_the_text_the_focus_and_the_ticks() {
    let (_site, _browser, page) = open("letters", "en");
    let english = page.group("shipowner").textbox("Your text");
    english.type_text("The ship, le 4");
    page.button("FR").click();
    let essay = page.group("armateur");
    let field = essay.textbox("Votre texte");
    field.has_value("The ship, le 4");
    essay.see("Longueur conseillée : de 5 à 60 mots.");
    essay.see("4 mots");
    field.type_text(" juin.");
    field.has_value("The ship, le 4 juin.");
    page.button("Valider").click();
    page.button("Valider quand même").click();
    essay.see("À comparer avec la réponse type");
    essay.see("votre navire est passé toutes voiles dehors.");
    essay.checkbox("Dit quand il a été vu").tick();
    essay.see("1 abordé sur 2");
    page.button("Les deux").click();
    let both = page.group("shipowner");
    both.see("Speaks of the weather");
    both.see("Parle du temps");
    both.see("The ship, le 4 juin.");
    both.checkbox("Says when she was seen").is_checked();
    assert_eq!(
        page.lang_of("votre navire est passé toutes voiles dehors."),
        "fr"
    );
    page.assert_accessible();
    page.assert_fits_the_width();
    page.assert_no_errors();
}

#[test]
fn half_an_essay_outlasts_a_reload() {
    let (_site, _browser, page) = open("letters", "en");
    let field = page.group("shipowner").textbox(any());
    field.type_text("Dear sir,");
    page.press("Enter");
    page.type_text("Your ship");
    page.progressbar("Answered 1/3").is_there();
    page.reload();
    field.has_value("Dear sir,\nYour ship");
    field.type_text(" is well.");
    field.has_value("Dear sir,\nYour ship is well.");
    page.group("shipowner").see("6 words");
    page.assert_no_errors();
}

#[test]
fn ticks_in_one_tab_show_in_the_other() {
    let (site, browser, one) = open("letters", "en");
    one.group("shipowner").textbox(any()).type_text(LETTER);
    one.button("Submit").click();
    one.button("Submit anyway").click();
    one.region("Not passed yet").is_there();
    let two = browser.open(site.url("essays.html"));
    two.group("shipowner")
        .checkbox("Speaks of the weather")
        .tick();
    one.group("shipowner")
        .checkbox("Speaks of the weather")
        .is_checked();
    one.group("shipowner").checkbox("Says when").tick();
    two.group("shipowner").see("2 of 2 covered");
    two.reload();
    two.group("shipowner").see("2 of 2 covered");
    one.assert_no_errors();
    two.assert_no_errors();
}

#[test]
fn an_essay_left_empty_is_named_and_holds_nobody_up() {
    let (_site, _browser, page) = open("diary", "en");
    page.button("Submit").click();
    page.alert().says("Question 1 has no complete answer yet.");
    page.button("Submit anyway").click();
    page.region("Handed in").see("Nothing here is graded.");
    page.do_not_see("0 %");
    let essay = page.group("Question 1");
    essay.see("Not answered");
    essay.see("It is June: strawberries.");
    essay.checkbox(any()).is_gone();
    page.assert_accessible();
    page.button("Try again").click();
    essay.textbox(any()).type_text("Grass.");
    page.button("Submit").click();
    page.region("Handed in").is_there();
    essay.see("Compare with the model answer");
    essay.see("they don’t change any result");
    page.see("1 earlier attempt");
    page.assert_no_errors();
}

#[test]
fn a_stimulus_stands_once_above_the_questions_that_share_it() {
    let (_site, _browser, page) = open("letters", "en");
    let shared = page.region("For questions");
    shared.group("third").is_there();
    shared.group("shipowner").is_there();
    page.group("white").is_there();
    shared.group("white").is_gone();
    page.role("table", any()).are(1);
    shared.see("a ship with all her sails set");
    // In their author's order, whatever was drawn first.
    let names = shared.group("Question").names();
    assert!(names[0].contains("third"), "{names:?}");
    assert!(names[1].contains("shipowner"), "{names:?}");
    let scroller = shared.group("Day, Wind, What the keeper saw");
    page.tab_to(&scroller);
    page.assert_focus_is_visible();
    page.resize(320, 640);
    page.assert_fits_the_width();
    page.assert_accessible();
    page.button("Both").click();
    page.role("table", any()).are(2);
    page.region("Pour les questions")
        .see("toutes voiles dehors");
    page.assert_fits_the_width();
    page.dark(true);
    page.assert_accessible();
    page.assert_no_errors();
}
