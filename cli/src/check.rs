//! `jalon check`.

use std::io::Write;
use std::path::PathBuf;

use jalon_author::{Report, Severity, Sources};

use crate::draw::draw;
use crate::{End, Failure, json, read, summary};

pub(crate) fn run(folders: &[PathBuf], as_json: bool, out: &mut dyn Write) -> Result<End, Failure> {
    let sources = read(folders)?;
    let report = jalon_author::check(&sources);
    if as_json {
        writeln!(out, "{}", json::problems(&sources, &report.diagnostics))?;
    } else {
        print_problems(&sources, &report, out)?;
        if report.count(Severity::Error) == 0 {
            for bank in &report.banks {
                writeln!(
                    out,
                    "{}",
                    summary::bank(bank, report.diagnostics.is_empty())
                )?;
            }
        }
    }
    Ok(end(&report))
}

/// Draws every problem, and counts them.
pub(crate) fn print_problems(
    sources: &Sources,
    report: &Report,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    for problem in &report.diagnostics {
        writeln!(out, "{}\n", draw(sources, problem))?;
    }
    if !report.diagnostics.is_empty() {
        writeln!(out, "{}", summary::counts(sources, report))?;
    }
    Ok(())
}

pub(crate) fn end(report: &Report) -> End {
    if report.count(Severity::Error) == 0 {
        End::Sound
    } else {
        End::Unsound
    }
}
