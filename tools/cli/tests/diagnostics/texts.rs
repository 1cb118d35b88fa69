//! Markup, typography, and what is missing or not used.

use jalon_compiler::Code;

use super::{B, Case, M};

pub(crate) const SLIPS: &[Case] = &[
    (
        "broken-markup-strong",
        Code::BrokenMarkup,
        &[(M, "A **shall** binds", "A **shall binds")],
    ),
    (
        "broken-markup-code",
        Code::BrokenMarkup,
        &[(M, "in `27001`", "in `27001")],
    ),
    (
        "broken-markup-link",
        Code::BrokenMarkup,
        &[(M, "(https://www.iso.org/)", "(https://www.iso.org/")],
    ),
    (
        "unsupported-markup-heading",
        Code::UnsupportedMarkup,
        &[(M, "A **shall** binds", "# Verbs\n\nA **shall** binds")],
    ),
    (
        "unsupported-markup-html",
        Code::UnsupportedMarkup,
        &[(M, "A **shall** binds", "A <b>shall</b> binds")],
    ),
    (
        "unsupported-markup-nested-list",
        Code::UnsupportedMarkup,
        &[(M, "- Guidance is", "  - Guidance is")],
    ),
    (
        "unsupported-markup-table",
        Code::UnsupportedMarkup,
        &[(M, "- Guidance is in `27002`.", "- a | b\n  --|--\n  1 | 2")],
    ),
    (
        "unsupported-markup-columns",
        Code::UnsupportedMarkup,
        &[(
            M,
            "A **shall** binds",
            "a | b\n--|:-:\n1 | 2\n\nA **shall** binds",
        )],
    ),
    (
        "uneven-table",
        Code::UnevenTable,
        &[(
            M,
            "A **shall** binds",
            "a | b\n--|--\n1 | 2 | 3\n\nA **shall** binds",
        )],
    ),
    (
        "empty-text-table",
        Code::EmptyText,
        &[(
            M,
            "A **shall** binds",
            "| | |\n|-|-|\n| 1 | 2 |\n\nA **shall** binds",
        )],
    ),
    (
        "empty-text-table-rows",
        Code::EmptyText,
        &[(
            M,
            "A **shall** binds",
            "| a | b |\n|-|-|\n\nA **shall** binds",
        )],
    ),
    (
        "not-one-line",
        Code::NotOneLine,
        &[(
            M,
            "\"Getting a certificate\"",
            "\"1. Getting a certificate\"",
        )],
    ),
    (
        "not-one-line-but-several",
        Code::NotOneLine,
        &[(
            M,
            "\"Getting a certificate\"",
            "\"\"\"\nGetting\na certificate\n\"\"\"",
        )],
    ),
    (
        "unsupported-markup-list-start",
        Code::UnsupportedMarkup,
        &[(M, "\"It guides.\"", "\"2022. It guides.\"")],
    ),
    (
        "unsupported-markup-break",
        Code::UnsupportedMarkup,
        &[(M, "A **shall** binds", "A **shall**  \nbinds")],
    ),
    (
        "missing-key-language",
        Code::MissingKey,
        &[(
            B,
            "title.en = \"A sample\"\ntitle.fr = \"Un exemple\"\n",
            "",
        )],
    ),
    (
        "invalid-address",
        Code::InvalidAddress,
        &[(M, "https://www.iso.org/", "javascript:alert(1)")],
    ),
    (
        "missing-space",
        Code::MissingSpace,
        &[(M, "27002 ?", "27002?")],
    ),
    (
        "single-wording",
        Code::SingleWording,
        &[(
            M,
            "[[question.en]]\nprompt = \"Some certificates name ISO/IEC 27002.\"\nexplanation = \"They name ISO/IEC 27001.\"\n",
            "",
        )],
    ),
    (
        "unused-concept",
        Code::UnusedConcept,
        &[
            (
                M,
                "{ guidance = 2, certification = 1 }",
                "[\"certification\"]",
            ),
            (M, "[\"guidance\"]", "[\"certification\"]"),
        ],
    ),
    (
        "unlisted-module",
        Code::UnlistedModule,
        &[("draft.toml", "", "title.en = \"A draft\"\n")],
    ),
    (
        "one-choice-list",
        Code::OneChoiceList,
        &[(M, "key = \"guide\"", "key = [\"guide\"]")],
    ),
];
