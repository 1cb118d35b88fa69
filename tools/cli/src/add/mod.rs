//! `jalon add`: a question from options, or from what a person answers, to the end of a module's file.

mod adding;
mod ask;
mod build;
mod error;
mod gaps;
mod hotspot;
mod kinds;
mod parts;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use jalon_compiler::{Diagnostic, Severity, Sources, check};
use jalon_draft as draft;
use jalon_draft::{Concept, Draft, Question, Unread};

use crate::check::{end, print_problems};
use crate::files;
use crate::run::{End, Failure};

pub use adding::Adding;
pub use ask::Ask;
pub(crate) use error::AddError;
pub use error::Stopped;

/// The help. `{kinds}` stands for the options of each kind.
pub(crate) fn help() -> String {
    HELP.replace("{kinds}", &kinds::examples())
}

const HELP: &str = "\
Without --kind, the question is asked for in the terminal. One wording in each language is asked for; write others in the file.

A text in several languages is written \"ID=English|French\", in the order in which bank.toml names the languages; one text alone is for all.
A bar in a text is \\|.
{kinds}
Exit codes:
  0  added
  1  nothing was written: the bank would have errors
  2  could not run: wrong arguments, no such folder or module, a file that can't be read or written";

pub(crate) fn run(adding: &Adding, out: &mut dyn Write) -> Result<End, Failure> {
    add(adding, &mut ask::Terminal, out)
}

/// Does what `jalon add` does, and asks `ask`: true if the question was added.
///
/// # Errors
///
/// What kept it from that, in words.
pub fn add_asking(adding: &Adding, ask: &mut dyn Ask, out: &mut dyn Write) -> Result<bool, String> {
    let end = add(adding, ask, out).map_err(|failure| failure.to_string())?;
    Ok(end == End::Sound)
}

fn add(adding: &Adding, ask: &mut dyn Ask, out: &mut dyn Write) -> Result<End, Failure> {
    let none = || AddError::NoModule(adding.folder.clone());
    let sources = Sources::read(&adding.folder).map_err(Failure::Read)?;
    if !adding.folder.join("bank.toml").exists() {
        return Err(none().into());
    }
    let bank = match draft::read(&sources) {
        Ok(bank) => bank.into_iter().next(),
        Err(unread) => return broken(&sources, unread, out),
    };
    let (folder, bank) = bank
        .filter(|(_, bank)| !bank.modules.is_empty())
        .ok_or_else(none)?;
    let mut adding = adding.clone();
    let is_asked = adding.kind.is_none();
    if is_asked {
        ask::fill(&mut adding, &bank, ask).map_err(AddError::Stopped)?;
    }
    let module = module(&adding, &bank)?;
    let (question, concepts) = build::question(&adding, &bank).map_err(AddError::Option)?;
    let end = place(&sources, &folder, &module, (&question, &concepts), out)?;
    if is_asked && end == End::Unsound {
        // Nobody likes to type it all again.
        writeln!(
            out,
            "This is the question, to be put into the file by hand:\n\n{}",
            question.text()
        )?;
    }
    Ok(end)
}

/// Nothing can be added to a bank that can't be read: says why.
fn broken(sources: &Sources, unread: Unread, out: &mut dyn Write) -> Result<End, Failure> {
    let mut report = check(sources);
    report
        .diagnostics
        .retain(|problem| problem.severity() == Severity::Error);
    if end(&report) == End::Sound {
        return Err(Failure::Unread(unread));
    }
    print_problems(sources, &report, out)?;
    writeln!(out, "{}", BROKEN)?;
    Ok(End::Unsound)
}

const BROKEN: &str = "nothing was written: the bank already has errors; fix them first";

fn module(adding: &Adding, bank: &Draft) -> Result<String, AddError> {
    let mut all = bank.modules.iter().map(|(id, _)| id);
    let found = match (&adding.module, bank.modules.as_slice()) {
        (None, [(only, _)]) => Some(only),
        (asked, _) => all.find(|id| Some(*id) == asked.as_ref()),
    };
    let which = || AddError::Which(bank.modules.iter().map(|(id, _)| id.clone()).collect());
    found.cloned().ok_or_else(which)
}

/// Checks the bank as it would be, and writes it if it has no errors.
fn place(
    sources: &Sources,
    folder: &str,
    module: &str,
    (question, concepts): (&Question, &[Concept]),
    out: &mut dyn Write,
) -> Result<End, Failure> {
    let path = format!("{folder}/{module}.toml");
    let header = format!("{folder}/bank.toml");
    let own = read(&path)?;
    let after = appended(&own, &question.text());
    let mut changed = vec![(path.clone(), after)];
    if !concepts.is_empty() {
        let text = jalon_formats::with_concepts(&read(&header)?, concepts).map_err(|why| {
            Failure::Unread(Unread {
                path: header.clone(),
                why,
            })
        })?;
        // Concepts come first: a question that names one that isn't there would be an error.
        changed.insert(0, (header, text));
    }
    let mut new: Sources = changed
        .iter()
        .map(|(path, text)| (path, text.as_bytes()))
        .collect();
    new.extend(sources.clone());
    let mut report = check(&new);
    let is_new = |problem: &Diagnostic| {
        new.get(problem.span.file).path() == path && problem.span.bytes().end > own.len()
    };
    let has_errors = end(&report) == End::Unsound;
    report
        .diagnostics
        .retain(|problem| problem.severity() == Severity::Error || !has_errors && is_new(problem));
    print_problems(&new, &report, out)?;
    if has_errors {
        let is_theirs = concepts.is_empty() && !report.diagnostics.iter().any(is_new);
        writeln!(
            out,
            "{}",
            if is_theirs {
                BROKEN
            } else {
                "nothing was written"
            }
        )?;
        return Ok(End::Unsound);
    }
    for (path, text) in &changed {
        let path = Path::new(path);
        files::write(path, text.as_bytes())
            .map_err(|error| Failure::Write(path.to_owned(), error))?;
    }
    writeln!(out, "{path}: added `{}`", question.common.id)?;
    Ok(End::Sound)
}

fn read(path: &str) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::Write(PathBuf::from(path), error))
}

/// The block behind the text, whose line ends it takes.
fn appended(text: &str, block: &str) -> String {
    let mut after = text.to_owned();
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    if !after.is_empty() && !after.ends_with('\n') {
        after.push_str(end);
    }
    after.push_str(end);
    after.push_str(&block.replace('\n', end));
    after
}
