//! By keyboard alone, by ear, and with a finger.

use jalon_tests::{Answer, Browser, Look, Page, any, client_file};

use crate::almanac::{EN, FR, QUESTIONS, checkpoint, files, page, publish, site};

/// Goes by Tab to a thing, with the focus in sight at every stop.
#[track_caller]
fn tab_to(page: &Page, wanted: &jalon_tests::Spot) {
    page.tab_to(wanted);
    page.assert_focus_is_visible();
}

/// Comes to a group of radio buttons by Tab, and goes down to one of them by arrows.
#[track_caller]
fn choose(page: &Page, question: &str, answer: &str) {
    let group = page.group(question);
    tab_to(page, &group.radio(any()).nth(1));
    for _ in 0..6 {
        if group.radio(answer).state("focused") == "true" {
            break;
        }
        page.press("Down");
        page.assert_focus_is_visible();
    }
    if group.radio(answer).state("checked") != "true" {
        page.press("Space");
    }
    group.radio(answer).is_checked();
    group.radio(answer).has_focus();
}

#[track_caller]
fn tick(page: &Page, question: &str, answer: &str) {
    let wanted = page.group(question).checkbox(answer);
    tab_to(page, &wanted);
    page.press("Space");
    wanted.is_checked();
    wanted.has_focus();
}

#[track_caller]
fn write(page: &Page, question: &str, answer: &str) {
    let field = page.group(question).textbox(any());
    tab_to(page, &field);
    page.type_text(answer);
    field.has_value(answer);
    field.has_focus();
}

#[test]
fn the_keyboard_alone_goes_from_the_first_question_to_the_retake() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group("Question 5").is_there();
    page.press("Tab");
    page.group("Language").button("EN").has_focus();
    page.assert_focus_is_visible();
    choose(&page, EN.sky, EN.red);
    tick(&page, EN.orchard, EN.apple);
    choose(&page, EN.moon, EN.yes);

    tab_to(&page, &page.button("Submit"));
    page.press("Enter");
    page.alert().says("have no complete answer yet");
    let go = page.button("Go to question");
    tab_to(&page, &go);
    let named = go.name();
    page.press("Enter");
    page.group(named.replace("Go to question", "Question"))
        .has_focus();
    page.assert_focus_is_visible();
    write(&page, EN.rain, "parasol");
    write(&page, EN.science, "astrology");
    page.alert().do_not_see("complete answer yet");

    tab_to(&page, &page.button("Submit"));
    page.press("Space");
    let result = page.region("Not passed yet");
    result.has_focus();
    page.assert_focus_is_visible();
    assert!(
        result.description().contains("1 out of 6 points"),
        "{}",
        result.description()
    );

    tab_to(&page, &page.button("Try again"));
    page.press("Enter");
    page.heading("Module checkpoint").has_focus();
    choose(&page, EN.sky, EN.blue);
    tick(&page, EN.orchard, EN.apple);
    tick(&page, EN.orchard, EN.pear);
    choose(&page, EN.moon, EN.no);
    write(&page, EN.rain, "umbrella");
    write(&page, EN.science, "weather forecasting");
    tab_to(&page, &page.button("Submit"));
    page.press("Enter");
    page.region("Passed").has_focus();
    page.assert_no_errors();
}

#[test]
fn a_retry_by_keyboard_goes_on_from_there() {
    let site = site();
    let tag = checkpoint("weather", "en");
    site.put(
        "linked.html",
        page("en", &format!(r#"<a href="blank.html">Elsewhere</a>{tag}"#)),
    );
    let (wasm, _) = client_file("checkpoint", "wasm");
    for broken in ["banks/almanac.json", &wasm] {
        site.put(broken, Answer::error(503));
        let page = Browser::start().open(site.url("linked.html"));
        page.button("Retry").is_there();
        tab_to(&page, &page.button("Retry"));
        publish(&site, files());
        site.heal(&wasm);
        page.press("Enter");
        page.group("Question 5").is_there();
        page.press("Tab");
        page.group("Language").button("EN").has_focus();
        page.assert_no_errors_but(&[broken, "jalon.js"]);
    }
}

/// Whether the top of what has the focus is on screen, within a second or two of scrolling.
const COMES_INTO_VIEW: &str = "new Promise((done) => {
  const until = performance.now() + 3000;
  const look = () => {
    const { top } = document.querySelector('jalon-checkpoint').shadowRoot.activeElement.getBoundingClientRect();
    const seen = top >= 0 && top < innerHeight;
    if (seen || performance.now() > until) done(seen);
    else setTimeout(look, 50);
  };
  look();
})";

