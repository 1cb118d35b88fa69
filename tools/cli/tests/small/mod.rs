//! A small bank around some questions, and what advice a person sees of it.

#![allow(dead_code, reason = "not every test uses all of it")]

use jalon_compiler::{Code, Options, Report, Severity, Sources, check_with};

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

/// Everything that a report says, without colours.
pub(crate) fn drawn(sources: &Sources, report: &Report) -> String {
    let problems = report.diagnostics.iter();
    let drawn: Vec<String> = problems
        .map(|problem| jalon::draw(sources, problem))
        .collect();
    anstream::adapter::strip_str(&drawn.join("\n\n")).to_string()
}

/// The advice on a bank with these questions that one rule gives, as a person sees it.
pub(crate) fn advice(code: &str, questions: &str) -> String {
    let sources = bank(questions);
    let mut report = report(&sources);
    report.diagnostics.retain(|one| one.code.as_str() == code);
    drawn(&sources, &report)
}

/// A true-false question with these wordings.
pub(crate) fn stated(wordings: &str) -> String {
    format!(
        "[[question]]\nid = \"q\"\nkind = \"true-false\"\nconcepts = [\"guidance\"]\nkey = true\n\n{wordings}"
    )
}
