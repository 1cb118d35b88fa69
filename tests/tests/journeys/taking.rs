//! Taking a checkpoint: answering, handing in, being told why, trying again.

use jalon_tests::{Browser, Look, Page, any, exact};

use crate::almanac::{EN, QUESTIONS, site};

/// What is asked, without the numbers.
fn prompts(page: &Page) -> Vec<String> {
    let names = page.group("Question").names();
    let words = names.iter().filter_map(|name| name.splitn(3, ' ').nth(2));
    words.map(str::to_owned).collect()
}

#[test]
fn a_first_visit_asks_every_question_and_counts_the_answers() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.heading("Module checkpoint").is_there();
    page.see("Fair weather");
    page.progressbar("Answered 0/5").is_there();
    page.group("Question").are(QUESTIONS);
    page.radio(any()).nth(1).is_not_checked();

    page.group(EN.moon).radio(EN.yes).choose();
    page.progressbar("Answered 1/5").is_there();
    page.see("Answered 1/5");
    page.group(EN.moon).radio(EN.no).choose();
    page.progressbar("Answered 1/5").is_there();
    page.group(EN.orchard).checkbox(EN.apple).tick();
    page.progressbar("Answered 2/5").is_there();
    page.group(EN.orchard).checkbox(EN.apple).untick();
    page.progressbar("Answered 1/5").is_there();
    EN.write(&page, EN.rain, "u");
    page.progressbar("Answered 2/5").is_there();
    page.group(EN.rain).textbox("Your answer").clear();
    page.progressbar("Answered 1/5").is_there();
    page.assert_no_errors();
}

#[test]
fn nothing_is_given_away_before_handing_in() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    EN.answer_wrong(&page);
    page.do_not_see("Wrong");
    page.do_not_see("Right answer");
    page.do_not_see("Why");
    page.do_not_see("Only in the evening.");
    page.assert_no_errors();
}

#[test]
fn right_answers_pass_and_are_explained() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    EN.answer_right(&page);
    EN.hand_in(&page);
    page.region("Passed").is_there();
    page.see("100%");
    page.see("6 out of 6 points");
    page.see("60% needed to pass");
    page.group(EN.sky).see("Right");
    page.group(EN.sky).see("Short waves are scattered most.");
    page.group(EN.sky).see("Why");
    page.group(EN.orchard)
        .see("Apples are on a tree, in autumn.");
    page.region("Passed").see("Colours of the day");
    page.button(EN.submit).is_gone();
    page.assert_no_errors();
}

#[test]
fn a_failed_attempt_explains_and_the_retake_asks_in_other_words() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    let first = prompts(&page);
    EN.answer_wrong(&page);
    EN.hand_in(&page);

    page.region("Not passed yet").is_there();
    page.see("0 out of 6 points");
    let sky = page.group(EN.sky);
    sky.see("Wrong");
    sky.see("Only in the evening.");
    sky.radio(EN.red).is_checked();
    sky.radio("Right answer").are(1);
    assert!(sky.radio("Right answer").name().contains(EN.blue));
    assert!(sky.radio("Your answer").name().contains(EN.red));
    page.group(EN.orchard).see("Look under the ground.");
    page.group(EN.moon).see("It shines by borrowed light.");
    page.group(EN.rain).see("That one is for sunny days.");
    page.group(EN.rain).see("Expected: umbrella");
    page.group(EN.science).see("Expected: weather forecasting");
    for why in ["Why"; QUESTIONS].iter().zip(1..) {
        page.group(format!("Question {}", why.1)).see(why.0);
    }

    page.button("Try again").click();
    page.progressbar("Answered 0/5").is_there();
    page.region("Not passed yet").is_gone();
    let second = prompts(&page);
    assert_eq!(second.len(), QUESTIONS);
    for prompt in &second {
        assert!(
            !first.contains(prompt),
            "asked again in the same words: {prompt}"
        );
    }
    // The same concepts: whoever knows them passes.
    EN.answer_right(&page);
    EN.hand_in(&page);
    page.region("Passed").is_there();
    page.assert_no_errors();
}

