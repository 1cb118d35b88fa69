//! What Moodle reads otherwise than its authors meant it, or not at all.

use jalon_formats::Format;

use crate::lost_on_the_way_back;
use crate::support::cases::{Frame, Trap, assert_lines, check_each};

#[test]
fn traps_are_read_as_their_teacher_meant_them() {
    let draft = check_each(&Frame::of_paragraphs(Format::Gift), TRAPS);
    assert_lines(
        "Lost on the way back",
        &lost_on_the_way_back(&draft),
        &["[arrow-in-some] dropped the answer “x -> y”: GIFT reads -> as the middle of a pair"],
    );
}

/// Questions that are easy to get wrong.
pub(crate) const TRAPS: &[Trap] = &[
    (
        "\
::An empty line:: Which one? {
=this

~that
}",
        &["an-empty-line: choice “Which one?” (x) this ( ) that"],
        &[
            "3 [An empty line] guessed an empty line inside braces: Moodle ends the question there; it was read on to the `}`",
        ],
    ),
    (
        "\
::A comment in braces:: Which one? {
=this
// ~not this one
~that
}",
        &["a-comment-in-braces: choice “Which one?” (x) this ( ) that"],
        &["3 dropped the comment “~not this one”: comments are for those who edit the file"],
    ),
    (
        "::An address:: Is it at http://example.com/x? {T}",
        &["an-address: true “Is it at http://example.com/x?”"],
        &[],
    ),
    (
        "::Small letters:: Is it so? {true}",
        &["small-letters: true “Is it so?”"],
        &[
            "1 [Small letters] guessed the answer {true}: true or false: Moodle knows only T, TRUE, F and FALSE, and takes this for a short answer",
        ],
    ),
    (
        "::Arrow in choices:: What does it lead to? {=a -> b ~c -> d}",
        &["arrow-in-choices: choice “What does it lead to?” (x) a -> b ( ) c -> d"],
        &[],
    ),
    (
        "::Arrow in some:: Type an arrow. {=x -> y =arrow}",
        &["arrow-in-some: text “Type an arrow.” = x -> y; arrow"],
        &[
            "1 [Arrow in some] guessed -> in a typed answer: Moodle reads answers with -> as pairs; as not all of them have one, they were read as written",
        ],
    ),
    (
        "\
::Nothing in front:: Match them. {
=a -> 1
=b -> 2
= -> 3
=c ->
}",
        &["nothing-in-front: match “Match them.” a -> 1; b -> 2 of 1; 2; 3"],
        &["5 [Nothing in front] dropped the pair “c”: nothing follows its ->"],
    ),
    (
        "::One pair:: Match them. {=a -> 1}",
        &[],
        &[
            "1 [One pair] dropped the question: expected two pairs or more with different ends, found 1 and 1",
        ],
    ),
    (
        "::Same end:: Match them. {=a -> 1 =b -> 1 =c -> 2}",
        &["same-end: match “Match them.” a -> 1; b -> 1; c -> 2 of 1; 2 uses often"],
        &[],
    ),
    (
        "::One end:: Match them. {=a -> 1 =b -> 1}",
        &[],
        &[
            "1 [One end] dropped the question: expected two pairs or more with different ends, found 2 and 1",
        ],
    ),
    (
        r"::Sharp:: Which language is it? {=C\# -> one =C# -> two}",
        &["sharp: match “Which language is it?” C# -> one; C# -> two of one; two"],
        &[],
    ),
    (
        "::General with a sign:: Is it so? {T####Yes # it is, see #1.}",
        &["general-with-a-sign: true “Is it so?” explanation “Yes # it is, see #1.”"],
        &[],
    ),
    (
        "::Stars:: What is in it? {=*evidence* =%0%*# No.}",
        &["stars: text “What is in it?” = evidence; wildcard *evidence*"],
        &[
            "1 [Stars] dropped the feedback for any other answer: a star alone matches every answer",
            "1 [Stars] guessed the answer “evidence”: learners can't be shown the pattern “*evidence*”: write the answer in full",
        ],
    ),
    (
        "::A star alone:: Say something. {=*}",
        &[],
        &[
            "1 [A star alone] dropped the answer “*”: a star alone matches every answer",
            "1 [A star alone] dropped the question: expected a right answer, found none that a learner could type",
        ],
    ),
    (
        r"::A real star:: How is it written? {=a\*b}",
        &["a-real-star: text “How is it written?” = a*b"],
        &[],
    ),
    (
        "::Nothing to type:: Which sign? {=+}",
        &[],
        &[
            "1 [Nothing to type] dropped the answer “+”: typed answers are compared by their letters and digits, and it has none",
            "1 [Nothing to type] dropped the question: expected a right answer, found none that a learner could type",
        ],
    ),
    (
        "::Twice:: Which one? {=Paris =%50%paris # Mind the capital.}",
        &["twice: text “Which one?” = Paris"],
        &[
            "1 [Twice] dropped the answer “paris”: it is a duplicate: upper and lower case are the same",
        ],
    ),
    (
        "\
::No empty line:: Is it one? {T}
::The next one:: Is it two? {F}",
        &[
            "no-empty-line: true “Is it one?”",
            "the-next-one: false “Is it two?”",
        ],
        &[
            "2 [No empty line] guessed no empty line: Moodle wants an empty line before the next question; it was read without one",
        ],
    ),
    (
        "::A stop behind:: Two and two make {=four =4}.",
        &["a-stop-behind: text “Two and two make _____.” = four; 4"],
        &[],
    ),
    (
        "::General alone:: Say what you think. {####All of it counts.}",
        &["general-alone: essay “Say what you think.” … model “All of it counts.”"],
        &[
            "1 [General alone] guessed the checklist of an essay: GIFT has none: write what a good text says, point by point, in place of “…”",
        ],
    ),
    (
        "::False with both::Water is dry.{F#It is wet.#So it is.}",
        &["false-with-both: false “Water is dry.” true # It is wet. false # So it is."],
        &[],
    ),
    (
        "::Feedback for the right one::Water is wet.{T# #So it is.}",
        &["feedback-for-the-right-one: true “Water is wet.” true # So it is."],
        &[],
    ),
];
