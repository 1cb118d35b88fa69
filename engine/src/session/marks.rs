//! What answers earn, what hints and tries cost, and what may be shown.

use super::{Hints, Session, Visibility};
use crate::bank::{Question, When};
use crate::grade::{Assistance, Certainty, Context, Mark, PARTS, Score, Stage};
use crate::id::QuestionId;
use crate::kind::Outcome;

impl Session {
    /// The judged response to a question, as its kind judges it; `None` before it is checked or handed in, and where there is nothing
    /// to judge.
    pub fn outcome(&self, id: &QuestionId) -> Option<Outcome> {
        if self.submitted.is_none() && self.stage(id) == Stage::Open {
            return None;
        }
        self.judge(id)
    }

    pub(super) fn judge(&self, id: &QuestionId) -> Option<Outcome> {
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

    /// The numbers, from 1, of the questions that earned less than they could; none before handing in, and where only the score may be shown.
    pub fn missed(&self) -> Vec<usize> {
        let mut missed = Vec::new();
        if self.submitted.is_none() || !self.shows_more_than_the_score() {
            return missed;
        }
        for (n, planned) in self.plan().questions.iter().enumerate() {
            let score = self.question_score(&planned.question);
            let most = u64::from(score.possible()) * PARTS;
            if score.earned_parts() < most {
                missed.push(n + 1);
            }
        }
        missed
    }

    /// What was used at a question.
    pub fn used(&self, id: &QuestionId) -> Assistance {
        self.given
            .get(id)
            .map(|given| given.used)
            .unwrap_or_default()
    }

    /// How far an answer is; where answers are not checked one by one, not even if they once were, it is open.
    pub(super) fn stage(&self, id: &QuestionId) -> Stage {
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

    pub(super) fn hint_count(&self, id: &QuestionId) -> usize {
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
}
