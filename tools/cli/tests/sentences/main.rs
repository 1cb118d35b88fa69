//! What a person sees of every kind of problem with gaps, regions and pictures, and what becomes of pictures.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

#[path = "../command/mod.rs"]
mod command;
mod gaps;
mod regions;

use std::fs;

use command::jalon;
use jalon_compiler::{Code, Report, Sources, check};
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

/// Name, code, what stands in the module and what is written in its place.
type Slip = (&'static str, Code, &'static str, &'static str);

#[test]
fn every_problem_is_shown_with_its_place_and_one_thing_to_try() {
    let mut others = String::new();
    for (name, code, from, to) in [gaps::SLIPS, regions::SLIPS].concat() {
        let (sources, report) = with(from, to);
        let problems = report.diagnostics.iter();
        let drawn: Vec<String> = problems.map(|one| jalon::draw(&sources, one)).collect();
        let drawn = anstream::adapter::strip_str(&drawn.join("\n\n")).to_string();
        let alone = report.diagnostics.iter().all(|one| one.code == code);
        if report.diagnostics.is_empty() || !alone {
            others.push_str(&format!("{name} shows something else:\n{drawn}\n\n"));
            continue;
        }
        insta::assert_snapshot!(name, drawn);
    }
    assert!(others.is_empty(), "{others}");
}

#[test]
fn the_sound_bank_is_sound() {
    let (sources, report) = with("alt", "alt");
    let drawn: Vec<String> = report
        .diagnostics
        .iter()
        .map(|one| jalon::draw(&sources, one))
        .collect();
    assert!(drawn.is_empty(), "{}", drawn.join("\n\n"));
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
    insta::assert_snapshot!(
        "grade-gaps",
        shown(
            "annex",
            "count=1,234; verb=should; first=tecnology; second=technology"
        )
    );
    insta::assert_snapshot!("grade-hotspot", shown("wheel", "plan"));
    let json = jalon(
        folder(),
        &[
            "grade",
            ".",
            "--json",
            "--question",
            "annex",
            "--response",
            r#"{"gaps":{"second":{"text":"people"}}}"#,
        ],
    );
    insta::assert_snapshot!("grade-gaps-json", String::from_utf8(json.stdout).unwrap());
}
