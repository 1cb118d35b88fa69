//! Moodle XML as Moodle writes it, with its traps.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod cloze;
mod files;
#[path = "../support/mod.rs"]
mod support;
mod traps;

use jalon_draft::Sources;
use jalon_formats::{Draft, Format, Imported, Input, Losses, Options, export, import};
use support::cases::Frame;

fn read(name: &str, text: &str) -> Imported {
    let bytes = text.as_bytes();
    assert_eq!(Format::of(bytes), Some(Format::MoodleXml));
    let options = Options::default();
    import(&[Input { path: name, bytes }], &options).unwrap()
}

fn report(losses: &Losses) -> String {
    let lines = losses.list().iter().map(|loss| {
        let question = loss.question.as_deref().unwrap_or("-");
        let (line, fate) = (loss.place.line, loss.fate.word());
        format!("{line} [{question}] {fate}: {}: {}\n", loss.what, loss.why)
    });
    lines.collect()
}

fn files(draft: &Draft) -> String {
    let files = draft.files().into_iter().map(|(name, bytes)| {
        let text = String::from_utf8(bytes.clone()).ok();
        let text = text.filter(|_| name.ends_with(".toml"));
        let shown = text.unwrap_or_else(|| format!("({} bytes)\n", bytes.len()));
        format!("=== {name}\n{shown}\n")
    });
    files.collect()
}

/// The bank that comes out, which passes the check, and what was lost.
fn seen(name: &str, text: &str) -> String {
    let imported = read(name, text);
    support::compiled(&imported.draft).unwrap();
    format!(
        "{}\n=== losses\n{}",
        files(&imported.draft),
        report(&imported.losses)
    )
}

#[test]
fn every_kind_that_a_bank_has_comes_over() {
    let text = include_str!("../fixtures/moodle/kinds.xml");
    insta::assert_snapshot!("kinds", seen("kinds", text));
}

/// Questions of Moodle in one file.
const FRAME: Frame = Frame {
    format: Format::MoodleXml,
    head: "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE quiz><quiz>",
    between: "\n",
    tail: "</quiz>",
};

fn drafts(files: Vec<(&str, Vec<u8>)>) -> Vec<Draft> {
    let files = files.into_iter();
    let sources: Sources = files
        .map(|(name, bytes)| (name.to_owned(), bytes))
        .collect();
    let drafts = jalon_draft::read(&sources).unwrap();
    drafts.into_iter().map(|(_, draft)| draft).collect()
}

/// A bank with what Moodle can't say in every question.
fn rich() -> Draft {
    const PLAN: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>";
    let files = vec![
        (
            "bank.toml",
            include_bytes!("../fixtures/moodle/bank.toml").to_vec(),
        ),
        (
            "first.toml",
            include_bytes!("../fixtures/moodle/first.toml").to_vec(),
        ),
        ("plan.svg", PLAN.to_vec()),
    ];
    drafts(files).remove(0)
}

#[test]
fn what_moodle_cannot_say_is_told_of_and_the_rest_is_written() {
    let draft = rich();
    support::compiled(&draft).unwrap();
    let exported = export(&draft, Format::MoodleXml).unwrap();
    let [(name, bytes)] = exported.files.as_slice() else {
        panic!("one file");
    };
    assert_eq!(name, "doors.xml");
    let xml = String::from_utf8(bytes.clone()).unwrap();
    insta::assert_snapshot!(
        "rich",
        format!("{xml}\n=== losses\n{}", report(&exported.losses))
    );
    let back = read(name, &xml);
    assert_eq!(report(&back.losses), "");
    assert_eq!(
        support::essence(&back.draft),
        support::essence(&exported.fitted[0])
    );
    assert_eq!(back.draft.pictures, draft.pictures);
    assert_eq!(back.draft.bank.title, draft.bank.title);
    assert_eq!(back.draft.bank.concepts, draft.bank.concepts);
}

