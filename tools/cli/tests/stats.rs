//! Numbers of questions, as a user sees them.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod command;

use std::fs;

use command::{jalon, printed};
use serde_json::Value;
use tempfile::TempDir;

const BANK: &str = include_str!("bank/bank.toml");
const MODULE: &str = include_str!("bank/first-steps.toml");
const SENTENCES: &str = include_str!("bank/sentences.toml");

fn stats(module: &str, arguments: &[&str]) -> String {
    stats_of(BANK, module, arguments)
}

fn stats_of(header: &str, module: &str, arguments: &[&str]) -> String {
    let folder = TempDir::new().unwrap();
    let header = header.replace("[\"first-steps\"]", "[\"first-steps\", \"sentences\"]");
    for (name, text) in [
        ("bank.toml", header.as_str()),
        ("first-steps.toml", module),
        ("sentences.toml", SENTENCES),
        ("wheel.svg", include_str!("bank/wheel.svg")),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let output = jalon(&folder, &[&["stats", "."], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    printed(&output)
}

#[test]
fn a_bank_is_counted_and_what_is_thin_is_named() {
    insta::assert_snapshot!(stats(MODULE, &[]));
}

#[test]
fn no_line_is_wider_than_a_terminal() {
    for line in stats(MODULE, &[]).lines() {
        assert!(line.chars().count() <= 100, "{line}");
        assert_eq!(line.trim_end(), line);
    }
}

#[test]
fn a_concept_that_nothing_asks_about_is_thin() {
    let concept = |id: &str| {
        format!(
            "[[concept]]\nid = \"{id}\"\nname.en = \"{id}\"\nname.fr = \"{id}\"\n\n[[concept]]\n"
        )
    };
    let ids = [
        "a-name-that-is-far-too-long-to-be-shown-1",
        "a-name-that-is-far-too-long-to-be-shown-2",
    ];
    let header = ids.iter().fold(BANK.to_owned(), |header, id| {
        header.replacen("[[concept]]\n", &concept(id), 1)
    });
    let said = stats_of(&header, MODULE, &[]);
    assert!(
        said.contains("2 concepts without questions\n      a-name"),
        "{said}"
    );
    for id in [
        "a-name-that-is-far-…o-be-shown-1 ",
        "a-name-that-is-far-…o-be-shown-2 ",
    ] {
        assert!(said.contains(id), "{said}");
    }
}

#[test]
fn tools_get_the_same_numbers() {
    let all: Value = serde_json::from_str(&stats(MODULE, &["--json"])).unwrap();
    let bank = &all[0];
    assert_eq!(bank["bank"], "sample");
    assert_eq!(bank["all"]["questions"], 11);
    assert_eq!(bank["modules"][0]["module"], "first-steps");
    assert_eq!(bank["modules"][0]["draw"], 2);
    assert_eq!(bank["modules"][1]["draw"], Value::Null);
    let choices = &bank["all"]["kinds"][0];
    assert_eq!(
        (&choices["name"], &choices["questions"]),
        (&"choice".into(), &1.into())
    );
    let english = &bank["all"]["languages"][0];
    assert_eq!(
        (&english["language"], &english["wordings"]),
        (&"en".into(), &22.into())
    );
}

fn lacks(module: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(&stats(module, &["--json"])).unwrap();
    all[0]["thin"].as_array().unwrap().clone()
}

/// The one of that name, if it is there.
fn lack(module: &str, name: &str) -> Option<Value> {
    lacks(module).into_iter().find(|thin| thin["lack"] == name)
}

/// The second question about guidance.
const OTHER: &str = "kind = \"essay\"\nconcepts = [\"guidance\"]";

#[test]
fn each_thing_is_thin_only_where_it_is() {
    assert!(lack(MODULE, "small-pool").is_none());
    let pool = lack(&MODULE.replace("draw = 2", "draw = 7"), "small-pool").unwrap();
    assert_eq!((&pool["there"], &pool["wanted"]), (&9.into(), &11.into()));

    assert!(lack(MODULE, "few-questions").is_none());
    let one_less = MODULE.replace(OTHER, &OTHER.replace("guidance", "certification"));
    assert_ne!(one_less, MODULE);
    let few = lack(&one_less, "few-questions").unwrap();
    assert_eq!(few["names"], serde_json::json!(["guidance"]));
    assert_eq!(few["languages"], serde_json::json!(["en", "fr"]));
    assert!(lack(&one_less.replace("draw = 2", ""), "few-questions").is_none());

    assert!(lack(MODULE, "no-samples").is_none());
    let untried = MODULE.replace("reject = [\"risk treatment plan\", \"certificate\"]", "");
    let untried = untried.replace(
        "accept = [\"the statement of aplicability\", \"declaration d'applicabilite\"]",
        "",
    );
    let untried = lack(&untried, "no-samples").unwrap();
    assert_eq!(untried["names"], serde_json::json!(["applicability"]));

    assert!(lack(MODULE, "untagged-misconceptions").is_none());
    let untagged = MODULE.replace("misconception = \"mixes-27001-and-27002\"", "");
    let untagged = lack(&untagged, "untagged-misconceptions").unwrap();
    assert_eq!(
        untagged["names"],
        serde_json::json!(["mixes-27001-and-27002"])
    );

    assert!(lack(MODULE, "unused-kinds").is_none());
    assert!(lack(MODULE, "one-difficulty").is_none());
    let easy = MODULE.replacen(
        "id = \"certified\"",
        "id = \"certified\"\ndifficulty = \"easy\"",
        1,
    );
    let easy = lack(&easy, "one-difficulty").unwrap();
    assert_eq!(easy["names"], serde_json::json!(["certification"]));

    assert!(lack(MODULE, "one-wording").is_none());
    let second = "[[question.fr]]\nprompt = \"Certains certificats mentionnent l'ISO/IEC 27002.\"\nexplanation = \"Ils mentionnent l'ISO/IEC 27001.\"\n";
    assert!(MODULE.contains(second));
    let single = lack(&MODULE.replace(second, ""), "one-wording").unwrap();
    assert_eq!(single["names"], serde_json::json!(["certified"]));
    assert_eq!(single["languages"], serde_json::json!(["fr"]));
}