#[test]
fn handing_in_with_gaps_asks_first_leads_there_and_lets_go() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group("Question 5").is_there();
    page.do_not_see("complete answer yet");
    page.group(EN.sky).radio(EN.blue).choose();
    page.group(EN.orchard).checkbox(EN.carrot).tick();
    page.group(EN.moon).radio(EN.no).choose();
    let at = EN.order(&page);
    let number = |question: usize| at.iter().position(|q| *q == question).map_or(0, |n| n + 1);
    let (one, two) = (number(3).min(number(4)), number(3).max(number(4)));

    EN.hand_in(&page);
    page.alert().says(&format!(
        "Questions {one} and {two} have no complete answer yet."
    ));
    page.region("Not passed yet").is_gone();
    page.button(format!("Go to question {one}")).click();
    page.group(exact_question(&page, one)).has_focus();

    EN.write(&page, EN.rain, "umbrella");
    let left = number(4);
    page.alert()
        .says(&format!("Question {left} has no complete answer yet."));
    page.button("Submit anyway").click();
    page.region("Not passed yet").is_there();
    page.group(EN.science).see("Not answered");
    page.group(EN.science).see("Expected: weather forecasting");
    page.see("3 out of 6 points");
    page.assert_no_errors();
}

/// The whole name of a question, as "Question 1" would also be in "Question 10".
fn exact_question(page: &Page, n: usize) -> jalon_tests::Name {
    exact(&page.group(format!("Question {n}")).name())
}

#[test]
fn what_was_handed_in_cannot_be_changed() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    EN.answer_right(&page);
    EN.hand_in(&page);
    page.region("Passed").is_there();
    page.group(EN.sky).radio(EN.red).is_disabled();
    page.group(EN.orchard).checkbox(EN.apple).is_disabled();
    let typed = page.group(EN.rain).textbox(any());
    typed.is_disabled();
    typed.has_value("umbrella");
    page.assert_no_errors();
}

#[test]
fn several_right_choices_count_together() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    let orchard = page.group(EN.orchard);
    orchard.see("Tick up to 2 answers.");
    orchard.checkbox(EN.pear).tick();
    orchard.checkbox(EN.carrot).tick();
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    page.see("0 out of 6 points");
    orchard.see("Wrong");
    orchard.see("Pears are on a tree, a little earlier.");
    orchard.see("Look under the ground.");
    orchard.do_not_see("Apples are on a tree, in autumn.");
    let told = |fruit: &str| orchard.checkbox(fruit).name();
    assert!(told(EN.pear).contains("Your answer"));
    assert!(told(EN.pear).contains("Right answer"));
    assert!(told(EN.apple).contains("Right answer"));
    assert!(!told(EN.apple).contains("Your answer"));
    assert!(!told(EN.carrot).contains("Right answer"));
    page.assert_no_errors();
}

#[test]
fn a_part_of_the_right_choices_earns_a_part_of_the_points() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group(EN.orchard).checkbox(EN.pear).tick();
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    page.see("1 out of 6 points");
    page.group(EN.orchard).see("Partly right");
    page.assert_no_errors();
}

#[test]
fn too_many_ticks_are_said_at_once_and_cost_nothing() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    let orchard = page.group(EN.orchard);
    for fruit in [EN.pear, EN.carrot, EN.apple] {
        orchard.checkbox(fruit).tick();
    }
    orchard.see("Too many answers are ticked: 2 at most.");
    page.progressbar("Answered 0/5").is_there();
    page.reload();
    orchard.see("Too many answers are ticked: 2 at most.");
    orchard.checkbox(EN.carrot).untick();
    orchard.do_not_see("Too many");
    page.progressbar("Answered 1/5").is_there();
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    page.see("2 out of 6 points");
    page.assert_no_errors();
}

#[test]
fn a_pinned_choice_stays_last_in_every_attempt() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    for _ in 0..3 {
        assert_eq!(EN.colours(&page).last(), Some(&3));
        EN.hand_in(&page);
        page.button("Submit anyway").click();
        page.button("Try again").click();
        page.progressbar("Answered 0/5").is_there();
    }
    page.assert_no_errors();
}

#[test]
fn each_attempt_draws_its_own_order() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    let mut orders = Vec::new();
    // Five questions and three free choices: 720 orders, so that six alike in a row are no accident.
    for _ in 0..6 {
        orders.push((EN.order(&page), EN.colours(&page)));
        EN.hand_in(&page);
        page.button("Submit anyway").click();
        page.button("Try again").click();
        page.progressbar("Answered 0/5").is_there();
    }
    assert!(orders.iter().any(|order| *order != orders[0]), "{orders:?}");
    page.assert_no_errors();
}

#[test]
fn standing_on_each_concept_is_told() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group(EN.sky).radio(EN.blue).choose();
    page.group(EN.moon).radio(EN.yes).choose();
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    let result = page.region("Not passed yet");
    result.see("Where you stand, by concept");
    result.list(any()).nth(1).listitem(any()).are(4);
    result.see("Moon and stars");
    result.see("To review");
    page.assert_no_errors();
}
