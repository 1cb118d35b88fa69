//! What is served at one moment: the problems of the texts as they are now, and each bank as it was when it last had no errors.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use jalon_compiler::{
    CompiledBank, Diagnostic, Options, Outline, Part, ReadError, Sources, check_with,
};

/// The state after one check.
pub(super) struct Snapshot {
    /// Another one after each change, also of the program's next run.
    pub(super) version: String,
    count: u64,
    /// The texts as they were read last.
    pub(super) sources: Sources,
    /// Every problem, by file and place, with what it is about.
    pub(super) problems: Vec<(Diagnostic, Part)>,
    /// The banks, by folder.
    pub(super) banks: Vec<Kept>,
    /// Why the texts can't be read now.
    pub(super) trouble: Option<String>,
    /// How long reading and checking took.
    pub(super) took: Duration,
}

/// A bank without errors.
#[derive(Clone)]
pub(super) struct Kept {
    pub(super) bank: Arc<CompiledBank>,
    /// Its texts have errors by now, so this is what it was before.
    pub(super) stale: bool,
}

impl Snapshot {
    /// Reads and checks for the first time.
    ///
    /// # Errors
    ///
    /// The folder can't be read, or holds no bank.
    pub(super) fn first(folder: &Path) -> Result<Self, ReadError> {
        let start = Instant::now();
        Ok(Self::of(Sources::read(folder)?, &[], 0, start))
    }

    /// Reads and checks again; `None` where nothing has changed.
    pub(super) fn next(&self, folder: &Path) -> Option<Self> {
        let start = Instant::now();
        let count = self.count + 1;
        match Sources::read(folder) {
            Ok(sources) if self.trouble.is_none() && sources == self.sources => None,
            Ok(sources) => Some(Self::of(sources, &self.banks, count, start)),
            Err(error) => {
                let trouble = Some(error.to_string());
                (trouble != self.trouble).then(|| Self {
                    version: version(count),
                    count,
                    sources: self.sources.clone(),
                    problems: self.problems.clone(),
                    banks: self.banks.clone(),
                    trouble,
                    took: start.elapsed(),
                })
            }
        }
    }

    fn of(sources: Sources, before: &[Kept], count: u64, start: Instant) -> Self {
        let report = check_with(&sources, &Options::with_advice());
        let problems = with_parts(&sources, report.diagnostics);
        let banks = report.banks.into_iter().map(|bank| Kept {
            bank: Arc::new(bank),
            stale: false,
        });
        let mut banks: Vec<Kept> = banks.collect();
        for kept in before {
            let folder = kept.bank.folder();
            let is_there = sources
                .iter()
                .any(|(_, source)| source.folder() == folder && source.name() == "bank.toml");
            if is_there && banks.iter().all(|now| now.bank.folder() != folder) {
                banks.push(Kept {
                    stale: true,
                    ..kept.clone()
                });
            }
        }
        banks.sort_by(|a, b| a.bank.folder().cmp(b.bank.folder()));
        Self {
            version: version(count),
            count,
            sources,
            problems,
            banks,
            trouble: None,
            took: start.elapsed(),
        }
    }

    /// The bank of that id.
    pub(super) fn bank(&self, id: &str) -> Option<&Kept> {
        let mut banks = self.banks.iter();
        banks.find(|kept| kept.bank.bank().id().as_str() == id)
    }
}

/// Each problem with what it is about.
fn with_parts(sources: &Sources, problems: Vec<Diagnostic>) -> Vec<(Diagnostic, Part)> {
    let mut outlines = BTreeMap::new();
    let problems = problems.into_iter().map(|problem| {
        let outline = outlines
            .entry(problem.file())
            .or_insert_with_key(|file| Outline::of(sources.get(*file)));
        let part = outline.at(problem.span.bytes().start).clone();
        (problem, part)
    });
    problems.collect()
}

fn version(count: u64) -> String {
    static STARTED: std::sync::LazyLock<u128> = std::sync::LazyLock::new(|| {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        now.map_or(0, |since| since.as_millis())
    });
    format!("{}-{count}", *STARTED)
}
