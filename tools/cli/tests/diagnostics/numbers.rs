//! Numbers and their units.

use jalon_compiler::Code;

use super::{Case, M};

pub(crate) const SLIPS: &[Case] = &[
    (
        "invalid-number",
        Code::InvalidNumber,
        &[(
            M,
            "key = { value = 1.25, within = \"10%\" }",
            "key = \"a kilogram\"",
        )],
    ),
    (
        "invalid-number-two-ways",
        Code::InvalidNumber,
        &[(
            M,
            "key = { value = 1.25, within = \"10%\" }",
            "key = \"1,250\"",
        )],
    ),
    (
        "invalid-number-two",
        Code::InvalidNumber,
        &[(M, "within = \"10%\"", "within = \"1 or 2\"")],
    ),
    (
        "invalid-number-infinite",
        Code::InvalidNumber,
        &[(M, "value = 1.25", "value = inf")],
    ),
    (
        "invalid-number-unit-of-key",
        Code::InvalidNumber,
        &[(M, "value = 1.25", "value = \"1.25 kg\"")],
    ),
    (
        "invalid-number-unit-of-wrong-answer",
        Code::InvalidNumber,
        &[(M, "\"12.5 kg\"", "\"12.5 pounds\"")],
    ),
    (
        "invalid-number-multiplier",
        Code::InvalidNumber,
        &[(M, "times = 1000", "times = \"a thousand\"")],
    ),
    (
        "out-of-range-tolerance",
        Code::OutOfRange,
        &[(M, "within = \"10%\"", "within = -0.1")],
    ),
    (
        "out-of-range-range",
        Code::OutOfRange,
        &[(
            M,
            "key = { value = 1.25, within = \"10%\" }",
            "key = { from = 1.3, to = 1.2 }",
        )],
    ),
    (
        "out-of-range-figures",
        Code::OutOfRange,
        &[(M, "within = \"10%\"", "figures = 20")],
    ),
    (
        "out-of-range-share-of-zero",
        Code::OutOfRange,
        &[
            (M, "value = 1.25", "value = 0"),
            (
                M,
                "accept = [\"1,25 kg\", \"1300 grams\", 1.2]",
                "accept = [\"0\"]",
            ),
        ],
    ),
    (
        "out-of-range-multiplier",
        Code::OutOfRange,
        &[(
            M,
            "times = 1000",
            "times = 1000\n\n[[question.unit]]\nany = [\"t\"]\ntimes = 0",
        )],
    ),
    (
        "contradiction-tolerance",
        Code::Contradiction,
        &[(M, "within = \"10%\"", "within = 0.1, figures = 3")],
    ),
    (
        "contradiction-wrong-answer",
        Code::Contradiction,
        &[(M, "\"12.5 kg\", 125", "\"1249 grams\", 125")],
    ),
    (
        "duplicate-unit",
        Code::Duplicate,
        &[(M, "\"grams\", \"gram\"", "\"grams\", \"kg\"")],
    ),
    (
        "missing-language-unit",
        Code::MissingLanguage,
        &[(M, "fr = [\"grammes\", \"gramme\"]\n", "")],
    ),
    (
        "too-few-units",
        Code::TooFew,
        &[
            (
                M,
                "[[question.unit]]\nany = [\"kg\"]\ntimes = 1000\n\n[[question.unit]]\nen = [\"grams\", \"gram\"]\nfr = [\"grammes\", \"gramme\"]\n\n",
                "",
            ),
            (M, "\"12.5 kg\"", "\"12.5\""),
            (
                M,
                "accept = [\"1,25 kg\", \"1300 grams\", 1.2]\nreject = [\"12.5\", \"1.5 kg\"]",
                "accept = [\"1,25\"]",
            ),
        ],
    ),
    (
        "unknown-value-unit-use",
        Code::UnknownValue,
        &[(M, "\"optional\"", "\"option\"")],
    ),
    (
        "unknown-key-of-number-key",
        Code::UnknownKey,
        &[
            (M, "within = \"10%\"", "tolerance = \"10%\""),
            (
                M,
                "accept = [\"1,25 kg\", \"1300 grams\", 1.2]",
                "accept = [\"1.25\"]",
            ),
        ],
    ),
    (
        "missing-key-of-range",
        Code::MissingKey,
        &[(
            M,
            "key = { value = 1.25, within = \"10%\" }",
            "key = { from = 1 }",
        )],
    ),
    (
        "wrong-type-number",
        Code::WrongType,
        &[(
            M,
            "key = { value = 1.25, within = \"10%\" }",
            "key = [1.25]",
        )],
    ),
    (
        "wrong-type-number-tolerance",
        Code::WrongType,
        &[
            (M, "within = \"10%\"", "within = true"),
            (
                M,
                "accept = [\"1,25 kg\", \"1300 grams\", 1.2]",
                "accept = [\"1.25\"]",
            ),
        ],
    ),
    (
        "invalid-number-percent-among-units",
        Code::InvalidNumber,
        &[
            (
                M,
                "key = { value = 1.25, within = \"10%\" }",
                "key = \"125%\"",
            ),
            (
                M,
                "accept = [\"1,25 kg\", \"1300 grams\", 1.2]",
                "accept = [\"1.25\"]",
            ),
        ],
    ),
    (
        "sample-mismatch-number",
        Code::SampleMismatch,
        &[(M, "\"1,25 kg\"", "\"1.5 kg\"")],
    ),
    (
        "sample-mismatch-number-near",
        Code::SampleMismatch,
        &[(
            M,
            "reject = [\"12.5\", \"1.5 kg\"]",
            "reject = [\"1.3\", \"12.5\"]",
        )],
    ),
    (
        "sample-mismatch-number-two-ways",
        Code::SampleMismatch,
        &[(M, "\"1,25 kg\"", "\"1,250 kg\"")],
    ),
    (
        "sample-mismatch-number-unit",
        Code::SampleMismatch,
        &[(M, "\"1,25 kg\"", "\"1,25 lb\"")],
    ),
    (
        "too-few-unit-names",
        Code::TooFew,
        &[
            (M, "any = [\"kg\"]\n", "any = []\n"),
            (M, "\"12.5 kg\"", "12.5"),
            (
                M,
                "accept = [\"1,25 kg\", \"1300 grams\", 1.2]\nreject = [\"12.5\", \"1.5 kg\"]",
                "accept = [\"1300 grams\"]",
            ),
        ],
    ),
    (
        "empty-text-unit",
        Code::EmptyText,
        &[(M, "any = [\"kg\"]", "any = [\"kg\", \"\"]")],
    ),
];
