//! Ids, languages, and what refers to something else.

use jalon_compiler::Code;

use super::{B, Case, M};

pub(crate) const SLIPS: &[Case] = &[
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
