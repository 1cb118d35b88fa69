//! Patterns, and what each answer earns and teaches.

use jalon_compiler::Code;

use super::{B, Case, M, Problem};

pub(crate) const SLIPS: &[Case] = &[
    Case {
        name: "invalid-pattern-regex",
        code: Code::InvalidPattern,
        edits: &[(M, "'iso(/iec)? ?27001(:20(13|22))?'", "'iso(/iec? ?27001'")],
        expected: &[Problem {
            at: ("first-steps.toml:194:17", "("),
            message: "this regular expression can't be read: unclosed group",
            labels: &[],
            help: Some(
                "a backslash escapes a character; in single quotes, TOML leaves it alone: '\\('",
            ),
        }],
    },
    Case {
        name: "invalid-pattern-no-star",
        code: Code::InvalidPattern,
        edits: &[(M, "\"* 27002 *\"", "\"about 27002\"")],
        expected: &[Problem {
            at: ("first-steps.toml:201:42", "\"about 27002\""),
            message: "the wildcard `about 27002` has no star",
            labels: &[],
            help: Some("write it as an answer, in quotes alone, or put * where any text may be"),
        }],
    },
    Case {
        name: "invalid-pattern-everything",
        code: Code::InvalidPattern,
        edits: &[(M, "\"* 27002 *\"", "\"* *\"")],
        expected: &[Problem {
            at: ("first-steps.toml:201:42", "\"* *\""),
            message: "the wildcard `* *` takes every answer in",
            labels: &[],
            help: Some("write a word or a part of one beside the star"),
        }],
    },
    Case {
        name: "invalid-pattern-nothing",
        code: Code::InvalidPattern,
        edits: &[(M, "'iso(/iec)? ?27001(:20(13|22))?'", "'[a-z&&[0-9]]'")],
        expected: &[Problem {
            at: ("first-steps.toml:194:13", "'[a-z&&[0-9]]'"),
            message: "nothing that can be typed is like `[a-z&&[0-9]]`",
            labels: &[],
            help: Some("take the pattern out, or the condition that nothing meets"),
        }],
    },
    Case {
        name: "invalid-pattern-too-large",
        code: Code::InvalidPattern,
        edits: &[(M, "'iso(/iec)? ?27001(:20(13|22))?'", "'iso.{300}'")],
        expected: &[Problem {
            at: ("first-steps.toml:194:13", "'iso.{300}'"),
            message: "the pattern `iso.{300}` is too large for learners to download",
            labels: &[],
            help: Some(
                "write shorter repetitions, [0-9] for \\d and [a-z] for \\w, or several patterns",
            ),
        }],
    },
    Case {
        name: "invalid-pattern-impossible",
        code: Code::InvalidPattern,
        edits: &[(M, "'iso(/iec)? ?27001(:20(13|22))?'", "'\\biso 27001'")],
        expected: &[Problem {
            at: ("first-steps.toml:194:13", "'\\biso 27001'"),
            message: "the pattern `\\biso 27001` asks for more than can be done in one reading: unsupported regex feature for DFAs: cannot build DFAs for regexes with Unicode word boundaries; switch to ASCII word boundaries, or heuristically enable Unicode word boundaries or use a different regex engine",
            labels: &[],
            help: Some(
                "it has to match the whole answer: write what may surround the words, such as .*",
            ),
        }],
    },
    Case {
        name: "too-few-answers-beside-patterns",
        code: Code::TooFew,
        edits: &[
            (M, "  \"ISO/IEC 27001\",\n", ""),
            (
                M,
                "  { answer = \"27001\", credit = 50, feedback.en = \"Name the publisher too.\", feedback.fr = \"Nommez aussi l'éditeur.\" },\n",
                "",
            ),
            (M, ", \"requirements standard\"]", "]"),
            (M, "accept = [\"iso iec 27001\", ", "accept = ["),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:191:1", "[question.accept]"),
            message: "the answers in `en` are all patterns, so there is none to show to a learner",
            labels: &[],
            help: Some(
                "add an answer as it should be written: en = [\"...\", { wildcard = \"...\" }]",
            ),
        }],
    },
    Case {
        name: "too-few-whole-answers",
        code: Code::TooFew,
        edits: &[
            (M, "  \"ISO/IEC 27001\",\n", ""),
            (M, ", \"requirements standard\"]", "]"),
            (M, "accept = [\"iso iec 27001\", ", "accept = ["),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:191:1", "[question.accept]"),
            message: "expected at least 1 accepted answer that earns every point, found fewer",
            labels: &[],
            help: Some(
                "in each language, or under `any`, one answer that is no pattern has no credit of its own",
            ),
        }],
    },
    Case {
        name: "unknown-misconception",
        code: Code::UnknownMisconception,
        edits: &[(
            M,
            "misconception = \"mixes-27001-and-27002\"\nfeedback.en = \"That one guides.\"",
            "misconception = \"mixes-27001-with-27002\"\nfeedback.en = \"That one guides.\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:202:17", "\"mixes-27001-with-27002\""),
            message: "there is no misconception `mixes-27001-with-27002`",
            labels: &[],
            help: Some("did you mean `mixes-27001-and-27002`?"),
        }],
    },
    Case {
        name: "unknown-misconception-of-a-choice",
        code: Code::UnknownMisconception,
        edits: &[(
            M,
            "id = \"certify\"",
            "id = \"certify\"\nmisconception = \"mixes-them\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:53:17", "\"mixes-them\""),
            message: "there is no misconception `mixes-them`",
            labels: &[],
            help: Some("there are `mixes-27001-and-27002`"),
        }],
    },
    Case {
        name: "duplicate-misconception",
        code: Code::Duplicate,
        edits: &[(
            B,
            "[[term]]",
            "[[misconception]]\nid = \"mixes-27001-and-27002\"\nname.en = \"Another\"\nname.fr = \"Une autre\"\n\n[[term]]",
        )],
        expected: &[Problem {
            at: ("bank.toml:28:6", "\"mixes-27001-and-27002\""),
            message: "misconception `mixes-27001-and-27002` is there twice",
            labels: &[(
                "bank.toml:19:6",
                "\"mixes-27001-and-27002\"",
                "first written here",
            )],
            help: Some("rename one of them, or take it out"),
        }],
    },
    Case {
        name: "missing-language-misconception",
        code: Code::MissingLanguage,
        edits: &[(
            B,
            "name.fr = \"Prend l'ISO/IEC 27002 pour la norme de certification\"\n",
            "",
        )],
        expected: &[Problem {
            at: ("bank.toml:24:1", "name"),
            message: "there is nothing in `fr`",
            labels: &[],
            help: Some("write it in `fr` too: every text is in every language of the bank"),
        }],
    },
    Case {
        name: "missing-language-feedback-of-an-answer",
        code: Code::MissingLanguage,
        edits: &[(M, ", feedback.fr = \"Nommez aussi l'éditeur.\"", "")],
        expected: &[Problem {
            at: ("first-steps.toml:195:36", "feedback"),
            message: "there is nothing in `fr`",
            labels: &[],
            help: Some("write it in `fr` too: every text is in every language of the bank"),
        }],
    },
    Case {
        name: "out-of-range-credit",
        code: Code::OutOfRange,
        edits: &[
            (M, "reject = [\"27001\", ", "reject = ["),
            (M, "credit = 50", "credit = 500"),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:195:32", "500"),
            message: "`credit` is 500, expected 0 to 100 percent",
            labels: &[],
            help: None,
        }],
    },
    Case {
        name: "out-of-range-no-credit",
        code: Code::OutOfRange,
        edits: &[(M, "credit = 90", "credit = 0")],
        expected: &[Problem {
            at: ("first-steps.toml:194:56", "0"),
            message: "an accepted answer that earns 0 percent is not accepted",
            labels: &[],
            help: Some("list it under [[question.wrong]]"),
        }],
    },
    Case {
        name: "out-of-range-credit-of-a-tier",
        code: Code::OutOfRange,
        edits: &[(B, "[[term]]", "[credit]\naccents = 101\n\n[[term]]")],
        expected: &[Problem {
            at: ("bank.toml:19:11", "101"),
            message: "`accents` is 101, expected 0 to 100 percent",
            labels: &[],
            help: None,
        }],
    },
    Case {
        name: "unknown-key-tier",
        code: Code::UnknownKey,
        edits: &[(M, "typo = 80", "typo = 80, type = 80")],
        expected: &[Problem {
            at: ("first-steps.toml:189:23", "type"),
            message: "unknown key `type`",
            labels: &[],
            help: Some("did you mean `typo`?"),
        }],
    },
    Case {
        name: "contradiction-two-patterns",
        code: Code::Contradiction,
        edits: &[(M, "\"* 27002 *\"", "\"* 27002 *\", regex = \"27002\"")],
        expected: &[Problem {
            at: ("first-steps.toml:201:55", "regex"),
            message: "`wildcard` and `regex` can't both say what the answer is",
            labels: &[],
            help: Some("write two answers, or take one of them out"),
        }],
    },
    Case {
        name: "contradiction-two-credits",
        code: Code::Contradiction,
        edits: &[(
            M,
            "\"requirements standard\"]",
            "\"requirements standard\", { answer = \"27001\", credit = 60 }]",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:197:119", "60"),
            message: "`27001` earns 60 percent here and 50 where it is listed first",
            labels: &[],
            help: Some("the same answer earns the same in every language: take one of them out"),
        }],
    },
    Case {
        name: "missing-key-answer",
        code: Code::MissingKey,
        edits: &[(M, "{ wildcard = \"* 27002 *\" }", "{}")],
        expected: &[Problem {
            at: ("first-steps.toml:201:29", "{}"),
            message: "expected `answer`, `wildcard` or `regex`, found none of them",
            labels: &[],
            help: Some("write { answer = \"...\" }"),
        }],
    },
    Case {
        name: "sample-mismatch-credit",
        code: Code::SampleMismatch,
        edits: &[
            (
                M,
                "reject = [\"27001\", \"iso 27001:2022\", ",
                "accept = [\"27001\"]\nreject = [\"iso 27001:2022\", ",
            ),
            (
                M,
                "accept = [\"iso iec 27001\", \"the requirements for information security management systems\"]\n",
                "",
            ),
        ],
        expected: &[Problem {
            at: ("first-steps.toml:207:11", "\"27001\""),
            message: "`27001` is under `accept`, but the grader gives a part of the points to it: it reads as `27001`, to the letter; that answer earns 50 percent",
            labels: &[],
            help: Some("take the sample out, or the credit that is less than 100"),
        }],
    },
    Case {
        name: "sample-mismatch-pattern",
        code: Code::SampleMismatch,
        edits: &[(
            M,
            "reject = [\"27001\", ",
            "reject = [\"27001\", \"requirements for quality management systems\", ",
        )],
        expected: &[Problem {
            at: (
                "first-steps.toml:208:20",
                "\"requirements for quality management systems\"",
            ),
            message: "`requirements for quality management systems` is under `reject`, but the grader accepts it: it reads as `* requirements for * management systems`, a pattern",
            labels: &[],
            help: Some("take the sample or the accepted answer out"),
        }],
    },
];
