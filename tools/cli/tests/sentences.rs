//! What a person sees of every kind of problem with gaps, regions and pictures, and what becomes of pictures.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod command;

use std::fs;

use command::jalon;
use jalon_compiler::{Code, Report, Sources, check};
use tempfile::TempDir;

const MODULE: &str = include_str!("bank/sentences.toml");
const WHEEL: &str = include_str!("bank/wheel.svg");

fn header() -> String {
    include_str!("bank/bank.toml")
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

const SLIPS: &[Slip] = &[
    (
        "unknown-gap",
        Code::UnknownGap,
        "lists **{{count}}**",
        "lists **{{count}}** {{cuont}}",
    ),
    (
        "duplicate-gap-in-text",
        Code::Duplicate,
        "are {{first}} and",
        "are {{first}}, {{first}} and",
    ),
    ("missing-gap", Code::MissingGap, " **{{count}}**", ""),
    (
        "invalid-id-gap",
        Code::InvalidId,
        "lists **{{count}}**",
        "lists **{{count}}** {{The Count}}",
    ),
    (
        "broken-markup-gap",
        Code::BrokenMarkup,
        "lists **{{count}}**",
        "lists **{{count}}** {{count",
    ),
    (
        "missing-key-gap-text",
        Code::MissingKey,
        "text = \"On {{verb}} justifier chacune des {{count}} mesures écartées : {{first}}, {{second}} ou autre.\"\n",
        "",
    ),
    (
        "wrong-type-gap-text",
        Code::WrongType,
        "text = \"On {{verb}} justifier chacune des {{count}} mesures écartées : {{first}}, {{second}} ou autre.\"",
        "text = 3",
    ),
    (
        "missing-key-gap",
        Code::MissingKey,
        "text.accept = { en = [\"people\"], fr = [\"personnes\"] }\n",
        "",
    ),
    (
        "contradiction-gap",
        Code::Contradiction,
        "number = { value = 93 }",
        "number = { value = 93 }\ntext.accept.any = [\"93\"]",
    ),
    (
        "duplicate-gap",
        Code::Duplicate,
        "id = \"second\"\n\n[question.gap",
        "id = \"second\"\ntext.accept.any = [\"x\"]\n\n[[question.gap]]\nid = \"second\"\n\n[question.gap",
    ),
    (
        "out-of-range-gap-weight",
        Code::OutOfRange,
        "weight = 2",
        "weight = 0",
    ),
    (
        "missing-language-in-gap",
        Code::MissingLanguage,
        "fr = [\"personnes\"]",
        "",
    ),
    (
        "unreachable-in-gap",
        Code::UnreachableAnswer,
        "en = [\"technological\", \"technology\"]",
        "en = [\"technological\", \"process\"]",
    ),
    (
        "out-of-range-number-in-gap",
        Code::OutOfRange,
        "{ value = 93 }",
        "{ from = 94, to = 93 }",
    ),
    (
        "unknown-choice-of-gap",
        Code::UnknownChoice,
        "key = \"shall\"",
        "key = \"shal\"",
    ),
    (
        "too-few-in-list",
        Code::TooFew,
        ", from = [\"shall\", \"should\", \"may\"] }",
        ", from = [\"shall\"] }",
    ),
    ("idle-choice", Code::UnknownChoice, ", \"may\"]", "]"),
    (
        "too-few-grouped",
        Code::TooFew,
        "any-order = [[\"first\", \"second\"]]",
        "any-order = [[\"first\"]]",
    ),
    (
        "unknown-grouped",
        Code::UnknownGap,
        "any-order = [[\"first\", \"second\"]]",
        "any-order = [[\"first\", \"secnd\"]]",
    ),
    (
        "duplicate-grouped",
        Code::Duplicate,
        "any-order = [[\"first\", \"second\"]]",
        "any-order = [[\"first\", \"second\", \"first\"]]",
    ),
    (
        "contradiction-grouped",
        Code::Contradiction,
        "any-order = [[\"first\", \"second\"]]",
        "any-order = [[\"first\", \"second\", \"count\"]]",
    ),
    (
        "sample-mismatch-gaps",
        Code::SampleMismatch,
        "{ count = 114, verb = \"shall\"",
        "{ count = 93, verb = \"shall\"",
    ),
    (
        "unknown-key-text-of-choice",
        Code::UnknownKey,
        "alt = \"Four parts around a hub.\"",
        "alt = \"Four parts around a hub.\"\ntext = \"Four\"",
    ),
    (
        "unknown-choice-choices-of-hotspot",
        Code::UnknownChoice,
        "regions = { plan = \"Planifier\", check",
        "choices = { plan = \"Planifier\", check",
    ),
    (
        "missing-picture",
        Code::MissingPicture,
        "image = \"wheel.svg\"",
        "image = \"whel.svg\"",
    ),
    (
        "missing-picture-elsewhere",
        Code::MissingPicture,
        "image = \"wheel.svg\"",
        "image = \"../wheel.svg\"",
    ),
    (
        "missing-picture-in-text",
        Code::MissingPicture,
        "prompt = \"Where do",
        "prompt = \"![A wheel](weel.svg) Where do",
    ),
    (
        "invalid-picture",
        Code::InvalidPicture,
        "image = \"wheel.svg\"",
        "image = \"blank.svg\"",
    ),
    (
        "invalid-picture-name",
        Code::InvalidPicture,
        "image = \"wheel.svg\"",
        "image = \"a wheel.svg\"",
    ),
    (
        "missing-language-picture",
        Code::MissingLanguage,
        "image = \"wheel.svg\"",
        "image.en = \"wheel.svg\"",
    ),
    (
        "wrong-type-picture",
        Code::WrongType,
        "image = \"wheel.svg\"",
        "image = 3",
    ),
    (
        "missing-key-alt",
        Code::MissingKey,
        "alt = \"Quatre parties autour d'un moyeu.\"\n",
        "",
    ),
    (
        "empty-text-alt",
        Code::EmptyText,
        "alt = \"Quatre parties autour d'un moyeu.\"",
        "alt = \"\"",
    ),
    (
        "missing-key-region",
        Code::MissingKey,
        "rect = [0, 0, 50, 50]\n",
        "",
    ),
    (
        "contradiction-region",
        Code::Contradiction,
        "circle = [50, 50, 12.5]",
        "circle = [50, 50, 12.5]\nrect = [1, 1, 1, 1]",
    ),
    (
        "wrong-type-rect",
        Code::WrongType,
        "rect = [0, 0, 50, 50]",
        "rect = [0, 0, 50]",
    ),
    (
        "wrong-type-polygon",
        Code::WrongType,
        "[[50, 50], [100, 50], [100, 100], [50, 100]]",
        "[[50, 50], [100, 50]]",
    ),
    (
        "out-of-range-percent",
        Code::OutOfRange,
        "rect = [0, 0, 50, 50]",
        "rect = [0, 0, 150, 50]",
    ),
    (
        "out-of-range-rect",
        Code::OutOfRange,
        "rect = [0, 0, 50, 50]",
        "rect = [60, 0, 50, 50]",
    ),
    (
        "out-of-range-circle",
        Code::OutOfRange,
        "image = \"wheel.svg\"",
        "image = \"flat.png\"",
    ),
    (
        "contradiction-hidden-region",
        Code::Contradiction,
        "circle = [50, 50, 12.5]",
        "rect = [0, 0, 60, 60]",
    ),
    (
        "missing-choice-region",
        Code::MissingChoice,
        ", hub = \"The hub\"",
        "",
    ),
    (
        "unknown-choice-region",
        Code::UnknownChoice,
        "key = \"check\"",
        "key = \"chek\"",
    ),
    (
        "sample-mismatch-region",
        Code::SampleMismatch,
        "reject = [\"plan\", \"hub\"]",
        "reject = [\"plan\", \"check\"]",
    ),
];

#[test]
fn every_problem_is_shown_with_its_place_and_one_thing_to_try() {
    let mut others = String::new();
    for (name, code, from, to) in SLIPS {
        let (sources, report) = with(from, to);
        let problems = report.diagnostics.iter();
        let drawn: Vec<String> = problems.map(|one| jalon::draw(&sources, one)).collect();
        let drawn = anstream::adapter::strip_str(&drawn.join("\n\n")).to_string();
        let alone = report.diagnostics.iter().all(|one| one.code == *code);
        if report.diagnostics.is_empty() || !alone {
            others.push_str(&format!("{name} shows something else:\n{drawn}\n\n"));
            continue;
        }
        insta::assert_snapshot!(*name, drawn);
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
