//! Say whether a statement is true. Its two choices need no words of the bank, so it is a kind of its own.

use super::{Evidence, Note, Outcome};
use crate::fault::{FaultSink, Location};
use crate::grade::Score;
use crate::lang::Lang;
use crate::rules;
use crate::struct_json;

/// A statement to judge.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TrueFalse {
    /// Whether the statement is true, in every wording.
    pub key: bool,
    /// For a learner who said that it is true.
    pub if_true: Note,
    /// For a learner who said that it is false.
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

    pub(super) fn check(&self, sink: &mut impl FaultSink, langs: &[Lang], n: usize) {
        for note in [&self.if_true, &self.if_false] {
            rules::feedback(sink, Location::Question(n), langs, note);
        }
    }
}

struct_json!(TrueFalse { key; if_true = Note::default(), if_false = Note::default() });
