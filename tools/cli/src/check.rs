//! `jalon check`.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use jalon_compiler::{Options, Report, Severity, Sources, Which};

use crate::draw::draw;
use crate::run::{End, Failure, read};
use crate::{json, sarif, summary};

/// What to check.
#[derive(Debug, Args)]
pub struct Checking {
    /// Folders that hold a bank.toml, or hold such folders
    #[arg(required = true, value_name = "DIR")]
    pub folders: Vec<PathBuf>,
    /// Print the problems as JSON, for tools
    #[arg(long)]
    pub json: bool,
    /// Print the problems as SARIF 2.1.0, for code review
    #[arg(long, conflicts_with = "json")]
    pub sarif: bool,
    /// Make errors of advice or warnings: a code or name, `advice`, `warnings`; several with commas between
    #[arg(long, value_name = "WHICH", value_delimiter = ',')]
    pub deny: Vec<Which>,
    /// Don't tell advice or warnings in this run: a code or name, `advice`, `warnings`; several with commas between
    #[arg(long, value_name = "WHICH", value_delimiter = ',')]
    pub allow: Vec<Which>,
}

pub(crate) const HELP: &str = "\
Exit codes:
  0  no errors in the banks (there may be warnings and advice)
  1  errors in the banks, or what --deny makes errors of
  2  could not run: wrong arguments, no such folder, a file that can't be read

Errors keep a bank from being built. Warnings and advice don't; `jalon explain CODE` says more about each, and a question, a
module or bank.toml can turn them off: lint = { off = [\"J101\"] }.
Of --deny and --allow, a code or name weighs more than `advice` or `warnings`. A rule that is usually off is on where --deny
names it. What a bank turns off stays off.

--json prints an array with one object per problem, errors and warnings by file and place, and then advice:
  severity                \"error\", \"warning\" or \"advice\"
  code                    a word for the kind of problem, or the code of the advice, which never changes
  file                    the path of the file, with / between its parts
  line, column            where it starts; both count from 1, columns in characters
  end_line, end_column    where it ends, exclusive
  message                 what was expected and what was found
  help                    one thing to try, or null
  excerpt                 the lines it touches, up to 2,000 characters
  labels                  other places that belong to it: file, line, column, end_line, end_column, message

--sarif prints one run with the rules that have something to say and a result per problem: level \"error\", \"warning\" or,
for advice, \"note\"; columns in characters; paths relative to the folder in which jalon runs";

pub(crate) fn run(checking: &Checking, out: &mut dyn Write) -> Result<End, Failure> {
    let sources = read(&checking.folders)?;
    let options = Options {
        advice: true,
        allow: checking.allow.clone(),
        deny: checking.deny.clone(),
    };
    let report = jalon_compiler::check_with(&sources, &options);
    if checking.json {
        writeln!(out, "{}", json::problems(&sources, &report.diagnostics))?;
    } else if checking.sarif {
        writeln!(out, "{}", sarif::log(&sources, &report.diagnostics))?;
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
