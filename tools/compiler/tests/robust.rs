//! Whatever is in the files, a check ends with a report: no panic, no place outside of the text, and no bank that is
//! neither built nor explained.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use jalon_compiler::{Code, Options, Report, Severity, Sources, check, check_with};
use proptest::bool::weighted;
use proptest::prelude::*;

const BANK: &str = include_str!("../../cli/tests/bank/bank.toml");
const MODULE: &str = include_str!("../../cli/tests/bank/first-steps.toml");

fn files(bank: impl Into<Vec<u8>>, module: impl Into<Vec<u8>>) -> Sources {
    Sources::from_iter([
        ("bank.toml", bank.into()),
        ("first-steps.toml", module.into()),
    ])
}

/// Checks with advice, and checks the check.
fn explained(sources: &Sources) -> Report {
    explained_with(sources, true)
}

fn explained_with(sources: &Sources, advice: bool) -> Report {
    let options = if advice {
        Options::with_advice()
    } else {
        Options::default()
    };
    let report = check_with(sources, &options);
    for problem in &report.diagnostics {
        for span in
            std::iter::once(problem.span).chain(problem.labels.iter().map(|label| label.span))
        {
            let source = sources.get(span.file);
            let bytes = span.bytes();
            assert!(
                bytes.start <= bytes.end && bytes.end <= source.text().len(),
                "{problem:?}"
            );
            assert!(source.position(bytes.start) <= source.position(bytes.end));
        }
        assert_ne!(
            problem.code,
            Code::InvalidBank,
            "every fault has a place: {problem:?}"
        );
    }
    let errors = report.count(Severity::Error);
    assert_eq!(
        errors == 0,
        report.banks.len() == 1,
        "{:?}",
        report.diagnostics
    );
    report
}

/// Pieces that mean something somewhere.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "",
        "\n",
        "\"",
        "\"\"\"",
        "'",
        "[",
        "]",
        "[[question]]\n",
        "[[question.fr]]\n",
        "{",
        "}",
        "=",
        ".",
        "#",
        "*",
        "**",
        "`",
        "[a](b)",
        "[a](javascript:b)",
        "![](a)",
        "<b>",
        "\\",
        "- ",
        "1. ",
        "> ",
        "é",
        "« ",
        "\u{202F}",
        "\u{feff}",
        "\0",
        "key = true\n",
        "id = \"a\"\n",
        "kind = \"text\"\n",
        "en = []\n",
        "99999999999999999999",
        "-1",
        "1979-05-27",
        "guide",
        "certify",
        "guidance",
        "fr",
        "de",
        "any",
    ];
    prop_oneof![
        4 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => ".{0,12}",
    ]
}

/// A text with some stretches replaced.
fn mutated(text: &'static str) -> impl Strategy<Value = String> {
    let cuts = proptest::collection::vec(
        (any::<proptest::sample::Index>(), 0usize..40, piece()),
        0..5,
    );
    cuts.prop_map(move |cuts| {
        let mut chars: Vec<char> = text.chars().collect();
        for (at, length, piece) in cuts {
            let start = at.index(chars.len().max(1)).min(chars.len());
            let end = (start + length).min(chars.len());
            chars.splice(start..end, piece.chars());
        }
        chars.into_iter().collect()
    })
}

/// A text with some lines left out, written twice or put elsewhere: mostly still TOML.
fn shuffled(text: &'static str) -> impl Strategy<Value = String> {
    let moves = proptest::collection::vec(
        (
            any::<proptest::sample::Index>(),
            any::<proptest::sample::Index>(),
            any::<bool>(),
        ),
        0..5,
    );
    moves.prop_map(move |moves| {
        let mut lines: Vec<&str> = text.lines().collect();
        for (from, to, keep) in moves {
            let from = from.index(lines.len());
            let line = if keep {
                lines[from]
            } else {
                lines.remove(from)
            };
            lines.insert(to.index(lines.len()), line);
        }
        lines.join("\n")
    })
}

