//! Aiken as teachers have it.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use jalon_formats::{Format, Input, Options, import};
use proptest::prelude::*;
use support::cases::{Frame, Trap, assert_lines, check_each, losses, questions, read_as};
use support::report::{imported, shown};

#[test]
fn questions_come_over_with_their_key() {
    let bytes = include_bytes!("fixtures/aiken/plain.txt");
    assert_eq!(Format::of(bytes), Some(Format::Aiken));
    let imported = imported("plain.txt", bytes, Format::Aiken);
    insta::assert_snapshot!(shown(&imported));
    if let Err(errors) = support::compiled(&imported.draft) {
        panic!("{errors}");
    }
}

#[test]
fn traps_are_read_as_their_teacher_meant_them() {
    check_each(&Frame::of_paragraphs(Format::Aiken), TRAPS);
}

/// What Moodle reads otherwise than its authors meant it.
const TRAPS: &[Trap] = &[
    (
        "\u{feff}Chapter 2

Who wrote about
a white whale?
A) Melville
B)Hawthorne
C)  Poe
ANSWER: A",
        &[
            "chapter-2-who-wrote-about-a-white-whale: choice “Chapter 2\n\nWho wrote about\n\na white whale?” (x) Melville ( ) Hawthorne ( ) Poe",
        ],
        &[
            "1 [Chapter 2] guessed a question of several lines: Moodle keeps only the last line; all were read",
        ],
    ),
    (
        "\
A. Smith wrote which book?
A) The Wealth of Nations
B) Utopia
ANSWER: A",
        &[
            "a.-smith-wrote-which-book: choice “A. Smith wrote which book?” (x) The Wealth of Nations ( ) Utopia",
        ],
        &[
            "1 [A. Smith wrote which book?] guessed a question that starts like a choice: Moodle takes it for a choice; it was read as the prompt",
        ],
    ),
    (
        "\
Which of these hold?
I) one
II) two
A) I alone
B) both
Answer: b",
        &[
            "which-of-these-hold-i-one-ii-two: choice “Which of these hold?\n\nI) one\n\nII) two” ( ) I alone (x) both",
        ],
        &[
            "1 [Which of these hold?] guessed a question of several lines: Moodle keeps only the last line; all were read",
            "6 [Which of these hold?] guessed the word before the answer: Moodle wants ANSWER in capitals, and nothing before its colon; it was read",
        ],
    ),
    (
        "\
Quelle ville ?
a) Oslo
b) Bergen
RÉPONSE : A",
        &["quelle-ville: choice “Quelle ville ?” (x) Oslo ( ) Bergen"],
        &[
            "2 [Quelle ville ?] guessed a small letter: Moodle wants capitals before the choices; they were read",
            "3 [Quelle ville ?] guessed a small letter: Moodle wants capitals before the choices; they were read",
            "4 [Quelle ville ?] guessed the word before the answer: Moodle wants ANSWER in capitals, and nothing before its colon; it was read",
        ],
    ),
    (
        "\
x
Which sign is it?
A) <b> & co
B) 2 * 3 * 4
ANSWER: A",
        &["x-which-sign-is-it: choice “x\n\nWhich sign is it?” (x) \\<b> & co ( ) 2 \\* 3 \\* 4"],
        &[
            "1 [x] guessed a line of one character: Moodle skips lines of one character; it was read",
            "1 [x] guessed a question of several lines: Moodle keeps only the last line; all were read",
        ],
    ),
    (
        "\
Which one goes on?
A) this one
and its end
B) that one
ANSWER: B)",
        &["which-one-goes-on: choice “Which one goes on?” ( ) this one and its end (x) that one"],
        &[
            "3 [Which one goes on?] guessed a choice of several lines: a choice is one line in Aiken; the next lines were read as the rest of it",
        ],
    ),
    (
        "\
Which two are right?
A) one
B) two
C) three
ANSWER: A, C",
        &["which-two-are-right: choice “Which two are right?” [x] one [ ] two [x] three"],
        &[
            "5 [Which two are right?] guessed 2 right choices: Aiken has one right choice; all of them were read, in check boxes",
        ],
    ),
    (
        "\
Which is named?
A) red
B) green
ANSWER: green",
        &["which-is-named: choice “Which is named?” ( ) red (x) green"],
        &[
            "4 [Which is named?] guessed the answer “green”: Moodle wants a letter there; the choice with this text was taken",
        ],
    ),
    (
        "\
Which is missing?
A) one
C) three
ANSWER: C",
        &["which-is-missing: choice “Which is missing?” ( ) one (x) three"],
        &[
            "3 [Which is missing?] guessed a choice out of order: letters are missing before it; it was read as written",
        ],
    ),
];

#[test]
fn a_broken_question_is_reported_and_the_next_one_read() {
    assert_eq!(Format::of(BROKEN.as_bytes()), Some(Format::Aiken));
    let imported = read_as(Format::Aiken, "broken.txt", BROKEN.as_bytes());
    assert_lines(
        "Questions",
        &questions(&imported.draft),
        &[
            "which-is-read: choice “Which is read?” (x) this ( ) that",
            "which-is-read-too: choice “Which is read too?” ( ) this (x) that",
        ],
    );
    assert_lines(
        "Losses",
        &losses(&imported.losses),
        &[
            "4 [Which letter is too far?] dropped the question: expected one of A, B after `ANSWER:`, found “F”",
            "6 [Which has no answer?] dropped the question: expected `ANSWER: A`, found the next question",
            "17 [Which has one choice?] dropped the question: expected two choices or more, found 1",
            "21 [question 5] dropped the question: expected a question before its choices, found none",
            "26 [Which has an empty choice?] dropped the question: expected a text after each letter, found none",
            "28 [question 7] dropped the question: expected a question before its choices, found none",
            "35 [Which is never answered?] dropped the question: expected `ANSWER: A`, found the end of the file",
        ],
    );
}

const BROKEN: &str = "\
Which letter is too far?
A) one
B) two
ANSWER: F

Which has no answer?
A) one
B) two

Which is read?
A) this
B) that
ANSWER: A

Which has one choice?
A) one
ANSWER: A

A) no question
B) at all
ANSWER: B

Which has an empty choice?
A) one
B)
ANSWER: A

ANSWER: A

Which is read too?
A) this
B) that
ANSWER: B

Which is never answered?
A) one
B) two
";

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
