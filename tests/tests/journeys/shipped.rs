//! The training page and the bank that come with Jalon.

use std::fs;

use jalon_tests::{Browser, Look, Page, Site, Spot, any, exact, plain};
use serde_json::Value;

const LOADER: &str = r#"<script type="module" src="jalon.js"></script>"#;
const TAG: &str = r#"<jalon-checkpoint bank="banks/iso-27000.json" module="iso-27002-vs-27001" lang="both"></jalon-checkpoint>"#;

fn fetched(page: &Page, path: &str) -> String {
    let text = page.run(&format!("fetch('{path}').then((answer) => answer.text())"));
    text.as_str().unwrap_or_default().to_owned()
}

/// Goes down to the elements of the training page; they load on the way.
#[track_caller]
pub(crate) fn read_on(page: &Page) {
    for element in ["jalon-prompt", "jalon-checkpoint"] {
        page.within(element).scroll_to();
    }
    page.textbox("Your text").is_there();
    page.progressbar("Answered 0/6").is_there();
}

#[test]
fn the_training_page_uses_the_tag_that_it_tells_to_paste() {
    let site = Site::start();
    let page = Browser::start().open(site.url(""));
    let source = fetched(&page, "index.html");
    assert!(source.contains(LOADER));
    assert_eq!(source.matches(TAG).count(), 1);
    page.run("document.querySelector('details').open = true");
    page.see(LOADER);
    page.see(TAG);
    page.assert_no_errors();
}

#[test]
fn the_readme_tells_to_paste_the_same() {
    let readme = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");
    let readme = fs::read_to_string(readme).expect("a README.md");
    for line in [LOADER, TAG] {
        assert!(readme.contains(line), "README.md does not show {line}");
    }
}

#[test]
fn the_tag_is_all_that_a_page_needs() {
    let site = Site::start();
    site.put(
        "mine.html",
        format!("<!doctype html><html lang=en><title>Mine</title>\n{LOADER}\n{TAG}"),
    );
    let page = Browser::start().open(site.url("mine.html"));
    page.group("Question 6").is_there();
    page.button("Submit").is_there();
    page.button("Valider").is_there();
    page.assert_no_errors();
}

#[test]
fn the_training_page_shows_lesson_prompt_and_checkpoint() {
    let site = Site::start();
    let page = Browser::start().open(site.url(""));
    page.heading("ISO 27002 and how it differs from ISO 27001")
        .nth(1)
        .has_state("level", "1");
    for words in [
        "Standards logic",
        "Intermediate",
        "14 minutes",
        "Lesson overview",
        "Professional explanation",
        "Practical example",
        "Tip",
        "Warning",
    ] {
        page.see(words);
    }
    read_on(&page);
    page.heading("Your turn to write").is_there();
    page.radio("English").nth(1).choose();
    page.do_not_see("Valider");
    page.do_not_see("L’explication du professionnel");
    page.textbox("Your text")
        .type_text("One binds, the other helps.");
    page.reload();
    page.textbox("One binds").is_gone();
    page.textbox("Your text")
        .has_value("One binds, the other helps.");
    page.assert_no_errors();
}

/// All the text in a piece of a compiled bank.
fn words(markup: &Value) -> String {
    match markup {
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(words).collect(),
        Value::Object(map) => map.values().map(words).collect(),
        _ => String::new(),
    }
}

/// The question of a bank that a fieldset asks in English, and the wording.
#[track_caller]
fn asked<'a>(questions: &'a [Value], name: &str) -> (&'a Value, &'a Value) {
    let name = name.splitn(3, ' ').nth(2).unwrap_or_default();
    for question in questions {
        for wording in question["wordings"]["en"].as_array().into_iter().flatten() {
            if plain(&words(&wording["prompt"])).starts_with(name) {
                return (&question["body"], wording);
            }
        }
    }
    panic!("the bank does not ask \"{name}\"")
}

/// Answers a question as its key says.
#[track_caller]
fn answer(group: &Spot, body: &Value, wording: &Value) {
    let key = &body["choice"]["key"];
    let choice = |id: &Value| exact(&words(&wording["choices"][id.as_str().unwrap_or_default()]));
    if let Some(ids) = key["several"]["right"].as_array() {
        for id in ids {
            group.checkbox(choice(id)).tick();
        }
    } else if key["one"].is_string() {
        group.radio(choice(&key["one"])).choose();
    } else if let Some(key) = body["true-false"]["key"].as_bool() {
        group.radio(if key { "True" } else { "False" }).choose();
    } else {
        let text = &body["text"];
        let known = [&text["any"][0], &text["accept"]["en"][0]];
        let text = known.into_iter().find_map(Value::as_str);
        let text = text.unwrap_or_else(|| panic!("no answer known in {body}"));
        group.textbox(any()).type_text(text);
    }
}

#[test]
fn whoever_knows_the_answers_passes_the_shipped_checkpoint() {
    let site = Site::start();
    let page = Browser::start().open(site.url(""));
    read_on(&page);
    page.radio("English").nth(1).choose();
    page.do_not_see("Valider");
    let module = fetched(&page, "banks/iso-27000/iso-27002-vs-27001.json");
    let module: Value = serde_json::from_str(&module).expect("a module");
    let questions = module["questions"].as_array().expect("questions");
    for _ in 0..2 {
        for n in 1..=6 {
            let group = page.group(format!("Question {n}"));
            let (body, wording) = asked(questions, &group.name());
            answer(&group, body, wording);
        }
        page.button("Submit").click();
        page.region("Passed").see("100%");
        page.button("Try again").click();
        page.progressbar("Answered 0/6").is_there();
    }
    page.assert_no_errors();
}

#[test]
fn every_shipped_module_opens() {
    let site = Site::start();
    let page = Browser::start().open(site.url("blank.html"));
    let header: Value =
        serde_json::from_str(&fetched(&page, "banks/iso-27000.json")).expect("a header");
    let modules = header["modules"].as_array().expect("modules");
    assert!(modules.len() >= 4);
    for module in modules.iter().filter_map(|module| module["id"].as_str()) {
        let element = format!(
            r#"<jalon-module bank="banks/iso-27000.json" module="{module}" lang="both"></jalon-module>"#
        );
        site.put("one.html", format!("<!doctype html><html lang=en><title>One</title><main><h1>One</h1>{LOADER}{element}</main>"));
        page.go(site.url("one.html"));
        page.group("Question 1").nth(1).is_there();
        page.heading("Professional explanation").is_there();
        assert!(page.radio(any()).count() > 0);
    }
    page.assert_no_errors();
}
