//! What problems look like: one drawing of each shape. What is said in each case is in the tables.

use jalon_compiler::{Sources, check};

use super::{B, Edit, M, bank, cases};

/// What a drawing is called, and the case that it shows.
const SHAPES: &[(&str, &str)] = &[
    ("one-line", "invalid-id"),
    ("several-lines", "empty-text-table-rows"),
    ("long-line", "contradiction-two-credits"),
    ("other-line", "duplicate-choice"),
    ("same-line", "contradiction-tolerance"),
    ("other-file", "duplicate-question-elsewhere"),
    ("no-help", "out-of-range-pass"),
    ("warning", "missing-space"),
];

/// All problems of these files, without colours.
fn drawn(sources: &Sources) -> String {
    let report = check(sources);
    let problems = report.diagnostics.iter();
    let drawn: Vec<String> = problems
        .map(|problem| jalon::draw(sources, problem))
        .collect();
    anstream::adapter::strip_str(&drawn.join("\n\n")).to_string()
}

#[test]
fn every_shape_is_drawn() {
    for (shape, name) in SHAPES {
        let case = cases().find(|case| case.name == *name);
        let edits = case.map(|case| case.edits).unwrap();
        insta::assert_snapshot!(*shape, drawn(&bank(edits)));
    }
}

#[test]
fn all_problems_come_out_of_one_run() {
    let edits: &[Edit] = &[
        (B, "title.fr = \"Un exemple\"\n", ""),
        (M, "minutes = 14", "minutes = \"14\""),
        (M, "key = false", "key = \"false\""),
        (
            M,
            "concepts = [\"certification\"]",
            "concepts = [\"certifcation\"]",
        ),
        (M, "27002 ?", "27002?"),
    ];
    insta::assert_snapshot!("several", drawn(&bank(edits)));
}
