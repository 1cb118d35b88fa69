//! Patterns, and what each answer earns and teaches.

use jalon_compiler::Code;

use super::{B, Case, M};

pub(crate) const SLIPS: &[Case] = &[
    (
        "invalid-pattern-regex",
        Code::InvalidPattern,
        &[(M, "'iso(/iec)? ?27001(:20(13|22))?'", "'iso(/iec? ?27001'")],
    ),
    (
        "invalid-pattern-no-star",
        Code::InvalidPattern,
        &[(M, "\"* 27002 *\"", "\"about 27002\"")],
    ),
    (
        "invalid-pattern-everything",
        Code::InvalidPattern,
        &[(M, "\"* 27002 *\"", "\"* *\"")],
    ),
    (
        "invalid-pattern-nothing",
        Code::InvalidPattern,
        &[(M, "'iso(/iec)? ?27001(:20(13|22))?'", "'[a-z&&[0-9]]'")],
    ),
    (
        "invalid-pattern-too-large",
        Code::InvalidPattern,
        &[(M, "'iso(/iec)? ?27001(:20(13|22))?'", "'iso.{300}'")],
    ),
    (
        "invalid-pattern-impossible",
        Code::InvalidPattern,
        &[(M, "'iso(/iec)? ?27001(:20(13|22))?'", "'\\biso 27001'")],
    ),
    (
        "too-few-answers-beside-patterns",
        Code::TooFew,
        &[
            (M, "  \"ISO/IEC 27001\",\n", ""),
            (
                M,
                "  { answer = \"27001\", credit = 50, feedback.en = \"Name the publisher too.\", feedback.fr = \"Nommez aussi l'éditeur.\" },\n",
                "",
            ),
            (M, ", \"requirements standard\"]", "]"),
            (M, "accept = [\"iso iec 27001\", ", "accept = ["),
        ],
    ),
    (
        "too-few-whole-answers",
        Code::TooFew,
        &[
            (M, "  \"ISO/IEC 27001\",\n", ""),
            (M, ", \"requirements standard\"]", "]"),
            (M, "accept = [\"iso iec 27001\", ", "accept = ["),
        ],
    ),
    (
        "unknown-misconception",
        Code::UnknownMisconception,
        &[(
            M,
            "misconception = \"mixes-27001-and-27002\"\nfeedback.en = \"That one guides.\"",
            "misconception = \"mixes-27001-with-27002\"\nfeedback.en = \"That one guides.\"",
        )],
    ),
    (
        "unknown-misconception-of-a-choice",
        Code::UnknownMisconception,
        &[(
            M,
            "id = \"certify\"",
            "id = \"certify\"\nmisconception = \"mixes-them\"",
        )],
    ),
    (
        "duplicate-misconception",
        Code::Duplicate,
        &[(
            B,
            "[[term]]",
            "[[misconception]]\nid = \"mixes-27001-and-27002\"\nname.en = \"Another\"\nname.fr = \"Une autre\"\n\n[[term]]",
        )],
    ),
    (
        "missing-language-misconception",
        Code::MissingLanguage,
        &[(
            B,
            "name.fr = \"Prend l'ISO/IEC 27002 pour la norme de certification\"\n",
            "",
        )],
    ),
    (
        "missing-language-feedback-of-an-answer",
        Code::MissingLanguage,
        &[(M, ", feedback.fr = \"Nommez aussi l'éditeur.\"", "")],
    ),
    (
        "out-of-range-credit",
        Code::OutOfRange,
        &[
            (M, "reject = [\"27001\", ", "reject = ["),
            (M, "credit = 50", "credit = 500"),
        ],
    ),
    (
        "out-of-range-no-credit",
        Code::OutOfRange,
        &[(M, "credit = 90", "credit = 0")],
    ),
    (
        "out-of-range-credit-of-a-tier",
        Code::OutOfRange,
        &[(B, "[[term]]", "[credit]\naccents = 101\n\n[[term]]")],
    ),
    (
        "unknown-key-tier",
        Code::UnknownKey,
        &[(M, "typo = 80", "typo = 80, type = 80")],
    ),
    (
        "contradiction-two-patterns",
        Code::Contradiction,
        &[(M, "\"* 27002 *\"", "\"* 27002 *\", regex = \"27002\"")],
    ),
    (
        "contradiction-two-credits",
        Code::Contradiction,
        &[(
            M,
            "\"requirements standard\"]",
            "\"requirements standard\", { answer = \"27001\", credit = 60 }]",
        )],
    ),
    (
        "missing-key-answer",
        Code::MissingKey,
        &[(M, "{ wildcard = \"* 27002 *\" }", "{}")],
    ),
    (
        "sample-mismatch-credit",
        Code::SampleMismatch,
        &[
            (
                M,
                "reject = [\"27001\", \"iso 27001:2022\", ",
                "accept = [\"27001\"]\nreject = [\"iso 27001:2022\", ",
            ),
            (
                M,
                "accept = [\"iso iec 27001\", \"the requirements for information security management systems\"]\n",
                "",
            ),
        ],
    ),
    (
        "sample-mismatch-pattern",
        Code::SampleMismatch,
        &[(
            M,
            "reject = [\"27001\", ",
            "reject = [\"27001\", \"requirements for quality management systems\", ",
        )],
    ),
];