#[test]
fn a_file_of_any_bytes_is_read_or_refused() {
    let whole = include_str!("../fixtures/moodle/kinds.xml").to_owned()
        + include_str!("../fixtures/moodle/cloze.xml");
    let mut bytes = whole.into_bytes();
    // The same bytes in each run: a step that has no factor in common with the length.
    for n in 0..100_usize {
        let at = n * 7919 % bytes.len();
        let kept = bytes[at];
        bytes[at] = b"<>&\"{}~\0"[n % 8];
        let options = Options {
            format: Some(Format::MoodleXml),
            ..Options::default()
        };
        for part in [&bytes[..at], &bytes[..], &bytes[at..]] {
            let _ = import(
                &[Input {
                    path: "x",
                    bytes: part,
                }],
                &options,
            );
        }
        bytes[at] = kept;
    }
}

#[test]
fn a_hostile_file_costs_little() {
    let quiz = |inner: &str| {
        format!(
            "<quiz><question type=\"cloze\"><questiontext format=\"html\"><text><![CDATA[{inner}]]></text></questiontext></question></quiz>"
        )
    };
    let cases = [
        quiz(&"<div>".repeat(20_000)),
        quiz(&"{1:SA:=".repeat(20_000)),
        quiz(&"{1:MC:=a~b}".repeat(2_000)),
        quiz(&"&lt;".repeat(20_000)),
        "<quiz>".repeat(100_000),
        "<!DOCTYPE quiz [<!ENTITY a \"b\">]><quiz>&a;</quiz>".to_owned(),
        format!(
            "<quiz>{}</quiz>",
            "<question type=\"category\"/>".repeat(5_000)
        ),
    ];
    for text in cases {
        let options = Options {
            format: Some(Format::MoodleXml),
            ..Options::default()
        };
        let bytes = text.as_bytes();
        let _ = import(&[Input { path: "x", bytes }], &options);
    }
}

#[test]
fn a_picture_of_too_many_bytes_is_left_out() {
    let text = format!(
        "<quiz><question type=\"truefalse\"><name><text>x</text></name><questiontext format=\"html\"><text>A
        &lt;img src=\"@@PLUGINFILE@@/a.png\" alt=\"a\"></text><file name=\"a.png\" path=\"/\" encoding=\"base64\">{}</file></questiontext>
        <answer fraction=\"100\"><text>true</text></answer><answer fraction=\"0\"><text>false</text></answer></question></quiz>",
        "iVBORw0KGgo".repeat(1_500_000)
    );
    let imported = read("x", &text);
    assert!(imported.draft.pictures.is_empty());
    assert!(
        report(&imported.losses).contains("dropped: the picture a.png: it has about 11 MB"),
        "{}",
        report(&imported.losses)
    );
}

#[test]
fn the_shipped_bank_comes_back_from_moodle_less_what_was_told() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../questions/iso-27000");
    let entries = std::fs::read_dir(folder).unwrap();
    let files: Vec<(String, Vec<u8>)> = entries
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, std::fs::read(path).unwrap())
        })
        .collect();
    let draft = drafts(
        files
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.clone()))
            .collect(),
    );
    let exported = export(&draft[0], Format::MoodleXml).unwrap();
    let count = |draft: &Draft| -> usize {
        draft
            .modules
            .iter()
            .map(|(_, module)| module.questions.len())
            .sum()
    };
    let dropped = exported
        .losses
        .list()
        .iter()
        .filter(|loss| loss.what == "the question");
    assert_eq!(
        count(&exported.fitted[0]) + dropped.count(),
        count(&draft[0])
    );
    let (name, bytes) = &exported.files[0];
    let back = read(name, std::str::from_utf8(bytes).unwrap());
    assert_eq!(report(&back.losses), "");
    assert_eq!(
        support::essence(&back.draft),
        support::essence(&exported.fitted[0])
    );
}
