//! The last line of a run.

use std::collections::BTreeMap;

use jalon_compiler::{CompiledBank, Diagnostic, Report, Severity, Sources};

/// "2 errors, 1 warning, 3 pieces of advice in 6 files".
pub(crate) fn counts(sources: &Sources, report: &Report) -> String {
    counts_of(&report.diagnostics, sources.len())
}

/// The same for some problems.
pub(crate) fn counts_of<'a>(
    problems: impl IntoIterator<Item = &'a Diagnostic>,
    files: usize,
) -> String {
    let mut severities: BTreeMap<Severity, usize> = BTreeMap::new();
    for problem in problems {
        *severities.entry(problem.severity()).or_default() += 1;
    }
    let counts = severities.into_iter();
    let counts = counts.map(|(severity, n)| match severity {
        Severity::Advice => format!("{} of advice", count(n, "piece")),
        other => count(n, other.word()),
    });
    format!(
        "{} in {}",
        counts.collect::<Vec<_>>().join(", "),
        count(files, "file")
    )
}

/// "iso-27000: 74 questions in 5 modules, 17 concepts, 2 languages: no problem".
pub(crate) fn bank(compiled: &CompiledBank, is_clean: bool) -> String {
    let bank = compiled.bank();
    let questions = compiled
        .modules()
        .iter()
        .map(|module| module.questions().len())
        .sum();
    format!(
        "{}: {} in {}, {}, {}{}",
        bank.id(),
        count(questions, "question"),
        count(compiled.modules().len(), "module"),
        count(bank.concepts().len(), "concept"),
        count(bank.languages().len(), "language"),
        if is_clean { ": no problem" } else { "" }
    )
}

/// "1 file", "2 files".
pub(crate) fn count(n: usize, word: &str) -> String {
    format!("{n} {word}{}", if n == 1 { "" } else { "s" })
}
