//! GIFT as teachers have it: every kind, and every trap.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

#[path = "../support/mod.rs"]
mod support;

use jalon_formats::{Draft, Format, Input, Options, export, import};
use proptest::prelude::*;
use support::report::{imported, shown};

macro_rules! fixtures {
    ($($name:ident: $file:literal;)*) => {$(
        #[test]
        fn $name() {
            let bytes = include_bytes!(concat!("../fixtures/gift/", $file));
            assert_eq!(Format::of(bytes), Some(Format::Gift));
            let imported = imported($file, bytes, Format::Gift);
            insta::assert_snapshot!(format!("{}{}", shown(&imported), back(&imported.draft)));
            if let Err(errors) = support::compiled(&imported.draft) {
                panic!("{errors}");
            }
        }
    )*};
}

fixtures! {
    every_kind_comes_over: "kinds.gift";
    texts_come_over_in_every_format: "texts.gift";
    spans_of_several_languages_become_wordings: "languages.gift";
    weights_become_policies_or_whole_percents: "weights.gift";
    numbers_are_read_exactly_or_refused: "numbers.gift";
    comments_and_categories_say_what_a_question_is_filed_under: "marks.gift";
    traps_are_read_as_their_teacher_meant_them: "traps.gift";
    a_broken_question_is_reported_and_the_next_one_read: "broken.gift";
}

/// What is lost when a bank is written as GIFT. What is written reads as it was fitted.
fn back(draft: &Draft) -> String {
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
    let losses = exported.losses.list().iter();
    let losses = losses.map(|loss| {
        format!(
            "{} {} {}: {}\n",
            loss.place.file,
            loss.fate.word(),
            loss.what,
            loss.why
        )
    });
    format!("--- losses on the way back\n{}", losses.collect::<String>())
}

#[test]
fn lines_may_end_in_any_way() {
    let unix = include_str!("../fixtures/gift/traps.gift");
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
            back(&draft);
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
