//! Aiken as teachers have it.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use jalon_formats::{Format, Input, Options, import};
use proptest::prelude::*;
use support::report::{imported, shown};

macro_rules! fixtures {
    ($($name:ident: $file:literal;)*) => {$(
        #[test]
        fn $name() {
            let bytes = include_bytes!(concat!("fixtures/aiken/", $file));
            assert_eq!(Format::of(bytes), Some(Format::Aiken));
            let imported = imported($file, bytes, Format::Aiken);
            insta::assert_snapshot!(shown(&imported));
            if let Err(errors) = support::compiled(&imported.draft) {
                panic!("{errors}");
            }
        }
    )*};
}

fixtures! {
    questions_come_over_with_their_key: "plain.txt";
    traps_are_read_as_their_teacher_meant_them: "traps.txt";
    a_broken_question_is_reported_and_the_next_one_read: "broken.txt";
}

#[test]
fn a_file_without_questions_is_refused() {
    let input = Input {
        path: "a.txt",
        bytes: b"Prose, and nothing else.\n",
    };
    let options = Options {
        format: Some(Format::Aiken),
        ..Options::default()
    };
    let refusal = import(&[input], &options).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "a.txt: expected a question, choices such as `A) ...` and `ANSWER: A`, found none; check which file it is"
    );
}

/// Lines of Aiken in any order.
fn gibberish() -> impl Strategy<Value = String> {
    let lines = prop::sample::select(
        &[
            "",
            "x",
            "Which one?",
            "A) one",
            "B) two",
            "C.three",
            "A. Smith",
            "a) small",
            "B)",
            "I) roman",
            "Z) last",
            "ANSWER: A",
            "ANSWER:",
            "ANSWER: B, C",
            "answer: a",
            "RÉPONSE : A",
            "ANSWER: two",
            "A) *b* <i> {{x}}",
            "1. list",
            "    code",
            "\u{feff}",
        ][..],
    );
    prop::collection::vec(lines, 0..40).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_read_makes_a_sound_bank_or_none(text in gibberish()) {
        let input = Input { path: "a.txt", bytes: text.as_bytes() };
        let options = Options { format: Some(Format::Aiken), langs: vec!["en".to_owned()], ..Options::default() };
        if let Ok(read) = import(&[input], &options)
            && !read.draft.modules.is_empty()
        {
            let errors = support::compiled(&read.draft).err();
            prop_assert!(errors.is_none(), "{text:?}: {}", errors.unwrap_or_default());
        }
    }
}
