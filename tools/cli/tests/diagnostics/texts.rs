//! Markup, typography, and what is missing or not used.

use jalon_compiler::Code;

use super::{B, Case, M, Problem};

pub(crate) const SLIPS: &[Case] = &[
    Case {
        name: "broken-markup-strong",
        code: Code::BrokenMarkup,
        edits: &[(M, "A **shall** binds", "A **shall binds")],
        expected: &[Problem {
            at: ("first-steps.toml:16:3", "**"),
            message: "`**` is opened and never closed, or the reverse",
            labels: &[],
            help: Some(
                "put it right before the first word and right after the last one; write \\\\* for a plain one",
            ),
        }],
    },
    Case {
        name: "broken-markup-code",
        code: Code::BrokenMarkup,
        edits: &[(M, "in `27001`", "in `27001")],
        expected: &[Problem {
            at: ("first-steps.toml:18:23", "`"),
            message: "a backtick is opened and never closed, or the reverse",
            labels: &[],
            help: Some(
                "put it right before the first word and right after the last one; write \\\\` for a plain one",
            ),
        }],
    },
    Case {
        name: "broken-markup-link",
        code: Code::BrokenMarkup,
        edits: &[(M, "(https://www.iso.org/)", "(https://www.iso.org/")],
        expected: &[Problem {
            at: ("first-steps.toml:16:61", "]("),
            message: "this link is not complete",
            labels: &[],
            help: Some(
                "write [words](address), without spaces in the address, or \\\\[ for a plain bracket",
            ),
        }],
    },
    Case {
        name: "unsupported-markup-heading",
        code: Code::UnsupportedMarkup,
        edits: &[(M, "A **shall** binds", "# Verbs\n\nA **shall** binds")],
        expected: &[Problem {
            at: ("first-steps.toml:16:1", "# Verbs"),
            message: "texts don't take a heading",
            labels: &[],
            help: Some("write \\\\# for a plain #; use a strong line in place of a heading"),
        }],
    },
    Case {
        name: "unsupported-markup-html",
        code: Code::UnsupportedMarkup,
        edits: &[(M, "A **shall** binds", "A <b>shall</b> binds")],
        expected: &[
            Problem {
                at: ("first-steps.toml:16:3", "<b>"),
                message: "texts don't take HTML",
                labels: &[],
                help: Some(
                    "write \\\\< for a plain <; *emphasis*, **strong** and `code` are there for the rest",
                ),
            },
            Problem {
                at: ("first-steps.toml:16:11", "</b>"),
                message: "texts don't take HTML",
                labels: &[],
                help: Some(
                    "write \\\\< for a plain <; *emphasis*, **strong** and `code` are there for the rest",
                ),
            },
        ],
    },
    Case {
        name: "unsupported-markup-nested-list",
        code: Code::UnsupportedMarkup,
        edits: &[(M, "- Guidance is", "  - Guidance is")],
        expected: &[Problem {
            at: ("first-steps.toml:19:3", "- Guidance is in `27002`."),
            message: "texts don't take a list inside a list",
            labels: &[],
            help: Some("make it one list, or put the details in a sentence"),
        }],
    },
    Case {
        name: "unsupported-markup-table",
        code: Code::UnsupportedMarkup,
        edits: &[(M, "- Guidance is in `27002`.", "- a | b\n  --|--\n  1 | 2")],
        expected: &[Problem {
            at: ("first-steps.toml:19:3", "a | b\n  --|--\n  1 | 2"),
            message: "texts don't take a table in a list",
            labels: &[],
            help: Some("put it under the list, behind an empty line"),
        }],
    },
    Case {
        name: "unsupported-markup-columns",
        code: Code::UnsupportedMarkup,
        edits: &[(
            M,
            "A **shall** binds",
            "a | b\n--|:-:\n1 | 2\n\nA **shall** binds",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:17:1", "--|:-:"),
            message: "texts don't take columns that are set to one side",
            labels: &[],
            help: Some(
                "write |---| without colons: every column starts at the same side as its heading",
            ),
        }],
    },
    Case {
        name: "uneven-table",
        code: Code::UnevenTable,
        edits: &[(
            M,
            "A **shall** binds",
            "a | b\n--|--\n1 | 2 | 3\n\nA **shall** binds",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:18:1", "1 | 2 | 3"),
            message: "expected 2 cells in a row, as in the headings, found 3",
            labels: &[],
            help: Some("write \\\\| for a plain |"),
        }],
    },
    Case {
        name: "empty-text-table",
        code: Code::EmptyText,
        edits: &[(
            M,
            "A **shall** binds",
            "| | |\n|-|-|\n| 1 | 2 |\n\nA **shall** binds",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:16:1", "| | |"),
            message: "a table needs headings, which say what its columns are",
            labels: &[],
            help: Some("name the columns: | Clause | Finding |"),
        }],
    },
    Case {
        name: "empty-text-table-rows",
        code: Code::EmptyText,
        edits: &[(
            M,
            "A **shall** binds",
            "| a | b |\n|-|-|\n\nA **shall** binds",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:16:1", "| a | b |\n|-|-|"),
            message: "a table needs a row under its headings",
            labels: &[],
            help: Some("write it: | 9.2 | No audit |"),
        }],
    },
    Case {
        name: "not-one-line",
        code: Code::NotOneLine,
        edits: &[(
            M,
            "\"Getting a certificate\"",
            "\"1. Getting a certificate\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:61:20", "1. Getting a certificate"),
            message: "expected one line of text, found a list or a block",
            labels: &[],
            help: Some(
                "1. and - in first place make a list; with a backslash, 1\\\\. and \\\\- are plain",
            ),
        }],
    },
    Case {
        name: "not-one-line-but-several",
        code: Code::NotOneLine,
        edits: &[(
            M,
            "\"Getting a certificate\"",
            "\"\"\"\nGetting\na certificate\n\"\"\"",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:62:1", "Getting\na certificate\n"),
            message: "expected one line of text, found several lines",
            labels: &[],
            help: Some("choices and feedback are one line; write \"...\" and not \"\"\"...\"\"\""),
        }],
    },
    Case {
        name: "unsupported-markup-list-start",
        code: Code::UnsupportedMarkup,
        edits: &[(M, "\"It guides.\"", "\"2022. It guides.\"")],
        expected: &[Problem {
            at: ("first-steps.toml:63:16", "2"),
            message: "a list starts with 1, found 2022",
            labels: &[],
            help: Some("start the list with 1, or write 2022\\\\. if no list is meant"),
        }],
    },
    Case {
        name: "unsupported-markup-break",
        code: Code::UnsupportedMarkup,
        edits: &[(M, "A **shall** binds", "A **shall**  \nbinds")],
        expected: &[Problem {
            at: ("first-steps.toml:16:12", ""),
            message: "texts don't take a line break inside a paragraph",
            labels: &[],
            help: Some(
                "leave an empty line to start a new paragraph, or take away the spaces at the line's end",
            ),
        }],
    },
    Case {
        name: "missing-key-language",
        code: Code::MissingKey,
        edits: &[(
            B,
            "title.en = \"A sample\"\ntitle.fr = \"Un exemple\"\n",
            "",
        )],
        expected: &[Problem {
            at: ("bank.toml:1:1", ""),
            message: "`title` is missing",
            labels: &[],
            help: Some("add `title`, which is a value for each language"),
        }],
    },
    Case {
        name: "invalid-address",
        code: Code::InvalidAddress,
        edits: &[(M, "https://www.iso.org/", "javascript:alert(1)")],
        expected: &[Problem {
            at: (
                "first-steps.toml:16:47",
                "[the catalogue](javascript:alert(1))",
            ),
            message: "`javascript:alert(1)` is no address that a text may have",
            labels: &[],
            help: Some("an address is relative, or starts with https:, http: or mailto:"),
        }],
    },
    Case {
        name: "missing-space",
        code: Code::MissingSpace,
        edits: &[(M, "27002 ?", "27002?")],
        expected: &[Problem {
            at: ("first-steps.toml:73:38", "?"),
            message: "French puts a space before `?`, found none",
            labels: &[],
            help: Some("write an ordinary space; it becomes a no-break space of the right width"),
        }],
    },
    Case {
        name: "single-wording",
        code: Code::SingleWording,
        edits: &[(
            M,
            "[[question.en]]\nprompt = \"Some certificates name ISO/IEC 27002.\"\nexplanation = \"They name ISO/IEC 27001.\"\n",
            "",
        )],
        expected: &[Problem {
            at: ("first-steps.toml:94:1", "[[question.en]]"),
            message: "there is one wording in `en`, so a retake can't ask in other words",
            labels: &[],
            help: Some("add a second [[question.en]], as an expert would put it another time"),
        }],
    },
    Case {
        name: "unused-concept",
        code: Code::UnusedConcept,
        edits: &[
            (
                M,
                "{ guidance = 2, certification = 1 }",
                "[\"certification\"]",
            ),
            (M, "[\"guidance\"]", "[\"certification\"]"),
        ],
        expected: &[Problem {
            at: ("bank.toml:8:6", "\"guidance\""),
            message: "no question tests the concept `guidance`",
            labels: &[],
            help: Some("write a question about it, or take it out"),
        }],
    },
    Case {
        name: "unlisted-module",
        code: Code::UnlistedModule,
        edits: &[("draft.toml", "", "title.en = \"A draft\"\n")],
        expected: &[Problem {
            at: ("draft.toml:1:1", ""),
            message: "bank.toml doesn't name this module, so it is not checked and nobody sees it",
            labels: &[(
                "bank.toml:5:11",
                "[\"first-steps\"]",
                "the modules of the bank",
            )],
            help: Some("add \"draft\" to `modules` in bank.toml, or move the file away"),
        }],
    },
    Case {
        name: "one-choice-list",
        code: Code::OneChoiceList,
        edits: &[(M, "key = \"guide\"", "key = [\"guide\"]")],
        expected: &[Problem {
            at: ("first-steps.toml:42:7", "[\"guide\"]"),
            message: "a key with one choice in a list shows check boxes",
            labels: &[],
            help: Some("write key = \"guide\" for radio buttons"),
        }],
    },
];
