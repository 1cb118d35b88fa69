//! The loss report of an import or an export.

use std::collections::BTreeMap;
use std::io::{self, Write};

use jalon_formats::{Fate, Loss};
use serde::Serialize;

use crate::summary::count;

/// What came over, and what did not.
#[derive(Debug, Serialize)]
pub(crate) struct Report<'a> {
    /// How many questions came over.
    pub(crate) questions: usize,
    /// How many of them came over with nothing dropped, changed or guessed.
    pub(crate) whole: usize,
    /// How many things were dropped.
    pub(crate) dropped: usize,
    /// How many things have another form.
    pub(crate) changed: usize,
    /// How many things were filled in.
    pub(crate) guessed: usize,
    /// Each of them.
    pub(crate) losses: &'a [Loss],
}

impl<'a> Report<'a> {
    pub(crate) fn of(questions: usize, whole: usize, losses: &'a [Loss]) -> Self {
        let number = |fate| losses.iter().filter(|loss| loss.fate == fate).count();
        Self {
            questions,
            whole,
            dropped: number(Fate::Dropped),
            changed: number(Fate::Changed),
            guessed: number(Fate::Guessed),
            losses,
        }
    }

    /// The report for people: question by question, and at the end how much there is.
    pub(crate) fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut groups: BTreeMap<usize, Vec<&Loss>> = BTreeMap::new();
        let mut places: BTreeMap<(&str, Option<&str>, usize), usize> = BTreeMap::new();
        for loss in self.losses {
            let next = places.len();
            // What belongs to no question has nothing but the file in common.
            let start = loss.question.as_ref().map_or(0, |_| loss.start);
            let key = (loss.place.file.as_str(), loss.question.as_deref(), start);
            let at = *places.entry(key).or_insert(next);
            groups.entry(at).or_default().push(loss);
        }
        for losses in groups.values() {
            let Some(first) = losses.first() else {
                continue;
            };
            let file = &first.place.file;
            let start = first.question.as_ref().map_or(0, |_| first.start);
            match (&first.question, start) {
                (Some(question), 0) => writeln!(out, "{file}: {question}")?,
                (Some(question), line) => writeln!(out, "{file}:{line}: {question}")?,
                (None, _) => writeln!(out, "{file}")?,
            }
            for loss in losses {
                let line = if loss.place.line == start || loss.place.line == 0 {
                    String::new()
                } else {
                    format!(" (line {})", loss.place.line)
                };
                writeln!(
                    out,
                    "  {:<8} {}{line}: {}",
                    loss.fate.word(),
                    loss.what,
                    loss.why
                )?;
            }
        }
        if !self.losses.is_empty() {
            writeln!(out)?;
        }
        writeln!(out, "{}", self.summary())
    }

    fn summary(&self) -> String {
        let all = count(self.questions, "question");
        if self.losses.is_empty() {
            return format!("{all} came over, all of them whole");
        }
        let fates = [
            (self.dropped, "dropped"),
            (self.changed, "changed"),
            (self.guessed, "guessed"),
        ];
        let fates = fates.into_iter().filter(|(n, _)| *n > 0);
        let fates: Vec<String> = fates
            .map(|(n, word)| format!("{} {word}", count(n, "thing")))
            .collect();
        format!(
            "{all} came over, {} of them whole; {}",
            self.whole,
            fates.join(", ")
        )
    }
}
