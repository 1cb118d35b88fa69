//! What the files say at all: TOML, keys, types, ids, ranges, references.

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
    (
        "unknown-value-scoring",
        Code::UnknownValue,
        &[(M, "pass = 60", "pass = 60\nscoring = \"parital\"")],
    ),
    (
        "invalid-id",
        Code::InvalidId,
        &[(M, "id = \"certified\"", "id = \"Certified\"")],
    ),
    (
        "invalid-language",
        Code::InvalidLanguage,
        &[(B, "[\"en\", \"fr\"]", "[\"en\", \"fr\", \"en_GB\"]")],
    ),
    (
        "duplicate-question",
        Code::Duplicate,
        &[(M, "id = \"certified\"", "id = \"purpose\"")],
    ),
    (
        "duplicate-question-elsewhere",
        Code::Duplicate,
        &[
            (B, "[\"first-steps\"]", "[\"first-steps\", \"second\"]"),
            ("second.toml", "", SECOND),
        ],
    ),
    (
        "duplicate-choice",
        Code::Duplicate,
        &[(
            M,
            "[[question.choice]]\nid = \"none\"",
            "[[question.choice]]\nid = \"certify\"\n\n[[question.choice]]\nid = \"none\"",
        )],
    ),
    (
        "duplicate-concept",
        Code::Duplicate,
        &[(
            B,
            "[[term]]",
            "[[concept]]\nid = \"guidance\"\nname.en = \"Guidance\"\nname.fr = \"Conseil\"\n\n[[term]]",
        )],
    ),
    (
        "too-few-right-choices",
        Code::TooFew,
        &[
            (M, "key = \"guide\"", "key = []"),
            (M, "samples.accept = [\"guide\"]", ""),
        ],
    ),
    (
        "too-few-concepts",
        Code::TooFew,
        &[(
            M,
            "concepts = { guidance = 2, certification = 1 }",
            "concepts = []",
        )],
    ),
    (
        "empty-text",
        Code::EmptyText,
        &[(M, "\"It guides.\"", "\"\"")],
    ),
    (
        "empty-text-picture",
        Code::EmptyText,
        &[(M, "\"It guides.\"", "\"![](lock.svg) It guides.\"")],
    ),
    (
        "unknown-language",
        Code::UnknownLanguage,
        &[(
            M,
            "title.fr = \"Un conseil\"",
            "title.fr = \"Un conseil\"\ntitle.de = \"Ein Tipp\"",
        )],
    ),
    (
        "missing-language",
        Code::MissingLanguage,
        &[(M, "summary.fr = \"Une phrase sous le titre.\"\n", "")],
    ),
    (
        "missing-language-feedback",
        Code::MissingLanguage,
        &[(M, "feedback.fr = \"Oui : elle guide.\"\n", "")],
    ),
    (
        "missing-language-answers",
        Code::MissingLanguage,
        &[
            (M, "any = [\"SoA\"]\n", ""),
            (M, "fr = [\"déclaration d'applicabilité\"]\n", ""),
            (M, ", \"declaration d'applicabilite\"", ""),
        ],
    ),
    (
        "unknown-concept",
        Code::UnknownConcept,
        &[(
            M,
            "concepts = [\"certification\"]",
            "concepts = [\"certifcation\"]",
        )],
    ),
    (
        "unknown-concept-prerequisite",
        Code::UnknownConcept,
        &[(
            B,
            "prerequisites = [\"guidance\"]",
            "prerequisites = [\"audit\"]",
        )],
    ),
    (
        "prerequisite-cycle",
        Code::PrerequisiteCycle,
        &[(
            B,
            "name.en = \"Requirements",
            "prerequisites = [\"certification\"]\nname.en = \"Requirements",
        )],
    ),
    (
        "missing-module",
        Code::MissingModule,
        &[(B, "[\"first-steps\"]", "[\"first-steps\", \"next-steps\"]")],
    ),
];

const SECOND: &str = r#"
title = { en = "Second steps", fr = "La suite" }
track = { en = "Standards logic", fr = "Logique des normes" }
level = "foundation"
minutes = 3

[[question]]
id = "certified"
kind = "true-false"
concepts = ["guidance"]
key = true
en = [
  { prompt = "Guidance advises.", explanation = "It does." },
  { prompt = "Advice is guidance.", explanation = "It is." },
]
fr = [
  { prompt = "Une recommandation conseille.", explanation = "C'est le mot." },
  { prompt = "Un conseil est une recommandation.", explanation = "C'est cela." },
]
"#;