#[test]
fn the_result_comes_into_view_with_the_focus() {
    let site = site();
    let page = Browser::with()
        .size(390, 600)
        .start()
        .open(site.url("weather.html"));
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    page.region("Not passed yet").has_focus();
    assert_eq!(page.run(COMES_INTO_VIEW), true);
    page.assert_no_errors();
}

#[test]
fn the_focus_stays_where_it_is_when_the_language_changes() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group("Question 5").is_there();
    for (name, after) in [
        ("FR", "Langue"),
        ("Les deux", "Language · Langue"),
        ("EN", "Language"),
    ] {
        tab_to(&page, &page.button(name));
        page.press("Enter");
        page.group(after)
            .button(name.replace("Les deux", "Both"))
            .has_focus();
    }
    // And when a page changes it, who types goes on typing.
    page.group(EN.rain).textbox(any()).type_text("para");
    page.run("document.querySelector('jalon-checkpoint').setAttribute('lang', 'fr')");
    page.group(FR.rain).textbox(any()).has_focus();
    page.type_text("pluie");
    page.group(FR.rain).textbox(any()).has_value("parapluie");
    page.assert_no_errors();
}

#[test]
fn typing_in_the_middle_keeps_the_place() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    let field = page.group(EN.rain).textbox(any());
    field.type_text("umella");
    for _ in 0..4 {
        page.press("Left");
    }
    page.type_text("br");
    field.has_value("umbrella");
    page.assert_no_errors();
}

#[test]
fn every_field_and_choice_has_a_name() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group("Question 5").is_there();
    for role in [
        "radio",
        "checkbox",
        "textbox",
        "button",
        "group",
        "progressbar",
        "region",
    ] {
        let names = page.role(role, any()).names();
        assert!(
            names.iter().all(|name| !name.is_empty()),
            "{role}: {names:?}"
        );
    }
    let field = page.group(EN.rain).textbox("Your answer");
    assert_eq!(field.description(), "In the language of your choice.");
    let numbers: Vec<String> = page
        .group("Question")
        .names()
        .iter()
        .map(|name| name.chars().take(10).collect())
        .collect();
    assert_eq!(
        numbers,
        (1..=QUESTIONS)
            .map(|n| format!("Question {n}"))
            .collect::<Vec<_>>()
    );
    page.assert_no_errors();
}

#[test]
fn verdicts_are_words_and_not_only_colours() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group(EN.sky).radio(EN.blue).choose();
    page.group(EN.moon).radio(EN.yes).choose();
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    page.group(EN.sky).says("Right");
    page.group(EN.moon).says("Wrong");
    page.group(EN.rain).says("Not answered");
    assert!(
        page.group(EN.moon)
            .radio("True")
            .name()
            .contains("Your answer")
    );
    assert!(
        page.group(EN.moon)
            .radio("False")
            .name()
            .contains("Right answer")
    );
    page.assert_no_errors();
}

#[test]
fn headings_go_down_by_one_level() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    EN.hand_in(&page);
    page.button("Submit anyway").click();
    page.heading("A host page").has_state("level", "1");
    page.heading("Module checkpoint").has_state("level", "2");
    page.heading("Not passed yet").has_state("level", "3");
    page.assert_no_errors();
}

#[test]
fn a_finger_is_enough() {
    let site = site();
    let page = Browser::with()
        .size(390, 844)
        .touch()
        .start()
        .open(site.url("weather.html"));
    page.group(EN.sky).radio(EN.blue).tap();
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.group(EN.orchard).checkbox(EN.apple).tap();
    page.group(EN.orchard).checkbox(EN.apple).is_checked();
    page.button("FR").tap();
    page.button("Valider").tap();
    page.button("Valider quand même").tap();
    page.button("Recommencer").tap();
    page.progressbar("0 réponse sur 5").is_there();
    page.assert_no_errors();
}

#[test]
fn a_click_on_the_words_of_a_choice_chooses_it() {
    let site = site();
    let page = Browser::start().open(site.url("weather.html"));
    page.group(EN.sky).is_there();
    page.run("[...document.querySelector('jalon-checkpoint').shadowRoot.querySelectorAll('label')].find((label) => label.textContent.includes('green')).click()");
    page.group(EN.sky).radio(EN.green).is_checked();
    page.assert_no_errors();
}
