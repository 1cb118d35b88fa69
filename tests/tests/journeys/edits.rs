//! An author edits the bank while a learner is in the middle of it.

use jalon_tests::{Browser, Look, any};

use crate::almanac::{EN, compiled, edited, files, publish, publish_copy, replaced, site};

const CHANGED: &str = "Some questions have changed since your last visit";

#[test]
fn a_question_whose_key_changed_says_so_and_the_rest_is_kept() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    EN.answer_right(&page);
    publish(&site, &edited(&[("key = false", "key = true")]));
    page.reload();
    page.status().says(CHANGED);
    page.progressbar("Answered 4/5").is_there();
    page.group(EN.moon).radio(EN.no).is_not_checked();
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.assert_no_errors();
}

#[test]
fn a_reworded_question_keeps_its_answer() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    EN.answer_right(&page);
    publish(&site, &edited(&[("It is blue", "It is rather blue")]));
    page.reload();
    page.progressbar("Answered 5/5").is_there();
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.do_not_see("have changed since your last visit");
    page.assert_no_errors();
}

#[test]
fn an_attempt_whose_questions_are_all_gone_waits_and_a_new_one_is_drawn() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group(EN.sky).radio(EN.blue).choose();
    page.group(EN.moon).radio(EN.no).choose();
    EN.write(&page, EN.rain, "umb");
    publish(&site, &compiled(&replaced()));
    page.reload();
    page.status().says(CHANGED);
    page.group("Question 5").is_there();
    page.progressbar("Answered 0/5").is_there();
    page.group(EN.sky).radio(EN.red).choose();
    page.reload();
    page.progressbar("Answered 1/5").is_there();
    page.do_not_see(CHANGED);

    publish(&site, files());
    page.reload();
    page.progressbar("Answered 3/5").is_there();
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.group(EN.moon).radio(EN.no).is_checked();
    page.group(EN.rain).textbox(any()).has_value("umb");
    page.assert_no_errors();
}

#[test]
fn a_result_whose_questions_are_all_gone_is_shown_again_when_they_are_back() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    EN.answer_right(&page);
    EN.hand_in(&page);
    page.region("Passed").is_there();
    publish(&site, &compiled(&replaced()));
    page.reload();
    page.progressbar("Answered 0/5").is_there();
    page.button(EN.submit).is_there();
    publish(&site, files());
    page.reload();
    page.region("Passed").is_there();
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.do_not_see("earlier attempt");
    page.assert_no_errors();
}

#[test]
fn two_banks_of_one_id_on_one_site_keep_their_answers_apart() {
    let site = site();
    publish_copy(&site);
    let page = Browser::start().open(site.url("weather.html"));
    page.group(EN.sky).radio(EN.blue).choose();
    page.group(EN.moon).radio(EN.no).choose();
    EN.write(&page, EN.rain, "umbrella");

    page.go(site.url("copy.html"));
    page.progressbar("Answered 0/5").is_there();
    page.do_not_see(CHANGED);
    page.group(EN.sky).radio(EN.red).choose();
    page.group(EN.orchard).checkbox(EN.carrot).tick();
    page.reload();
    page.progressbar("Answered 2/5").is_there();
    page.group(EN.sky).radio(EN.red).is_checked();
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    page.region("Not passed yet").is_there();

    page.go(site.url("weather.html"));
    page.progressbar("Answered 3/5").is_there();
    page.do_not_see(CHANGED);
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.group(EN.moon).radio(EN.no).is_checked();
    page.group(EN.rain).textbox(any()).has_value("umbrella");

    page.go(site.url("copy.html"));
    page.region("Not passed yet").is_there();
    page.group(EN.sky).radio(EN.red).is_checked();
    page.do_not_see("earlier attempt");
    page.assert_no_errors();
}
