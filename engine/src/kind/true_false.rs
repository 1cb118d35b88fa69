//! Say whether a statement is true. Its two choices need no words of the bank, so it is a kind of its own.

use serde::Serialize;

use super::{Evidence, Note, Outcome};
use crate::bank::{Faults, Place, Question, check_feedback, choice_texts};
use crate::from_json;
use crate::grade::Score;
use crate::lang::{Lang, Localised};

/// A statement to judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TrueFalse {
    /// Whether the statement is true, in every wording.
    pub key: bool,
    /// For a learner who said that it is true.
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub if_true: Note,
    /// For a learner who said that it is false.
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub if_false: Note,
}

impl TrueFalse {
    /// What to tell a learner who gave this answer.
    pub fn feedback(&self, given: bool) -> &Note {
        if given { &self.if_true } else { &self.if_false }
    }

    pub(super) fn score(&self, given: bool, points: u32) -> Outcome {
        Outcome {
            score: Score::all_or_nothing(given == self.key, points),
            evidence: Evidence::TrueFalse { given },
        }
    }

    pub(super) fn check(&self, faults: &mut Faults, langs: &[Lang], n: usize, question: &Question) {
        for note in [&self.if_true, &self.if_false] {
            check_feedback(faults, langs, &Place::Question(n), note);
        }
        choice_texts(faults, n, question, &[]);
    }
}

from_json!(TrueFalse { key; if_true = Note::default(), if_false = Note::default() });
