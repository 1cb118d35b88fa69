//! A text with gaps: typed, picked, in either language, half-done and handed in.

use jalon_tests::{Browser, Look, Page, Site, Spot};

use crate::almanac::{checkpoint, page, site};

/// The almanac's page of the year, in a language.
fn year(lang: &str) -> (Site, Browser, Page) {
    let site = site();
    site.put("year.html", page("en", &checkpoint("sentences", lang)));
    let browser = Browser::start();
    let page = browser.open(site.url("year.html"));
    (site, browser, page)
}

/// Goes to a field by Tab, and writes there in place of what there was.
#[track_caller]
fn write(page: &Page, field: &Spot, text: &str) {
    page.tab_to(field);
    page.assert_focus_is_visible();
    page.press("Control+a");
    page.type_text(text);
    field.has_value(text);
}

const DAYS: &str = "Gap 1 of 4";
const VERB: &str = "Gap 2 of 4";
const WARM: &str = "Gap 3 of 4";
const COLD: &str = "Gap 4 of 4";

#[test]
fn gaps_are_filled_by_keyboard_alone_and_each_is_told_what_became_of_it() {
    let (_site, _browser, page) = year("en");
    let text = page.group("seasons");
    write(&page, &text.textbox(DAYS), "365");
    page.tab_to(&text.combobox(VERB));
    page.assert_focus_is_visible();
    page.press("ArrowDown");
    text.combobox(VERB).has_value("turns");
    // In either order, with a slip.
    write(&page, &text.textbox(WARM), "winter");
    write(&page, &text.textbox(COLD), "summre");
    page.progressbar("Answered 1/2").is_there();
    page.assert_accessible();
    page.tab_to(&page.button("Submit"));
    page.press("Enter");
    page.alert().says("Question");
    page.button("Submit anyway").click();
    page.region("Not passed yet").is_there();
    text.see("Gap 1 of 4");
    text.see("Mind the spelling: summer");
    text.textbox(DAYS).is_disabled();
    text.do_not_see("Expected");
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn a_change_of_language_and_a_reload_keep_what_is_half_done() {
    let (_site, _browser, page) = year("en");
    let text = page.group("seasons");
    write(&page, &text.textbox(DAYS), "365");
    page.tab_to(&text.combobox(VERB));
    page.press("ArrowDown");
    write(&page, &text.textbox(WARM), "summer");
    page.reload();
    let text = page.group("seasons");
    text.textbox(DAYS).has_value("365");
    text.textbox(WARM).has_value("summer");
    text.combobox(VERB).has_value("turns");
    page.button("FR").click();
    let text = page.group("saisons");
    // The French sentences have the verb first.
    text.combobox("Trou 1 sur 4").has_value("tourne");
    text.textbox("Trou 2 sur 4").has_value("365");
    text.textbox("Trou 3 sur 4").has_value("summer");
    page.button("Les deux").click();
    let text = page.group("seasons");
    text.combobox(VERB).has_value("turns");
    text.combobox("Trou 1 sur 4").has_value("tourne");
    // Both copies are one answer.
    write(&page, &text.textbox("Trou 4 sur 4"), "hiver");
    text.textbox(COLD).has_value("hiver");
    page.assert_accessible();
    page.button("Submit").click();
    page.button("Submit anyway").click();
    text.see("Right");
    text.see("Juste");
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn the_language_of_the_page_moves_the_focus_with_its_gap() {
    let (_site, _browser, page) = year("en");
    let text = page.group("seasons");
    write(&page, &text.textbox(DAYS), "36");
    page.run("document.querySelector('jalon-checkpoint').setAttribute('lang', 'fr')");
    let field = page.group("saisons").textbox("Trou 2 sur 4");
    field.has_value("36");
    field.has_focus();
    page.type_text("5");
    field.has_value("365");
    page.assert_no_errors();
}

#[test]
fn a_number_in_doubt_is_asked_about_beside_its_gap() {
    let (_site, _browser, page) = year("en");
    let text = page.group("seasons");
    let field = text.textbox(DAYS);
    write(&page, &field, "many");
    page.do_not_see("There is no number in this answer.");
    page.press("Tab");
    text.see("There is no number in this answer.");
    field.has_state("invalid", "true");
    assert!(
        field.description().contains("no number"),
        "{}",
        field.description()
    );
    page.assert_accessible();
    write(&page, &field, "365");
    page.do_not_see("There is no number in this answer.");
    page.assert_no_errors();
}

#[test]
fn what_is_wrong_is_told_with_what_is_right_and_twice_the_same_counts_once() {
    let (_site, _browser, page) = year("en");
    let text = page.group("seasons");
    write(&page, &text.textbox(DAYS), "360");
    page.tab_to(&text.combobox(VERB));
    page.press("ArrowDown");
    page.press("ArrowDown");
    text.combobox(VERB).has_value("stops");
    write(&page, &text.textbox(WARM), "winter");
    write(&page, &text.textbox(COLD), "winter");
    page.button("Submit").click();
    page.button("Submit anyway").click();
    text.see("Expected: 365");
    text.see("Expected: turns");
    text.see("Expected: summer");
    text.see("This counts once, and it is in another gap already.");
    page.button("FR").click();
    page.group("saisons").see("Réponse attendue : tourne");
    page.assert_accessible();
    page.assert_no_errors();
}
