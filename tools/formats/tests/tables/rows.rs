//! Rows, one by one.

use jalon_formats::Format;

use crate::support::cases::{Frame, Trap, check_each};

#[test]
fn every_row_that_is_not_whole_is_reported() {
    let frame = Frame {
        format: Format::Table,
        head: "id,kind,prompt_en,prompt_en,choice_1_en,choice_2_en,choice_3_en,correct,tolerance,prompt_fr,choice_1_fr,Colour,points\n",
        between: "\n",
        tail: "",
    };
    check_each(&frame, BROKEN);
}

/// Rows that lack something, or have too much.
const BROKEN: &[Trap] = &[
    (
        "q1,choice,One?,again,yes it is,no it is not,,a,,,oui,red,1,beyond,cells",
        &["q1: choice “One?” (x) yes it is ( ) no it is not points 1"],
        &[
            "2 dropped “beyond”, “cells”: the row has more cells than the header, which has 13: are the quotation marks of a cell missing?",
            "2 [q1] dropped the texts in fr: the column of the prompt in that language is empty",
            "1 dropped the column “prompt_en”: another column has `prompt_en` already; 1 cell",
            "1 dropped the column “Colour”: it isn't a known column; 1 cell",
        ],
    ),
    (
        "q2,choice,Two?,,left,right,,d,,,,,1",
        &[],
        &[
            "2 [q2] dropped the question: its right answer “d” is neither the text, the letter nor the number of one of its choices",
        ],
    ),
    (
        "q3,choice,Three?,,left,right",
        &[],
        &[
            "2 guessed the last 7 cells: the row has 6 of 13 cells; those that are missing count as empty",
            "2 [q3] dropped the question: no column says which of its choices is right",
        ],
    ),
    (
        "q4,poll,Four?,,left,right,,a,,,,,1",
        &[],
        &["2 [q4] dropped the question: “poll” isn't a known kind of question"],
    ),
    (
        "q5,choice,,,left,right,,a,,,,,1",
        &[],
        &["2 [q5] dropped the row: the column of its prompt is empty"],
    ),
    (
        r#"q6,number,Six?,,,,,"1,234",,,,,1"#,
        &[],
        &[
            "2 [q6] dropped the question: “1,234” may be 1234 or 1.234: write it without a thousands separator and with a decimal point",
        ],
    ),
    (
        "q7,number,Seven?,,,,,12 apples,,,,,many",
        &["q7: number “Seven?” = 12 unit any apples"],
        &[
            "2 [q7] dropped “many” in points: the column doesn't take this value",
            "2 [q7] guessed the unit apples: it follows the number, and no column names it",
        ],
    ),
    (
        "q8,text,Eight?,,,,,,,,,,1",
        &[],
        &["2 [q8] dropped the question: it has no right answer: `accept` and `correct` are empty"],
    ),
    (
        "q9,choice,Nine?,,b,a,,a,,,,,1",
        &["q9: choice “Nine?” ( ) b (x) a points 1"],
        &[
            "2 [q9] guessed the right answer “a”: it is the text of choice 2 and the place of another; the text counts",
        ],
    ),
    (
        "q10,choice,Ten?,,only one,,,a,,,,,1",
        &[],
        &["2 [q10] dropped the question: it needs at least two choices, and has 1"],
    ),
    (
        "q11,wording,Stray?,,x,y,,,,,,,1",
        &[],
        &["2 [q11] dropped the wording: the row above is not the question that it belongs to"],
    ),
    (
        "q12,,Twelve?,,,,,42,,,,,1",
        &["q12: number “Twelve?” = 42 points 1"],
        &[
            "2 [q12] guessed the kind number: the row names none; this is what its right answer looks like",
        ],
    ),
    (
        "q13,match,Thirteen?,,,,,,,,,,1",
        &[],
        &[
            "2 [q13] dropped the question: it needs 2 to 200 items and as many places for them, and has 0 and 0",
        ],
    ),
    (
        r#"q14,choice,"Fourteen?,,left,right,,a,,,,,1
q15,choice,Fifteen?,,left,right,,a,,,,,1"#,
        &[],
        &[
            "2 guessed the last 10 cells: the row has 3 of 13 cells; those that are missing count as empty",
            "2 [q14] dropped the question: it needs at least two choices, and has 0",
            "2 changed the last row: a quotation mark is opened in it and never closed, so that one cell holds all that follows: close it",
        ],
    ),
];

#[test]
fn an_answer_is_named_in_many_ways() {
    let frame = Frame {
        format: Format::Table,
        head: "Question,Answer Choice A,Answer Choice B,Answer Choice C,Correct \
         answer,Question type\n",
        between: "\n",
        tail: "",
    };
    check_each(&frame, ANSWERS);
}

/// Right answers by text, letter and place.
const ANSWERS: &[Trap] = &[
    (
        "Is it raining?,Oui,Non,,Oui,",
        &["is-it-raining: choice “Is it raining?” (x) Oui ( ) Non"],
        &[],
    ),
    (
        "Water is wet.,True,False,,True,",
        &["water-is-wet: true “Water is wet.”"],
        &[],
    ),
    (
        "Judged as one?,Oui,Non,,Non,true/false",
        &["judged-as-one: false “Judged as one?”"],
        &[
            "2 [Judged as one?] changed the choices “Oui”, “Non”: a statement is answered by true or false",
        ],
    ),
    (
        "\
Both ends?,first,second,third,A and C,
Both ends?,first,second,third,\"A, B et C\",",
        &[
            "both-ends: choice “Both ends?” [x] first [ ] second [x] third",
            "both-ends-2: choice “Both ends?” [x] first [x] second [x] third",
        ],
        &[],
    ),
    (
        r#""A comma, too?","A and C","B, et D",none,"A and C","#,
        &["a-comma-too: choice “A comma, too?” (x) A and C ( ) B, et D ( ) none"],
        &[],
    ),
    (
        "Describe a risk.,,,,,paragraph",
        &["describe-a-risk: essay “Describe a risk.” point-1: Says what the model says model “…”"],
        &[
            "2 [Describe a risk.] guessed the model answer of an essay: the row has none: write in place of “…” what the learner's text is compared with; its column is `model_en`",
            "2 [Describe a risk.] guessed the checklist: the row has none; its one point is that the text says what the model says",
        ],
    ),
];
