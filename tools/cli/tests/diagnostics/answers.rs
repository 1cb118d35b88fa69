//! Choices and typed answers, and the samples that hold them to the grader.

use jalon_compiler::Code;

use super::{B, Case, M, Problem};

pub(crate) const SLIPS: &[Case] = &[
    Case {
        name: "unknown-choice",
        code: Code::UnknownChoice,
        edits: &[
            (M, "key = \"guide\"", "key = \"giude\""),
            (
                M,
                "samples.accept = [\"guide\"]\nsamples.reject = [\"certify\", \"none\"]\n",
                "",
            ),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:42:7", "\"giude\""),
            message: "there is no choice `giude`",
            labels: &[],
            help: Some("did you mean `guide`?"),
        }],
    },
    Case {
        name: "unknown-choice-in-wording",
        code: Code::UnknownChoice,
        edits: &[(
            M,
            "choices.none = \"None of these\"",
            "choices.none = \"None of these\"\nchoices.all = \"All of these\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:63:9", "all"),
            message: "the question has no choice `all`",
            labels: &[],
            help: Some("there are `guide`, `certify` or `none`"),
        }],
    },
    Case {
        name: "missing-choice",
        code: Code::MissingChoice,
        edits: &[(M, "choices.none = \"None of these\"\n", "")],
        expected: &[Problem {
            at: ("first-steps.toml:58:1", "[[question.en]]"),
            message: "this wording has no text for choice `none`",
            labels: &[("first-steps.toml:55:6", "\"none\"", "the choice")],
            help: Some("add choices.none = \"...\""),
        }],
    },
    Case {
        name: "unreachable-answer",
        code: Code::UnreachableAnswer,
        edits: &[(
            M,
            "any = [\"SoA\"]",
            "any = [\"SoA\", \"risk treatment plan\"]",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:116:15", "\"risk treatment plan\""),
            message: "no learner can give the answer `risk treatment plan`",
            labels: &[],
            help: Some(
                "an answer has 1 to 200 characters, a letter or a digit among them, and is not a listed wrong answer",
            ),
        }],
    },
    Case {
        name: "unknown-value-order",
        code: Code::UnknownValue,
        edits: &[(
            M,
            "kind = \"text\"\n",
            "kind = \"text\"\norder = \"anny\"\n",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:113:9", "\"anny\""),
            message: "`order` takes `as-written` or `any`, found `anny`",
            labels: &[],
            help: Some("did you mean `any`?"),
        }],
    },
    Case {
        name: "too-few-synonyms",
        code: Code::TooFew,
        edits: &[(
            M,
            "kind = \"text\"\n",
            "kind = \"text\"\nsynonyms = [[\"statement\", \"declaration\"], [\"SoA\"]]\n",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:113:43", "[\"SoA\"]"),
            message: "expected at least 2 names of one thing, found fewer",
            labels: &[],
            help: Some("write every name of it in one list: synonyms = [[\"norm\", \"standard\"]]"),
        }],
    },
    Case {
        name: "too-few-synonyms-of-bank",
        code: Code::TooFew,
        edits: &[(
            B,
            "[[term]]",
            "[[synonym]]\nen = [\"statement of applicability\"]\n\n[[term]]",
        )],
        expected: &[Problem {
            at: ("bank.toml:18:1", "[[synonym]]"),
            message: "expected at least 2 names of one thing, found fewer",
            labels: &[],
            help: Some("write the acronym and what it stands for, in any language of the bank"),
        }],
    },
    Case {
        name: "too-few-required-words",
        code: Code::TooFew,
        edits: &[(
            M,
            "[question.samples]\naccept = [\"the statement",
            "[question.words.en]\nrequired = [[\"statement\"], []]\n\n[question.samples]\naccept = [\"the statement",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:125:1", "[question.words.en]"),
            message: "expected at least 1 required word, found fewer",
            labels: &[],
            help: Some(
                "each list has the words of which one has to be there: required = [[\"risk\"], [\"owner\", \"holder\"]]",
            ),
        }],
    },
    Case {
        name: "missing-key-required-words",
        code: Code::MissingKey,
        edits: &[(
            M,
            "[question.samples]\naccept = [\"the statement",
            "[question.words.en]\nforbidden = [\"not\"]\n\n[question.samples]\naccept = [\"the statement",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:125:1", "[question.words.en]"),
            message: "`required` is missing",
            labels: &[],
            help: Some("add `required`, which is a list"),
        }],
    },
    Case {
        name: "sample-mismatch-words",
        code: Code::SampleMismatch,
        edits: &[
            (
                M,
                "[question.samples]\naccept = [\"the statement",
                "[question.words.en]\nrequired = [[\"statement\", \"list\"], [\"applicable\"]]\n\n[question.samples]\naccept = [\"the statement",
            ),
            (
                M,
                "reject = [\"risk treatment plan\", ",
                "reject = [\"list of what is applicable\", ",
            ),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:130:11", "\"list of what is applicable\""),
            message: "`list of what is applicable` is under `reject`, but the grader accepts it: it reads as `statement of applicability`, because the required words are there",
            labels: &[],
            help: Some("add a word of it to `forbidden`, or list it under [[question.wrong]]"),
        }],
    },
    Case {
        name: "sample-mismatch-right",
        code: Code::SampleMismatch,
        edits: &[(
            M,
            "reject = [\"risk treatment plan\", ",
            "reject = [\"Statment of applicability\", ",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:127:11", "\"Statment of applicability\""),
            message: "`Statment of applicability` is under `reject`, but the grader accepts it: it reads as `statement of applicability`, apart from typing slips (1 of 3 that are forgiven)",
            labels: &[],
            help: Some("list it under [[question.wrong]], or make it a [[term]] of the bank"),
        }],
    },
    Case {
        name: "sample-mismatch-wrong",
        code: Code::SampleMismatch,
        edits: &[(
            M,
            "accept = [\"the statement",
            "accept = [\"statement of audit\", \"the statement",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:126:11", "\"statement of audit\""),
            message: "`statement of audit` is under `accept`, but the grader rejects it: the nearest right answer is `statement of applicability`, 10 slips away; 3 are forgiven, and none in digits",
            labels: &[],
            help: Some("list it in [question.accept]"),
        }],
    },
    Case {
        name: "sample-mismatch-rival",
        code: Code::SampleMismatch,
        edits: &[
            (
                M,
                "en = [\"statement of applicability\"]",
                "en = [\"statement of applicability\", \"preventive\"]",
            ),
            (
                M,
                "answers = [\"risk treatment plan\"]",
                "answers = [\"risk treatment plan\", \"preventative\"]",
            ),
            (
                M,
                "accept = [\"the statement",
                "accept = [\"preventtive\", \"risk treatment plan\", \"the statement",
            ),
            (
                M,
                "reject = [\"risk treatment plan\", ",
                "reject = [\"soa\", ",
            ),
        ],
        expected: &[
            Problem {
                at: ("first-steps.toml:126:11", "\"preventtive\""),
                message: "`preventtive` is under `accept`, but the grader rejects it: it is near `preventive`, but at least as near to another term, `preventative`",
                labels: &[],
                help: Some("list it in [question.accept]"),
            },
            Problem {
                at: ("first-steps.toml:126:26", "\"risk treatment plan\""),
                message: "`risk treatment plan` is under `accept`, but the grader rejects it: it reads as the wrong answer `risk treatment plan`",
                labels: &[],
                help: Some("take it out of the wrong answers, or list it in [question.accept]"),
            },
            Problem {
                at: ("first-steps.toml:127:11", "\"soa\""),
                message: "`soa` is under `reject`, but the grader accepts it: it reads as `SoA`, apart from case, spacing or punctuation",
                labels: &[],
                help: Some("take the sample or the accepted answer out"),
            },
        ],
    },
    Case {
        name: "sample-mismatch-choice",
        code: Code::SampleMismatch,
        edits: &[(
            M,
            "samples.accept = [\"guide\"]",
            "samples.accept = [[\"guide\", \"none\"], \"certify\"]",
        )],
        expected: &[
            Problem {
                at: ("first-steps.toml:43:19", "[\"guide\", \"none\"]"),
                message: "`guide` with `none` is under `accept`, but can't be graded: only one choice may be picked",
                labels: &[],
                help: None,
            },
            Problem {
                at: ("first-steps.toml:43:38", "\"certify\""),
                message: "`certify` is under `accept`, but the grader rejects it: 0 right, 1 wrong and 1 missed",
                labels: &[],
                help: Some("change the key or the sample"),
            },
        ],
    },
];
