//! Ids, languages, and what refers to something else.

use jalon_compiler::Code;

use super::{B, Case, M, Problem};

pub(crate) const SLIPS: &[Case] = &[
    Case {
        name: "invalid-id",
        code: Code::InvalidId,
        edits: &[(M, "id = \"certified\"", "id = \"Certified\"")],
        expected: &[Problem {
            at: ("first-steps.toml:87:6", "\"Certified\""),
            message: "`Certified` is no id because of 'C'",
            labels: &[],
            help: Some("did you mean `certified`?"),
        }],
    },
    Case {
        name: "invalid-language",
        code: Code::InvalidLanguage,
        edits: &[(B, "[\"en\", \"fr\"]", "[\"en\", \"fr\", \"en_GB\"]")],
        expected: &[Problem {
            at: ("bank.toml:2:26", "\"en_GB\""),
            message: "`en_GB` is no language tag",
            labels: &[],
            help: Some("a language is a tag in lower case, such as en, fr or pt-br"),
        }],
    },
    Case {
        name: "invalid-site",
        code: Code::InvalidSite,
        edits: &[(
            B,
            "[[concept]]",
            "[site]\naccent = \"blue\"\nurl = \"example.org\"\nfont = \"a;b\"\n\n[[concept]]",
        )],
        expected: &[
            Problem {
                at: ("bank.toml:8:10", "\"blue\""),
                message: "expected a colour such as #1d5fa8, found `blue`",
                labels: &[],
                help: Some("write it so, or take the line out: the site has one of its own"),
            },
            Problem {
                at: ("bank.toml:9:7", "\"example.org\""),
                message: "expected an address such as https://example.org/course/, found `example.org`",
                labels: &[],
                help: Some("write it so, or take the line out: the site has one of its own"),
            },
            Problem {
                at: ("bank.toml:10:8", "\"a;b\""),
                message: "expected names of fonts with commas between them, such as Georgia, serif, found `a;b`",
                labels: &[],
                help: Some("write it so, or take the line out: the site has one of its own"),
            },
        ],
    },
    Case {
        name: "duplicate-question",
        code: Code::Duplicate,
        edits: &[(M, "id = \"certified\"", "id = \"purpose\"")],
        expected: &[Problem {
            at: ("first-steps.toml:87:6", "\"purpose\""),
            message: "question `purpose` is there twice in the bank",
            labels: &[("first-steps.toml:38:6", "\"purpose\"", "first written here")],
            help: Some("give one of them another id: progress is tied to it"),
        }],
    },
    Case {
        name: "duplicate-question-elsewhere",
        code: Code::Duplicate,
        edits: &[
            (B, "[\"first-steps\"]", "[\"first-steps\", \"second\"]"),
            ("second.toml", "", SECOND),
        ],
        expected: &[Problem {
            at: ("second.toml:8:6", "\"certified\""),
            message: "question `certified` is there twice in the bank",
            labels: &[(
                "first-steps.toml:87:6",
                "\"certified\"",
                "first written here",
            )],
            help: Some("give one of them another id: progress is tied to it"),
        }],
    },
    Case {
        name: "duplicate-choice",
        code: Code::Duplicate,
        edits: &[(
            M,
            "[[question.choice]]\nid = \"none\"",
            "[[question.choice]]\nid = \"certify\"\n\n[[question.choice]]\nid = \"none\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:55:6", "\"certify\""),
            message: "choice `certify` is there twice",
            labels: &[("first-steps.toml:52:6", "\"certify\"", "first written here")],
            help: Some("rename one of them, or take it out"),
        }],
    },
    Case {
        name: "duplicate-concept",
        code: Code::Duplicate,
        edits: &[(
            B,
            "[[term]]",
            "[[concept]]\nid = \"guidance\"\nname.en = \"Guidance\"\nname.fr = \"Conseil\"\n\n[[term]]",
        )],
        expected: &[Problem {
            at: ("bank.toml:19:6", "\"guidance\""),
            message: "concept `guidance` is there twice",
            labels: &[("bank.toml:8:6", "\"guidance\"", "first written here")],
            help: Some("rename one of them, or take it out"),
        }],
    },
    Case {
        name: "too-few-right-choices",
        code: Code::TooFew,
        edits: &[
            (M, "key = \"guide\"", "key = []"),
            (M, "samples.accept = [\"guide\"]", ""),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:42:7", "[]"),
            message: "expected at least 1 choice in the key, found fewer",
            labels: &[],
            help: Some("name the right choice: key = \"its-id\""),
        }],
    },
    Case {
        name: "too-few-concepts",
        code: Code::TooFew,
        edits: &[(
            M,
            "concepts = { guidance = 2, certification = 1 }",
            "concepts = []",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:40:12", "[]"),
            message: "expected at least 1 concept, found fewer",
            labels: &[],
            help: Some("name what the question tests, by the id of a concept in bank.toml"),
        }],
    },
    Case {
        name: "empty-text",
        code: Code::EmptyText,
        edits: &[(M, "\"It guides.\"", "\"\"")],
        expected: &[Problem {
            at: ("first-steps.toml:63:15", "\"\""),
            message: "the explanation is empty",
            labels: &[],
            help: Some("write the text, or take the key out if it is optional"),
        }],
    },
    Case {
        name: "empty-text-picture",
        code: Code::EmptyText,
        edits: &[(M, "\"It guides.\"", "\"![](lock.svg) It guides.\"")],
        expected: &[Problem {
            at: ("first-steps.toml:63:16", "![](lock.svg)"),
            message: "a picture needs words for those who don't see it",
            labels: &[],
            help: Some(
                "say between the brackets what the picture shows: ![a locked door](door.svg)",
            ),
        }],
    },
    Case {
        name: "unknown-language",
        code: Code::UnknownLanguage,
        edits: &[(
            M,
            "title.fr = \"Un conseil\"",
            "title.fr = \"Un conseil\"\ntitle.de = \"Ein Tipp\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:34:7", "de"),
            message: "`de` is no language of the bank",
            labels: &[],
            help: Some(
                "the bank has `en` and `fr`; add the language to `languages` in bank.toml, or take this out",
            ),
        }],
    },
    Case {
        name: "missing-language",
        code: Code::MissingLanguage,
        edits: &[(M, "summary.fr = \"Une phrase sous le titre.\"\n", "")],
        expected: &[Problem {
            at: ("first-steps.toml:11:1", "summary"),
            message: "there is nothing in `fr`",
            labels: &[],
            help: Some("write it in `fr` too: every text is in every language of the bank"),
        }],
    },
    Case {
        name: "missing-language-feedback",
        code: Code::MissingLanguage,
        edits: &[(M, "feedback.fr = \"Oui : elle guide.\"\n", "")],
        expected: &[Problem {
            at: ("first-steps.toml:48:1", "feedback"),
            message: "there is nothing in `fr`",
            labels: &[],
            help: Some("write it in `fr` too: every text is in every language of the bank"),
        }],
    },
    Case {
        name: "missing-language-answers",
        code: Code::MissingLanguage,
        edits: &[
            (M, "any = [\"SoA\"]\n", ""),
            (M, "fr = [\"déclaration d'applicabilité\"]\n", ""),
            (M, ", \"declaration d'applicabilite\"", ""),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:115:1", "[question.accept]"),
            message: "there is nothing in `fr`",
            labels: &[],
            help: Some("write it in `fr` too: every text is in every language of the bank"),
        }],
    },
    Case {
        name: "unknown-concept",
        code: Code::UnknownConcept,
        edits: &[(
            M,
            "concepts = [\"certification\"]",
            "concepts = [\"certifcation\"]",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:89:13", "\"certifcation\""),
            message: "there is no concept `certifcation`",
            labels: &[],
            help: Some("did you mean `certification`?"),
        }],
    },
    Case {
        name: "unknown-concept-prerequisite",
        code: Code::UnknownConcept,
        edits: &[(
            B,
            "prerequisites = [\"guidance\"]",
            "prerequisites = [\"audit\"]",
        )],
        expected: &[Problem {
            at: ("bank.toml:16:18", "\"audit\""),
            message: "there is no concept `audit`",
            labels: &[],
            help: Some("there are `guidance` or `certification`"),
        }],
    },
    Case {
        name: "prerequisite-cycle",
        code: Code::PrerequisiteCycle,
        edits: &[(
            B,
            "name.en = \"Requirements",
            "prerequisites = [\"certification\"]\nname.en = \"Requirements",
        )],
        expected: &[Problem {
            at: ("bank.toml:9:18", "\"certification\""),
            message: "concept `guidance` is, in the end, its own prerequisite: it needs `certification`, which needs `guidance`",
            labels: &[(
                "bank.toml:17:18",
                "\"guidance\"",
                "`certification` needs it",
            )],
            help: Some("take out the one of them that a learner can do without at first"),
        }],
    },
    Case {
        name: "missing-module",
        code: Code::MissingModule,
        edits: &[(B, "[\"first-steps\"]", "[\"first-steps\", \"next-steps\"]")],
        expected: &[Problem {
            at: ("bank.toml:5:27", "\"next-steps\""),
            message: "there is no file next-steps.toml beside bank.toml",
            labels: &[],
            help: Some("write the file, or take the module out of the list"),
        }],
    },
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
