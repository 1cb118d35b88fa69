//! Slips in a text with gaps.

use jalon_compiler::Code;

use super::{Problem, Slip};

pub(crate) const SLIPS: &[Slip] = &[
    Slip {
        name: "unknown-gap",
        code: Code::UnknownGap,
        from: "lists **{{count}}**",
        to: "lists **{{count}}** {{cuont}}",
        expected: &[Problem {
            at: ("sentences.toml:62:29", "{{cuont}}"),
            message: "there is no gap `cuont`",
            labels: &[],
            help: Some("did you mean `count`?"),
        }],
    },
    Slip {
        name: "duplicate-gap-in-text",
        code: Code::Duplicate,
        from: "are {{first}} and",
        to: "are {{first}}, {{first}} and",
        expected: &[Problem {
            at: ("sentences.toml:64:34", "{{first}}"),
            message: "gap `first` is there twice",
            labels: &[("sentences.toml:64:23", "{{first}}", "first written here")],
            help: Some("each gap has one id, and appears once in each text"),
        }],
    },
    Slip {
        name: "missing-gap",
        code: Code::MissingGap,
        from: " **{{count}}**",
        to: "",
        expected: &[Problem {
            at: (
                "sentences.toml:61:8",
                "\"\"\"\nAnnex A lists controls. An organisation {{verb}} justify those that it leaves out.\n\nTwo of the themes are {{first}} and {{second}}.\"\"\"",
            ),
            message: "this wording has no place for gap `count`",
            labels: &[],
            help: Some("write {{count}} where it belongs in the text"),
        }],
    },
    Slip {
        name: "invalid-id-gap",
        code: Code::InvalidId,
        from: "lists **{{count}}**",
        to: "lists **{{count}}** {{The Count}}",
        expected: &[Problem {
            at: ("sentences.toml:62:29", "{{The Count}}"),
            message: "`The Count` is no id because of 'T'",
            labels: &[],
            help: Some("did you mean `the-count`?"),
        }],
    },
    Slip {
        name: "broken-markup-gap",
        code: Code::BrokenMarkup,
        from: "lists **{{count}}**",
        to: "lists **{{count}}** {{count",
        expected: &[Problem {
            at: ("sentences.toml:62:29", "{{"),
            message: "a gap is opened and never closed",
            labels: &[],
            help: Some("write {{its-id}}"),
        }],
    },
    Slip {
        name: "missing-key-gap-text",
        code: Code::MissingKey,
        from: "text = \"On {{verb}} justifier chacune des {{count}} mesures écartées : {{first}}, {{second}} ou autre.\"\n",
        to: "",
        expected: &[Problem {
            at: ("sentences.toml:74:1", "[[question.fr]]"),
            message: "`text` is missing",
            labels: &[],
            help: Some("add text = \"The number is {{gap}}.\""),
        }],
    },
    Slip {
        name: "wrong-type-gap-text",
        code: Code::WrongType,
        from: "text = \"On {{verb}} justifier chacune des {{count}} mesures écartées : {{first}}, {{second}} ou autre.\"",
        to: "text = 3",
        expected: &[Problem {
            at: ("sentences.toml:76:8", "3"),
            message: "`text` takes a string, found a whole number",
            labels: &[],
            help: Some("put it in quotes"),
        }],
    },
    Slip {
        name: "missing-key-gap",
        code: Code::MissingKey,
        from: "text.accept = { en = [\"people\"], fr = [\"personnes\"] }\n",
        to: "",
        expected: &[Problem {
            at: ("sentences.toml:23:1", "[[question.gap]]"),
            message: "this gap doesn't say what goes into it",
            labels: &[],
            help: Some("add number = 93, text.accept = { any = [\"...\"] } or pick.key = \"...\""),
        }],
    },
    Slip {
        name: "contradiction-gap",
        code: Code::Contradiction,
        from: "number = { value = 93 }",
        to: "number = { value = 93 }\ntext.accept.any = [\"93\"]",
        expected: &[Problem {
            at: ("sentences.toml:17:1", "number"),
            message: "`text` and `number` both say what goes into this gap",
            labels: &[("sentences.toml:18:1", "text", "the first one")],
            help: Some("take one of them out, or make it a gap of its own"),
        }],
    },
    Slip {
        name: "duplicate-gap",
        code: Code::Duplicate,
        from: "id = \"second\"\n\n[question.gap",
        to: "id = \"second\"\ntext.accept.any = [\"x\"]\n\n[[question.gap]]\nid = \"second\"\n\n[question.gap",
        expected: &[Problem {
            at: ("sentences.toml:32:6", "\"second\""),
            message: "gap `second` is there twice",
            labels: &[("sentences.toml:28:6", "\"second\"", "first written here")],
            help: Some("each gap has one id, and appears once in each text"),
        }],
    },
    Slip {
        name: "out-of-range-gap-weight",
        code: Code::OutOfRange,
        from: "weight = 2",
        to: "weight = 0",
        expected: &[Problem {
            at: ("sentences.toml:16:10", "0"),
            message: "the weight of a gap is 0, expected 1 to 100",
            labels: &[],
            help: None,
        }],
    },
    Slip {
        name: "missing-language-in-gap",
        code: Code::MissingLanguage,
        from: "fr = [\"personnes\"]",
        to: "",
        expected: &[Problem {
            at: ("sentences.toml:25:15", "{ en = [\"people\"],  }"),
            message: "there is nothing in `fr`",
            labels: &[],
            help: Some("write it in `fr` too: every text is in every language of the bank"),
        }],
    },
    Slip {
        name: "unreachable-in-gap",
        code: Code::UnreachableAnswer,
        from: "en = [\"technological\", \"technology\"]",
        to: "en = [\"technological\", \"process\"]",
        expected: &[Problem {
            at: ("sentences.toml:31:24", "\"process\""),
            message: "no learner can give the answer `process`",
            labels: &[],
            help: Some(
                "an answer has 1 to 200 characters, a letter or a digit among them, and is not a listed wrong answer",
            ),
        }],
    },
    Slip {
        name: "out-of-range-number-in-gap",
        code: Code::OutOfRange,
        from: "{ value = 93 }",
        to: "{ from = 94, to = 93 }",
        expected: &[Problem {
            at: ("sentences.toml:17:28", "93"),
            message: "the range ends before it starts",
            labels: &[("sentences.toml:17:19", "94", "it starts here")],
            help: Some("put the smaller number into `from`"),
        }],
    },
    Slip {
        name: "unknown-choice-of-gap",
        code: Code::UnknownChoice,
        from: "key = \"shall\"",
        to: "key = \"shal\"",
        expected: &[Problem {
            at: ("sentences.toml:21:16", "\"shal\""),
            message: "there is no choice `shal`",
            labels: &[],
            help: Some("did you mean `shall`?"),
        }],
    },
    Slip {
        name: "too-few-in-list",
        code: Code::TooFew,
        from: ", from = [\"shall\", \"should\", \"may\"] }",
        to: ", from = [\"shall\"] }",
        expected: &[Problem {
            at: ("sentences.toml:20:6", "\"verb\""),
            message: "expected at least 2 choices, found fewer",
            labels: &[],
            help: Some("each choice has a heading [[question.choice]] and an id"),
        }],
    },
    Slip {
        name: "idle-choice",
        code: Code::UnknownChoice,
        from: ", \"may\"]",
        to: "]",
        expected: &[Problem {
            at: ("sentences.toml:46:6", "\"may\""),
            message: "no gap offers the choice `may`",
            labels: &[],
            help: Some("add it to the `from` of a gap, or take it and its texts out"),
        }],
    },
    Slip {
        name: "too-few-grouped",
        code: Code::TooFew,
        from: "any-order = [[\"first\", \"second\"]]",
        to: "any-order = [[\"first\"]]",
        expected: &[Problem {
            at: ("sentences.toml:12:14", "[\"first\"]"),
            message: "expected at least 2 gaps that may change places, found fewer",
            labels: &[],
            help: Some(
                "name the gaps that change places with one another: any-order = [[\"first\", \"second\"]]",
            ),
        }],
    },
    Slip {
        name: "unknown-grouped",
        code: Code::UnknownGap,
        from: "any-order = [[\"first\", \"second\"]]",
        to: "any-order = [[\"first\", \"secnd\"]]",
        expected: &[Problem {
            at: ("sentences.toml:12:24", "\"secnd\""),
            message: "there is no gap `secnd`",
            labels: &[],
            help: Some("did you mean `second`?"),
        }],
    },
    Slip {
        name: "duplicate-grouped",
        code: Code::Duplicate,
        from: "any-order = [[\"first\", \"second\"]]",
        to: "any-order = [[\"first\", \"second\", \"first\"]]",
        expected: &[Problem {
            at: ("sentences.toml:12:34", "\"first\""),
            message: "gap that may change places `first` is there twice",
            labels: &[("sentences.toml:12:15", "\"first\"", "first written here")],
            help: Some("take one of them out: a gap is in one group at most"),
        }],
    },
    Slip {
        name: "contradiction-grouped",
        code: Code::Contradiction,
        from: "any-order = [[\"first\", \"second\"]]",
        to: "any-order = [[\"first\", \"second\", \"count\"]]",
        expected: &[Problem {
            at: ("sentences.toml:12:34", "\"count\""),
            message: "gap `count` can't change places with the others: all of them take texts, or all take numbers",
            labels: &[],
            help: Some("leave it out of `any-order`; lists keep their place"),
        }],
    },
    Slip {
        name: "sample-mismatch-gaps",
        code: Code::SampleMismatch,
        from: "{ count = 114, verb = \"shall\"",
        to: "{ count = 93, verb = \"shall\"",
        expected: &[Problem {
            at: (
                "sentences.toml:54:5",
                "{ count = 93, verb = \"shall\", first = \"people\", second = \"technology\" }",
            ),
            message: "count `93`, first `people`, second `technology`, verb `shall` is under `reject`, but the grader accepts it: `count`: it reads as `93`, which is the key; `verb`: 1 right, 0 wrong and 0 missed; `first`: it reads as `people`, to the letter; `second`: it reads as `technology`, to the letter",
            labels: &[],
            help: Some("change the key or the sample"),
        }],
    },
];
