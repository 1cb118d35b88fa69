//! What outlives a sitting: finished attempts, what they say about each concept, and the form in which all is saved.

mod calibration;
mod entries;
mod key;
mod mastery;
mod module_progress;
mod overview;
mod page_storage;
mod saved;
mod scan;
mod storage;

pub use calibration::{Calibration, Confidence, Level};
pub use entries::{Finished, Incidents};
pub use key::{Key, KeyError, Scope};
pub use mastery::{Mastery, Standing, mastery};
pub use module_progress::{ModuleProgress, Topic, Topics};
pub use overview::{ModuleOverview, Reached, next_module, overview};
pub use page_storage::{Health, PageStorage};
use saved::outlasts;
pub use saved::{FORMAT, Saved, SavedError, Stored};
pub use storage::{MemoryStorage, Refused, Storage};

use crate::grade::{Mark, Score};
use crate::question_map::QuestionMap;
use crate::session::{Assessed, AttemptHead, Exposure, RecordedResponse, Session};
use crate::struct_json;
use crate::time::Moment;

/// A finished attempt: a value that can be exported, replayed and pooled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// What was asked.
    pub head: AttemptHead,
    /// What was given.
    pub given: QuestionMap<RecordedResponse>,
    /// When it was handed in.
    pub submitted: Moment,
    /// The points that each question earned then, whatever becomes of the bank.
    pub scores: QuestionMap<Score>,
    /// What counts for the whole, where that is more than the sum of the points: the module asked for certainty.
    pub mark: Option<Mark>,
    /// What the learner has ticked on the checklists of essays, then and since.
    pub assessed: QuestionMap<Assessed>,
    /// What was given and did not count, since the question or its key had changed.
    pub left_out: QuestionMap<RecordedResponse>,
}

impl Attempt {
    /// The record of a finished session; `None` while it goes on.
    pub fn of(session: &Session) -> Option<Self> {
        let score = |planned: &crate::session::Planned| {
            (planned.question, session.question_score(&planned.question))
        };
        Some(Self {
            head: session.head().clone(),
            given: session.given().clone(),
            submitted: session.submitted()?,
            scores: session.plan().questions.iter().map(score).collect(),
            mark: session.mark().filter(|_| session.module().info().certainty),
            assessed: session.assessed().clone(),
            left_out: QuestionMap::default(),
        })
    }

    /// What counts in the end.
    pub fn mark(&self) -> Mark {
        self.mark.unwrap_or_else(|| self.score().into())
    }

    /// The points it earned, however sure the learner was of them.
    pub fn score(&self) -> Score {
        self.scores.iter().map(|(_, score)| *score).sum()
    }
}

/// How often the learner met each question and wording in these attempts.
pub fn seen<'a>(attempts: impl IntoIterator<Item = &'a Attempt>) -> Exposure {
    let mut seen = Exposure::default();
    for attempt in attempts {
        seen.add(&attempt.head.plan);
    }
    seen
}

struct_json!(Attempt { head, given, submitted, scores; mark = None, assessed = QuestionMap::default(),
    left_out = QuestionMap::default() });
