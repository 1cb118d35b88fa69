//! GIFT as teachers have it: every kind, and every trap.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod answers;
mod files;
#[path = "../support/mod.rs"]
mod support;
mod texts;
mod traps;

use jalon_formats::{Draft, Format, Input, Options, export, import};
use proptest::prelude::*;
use support::cases::{assert_lines, losses};
use support::report::{imported, shown};

#[test]
fn every_kind_comes_over() {
    let bytes = include_bytes!("../fixtures/gift/kinds.gift");
    assert_eq!(Format::of(bytes), Some(Format::Gift));
    let imported = imported("kinds.gift", bytes, Format::Gift);
    insta::assert_snapshot!(shown(&imported));
    assert_lines(
        "Lost on the way back",
        &lost_on_the_way_back(&imported.draft),
        &[],
    );
    if let Err(errors) = support::compiled(&imported.draft) {
        panic!("{errors}");
    }
}

/// What is lost when a bank is written as GIFT. What is written reads as it was fitted.
fn lost_on_the_way_back(draft: &Draft) -> Vec<String> {
    let exported = export(draft, Format::Gift).unwrap();
    for ((path, bytes), fitted) in exported.files.iter().zip(&exported.fitted) {
        let options = Options {
            langs: fitted.bank.languages.iter().take(1).cloned().collect(),
            bank: Some(fitted.bank.id.clone()),
            ..Options::default()
        };
        let read = import(&[Input { path, bytes }], &options).unwrap();
        assert_eq!(read.losses.list(), []);
        assert_eq!(support::essence(&read.draft), support::essence(fitted));
    }
    if exported.losses.is_empty() && exported.fitted.len() == 1 {
        assert_eq!(
            support::essence(&exported.fitted[0]),
            support::essence(draft)
        );
    }
    losses(&exported.losses)
}

#[test]
fn lines_may_end_in_any_way() {
    let texts: Vec<&str> = traps::TRAPS.iter().map(|(text, _, _)| *text).collect();
    let unix = texts.join("\n\n");
    let usual = shown(&imported("a.gift", unix.as_bytes(), Format::Gift));
    for other in [
        unix.replace('\n', "\r\n"),
        unix.replace('\n', "\r"),
        format!("\u{feff}{unix}"),
    ] {
        assert_eq!(
            shown(&imported("a.gift", other.as_bytes(), Format::Gift)),
            usual
        );
    }
    let utf16: Vec<u8> = std::iter::once('\u{feff}')
        .chain(unix.chars())
        .flat_map(|sign| (sign as u16).to_le_bytes())
        .collect();
    let read = imported("a.gift", &utf16, Format::Gift);
    assert_eq!(
        read.draft,
        imported("a.gift", unix.as_bytes(), Format::Gift).draft
    );
}

#[test]
fn a_file_without_questions_is_refused() {
    for text in ["", " \n\n", "// a comment\n"] {
        let input = Input {
            path: "a.gift",
            bytes: text.as_bytes(),
        };
        let options = Options {
            format: Some(Format::Gift),
            ..Options::default()
        };
        let refusal = import(&[input], &options).unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "a.gift: expected questions, found none; check which file it is"
        );
    }
}

#[test]
fn the_shipped_banks_come_back_as_they_were_written() {
    let files = std::fs::read_dir("../../questions").unwrap();
    let folders = files.map(|entry| entry.unwrap().path());
    let mut banks = 0;
    for folder in folders.filter(|path| path.is_dir()) {
        let sources = jalon_draft::Sources::read(&folder).unwrap();
        for (_, draft) in jalon_draft::read(&sources).unwrap() {
            lost_on_the_way_back(&draft);
            banks += 1;
        }
    }
    assert!(banks > 0);
}

#[test]
fn a_mark_of_markdown_that_is_never_closed_stands_for_itself() {
    let text = "::a:: [markdown]Which key types ` and *what* ends a **line? {=Enter `}";
    let options = Options {
        langs: vec!["en".to_owned()],
        ..Options::default()
    };
    let read = import(
        &[Input {
            path: "a.gift",
            bytes: text.as_bytes(),
        }],
        &options,
    )
    .unwrap();
    support::compiled(&read.draft).unwrap();
    assert!(
        shown(&read).contains(r"Which key types \` and *what* ends a \*\*line?"),
        "{}",
        shown(&read)
    );
}

/// Pieces of GIFT in any order.
fn gibberish() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(
        &[
            "::",
            ":",
            "{",
            "}",
            "=",
            "~",
            "#",
            "####",
            "->",
            "%50%",
            "%",
            "\\",
            "\\n",
            "\n",
            "\n\n",
            "//",
            "$CATEGORY: ",
            "[html]",
            "[markdown]",
            "<b>",
            "</b>",
            "<img src=\"",
            "&amp;",
            "T",
            "true",
            "1",
            "..",
            "3,14",
            "*",
            "\\*",
            "a",
            "é",
            " ",
            "\r",
            "\u{feff}",
            "// [id:",
            "]",
            "[tag:",
            "_____",
            "`",
            "|",
            "- ",
            "1. ",
            "![",
            "](",
            ")",
            "{{",
            "$",
            "e9",
            "-",
        ][..],
    );
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_read_makes_a_sound_bank_or_none(text in gibberish()) {
        let input = Input { path: "a.gift", bytes: text.as_bytes() };
        let options = Options { format: Some(Format::Gift), langs: vec!["en".to_owned()], ..Options::default() };
        if let Ok(read) = import(&[input], &options)
            && !read.draft.modules.is_empty()
        {
            let errors = support::compiled(&read.draft).err();
            prop_assert!(errors.is_none(), "{text:?}: {}", errors.unwrap_or_default());
        }
        let _ = Format::of(text.as_bytes());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for format in [Format::Gift, Format::Aiken] {
            let options = Options { format: Some(format), ..Options::default() };
            let _ = import(&[Input { path: "a", bytes: &bytes }], &options);
        }
        let _ = Format::of(&bytes);
    }
}
