//! The authoring guide says what every key is for.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;

use jalon_author::draft;
use serde_json::Value;

const GUIDE: &str = include_str!("../../questions/README.md");

fn keys(schema: &Value, all: &mut BTreeSet<String>) {
    match schema {
        Value::Object(object) => {
            if let Some(properties) = object.get("properties").and_then(Value::as_object) {
                all.extend(properties.keys().cloned());
            }
            object.values().for_each(|inner| keys(inner, all));
        }
        Value::Array(list) => list.iter().for_each(|inner| keys(inner, all)),
        _ => {}
    }
}

/// The words of examples and of code within the text.
fn code() -> BTreeSet<&'static str> {
    let mut all = BTreeSet::new();
    let mut is_example = false;
    for line in GUIDE.lines() {
        let pieces = line.split('`').enumerate();
        if line.starts_with("```") {
            is_example = !is_example;
            continue;
        }
        for (_, piece) in pieces.filter(|(at, _)| is_example || at % 2 == 1) {
            all.extend(piece.split(|sign: char| !sign.is_alphanumeric() && !"-_".contains(sign)));
        }
    }
    all
}

#[test]
fn every_key_that_the_schemas_know_is_in_the_guide() {
    let mut known = BTreeSet::new();
    keys(&draft::bank_schema(), &mut known);
    keys(&draft::module_schema(), &mut known);
    assert!(known.len() > 60, "{known:?}");
    let code = code();
    let missing: Vec<_> = known
        .iter()
        .filter(|key| !code.contains(key.as_str()))
        .collect();
    assert!(missing.is_empty(), "the guide says nothing of {missing:?}");
}
