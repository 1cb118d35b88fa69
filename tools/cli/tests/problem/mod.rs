//! Problems as data: what a test expects of them, and what a check found.

#![allow(dead_code, reason = "not every test uses all of it")]

use std::fmt::Debug;

use jalon_compiler::{Code, Diagnostic, Report, Sources, Span};

/// A problem that a test expects. Its code stands beside it.
pub(crate) struct Problem {
    /// `file:line:column`, and the text that is marked there.
    pub(crate) at: (&'static str, &'static str),
    /// What is said.
    pub(crate) message: &'static str,
    /// Other places: `file:line:column`, the text that is marked there, and what is said of it.
    pub(crate) labels: &'static [(&'static str, &'static str, &'static str)],
    /// What to try.
    pub(crate) help: Option<&'static str>,
}

/// Checks that a report has these problems, all of one code, and no others.
#[track_caller]
pub(crate) fn assert_problems(
    code: Code,
    expected: &[Problem],
    sources: &Sources,
    report: &Report,
) {
    if let Some(difference) = difference(code, expected, sources, report) {
        panic!("{difference}");
    }
}

/// Both lists of problems, where a report has others than a test expects.
pub(crate) fn difference(
    code: Code,
    expected: &[Problem],
    sources: &Sources,
    report: &Report,
) -> Option<String> {
    let expected = expected.iter().map(|problem| {
        let Problem {
            at,
            message,
            labels,
            help,
        } = problem;
        literal(code, at, message, labels, help)
    });
    let found = report.diagnostics.iter();
    let found = found.map(|problem| found_literal(sources, problem));
    let (expected, found): (Vec<String>, Vec<String>) = (expected.collect(), found.collect());
    (expected != found).then(|| {
        let (expected, found) = (expected.join("\n"), found.join("\n"));
        format!("expected:\n{expected}\nfound:\n{found}\n")
    })
}

/// The problems of a report as a person sees them, without colours.
pub(crate) fn drawn(sources: &Sources, report: &Report) -> String {
    let problems = report.diagnostics.iter();
    let drawn: Vec<String> = problems
        .map(|problem| jalon::draw(sources, problem))
        .collect();
    anstream::adapter::strip_str(&drawn.join("\n\n")).to_string()
}

/// A problem of a report, as a test writes it.
fn found_literal(sources: &Sources, problem: &Diagnostic) -> String {
    assert_eq!(problem.severity(), problem.code.severity());
    let labels = problem.labels.iter();
    let labels: Vec<_> = labels
        .map(|label| {
            let (place, text) = marked(sources, label.span);
            (place, text, &label.message)
        })
        .collect();
    literal(
        problem.code,
        marked(sources, problem.span),
        &problem.message,
        labels,
        &problem.help,
    )
}

/// Where a span is, and the text that it cuts out of the file.
fn marked(sources: &Sources, span: Span) -> (String, &str) {
    let source = sources.get(span.file);
    let bytes = span.bytes();
    let start = source.position(bytes.start);
    let text = source.text().get(bytes).expect("a span is in its file");
    let place = format!("{}:{}:{}", source.path(), start.line, start.column);
    (place, text)
}

/// A problem as a test writes it, below its code: both sides of a comparison.
fn literal(
    code: Code,
    at: impl Debug,
    message: impl Debug,
    labels: impl Debug,
    help: impl Debug,
) -> String {
    format!(
        "// {}\nProblem {{\n    at: {at:?},\n    message: {message:?},\n    labels: &{labels:?},\n    help: {help:?},\n}},",
        code.as_str()
    )
}
