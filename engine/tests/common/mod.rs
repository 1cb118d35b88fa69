//! A small bank with a question of every kind, for the tests of promises.

use jalon_engine::bank::{Bank, Module};
use jalon_engine::json;

pub(crate) const HEADER: &str = r#"{
  "jalon": 3, "id": "b", "version": "1", "languages": ["en", "fr"],
  "title": {"en": "Bank", "fr": "Banque"},
  "concepts": [
    {"id": "role", "name": {"en": "Role", "fr": "Rôle"}},
    {"id": "basis", "name": {"en": "Basis", "fr": "Base"}, "prerequisites": ["role"]}
  ],
  "terms": ["accreditation", "certification"],
  "modules": [{"id": "m", "title": {"en": "Module", "fr": "Module"}, "track": {"en": "Track", "fr": "Parcours"},
    "level": "foundation", "minutes": 5, "pass": 60, "draw": 4}]
}"#;

fn wording(id: &str, text: &str, choices: &[&str]) -> String {
    let choices: Vec<String> = choices
        .iter()
        .map(|c| format!(r#""{c}": [{{"t": "{c} {text}"}}]"#))
        .collect();
    format!(
        r#"{{"id": "{id}", "prompt": [{{"p": [{{"t": "{text}"}}]}}], "explanation": [{{"p": [{{"t": "because {text}"}}]}}], "choices": {{{}}}}}"#,
        choices.join(", ")
    )
}

fn question(id: &str, concept: &str, choices: &[&str], body: &str) -> String {
    let all = |lang: &str| {
        [1, 2]
            .map(|n| wording(&n.to_string(), &format!("{lang} {id} {n}"), choices))
            .join(", ")
    };
    format!(
        r#"{{"id": "{id}", "tags": [{{"concept": "{concept}"}}], "fingerprint": "f-{id}",
            "wordings": {{"en": [{}], "fr": [{}]}}, "body": {body}}}"#,
        all("en"),
        all("fr")
    )
}

pub(crate) fn module_json() -> String {
    let one = r#"{"choice": {"choices": [{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "none", "pinned": true}], "key": {"one": "a"}}}"#;
    let several = r#"{"choice": {"choices": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "key": {"several": {"right": ["a", "c"]}}}}"#;
    let judged = r#"{"true-false": {"key": false}}"#;
    let typed = r#"{"text": {"any": ["ISO/IEC 27001", "27001"],
        "accept": {"en": ["statement of applicability"], "fr": ["déclaration d'applicabilité"]},
        "wrong": [{"answers": ["ISO/IEC 27002"]}]}}"#;
    let questions = [
        question("one", "role", &["a", "b", "c", "none"], one),
        question("one-more", "role", &["a", "b", "c", "none"], one),
        question("several", "basis", &["a", "b", "c"], several),
        question("judged", "role", &[], judged),
        question("typed", "basis", &[], typed),
        question("typed-more", "basis", &[], typed),
    ];
    format!(
        r#"{{"jalon": 3, "bank": "b", "version": "1", "module": "m", "questions": [{}]}}"#,
        questions.join(", ")
    )
}

pub(crate) fn module_of(header: &str, json: &str) -> Module {
    let file = json::read(json).expect("a module");
    bank(header).module(file).expect("the module is sound")
}

pub(crate) fn bank(header: &str) -> Bank {
    Bank::new(json::read(header).expect("a header")).expect("the header is sound")
}

#[allow(dead_code, reason = "some tests edit the file first")]
pub(crate) fn module() -> Module {
    module_of(HEADER, &module_json())
}
