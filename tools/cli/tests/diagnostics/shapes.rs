//! What problems look like: one drawing of each shape. What is said in each case is in the tables.

use jalon_compiler::check;

use super::problem::drawn;
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

#[test]
fn every_shape_is_drawn() {
    for (shape, name) in SHAPES {
        let case = cases().find(|case| case.name == *name);
        let edits = case.map(|case| case.edits).unwrap();
        let sources = bank(edits);
        insta::assert_snapshot!(*shape, drawn(&sources, &check(&sources)));
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
    let sources = bank(edits);
    insta::assert_snapshot!("several", drawn(&sources, &check(&sources)));
}
