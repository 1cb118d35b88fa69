//! Moodle XML as Moodle writes it, with its traps.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use jalon_carry::{Draft, Format, Imported, Input, Losses, Options, import};

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

macro_rules! fixtures {
    ($($test:ident: $file:literal;)*) => {$(
        #[test]
        fn $test() {
            let text = include_str!(concat!("fixtures/moodle/", $file, ".xml"));
            insta::assert_snapshot!($file, seen($file, text));
        }
    )*};
}

fixtures! {
    every_kind_that_a_bank_has_comes_over: "kinds";
    cloze_codes_become_gaps: "cloze";
    spans_of_languages_become_languages: "multilang";
    traps_are_told_of: "traps";
}
