//! Numbers out of their range, and how choices are scored.

use jalon_compiler::Code;

use super::{Case, M};

pub(crate) const SLIPS: &[Case] = &[
    (
        "out-of-range-pass",
        Code::OutOfRange,
        &[(M, "pass = 60", "pass = 120")],
    ),
    (
        "out-of-range-draw",
        Code::OutOfRange,
        &[(M, "draw = 2", "draw = 99")],
    ),
    (
        "out-of-range-minutes",
        Code::OutOfRange,
        &[(M, "minutes = 14", "minutes = -14")],
    ),
    (
        "out-of-range-weight",
        Code::OutOfRange,
        &[(M, "guidance = 2", "guidance = 0")],
    ),
    (
        "out-of-range-weight-of-a-choice",
        Code::OutOfRange,
        &[
            (
                M,
                "[[question.choice]]\nid = \"certify\"",
                "[[question.choice]]\nid = \"certify\"\nweight = 120",
            ),
            (M, "samples.reject = [\"certify\", \"none\"]\n", ""),
        ],
    ),
    (
        "out-of-range-weights-of-the-key",
        Code::OutOfRange,
        &[
            (
                M,
                "key = \"guide\"\nsamples.accept = [\"guide\"]\nsamples.reject = [\"certify\", \"none\"]",
                "key = [\"guide\", \"certify\"]",
            ),
            (M, "id = \"guide\"", "id = \"guide\"\nweight = 60"),
            (
                M,
                "[[question.choice]]\nid = \"certify\"",
                "[[question.choice]]\nid = \"certify\"\nweight = 30",
            ),
        ],
    ),
    (
        "out-of-range-picks",
        Code::OutOfRange,
        &[(
            M,
            "key = \"guide\"\nsamples.accept = [\"guide\"]\nsamples.reject = [\"certify\", \"none\"]",
            "key = [\"guide\", \"certify\"]\nleast = 3\nmost = 1",
        )],
    ),
    (
        "unknown-key-scoring-of-one-choice",
        Code::UnknownKey,
        &[(
            M,
            "key = \"guide\"",
            "key = \"guide\"\nscoring = \"partial\"",
        )],
    ),
    (
        "unknown-key-scoring-beside-weights",
        Code::UnknownKey,
        &[
            (
                M,
                "key = \"guide\"\nsamples.accept = [\"guide\"]\nsamples.reject = [\"certify\", \"none\"]",
                "key = [\"guide\", \"certify\"]\nscoring = \"partial\"",
            ),
            (M, "id = \"guide\"", "id = \"guide\"\nweight = 60"),
            (
                M,
                "[[question.choice]]\nid = \"certify\"",
                "[[question.choice]]\nid = \"certify\"\nweight = 40",
            ),
        ],
    ),
];
