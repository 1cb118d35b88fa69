//! What a module may ask for besides answers: tries, hints, certainty, and feedback that comes early, late or in part.

use jalon_tests::{Browser, Look, Page, Site, any};

use crate::almanac::{EN, FR, edited, publish, site};

/// The page of fair weather after its author has written these settings, and other edits.
fn weather(settings: &str, edits: &[(&str, &str)]) -> (Site, Browser, Page) {
    let site = site();
    let settings = format!("minutes = 3\n{settings}\n");
    let edits = [&[("minutes = 3\n", settings.as_str())], edits].concat();
    publish(&site, &edited(&edits));
    let browser = Browser::start();
    let page = browser.open(site.url("weather.html"));
    page.group("Question 5").is_there();
    (site, browser, page)
}

const AT_ONCE: &str = r#"feedback = { when = "at-once" }
tries = 3
penalty = 25"#;

#[test]
fn answers_are_checked_one_by_one_until_they_are_right() {
    let (site, browser, page) = weather(AT_ONCE, &[]);
    let sky = page.group(EN.sky);
    sky.button("Check").click();
    sky.see("Give an answer first, then check it.");
    page.assert_accessible();
    sky.radio(EN.red).choose();
    sky.do_not_see("Give an answer first");
    sky.button("Check").click();
    sky.see("Not yet right");
    sky.see("Only in the evening.");
    sky.see("Change your answer and check again: 2 tries left.");
    sky.do_not_see("Right answer");
    sky.do_not_see("Why");
    page.assert_accessible();
    page.reload();
    let sky = page.group(EN.sky);
    sky.see("Not yet right");
    sky.radio(EN.red).is_checked();
    sky.radio(EN.green).choose();
    sky.do_not_see("Not yet right");
    sky.button("Check").click();
    sky.see("That would be the meadow.");
    sky.see("1 try left.");
    page.button("FR").click();
    let sky = page.group(FR.sky);
    sky.see("Pas encore juste");
    sky.see("il reste 1 essai.");
    sky.radio(FR.green).is_checked();
    sky.radio(FR.blue).choose();
    sky.button("Vérifier").click();
    sky.see("Juste");
    sky.see("2 erreurs : 0,5 point sur 1");
    sky.radio(FR.blue).is_disabled();
    sky.button("Vérifier").is_gone();
    page.assert_accessible();

    let other = browser.open(site.url("weather.html"));
    other.button("EN").click();
    other.group(EN.sky).see("2 wrong tries: 0.5 out of 1 point");
    other.group(EN.sky).radio(EN.blue).is_disabled();
    other.group(EN.moon).radio(EN.no).choose();
    other.group(EN.moon).button("Check").click();
    other.group(EN.moon).see("Why");
    page.group(FR.moon).see("Juste");
    page.group(FR.moon).radio(FR.no).is_disabled();

    page.button(FR.submit).click();
    page.button("Valider quand même").click();
    page.region("Pas encore réussi").is_there();
    page.see("1,5 point sur 6");
    page.group(FR.rain).see("Sans réponse");
    page.assert_no_errors();
    other.assert_no_errors();
}

