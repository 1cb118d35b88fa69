//! A client or a bank that does not come: why, and a retry button.

use jalon_tests::{Answer, Browser, Look, Site};

use crate::almanac::{EN, checkpoint, files, module, page, publish, site};

const HEADER: &str = "banks/almanac.json";
/// As long as a host may say, in seconds.
const YEAR: u32 = 31_536_000;

const NOT_LOADED: &str = "The questions could not be loaded";

const CHANGED: &str =
    "is not a question bank that can be read: it was changed after it was built; build it again.";

fn header() -> &'static str {
    let file = files().iter().find(|(name, _)| name == "almanac.json");
    &file.expect("the header").1
}

/// Breaks the site, sees the reason, mends it, and the retry button works.
fn says_and_retries(broken: &str, answer: Answer, reason: &str) {
    let site = site();
    let whole = page("en", &checkpoint("weather", "en"));
    site.put("weather.html", whole);
    // What is broken would come from the cache for a year.
    site.keep_for(YEAR);
    site.put(broken, answer);
    let page = Browser::start().open(site.url("weather.html"));
    page.alert().says(NOT_LOADED);
    page.alert().says(reason);
    page.alert().says(broken);
    // Still broken: the same again.
    page.button("Retry").click();
    page.alert().says(reason);
    page.button("Retry").is_there();
    mend(&site);
    page.button("Retry").click();
    page.group("Question 5").is_there();
    page.alert().do_not_see(NOT_LOADED);
    EN.answer_right(&page);
    EN.hand_in(&page);
    page.region("Passed").is_there();
    page.assert_no_errors_but(&[broken]);
}

fn mend(site: &Site) {
    publish(site, files());
}

#[test]
fn a_missing_bank_is_said_and_can_be_retried() {
    says_and_retries(HEADER, Answer::error(404), "The server answered 404");
}

#[test]
fn a_missing_module_file_is_said_and_can_be_retried() {
    says_and_retries(
        &module("weather"),
        Answer::error(404),
        "The server answered 404",
    );
}

#[test]
fn a_server_error_is_said_and_can_be_retried() {
    says_and_retries(
        &module("weather"),
        Answer::error(503),
        "The server answered 503",
    );
}

#[test]
fn a_page_instead_of_a_bank_is_said_and_can_be_retried() {
    let html = Answer::file("<!doctype html><title>Welcome</title>").of_type("text/html");
    says_and_retries(HEADER, html, "is not a question bank that can be read");
}

#[test]
fn a_truncated_bank_is_said_and_can_be_retried() {
    let file = files()
        .iter()
        .find(|(name, _)| module("weather").ends_with(name.as_str()));
    let whole = &file.expect("the module's file").1;
    let half = (0..whole.len() / 2)
        .rev()
        .find(|n| whole.is_char_boundary(*n))
        .unwrap_or(0);
    says_and_retries(&module("weather"), Answer::file(&whole[..half]), CHANGED);
}

#[test]
fn a_bank_edited_by_hand_is_said_and_can_be_retried() {
    let edited = header().replacen("\"minutes\":", "\"minutes\":1", 1);
    assert_ne!(edited, header());
    says_and_retries(HEADER, Answer::file(edited), CHANGED);
}

#[test]
fn garbage_is_said_and_can_be_retried() {
    says_and_retries(
        &module("weather"),
        Answer::file(vec![0xff, 0x00, 0xfe, b'{']),
        "is not a question bank that can be read",
    );
}

#[test]
fn another_document_is_said_and_can_be_retried() {
    says_and_retries(
        HEADER,
        Answer::file(r#"{"name":"left-pad","version":"1.3.0"}"#),
        "is not a question bank that can be read",
    );
}

#[test]
fn a_newer_bank_is_said_and_can_be_retried() {
    let newer = header().replacen(r#""jalon":3"#, r#""jalon":77"#, 1);
    says_and_retries(
        HEADER,
        Answer::file(newer),
        "is not a question bank that can be read: the file has format 77, this engine reads format 3",
    );
}

#[test]
fn an_unknown_module_is_said_with_those_there_are() {
    let site = site();
    site.put("one.html", page("en", &checkpoint("wether", "en")));
    let page = Browser::start().open(site.url("one.html"));
    page.alert()
        .says("The bank has no module “wether”. It has: weather, night, measures, letters, diary, sentences, pantry.");
    page.button("Retry").is_there();
    page.run("document.querySelector('jalon-checkpoint').setAttribute('module', 'weather')");
    page.group("Question 5").is_there();
    page.assert_no_errors();
}

#[test]
fn a_missing_attribute_is_said() {
    let site = site();
    site.put(
        "one.html",
        page(
            "en",
            r#"<jalon-checkpoint module="weather" lang="en"></jalon-checkpoint>"#,
        ),
    );
    let page = Browser::start().open(site.url("one.html"));
    page.alert().says("The tag needs the attribute “bank”.");
    page.run(
        "document.querySelector('jalon-checkpoint').setAttribute('bank', 'banks/almanac.json')",
    );
    page.group("Question 5").is_there();
    page.run("document.querySelector('jalon-checkpoint').removeAttribute('module')");
    page.alert().says("The tag needs the attribute “module”.");
    page.assert_no_errors();
}

#[test]
fn the_reason_is_said_in_the_learners_language() {
    let site = site();
    site.put("fr.html", page("en", &checkpoint("weather", "fr")));
    site.fail(HEADER, 500);
    let page = Browser::start().open(site.url("fr.html"));
    page.alert()
        .says("Les questions n’ont pas pu être chargées");
    page.alert().says("Le serveur a répondu 500");
    mend(&site);
    page.button("Réessayer").click();
    page.button("Valider").is_there();
    page.assert_no_errors_but(&[HEADER]);
}

#[test]
fn offline_is_said_and_can_be_retried() {
    let site = site();
    site.put(
        "two.html",
        page("en", &format!("{}<div></div>", checkpoint("night", "en"))),
    );
    let page = Browser::start().open(site.url("two.html"));
    page.group("owl").is_there();
    page.offline(true);
    page.run(&format!(
        "document.querySelector('div').innerHTML = '{}'",
        checkpoint("weather", "en")
    ));
    page.alert().says("No answer from the server");
    page.alert().says("Check the connection");
    page.offline(false);
    page.button("Retry").click();
    page.group(EN.sky).radio(EN.blue).choose();
    page.assert_no_errors_but(&["ERR_INTERNET_DISCONNECTED"]);
}

#[test]
fn a_reader_of_every_language_is_told_in_every_language_why_there_is_no_bank() {
    let site = site();
    site.put("weather.html", page("en", &checkpoint("weather", "both")));
    site.fail(HEADER, 404);
    let page = Browser::start().open(site.url("weather.html"));
    page.alert().says(NOT_LOADED);
    page.alert()
        .says("Les questions n’ont pas pu être chargées");
    page.alert().says("Die Fragen konnten nicht geladen werden");
}
