//! An author edits the bank while a learner is in the middle of it.

use jalon_tests::{Browser, Look};

use crate::almanac::{EN, edited, publish, site};

#[test]
fn a_question_whose_key_changed_says_so_and_the_rest_is_kept() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    EN.answer_right(&page);
    publish(&site, &edited(&[("key = false", "key = true")]));
    page.reload();
    page.status()
        .says("Some questions have changed since your last visit");
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
