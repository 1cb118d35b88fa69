//! What is said of every kind of problem. Each case is a sound bank with one slip in it, so it shows that slip and
//! nothing that follows from it.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod answers;
mod arranged;
mod essays;
mod numbers;
mod patterns;
mod policies;
#[path = "../problem/mod.rs"]
mod problem;
mod ranges;
mod references;
mod shapes;
mod structure;
mod texts;

use std::collections::BTreeSet;

use jalon_compiler::{Code, Sources, check};
use problem::{Problem, assert_problems, difference};

// The cases name lines: what is new in these files goes to their ends.
const BANK: &str = include_str!("../bank/bank.toml");
const MODULE: &str = include_str!("../bank/first-steps.toml");

/// An edit: in which file, what stands there, and what is written instead.
type Edit = (&'static str, &'static str, &'static str);

/// A slip, and the problems that the check has to find.
struct Case {
    name: &'static str,
    /// The code of each of the problems.
    code: Code,
    edits: &'static [Edit],
    expected: &'static [Problem],
}

/// Every case there is.
fn cases() -> impl Iterator<Item = &'static Case> {
    let tables = [
        structure::SLIPS,
        ranges::SLIPS,
        references::SLIPS,
        texts::SLIPS,
        answers::SLIPS,
        patterns::SLIPS,
        numbers::SLIPS,
        arranged::SLIPS,
        essays::SLIPS,
        policies::SLIPS,
    ];
    tables.into_iter().flatten()
}

/// The sound bank with edits, each made once.
fn bank(edits: &[Edit]) -> Sources {
    let mut files = vec![
        ("bank.toml", BANK.to_owned()),
        ("first-steps.toml", MODULE.to_owned()),
    ];
    for (name, from, to) in edits {
        match files.iter_mut().find(|(file, _)| file == name) {
            Some((_, text)) => {
                assert!(text.contains(from), "{name} doesn't contain {from:?}");
                *text = text.replacen(from, to, 1);
            }
            None => files.push((name, (*to).to_owned())),
        }
    }
    Sources::from_iter(files)
}

const B: &str = "bank.toml";
const M: &str = "first-steps.toml";

#[test]
fn the_sample_is_sound() {
    let report = check(&bank(&[]));
    assert_eq!(report.diagnostics, []);
    assert_eq!(report.banks.len(), 1);
}

#[test]
fn every_slip_is_found_and_nothing_else() {
    let wrong = cases().filter_map(|case| {
        assert!(!case.expected.is_empty(), "{}", case.name);
        let sources = bank(case.edits);
        let difference = difference(case.code, case.expected, &sources, &check(&sources))?;
        Some(format!("{}\n{difference}\n", case.name))
    });
    let wrong: String = wrong.collect();
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_file_that_is_no_text_is_a_problem_of_its_own() {
    let mut files = vec![("bank.toml", BANK.as_bytes().to_vec())];
    let latin1 = MODULE
        .replace("Un exemple concret", "Un exemple ")
        .into_bytes();
    let cut = MODULE.find("Un exemple concret").unwrap() + "Un exemple ".len();
    let broken = [&latin1[..cut], b"\xE9\xE8", &latin1[cut..]].concat();
    files.push(("first-steps.toml", broken));
    let sources = Sources::from_iter(files);
    let report = check(&sources);
    assert_problems(
        Code::NotUtf8,
        &[Problem {
            at: ("first-steps.toml:28:26", ""),
            message: "the file is not UTF-8: this is not a character",
            labels: &[],
            help: Some("save the file as UTF-8, which every editor can do"),
        }],
        &sources,
        &report,
    );
}

#[test]
fn a_bank_in_the_wrong_folder_is_too_large() {
    let huge = vec![b' '; jalon_compiler::MAX_BYTES + 1];
    let files = [
        ("bank.toml", BANK.as_bytes().to_vec()),
        ("first-steps.toml", huge),
    ];
    let sources = Sources::from_iter(files);
    let report = check(&sources);
    assert_problems(
        Code::TooLarge,
        &[Problem {
            at: ("first-steps.toml:1:1", ""),
            message: "the file has more than 256 MB, expected a bank",
            labels: &[],
            help: None,
        }],
        &sources,
        &report,
    );
}

#[test]
fn every_code_has_a_case() {
    let shown: BTreeSet<Code> = cases().map(|case| case.code).collect();
    let elsewhere = [
        Code::NotUtf8,
        Code::TooLarge,
        // No text leads there: it keeps a bank that the engine refuses from passing for a sound one.
        Code::InvalidBank,
        // In the test of sentences, beside this one.
        Code::MissingPicture,
        Code::InvalidPicture,
        Code::UnknownGap,
        Code::MissingGap,
    ];
    for code in Code::ALL {
        assert!(
            shown.contains(code) || elsewhere.contains(code),
            "{code:?} has no case"
        );
    }
}

#[test]
fn every_case_has_a_name_of_its_own() {
    let mut names = BTreeSet::new();
    for case in cases() {
        assert!(names.insert(case.name), "{} is there twice", case.name);
    }
}
