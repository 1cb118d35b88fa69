//! Files whose questions depend on what stands around them.

use jalon_formats::Format;

use crate::lost_on_the_way_back;
use crate::support::cases::{assert_lines, losses, outline, questions, read_as};

/// Ids and tags in comments, a description, and categories.
const MARKS: &str = r"// Written for the course of spring.
// Ask Anna before you change it.

// [id:first-question] [tag:Risk owners] [tag:difficulty:easy] [source:Clause 6] [points:2]
::A name that is not kept:: Is this the first question? {T}

// [id:Second Question!] [tag:concept:annex-a=2] [tag:concept:guidance]
Is this the second question? {T}
// [tag:!!!]

$CATEGORY: $course$/Norms//Standards

::Twice:: Is it here? {T}

::Twice:: Is it there? {F}

A report was found in the archive.\nIt has no date.

::About the report:: Is it old? {F}

$CATEGORY: top/Other

::Not about the report:: Is it late? {F}

$CATEGORY: $course$/Norms//Standards

::Back again:: Is it early? {T}
// the last word
";

#[test]
fn comments_and_categories_say_what_a_question_is_filed_under() {
    assert_eq!(Format::of(MARKS.as_bytes()), Some(Format::Gift));
    let imported = read_as(Format::Gift, "marks", MARKS.as_bytes());
    assert_lines(
        "Questions",
        &questions(&imported.draft),
        &[
            r#"first-question: true “Is this the first question?” concepts ["risk-owners"] difficulty easy source "Clause 6" points 2"#,
            r#"second-question: true “Is this the second question?” concepts {"annex-a":2,"guidance":1}"#,
            r#"twice: true “Is it here?” concepts ["norms-standards"]"#,
            r#"twice-2: false “Is it there?” concepts ["norms-standards"]"#,
            r#"about-the-report: false “Is it old?” concepts ["norms-standards"] about text"#,
            r#"back-again: true “Is it early?” concepts ["norms-standards"]"#,
            r#"not-about-the-report: false “Is it late?” concepts ["other"]"#,
        ],
    );
    assert_lines(
        "Losses",
        &losses(&imported.losses),
        &[
            "1 dropped the comment “Written for the course of spring.” and 1 more: comments are for those who edit the file",
            "5 [A name that is not kept] dropped the name “A name that is not kept”: a question has only its id, first-question",
            "8 [Second Question!] dropped the tag “!!!”: no id can be made from it",
            "17 [A report was found in the archive.] guessed the questions of a description: GIFT doesn't say which questions a description belongs to: those that follow it in its category were taken",
            "28 dropped the comment “the last word”: comments are for those who edit the file",
            "8 [Second Question!] changed the id “Second Question!”: ids are unique, and have lower-case letters, digits, hyphens and dots: it is `second-question` now",
            "15 [Twice] changed the id “twice”: ids are unique, and have lower-case letters, digits, hyphens and dots: it is `twice-2` now",
        ],
    );
    assert_lines(
        "Modules and concepts",
        &outline(&imported.draft),
        &[
            "in en",
            "module marks: marks",
            "module norms-standards: Norms/Standards",
            "module other: Other",
            "concept risk-owners: Risk owners",
            "concept annex-a: annex-a",
            "concept guidance: guidance",
            "concept norms-standards: Norms/Standards",
            "concept other: Other",
        ],
    );
    let [stimulus] = imported.draft.modules[1].1.stimuli.as_slice() else {
        panic!("one stimulus");
    };
    assert_eq!(stimulus.id, "text");
    assert_eq!(
        stimulus.text["en"],
        "A report was found in the archive.

It has no date."
    );
    assert_lines(
        "Lost on the way back",
        &lost_on_the_way_back(&imported.draft),
        &[],
    );
}

/// Braces and names that don't close.
const BROKEN: &str = r"::Whole:: Is this read? {T}

::Never closed:: Which one? {
	=this
	~that

::Next:: Is this read? {T}

::Brace in an answer:: Which one? {
	=$\frac{1}{2}$
	~$\frac{1}{3}$
}

::Next but one:: Is this read? {T}

::Closed twice:: Which one? {=this ~that}}

Two of them {=one =two} in one {=three =four}.

{T}

::Alone:: {T}

::Unclosed name: is this read? {T}

::Last:: Never ends {=this
";

#[test]
fn a_broken_question_is_reported_and_the_next_one_read() {
    assert_eq!(Format::of(BROKEN.as_bytes()), Some(Format::Gift));
    let imported = read_as(Format::Gift, "broken", BROKEN.as_bytes());
    assert_lines(
        "Questions",
        &questions(&imported.draft),
        &[
            "whole: true “Is this read?”",
            "next: true “Is this read?”",
            "next-but-one: true “Is this read?”",
            "unclosed-name-is-this-read: true “::Unclosed name: is this read?”",
        ],
    );
    assert_lines(
        "Losses",
        &losses(&imported.losses),
        &[
            r"3 [Never closed] dropped the question: expected a `}` for this `{`, found the next question in line 6; write \{ for the character itself",
            r"9 [Brace in an answer] dropped the question: expected a `}` for this `{`, found another `{` in line 10; write \{ for the character itself",
            r"16 [Closed twice] dropped the question: expected a `{` before it, found only `}`; write \} for the character itself",
            r"18 [question 7] dropped the question: expected one pair of braces in a question, found a second one: put an empty line between two questions, and write \{ and \} for the characters themselves",
            "20 [question 8] dropped the question: expected a prompt before `{`, found none",
            "22 [Alone] dropped the question: expected a prompt before `{`, found none",
            "24 [question 10] guessed `::` at the start: a name also ends with `::`: it was read as part of the prompt",
            r"26 [Last] dropped the question: expected a `}` for this `{`, found the end of the file in line 26; write \{ for the character itself",
        ],
    );
    assert_lines(
        "Lost on the way back",
        &lost_on_the_way_back(&imported.draft),
        &[],
    );
}
