//! The whole check.

mod bank;
mod compiled;
mod engine;

use std::collections::BTreeMap;

pub use compiled::CompiledBank;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pictures::Pictures;
use crate::read::At;
use crate::sources::{Damage, FileId, Source, Sources, Span};

/// What a check found, and what it made.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Every problem, by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// The banks without errors.
    pub banks: Vec<CompiledBank>,
}

impl Report {
    /// How many problems of this severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics
            .iter()
            .filter(|problem| problem.severity() == severity)
            .count()
    }
}

/// Checks banks and compiles those without errors. Texts in the folder of a `bank.toml` belong to that bank.
pub fn check(sources: &Sources) -> Report {
    let mut report = Report::default();
    let mut ids = BTreeMap::new();
    for folder in folders(sources) {
        let mut problems = Vec::new();
        let checked = bank::check(&folder, &mut problems);
        if let Some(id) = checked.id {
            problems.extend(same_id(&mut ids, &id));
        }
        let is_sound = problems
            .iter()
            .all(|problem| problem.severity() != Severity::Error);
        let bank = checked.bank.filter(|_| is_sound);
        let bank = bank.map(|bank| bank.of_folder(folder.header.1.folder()));
        report.banks.extend(bank);
        report.diagnostics.extend(problems);
    }
    report.diagnostics.sort();
    report.diagnostics.dedup();
    report
}

/// Two banks of one name would overwrite one another.
fn same_id<I: ToString>(seen: &mut BTreeMap<String, Span>, id: &At<I>) -> Option<Diagnostic> {
    let name = id.value.to_string();
    let message = format!("another bank has the id `{name}` already");
    let first = *seen.entry(name).or_insert(id.span);
    let problem = Diagnostic::new(Code::Duplicate, id.span, message);
    (first != id.span).then(|| {
        problem
            .label(first, "first written here")
            .help("give one of them another id")
    })
}

/// The texts of one bank.
struct Folder<'a> {
    header: (FileId, &'a Source),
    /// The other files, by name without extension.
    modules: BTreeMap<&'a str, (FileId, &'a Source)>,
    pictures: Pictures<'a>,
}

fn folders(sources: &Sources) -> Vec<Folder<'_>> {
    let headers = sources
        .iter()
        .filter(|(_, source)| source.name() == "bank.toml");
    headers
        .map(|header| Folder {
            header,
            modules: siblings(sources, header.1),
            pictures: Pictures::of(sources, header.1.folder()),
        })
        .collect()
}

fn siblings<'a>(sources: &'a Sources, header: &Source) -> BTreeMap<&'a str, (FileId, &'a Source)> {
    let same_folder = sources
        .iter()
        .filter(|(_, source)| source.folder() == header.folder());
    let named = same_folder
        .filter_map(|(file, source)| Some((source.name().strip_suffix(".toml")?, (file, source))));
    named.filter(|(name, _)| *name != "bank").collect()
}

/// What keeps a file from being read at all.
fn damage(file: FileId, source: &Source) -> Option<Diagnostic> {
    match source.damage()? {
        Damage::NotUtf8(at) => {
            let help = "save the file as UTF-8, which every editor can do";
            let message = "the file is not UTF-8: this is not a character";
            Some(Diagnostic::new(Code::NotUtf8, Span::new(file, at..at), message).help(help))
        }
        Damage::TooLarge => {
            let message = format!(
                "the file has more than {} MB, expected a bank",
                crate::sources::MAX_BYTES >> 20
            );
            Some(Diagnostic::new(
                Code::TooLarge,
                Span::new(file, 0..0),
                message,
            ))
        }
    }
}
