//! The whole check.

mod bank;
mod compiled;
mod engine;

use std::collections::BTreeMap;

pub use compiled::CompiledBank;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pictures::Pictures;
use crate::read::At;
use jalon_draft::sources::{Damage, FileId, Source, Sources, Span};

/// What a check found, and what it made.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Every problem: errors and warnings by file and place, and then advice by file and place.
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

/// What a check looks for.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Whether there is advice beside errors and warnings.
    pub advice: bool,
    /// What is not told in this run, whatever the bank says.
    pub allow: Vec<Which>,
    /// What is told as an error; the banks are compiled all the same. A rule that is named here is on where it usually is off. What
    /// a bank turns off stays off.
    pub deny: Vec<Which>,
}

/// Advice and warnings that a run is stricter or milder about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those of one code.
    One(Code),
    /// All of one severity.
    Every(Severity),
}

/// Words that name no advice and no warning: what is wrong with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhichError(String);

impl std::fmt::Display for WhichError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WhichError {}

impl std::str::FromStr for Which {
    type Err = WhichError;

    fn from_str(text: &str) -> Result<Self, WhichError> {
        match text.trim() {
            "advice" => return Ok(Self::Every(Severity::Advice)),
            "warnings" => return Ok(Self::Every(Severity::Warning)),
            _ => {}
        }
        match Code::find(text) {
            Some(code) if code.severity() == Severity::Error => Err(WhichError(format!(
                "`{}` is an error in every run; advice and warnings are meant here",
                code.as_str()
            ))),
            Some(code) => Ok(Self::One(code)),
            None => Err(WhichError(format!(
                "there is no rule `{}`; {}",
                text.trim(),
                Code::nearest(text).map_or_else(
                    || "`jalon explain` lists them, and `advice` or `warnings` is all of them"
                        .to_owned(),
                    |near| format!("did you mean `{near}`?")
                )
            ))),
        }
    }
}

/// What a run says of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stance {
    /// As the bank says.
    Usual,
    Allowed,
    Denied,
}

impl Options {
    /// What the run says of a code; its name weighs more than a word for all of them.
    pub(crate) fn stance(&self, code: Code) -> Stance {
        for which in [Which::One(code), Which::Every(code.severity())] {
            if self.allow.contains(&which) {
                return Stance::Allowed;
            }
            if self.deny.contains(&which) {
                return Stance::Denied;
            }
        }
        Stance::Usual
    }

    /// True where the run asks for a rule by its name.
    pub(crate) fn asks_for(&self, code: Code) -> bool {
        self.deny.contains(&Which::One(code))
    }
}

impl Options {
    /// Errors, warnings and advice, as the banks ask for.
    pub fn with_advice() -> Self {
        Self {
            advice: true,
            ..Self::default()
        }
    }
}

/// Checks banks and compiles those without errors. Texts in the folder of a `bank.toml` belong to that bank. There is no advice.
pub fn check(sources: &Sources) -> Report {
    check_with(sources, &Options::default())
}

/// Checks banks and compiles those without errors, and looks for what the options say.
pub fn check_with(sources: &Sources, options: &Options) -> Report {
    let mut report = Report::default();
    let mut ids = BTreeMap::new();
    for folder in folders(sources) {
        let mut problems = Vec::new();
        let checked = bank::check(&folder, options, &mut problems);
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
    let is_advice = |problem: &Diagnostic| problem.code.severity() == Severity::Advice;
    let in_order = |one: &Diagnostic, other: &Diagnostic| {
        (is_advice(one), one).cmp(&(is_advice(other), other))
    };
    report.diagnostics.sort_by(in_order);
    report.diagnostics.dedup();
    let denied = |problem: &&mut Diagnostic| options.stance(problem.code) == Stance::Denied;
    let denied = report.diagnostics.iter_mut().filter(denied);
    denied.for_each(|problem| problem.severity = Severity::Error);
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
                jalon_draft::sources::MAX_BYTES >> 20
            );
            Some(Diagnostic::new(
                Code::TooLarge,
                Span::new(file, 0..0),
                message,
            ))
        }
    }
}
