//! Nothing is lost: leaving and coming back, in every way that there is.

use jalon_tests::{Browser, Look, Page, any};

use crate::almanac::{EN, FR, choices, site};

/// Answers by half, in French, and gives what is on the page then.
fn half_way(page: &Page) -> (Vec<(String, String)>, String) {
    page.button("FR").click();
    page.group(FR.sky).radio(FR.red).choose();
    page.group(FR.orchard).checkbox(FR.apple).tick();
    FR.write(page, FR.rain, "  un parap");
    page.progressbar("3 réponses sur 5").is_there();
    (choices(page), page.visible_text())
}

#[track_caller]
fn is_as_left(page: &Page, left: &(Vec<(String, String)>, String)) {
    page.progressbar("3 réponses sur 5").is_there();
    page.group(FR.rain).textbox(any()).has_value("  un parap");
    assert_eq!(choices(page), left.0);
    assert_eq!(page.visible_text(), left.1);
    page.assert_no_errors();
}

#[test]
fn a_reload_in_mid_attempt_restores_it_to_the_letter() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    let left = half_way(&page);
    page.reload();
    is_as_left(&page, &left);
}

#[test]
fn a_closed_tab_is_found_again() {
    let site = site();
    let browser = Browser::start();
    let page = browser.open(site.url("weather.html"));
    let left = half_way(&page);
    page.close();
    is_as_left(&browser.open(site.url("weather.html")), &left);
}

#[test]
fn a_crash_loses_nothing() {
    let site = site();
    let browser = Browser::start();
    let page = browser.open(site.url("weather.html"));
    let left = half_way(&page);
    page.crash();
    is_as_left(&browser.open(site.url("weather.html")), &left);
}

#[test]
fn a_browser_that_was_quit_loses_nothing() {
    let site = site();
    let browser = Browser::start();
    let left = half_way(&browser.open(site.url("weather.html")));
    let browser = browser.restart();
    is_as_left(&browser.open(site.url("weather.html")), &left);
}

#[test]
fn the_last_letter_typed_is_kept_at_once() {
    let site = site();
    let browser = Browser::start();
    let page = browser.open(site.url("weather.html"));
    page.group(EN.rain).textbox(any()).type_text("umb");
    page.crash();
    let page = browser.open(site.url("weather.html"));
    page.group(EN.rain).textbox(any()).has_value("umb");
    page.assert_no_errors();
}

#[test]
fn a_page_left_and_come_back_to_is_as_it_was() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    let left = half_way(&page);
    page.go(site.url("blank.html"));
    page.run("history.back()");
    is_as_left(&page, &left);
}

#[test]
fn an_attempt_begun_but_not_answered_is_the_same_after_a_reload() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group("Question 5").is_there();
    let before = page.visible_text();
    page.reload();
    page.group("Question 5").is_there();
    assert_eq!(page.visible_text(), before);
    page.assert_no_errors();
}

#[test]
fn a_finished_attempt_is_found_again_with_its_explanations() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    EN.answer_right(&page);
    EN.hand_in(&page);
    page.region("Passed").is_there();
    page.group(EN.sky).see("Short waves are scattered most.");
    let (before, marks) = (page.visible_text(), choices(&page));
    page.reload();
    page.region("Passed").is_there();
    page.group(EN.sky).see("Short waves are scattered most.");
    assert_eq!(page.visible_text(), before);
    assert_eq!(choices(&page), marks);
    page.assert_no_errors();
}

#[test]
fn earlier_attempts_are_kept_and_told() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    EN.answer_wrong(&page);
    EN.hand_in(&page);
    page.region("Not passed yet").is_there();
    page.do_not_see("earlier attempt");
    page.button("Try again").click();
    EN.answer_right(&page);
    EN.hand_in(&page);
    page.region("Passed").is_there();
    page.see("1 earlier attempt");
    page.reload();
    page.region("Passed").is_there();
    page.see("1 earlier attempt");
    page.run("document.querySelector('jalon-checkpoint').shadowRoot.querySelector('details').open = true");
    page.region("Passed").see("0%");

    page.button("Try again").click();
    EN.answer_wrong(&page);
    EN.hand_in(&page);
    page.region("Not passed yet").is_there();
    page.see("2 earlier attempts");
    page.assert_no_errors();
}

#[test]
fn a_retake_in_mid_attempt_is_found_again() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    EN.answer_wrong(&page);
    EN.hand_in(&page);
    page.button("Try again").click();
    page.group(EN.sky).radio(EN.blue).choose();
    let before = page.visible_text();
    page.reload();
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.progressbar("Answered 1/5").is_there();
    assert_eq!(page.visible_text(), before);
    page.assert_no_errors();
}
