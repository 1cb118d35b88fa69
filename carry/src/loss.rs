//! What did not come over as it was: the loss report.

use std::collections::HashSet;

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
pub struct Place {
    /// The file; for one in an archive, `archive.zip/inner.xml`.
    pub file: String,
    /// The line, from 1; 0 where the file has no lines.
    pub line: usize,
}

/// One thing that did not come over as it was.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Loss {
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// The question it belongs to: its id, name or number in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// What became of it.
    pub fate: Fate,
    /// What it is: "penalty 0.3333", "feedback for “Paris”".
    pub what: String,
    /// Why, and what stands in its place.
    pub why: String,
}

/// All that did not come over as it was.
#[derive(Debug, Clone, Default)]
pub struct Losses {
    all: Vec<Loss>,
    /// Each of them, to say nothing twice.
    known: HashSet<Loss>,
    place: Option<Place>,
    question: Option<String>,
}

impl Losses {
    /// What follows belongs to this question, which starts at this place.
    pub fn at(&mut self, place: Place, question: impl Into<Option<String>>) {
        self.place = Some(place);
        self.question = question.into();
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
        let place = self.place.clone().unwrap_or(Place {
            file: String::new(),
            line: 0,
        });
        let loss = Loss {
            place,
            question: self.question.clone(),
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

    /// Each of them, in the order in which they were found.
    pub fn list(&self) -> &[Loss] {
        &self.all
    }

    /// True when all came over as it was.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Adds those of another run.
    pub fn extend(&mut self, other: Self) {
        other.all.into_iter().for_each(|loss| self.push(loss));
    }
}
