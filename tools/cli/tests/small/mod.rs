//! A small bank around some questions, and what advice a person sees of it.

#![allow(dead_code, reason = "not every test uses all of it")]

#[path = "../problem/mod.rs"]
mod problem;

use jalon_compiler::{Code, LintId, Options, Report, Severity, Sources, check_with};
pub(crate) use problem::Problem;
use problem::{assert_problems, drawn};

const HEADER: &str = r#"id = "small"
languages = ["en", "fr"]
title.en = "A small bank"
title.fr = "Une petite banque"
modules = ["first"]

[[concept]]
id = "guidance"
name.en = "Requirements and guidance"
name.fr = "Exigences et recommandations"
"#;

const MODULE: &str = r#"title.en = "First steps"
title.fr = "Premiers pas"
track.en = "Logic of standards"
track.fr = "Logique des normes"
level = "foundation"
minutes = 5
"#;

/// A bank of one module with these questions.
pub(crate) fn bank(questions: &str) -> Sources {
    let module = format!("{MODULE}\n{questions}");
    Sources::from_iter([("bank.toml", HEADER.to_owned()), ("first.toml", module)])
}

/// What the check says of a bank, with advice; it has no errors, and warnings are left out.
pub(crate) fn report(sources: &Sources) -> Report {
    let mut report = check_with(sources, &Options::with_advice());
    let errors = report.count(Severity::Error);
    assert_eq!(errors, 0, "{}", drawn(sources, &report));
    let advice = |code: Code| code.severity() == Severity::Advice;
    report.diagnostics.retain(|problem| advice(problem.code));
    report
}

/// The advice that one rule gives on a bank.
fn of_rule(code: &str, sources: &Sources) -> Report {
    let mut report = report(sources);
    report.diagnostics.retain(|one| one.code.as_str() == code);
    report
}

/// The advice on a bank with these questions that one rule gives, as a person sees it.
pub(crate) fn advice(code: &str, questions: &str) -> String {
    advice_on(code, &bank(questions))
}

/// The advice on a bank that one rule gives, as a person sees it.
pub(crate) fn advice_on(code: &str, sources: &Sources) -> String {
    drawn(sources, &of_rule(code, sources))
}

/// Checks what a rule finds in a bank with these questions.
#[track_caller]
pub(crate) fn finds(code: &str, questions: &str, expected: &[Problem]) {
    finds_in(code, &bank(questions), expected);
}

/// Checks what a rule finds in a bank.
#[track_caller]
pub(crate) fn finds_in(code: &str, sources: &Sources, expected: &[Problem]) {
    assert!(!expected.is_empty(), "{code} is expected to find something");
    let rule = Code::Advice(LintId::find(code).expect("there is such a rule"));
    assert_problems(rule, expected, sources, &of_rule(code, sources));
}

/// Checks that a rule finds nothing in a bank with these questions.
#[track_caller]
pub(crate) fn is_silent(code: &str, questions: &str) {
    assert_eq!(advice(code, questions), "", "{questions}");
}

/// A true-false question with these wordings.
pub(crate) fn stated(wordings: &str) -> String {
    format!(
        "[[question]]\nid = \"q\"\nkind = \"true-false\"\nconcepts = [\"guidance\"]\nkey = true\n\n{wordings}"
    )
}
