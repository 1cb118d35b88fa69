//! What the files say at all: TOML, keys, types, values.

use jalon_compiler::Code;

use super::{B, Case, M, Problem};

pub(crate) const SLIPS: &[Case] = &[
    Case {
        name: "syntax-open-quote",
        code: Code::Syntax,
        edits: &[(M, "= \"First steps\"", "= \"First steps")],
        expected: &[Problem {
            at: ("first-steps.toml:1:24", ""),
            message: "not TOML: this text is never closed on its line",
            labels: &[],
            help: Some(
                "close it with a quote; a text of several lines is between three quotes: \"\"\"",
            ),
        }],
    },
    Case {
        name: "syntax-several",
        code: Code::Syntax,
        edits: &[
            (M, "minutes = 14", "minutes ="),
            (M, "level = \"intermediate\"", "level = intermediate"),
        ],
        expected: &[
            Problem {
                at: ("first-steps.toml:5:9", "intermediate"),
                message: "not TOML: this is no value",
                labels: &[],
                help: Some("put texts in quotes: \"...\"; numbers have digits only"),
            },
            Problem {
                at: ("first-steps.toml:6:10", ""),
                message: "not TOML: a value is missing",
                labels: &[],
                help: Some("write it after the equals sign, texts in quotes"),
            },
        ],
    },
    Case {
        name: "syntax-twice",
        code: Code::Syntax,
        edits: &[(M, "minutes = 14", "minutes = 14\nminutes = 15")],
        expected: &[Problem {
            at: ("first-steps.toml:7:1", "minutes"),
            message: "not TOML: this is there twice",
            labels: &[],
            help: Some(
                "keep one of them; a list of tables repeats its heading in double brackets: [[...]]",
            ),
        }],
    },
    Case {
        name: "syntax-quote-inside",
        code: Code::Syntax,
        edits: &[(M, "\"It guides.\"", "\"It \"guides\".\"")],
        expected: &[Problem {
            at: ("first-steps.toml:63:20", ""),
            message: "not TOML: expected the end of the line",
            labels: &[],
            help: Some("each key has a line of its own; a quote inside a text is written \\\""),
        }],
    },
    Case {
        name: "missing-key",
        code: Code::MissingKey,
        edits: &[(
            M,
            "prompt = \"What do people use ISO/IEC 27002 for?\"\n",
            "",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:58:1", "[[question.en]]"),
            message: "`prompt` is missing",
            labels: &[],
            help: Some("add prompt = \"...\""),
        }],
    },
    Case {
        name: "missing-explanation",
        code: Code::EmptyText,
        edits: &[(M, "explanation = \"It guides.\"\n", "")],
        expected: &[Problem {
            at: ("first-steps.toml:58:1", "[[question.en]]"),
            message: "the explanation is empty",
            labels: &[(
                "first-steps.toml:69:15",
                "\"It advises.\"",
                "another wording explains",
            )],
            help: Some("write the text, or take the key out if it is optional"),
        }],
    },
    Case {
        name: "missing-key-of-kind",
        code: Code::MissingKey,
        edits: &[(M, "key = \"guide\"\n", "")],
        expected: &[Problem {
            at: ("first-steps.toml:37:1", "[[question]]"),
            message: "`key` is missing",
            labels: &[],
            help: Some("add `key`, which is a choice's id or a list of them"),
        }],
    },
    Case {
        name: "unknown-key",
        code: Code::UnknownKey,
        edits: &[(
            M,
            "explanation = \"It guides.\"",
            "explanation = \"It guides.\"\npromt = \"\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:64:1", "promt"),
            message: "unknown key `promt`",
            labels: &[],
            help: Some("did you mean `prompt`?"),
        }],
    },
    Case {
        name: "unknown-key-of-another-kind",
        code: Code::UnknownKey,
        edits: &[(M, "key = false", "key = false\nshuffle = false")],
        expected: &[Problem {
            at: ("first-steps.toml:91:1", "shuffle"),
            message: "a true-false question has no `shuffle`",
            labels: &[],
            help: Some(
                "`shuffle` belongs to questions of kind `choice`, `gaps`, `hotspot`, `match` or `classify`",
            ),
        }],
    },
    Case {
        name: "unknown-language-of-wordings",
        code: Code::UnknownLanguage,
        edits: &[(M, "[[question.fr]]", "[[question.de]]\n[[question.fr]]")],
        expected: &[Problem {
            at: ("first-steps.toml:72:12", "de"),
            message: "`de` is no language of the bank",
            labels: &[],
            help: Some(
                "the bank has `en` and `fr`; add the language to `languages` in bank.toml, or take this out",
            ),
        }],
    },
    Case {
        name: "wrong-type",
        code: Code::WrongType,
        edits: &[(M, "minutes = 14", "minutes = \"14\"")],
        expected: &[Problem {
            at: ("first-steps.toml:6:11", "\"14\""),
            message: "`minutes` takes a whole number, found a string",
            labels: &[],
            help: Some("write it without quotes"),
        }],
    },
    Case {
        name: "wrong-type-list",
        code: Code::WrongType,
        edits: &[(M, "any = [\"SoA\"]", "any = \"SoA\"")],
        expected: &[Problem {
            at: ("first-steps.toml:116:7", "\"SoA\""),
            message: "`any` takes a list, found a string",
            labels: &[],
            help: Some("put it in square brackets: [\"...\"]"),
        }],
    },
    Case {
        name: "wrong-type-text",
        code: Code::WrongType,
        edits: &[(
            M,
            "title.en = \"A tip\"\ntitle.fr = \"Un conseil\"",
            "title = \"A tip\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:32:9", "\"A tip\""),
            message: "`title` takes a value for each language, found a string",
            labels: &[],
            help: Some("put the language behind the key: title.en = ..., title.fr = ..."),
        }],
    },
    Case {
        name: "unknown-value",
        code: Code::UnknownValue,
        edits: &[(M, "\"intermediate\"", "\"intermediary\"")],
        expected: &[Problem {
            at: ("first-steps.toml:5:9", "\"intermediary\""),
            message: "`level` takes `foundation`, `intermediate` or `advanced`, found `intermediary`",
            labels: &[],
            help: Some("did you mean `intermediate`?"),
        }],
    },
    Case {
        name: "unknown-value-kind",
        code: Code::UnknownValue,
        edits: &[(M, "kind = \"true-false\"", "kind = \"truefalse\"")],
        expected: &[Problem {
            at: ("first-steps.toml:88:8", "\"truefalse\""),
            message: "`kind` takes `choice`, `true-false`, `text`, `number`, `essay`, `gaps`, `hotspot`, `match`, `classify` or `order`, found `truefalse`",
            labels: &[],
            help: Some("did you mean `true-false`?"),
        }],
    },
    Case {
        name: "unknown-value-rule",
        code: Code::UnknownValue,
        edits: &[(
            M,
            "pass = 60",
            "pass = 60\nlint.off = [\"J999\", \"mising-wording\"]",
        )],
        expected: &[
            Problem {
                at: ("first-steps.toml:8:13", "\"J999\""),
                message: "there is no rule `J999`",
                labels: &[],
                help: Some("`jalon explain` lists the rules"),
            },
            Problem {
                at: ("first-steps.toml:8:21", "\"mising-wording\""),
                message: "there is no rule `mising-wording`",
                labels: &[],
                help: Some("did you mean `missing-wording`?"),
            },
        ],
    },
    Case {
        name: "unknown-value-rule-of-errors",
        code: Code::UnknownValue,
        edits: &[(
            B,
            "id = \"sample\"",
            "id = \"sample\"\nlint = { off = [\"missing-language\"] }",
        )],
        expected: &[Problem {
            at: ("bank.toml:2:17", "\"missing-language\""),
            message: "`missing-language` is an error, which can't be turned off",
            labels: &[],
            help: Some("take it out; advice and warnings can be turned off"),
        }],
    },
    Case {
        name: "wrong-type-rule",
        code: Code::WrongType,
        edits: &[(M, "key = false", "key = false\nlint.on = [101]")],
        expected: &[Problem {
            at: ("first-steps.toml:91:12", "101"),
            message: "`on` takes the code or the name of a rule, found a whole number",
            labels: &[],
            help: Some("put it in quotes"),
        }],
    },
    Case {
        name: "unknown-key-rule",
        code: Code::UnknownKey,
        edits: &[(M, "key = false", "key = false\nlint.of = [\"J101\"]")],
        expected: &[Problem {
            at: ("first-steps.toml:91:6", "of"),
            message: "unknown key `of`",
            labels: &[],
            help: Some("did you mean `off`?"),
        }],
    },
    Case {
        name: "unknown-value-scoring",
        code: Code::UnknownValue,
        edits: &[(M, "pass = 60", "pass = 60\nscoring = \"parital\"")],
        expected: &[Problem {
            at: ("first-steps.toml:8:11", "\"parital\""),
            message: "`scoring` takes `all-or-nothing`, `partial`, `partial-with-penalty` or `right-minus-wrong`, found `parital`",
            labels: &[],
            help: Some("did you mean `partial`?"),
        }],
    },
];
