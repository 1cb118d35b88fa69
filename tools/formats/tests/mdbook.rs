//! The TOML of mdbook-quiz.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod carried;
mod support;

use carried::{fixture, format, seen};
use jalon_formats::{Format, Input, Options, import};
use proptest::prelude::*;

#[test]
fn a_quiz_comes_over_with_every_trap_reported() {
    insta::assert_snapshot!(fixture("mdbook/quiz.toml"));
}

#[test]
fn a_page_that_shows_a_quiz_is_no_quiz() {
    let page = "# Chapter\n\n{{#quiz ../quizzes/one.toml}}\n";
    assert_ne!(Format::of(page.as_bytes()), Some(Format::MdbookQuiz));
    assert_eq!(format("mdbook/quiz.toml"), Some(Format::MdbookQuiz));
    let options = Options {
        format: Some(Format::MdbookQuiz),
        ..Options::default()
    };
    let refused = |text: &str| {
        let bytes = text.as_bytes();
        import(
            &[Input {
                path: "a.md",
                bytes,
            }],
            &options,
        )
        .unwrap_err()
        .to_string()
    };
    assert_eq!(
        refused(page),
        "a.md:1: this is a page that shows the quiz ../quizzes/one.toml, not a quiz; import the TOML file that it names"
    );
    assert_eq!(
        refused("[[questions]]\ntype = \n"),
        "a.md:2: this isn't a quiz of mdbook-quiz: string values must be quoted, expected literal string; expected [[questions]], each with a type, a prompt and an answer"
    );
    assert_eq!(
        refused("title = \"x\"\n"),
        "a.md:1: this isn't a quiz of mdbook-quiz: missing field `questions`; expected [[questions]], each with a type, a prompt and an answer"
    );
}

#[test]
fn nesting_without_end_is_refused() {
    let deep = format!(
        "[[questions]]\ntype = \"Tracing\"\nx = {}",
        "[".repeat(100_000)
    );
    assert!(seen("deep.toml", deep.as_bytes()).starts_with("deep.toml:3: this isn't a quiz"));
}

proptest! {
    #[test]
    fn nothing_makes_the_reader_of_quizzes_fail(lines in proptest::collection::vec(
        "(\\[\\[questions\\]\\]|type = \"(Tracing|MultipleChoice|ShortAnswer)\"|prompt\\.(prompt|program|distractors|answerIndex) = (\"[a-z`\\[\\]<>]{0,8}\"|\\[\"a\", \"b\"\\]|-?[0-9]{1,3})|answer\\.(answer|doesCompile|stdout) = (\"x\"|\\[\\]|true)|multipart = \"a\"|\\[multipart\\]|a = \"b\")", 0..16,
    )) {
        let text = lines.join("\n");
        let options = Options { format: Some(Format::MdbookQuiz), ..Options::default() };
        let _ = import(&[Input { path: "a.toml", bytes: text.as_bytes() }], &options);
    }
}
