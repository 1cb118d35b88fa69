//! What learners say of their own texts, once these are handed in.

use super::{Refusal, Session, Step};
use crate::id::QuestionId;
use crate::kind::{Body, NotReady};
use crate::question_map::{Choices, QuestionMap};
use crate::struct_json;
use crate::time::Moment;

/// The points of a checklist that a learner has ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessed {
    /// Those that the text covers.
    pub points: Choices,
    /// When the last one was ticked or cleared.
    pub at: Moment,
}

impl Session {
    /// Of two assessments the later one counts, wherever it was made. Points that the bank no longer has are left out.
    pub(super) fn assess(
        &mut self,
        id: QuestionId,
        points: &Choices,
        at: Moment,
    ) -> Result<Step, Refusal> {
        if self.submitted.is_none() {
            return Err(Refusal::NotSubmitted);
        }
        self.head.plan.get(&id).ok_or(Refusal::UnknownQuestion)?;
        let question = self.module.question(&id).ok_or(Refusal::UnknownQuestion)?;
        let Body::Essay(essay) = &question.body else {
            return Err(Refusal::Unfit(NotReady::OtherKind));
        };
        if matches!(self.not_ready(&id), Some(NotReady::Empty)) {
            return Err(Refusal::Unfit(NotReady::Empty));
        }
        let mut known = Choices::default();
        for point in points.iter() {
            if essay.points.contains(point) {
                known.insert(*point);
            }
        }
        let own = self.assessed.get(&id);
        if own.is_some_and(|own| own.at > at) {
            return Ok(Step::Nothing);
        }
        let is_news = own.is_none_or(|own| own.points != known);
        let assessed = Assessed { points: known, at };
        self.assessed.insert(id, assessed.clone());
        Ok(match is_news {
            true => Step::Assessed(id, assessed),
            false => Step::Nothing,
        })
    }

    /// What the learner has ticked so far.
    pub fn assessed(&self) -> &QuestionMap<Assessed> {
        &self.assessed
    }
}

struct_json!(Assessed { points, at });
