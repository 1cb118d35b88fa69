//! The schemas of a bank's files take what the check takes.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::path::Path;

use jalon_draft::{self as draft, Sources};
use jsonschema::Validator;
use serde_json::{Value, json};

fn validator(schema: &Value) -> Validator {
    jsonschema::draft7::new(schema).unwrap()
}

fn read(toml: &str) -> Value {
    toml::from_str::<Value>(toml).unwrap()
}

fn faults(validator: &Validator, value: &Value) -> Vec<String> {
    let all = validator.iter_errors(value);
    all.map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

#[test]
fn every_bank_of_ours_fits_the_schemas() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let (bank, module) = (
        validator(&draft::bank_schema()),
        validator(&draft::module_schema()),
    );
    for folder in [
        "questions",
        "tools/cli/tests/bank",
        "tests/tests/journeys/almanac",
    ] {
        let sources = Sources::read(&root.join(folder)).unwrap();
        for (_, source) in sources.iter() {
            let schema = if source.path().ends_with("bank.toml") {
                &bank
            } else {
                &module
            };
            let found = faults(schema, &read(source.text()));
            assert!(
                found.is_empty(),
                "{}: {}",
                source.path(),
                found.join("\n").chars().take(2000).collect::<String>()
            );
        }
    }
}

const QUESTION: &str = r#"
title.en = "T"
track.en = "T"
level = "foundation"
minutes = 5

[[question]]
id = "q"
kind = "true-false"
concepts = ["c"]
key = true

[[question.en]]
prompt = "P"
"#;

#[test]
fn slips_are_shown_as_one_types() {
    let module = validator(&draft::module_schema());
    assert_eq!(faults(&module, &read(QUESTION)), Vec::<String>::new());
    for (right, wrong) in [
        ("key = true", "key = \"true\""),
        ("key = true", "keys = true"),
        ("key = true", "key = true\nscoring = \"partial\""),
        ("kind = \"true-false\"", "kind = \"truefalse\""),
        ("id = \"q\"", "id = \"Q 1\""),
        ("id = \"q\"", ""),
        ("prompt = \"P\"", "promt = \"P\""),
        ("minutes = 5", "minutes = -1"),
        ("key = true", "key = true\npoints = 101"),
        ("key = true", "key = true\ntries = 21"),
        ("minutes = 5", "minutes = 5\ncredit = { typo = 101 }"),
        ("concepts = [\"c\"]", "concepts = []"),
        ("level = \"foundation\"", "level = \"easy\""),
        ("concepts = [\"c\"]", "concepts = \"c\""),
        ("minutes = 5", "minutes = 5\npass = 101"),
    ] {
        assert!(QUESTION.contains(right), "{right}");
        let slipped = read(&QUESTION.replace(right, wrong));
        assert!(!module.is_valid(&slipped), "{wrong}");
    }
}

#[test]
fn what_the_check_takes_is_no_slip() {
    let module = validator(&draft::module_schema());
    for (from, to) in [
        ("minutes = 5", "minutes = 0"),
        ("minutes = 5", "minutes = 5\ncredit = { typo = 0 }"),
        ("concepts = [\"c\"]", "concepts = { c = 2 }"),
        (
            "key = true",
            "key = true\npoints = 100\ntries = 20\npenalty = 0\nhint_cost = 100",
        ),
        ("[[question.en]]", "[[question.fr-CA]]"),
    ] {
        assert!(QUESTION.contains(from), "{from}");
        let found = faults(&module, &read(&QUESTION.replace(from, to)));
        assert_eq!(found, Vec::<String>::new(), "{to}");
    }
}

#[test]
fn a_slip_in_a_question_is_shown_where_it_is() {
    let module = validator(&draft::module_schema());
    for (right, wrong, place) in [
        ("key = true", "key = \"true\"", "/question/0/key"),
        ("prompt = \"P\"", "promt = \"P\"", "/question/0/en/0"),
        ("id = \"q\"", "id = \"Q 1\"", "/question/0/id"),
        ("\"true-false\"", "\"true-flase\"", "/question/0/kind"),
        ("prompt = \"P\"", "prompt = \"\"", "/question/0/en/0/prompt"),
    ] {
        let found = faults(&module, &read(&QUESTION.replace(right, wrong)));
        let is_told = found
            .iter()
            .any(|one| one.starts_with(&format!("{place}:")));
        assert!(is_told, "{wrong}: {found:#?}");
    }
}

#[test]
fn editors_are_told_what_each_key_means() {
    for schema in [draft::bank_schema(), draft::module_schema()] {
        let properties = schema["properties"].as_object().unwrap();
        for (key, property) in properties {
            let is_said = property["description"].is_string()
                || property["allOf"][0]["description"].is_string();
            assert!(
                is_said || property.get("$ref").is_some(),
                "{key}: {property}"
            );
        }
        assert_ne!(schema["title"], json!(null));
    }
}