#[test]
fn an_answer_is_checked_by_keyboard_and_enter_in_a_field_ends_nothing() {
    let (_site, _browser, page) = weather(AT_ONCE, &[]);
    let rain = page.group(EN.rain);
    page.tab_to(&rain.textbox(any()));
    page.type_text("parasol");
    page.press("Enter");
    page.do_not_see("complete answer yet");
    page.button("Submit").is_there();
    page.tab_to(&rain.button("Check"));
    page.press("Enter");
    rain.see("That one is for sunny days.");
    page.press("Shift+Tab");
    page.press("Control+a");
    page.type_text("umbrella");
    page.tab_to(&rain.button("Check"));
    page.press("Enter");
    rain.see("Right");
    rain.see("1 wrong try: 0.75 out of 1 point");
    rain.textbox(any()).is_disabled();
    // The button is gone; the focus is where the news is.
    rain.status().has_focus();
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn before_the_last_attempt_there_is_only_the_score() {
    let settings = "feedback = { when = \"after-last-attempt\" }\nattempts = 2";
    let (_site, _browser, page) = weather(settings, &[]);
    EN.answer_wrong(&page);
    EN.hand_in(&page);
    page.region("Not passed yet").is_there();
    page.see("0 out of 6 points");
    page.see("Which answers are right is shown after your last attempt.");
    page.see("You have 1 attempt left.");
    for kept in [
        "Right answer",
        "Only in the evening.",
        "Why",
        "Wrong",
        "Where you stand",
    ] {
        page.do_not_see(kept);
    }
    page.assert_accessible();
    page.reload();
    page.see("You have 1 attempt left.");
    page.do_not_see("Right answer");

    page.button("Try again").click();
    page.progressbar("Answered 0/5").is_there();
    EN.answer_right(&page);
    EN.hand_in(&page);
    page.region("Passed").is_there();
    page.see("You have made all 2 attempts that this module allows.");
    page.button("Try again").is_gone();
    page.group(EN.sky).see("Short waves are scattered most.");
    page.see("Where you stand");
    page.button("FR").click();
    page.see("Vous avez fait les 2 tentatives que ce module autorise.");
    page.assert_accessible();
    page.reload();
    page.see("Vous avez fait les 2 tentatives que ce module autorise.");
    page.assert_no_errors();
}

/// Two hints in every wording of the question on the moon.
const HINTS: &[(&str, &str)] = &[
    (
        "explanation = \"What we see is sunlight, sent back.\"",
        "explanation = \"It is sunlight.\"\nhints = [\"Think of an *eclipse*.\", \"What is it made of?\"]",
    ),
    (
        "explanation = \"It is a mirror of grey dust.\"",
        "explanation = \"It is dust.\"\nhints = [\"Think of an *eclipse*.\", \"What is it made of?\"]",
    ),
    (
        "explanation = \"Elle renvoie celle du Soleil.\"",
        "explanation = \"Celle du Soleil.\"\nhints = [\"Pensez à une *éclipse*.\", \"De quoi est-elle faite ?\"]",
    ),
    (
        "explanation = \"C'est un miroir de poussière grise.\"",
        "explanation = \"Une poussière.\"\nhints = [\"Pensez à une *éclipse*.\", \"De quoi est-elle faite ?\"]",
    ),
];

#[test]
fn hints_stay_through_reload_and_language_and_cost_their_share() {
    let (_site, _browser, page) = weather("", HINTS);
    let moon = page.group(EN.moon);
    page.group(EN.sky).button("Show a hint").is_gone();
    moon.do_not_see("eclipse");
    page.tab_to(&moon.button("Show a hint (costs 10% of the points)"));
    page.press("Enter");
    moon.see("Hint 1");
    moon.see("Think of an eclipse.");
    moon.do_not_see("What is it made of?");
    page.progressbar("Answered 0/5").is_there();
    page.assert_accessible();
    page.reload();
    page.group(EN.moon).see("Think of an eclipse.");
    page.button("FR").click();
    let moon = page.group(FR.moon);
    moon.see("Pensez à une éclipse.");
    page.button("Les deux").click();
    page.group(EN.moon).see("Think of an eclipse.");
    page.group(FR.moon).see("Pensez à une éclipse.");
    page.assert_accessible();
    page.button("FR").click();
    page.tab_to(&moon.button("Voir l’indice suivant (coûte 10 % des points)"));
    page.press("Space");
    moon.see("De quoi est-elle faite ?");
    moon.button("Voir l’indice suivant").is_gone();
    moon.status().has_focus();
    moon.radio(FR.no).choose();
    page.button("EN").click();
    page.button(EN.submit).click();
    page.button("Submit anyway").click();
    page.group(EN.moon).see("Right");
    page.group(EN.moon).see("2 hints: 0.8 out of 1 point");
    page.see("0.8 out of 6 points");
    page.assert_accessible();
    page.assert_no_errors();
}

#[test]
fn certainty_is_asked_for_marked_and_weighed() {
    let (_site, _browser, page) = weather("certainty = true", &[]);
    EN.answer_wrong(&page);
    for question in [EN.sky, EN.orchard, EN.moon, EN.rain, EN.science] {
        let group = page.group(question);
        group.radio("Very sure").choose();
    }
    let moon = page.group(EN.moon);
    moon.radiogroup("How sure are you of this answer?")
        .is_there();
    moon.radio(EN.yes).is_checked();
    page.tab_to(&moon.radio("Very sure"));
    page.press("ArrowUp");
    moon.radio("Fairly sure").is_checked();
    page.assert_focus_is_visible();
    page.assert_accessible();
    page.reload();
    page.button("FR").click();
    let moon = page.group(FR.moon);
    moon.radio("Certitude moyenne").is_checked();
    moon.radio(FR.yes).is_checked();
    moon.radio(FR.no).choose();
    moon.radio("Certitude moyenne").is_checked();
    page.button(FR.submit).click();
    page.region("Pas encore réussi").is_there();
    page.see("−156 %");
    page.see("−9,34 points sur 6");
    page.group(FR.moon)
        .see("Certitude moyenne : 0,66 point sur 1");
    page.group(FR.sky).see("Certitude forte : −2 points sur 1");
    page.see("justes : 0 sur 4");
    page.see("justes : 1 sur 1");
    page.see("Votre certitude dépasse vos résultats");
    page.button("EN").click();
    page.see("0 right out of 4");
    page.see("You were overconfident");
    page.assert_accessible();
    page.reload();
    page.see("−156%");
    page.assert_no_errors();
}

#[test]
fn a_verdict_alone_leaves_no_trace_of_the_key_in_the_page() {
    let (_site, _browser, page) = weather("feedback = { show = \"verdict\" }", &[]);
    EN.answer_wrong(&page);
    EN.hand_in(&page);
    page.region("Not passed yet").is_there();
    page.group(EN.sky).see("Wrong");
    page.button("Both").click();
    page.group(FR.sky).see("Incorrect");
    let script = "document.querySelector('jalon-checkpoint').shadowRoot.innerHTML";
    let html = page.run(script).to_string();
    assert!(
        html.contains("Wrong") && html.contains("Incorrect"),
        "{html}"
    );
    for kept in [
        "umbrella",
        "parapluie",
        "forecasting",
        "météorologie",
        "mark",
        "Right answer",
        "Only in the evening.",
        "Short waves",
        "That one is for sunny days.",
        "Why",
        "Nobody digs",
        "Fruit grows",
        "borrowed",
    ] {
        assert!(!html.contains(kept), "{kept:?} is in the page: {html}");
    }
    page.assert_accessible();
    page.assert_no_errors();
}
