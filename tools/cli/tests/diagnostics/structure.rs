//! What the files say at all: TOML, keys, types, values.

use jalon_compiler::Code;

use super::{B, Case, M};

pub(crate) const SLIPS: &[Case] = &[
    (
        "syntax-open-quote",
        Code::Syntax,
        &[(M, "= \"First steps\"", "= \"First steps")],
    ),
    (
        "syntax-several",
        Code::Syntax,
        &[
            (M, "minutes = 14", "minutes ="),
            (M, "level = \"intermediate\"", "level = intermediate"),
        ],
    ),
    (
        "syntax-twice",
        Code::Syntax,
        &[(M, "minutes = 14", "minutes = 14\nminutes = 15")],
    ),
    (
        "syntax-quote-inside",
        Code::Syntax,
        &[(M, "\"It guides.\"", "\"It \"guides\".\"")],
    ),
    (
        "missing-key",
        Code::MissingKey,
        &[(
            M,
            "prompt = \"What do people use ISO/IEC 27002 for?\"\n",
            "",
        )],
    ),
    (
        "missing-explanation",
        Code::EmptyText,
        &[(M, "explanation = \"It guides.\"\n", "")],
    ),
    (
        "missing-key-of-kind",
        Code::MissingKey,
        &[(M, "key = \"guide\"\n", "")],
    ),
    (
        "unknown-key",
        Code::UnknownKey,
        &[(
            M,
            "explanation = \"It guides.\"",
            "explanation = \"It guides.\"\npromt = \"\"",
        )],
    ),
    (
        "unknown-key-of-another-kind",
        Code::UnknownKey,
        &[(M, "key = false", "key = false\nshuffle = false")],
    ),
    (
        "unknown-language-of-wordings",
        Code::UnknownLanguage,
        &[(M, "[[question.fr]]", "[[question.de]]\n[[question.fr]]")],
    ),
    (
        "wrong-type",
        Code::WrongType,
        &[(M, "minutes = 14", "minutes = \"14\"")],
    ),
    (
        "wrong-type-list",
        Code::WrongType,
        &[(M, "any = [\"SoA\"]", "any = \"SoA\"")],
    ),
    (
        "wrong-type-text",
        Code::WrongType,
        &[(
            M,
            "title.en = \"A tip\"\ntitle.fr = \"Un conseil\"",
            "title = \"A tip\"",
        )],
    ),
    (
        "unknown-value",
        Code::UnknownValue,
        &[(M, "\"intermediate\"", "\"intermediary\"")],
    ),
    (
        "unknown-value-kind",
        Code::UnknownValue,
        &[(M, "kind = \"true-false\"", "kind = \"truefalse\"")],
    ),
    (
        "unknown-value-rule",
        Code::UnknownValue,
        &[(
            M,
            "pass = 60",
            "pass = 60\nlint.off = [\"J999\", \"mising-wording\"]",
        )],
    ),
    (
        "unknown-value-rule-of-errors",
        Code::UnknownValue,
        &[(
            B,
            "id = \"sample\"",
            "id = \"sample\"\nlint = { off = [\"missing-language\"] }",
        )],
    ),
    (
        "wrong-type-rule",
        Code::WrongType,
        &[(M, "key = false", "key = false\nlint.on = [101]")],
    ),
    (
        "unknown-key-rule",
        Code::UnknownKey,
        &[(M, "key = false", "key = false\nlint.of = [\"J101\"]")],
    ),
    (
        "unknown-value-scoring",
        Code::UnknownValue,
        &[(M, "pass = 60", "pass = 60\nscoring = \"parital\"")],
    ),
];
