//! Items that are matched, sorted or put in order.

use jalon_compiler::Code;

use super::{Case, M};

pub(crate) const SLIPS: &[Case] = &[
    (
        "unknown-choice-target",
        Code::UnknownChoice,
        &[(M, "target = \"guide\"", "target = \"gide\"")],
    ),
    (
        "unknown-choice-category",
        Code::UnknownChoice,
        &[(M, "category = \"minor\"", "category = \"observation\"")],
    ),
    (
        "missing-key-target",
        Code::MissingKey,
        &[(M, "target = \"guide\"\n", "")],
    ),
    (
        "contradiction-target",
        Code::Contradiction,
        &[
            (M, "target = \"guide\"", "target = \"requirements\""),
            (
                M,
                "accept = [{ iso-27001 = \"requirements\", iso-27002 = \"guide\" }]\n",
                "",
            ),
        ],
    ),
    (
        "duplicate-item-and-target",
        Code::Duplicate,
        &[(
            M,
            "[[question.target]]\nid = \"vocabulary\"",
            "[[question.target]]\nid = \"vocabulary\"\n\n[[question.target]]\nid = \"iso-27001\"",
        )],
    ),
    (
        "duplicate-item",
        Code::Duplicate,
        &[
            (
                M,
                "id = \"check\"\n",
                "id = \"check\"\n\n[[question.item]]\nid = \"plan\"\n",
            ),
            (M, "accept = [[\"plan\", \"do\", \"check\"]]\n", ""),
        ],
    ),
    (
        "too-few-items",
        Code::TooFew,
        &[
            (
                M,
                "[[question.item]]\nid = \"do\"\n\n[[question.item]]\nid = \"check\"\n\n",
                "",
            ),
            (
                M,
                "accept = [[\"plan\", \"do\", \"check\"]]\nreject = [[\"do\", \"plan\", \"check\"], [\"plan\", \"do\"]]",
                "",
            ),
            (M, "items.do = \"Do\"\nitems.check = \"Check\"\n", ""),
            (
                M,
                "items.do = \"Carry out the processes\"\nitems.check = \"Measure the results\"\n",
                "",
            ),
            (
                M,
                "items.do = \"Réaliser\"\nitems.check = \"Vérifier\"\n",
                "",
            ),
            (
                M,
                "items.do = \"Mettre en œuvre les processus\"\nitems.check = \"Mesurer les résultats\"\n",
                "",
            ),
        ],
    ),
    (
        "missing-choice-target",
        Code::MissingChoice,
        &[(M, "targets.vocabulary = \"The terms of the family\"\n", "")],
    ),
    (
        "unknown-choice-stray-item",
        Code::UnknownChoice,
        &[(
            M,
            "items.check = \"Check\"\n",
            "items.check = \"Check\"\nitems.act = \"Act\"\n",
        )],
    ),
    (
        "unknown-choice-item-among-targets",
        Code::UnknownChoice,
        &[(
            M,
            "items.iso-27001 = \"ISO/IEC 27001\"",
            "targets.iso-27001 = \"ISO/IEC 27001\"",
        )],
    ),
    (
        "missing-language-item-feedback",
        Code::MissingLanguage,
        &[(M, "feedback.fr = \"Elle dit « doit ».\"\n", "")],
    ),
    (
        "unknown-value-uses",
        Code::UnknownValue,
        &[(
            M,
            "id = \"family\"\nkind = \"match\"",
            "id = \"family\"\nkind = \"match\"\nuses = \"twice\"",
        )],
    ),
    (
        "unknown-value-credit",
        Code::UnknownValue,
        &[(M, "credit = \"positions\"", "credit = \"places\"")],
    ),
    (
        "unknown-key-of-match",
        Code::UnknownKey,
        &[(M, "credit = \"positions\"", "uses = \"once\"")],
    ),
    (
        "sample-mismatch-match",
        Code::SampleMismatch,
        &[(
            M,
            "reject = [{ iso-27001 = \"guide\", iso-27002 = \"requirements\" }, { iso-27001 = \"requirements\" }]",
            "reject = [{ iso-27001 = \"requirements\", iso-27002 = \"guide\" }]",
        )],
    ),
    (
        "sample-mismatch-match-twice",
        Code::SampleMismatch,
        &[(
            M,
            "{ iso-27001 = \"requirements\" }]",
            "{ iso-27001 = \"guide\", iso-27002 = \"guide\" }]",
        )],
    ),
    (
        "sample-mismatch-order",
        Code::SampleMismatch,
        &[(
            M,
            "accept = [[\"plan\", \"do\", \"check\"]]",
            "accept = [[\"plan\", \"check\", \"do\"]]",
        )],
    ),
    (
        "wrong-type-sample-match",
        Code::WrongType,
        &[(M, "{ iso-27001 = \"requirements\" }]", "\"requirements\"]")],
    ),
];
