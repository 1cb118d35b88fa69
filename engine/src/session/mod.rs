//! One sitting: a plan, and a pure state machine. Events come in with their time; what follows from them comes back, or a refusal
//! with its reason, and whoever drives the session saves and shows.

mod plan;

pub use plan::{Plan, Planned, Seed, Seen};

use std::sync::Arc;

use crate::bank::{BankVersion, Fingerprint, Module};
use crate::grade::Score;
use crate::id::{AttemptId, ModuleId, QuestionId};
use crate::kind::{Face, NotReady, Outcome, Response};
use crate::lang::Reading;
use crate::per::PerQuestion;
use crate::struct_json;
use crate::time::Moment;

/// What identifies an attempt and lets it be replayed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttemptHead {
    /// Its identity.
    pub id: AttemptId,
    /// The module that it is an attempt at.
    pub module: ModuleId,
    /// The version of the bank that it was drawn from.
    pub bank_version: BankVersion,
    /// What it was drawn with.
    pub seed: Seed,
    /// When it was drawn.
    pub started: Moment,
    /// What was drawn.
    pub plan: Plan,
}

/// A response as it is kept: what was given, what was on screen, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// What was given; half-typed text and no choice at all included.
    pub response: Response,
    /// The languages on screen.
    pub reading: Reading,
    /// When.
    pub at: Moment,
    /// The question's fingerprint at that time: whether the response still means the same.
    pub fingerprint: Fingerprint,
}

/// Something that happens in a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The learner gives or changes a response.
    Respond {
        /// To which question.
        question: QuestionId,
        /// What.
        response: Response,
        /// In which languages the question is on screen.
        reading: Reading,
        /// When.
        at: Moment,
    },
    /// The same attempt went on elsewhere, in another tab.
    Elsewhere {
        /// At which question.
        question: QuestionId,
        /// What was given there.
        given: Given,
    },
    /// The learner hands in.
    Submit {
        /// What to do about questions without an answer.
        unanswered: Unanswered,
        /// When.
        at: Moment,
    },
}

/// What to do about questions without an answer when handing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unanswered {
    /// Don't hand in; say which they are.
    Ask,
    /// Hand in; they earn nothing.
    Leave,
}

/// What follows from an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Keep this response to this question.
    Keep(QuestionId, Given),
    /// Nothing new.
    Nothing,
    /// The attempt is over; keep all of it.
    Finished,
}

/// Why an event changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The attempt is over.
    AlreadySubmitted,
    /// The plan has no such question.
    UnknownQuestion,
    /// The response doesn't fit the question.
    Unfit(NotReady),
    /// These questions have no answer that can be judged; numbers from 1, with the reason.
    NotReady(Vec<(usize, NotReady)>),
}

/// One sitting of one learner at one module.
#[derive(Debug, Clone)]
pub struct Session {
    module: Arc<Module>,
    head: AttemptHead,
    given: PerQuestion<Given>,
    submitted: Option<Moment>,
}

impl Session {
    /// Starts an attempt.
    pub fn start(module: Arc<Module>, id: AttemptId, seed: Seed, seen: &Seen, at: Moment) -> Self {
        let head = AttemptHead {
            id,
            module: module.info().id.clone(),
            bank_version: module.bank().version().clone(),
            seed,
            started: at,
            plan: Plan::draw(&module, seed, seen),
        };
        Self {
            module,
            head,
            given: PerQuestion::default(),
            submitted: None,
        }
    }

    /// Goes on with an attempt that was kept, finished or not. After a change of the bank, questions that are gone are left out, and
    /// so are responses to questions whose grading has changed: they no longer say what they said.
    pub fn resume(
        module: Arc<Module>,
        head: AttemptHead,
        given: &PerQuestion<Given>,
        submitted: Option<Moment>,
    ) -> Self {
        let plan = head.plan.adapted(&module);
        let mut session = Self {
            module,
            head: AttemptHead { plan, ..head },
            given: PerQuestion::default(),
            submitted: None,
        };
        for (question, given) in given.iter() {
            if session.still_means_the_same(question, given) {
                session.given.insert(question.clone(), given.clone());
            }
        }
        session.submitted = submitted;
        session
    }

    fn still_means_the_same(&self, question: &QuestionId, given: &Given) -> bool {
        let in_plan = self.head.plan.get(question).is_some();
        let question = self.module.question(question).filter(|_| in_plan);
        question.is_some_and(|question| {
            question.fingerprint == given.fingerprint
                && !matches!(
                    question.body.ready(&given.response),
                    Err(NotReady::OtherKind
                        | NotReady::UnknownChoice
                        | NotReady::TooMany
                        | NotReady::Twice)
                )
        })
    }

