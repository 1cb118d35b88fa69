//! Quizdown's Markdown.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod carried;
mod support;

use carried::{fixture, format, seen};
use jalon_formats::{Format, Input, Options, import};
use proptest::prelude::*;
use support::cases::{Frame, Trap, check_each};

#[test]
fn headings_ask_and_lists_answer() {
    insta::assert_snapshot!(fixture("quizdown/plain.md"));
}

#[test]
fn every_trap_is_reported() {
    check_each(&Frame::of_paragraphs(Format::Quizdown), TRAPS);
}

/// Markdown that quizdown reads otherwise than it looks, or not at all.
const TRAPS: &[Trap] = &[
    (
        "\
Some words above everything.

Which list counts?
------------------

This explanation has a list:

- one thing
- another thing

1. [x] the one with boxes
2. [ ] the other one

| a | b |
|---|---|
| 1 | 2 |",
        &[
            "which-list-counts-this-explanation-has-a: choice “Which list counts?\n\nThis \
             explanation has a list:\n\n- one thing\n- another thing” (x) the one with boxes ( ) the \
             other one explanation “| a | b |\n| --- | --- |\n| 1 | 2 |”",
        ],
        &[
            "1 dropped “Some words above everything.”: it is above the first question",
            "3 [Which list counts?] changed which list has the answers: quizdown takes the first one; this is the first one with boxes",
            "3 [Which list counts?] changed the text after the answers: quizdown shows it with the question; it is the explanation here, shown after the answer",
        ],
    ),
    (
        "\
## Nobody is right?

- alpha
- beta",
        &[],
        &[
            "3 [Nobody is right?] guessed that “alpha” is wrong: it has no box",
            "4 [Nobody is right?] guessed that “beta” is wrong: it has no box",
            "1 [Nobody is right?] dropped the question: none of its answers is right: tick a box as [x]",
        ],
    ),
    (
        "\
## Two of one?

1. [x] alpha
2. [x] beta
3. [ ] gamma",
        &["two-of-one: choice “Two of one?” [x] alpha [x] beta [ ] gamma"],
        &[
            "1 [Two of one?] changed the question: a numbered list has one right answer, and this one has several: it asks for all of them",
        ],
    ),
    (
        "\
## Nested answers

- [x] alpha
  - inner one
  - inner two
- beta
- [ ] [x](https://example.org)

***",
        &[
            "nested-answers: choice “Nested answers” [x] alpha [ ] beta [ ] [x](https://example.org)",
        ],
        &[
            "9 [Nested answers] dropped a horizontal rule: questions are already separate here",
            "3 [Nested answers] dropped the list “- inner one - inner two”: it is in an answer, which has one line",
            "6 [Nested answers] guessed that “beta” is wrong: it has no box",
        ],
    ),
    (
        "\
## No answers at all

Only words, and ![a picture](https://example.org/a.png).",
        &[],
        &[
            "1 [No answers at all] dropped the question: there is no list of answers under its heading",
        ],
    ),
    (
        "\
## HTML and maths

What is <b>bold</b> in $a_1 * b_1$, `&lt;T&gt;`?

- [x] the word
- [ ] the `<T>` sign",
        &[
            "html-and-maths-what-is-bold-in-a-1-b-1-l: choice “HTML and maths\n\nWhat is **bold** in \
             $a_1 \\* b_1$, `&lt;T&gt;`?” [x] the word [ ] the `<T>` sign",
        ],
        &[],
    ),
    (
        "\
## One answer

- [x] alone",
        &[],
        &["1 [One answer] dropped the question: it has one answer, and needs at least two"],
    ),
    (
        "\
##

- [x] a
- [ ] b",
        &[],
        &["1 [] dropped the question: its heading is empty"],
    ),
];

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
