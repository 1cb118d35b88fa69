//! Storage that is full or forbidden: said calmly, and the quiz runs from memory.

use jalon_tests::{Browser, Look, any};

use crate::almanac::{EN, site};

const FULL: &str = "This browser’s storage is full. You can carry on; your answers will last until you close this page.";

#[test]
fn full_storage_is_said_and_the_quiz_runs() {
    let site = site();
    let page = Browser::start().open(site.url("blank.html"));
    page.fill_storage();
    page.go(site.url("weather.html"));
    page.status().says(FULL);
    EN.answer_wrong(&page);
    EN.hand_in(&page);
    page.region("Not passed yet").is_there();
    page.button("Try again").click();
    EN.answer_right(&page);
    EN.hand_in(&page);
    page.region("Passed").is_there();
    page.see("1 earlier attempt");
    page.assert_no_errors();
}

#[test]
fn storage_that_fills_up_in_mid_attempt_is_said_and_loses_nothing() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group(EN.sky).radio(EN.blue).choose();
    page.do_not_see(FULL);
    page.fill_storage();
    page.group(EN.moon).radio(EN.no).choose();
    page.status().says(FULL);
    EN.write(&page, EN.rain, "umbrella");
    page.progressbar("Answered 3/5").is_there();

    page.free_storage();
    page.group(EN.orchard).checkbox(EN.pear).tick();
    page.do_not_see(FULL);
    page.reload();
    page.progressbar("Answered 4/5").is_there();
    page.group(EN.rain).textbox(any()).has_value("umbrella");
    page.assert_no_errors();
}

#[test]
fn handing_in_in_a_storage_that_filled_up_loses_no_answer() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    EN.answer_right(&page);
    page.fill_storage();
    EN.hand_in(&page);
    page.region("Passed").is_there();
    page.reload();
    page.region("Passed").is_there();
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.assert_no_errors();
}

#[test]
fn forbidden_storage_is_said_and_the_quiz_runs() {
    let site = site();
    let page = Browser::with()
        .without_storage()
        .start()
        .open(site.url("weather.html"));
    page.status().says("This browser does not let the page save anything. You can carry on; your answers will last until you close this page.");
    EN.answer_wrong(&page);
    page.button("FR").click();
    page.button("EN").click();
    EN.hand_in(&page);
    page.region("Not passed yet").is_there();
    page.button("Try again").click();
    EN.answer_right(&page);
    EN.hand_in(&page);
    page.region("Passed").is_there();
    page.see("1 earlier attempt");
    page.assert_no_errors();
}
