//! The authoring guide says what every key is for, in examples that a check has nothing against.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops where it can't go on"
)]

use std::collections::BTreeSet;

use jalon_compiler::{Code, Diagnostic, Severity, Sources, check, stats};
use jalon_draft as draft;
use serde_json::Value;

const GUIDE: &str = include_str!("../../../questions/README.md");

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

/// What the word behind `toml` in a fence says an example is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Bank,
    Module,
    Question,
}

/// An example of the guide.
#[derive(Debug, Clone)]
struct Example {
    place: Place,
    /// The line of the guide that opens it, from 1.
    line: usize,
    /// The kind of question that the heading above it names.
    kind: Option<&'static str>,
    text: String,
}

/// Every example in TOML.
fn examples() -> Vec<Example> {
    let mut all = Vec::new();
    let mut kind = None;
    let mut lines = (1..).zip(GUIDE.lines());
    while let Some((line, text)) = lines.next() {
        if text.starts_with('#') {
            let name = text.strip_prefix("### `");
            kind = name.and_then(|rest| rest.strip_suffix('`'));
        }
        let Some(fence) = text.trim_start().strip_prefix("```") else {
            continue;
        };
        let inside = lines.by_ref().take_while(|(_, text)| text.trim() != "```");
        let text: String = inside.flat_map(|(_, text)| [text, "\n"]).collect();
        let place = match fence {
            "toml bank" => Place::Bank,
            "toml module" => Place::Module,
            "toml question" => Place::Question,
            "markdown" => continue,
            other => {
                panic!(
                    "line {line}: a fence of `{other}`; write `toml bank`, `toml module` or `toml question`"
                )
            }
        };
        all.push(Example {
            place,
            line,
            kind,
            text,
        });
    }
    all
}

/// The key that a line sets, up to the first dot.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(" = ")?;
    let key = key.split('.').next()?;
    let is_bare = |sign: char| sign.is_alphanumeric() || "-_".contains(sign);
    key.chars().all(is_bare).then_some(key)
}

impl Example {
    /// The example once for each line that is a comment for being another way to write the key above it, with that line in its place.
    fn others(&self) -> Vec<Self> {
        let lines: Vec<&str> = self.text.lines().collect();
        let mut all = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let Some(other) = line.strip_prefix("# ") else {
                continue;
            };
            let key =
                key_of(other).expect("a comment of its own line is another way to write a key");
            let is_same = |line: &&str| key_of(line) == Some(key);
            let instead = lines[..at].iter().rposition(is_same);
            let instead = instead.expect("the key that it is another way to write stands above");
            let mut changed = lines.clone();
            changed[at] = other;
            changed.remove(instead);
            all.push(Self {
                text: changed.join("\n") + "\n",
                line: self.line + 1 + at,
                ..self.clone()
            });
        }
        all
    }

    /// The question, with what the guide says stands above each example, and a wording where the example is about other things.
    fn question(&self) -> String {
        let mut text = String::new();
        if !self.text.starts_with("[[question]]\n") {
            let line = self.line;
            text +=
                &format!("[[question]]\nid = \"line-{line}\"\nconcepts = [\"certification\"]\n");
            text += &self.kind.map_or_else(
                || "kind = \"true-false\"\nkey = true\n".to_owned(),
                |kind| format!("kind = \"{kind}\"\n"),
            );
        }
        text += &self.text;
        for (lang, prompt) in [("en", "What is it?"), ("fr", "Qu'est-ce que c'est ?")] {
            if !self.text.contains(&format!("[[question.{lang}]]")) {
                text += &format!("\n[[question.{lang}]]\nprompt = \"{prompt}\"\n");
            }
        }
        text
    }
}

/// The examples as one bank.
fn bank(examples: &[Example]) -> Sources {
    let of = |place| {
        examples
            .iter()
            .filter(move |example| example.place == place)
    };
    let bank: String = of(Place::Bank)
        .map(|example| example.text.as_str())
        .collect();
    let mut module: String = of(Place::Module)
        .map(|example| example.text.as_str())
        .collect();
    for example in of(Place::Question) {
        module += "\n";
        module += &example.question();
    }
    let wheel = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="40"/></svg>"#;
    Sources::from_iter([
        ("bank.toml", bank.as_str()),
        ("first-steps.toml", &module),
        ("pdca.svg", wheel),
        ("logo.svg", wheel),
    ])
}

/// What the check has against a bank, beside advice and wordings that stand alone: an example of one shows how it is written.
fn faults(sources: &Sources) -> Vec<String> {
    let found = check(sources).diagnostics;
    let counts = |found: &&Diagnostic| {
        found.severity() != Severity::Advice && found.code != Code::SingleWording
    };
    let told = |found: &Diagnostic| {
        let source = sources.get(found.file());
        let line = source.text().get(source.lines_around(found.span.bytes()));
        let (code, message) = (found.code.as_str(), &found.message);
        format!("{code}: {message}\n    {}", line.unwrap_or_default())
    };
    found.iter().filter(counts).map(told).collect()
}

#[test]
fn the_examples_of_the_guide_make_a_bank_without_a_fault() {
    let sources = bank(&examples());
    let faults = faults(&sources);
    assert!(faults.is_empty(), "{}", faults.join("\n"));

    let kinds = stats(&check(&sources).banks[0]).all.kinds;
    let missing: Vec<_> = kinds.iter().filter(|kind| kind.questions == 0).collect();
    assert!(missing.is_empty(), "kinds without an example: {missing:?}");
}

#[test]
fn so_do_the_other_ways_to_write_a_key_that_stand_in_comments() {
    let examples = examples();
    let mut tried = 0;
    for (at, example) in examples.iter().enumerate() {
        for other in example.others() {
            let mut changed = examples.clone();
            let line = other.line;
            changed[at] = other;
            let faults = faults(&bank(&changed));
            assert!(faults.is_empty(), "line {line}: {}", faults.join("\n"));
            tried += 1;
        }
    }
    assert!(tried >= 5, "{tried} comments were tried");
}
