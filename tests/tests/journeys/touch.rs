//! The kinds that are picked or typed, answered by a finger on a small screen and handed in.

use jalon_tests::{Browser, Look, Page, Site, Spot, any};

use crate::almanac::{EN, checkpoint, page, site};

/// A module of the almanac, on a phone.
fn open(module: &str) -> (Site, Browser, Page) {
    let site = site();
    site.put("small.html", page("en", &checkpoint(module, "en")));
    let browser = Browser::with().touch().size(390, 800).start();
    let page = browser.open(site.url("small.html"));
    page.button("Submit").is_there();
    (site, browser, page)
}

/// Touches a radio button or a check box, which is then picked.
#[track_caller]
fn pick(spot: &Spot) {
    spot.tap();
    spot.is_checked();
}

/// Touches a field, and types there as on the screen's own keyboard.
#[track_caller]
fn write(page: &Page, question: &str, text: &str) {
    let field = page.group(question).textbox(any());
    field.tap();
    field.has_focus();
    page.type_text(text);
    field.has_value(text);
}

#[test]
fn choices_statements_and_texts_are_answered_by_touch() {
    let (_site, _browser, page) = open("weather");
    pick(&page.group(EN.sky).radio(EN.red));
    pick(&page.group(EN.sky).radio(EN.blue));
    page.group(EN.sky).radio(EN.red).is_not_checked();
    let orchard = page.group(EN.orchard);
    for fruit in [EN.carrot, EN.apple, EN.pear] {
        pick(&orchard.checkbox(fruit));
    }
    orchard.see("Too many answers are ticked: 2 at most.");
    orchard.checkbox(EN.carrot).tap();
    orchard.checkbox(EN.carrot).is_not_checked();
    pick(&page.group(EN.moon).radio(EN.no));
    write(&page, EN.rain, "umbrela");
    page.button("Submit").tap();
    page.alert().says("has no complete answer yet");
    page.button("Go to question").tap();
    page.group(EN.science).has_focus();
    write(&page, EN.science, "weather forecasting");
    page.progressbar("Answered 5/5").is_there();
    page.assert_fits_the_width();
    page.button("Submit").tap();
    page.region("Passed").see("6 out of 6 points");
    page.group(EN.rain).see("umbrella");
    page.assert_fits_the_width();
    page.assert_accessible();
    page.button("Try again").tap();
    page.progressbar("Answered 0/5").is_there();
    page.assert_no_errors();
}

#[test]
fn numbers_are_answered_by_touch() {
    let (_site, _browser, page) = open("measures");
    write(&page, "pressure", "1,013");
    write(&page, "egg", "1.5 km");
    page.group("pressure").see("Do you mean 1013 or 1.013?");
    page.assert_fits_the_width();
    let field = page.group("pressure").textbox(any());
    field.tap();
    page.press("Control+a");
    write(&page, "pressure", "1013");
    page.do_not_see("Do you mean");
    page.button("Submit").tap();
    page.region("Passed").see("2 out of 2 points");
    page.assert_fits_the_width();
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn gaps_are_filled_by_touch() {
    let (_site, _browser, page) = open("sentences");
    let text = page.group("seasons");
    let fill = |gap: &str, words: &str| {
        let field = text.textbox(gap);
        field.tap();
        field.has_focus();
        page.type_text(words);
        field.has_value(words);
    };
    fill("Gap 1 of 4", "365");
    let menu = text.combobox("Gap 2 of 4");
    menu.tap();
    menu.pick_from_list("turns");
    fill("Gap 3 of 4", "summer");
    fill("Gap 4 of 4", "winter");
    page.assert_fits_the_width();
    page.button("Submit").tap();
    page.button("Submit anyway").tap();
    for words in ["365", "turns", "summer", "winter"] {
        text.see(words);
    }
    text.do_not_see("Expected");
    page.assert_fits_the_width();
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn items_find_their_places_by_touch() {
    let (_site, _browser, page) = open("pantry");
    for (item, place) in [
        ("Apples", "On straw"),
        ("Carrots", "In sand"),
        ("Herbs", "On a string"),
    ] {
        let menu = page.group("harvest").combobox(item);
        menu.tap();
        menu.pick_from_list(place);
    }
    page.progressbar("Answered 1/3").is_there();
    page.button("Submit").tap();
    page.button("Submit anyway").tap();
    // What was chosen stands there in full, where a menu would cut it off.
    page.group("harvest").combobox(any()).are(0);
    for place in ["On straw", "In sand", "On a string"] {
        page.group("harvest").see(place);
    }
    page.assert_fits_the_width();
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn an_essay_is_written_and_assessed_by_touch() {
    let (_site, _browser, page) = open("letters");
    write(&page, "shipowner", "Your ship came by under full sail.");
    pick(&page.group("third").radio("True"));
    pick(&page.group("white").radio("False"));
    page.assert_fits_the_width();
    page.button("Submit").tap();
    page.region("Passed").see("2 out of 2 points");
    let essay = page.group("shipowner");
    essay.see("0 of 2 covered");
    pick(&essay.checkbox("Says when she was seen"));
    essay.see("1 of 2 covered");
    page.assert_fits_the_width();
    page.assert_accessible();
    page.assert_no_errors();
}
