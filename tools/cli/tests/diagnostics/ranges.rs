//! Numbers out of their range, and how choices are scored.

use jalon_compiler::Code;

use super::{Case, M, Problem};

pub(crate) const SLIPS: &[Case] = &[
    Case {
        name: "out-of-range-pass",
        code: Code::OutOfRange,
        edits: &[(M, "pass = 60", "pass = 120")],
        expected: &[Problem {
            at: ("first-steps.toml:7:8", "120"),
            message: "the pass mark is 120, expected 1 to 100",
            labels: &[],
            help: None,
        }],
    },
    Case {
        name: "out-of-range-draw",
        code: Code::OutOfRange,
        edits: &[(M, "draw = 2", "draw = 99")],
        expected: &[Problem {
            at: ("first-steps.toml:8:8", "99"),
            message: "the number of questions to draw is 99, expected 1 to 9",
            labels: &[],
            help: Some("a checkpoint can't ask more questions than the module has"),
        }],
    },
    Case {
        name: "out-of-range-minutes",
        code: Code::OutOfRange,
        edits: &[(M, "minutes = 14", "minutes = -14")],
        expected: &[Problem {
            at: ("first-steps.toml:6:11", "-14"),
            message: "`minutes` takes a whole number from 0 on, found -14",
            labels: &[],
            help: None,
        }],
    },
    Case {
        name: "out-of-range-weight",
        code: Code::OutOfRange,
        edits: &[(M, "guidance = 2", "guidance = 0")],
        expected: &[Problem {
            at: ("first-steps.toml:40:25", "0"),
            message: "the weight of a concept is 0, expected 1 to 100",
            labels: &[],
            help: None,
        }],
    },
    Case {
        name: "out-of-range-weight-of-a-choice",
        code: Code::OutOfRange,
        edits: &[
            (
                M,
                "[[question.choice]]\nid = \"certify\"",
                "[[question.choice]]\nid = \"certify\"\nweight = 120",
            ),
            (M, "samples.reject = [\"certify\", \"none\"]\n", ""),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:52:10", "120"),
            message: "the weight of choice `certify` is out of range, expected -100 to 99 percent",
            labels: &[],
            help: Some(
                "the key earns everything: its choices weigh more than nothing, the others no more than nothing (where one is picked, less than 100)",
            ),
        }],
    },
    Case {
        name: "out-of-range-weights-of-the-key",
        code: Code::OutOfRange,
        edits: &[
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
        expected: &[Problem {
            at: ("first-steps.toml:42:7", "[\"guide\", \"certify\"]"),
            message: "the choices of the key weigh 90 percent together, expected 100",
            labels: &[],
            help: Some("the key earns everything: its weights add up to 100"),
        }],
    },
    Case {
        name: "out-of-range-picks",
        code: Code::OutOfRange,
        edits: &[(
            M,
            "key = \"guide\"\nsamples.accept = [\"guide\"]\nsamples.reject = [\"certify\", \"none\"]",
            "key = [\"guide\", \"certify\"]\nleast = 3\nmost = 1",
        )],
        expected: &[
            Problem {
                at: ("first-steps.toml:43:9", "3"),
                message: "the least number of choices to pick is 3, expected 1 to 2",
                labels: &[],
                help: Some(
                    "the right choices, all of them and no others, have to be a response that may be given",
                ),
            },
            Problem {
                at: ("first-steps.toml:44:8", "1"),
                message: "the greatest number of choices to pick is 1, expected 2 to 3",
                labels: &[],
                help: Some(
                    "the right choices, all of them and no others, have to be a response that may be given",
                ),
            },
        ],
    },
    Case {
        name: "unknown-key-scoring-of-one-choice",
        code: Code::UnknownKey,
        edits: &[(
            M,
            "key = \"guide\"",
            "key = \"guide\"\nscoring = \"partial\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:43:11", "\"partial\""),
            message: "`scoring` is for questions of which several choices may be picked",
            labels: &[],
            help: Some("put the key in a list, key = [\"...\"], or take this out"),
        }],
    },
    Case {
        name: "unknown-key-scoring-beside-weights",
        code: Code::UnknownKey,
        edits: &[
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
        expected: &[Problem {
            at: ("first-steps.toml:43:11", "\"partial\""),
            message: "`scoring` and weights can't both say how the question is marked",
            labels: &[("first-steps.toml:47:10", "60", "there is a weight here")],
            help: Some("take one of them out"),
        }],
    },
];
