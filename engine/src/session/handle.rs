//! How a session handles an event.

use super::{Event, RecordedResponse, Refusal, Session, Step, Unanswered};
use crate::bank::{Fingerprint, Question, When};
use crate::grade::{Assistance, Stage};
use crate::id::QuestionId;
use crate::kind::{NotReady, Response};
use crate::lang::Reading;
use crate::time::Moment;

impl Session {
    /// Lets something happen.
    ///
    /// # Errors
    ///
    /// The reason why nothing changes.
    pub fn apply(&mut self, event: Event) -> Result<Step, Refusal> {
        let is_over = self.submitted.is_some();
        match event {
            Event::Assess {
                question,
                points,
                at,
            } => self.assess(question, &points, at),
            _ if is_over => Err(Refusal::AlreadySubmitted),
            Event::Respond {
                question,
                response,
                reading,
                at,
            } => {
                let fingerprint = self.fits(&question, &response)?;
                let mut used = self.open(&question)?;
                let before = self.response(&question);
                if before != Some(&response) {
                    used.stage = Stage::Open;
                }
                let given = RecordedResponse {
                    response,
                    reading,
                    at,
                    fingerprint,
                    used,
                };
                Ok(self.keep(question, given))
            }
            Event::Elsewhere { question, given } => {
                if !self.still_means_the_same(&question, &given) {
                    return Ok(Step::Nothing);
                }
                Ok(self.join(question, given))
            }
            Event::Check { question, at } => self.check(question, at),
            Event::Hint {
                question,
                reading,
                at,
            } => {
                let mut given = self.given_or_nothing(&question, reading, at)?;
                if self.hint_count(&question) <= usize::from(given.used.hints) {
                    return Err(Refusal::NotOffered);
                }
                given.used.hints += 1;
                Ok(self.keep(question, given))
            }
            Event::Sure {
                question,
                certainty,
                reading,
                at,
            } => {
                let mut given = self.given_or_nothing(&question, reading, at)?;
                if !self.module.info().certainty {
                    return Err(Refusal::NotOffered);
                }
                given.used.certainty = Some(certainty);
                Ok(self.keep(question, given))
            }
            Event::Submit { unanswered, at } => self.submit(unanswered, at),
        }
    }

    fn keep(&mut self, question: QuestionId, given: RecordedResponse) -> Step {
        self.given.insert(question, given.clone());
        Step::Keep(question, given)
    }

    /// Takes over what was given elsewhere. Tries and hints that were used here stay used, and what is settled stays settled.
    fn join(&mut self, question: QuestionId, mut given: RecordedResponse) -> Step {
        if let Some(own) = self.given.get(&question) {
            let was_settled = own.used.stage == Stage::Settled;
            if *own == given || (was_settled && given.used.stage != Stage::Settled) {
                return Step::Nothing;
            }
            given.used.tries = given.used.tries.max(own.used.tries);
            given.used.hints = given.used.hints.max(own.used.hints);
        }
        self.keep(question, given)
    }

    /// What was used at a question that may still be changed.
    fn open(&self, id: &QuestionId) -> Result<Assistance, Refusal> {
        match self.stage(id) {
            Stage::Settled => Err(Refusal::Settled),
            Stage::Open | Stage::Checked => Ok(self.used(id)),
        }
    }

    /// What was given to a question that may still be changed, or that nothing was.
    fn given_or_nothing(
        &self,
        id: &QuestionId,
        reading: Reading,
        at: Moment,
    ) -> Result<RecordedResponse, Refusal> {
        let used = self.open(id)?;
        let fingerprint = self.fits(id, &Response::Nothing)?;
        let response = self.response(id).cloned();
        Ok(RecordedResponse {
            response: response.unwrap_or(Response::Nothing),
            reading,
            at,
            fingerprint,
            used,
        })
    }

    /// Whether the answer to a question can be checked before handing in: where answers are, and it is graded.
    pub fn can_check(&self, id: &QuestionId) -> bool {
        let graded = |question: &Question| question.body.is_graded();
        self.module.info().feedback.when == When::AtOnce
            && self.module.question(id).is_none_or(graded)
    }

    /// Checks one answer. It is settled when it is right, or when it was the last try; nothing that can't be judged is a try.
    fn check(&mut self, id: QuestionId, at: Moment) -> Result<Step, Refusal> {
        if !self.can_check(&id) {
            return Err(Refusal::NotOffered);
        }
        let mut used = self.open(&id)?;
        let mut planned = self.plan().questions.iter();
        let place = planned.position(|planned| planned.question == id);
        let place = place.ok_or(Refusal::UnknownQuestion)?;
        if let Some(reason) = self.not_ready(&id) {
            return Err(Refusal::NotReady(vec![(place + 1, reason)]));
        }
        let (Some(question), Some(given)) = (self.module.question(&id), self.given.get(&id)) else {
            return Err(Refusal::UnknownQuestion);
        };
        if used.stage == Stage::Checked {
            return Ok(Step::Nothing);
        }
        used.tries = used.tries.saturating_add(1);
        let is_right = self
            .judge(&id)
            .is_some_and(|outcome| outcome.score.is_full());
        used.stage = match is_right || used.tries >= question.allowance.tries {
            true => Stage::Settled,
            false => Stage::Checked,
        };
        let given = RecordedResponse {
            at,
            used,
            ..given.clone()
        };
        Ok(self.keep(id, given))
    }

    /// A response may be empty, too long or half a number while it is being given; what it may not be is another question's.
    fn fits(&self, id: &QuestionId, response: &Response) -> Result<Fingerprint, Refusal> {
        self.head.plan.get(id).ok_or(Refusal::UnknownQuestion)?;
        let question = self.module.question(id).ok_or(Refusal::UnknownQuestion)?;
        match self.ready(question, response) {
            Ok(())
            | Err(
                NotReady::Empty
                | NotReady::Unfinished
                | NotReady::TooLong
                | NotReady::PickMore(_)
                | NotReady::PickFewer(_)
                | NotReady::Number(_)
                | NotReady::Gaps(_),
            ) => Ok(question.fingerprint.clone()),
            Err(reason) => Err(Refusal::Unfit(reason)),
        }
    }

    fn submit(&mut self, unanswered: Unanswered, at: Moment) -> Result<Step, Refusal> {
        let mut missing = Vec::new();
        for (n, planned) in self.plan().questions.iter().enumerate() {
            if let Some(reason) = self.not_ready(&planned.question) {
                missing.push((n + 1, reason));
            }
        }
        if unanswered == Unanswered::Ask && !missing.is_empty() {
            return Err(Refusal::NotReady(missing));
        }
        self.submitted = Some(at);
        Ok(Step::Finished)
    }
}
