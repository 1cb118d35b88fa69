//! Essays: points, model answers and lengths.

use jalon_compiler::Code;

use super::{B, Case, M, Problem};

pub(crate) const SLIPS: &[Case] = &[
    Case {
        name: "missing-key-of-essay",
        code: Code::MissingKey,
        edits: &[(
            M,
            "[[question.point]]\nid = \"binds\"\n\n[[question.point]]\nid = \"advises\"\n",
            "",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:244:1", "[[question]]"),
            message: "`point` is missing",
            labels: &[],
            help: Some("add `point`, which is a list"),
        }],
    },
    Case {
        name: "missing-key-model",
        code: Code::MissingKey,
        edits: &[(
            M,
            "model = \"A *shall* has to be met; a *should* is good advice.\"\n",
            "",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:258:1", "[[question.en]]"),
            message: "`model` is missing",
            labels: &[],
            help: Some("add model = \"...\", an answer to compare with"),
        }],
    },
    Case {
        name: "too-few-points",
        code: Code::TooFew,
        edits: &[
            (
                M,
                "[[question.point]]\nid = \"binds\"\n\n[[question.point]]\nid = \"advises\"\n",
                "",
            ),
            (M, "min-words = 20", "point = []\nmin-words = 20"),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:249:9", "[]"),
            message: "expected at least 1 point, found fewer",
            labels: &[],
            help: Some("each point has a heading [[question.point]] and an id"),
        }],
    },
    Case {
        name: "duplicate-point",
        code: Code::Duplicate,
        edits: &[(
            M,
            "[[question.point]]\nid = \"binds\"\n",
            "[[question.point]]\nid = \"binds\"\n\n[[question.point]]\nid = \"binds\"\n",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:256:6", "\"binds\""),
            message: "point `binds` is there twice",
            labels: &[("first-steps.toml:253:6", "\"binds\"", "first written here")],
            help: Some("rename one of them, or take it out"),
        }],
    },
    Case {
        name: "missing-point",
        code: Code::MissingPoint,
        edits: &[(M, "points.binds = \"Says that *shall* binds\"\n", "")],
        expected: &[Problem {
            at: ("first-steps.toml:258:1", "[[question.en]]"),
            message: "this wording has no text for point `binds`",
            labels: &[("first-steps.toml:253:6", "\"binds\"", "the point")],
            help: Some("add points.binds = \"...\""),
        }],
    },
    Case {
        name: "unknown-point",
        code: Code::UnknownPoint,
        edits: &[(
            M,
            "points.binds = \"Says that *shall* binds\"\n",
            "points.binds = \"Says that *shall* binds\"\npoints.bind = \"Says more\"\n",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:261:8", "bind"),
            message: "the question has no point `bind`",
            labels: &[],
            help: Some("did you mean `binds`?"),
        }],
    },
    Case {
        name: "empty-text-point",
        code: Code::EmptyText,
        edits: &[(M, "Says that *shall* binds", "")],
        expected: &[Problem {
            at: ("first-steps.toml:260:16", "\"\""),
            message: "the point is empty",
            labels: &[],
            help: Some("write the text, or take the key out if it is optional"),
        }],
    },
    Case {
        name: "empty-text-model",
        code: Code::EmptyText,
        edits: &[(M, "A *shall* has to be met; a *should* is good advice.", "")],
        expected: &[Problem {
            at: ("first-steps.toml:262:9", "\"\""),
            message: "the model answer is empty",
            labels: &[],
            help: Some("write the text, or take the key out if it is optional"),
        }],
    },
    Case {
        name: "out-of-range-words",
        code: Code::OutOfRange,
        edits: &[(M, "max-words = 80", "max-words = 8000")],
        expected: &[Problem {
            at: ("first-steps.toml:250:13", "8000"),
            message: "the greatest number of words is 8000, expected 1 to 3000",
            labels: &[],
            help: None,
        }],
    },
    Case {
        name: "out-of-range-words-upside-down",
        code: Code::OutOfRange,
        edits: &[(M, "max-words = 80", "max-words = 20")],
        expected: &[Problem {
            at: ("first-steps.toml:250:13", "20"),
            message: "the fewest words advised are not fewer than the most",
            labels: &[],
            help: Some("say it with min-words below max-words, or with one of them"),
        }],
    },
    Case {
        name: "unknown-choice-choices-of-essay",
        code: Code::UnknownChoice,
        edits: &[(
            M,
            "points.binds = \"Says that *shall* binds\"\n",
            "points.binds = \"Says that *shall* binds\"\nchoices.binds = \"Binds\"\n",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:261:9", "binds"),
            message: "`binds` is no choice here, but a point",
            labels: &[],
            help: Some("write points.binds = \"...\""),
        }],
    },
    Case {
        name: "unknown-key-model-of-choice",
        code: Code::UnknownKey,
        edits: &[(
            M,
            "explanation = \"It guides.\"",
            "explanation = \"It guides.\"\nmodel = \"A guide.\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:64:9", "\"A guide.\""),
            message: "only essays have a `model` answer",
            labels: &[],
            help: Some("`points` and `model` belong to questions of kind essay"),
        }],
    },
    Case {
        name: "unknown-value-essays",
        code: Code::UnknownValue,
        edits: &[(B, "modules = [", "essays = \"graded\"\nmodules = [")],
        expected: &[Problem {
            at: ("bank.toml:5:10", "\"graded\""),
            message: "`essays` takes `private` or `mastery`, found `graded`",
            labels: &[],
            help: Some("write `private` or `mastery`"),
        }],
    },
];
