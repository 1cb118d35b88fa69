//! `jalon grade`, as an instructor runs it.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod command;

use std::fs;
use std::process::Output;

use command::{jalon, printed};
use serde_json::Value;
use tempfile::TempDir;

const BANK: &str = include_str!("bank/bank.toml");
const MODULE: &str = include_str!("bank/first-steps.toml");

fn bank() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("bank.toml"), BANK).unwrap();
    fs::write(folder.path().join("first-steps.toml"), MODULE).unwrap();
    folder
}

fn grade(folder: &TempDir, arguments: &[&str]) -> Output {
    jalon(folder, &[&["grade", "."], arguments].concat())
}

fn shown(question: &str, response: &str, more: &[&str]) -> String {
    let arguments = ["--question", question, "--response", response];
    let output = grade(&bank(), &[&arguments, more].concat());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    printed(&output)
}

#[test]
fn every_grade_says_why() {
    let slip = shown("applicability", "Statment of applicability", &[]);
    insta::assert_snapshot!(slip, @r"
    verdict       right, 1 of 1
    scoring       all-or-nothing
    normal form   statment of applicability
    rule          typo
    read as       statement of applicability (en)
    slips         1 of 3 forgiven
    nearest other statement of acceptability, 6 slips away
    why           it reads as `statement of applicability`, apart from typing slips (1 of 3 that are forgiven)
    learner sees  Right – Mind the spelling: statement of applicability / Juste – Attention à l’orthographe : statement of applicability
    ");
    let wrong = shown("purpose", "certify", &["--lang", "fr"]);
    insta::assert_snapshot!(wrong, @r"
    verdict       wrong, 0 of 1
    scoring       all-or-nothing
    rule          key
    choices       right none, wrong certify, missed guide
    why           0 right, 1 wrong and 1 missed
    learner sees  Incorrect
    ");
}

#[test]
fn every_part_of_the_points_says_where_the_rest_went() {
    let grades = [
        "ISO 27001:2022",
        "iso 27001:2013",
        "27001",
        "requirments standard",
        "requirements for quality management systems",
        "the 27002 standard",
    ];
    let grades = grades.map(|given| shown("standard", given, &["--lang", "en"]));
    insta::assert_snapshot!("credit", grades.join("\n"));
    let folder = bank();
    let tagged = MODULE.replace(
        "id = \"certify\"",
        "id = \"certify\"\nmisconception = \"mixes-27001-and-27002\"",
    );
    fs::write(folder.path().join("first-steps.toml"), tagged).unwrap();
    let arguments = ["--question", "purpose", "--response", "certify", "--json"];
    let grade = printed(&grade(&folder, &arguments));
    let grade: Value = serde_json::from_str(&grade).unwrap();
    assert_eq!(
        grade["trace"]["misconceptions"],
        serde_json::json!(["mixes-27001-and-27002"])
    );
}

#[test]
fn an_essay_is_said_to_be_its_authors_to_assess() {
    let essay = shown("two-verbs", "A *shall* binds.", &["--lang", "fr"]);
    insta::assert_snapshot!(essay, @r"
    verdict       self-assessed
    scoring       self-assessed
    rule          self-assessed
    why           nothing grades an essay: who wrote it compares it with the model answer
    learner sees  À comparer avec la réponse type
    ");
    let grade = shown("two-verbs", r#"{"essay":"It binds."}"#, &["--json"]);
    let grade: Value = serde_json::from_str(&grade).unwrap();
    assert_eq!(grade["verdict"], "self-assessed");
    assert_eq!(grade["possible"], 0);
}

#[test]
fn items_are_told_apart_in_a_grade() {
    let half = shown("family", "iso-27001=vocabulary", &["--lang", "en"]);
    insta::assert_snapshot!(half, @r"
    verdict       wrong, 0 of 1
    scoring       partial
    rule          key
    choices       right none, wrong iso-27001, missed iso-27002
    why           0 right, 1 wrong and 1 left out
    learner sees  Wrong
    ");
    let sorted = shown(
        "findings",
        "no-audit=minor late-review=minor",
        &["--lang", "en"],
    );
    insta::assert_snapshot!(sorted, @r"
    verdict       partly, 0.25 of 1
    scoring       partial-with-penalty
    rule          key
    choices       right late-review, wrong no-audit, missed none
    why           1 right, 1 wrong and 0 left out
    learner sees  Partly right
    ");
    let order = shown("cycle", "plan check do", &["--lang", "en"]);
    insta::assert_snapshot!(order, @r"
    verdict       partly, 0.33 of 1
    scoring       positions
    rule          key
    choices       right plan, wrong do check, missed none
    why           1 of 3 items are in their place
    learner sees  Partly right
    ");
}

#[test]
fn of_each_tier_the_nearest_credit_counts() {
    let folder = bank();
    let header = [BANK, "\n[credit]\naccents = 70\ngrammar = 30\ntypo = 10\n"].concat();
    let module = MODULE.replace("draw = 2", "draw = 2\ncredit = { accents = 60 }");
    let module = module.replace(
        "accept = [\"the statement of aplicability\", ",
        "accept = [",
    );
    let module = module.replace("\"declaration d'applicabilite\"", "");
    fs::write(folder.path().join("bank.toml"), header).unwrap();
    fs::write(folder.path().join("first-steps.toml"), module).unwrap();
    for (question, given, earned) in [
        ("applicability", "statements of applicability", 0.3),
        ("applicability", "declaration d'applicabilite", 0.6),
        ("applicability", "statment of applicability", 0.1),
        ("standard", "requirments standard", 0.8),
    ] {
        let arguments = ["--question", question, "--response", given, "--json"];
        let output = grade(&folder, &arguments);
        let grade: Value = serde_json::from_str(&printed(&output)).unwrap();
        assert_eq!(grade["earned"], earned, "{given}");
    }
}

#[test]
fn the_saved_form_and_the_short_one_are_the_same_response() {
    for (question, short, saved) in [
        ("purpose", "guide", r#"{"choice":["guide"]}"#),
        ("certified", "false", r#"{"true-false":false}"#),
        ("applicability", "SoA", r#"{"text":"SoA"}"#),
        (
            "family",
            "iso-27001=requirements, iso-27002=guide",
            r#"{"match":{"iso-27002":"guide","iso-27001":"requirements"}}"#,
        ),
        (
            "findings",
            "no-audit=major late-review=minor",
            r#"{"classify":{"no-audit":"major","late-review":"minor"}}"#,
        ),
        (
            "cycle",
            "plan, do, check",
            r#"{"order":["plan","do","check"]}"#,
        ),
    ] {
        let grades = [short, saved].map(|response| shown(question, response, &["--json"]));
        assert_eq!(grades[0], grades[1]);
        let grade: Value = serde_json::from_str(&grades[0]).unwrap();
        assert_eq!(grade["verdict"], "right");
        assert_eq!(grade["earned"], 1.0);
    }
}

#[test]
fn every_line_of_responses_has_its_line_of_grades() {
    let folder = bank();
    let lines = [
        r#"{"question":"purpose","response":{"choice":["guide"]}}"#,
        r#"{"question":"applicability","response":{"text":"  "}}"#,
        "",
        r#"{"question":"certified","response":{"true-false":true}}"#,
        r#"{"question":"purposes","response":{"choice":["guide"]}}"#,
        "not JSON",
    ];
    fs::write(folder.path().join("responses.jsonl"), lines.join("\n")).unwrap();
    let output = grade(&folder, &["--responses", "responses.jsonl"]);
    assert_eq!(output.status.code(), Some(1), "two lines can't be graded");
    let grades: Vec<Value> = printed(&output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let verdicts: Vec<&str> = grades
        .iter()
        .filter_map(|g| g["verdict"].as_str())
        .collect();
    assert_eq!(verdicts, ["right", "not-ready", "wrong", "error", "error"]);
    assert_eq!(grades[3]["line"], 5);
    assert_eq!(
        grades[3]["reason"],
        "there is no such question; did you mean `purpose`?"
    );
    assert_eq!(
        grades[4]["reason"],
        "the response can't be read: expected ident, at column 2"
    );
}

#[test]
fn what_cannot_be_graded_says_what_to_write() {
    let folder = bank();
    for (question, response, said) in [
        (
            "porpose",
            "guide",
            "there is no such question; did you mean `purpose`?",
        ),
        (
            "certified",
            "maybe",
            r#"the response can't be read: a response here looks like this: {"true-false":false}"#,
        ),
        (
            "purpose",
            r#"{"choice":"guide"}"#,
            "the response can't be read: invalid type: string \"guide\", expected a sequence, at column 17",
        ),
    ] {
        let output = grade(&folder, &["--question", question, "--response", response]);
        assert_eq!(output.status.code(), Some(2));
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(error, format!("jalon: {said}\n"));
    }
    let output = grade(
        &folder,
        &["--question", "purpose", "--response", "{\"choice\":[]}"],
    );
    assert_eq!(
        printed(&output),
        "not ready to be graded: there is nothing in it\n"
    );
}

/// The bank of a module that asks for everything, with a question that has hints and tries.
fn demanding() -> TempDir {
    let folder = bank();
    let settings =
        "pass = 60\nfeedback = { when = \"at-once\" }\ntries = 3\npenalty = 25\ncertainty = true";
    let module = MODULE.replace("pass = 60", settings);
    let hinted = module
        .replace(
            "\"It guides.\"",
            "\"It guides.\"\nhints = [\"One.\", \"Two.\"]",
        )
        .replace(
            "\"It advises.\"",
            "\"It advises.\"\nhints = [\"One.\", \"Two.\"]",
        )
        .replace(
            "\"Elle guide.\"",
            "\"Elle guide.\"\nhints = [\"Un.\", \"Deux.\"]",
        )
        .replace(
            "\"Elle conseille.\"",
            "\"Elle conseille.\"\nhints = [\"Un.\", \"Deux.\"]",
        );
    fs::write(folder.path().join("first-steps.toml"), hinted).unwrap();
    folder
}

#[test]
fn hints_tries_and_certainty_are_part_of_the_trace() {
    let folder = demanding();
    let graded = |arguments: &[&str]| {
        let question = ["--question", "purpose", "--lang", "en", "--response"];
        let output = grade(&folder, &[&question, arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        printed(&output)
    };
    let helped = graded(&["guide", "--hints", "2", "--tries", "1", "--certainty", "2"]);
    insta::assert_snapshot!(helped, @r"
    verdict       right, 0.36 of 1
    scoring       all-or-nothing
    rule          key
    choices       right guide, wrong none, missed none
    by the key    1 of 1
    hints         2 shown, 20% of the points off
    tries         1 wrong before, 25% of the points off
    certainty     2 of 3
    why           1 right, 0 wrong and 0 missed
    learner sees  Right – Fairly sure, 2 hints, 1 wrong try: 0.36 out of 1 point
    ");
    let overdone = graded(&["certify", "--certainty", "3"]);
    insta::assert_snapshot!(overdone, @r"
    verdict       wrong, −2 of 1
    scoring       all-or-nothing
    rule          key
    choices       right none, wrong certify, missed guide
    by the key    0 of 1
    certainty     3 of 3
    why           0 right, 1 wrong and 1 missed
    learner sees  Wrong – Very sure: −2 out of 1 point
    ");
}

#[test]
fn what_a_question_does_not_offer_is_refused() {
    let folder = demanding();
    for (more, why) in [
        (["--hints", "3"], "it took 3 hints, the question has 2"),
        (
            ["--tries", "3"],
            "it took 3 wrong tries before, the question allows 3 tries in all",
        ),
    ] {
        let question = ["--question", "purpose", "--response", "guide"];
        let output = grade(&folder, &[&question[..], &more[..]].concat());
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(why), "{said}");
    }
}

#[test]
fn a_line_of_responses_may_say_what_it_took() {
    let folder = demanding();
    let lines = [
        r#"{"question":"purpose","response":{"choice":["guide"]},"hints":1,"certainty":3}"#,
        r#"{"question":"certified","response":{"true-false":true},"certainty":3}"#,
        r#"{"question":"certified","response":{"true-false":false}}"#,
        r#"{"question":"certified","response":"nothing","certainty":3}"#,
        r#"{"question":"certified","response":{"true-false":false},"certainty":4}"#,
    ];
    fs::write(folder.path().join("responses.jsonl"), lines.join("\n")).unwrap();
    let output = grade(&folder, &["--responses", "responses.jsonl"]);
    let printed = printed(&output);
    let grades: Vec<Value> = printed
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(grades[0]["earned"], 0.9);
    assert_eq!(grades[0]["trace"]["before"], 1.0);
    assert_eq!(grades[0]["trace"]["hints"]["percent"], 10);
    assert_eq!(grades[1]["earned"], -2.0);
    assert_eq!(
        (&grades[2]["earned"], &grades[2]["trace"]["certainty"]),
        (&0.33.into(), &1.into())
    );
    assert_eq!(grades[3]["verdict"], "not-ready");
    assert_eq!(grades[4]["verdict"], "error");
}
