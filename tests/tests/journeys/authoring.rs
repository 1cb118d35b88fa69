//! An author writes, saves and looks at the page: what was edited is there, at the same place, and what was answered is kept.

use jalon_tests::{Browser, Look, Page, Preview, any, exact};

use crate::almanac::{EN, reworded, texts};

const WEATHER: &str = "almanac/weather.toml";

/// The almanac, served from its texts, and the page of its first module.
fn author() -> (Preview, Page) {
    let preview = Preview::of(texts(&reworded(&[])));
    let page = Browser::start().open(preview.url("module/almanac/weather"));
    page.group("Question 5").is_there();
    (preview, page)
}

/// Where a question stands in the window, in pixels from its upper edge.
fn place(page: &Page, question: usize) -> f64 {
    let script = format!(
        "document.querySelector('jalon-module').shadowRoot.querySelector('#q{question}').getBoundingClientRect().top"
    );
    page.run(&script).as_f64().expect("a number")
}

#[test]
fn a_save_is_shown_and_the_attempt_goes_on() {
    let (preview, page) = author();
    EN.answer_right(&page);
    page.progressbar("Answered 5/5").is_there();
    // Whichever wording was drawn, the one that was edited is shown.
    for wording in [
        "By day, what colour is a cloudless sky?",
        "Noon, fair weather, you look up",
    ] {
        preview.save(
            WEATHER,
            &reworded(&[(wording, "Edited: the sky has a colour, which")]),
        );
        page.see("Edited: the sky has a colour, which");
        page.progressbar("Answered 5/5").is_there();
        page.group(EN.sky).radio(EN.blue).is_checked();
        page.group(EN.rain).textbox(any()).has_value(EN.umbrella);
        preview.save(WEATHER, &reworded(&[]));
        page.do_not_see("Edited: the sky has a colour, which");
    }
    page.assert_no_errors();
}

#[test]
fn the_partner_of_an_edited_wording_stands_beside_it() {
    let (preview, page) = author();
    page.button("Both").nth(1).click();
    page.see("De jour, quelle est la couleur du ciel");
    preview.save(
        WEATHER,
        &reworded(&[(
            "Noon, fair weather, you look up",
            "Edited: the sky has a colour, which",
        )]),
    );
    page.see("Edited: the sky has a colour, which");
    page.see("Midi, grand beau");
    page.do_not_see("De jour, quelle est la couleur du ciel");
    page.assert_no_errors();
}

#[test]
fn what_was_under_the_readers_eyes_stays_there_in_its_language() {
    let (preview, page) = author();
    page.button("EN").nth(1).click();
    page.group(EN.moon).scroll_to();
    page.group(EN.rain).textbox(any()).type_text("umbr");
    let before = place(&page, 4);
    let longer = "Weather is what you get. ".repeat(40);
    preview.save(
        WEATHER,
        &reworded(&[("Weather is what you get; ", &longer)]),
    );
    // What was typed last is where the focus is.
    page.group(EN.rain).textbox(any()).has_focus();
    page.group(EN.rain).textbox(any()).has_value("umbr");
    let lesson = "document.querySelector('jalon-module').shadowRoot.querySelector('.lesson').textContent.includes('get. Weather')";
    while page.run(lesson) != true {}
    let after = place(&page, 4);
    assert!((before - after).abs() < 1.0, "{before} became {after}");
    page.do_not_see("Quelle");
    page.button("EN").nth(1).has_state("pressed", "true");
    page.assert_no_errors();
}

#[test]
fn a_new_question_is_asked_in_its_place() {
    let (preview, page) = author();
    page.group(EN.sky).radio(EN.blue).choose();
    let question = r#"
[[question]]
id = "snow"
kind = "true-false"
concepts = ["colours"]
key = true
[[question.en]]
prompt = "Snow is white."
explanation = "It scatters all of the light."
[[question.fr]]
prompt = "La neige est blanche."
explanation = "Elle diffuse toute la lumière."

[[question]]
id = "orchard"
"#;
    preview.save(
        WEATHER,
        &reworded(&[("[[question]]\nid = \"orchard\"\n", question)]),
    );
    page.group("Question 2").see("Snow is white.");
    page.progressbar("Answered 1/6").is_there();
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.group("Snow").see("warning single-wording");
    page.group(EN.sky).do_not_see("warning");
    page.assert_no_errors();
}

#[test]
fn errors_are_told_at_once_and_stand_beside_their_question() {
    let (preview, page) = author();
    page.group(EN.moon).radio(EN.no).choose();
    preview.save(WEATHER, &reworded(&[("key = \"blue\"", "key = \"bleu\"")]));
    page.status().nth(1).is_there();
    page.see("1 error");
    page.see("Until they are fixed, the page shows the last version without errors.");
    page.see("there is no choice bleu");
    page.group(EN.sky).see("error unknown-choice");
    page.group(EN.moon).do_not_see("error");
    page.group(EN.moon).radio(EN.no).is_checked();
    page.assert_accessible();

    page.link("Question sky").click();
    page.group(EN.sky).has_focus();
    preview.save(WEATHER, &reworded(&[]));
    page.do_not_see("1 error");
    page.group(EN.sky).do_not_see("error unknown-choice");
    page.group(EN.moon).radio(EN.no).is_checked();
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn learners_get_their_own_draw_and_what_is_not_asked_is_listed() {
    let preview = Preview::of(texts(&reworded(&[(
        "minutes = 3",
        "minutes = 3\ndraw = 2",
    )])));
    let page = Browser::start().open(preview.url(""));
    page.see("5 questions, 2 at a time");
    page.link("Fair weather").click();
    page.group("Question 5").is_there();
    page.group(EN.sky).radio(EN.blue).choose();
    page.link("As learners get it").click();
    page.group("Question 2").is_there();
    page.group("Question 3").is_gone();
    page.progressbar("Answered 0/2").is_there();
    page.heading("3 questions of the module not asked in this attempt")
        .is_there();
    page.assert_accessible();
    page.link(exact("Every question")).click();
    page.group("Question 5").is_there();
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.button("Start over").click();
    page.progressbar("Answered 0/5").is_there();
    page.assert_no_errors();
}

#[test]
fn every_page_fits_and_is_accessible() {
    let preview = Preview::of(texts(&reworded(&[("key = \"blue\"", "key = [\"blue\"]")])));
    for width in [360, 1280] {
        let page = Browser::with()
            .size(width, 800)
            .start()
            .open(preview.url(""));
        for dark in [false, true] {
            page.dark(dark);
            page.go(preview.url(""));
            page.link("Fair weather").is_there();
            page.assert_fits_the_width();
            page.assert_accessible();
            page.go(preview.url("module/almanac/weather"));
            page.group(EN.sky).see("warning one-choice-list");
            page.button("Show problems").click();
            page.see("almanac/weather.toml:39:7");
            page.assert_fits_the_width();
            page.assert_accessible();
        }
        page.assert_no_errors();
    }
}