    /// How many responses of a kept attempt no longer fit the bank and were left out by [`resume`](Self::resume).
    pub fn left_out(&self, kept: usize) -> usize {
        kept.saturating_sub(self.given.len())
    }

    /// Lets something happen.
    ///
    /// # Errors
    ///
    /// The reason why nothing changes.
    pub fn apply(&mut self, event: Event) -> Result<Step, Refusal> {
        if self.submitted.is_some() {
            return Err(Refusal::AlreadySubmitted);
        }
        match event {
            Event::Respond {
                question,
                response,
                reading,
                at,
            } => {
                let fingerprint = self.fits(&question, &response)?;
                let given = Given {
                    response,
                    reading,
                    at,
                    fingerprint,
                };
                self.given.insert(question.clone(), given.clone());
                Ok(Step::Keep(question, given))
            }
            Event::Elsewhere { question, given } => {
                if self.given.get(&question) == Some(&given)
                    || !self.still_means_the_same(&question, &given)
                {
                    return Ok(Step::Nothing);
                }
                self.given.insert(question.clone(), given.clone());
                Ok(Step::Keep(question, given))
            }
            Event::Submit { unanswered, at } => self.submit(unanswered, at),
        }
    }

    /// A response may be empty, too long or half a number while it is being given; what it may not be is another question's.
    fn fits(&self, id: &QuestionId, response: &Response) -> Result<Fingerprint, Refusal> {
        self.head.plan.get(id).ok_or(Refusal::UnknownQuestion)?;
        let question = self.module.question(id).ok_or(Refusal::UnknownQuestion)?;
        match question.body.ready(response) {
            Ok(())
            | Err(
                NotReady::Empty
                | NotReady::Unfinished
                | NotReady::TooLong
                | NotReady::PickMore(_)
                | NotReady::PickFewer(_)
                | NotReady::Number(_),
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

    /// Why a question can't be judged yet, if it can't.
    pub fn not_ready(&self, id: &QuestionId) -> Option<NotReady> {
        let question = self.module.question(id)?;
        match self.given.get(id) {
            None => Some(NotReady::Empty),
            Some(given) => question.body.ready(&given.response).err(),
        }
    }

    /// How many questions have an answer that can be judged.
    pub fn answered(&self) -> usize {
        self.plan()
            .questions
            .iter()
            .filter(|p| self.not_ready(&p.question).is_none())
            .count()
    }

    /// The response to a question, as it stands.
    pub fn response(&self, id: &QuestionId) -> Option<&Response> {
        self.given.get(id).map(|given| &given.response)
    }

    /// What a learner may see of a question.
    pub fn face(&self, id: &QuestionId) -> Option<Face> {
        let planned = self.plan().get(id)?;
        Some(
            self.module
                .question(id)?
                .face(&planned.wordings, &planned.order),
        )
    }

    /// The judged response to a question; `None` before handing in, and where there is nothing to judge.
    pub fn outcome(&self, id: &QuestionId) -> Option<Outcome> {
        self.submitted?;
        let question = self.module.question(id)?;
        let terms: Vec<&str> = self.module.bank().terms().collect();
        question
            .body
            .score(&self.given.get(id)?.response, question.points, &terms)
            .ok()
    }

    /// The points for a question; none earned where there is no answer.
    pub fn question_score(&self, id: &QuestionId) -> Score {
        let points = self
            .module
            .question(id)
            .map_or(0, |question| question.points);
        self.outcome(id)
            .map_or(Score::all_or_nothing(false, points), |outcome| {
                outcome.score
            })
    }

    /// The points for the attempt; `None` before handing in.
    pub fn score(&self) -> Option<Score> {
        self.submitted?;
        Some(
            self.plan()
                .questions
                .iter()
                .map(|p| self.question_score(&p.question))
                .sum(),
        )
    }

    /// Whether the attempt passes; `None` before handing in.
    pub fn passed(&self) -> Option<bool> {
        self.score()
            .map(|score| score.passes(self.module.info().pass))
    }

    /// What the attempt asks.
    pub fn plan(&self) -> &Plan {
        &self.head.plan
    }

    /// What identifies the attempt.
    pub fn head(&self) -> &AttemptHead {
        &self.head
    }

    /// Every response kept so far.
    pub fn given(&self) -> &PerQuestion<Given> {
        &self.given
    }

    /// When the attempt was handed in, if it was.
    pub fn submitted(&self) -> Option<Moment> {
        self.submitted
    }

    /// The module that it is about.
    pub fn module(&self) -> &Arc<Module> {
        &self.module
    }
}

struct_json!(AttemptHead {
    id,
    module,
    bank_version,
    seed,
    started,
    plan
});
struct_json!(Given {
    response,
    reading,
    at,
    fingerprint
});
