//! Typed numbers: as English and French write them, with their units, and asked about where they may be two.

use jalon_tests::{Browser, Look, Page, Site, any};

use crate::almanac::{checkpoint, page, site};

/// The almanac's page of instruments, and the browser's page that shows it.
fn instruments() -> (Site, Browser, Page) {
    let site = site();
    site.put("numbers.html", page("en", &checkpoint("measures", "en")));
    let browser = Browser::start();
    let page = browser.open(site.url("numbers.html"));
    (site, browser, page)
}

/// Goes to a question's field by Tab, and writes there in place of what there was.
#[track_caller]
fn write(page: &Page, question: &str, text: &str) {
    let field = page.group(question).textbox(any());
    page.tab_to(&field);
    page.assert_focus_is_visible();
    page.press("Control+a");
    page.type_text(text);
    field.has_value(text);
}

const DOUBT: &str = "Do you mean 1013 or 1.013? To leave no doubt, type 1013 or 1.0130.";

#[test]
fn a_number_that_may_be_two_is_asked_about_and_settled_by_keyboard() {
    let (_site, _browser, page) = instruments();
    let pressure = page.group("pressure");
    let field = pressure.textbox("Your answer");
    field.is_there();
    assert!(
        field.description().contains("In hPa."),
        "{}",
        field.description()
    );
    write(&page, "pressure", "1,013");
    // Nothing is said while the learner is typing.
    page.do_not_see("Do you mean");
    page.progressbar("Answered 0/2").is_there();
    write(&page, "egg", "1500 m");
    pressure.see(DOUBT);
    field.has_state("invalid", "true");
    assert!(
        field.description().contains(DOUBT),
        "{}",
        field.description()
    );
    page.progressbar("Answered 1/2").is_there();

    page.tab_to(&page.button("Submit"));
    page.press("Enter");
    page.alert().says("has no complete answer yet");
    page.tab_to(&page.button("Go to question"));
    page.press("Enter");
    write(&page, "pressure", "1013");
    page.do_not_see("Do you mean");
    page.progressbar("Answered 2/2").is_there();
    page.press("Enter");
    page.region("Passed").is_there();
    pressure.see("Right");
    pressure.do_not_see("close enough");
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn french_and_english_ways_count_whichever_is_on_screen() {
    let (_site, _browser, page) = instruments();
    write(&page, "pressure", "1\u{202F}013,25");
    write(&page, "egg", "1,45 km");
    page.button("Submit").click();
    page.region("Passed").is_there();
    page.group("pressure")
        .see("Right: 1013.25 hPa is close enough to 1013 hPa.");
    page.group("egg")
        .see("Right: 1.45 km is close enough to 1.5 km.");
    page.button("FR").click();
    page.group("œuf")
        .see("C’est juste : 1,45 km est assez proche de 1,5 km.");
    page.button("Les deux").click();
    page.group("egg")
        .see("Right: 1.45 km is close enough to 1.5 km.");
    page.group("egg")
        .see("C’est juste : 1,45 km est assez proche de 1,5 km.");
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn another_unit_counts_and_an_unknown_one_is_asked_about() {
    let (_site, _browser, page) = instruments();
    write(&page, "egg", "1500");
    write(&page, "pressure", "14.7 psi");
    let egg = page.group("egg");
    egg.see("Add the unit. Known units: km, m.");
    page.press("Shift+Tab");
    let pressure = page.group("pressure");
    pressure.see("This unit is not known here. Known units: hPa, pascals.");
    page.assert_accessible();
    page.button("FR").click();
    page.see("Ajoutez l’unité. Unités connues : km, m.");
    page.see("Cette unité n’est pas connue ici. Unités connues : hPa, pascals.");
    page.group("œuf").textbox(any()).has_value("1500");
    write(&page, "pression", "101 300 Pa");
    write(&page, "œuf", "1500 m");
    page.button("Valider").click();
    page.region("Réussi").is_there();
    page.assert_no_errors();
}

#[test]
fn a_wrong_number_is_told_how_it_was_read_and_what_is_expected() {
    let (_site, _browser, page) = instruments();
    write(&page, "pressure", "760");
    write(&page, "egg", "2.000,5 m");
    page.button("Submit").click();
    page.region("Not passed yet").is_there();
    let pressure = page.group("pressure");
    pressure.see("That is what old barometers say, in millimetres of mercury.");
    pressure.see("Expected: 1013 hPa");
    let egg = page.group("egg");
    egg.see("Read as 2000.5 m.");
    egg.see("Expected: 1.5 km");
    page.button("FR").click();
    page.group("œuf").see("Lu comme 2000,5 m.");
    page.group("œuf").see("Réponse attendue : 1,5 km");
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn half_a_number_outlasts_a_reload_and_a_change_of_language() {
    let (_site, _browser, page) = instruments();
    write(&page, "egg", "1,");
    page.reload();
    page.group("egg").textbox(any()).has_value("1,");
    page.group("egg").see("This number could not be read.");
    write(&page, "pressure", "1.013");
    page.button("FR").click();
    let pressure = page.group("pression");
    pressure.textbox("Votre réponse").has_value("1.013");
    pressure.see("Voulez-vous dire 1013 ou 1,013 ? Pour lever le doute, tapez 1013 ou 1,0130.");
    page.reload();
    let pressure = page.group("pression");
    pressure.textbox(any()).has_value("1.013");
    pressure.see("Voulez-vous dire 1013 ou 1,013 ?");
    write(&page, "œuf", "1,5 km");
    write(&page, "pression", "1013");
    page.progressbar("2 réponses sur 2").is_there();
    page.button("Valider").click();
    page.region("Réussi").is_there();
    page.assert_no_errors();
}

#[test]
fn a_doubt_that_is_handed_in_all_the_same_costs_the_points_and_nothing_else() {
    let (_site, _browser, page) = instruments();
    write(&page, "pressure", "1,013");
    write(&page, "egg", "1,5 km");
    page.button("Submit").click();
    page.button("Submit anyway").click();
    let pressure = page.group("pressure");
    pressure.see("Not answered");
    pressure.see("Expected: 1013 hPa");
    pressure.see(DOUBT);
    page.assert_no_errors();
}
