//! Stimuli, feedback, attempts, tries, hints and certainty.

use jalon_compiler::Code;

use super::{B, Case, M, Problem};

pub(crate) const SLIPS: &[Case] = &[
    Case {
        name: "unknown-stimulus",
        code: Code::UnknownStimulus,
        edits: &[
            (
                M,
                "[[question]]\nid = \"purpose\"",
                "[[stimulus]]\nid = \"scale\"\ntext.en = \"A scale.\"\ntext.fr = \"Une balance.\"\n\n[[question]]\nid = \"purpose\"",
            ),
            (
                M,
                "unit_use = \"optional\"",
                "unit_use = \"optional\"\nstimulus = \"scales\"",
            ),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:156:12", "\"scales\""),
            message: "there is no stimulus `scales`",
            labels: &[],
            help: Some("did you mean `scale`?"),
        }],
    },
    Case {
        name: "unknown-stimulus-of-none",
        code: Code::UnknownStimulus,
        edits: &[(
            M,
            "unit_use = \"optional\"",
            "unit_use = \"optional\"\nstimulus = \"scale\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:151:12", "\"scale\""),
            message: "there is no stimulus `scale`",
            labels: &[],
            help: Some("there are `verbs`"),
        }],
    },
    Case {
        name: "unused-stimulus",
        code: Code::UnusedStimulus,
        edits: &[(
            M,
            "[[question]]\nid = \"purpose\"",
            "[[stimulus]]\nid = \"scale\"\ntext.en = \"A scale.\"\ntext.fr = \"Une balance.\"\n\n[[question]]\nid = \"purpose\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:38:6", "\"scale\""),
            message: "no question is about the stimulus `scale`",
            labels: &[],
            help: Some("write stimulus = \"scale\" into the questions that are, or take it out"),
        }],
    },
    Case {
        name: "duplicate-stimulus",
        code: Code::Duplicate,
        edits: &[
            (
                M,
                "[[question]]\nid = \"purpose\"",
                "[[stimulus]]\nid = \"scale\"\ntext.en = \"A scale.\"\ntext.fr = \"Une balance.\"\n\n[[stimulus]]\nid = \"scale\"\ntext.en = \"A scale.\"\ntext.fr = \"Une balance.\"\n\n[[question]]\nid = \"purpose\"",
            ),
            (
                M,
                "unit_use = \"optional\"",
                "unit_use = \"optional\"\nstimulus = \"scale\"",
            ),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:43:6", "\"scale\""),
            message: "stimulus `scale` is there twice",
            labels: &[("first-steps.toml:38:6", "\"scale\"", "first written here")],
            help: Some("rename one of them, or take it out"),
        }],
    },
    Case {
        name: "missing-language-stimulus",
        code: Code::MissingLanguage,
        edits: &[
            (
                M,
                "[[question]]\nid = \"purpose\"",
                "[[stimulus]]\nid = \"scale\"\ntext.en = \"A scale.\"\n\n[[question]]\nid = \"purpose\"",
            ),
            (
                M,
                "unit_use = \"optional\"",
                "unit_use = \"optional\"\nstimulus = \"scale\"",
            ),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:39:1", "text"),
            message: "there is nothing in `fr`",
            labels: &[],
            help: Some("write it in `fr` too: every text is in every language of the bank"),
        }],
    },
    Case {
        name: "empty-text-stimulus",
        code: Code::EmptyText,
        edits: &[
            (
                M,
                "[[question]]\nid = \"purpose\"",
                "[[stimulus]]\nid = \"scale\"\ntext.en = \"A scale.\"\ntext.fr = \"\"\n\n[[question]]\nid = \"purpose\"",
            ),
            (
                M,
                "unit_use = \"optional\"",
                "unit_use = \"optional\"\nstimulus = \"scale\"",
            ),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:40:11", "\"\""),
            message: "the stimulus is empty",
            labels: &[],
            help: Some("write the text, or take the key out if it is optional"),
        }],
    },
    Case {
        name: "unknown-value-feedback",
        code: Code::UnknownValue,
        edits: &[(
            M,
            "pass = 60",
            "pass = 60\nfeedback = { when = \"immediately\" }",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:8:21", "\"immediately\""),
            message: "`when` takes `at-once`, `after-submit` or `after-last-attempt`, found `immediately`",
            labels: &[],
            help: Some("write `at-once`, `after-submit` or `after-last-attempt`"),
        }],
    },
    Case {
        name: "unknown-key-of-feedback",
        code: Code::UnknownKey,
        edits: &[(B, "modules =", "feedback = { shows = \"key\" }\nmodules =")],
        expected: &[Problem {
            at: ("bank.toml:5:14", "shows"),
            message: "unknown key `shows`",
            labels: &[],
            help: Some("did you mean `show`?"),
        }],
    },
    Case {
        name: "missing-key-attempts",
        code: Code::MissingKey,
        edits: &[(
            M,
            "pass = 60",
            "pass = 60\nfeedback = { when = \"after-last-attempt\" }",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:8:12", "{ when = \"after-last-attempt\" }"),
            message: "feedback comes after the last attempt, and nothing says which one that is",
            labels: &[],
            help: Some("add attempts = 3 to the module, or say when = \"after-submit\""),
        }],
    },
    Case {
        name: "missing-key-attempts-of-bank",
        code: Code::MissingKey,
        edits: &[(
            B,
            "modules =",
            "feedback = { when = \"after-last-attempt\" }\nmodules =",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:1:1", ""),
            message: "feedback comes after the last attempt, and nothing says which one that is",
            labels: &[(
                "bank.toml:5:12",
                "{ when = \"after-last-attempt\" }",
                "the feedback of every module",
            )],
            help: Some("add attempts = 3 to the module, or say when = \"after-submit\""),
        }],
    },
    Case {
        name: "out-of-range-attempts",
        code: Code::OutOfRange,
        edits: &[(M, "pass = 60", "pass = 60\nattempts = 0")],
        expected: &[Problem {
            at: ("first-steps.toml:8:12", "0"),
            message: "the number of attempts is 0, expected 1 to 1000",
            labels: &[],
            help: Some("leave `attempts` out for as many as learners like"),
        }],
    },
    Case {
        name: "out-of-range-tries",
        code: Code::OutOfRange,
        edits: &[(M, "pass = 60", "pass = 60\ntries = 0")],
        expected: &[Problem {
            at: ("first-steps.toml:8:9", "0"),
            message: "the number of tries is 0, expected 1 to 20",
            labels: &[],
            help: Some("tries = 1 is the usual one: no second try"),
        }],
    },
    Case {
        name: "out-of-range-penalty",
        code: Code::OutOfRange,
        edits: &[(M, "key = \"guide\"", "key = \"guide\"\npenalty = 101")],
        expected: &[Problem {
            at: ("first-steps.toml:43:11", "101"),
            message: "the penalty for a wrong try is 101, expected 0 to 100",
            labels: &[],
            help: Some("it is in percent of the points: 0 costs nothing, 100 all of them"),
        }],
    },
    Case {
        name: "out-of-range-hint-cost",
        code: Code::OutOfRange,
        edits: &[
            (M, "key = \"guide\"", "key = \"guide\"\nhint_cost = 1000"),
            (
                M,
                "explanation = \"It guides.\"",
                "explanation = \"It guides.\"\nhints = [\"Read.\"]",
            ),
            (
                M,
                "explanation = \"It advises.\"",
                "explanation = \"It advises.\"\nhints = [\"Read.\"]",
            ),
            (
                M,
                "explanation = \"Elle guide.\"",
                "explanation = \"Elle guide.\"\nhints = [\"Lisez.\"]",
            ),
            (
                M,
                "explanation = \"Elle conseille.\"",
                "explanation = \"Elle conseille.\"\nhints = [\"Lisez.\"]",
            ),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:43:13", "1000"),
            message: "the cost of a hint is 1000, expected 0 to 100",
            labels: &[],
            help: Some("it is in percent of the points: 0 costs nothing, 100 all of them"),
        }],
    },
    Case {
        name: "empty-text-hint",
        code: Code::EmptyText,
        edits: &[
            (
                M,
                "explanation = \"It guides.\"",
                "explanation = \"It guides.\"\nhints = [\"Read.\"]",
            ),
            (
                M,
                "explanation = \"It advises.\"",
                "explanation = \"It advises.\"\nhints = [\" \"]",
            ),
            (
                M,
                "explanation = \"Elle guide.\"",
                "explanation = \"Elle guide.\"\nhints = [\"Lisez.\"]",
            ),
            (
                M,
                "explanation = \"Elle conseille.\"",
                "explanation = \"Elle conseille.\"\nhints = [\"Lisez.\"]",
            ),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:72:10", "\" \""),
            message: "the hint is empty",
            labels: &[],
            help: Some("write the text, or take the key out if it is optional"),
        }],
    },
    Case {
        name: "contradiction-hints",
        code: Code::Contradiction,
        edits: &[
            (
                M,
                "explanation = \"It guides.\"",
                "explanation = \"It guides.\"\nhints = [\"Read.\", \"Again.\"]",
            ),
            (
                M,
                "explanation = \"It advises.\"",
                "explanation = \"It advises.\"\nhints = [\"Read.\"]",
            ),
        ],
        expected: &[
            Problem {
                at: ("first-steps.toml:72:9", "[\"Read.\"]"),
                message: "the number of hints in this wording is 1, in the question's first one 2",
                labels: &[(
                    "first-steps.toml:64:9",
                    "[\"Read.\", \"Again.\"]",
                    "hints of another wording",
                )],
                help: Some(
                    "write as many hints in every wording: a learner who changes language keeps those on screen",
                ),
            },
            Problem {
                at: ("first-steps.toml:74:1", "[[question.fr]]"),
                message: "the number of hints in this wording is 0, in the question's first one 2",
                labels: &[(
                    "first-steps.toml:64:9",
                    "[\"Read.\", \"Again.\"]",
                    "hints of another wording",
                )],
                help: Some(
                    "write as many hints in every wording: a learner who changes language keeps those on screen",
                ),
            },
            Problem {
                at: ("first-steps.toml:81:1", "[[question.fr]]"),
                message: "the number of hints in this wording is 0, in the question's first one 2",
                labels: &[(
                    "first-steps.toml:64:9",
                    "[\"Read.\", \"Again.\"]",
                    "hints of another wording",
                )],
                help: Some(
                    "write as many hints in every wording: a learner who changes language keeps those on screen",
                ),
            },
        ],
    },
    Case {
        name: "contradiction-hint-cost",
        code: Code::Contradiction,
        edits: &[(M, "key = \"guide\"", "key = \"guide\"\nhint_cost = 20")],
        expected: &[Problem {
            at: ("first-steps.toml:43:13", "20"),
            message: "a hint has a cost, and there are no hints",
            labels: &[],
            help: Some("add hints = [\"...\"] to every wording, or take `hint_cost` out"),
        }],
    },
    Case {
        name: "contradiction-tries",
        code: Code::Contradiction,
        edits: &[(M, "pass = 60", "pass = 60\ntries = 3")],
        expected: &[Problem {
            at: ("first-steps.toml:8:9", "3"),
            message: "there are 3 tries, but answers are not checked before they are handed in",
            labels: &[],
            help: Some("add feedback = { when = \"at-once\" } to the module, or take `tries` out"),
        }],
    },
    Case {
        name: "contradiction-tries-of-question",
        code: Code::Contradiction,
        edits: &[(M, "key = \"guide\"", "key = \"guide\"\ntries = 3")],
        expected: &[Problem {
            at: ("first-steps.toml:43:9", "3"),
            message: "there are 3 tries, but answers are not checked before they are handed in",
            labels: &[],
            help: Some("add feedback = { when = \"at-once\" } to the module, or take `tries` out"),
        }],
    },
    Case {
        name: "wrong-type-certainty",
        code: Code::WrongType,
        edits: &[(M, "pass = 60", "pass = 60\ncertainty = \"yes\"")],
        expected: &[Problem {
            at: ("first-steps.toml:8:13", "\"yes\""),
            message: "`certainty` takes true or false, found a string",
            labels: &[],
            help: Some("write it without quotes"),
        }],
    },
];
