//! What did not come over as it was: the loss report.

use std::collections::HashSet;

use jalon_draft::{Origin, Origins, Question};
use serde::Serialize;

/// What became of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It is not there any more.
    Dropped,
    /// It is there in another form, and may mean something else.
    Changed,
    /// It was not said and had to be filled in.
    Guessed,
}

impl Fate {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Dropped => "dropped",
            Self::Changed => "changed",
            Self::Guessed => "guessed",
        }
    }
}

/// Where a thing stands in a file that was read, or that is handed on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct FilePosition {
    /// The file; for one in an archive, `archive.zip/inner.xml`.
    pub file: String,
    /// The line, from 1; 0 where the file has no lines.
    pub line: usize,
}

impl FilePosition {
    /// The file of a bank's header.
    pub(crate) fn bank() -> Self {
        Self::module("bank")
    }

    /// The file of one of its modules.
    pub(crate) fn module(id: &str) -> Self {
        Self {
            file: format!("{id}.toml"),
            line: 0,
        }
    }
}

/// One thing that did not come over as it was.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Loss {
    /// Where it stands.
    #[serde(flatten)]
    pub place: FilePosition,
    /// The question it belongs to: its id, name or number in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// The line on which that question starts; 0 where the file has no lines.
    #[serde(skip)]
    pub start: usize,
    /// What became of it.
    pub fate: Fate,
    /// What it is: "penalty 0.3333", "feedback for “Paris”".
    pub what: String,
    /// Why, and what stands in its place.
    pub why: String,
}

impl Loss {
    /// True where nothing of a question is there any more.
    pub fn is_of_whole_question(&self) -> bool {
        self.fate == Fate::Dropped && self.what == "the question"
    }
}

/// All that did not come over as it was.
#[derive(Debug, Clone, Default)]
pub struct Losses {
    all: Vec<Loss>,
    /// Each of them, to say nothing twice.
    known: HashSet<Loss>,
    place: Option<FilePosition>,
    question: Option<String>,
    /// The line on which what is read now starts.
    start: usize,
}

impl Losses {
    /// What follows belongs to this question, which starts at this place.
    pub fn at(&mut self, place: FilePosition, question: impl Into<Option<String>>) {
        self.start = place.line;
        self.place = Some(place);
        self.question = question.into();
    }

    /// What follows belongs to this question, which was read from a file before.
    pub(crate) fn about(&mut self, question: &Question) {
        if let Some(Origin { file, line, name }) = question.common.origins.0.last().cloned() {
            let name = name.unwrap_or_else(|| question.common.id.clone());
            self.at(FilePosition { file, line }, name);
        }
    }

    /// Where the question stands that is being read.
    pub(crate) fn origins(&self) -> Origins {
        let origin = self.place.clone().map(|FilePosition { file, .. }| Origin {
            file,
            line: self.start,
            name: self.question.clone(),
        });
        Origins(origin.into_iter().collect())
    }

    /// What follows stands on this line of the same file.
    pub fn on_line(&mut self, line: usize) {
        if let Some(place) = &mut self.place {
            place.line = line;
        }
    }

    /// Something is not there any more.
    pub fn dropped(&mut self, what: impl Into<String>, why: impl Into<String>) {
        self.add(Fate::Dropped, what.into(), why.into());
    }

    /// Something is there in another form.
    pub fn changed(&mut self, what: impl Into<String>, why: impl Into<String>) {
        self.add(Fate::Changed, what.into(), why.into());
    }

    /// Something was not said and had to be filled in.
    pub fn guessed(&mut self, what: impl Into<String>, why: impl Into<String>) {
        self.add(Fate::Guessed, what.into(), why.into());
    }

    fn add(&mut self, fate: Fate, what: String, why: String) {
        let place = self.place.clone().unwrap_or(FilePosition {
            file: String::new(),
            line: 0,
        });
        let loss = Loss {
            place,
            question: self.question.clone(),
            start: self.start,
            fate,
            what,
            why,
        };
        self.push(loss);
    }

    fn push(&mut self, loss: Loss) {
        if self.known.insert(loss.clone()) {
            self.all.push(loss);
        }
    }

    /// How many of these questions came over with nothing dropped, changed or guessed.
    pub fn whole<'a>(&self, questions: impl Iterator<Item = &'a Origins>) -> usize {
        let lossy: HashSet<(&str, usize, &str)> = self
            .all
            .iter()
            .filter_map(|loss| {
                Some((
                    loss.place.file.as_str(),
                    loss.start,
                    loss.question.as_deref()?,
                ))
            })
            .collect();
        let is_lossy = |own: &Origin| {
            let name = own.name.as_deref().unwrap_or_default();
            lossy.contains(&(own.file.as_str(), own.line, name))
        };
        questions.filter(|one| !one.0.iter().any(is_lossy)).count()
    }

    /// Each of them, in the order in which they were found.
    pub fn list(&self) -> &[Loss] {
        &self.all
    }

    /// True when all came over as it was.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Where a whole question is dropped, forgets what else of it is.
    pub(crate) fn forget_details(&mut self) {
        let all = self.all.iter();
        let dropped = all.filter(|loss| loss.is_of_whole_question());
        let dropped: HashSet<(FilePosition, Option<String>)> = dropped
            .map(|loss| (loss.place.clone(), loss.question.clone()))
            .collect();
        let is_detail = |loss: &Loss| {
            !loss.is_of_whole_question()
                && dropped.contains(&(loss.place.clone(), loss.question.clone()))
        };
        self.all.retain(|loss| !is_detail(loss));
    }

    /// Adds those of another run.
    pub fn extend(&mut self, other: Self) {
        other.all.into_iter().for_each(|loss| self.push(loss));
    }
}
