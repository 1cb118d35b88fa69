//! Numbers and their units.

use jalon_compiler::Code;

use super::{Case, M, Problem};

pub(crate) const SLIPS: &[Case] = &[
    Case {
        name: "invalid-number",
        code: Code::InvalidNumber,
        edits: &[(
            M,
            "key = { value = 1.25, within = \"10%\" }",
            "key = \"a kilogram\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:149:7", "\"a kilogram\""),
            message: "`a kilogram` is no number: there is no number in it",
            labels: &[],
            help: Some("write it like 1234.5, \"3/4\" or \"1.5e6\""),
        }],
    },
    Case {
        name: "invalid-number-two-ways",
        code: Code::InvalidNumber,
        edits: &[(
            M,
            "key = { value = 1.25, within = \"10%\" }",
            "key = \"1,250\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:149:7", "\"1,250\""),
            message: "`1,250` is no number: it may be `1250` or `1.250`",
            labels: &[],
            help: Some("write 1250 or 1.250 without quotes"),
        }],
    },
    Case {
        name: "invalid-number-two",
        code: Code::InvalidNumber,
        edits: &[(M, "within = \"10%\"", "within = \"1 or 2\"")],
        expected: &[Problem {
            at: ("first-steps.toml:149:32", "\"1 or 2\""),
            message: "`1 or 2` is no number: there is more than one number in it",
            labels: &[],
            help: Some("write it like 1234.5, \"3/4\" or \"1.5e6\""),
        }],
    },
    Case {
        name: "invalid-number-infinite",
        code: Code::InvalidNumber,
        edits: &[(M, "value = 1.25", "value = inf")],
        expected: &[Problem {
            at: ("first-steps.toml:149:17", "inf"),
            message: "`inf` is no number: it is written in a way that is not read, or has more than 40 digits",
            labels: &[],
            help: Some("write it like 1234.5, \"3/4\" or \"1.5e6\""),
        }],
    },
    Case {
        name: "invalid-number-unit-of-key",
        code: Code::InvalidNumber,
        edits: &[(M, "value = 1.25", "value = \"1.25 kg\"")],
        expected: &[Problem {
            at: ("first-steps.toml:149:17", "\"1.25 kg\""),
            message: "`1.25 kg` is no number: it has a unit or a word that the question doesn't have",
            labels: &[],
            help: Some("write the number alone; it is in the first of the question's units"),
        }],
    },
    Case {
        name: "invalid-number-unit-of-wrong-answer",
        code: Code::InvalidNumber,
        edits: &[(M, "\"12.5 kg\"", "\"12.5 pounds\"")],
        expected: &[Problem {
            at: ("first-steps.toml:161:12", "\"12.5 pounds\""),
            message: "`12.5 pounds` is no number: it has a unit or a word that the question doesn't have",
            labels: &[],
            help: Some("take it out, or give the unit a heading [[question.unit]]"),
        }],
    },
    Case {
        name: "invalid-number-multiplier",
        code: Code::InvalidNumber,
        edits: &[(M, "times = 1000", "times = \"a thousand\"")],
        expected: &[Problem {
            at: ("first-steps.toml:154:9", "\"a thousand\""),
            message: "`a thousand` is no number: there is no number in it",
            labels: &[],
            help: Some("write it like 1234.5, \"3/4\" or \"1.5e6\""),
        }],
    },
    Case {
        name: "out-of-range-tolerance",
        code: Code::OutOfRange,
        edits: &[(M, "within = \"10%\"", "within = -0.1")],
        expected: &[Problem {
            at: ("first-steps.toml:149:32", "-0.1"),
            message: "the tolerance is -0.1, expected 0 or more",
            labels: &[],
            help: Some("say how far away is near enough: 0.5, or \"2%\""),
        }],
    },
    Case {
        name: "out-of-range-range",
        code: Code::OutOfRange,
        edits: &[(
            M,
            "key = { value = 1.25, within = \"10%\" }",
            "key = { from = 1.3, to = 1.2 }",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:149:26", "1.2"),
            message: "the range ends before it starts",
            labels: &[("first-steps.toml:149:16", "1.3", "it starts here")],
            help: Some("put the smaller number into `from`"),
        }],
    },
    Case {
        name: "out-of-range-figures",
        code: Code::OutOfRange,
        edits: &[(M, "within = \"10%\"", "figures = 20")],
        expected: &[Problem {
            at: ("first-steps.toml:149:33", "20"),
            message: "the number of figures is 20, expected 1 to 15",
            labels: &[],
            help: Some("figures = 3 takes 9.81 for 9.8123"),
        }],
    },
    Case {
        name: "out-of-range-share-of-zero",
        code: Code::OutOfRange,
        edits: &[
            (M, "value = 1.25", "value = 0"),
            (
                M,
                "accept = [\"1,25 kg\", \"1300 grams\", 1.2]",
                "accept = [\"0\"]",
            ),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:149:29", "\"10%\""),
            message: "the key is 0, of which there are no shares and no figures",
            labels: &[],
            help: Some("say how far away is near enough as a number: within = 0.5"),
        }],
    },
    Case {
        name: "out-of-range-multiplier",
        code: Code::OutOfRange,
        edits: &[(
            M,
            "times = 1000",
            "times = 1000\n\n[[question.unit]]\nany = [\"t\"]\ntimes = 0",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:158:9", "0"),
            message: "one of the unit counts 0, expected more than 0",
            labels: &[],
            help: Some("units are counted on one scale: 1000 for km beside 1 for m"),
        }],
    },
    Case {
        name: "contradiction-tolerance",
        code: Code::Contradiction,
        edits: &[(M, "within = \"10%\"", "within = 0.1, figures = 3")],
        expected: &[Problem {
            at: ("first-steps.toml:149:47", "3"),
            message: "`within` and `figures` both say how near is near enough",
            labels: &[("first-steps.toml:149:32", "0.1", "this one too")],
            help: Some("take one of them out"),
        }],
    },
    Case {
        name: "contradiction-wrong-answer",
        code: Code::Contradiction,
        edits: &[(M, "\"12.5 kg\", 125", "\"1249 grams\", 125")],
        expected: &[Problem {
            at: ("first-steps.toml:161:12", "\"1249 grams\""),
            message: "`1249 grams` is listed as wrong, but the key accepts it",
            labels: &[(
                "first-steps.toml:149:7",
                "{ value = 1.25, within = \"10%\" }",
                "the key",
            )],
            help: Some("take it out, or make the key's tolerance smaller"),
        }],
    },
    Case {
        name: "duplicate-unit",
        code: Code::Duplicate,
        edits: &[(M, "\"grams\", \"gram\"", "\"grams\", \"kg\"")],
        expected: &[Problem {
            at: ("first-steps.toml:157:16", "\"kg\""),
            message: "unit `kg` is there twice",
            labels: &[("first-steps.toml:153:8", "\"kg\"", "first written here")],
            help: Some("take it out: each name is of one unit"),
        }],
    },
    Case {
        name: "missing-language-unit",
        code: Code::MissingLanguage,
        edits: &[(M, "fr = [\"grammes\", \"gramme\"]\n", "")],
        expected: &[Problem {
            at: ("first-steps.toml:156:1", "[[question.unit]]"),
            message: "there is nothing in `fr`",
            labels: &[],
            help: Some("write it in `fr` too: every text is in every language of the bank"),
        }],
    },
    Case {
        name: "too-few-units",
        code: Code::TooFew,
        edits: &[
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
        expected: &[Problem {
            at: ("first-steps.toml:150:12", "\"optional\""),
            message: "expected at least 1 unit, found fewer",
            labels: &[],
            help: Some("each unit has a heading [[question.unit]] and a name"),
        }],
    },
    Case {
        name: "unknown-value-unit-use",
        code: Code::UnknownValue,
        edits: &[(M, "\"optional\"", "\"option\"")],
        expected: &[Problem {
            at: ("first-steps.toml:150:12", "\"option\""),
            message: "`unit_use` takes `shown`, `optional` or `needed`, found `option`",
            labels: &[],
            help: Some("did you mean `optional`?"),
        }],
    },
    Case {
        name: "unknown-key-of-number-key",
        code: Code::UnknownKey,
        edits: &[
            (M, "within = \"10%\"", "tolerance = \"10%\""),
            (
                M,
                "accept = [\"1,25 kg\", \"1300 grams\", 1.2]",
                "accept = [\"1.25\"]",
            ),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:149:23", "tolerance"),
            message: "unknown key `tolerance`",
            labels: &[],
            help: Some("the keys here are `value`, `within` or `figures`"),
        }],
    },
    Case {
        name: "missing-key-of-range",
        code: Code::MissingKey,
        edits: &[(
            M,
            "key = { value = 1.25, within = \"10%\" }",
            "key = { from = 1 }",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:149:7", "{ from = 1 }"),
            message: "`to` is missing",
            labels: &[],
            help: Some("add `to`, which is a number"),
        }],
    },
    Case {
        name: "wrong-type-number",
        code: Code::WrongType,
        edits: &[(
            M,
            "key = { value = 1.25, within = \"10%\" }",
            "key = [1.25]",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:149:7", "[1.25]"),
            message: "`key` takes a number, { value = 93, within = 0.5 } or { from = 90, to = 96 }, found a list",
            labels: &[],
            help: None,
        }],
    },
    Case {
        name: "wrong-type-number-tolerance",
        code: Code::WrongType,
        edits: &[
            (M, "within = \"10%\"", "within = true"),
            (
                M,
                "accept = [\"1,25 kg\", \"1300 grams\", 1.2]",
                "accept = [\"1.25\"]",
            ),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:149:32", "true"),
            message: "`within` takes a number, found a truth value",
            labels: &[],
            help: None,
        }],
    },
    Case {
        name: "invalid-number-percent-among-units",
        code: Code::InvalidNumber,
        edits: &[
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
        expected: &[Problem {
            at: ("first-steps.toml:149:7", "\"125%\""),
            message: "`125%` is no number here: among units, % is one",
            labels: &[],
            help: Some("list % under [[question.unit]], and write the key without it"),
        }],
    },
    Case {
        name: "sample-mismatch-number",
        code: Code::SampleMismatch,
        edits: &[(M, "\"1,25 kg\"", "\"1.5 kg\"")],
        expected: &[Problem {
            at: ("first-steps.toml:166:11", "\"1.5 kg\""),
            message: "`1.5 kg` is under `accept`, but the grader rejects it: it reads as `1.5 kg`, which is too far from the key",
            labels: &[],
            help: Some("change the key or the sample"),
        }],
    },
    Case {
        name: "sample-mismatch-number-near",
        code: Code::SampleMismatch,
        edits: &[(
            M,
            "reject = [\"12.5\", \"1.5 kg\"]",
            "reject = [\"1.3\", \"12.5\"]",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:167:11", "\"1.3\""),
            message: "`1.3` is under `reject`, but the grader accepts it: it reads as `1.3`, which is near enough to the key",
            labels: &[],
            help: Some("change the key or the sample"),
        }],
    },
    Case {
        name: "sample-mismatch-number-two-ways",
        code: Code::SampleMismatch,
        edits: &[(M, "\"1,25 kg\"", "\"1,250 kg\"")],
        expected: &[Problem {
            at: ("first-steps.toml:166:11", "\"1,250 kg\""),
            message: "`1,250 kg` is under `accept`, but can't be graded: it may be `1250` or `1.250`",
            labels: &[],
            help: None,
        }],
    },
    Case {
        name: "sample-mismatch-number-unit",
        code: Code::SampleMismatch,
        edits: &[(M, "\"1,25 kg\"", "\"1,25 lb\"")],
        expected: &[Problem {
            at: ("first-steps.toml:166:11", "\"1,25 lb\""),
            message: "`1,25 lb` is under `accept`, but can't be graded: it has a unit or a word that the question doesn't have",
            labels: &[],
            help: None,
        }],
    },
    Case {
        name: "too-few-unit-names",
        code: Code::TooFew,
        edits: &[
            (M, "any = [\"kg\"]\n", "any = []\n"),
            (M, "\"12.5 kg\"", "12.5"),
            (
                M,
                "accept = [\"1,25 kg\", \"1300 grams\", 1.2]\nreject = [\"12.5\", \"1.5 kg\"]",
                "accept = [\"1300 grams\"]",
            ),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:152:1", "[[question.unit]]"),
            message: "this unit has no name",
            labels: &[],
            help: Some("write any = [\"km\"], or names for each language"),
        }],
    },
    Case {
        name: "empty-text-unit",
        code: Code::EmptyText,
        edits: &[(M, "any = [\"kg\"]", "any = [\"kg\", \"\"]")],
        expected: &[Problem {
            at: ("first-steps.toml:153:14", "\"\""),
            message: "the unit is empty",
            labels: &[],
            help: Some("write the text, or take the key out if it is optional"),
        }],
    },
];
