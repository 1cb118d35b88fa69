//! What is said of every kind of problem with gaps, regions and pictures, and what becomes of pictures.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

#[path = "../command/mod.rs"]
mod command;
mod gaps;
#[path = "../problem/mod.rs"]
mod problem;
mod regions;

use std::fs;

use command::jalon;
use jalon_compiler::{Code, Report, Sources, check};
use problem::{Problem, difference};
use tempfile::TempDir;

const MODULE: &str = include_str!("../bank/sentences.toml");
const WHEEL: &str = include_str!("../bank/wheel.svg");

fn header() -> String {
    include_str!("../bank/bank.toml")
        .replace("first-steps", "sentences")
        .replace("prerequisites = [\"guidance\"]", "")
        .replace(
            "[[concept]]\nid = \"guidance\"\nname.en = \"Requirements and guidance\"\nname.fr = \"Exigences et recommandations\"\n",
            "",
        )
}

/// The sound bank with one slip in its module.
fn with(from: &str, to: &str) -> (Sources, Report) {
    assert!(MODULE.contains(from), "there is no {from:?}");
    let sources = Sources::from_iter([
        ("bank.toml", header().into_bytes()),
        ("sentences.toml", MODULE.replacen(from, to, 1).into_bytes()),
        ("wheel.svg", WHEEL.into()),
        (
            "flat.png",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x03\x20\0\0\0\x64".to_vec(),
        ),
        ("blank.svg", b"<svg/>".to_vec()),
        ("a wheel.svg", WHEEL.into()),
    ]);
    let report = check(&sources);
    (sources, report)
}

/// A slip in the module, and the problems that the check has to find.
struct Slip {
    name: &'static str,
    /// The code of each of the problems.
    code: Code,
    /// What stands in the module.
    from: &'static str,
    /// What is written in its place.
    to: &'static str,
    expected: &'static [Problem],
}

#[test]
fn every_slip_is_found_and_nothing_else() {
    let slips = [gaps::SLIPS, regions::SLIPS].into_iter().flatten();
    let wrong = slips.filter_map(|slip| {
        assert!(!slip.expected.is_empty(), "{}", slip.name);
        let (sources, report) = with(slip.from, slip.to);
        let difference = difference(slip.code, slip.expected, &sources, &report)?;
        Some(format!("{}\n{difference}\n", slip.name))
    });
    let wrong: String = wrong.collect();
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_sound_bank_is_sound() {
    let (_, report) = with("alt", "alt");
    assert_eq!(report.diagnostics, []);
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in [
        ("bank.toml", header().as_str()),
        ("sentences.toml", MODULE),
        ("wheel.svg", WHEEL),
        ("nobody-shows-it.svg", WHEEL),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn pictures_that_are_shown_are_built_beside_the_modules_and_belong_to_the_version() {
    let folder = folder();
    let version = || {
        let output = jalon(&folder, &["build", ".", "--out", "out"]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let header = fs::read_to_string(folder.path().join("out/sample.json")).unwrap();
        let header: serde_json::Value = serde_json::from_str(&header).unwrap();
        header["version"].as_str().unwrap().to_owned()
    };
    let before = version();
    let mut names: Vec<String> = fs::read_dir(folder.path().join("out/sample"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.len(), 2);
    assert!(names[0].starts_with("sentences.") && names[0].ends_with(".json"));
    assert_eq!(names[1], "wheel.svg");
    assert_eq!(
        fs::read_to_string(folder.path().join("out/sample/wheel.svg")).unwrap(),
        WHEEL
    );
    assert_eq!(version(), before);
    fs::write(
        folder.path().join("wheel.svg"),
        WHEEL.replace("#444", "#555"),
    )
    .unwrap();
    assert_ne!(version(), before);
}

#[test]
fn every_grade_of_gaps_and_regions_says_why() {
    let shown = |question: &str, response: &str| {
        let output = jalon(
            folder(),
            &["grade", ".", "--question", question, "--response", response],
        );
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let gaps = shown(
        "annex",
        "count=1,234; verb=should; first=tecnology; second=technology",
    );
    insta::assert_snapshot!(gaps, @r"
    verdict       partly, 0.2 of 1
    scoring       partial
    rule          key
    why           `count`: it may be two numbers, which is too far from the key; `verb`: 0 right, 1 wrong and 1 missed; `first`: the nearest right answer is `people`, 7 slips away; 1 is forgiven, and none in digits, and it is counted in another gap already; `second`: it reads as `technology`, to the letter
    learner sees  Partly right – Gap 1 of 4 – Wrong – Gap 2 of 4 – Wrong – Gap 3 of 4 – Wrong – Gap 4 of 4 – Right / En partie juste – Trou 2 sur 4 – Incorrect – Trou 1 sur 4 – Incorrect – Trou 3 sur 4 – Incorrect – Trou 4 sur 4 – Juste
    ");
    insta::assert_snapshot!(shown("wheel", "plan"), @r"
    verdict       wrong, 0 of 1
    scoring       all-or-nothing
    rule          key
    choices       right none, wrong plan, missed check
    why           0 right, 1 wrong and 1 missed
    learner sees  Wrong / Incorrect
    ");
}

#[test]
fn a_grade_of_gaps_in_json_has_a_trace_of_each() {
    let response = r#"{"gaps":{"second":{"text":"people"}}}"#;
    let question = ["--question", "annex", "--response", response];
    let output = jalon(
        folder(),
        &[&["grade", ".", "--json"], &question[..]].concat(),
    );
    let grade: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let right = serde_json::json!({
        "scoring": "all-or-nothing",
        "normal_form": "people",
        "rule": "exact",
        "answer": "people",
        "languages": ["en"],
        "credit": { "answer": 100, "tier": 100 },
    });
    let expected = serde_json::json!({
        "question": "annex",
        "verdict": "partly",
        "earned": 0.2,
        "possible": 1,
        "why": "`count`: there is nothing in it; `verb`: there is nothing in it; `first` by the key of `second`: there is nothing in it; `second` by the key of `first`: it reads as `people`, to the letter",
        "trace": {
            "scoring": "partial",
            "rule": "key",
            "gaps": [
                { "gap": "count", "verdict": "none" },
                { "gap": "verb", "verdict": "none" },
                { "gap": "first", "key": "second", "verdict": "none" },
                { "gap": "second", "key": "first", "verdict": "right", "trace": right },
            ],
        },
    });
    assert_eq!(grade, expected);
}
