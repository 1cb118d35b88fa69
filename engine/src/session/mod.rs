//! One sitting: a plan, and a pure state machine. Events come in with their time; what follows from them comes back, or a refusal
//! with its reason, and whoever drives the session saves and shows.

mod assess;
mod event;
mod handle;
mod marks;
mod plan;
mod together;

pub use assess::Assessed;
pub use event::{Event, Refusal, Step, Unanswered};
pub use plan::{Exposure, Plan, Planned, Seed};
pub use together::StimulusGroup;

use crate::bank::{BankVersion, Fingerprint, Module, Question, Show};
use crate::grade::Assistance;
use crate::id::{AttemptId, ModuleId, QuestionId};
use crate::kind::{Face, NotReady, Response};
use crate::lang::{Localised, Reading};
use crate::markup::Markup;
use crate::question_map::QuestionMap;
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
pub struct RecordedResponse {
    /// What was given; half-typed text and no choice at all included.
    pub response: Response,
    /// The languages on screen.
    pub reading: Reading,
    /// When.
    pub at: Moment,
    /// The question's fingerprint at that time: whether the response still means the same.
    pub fingerprint: Fingerprint,
    /// Which tries and hints it took, and how sure the learner is.
    pub used: Assistance,
}

/// What may be shown about a question now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// That the answer is not yet right, and a word on what was wrong, where the policy goes as far.
    NotYet(Show),
    /// What became of it, and what the policy shows with that.
    Judged(Show),
}

/// The hints of a question, as far as they were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hints {
    /// Those on screen, in every language of the bank.
    pub shown: Vec<Localised<Markup>>,
    /// How many more there are.
    pub left: usize,
    /// What each one costs, in percent of the points.
    pub cost: u16,
}

/// One sitting of one learner at one module.
#[derive(Debug, Clone)]
pub struct Session {
    module: Module,
    head: AttemptHead,
    given: QuestionMap<RecordedResponse>,
    submitted: Option<Moment>,
    /// How many attempts at the module were finished before.
    earlier: usize,
    assessed: QuestionMap<Assessed>,
}

impl Session {
    /// Starts an attempt.
    pub fn start(module: Module, id: AttemptId, seed: Seed, seen: &Exposure, at: Moment) -> Self {
        let head = AttemptHead {
            id,
            module: module.info().id,
            bank_version: module.bank().version().clone(),
            seed,
            started: at,
            plan: Plan::draw(&module, seed, seen),
        };
        Self {
            module,
            head,
            given: QuestionMap::default(),
            submitted: None,
            earlier: 0,
            assessed: QuestionMap::default(),
        }
    }

    /// Goes on with an attempt that was kept, finished or not. After a change of the bank, questions that are gone are left out, and
    /// so are responses to questions whose grading has changed: they no longer say what they said.
    pub fn resume(
        module: Module,
        head: AttemptHead,
        given: &QuestionMap<RecordedResponse>,
        submitted: Option<Moment>,
    ) -> Self {
        let plan = head.plan.adapted(&module);
        let mut session = Self {
            module,
            head: AttemptHead { plan, ..head },
            given: QuestionMap::default(),
            submitted: None,
            earlier: 0,
            assessed: QuestionMap::default(),
        };
        for (question, given) in given.iter() {
            if session.still_means_the_same(question, given) {
                session.given.insert(*question, given.clone());
            }
        }
        session.submitted = submitted;
        session
    }

    fn still_means_the_same(&self, question: &QuestionId, given: &RecordedResponse) -> bool {
        let in_plan = self.head.plan.get(question).is_some();
        let question = self.module.question(question).filter(|_| in_plan);
        question.is_some_and(|question| {
            question.fingerprint == given.fingerprint
                && !matches!(
                    self.ready(question, &given.response),
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

    fn ready(&self, question: &Question, response: &Response) -> Result<(), NotReady> {
        self.module.processing().ready(&question.body, response)
    }

    /// Why a question can't be judged yet, if it can't.
    pub fn not_ready(&self, id: &QuestionId) -> Option<NotReady> {
        let question = self.module.question(id)?;
        match self.given.get(id) {
            None => Some(NotReady::Empty),
            Some(given) => self.ready(question, &given.response).err(),
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

    /// What the attempt asks.
    pub fn plan(&self) -> &Plan {
        &self.head.plan
    }

    /// What identifies the attempt.
    pub fn head(&self) -> &AttemptHead {
        &self.head
    }

    /// Every response kept so far.
    pub fn given(&self) -> &QuestionMap<RecordedResponse> {
        &self.given
    }

    /// When the attempt was handed in, if it was.
    pub fn submitted(&self) -> Option<Moment> {
        self.submitted
    }

    /// The module that it is about.
    pub fn module(&self) -> &Module {
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
struct_json!(RecordedResponse { response, reading, at, fingerprint; used = Assistance::default() });
