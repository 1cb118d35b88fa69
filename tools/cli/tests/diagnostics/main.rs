//! What a person sees of every kind of problem. Each case is a sound bank with one slip in it, so it shows that slip
//! and nothing that follows from it.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod answers;
mod arranged;
mod essays;
mod numbers;
mod patterns;
mod policies;
mod ranges;
mod references;
mod structure;
mod texts;

use std::collections::BTreeSet;

use jalon_compiler::{Code, Report, Sources, check};

const BANK: &str = include_str!("../bank/bank.toml");
const MODULE: &str = include_str!("../bank/first-steps.toml");

/// A slip: in which file, what stands there, and what is written instead.
type Slip = (&'static str, &'static str, &'static str);

/// What a snapshot is called, the code that it shows, and the slips that lead to it.
type Case = (&'static str, Code, &'static [Slip]);

/// Every case there is.
fn cases() -> impl Iterator<Item = &'static Case> {
    let rooms = [
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
    rooms.into_iter().flatten()
}

/// The sound bank with slips, each made once.
fn bank(slips: &[Slip]) -> Sources {
    let mut files = vec![
        ("bank.toml", BANK.to_owned()),
        ("first-steps.toml", MODULE.to_owned()),
    ];
    for (name, from, to) in slips {
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

/// Everything that a report says, without colours.
fn drawn(sources: &Sources, report: &Report) -> String {
    let problems = report.diagnostics.iter();
    let drawn: Vec<String> = problems
        .map(|problem| jalon::draw(sources, problem))
        .collect();
    anstream::adapter::strip_str(&drawn.join("\n\n")).to_string()
}

/// Compares what is drawn with the snapshot; what it shows beside this code is returned.
fn snapshot(name: &str, code: Code, sources: &Sources) -> Option<String> {
    let report = check(sources);
    let drawn = drawn(sources, &report);
    let expected = report
        .diagnostics
        .iter()
        .all(|problem| problem.code == code);
    if !expected || report.diagnostics.is_empty() {
        return Some(format!("{name} shows something else:\n{drawn}\n"));
    }
    insta::assert_snapshot!(name, drawn);
    None
}

const B: &str = "bank.toml";
const M: &str = "first-steps.toml";

#[test]
fn the_sample_is_sound() {
    let sources = bank(&[]);
    let report = check(&sources);
    assert_eq!(drawn(&sources, &report), "");
    assert_eq!(report.banks.len(), 1);
}

#[test]
fn every_slip_shows_once_and_clearly() {
    let other = cases().filter_map(|(name, code, slips)| snapshot(name, *code, &bank(slips)));
    assert_eq!(other.collect::<String>(), "");
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
    assert_eq!(
        snapshot("not-utf8", Code::NotUtf8, &Sources::from_iter(files)),
        None
    );
}

#[test]
fn a_bank_in_the_wrong_folder_is_too_large() {
    let huge = vec![b' '; jalon_compiler::MAX_BYTES + 1];
    let files = [
        ("bank.toml", BANK.as_bytes().to_vec()),
        ("first-steps.toml", huge),
    ];
    assert_eq!(
        snapshot("too-large", Code::TooLarge, &Sources::from_iter(files)),
        None
    );
}

#[test]
fn all_problems_come_out_of_one_run() {
    let slips: Vec<Slip> = vec![
        (B, "title.fr = \"Un exemple\"\n", ""),
        (M, "minutes = 14", "minutes = \"14\""),
        (M, "key = false", "key = \"false\""),
        (
            M,
            "concepts = [\"certification\"]",
            "concepts = [\"certifcation\"]",
        ),
        (M, "27002 ?", "27002?"),
    ];
    let sources = bank(&slips);
    insta::assert_snapshot!("several", drawn(&sources, &check(&sources)));
}

#[test]
fn every_code_has_a_case() {
    let shown: BTreeSet<Code> = cases().map(|(_, code, _)| *code).collect();
    let elsewhere = [
        Code::NotUtf8,
        Code::TooLarge,
        // No text leads there: it keeps a bank that the engine refuses from passing for a sound one.
        Code::InvalidBank,
        // In sentences.rs, a test beside this one.
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
