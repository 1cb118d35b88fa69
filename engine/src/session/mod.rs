//! One sitting: a plan, and a pure state machine. Events come in with their time; what follows from them comes back, or a refusal
//! with its reason, and whoever drives the session saves and shows.

mod assess;
mod plan;
mod together;

pub use assess::Assessed;
pub use plan::{Exposure, Plan, Planned, Seed};
pub use together::StimulusGroup;

use crate::bank::{BankVersion, Fingerprint, Module, Question, Show, When};
use crate::grade::{Assistance, Certainty, Context, Mark, Score, Stage};
use crate::id::{AttemptId, ModuleId, QuestionId};
use crate::json;
use crate::kind::{Face, NotReady, Outcome, Response};
use crate::lang::{Localised, Reading};
use crate::markup::Markup;
use crate::question_map::{Choices, QuestionMap};
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
        given: RecordedResponse,
    },
    /// The learner has an answer checked, where feedback comes at once.
    Check {
        /// To which question.
        question: QuestionId,
        /// When.
        at: Moment,
    },
    /// The learner asks for the next hint.
    Hint {
        /// To which question.
        question: QuestionId,
        /// In which languages the question is on screen.
        reading: Reading,
        /// When.
        at: Moment,
    },
    /// The learner says how sure they are.
    Sure {
        /// Of the answer to which question.
        question: QuestionId,
        /// How sure.
        certainty: Certainty,
        /// In which languages the question is on screen.
        reading: Reading,
        /// When.
        at: Moment,
    },
    /// The learner hands in.
    Submit {
        /// What to do about questions without an answer.
        unanswered: Unanswered,
        /// When.
        at: Moment,
    },
    /// The learner compares a text of the finished attempt with its checklist, here or in another tab.
    Assess {
        /// Which question's.
        question: QuestionId,
        /// Every point that it covers.
        points: Choices,
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
    Keep(QuestionId, RecordedResponse),
    /// Nothing new.
    Nothing,
    /// The attempt is over; keep all of it.
    Finished,
    /// Keep this in the finished attempt.
    Assessed(QuestionId, Assessed),
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
    /// The answer was checked and stays.
    Settled,
    /// There is no such thing to ask for: the module doesn't check answers one by one or asks for no certainty, or every hint has been
    /// shown.
    NotOffered,
    /// The attempt goes on.
    NotSubmitted,
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
                if !before.is_some_and(|before| json::same(before, &response)) {
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
            if json::same(own, &given) || (was_settled && given.used.stage != Stage::Settled) {
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

    /// Checks one answer. It is settled when it is right, or when it was the last try; nothing that can't be judged is a try.
    /// Whether the answer to a question can be checked before handing in: where answers are, and it is graded.
    pub fn can_check(&self, id: &QuestionId) -> bool {
        let graded = |question: &Question| question.body.is_graded();
        self.module.info().feedback.when == When::AtOnce
            && self.module.question(id).is_none_or(graded)
    }

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

    /// The judged response to a question, as its kind judges it; `None` before it is checked or handed in, and where there is nothing
    /// to judge.
    pub fn outcome(&self, id: &QuestionId) -> Option<Outcome> {
        if self.submitted.is_none() && self.stage(id) == Stage::Open {
            return None;
        }
        self.judge(id)
    }

    fn judge(&self, id: &QuestionId) -> Option<Outcome> {
        let question = self.module.question(id)?;
        let bank = self.module.bank();
        let terms: Vec<&str> = bank.terms().collect();
        let context = Context {
            terms: &terms,
            langs: Some(bank.languages()),
        };
        let response = &self.given.get(id)?.response;
        let processing = self.module.processing();
        processing
            .score(&question.body, response, question.points, context)
            .ok()
    }

    /// The points for a question, less what hints and wrong tries cost; none earned where there is no answer.
    pub fn question_score(&self, id: &QuestionId) -> Score {
        let Some(question) = self.module.question(id) else {
            return Score::default();
        };
        let outcome = self.outcome(id);
        let score = outcome.map_or(
            Score::all_or_nothing(false, question.possible()),
            |outcome| outcome.score,
        );
        self.used(id).cost(score, question.allowance)
    }

    /// What counts for a question: its points, marked by how sure the learner was where the module asks for that. Who doesn't say so is
    /// not very sure; who gives no answer earns nothing.
    pub fn question_mark(&self, id: &QuestionId) -> Mark {
        let score = self.question_score(id);
        match self.outcome(id) {
            Some(outcome) if self.module.info().certainty => {
                let certainty = self.used(id).certainty.unwrap_or(Certainty::Low);
                certainty.mark(outcome.score, score)
            }
            _ => score.into(),
        }
    }

    /// The points for the attempt, whatever the learner was sure of; `None` before handing in.
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

    /// What counts for the attempt; `None` before handing in.
    pub fn mark(&self) -> Option<Mark> {
        self.submitted?;
        Some(
            self.plan()
                .questions
                .iter()
                .map(|p| self.question_mark(&p.question))
                .sum(),
        )
    }

    /// Whether the attempt passes; `None` before handing in, and where none of its questions is graded.
    pub fn passed(&self) -> Option<bool> {
        let mark = self.mark().filter(|mark| mark.possible() > 0)?;
        Some(mark.passes(self.module.info().pass))
    }

    /// What was used at a question.
    pub fn used(&self, id: &QuestionId) -> Assistance {
        self.given
            .get(id)
            .map(|given| given.used)
            .unwrap_or_default()
    }

    /// How far an answer is; where answers are not checked one by one, not even if they once were, it is open.
    fn stage(&self, id: &QuestionId) -> Stage {
        match self.module.info().feedback.when {
            When::AtOnce => self.used(id).stage,
            When::AfterSubmit | When::AfterLastAttempt => Stage::Open,
        }
    }

    /// True when the answer to a question can't be changed any more.
    pub fn is_settled(&self, id: &QuestionId) -> bool {
        self.submitted.is_some() || self.stage(id) == Stage::Settled
    }

    /// How many more wrong tries a question allows, where answers are checked one by one.
    pub fn tries_left(&self, id: &QuestionId) -> u16 {
        let tries = self.module.question(id).map_or(0, |q| q.allowance.tries);
        tries.saturating_sub(self.used(id).tries)
    }

    fn hint_count(&self, id: &QuestionId) -> usize {
        self.module.question(id).map_or(0, Question::hint_count)
    }

    /// The hints of a question, as far as they were asked for.
    pub fn hints(&self, id: &QuestionId) -> Option<Hints> {
        let question = self.module.question(id)?;
        let drawn = question.drawn(&self.plan().get(id)?.wordings);
        let all = question.hint_count();
        let shown = all.min(self.used(id).hints.into());
        let hint = |n| drawn.map(|_, wording| wording.hints.get(n).cloned().unwrap_or_default());
        Some(Hints {
            shown: (0..shown).map(hint).collect(),
            left: all - shown,
            cost: question.allowance.hint_cost,
        })
    }

    /// Says how many attempts at the module were finished before this one. Whoever keeps them knows; without it, none were.
    pub fn set_earlier(&mut self, attempts: usize) {
        self.earlier = attempts;
    }

    /// How many attempts are left after this one; `None` where there is no limit.
    pub fn attempts_left(&self) -> Option<usize> {
        let attempts = self.module.info().attempts?;
        Some(usize::from(attempts).saturating_sub(self.earlier.saturating_add(1)))
    }

    /// Whether more than the score of a finished attempt is shown.
    pub fn shows_more_than_the_score(&self) -> bool {
        let waits = self.module.info().feedback.when == When::AfterLastAttempt;
        self.submitted.is_some() && (!waits || self.attempts_left() == Some(0))
    }

    /// What may be shown about a question now; `None` where nothing may.
    pub fn sight(&self, id: &QuestionId) -> Option<Visibility> {
        let policy = self.module.info().feedback;
        if self.submitted.is_some() {
            return self
                .shows_more_than_the_score()
                .then_some(Visibility::Judged(policy.show));
        }
        match self.stage(id) {
            Stage::Open => None,
            Stage::Checked => Some(Visibility::NotYet(policy.show)),
            Stage::Settled => Some(Visibility::Judged(policy.show)),
        }
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
