//! Two tabs on the same bank never write over one another.

use jalon_tests::{Browser, Look, Page, any};

use crate::almanac::{EN, checkpoint, module, page, site};

fn two(site: &jalon_tests::Site) -> (Page, Page) {
    let browser = Browser::start();
    let one = browser.open(site.url("weather.html"));
    one.group("Question 5").is_there();
    let two = browser.open(site.url("weather.html"));
    two.group("Question 5").is_there();
    (one, two)
}

#[test]
fn each_tab_answers_another_question_and_both_see_all() {
    let site = site();
    let (one, two) = two(&site);
    assert_eq!(EN.order(&one), EN.order(&two));
    one.group(EN.sky).radio(EN.blue).choose();
    two.group(EN.moon).radio(EN.no).choose();
    EN.write(&one, EN.rain, "umbrella");
    two.group(EN.orchard).checkbox(EN.pear).tick();

    for tab in [&one, &two] {
        tab.progressbar("Answered 4/5").is_there();
        tab.group(EN.sky).radio(EN.blue).is_checked();
        tab.group(EN.moon).radio(EN.no).is_checked();
        tab.group(EN.orchard).checkbox(EN.pear).is_checked();
        tab.group(EN.rain).textbox(any()).has_value("umbrella");
    }
    one.reload();
    one.progressbar("Answered 4/5").is_there();
    one.assert_no_errors();
}

#[test]
fn an_answer_changed_in_the_other_tab_changes_here() {
    let site = site();
    let (one, two) = two(&site);
    one.group(EN.sky).radio(EN.blue).choose();
    two.group(EN.sky).radio(EN.red).choose();
    one.group(EN.sky).radio(EN.red).is_checked();
    one.group(EN.sky).radio(EN.blue).is_not_checked();
    EN.write(&two, EN.rain, "parasol");
    two.group(EN.rain).textbox(any()).clear();
    one.progressbar("Answered 1/5").is_there();
    one.group(EN.rain).textbox(any()).has_value("");
    one.assert_no_errors();
}

#[test]
fn handing_in_in_one_tab_ends_the_attempt_in_the_other() {
    let site = site();
    let (one, two) = two(&site);
    EN.answer_right(&one);
    two.progressbar("Answered 5/5").is_there();
    EN.hand_in(&one);
    one.region("Passed").is_there();
    two.region("Passed").is_there();
    two.group(EN.sky).radio(EN.red).is_disabled();
    two.button("Submit").is_gone();
    two.do_not_see("earlier attempt");

    // A new attempt in either tab is one that both can go on with.
    two.button("Try again").click();
    two.group(EN.sky).radio(EN.green).choose();
    one.button("Try again").click();
    one.group(EN.sky).radio(EN.green).is_checked();
    one.group(EN.moon).radio(EN.no).choose();
    two.progressbar("Answered 2/5").is_there();
    two.assert_no_errors();
}

#[test]
fn tabs_opened_at_the_same_moment_share_one_attempt() {
    let site = site();
    let browser = Browser::start();
    let (one, two) = (browser.blank(), browser.blank());
    site.hold(&[&module("weather")]);
    one.set_out_for(site.url("weather.html"));
    two.set_out_for(site.url("weather.html"));
    site.is_asked_for(&[&module("weather")]);
    site.release();
    one.group("Question 5").is_there();
    two.group("Question 5").is_there();
    one.group(EN.sky).radio(EN.blue).choose();
    two.group(EN.sky).radio(EN.blue).is_checked();
    two.group(EN.moon).radio(EN.no).choose();
    one.group(EN.moon).radio(EN.no).is_checked();
    assert_eq!(EN.order(&one), EN.order(&two));
    one.reload();
    one.progressbar("Answered 2/5").is_there();
    one.assert_no_errors();
}

#[test]
fn a_tab_with_another_module_is_left_alone() {
    let site = site();
    site.put("night.html", page("en", &checkpoint("night", "en")));
    let browser = Browser::start();
    let weather = browser.open(site.url("weather.html"));
    let night = browser.open(site.url("night.html"));
    night.group("owl").radio("True").choose();
    weather.group(EN.moon).radio(EN.yes).choose();
    night.progressbar("Answered 1/1").is_there();
    weather.progressbar("Answered 1/5").is_there();
    night.button("Submit").click();
    night.region("Passed").is_there();
    weather.button("Submit").is_there();
    weather.group(EN.moon).radio(EN.yes).is_checked();
    weather.reload();
    weather.progressbar("Answered 1/5").is_there();
    weather.assert_no_errors();
}

#[test]
fn storage_cleared_in_another_tab_stops_nothing() {
    let site = site();
    let (one, two) = two(&site);
    one.group(EN.sky).radio(EN.blue).choose();
    two.group(EN.sky).radio(EN.blue).is_checked();
    two.run("localStorage.clear()");
    one.group(EN.moon).radio(EN.no).choose();
    one.progressbar("Answered 2/5").is_there();
    one.reload();
    one.progressbar("Answered 2/5").is_there();
    one.assert_no_errors();
}
