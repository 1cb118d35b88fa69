//! Quizdown's Markdown.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod carried;
mod support;

use carried::{fixture, format, seen};
use jalon_formats::{Format, Input, Options, import};
use proptest::prelude::*;

#[test]
fn headings_ask_and_lists_answer() {
    insta::assert_snapshot!(fixture("quizdown/plain.md"));
}

#[test]
fn every_trap_is_reported() {
    insta::assert_snapshot!(fixture("quizdown/traps.md"));
}

#[test]
fn ends_of_lines_change_nothing() {
    let text = String::from_utf8(carried::bytes("quizdown/plain.md")).unwrap();
    let whole = seen("plain.md", text.as_bytes());
    assert_eq!(
        seen("plain.md", text.replace('\n', "\r\n").as_bytes()),
        whole
    );
    assert_eq!(
        seen("plain.md", format!("\u{feff}{text}").as_bytes()),
        whole
    );
}

#[test]
fn a_quiz_is_told_from_other_markdown() {
    assert_eq!(format("quizdown/plain.md"), Some(Format::Quizdown));
    assert_eq!(format("quizdown/traps.md"), Some(Format::Quizdown));
    for text in [
        "# A page\n\n- an item\n- another\n",
        "- [x] done\n- [ ] to do\n",
        "# Links\n\n- [x](https://example.org)\n",
        "#hash\n- [x] a\n",
    ] {
        assert_ne!(
            Format::of(text.as_bytes()),
            Some(Format::Quizdown),
            "{text}"
        );
    }
}

#[test]
fn yaml_that_would_fill_the_memory_is_no_option() {
    let mut bomb = String::from("---\na: &a [x,x,x,x,x,x,x,x,x]\n");
    for (own, before) in ('b'..='z').zip('a'..='y') {
        bomb += &format!(
            "{own}: &{own} [*{before},*{before},*{before},*{before},*{before},*{before},*{before},*{before}]\n"
        );
    }
    bomb += "---\n# One?\n\n- [x] a\n- [ ] b\n";
    let read = import(
        &[Input {
            path: "a.md",
            bytes: bomb.as_bytes(),
        }],
        &Options::default(),
    )
    .unwrap();
    assert_eq!(read.draft.modules[0].1.questions.len(), 1);
}

proptest! {
    #[test]
    fn nothing_makes_the_reader_of_quizdown_fail(lines in proptest::collection::vec(
        "(---|# |## é|1\\. \\[x\\]|- \\[ \\] |  > |> |```|    |\\* |===|nQuestions: 3|\\| a \\| b \\||[a-zé<>&*_`\\[\\]{}: ]{0,12}){1,3}", 0..24,
    )) {
        let text = lines.join("\n");
        let options = Options { format: Some(Format::Quizdown), ..Options::default() };
        let _ = import(&[Input { path: "a.md", bytes: text.as_bytes() }], &options);
    }
}