/// A text with some words exchanged for one another: TOML still, of the right shape more often than not.
fn reworded(text: &'static str) -> impl Strategy<Value = String> {
    let words = [
        "guide",
        "certify",
        "none",
        "guidance",
        "certification",
        "choice",
        "true-false",
        "text",
        "en",
        "fr",
        "key",
        "id",
        "question",
        "accept",
        "reject",
    ];
    let swaps = proptest::collection::vec((0..words.len(), 0..words.len(), 0usize..8), 0..4);
    swaps.prop_map(move |swaps| {
        swaps
            .into_iter()
            .fold(text.to_owned(), |text, (from, to, n)| {
                match text.match_indices(words[from]).nth(n) {
                    Some((at, word)) => [&text[..at], words[to], &text[at + word.len()..]].concat(),
                    None => text,
                }
            })
    })
}

/// Checks the module in its own bank, and in this one if it is another.
fn both(bank: String, module: String, advice: bool) {
    if bank != BANK {
        explained_with(&files(bank, module.clone()), advice);
    }
    explained_with(&files(BANK, module), advice);
}

/// Advice takes the longest of all: this share of the banks get it.
const ADVISED: f64 = 0.25;

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bank in any::<Vec<u8>>(), module in any::<Vec<u8>>()) {
        explained(&files(bank, module.clone()));
        explained(&files(BANK, module));
    }

    #[test]
    fn any_text(bank in "\\PC*", module in "\\PC*") {
        explained(&files(bank, module));
    }

    #[test]
    fn any_prose(prose in proptest::collection::vec(piece(), 0..20)) {
        let text = prose.concat().replace("'''", "").replace('\0', "");
        let module = MODULE.replace("\"\"\"\nA **shall**", &format!("'''{text}'''\n#\"\"\"\n#A **shall**"));
        explained(&files(BANK, module));
        let choice = MODULE.replacen("\"Getting a certificate\"", &format!("'''{text}'''"), 1);
        explained(&files(BANK, choice));
    }

    #[test]
    fn mutated_banks(bank in mutated(BANK), module in mutated(MODULE), advice in weighted(ADVISED)) {
        both(bank, module, advice);
    }

    #[test]
    fn shuffled_banks(bank in shuffled(BANK), module in shuffled(MODULE), advice in weighted(ADVISED)) {
        both(bank, module, advice);
    }

    #[test]
    fn reworded_banks(bank in reworded(BANK), module in reworded(MODULE), advice in weighted(ADVISED)) {
        both(bank, module, advice);
    }
}

#[test]
fn deep_and_long_texts() {
    const DEEP: usize = 100_000;
    const LONG: usize = 10_000;
    for deep in ["[", "{a=", "a.", "[[", "(", "'", "\"", "\\"] {
        let deep = deep.repeat(DEEP);
        explained(&files(BANK, format!("a = {deep}")));
        explained(&files(BANK, deep.clone()));
        explained(&files(deep, MODULE));
    }
    for prose in [
        "*a ", "**a ", "`", "[", "![", "> ", "- ", "<b>", "a", "«", "* ", "1. ", "_", "](",
        "&amp;", "\\*",
    ] {
        let prose = prose.repeat(LONG);
        explained(&files(
            BANK,
            MODULE.replace(
                "One sentence under the title.",
                &prose.replace('\\', "\\\\"),
            ),
        ));
        explained(&files(
            BANK,
            MODULE.replacen("Getting a certificate", &prose.replace('\\', "\\\\"), 1),
        ));
        explained(&files(
            BANK,
            MODULE.replace("\"SoA\"", &format!("'''{prose}'''")),
        ));
        explained(&files(
            BANK,
            MODULE.replace(
                "reject = [\"risk",
                &format!("reject = ['''{prose}''', \"risk"),
            ),
        ));
    }
}

#[test]
fn no_bank_is_a_report_too() {
    let none = check(&Sources::default());
    assert!(none.diagnostics.is_empty() && none.banks.is_empty());
    let orphan = check(&Sources::from_iter([("a.toml", "x = 1")]));
    assert!(orphan.diagnostics.is_empty() && orphan.banks.is_empty());
}
