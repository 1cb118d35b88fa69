//! Choices and typed answers, and the samples that hold them to the grader.

use jalon_compiler::Code;

use super::{B, Case, M};

pub(crate) const SLIPS: &[Case] = &[
    (
        "unknown-choice",
        Code::UnknownChoice,
        &[
            (M, "key = \"guide\"", "key = \"giude\""),
            (
                M,
                "samples.accept = [\"guide\"]\nsamples.reject = [\"certify\", \"none\"]\n",
                "",
            ),
        ],
    ),
    (
        "unknown-choice-in-wording",
        Code::UnknownChoice,
        &[(
            M,
            "choices.none = \"None of these\"",
            "choices.none = \"None of these\"\nchoices.all = \"All of these\"",
        )],
    ),
    (
        "missing-choice",
        Code::MissingChoice,
        &[(M, "choices.none = \"None of these\"\n", "")],
    ),
    (
        "unreachable-answer",
        Code::UnreachableAnswer,
        &[(
            M,
            "any = [\"SoA\"]",
            "any = [\"SoA\", \"risk treatment plan\"]",
        )],
    ),
    (
        "unknown-value-order",
        Code::UnknownValue,
        &[(
            M,
            "kind = \"text\"\n",
            "kind = \"text\"\norder = \"anny\"\n",
        )],
    ),
    (
        "too-few-synonyms",
        Code::TooFew,
        &[(
            M,
            "kind = \"text\"\n",
            "kind = \"text\"\nsynonyms = [[\"statement\", \"declaration\"], [\"SoA\"]]\n",
        )],
    ),
    (
        "too-few-synonyms-of-bank",
        Code::TooFew,
        &[(
            B,
            "[[term]]",
            "[[synonym]]\nen = [\"statement of applicability\"]\n\n[[term]]",
        )],
    ),
    (
        "too-few-required-words",
        Code::TooFew,
        &[(
            M,
            "[question.samples]\naccept = [\"the statement",
            "[question.words.en]\nrequired = [[\"statement\"], []]\n\n[question.samples]\naccept = [\"the statement",
        )],
    ),
    (
        "missing-key-required-words",
        Code::MissingKey,
        &[(
            M,
            "[question.samples]\naccept = [\"the statement",
            "[question.words.en]\nforbidden = [\"not\"]\n\n[question.samples]\naccept = [\"the statement",
        )],
    ),
    (
        "sample-mismatch-words",
        Code::SampleMismatch,
        &[
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
    ),
    (
        "sample-mismatch-right",
        Code::SampleMismatch,
        &[(
            M,
            "reject = [\"risk treatment plan\", ",
            "reject = [\"Statment of applicability\", ",
        )],
    ),
    (
        "sample-mismatch-wrong",
        Code::SampleMismatch,
        &[(
            M,
            "accept = [\"the statement",
            "accept = [\"statement of audit\", \"the statement",
        )],
    ),
    (
        "sample-mismatch-rival",
        Code::SampleMismatch,
        &[
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
    ),
    (
        "sample-mismatch-choice",
        Code::SampleMismatch,
        &[(
            M,
            "samples.accept = [\"guide\"]",
            "samples.accept = [[\"guide\", \"none\"], \"certify\"]",
        )],
    ),
];
