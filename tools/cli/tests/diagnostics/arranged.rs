//! Items that are matched, sorted or put in order.

use jalon_compiler::Code;

use super::{Case, M, Problem};

pub(crate) const SLIPS: &[Case] = &[
    Case {
        name: "unknown-choice-target",
        code: Code::UnknownChoice,
        edits: &[(M, "target = \"guide\"", "target = \"gide\"")],
        expected: &[Problem {
            at: ("first-steps.toml:299:10", "\"gide\""),
            message: "there is no target `gide`",
            labels: &[],
            help: Some("did you mean `guide`?"),
        }],
    },
    Case {
        name: "unknown-choice-category",
        code: Code::UnknownChoice,
        edits: &[(M, "category = \"minor\"", "category = \"observation\"")],
        expected: &[Problem {
            at: ("first-steps.toml:362:12", "\"observation\""),
            message: "there is no category `observation`",
            labels: &[],
            help: Some("there are `major`, `minor` or `opportunity`"),
        }],
    },
    Case {
        name: "missing-key-target",
        code: Code::MissingKey,
        edits: &[(M, "target = \"guide\"\n", "")],
        expected: &[Problem {
            at: ("first-steps.toml:297:1", "[[question.item]]"),
            message: "`target` is missing",
            labels: &[],
            help: Some("add target = \"...\""),
        }],
    },
    Case {
        name: "contradiction-target",
        code: Code::Contradiction,
        edits: &[
            (M, "target = \"guide\"", "target = \"requirements\""),
            (
                M,
                "accept = [{ iso-27001 = \"requirements\", iso-27002 = \"guide\" }]\n",
                "",
            ),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:299:10", "\"requirements\""),
            message: "target `requirements` is right for two items, but can be given once",
            labels: &[(
                "first-steps.toml:293:10",
                "\"requirements\"",
                "first written here",
            )],
            help: Some("write uses = \"often\" if a target can be right for several items"),
        }],
    },
    Case {
        name: "duplicate-item-and-target",
        code: Code::Duplicate,
        edits: &[(
            M,
            "[[question.target]]\nid = \"vocabulary\"",
            "[[question.target]]\nid = \"vocabulary\"\n\n[[question.target]]\nid = \"iso-27001\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:311:6", "\"iso-27001\""),
            message: "id `iso-27001` is there twice",
            labels: &[(
                "first-steps.toml:292:6",
                "\"iso-27001\"",
                "first written here",
            )],
            help: Some("rename one of them, or take it out"),
        }],
    },
    Case {
        name: "duplicate-item",
        code: Code::Duplicate,
        edits: &[
            (
                M,
                "id = \"check\"\n",
                "id = \"check\"\n\n[[question.item]]\nid = \"plan\"\n",
            ),
            (M, "accept = [[\"plan\", \"do\", \"check\"]]\n", ""),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:429:6", "\"plan\""),
            message: "id `plan` is there twice",
            labels: &[("first-steps.toml:420:6", "\"plan\"", "first written here")],
            help: Some("rename one of them, or take it out"),
        }],
    },
    Case {
        name: "too-few-items",
        code: Code::TooFew,
        edits: &[
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
        expected: &[Problem {
            at: ("first-steps.toml:419:1", "[[question.item]]"),
            message: "expected at least 2 items, found fewer",
            labels: &[],
            help: Some("each item has a heading [[question.item]] and an id"),
        }],
    },
    Case {
        name: "missing-choice-target",
        code: Code::MissingChoice,
        edits: &[(M, "targets.vocabulary = \"The terms of the family\"\n", "")],
        expected: &[Problem {
            at: ("first-steps.toml:314:1", "[[question.en]]"),
            message: "this wording has no text for target `vocabulary`",
            labels: &[("first-steps.toml:308:6", "\"vocabulary\"", "the target")],
            help: Some("add targets.vocabulary = \"...\""),
        }],
    },
    Case {
        name: "unknown-choice-stray-item",
        code: Code::UnknownChoice,
        edits: &[(
            M,
            "items.check = \"Check\"\n",
            "items.check = \"Check\"\nitems.act = \"Act\"\n",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:437:7", "act"),
            message: "the question has no item `act`",
            labels: &[],
            help: Some("there are `plan`, `do` or `check`"),
        }],
    },
    Case {
        name: "unknown-choice-item-among-targets",
        code: Code::UnknownChoice,
        edits: &[(
            M,
            "items.iso-27001 = \"ISO/IEC 27001\"",
            "targets.iso-27001 = \"ISO/IEC 27001\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:316:9", "iso-27001"),
            message: "`iso-27001` is no target here, but an item",
            labels: &[],
            help: Some("write items.iso-27001 = \"...\""),
        }],
    },
    Case {
        name: "missing-language-item-feedback",
        code: Code::MissingLanguage,
        edits: &[(M, "feedback.fr = \"Elle dit « doit ».\"\n", "")],
        expected: &[Problem {
            at: ("first-steps.toml:294:1", "feedback"),
            message: "there is nothing in `fr`",
            labels: &[],
            help: Some("write it in `fr` too: every text is in every language of the bank"),
        }],
    },
    Case {
        name: "unknown-value-uses",
        code: Code::UnknownValue,
        edits: &[(
            M,
            "id = \"family\"\nkind = \"match\"",
            "id = \"family\"\nkind = \"match\"\nuses = \"twice\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:289:8", "\"twice\""),
            message: "`uses` takes `once` or `often`, found `twice`",
            labels: &[],
            help: Some("write `once` or `often`"),
        }],
    },
    Case {
        name: "unknown-value-credit",
        code: Code::UnknownValue,
        edits: &[(M, "credit = \"positions\"", "credit = \"places\"")],
        expected: &[Problem {
            at: ("first-steps.toml:417:10", "\"places\""),
            message: "`credit` takes `neighbours`, `positions` or `all-or-nothing`, found `places`",
            labels: &[],
            help: Some("write `neighbours`, `positions` or `all-or-nothing`"),
        }],
    },
    Case {
        name: "unknown-key-of-match",
        code: Code::UnknownKey,
        edits: &[(M, "credit = \"positions\"", "uses = \"once\"")],
        expected: &[Problem {
            at: ("first-steps.toml:417:1", "uses"),
            message: "an order question has no `uses`",
            labels: &[],
            help: Some("`uses` belongs to questions of kind `match`"),
        }],
    },
    Case {
        name: "sample-mismatch-match",
        code: Code::SampleMismatch,
        edits: &[(
            M,
            "reject = [{ iso-27001 = \"guide\", iso-27002 = \"requirements\" }, { iso-27001 = \"requirements\" }]",
            "reject = [{ iso-27001 = \"requirements\", iso-27002 = \"guide\" }]",
        )],
        expected: &[Problem {
            at: (
                "first-steps.toml:312:11",
                "{ iso-27001 = \"requirements\", iso-27002 = \"guide\" }",
            ),
            message: "`iso-27001` in `requirements`, `iso-27002` in `guide` is under `reject`, but the grader accepts it: 2 right, 0 wrong and 0 left out",
            labels: &[],
            help: Some("change the key or the sample"),
        }],
    },
    Case {
        name: "sample-mismatch-match-twice",
        code: Code::SampleMismatch,
        edits: &[(
            M,
            "{ iso-27001 = \"requirements\" }]",
            "{ iso-27001 = \"guide\", iso-27002 = \"guide\" }]",
        )],
        expected: &[Problem {
            at: (
                "first-steps.toml:312:64",
                "{ iso-27001 = \"guide\", iso-27002 = \"guide\" }",
            ),
            message: "`iso-27001` in `guide`, `iso-27002` in `guide` is under `reject`, but can't be graded: it names something twice that can be given once",
            labels: &[],
            help: None,
        }],
    },
    Case {
        name: "sample-mismatch-order",
        code: Code::SampleMismatch,
        edits: &[(
            M,
            "accept = [[\"plan\", \"do\", \"check\"]]",
            "accept = [[\"plan\", \"check\", \"do\"]]",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:429:11", "[\"plan\", \"check\", \"do\"]"),
            message: "`plan`, `check`, `do` is under `accept`, but the grader gives a part of the points to it: 1 of 3 items are in their place",
            labels: &[],
            help: Some("change the key or the sample"),
        }],
    },
    Case {
        name: "wrong-type-sample-match",
        code: Code::WrongType,
        edits: &[(M, "{ iso-27001 = \"requirements\" }]", "\"requirements\"]")],
        expected: &[Problem {
            at: ("first-steps.toml:312:64", "\"requirements\""),
            message: "`reject` takes a table, found a string",
            labels: &[],
            help: None,
        }],
    },
];
