//! What views ask, and what they are told again when it changes.

use std::rc::Rc;

use jalon_engine::bank::{Module, When};
use jalon_engine::feedback::Feedback;
use jalon_engine::grade::{Certainty, Mark};
use jalon_engine::id::QuestionId;
use jalon_engine::kind::{Face, NotReady, Response};
use jalon_engine::progress::{Calibration, Health, Incidents, Mastery, Topic, mastery};
use jalon_engine::question_map::Choices;
use jalon_engine::session::{Hints, StimulusGroup};
use jalon_engine::time::Moment;

use leptos::prelude::*;

use super::Store;

impl Store {
    /// The module.
    pub(crate) fn module(&self) -> Module {
        self.with(|progress| progress.session().module().clone())
    }

    /// The questions of the attempt on screen.
    pub(crate) fn questions(&self) -> Vec<QuestionId> {
        self.watch(Topic::Attempt);
        self.with(|progress| {
            let planned = &progress.session().plan().questions;
            planned.iter().map(|one| one.question).collect()
        })
    }

    /// What questions of the attempt share.
    pub(crate) fn stimuli(&self) -> Vec<StimulusGroup> {
        self.with(|progress| progress.session().stimuli())
    }

    /// What a learner may see of a question.
    pub(crate) fn face(&self, question: &QuestionId) -> Option<Face> {
        self.with(|progress| progress.session().face(question))
    }

    /// The response to a question.
    pub(crate) fn response(&self, question: &QuestionId) -> Option<Response> {
        self.watch(Topic::Answers);
        self.with(|progress| progress.session().response(question).cloned())
    }

    /// Why a response can't be judged yet, if it can't.
    pub(crate) fn not_ready(&self, question: &QuestionId) -> Option<NotReady> {
        self.watch(Topic::Answers);
        self.with(|progress| progress.session().not_ready(question))
    }

    /// How many questions are answered, and of how many.
    pub(crate) fn answered(&self) -> (usize, usize) {
        self.watch(Topic::Answers);
        self.with(|progress| {
            (
                progress.session().answered(),
                progress.session().plan().questions.len(),
            )
        })
    }

    /// Whether the attempt is over.
    pub(crate) fn is_over(&self) -> bool {
        self.watch(Topic::Over);
        self.with(|progress| progress.session().submitted().is_some())
    }

    /// Whether answers are checked one by one.
    pub(crate) fn checks(&self) -> bool {
        self.module().info().feedback.when == When::AtOnce
    }

    /// Whether this one is.
    pub(crate) fn can_check(&self, question: &QuestionId) -> bool {
        self.with(|progress| progress.session().can_check(question))
    }

    /// Whether the answer to a question stays as it is.
    pub(crate) fn is_settled(&self, question: &QuestionId) -> bool {
        self.watch(Topic::Over);
        self.with(|progress| progress.session().is_settled(question))
    }

    /// Whether the answer was checked, in an attempt that goes on.
    pub(crate) fn is_checked(&self, question: &QuestionId) -> bool {
        self.watch(Topic::Over);
        self.with(|progress| {
            let session = progress.session();
            session.submitted().is_none() && session.sight(question).is_some()
        })
    }

    /// A view that asks is run again when there may be other feedback to show.
    pub(crate) fn watch_feedback(&self) {
        self.watch(Topic::Over);
        self.outcomes();
    }

    /// What may be shown about a question now; the same as is `shown` already where nothing has changed.
    pub(crate) fn feedback_now(
        &self,
        question: &QuestionId,
        shown: Option<&Rc<Feedback>>,
    ) -> Option<Rc<Feedback>> {
        let outcomes = self.0.outcomes.get_untracked()?.ok()?;
        self.with(|progress| (outcomes.feedback)(progress.session(), question, shown))
    }

    /// Why an answer could not be checked, as long as it is as it was then.
    pub(crate) fn unchecked(&self, question: &QuestionId) -> Option<Rc<NotReady>> {
        self.watch(Topic::Unanswered);
        self.with(|progress| match progress.unchecked() {
            Some((own, reason)) if own == question => Some(Rc::new(reason.clone())),
            _ => None,
        })
    }

    /// How many more times an answer may be checked.
    pub(crate) fn tries_left(&self, question: &QuestionId) -> usize {
        self.watch(Topic::Over);
        self.with(|progress| progress.session().tries_left(question).into())
    }

    /// The hints of a question, as far as they were asked for.
    pub(crate) fn hints(&self, question: &QuestionId) -> Option<Hints> {
        self.watch(Topic::Assistance);
        self.hints_now(question)
    }

    /// The same for views that are not made anew when one more is shown.
    pub(crate) fn hints_now(&self, question: &QuestionId) -> Option<Hints> {
        self.with(|progress| progress.session().hints(question))
    }

    /// How sure the learner said they are.
    pub(crate) fn certainty(&self, question: &QuestionId) -> Option<Certainty> {
        self.watch(Topic::Assistance);
        self.with(|progress| progress.session().used(question).certainty)
    }

    /// What the attempt earned once it is over, and whether it passes, if there is something to pass.
    pub(crate) fn result(&self) -> Option<(Mark, Option<bool>)> {
        self.watch(Topic::Over);
        self.with(|progress| Some((progress.session().mark()?, progress.session().passed())))
    }

    /// Whether more than that may be shown of it.
    pub(crate) fn shows_more(&self) -> bool {
        self.watch(Topic::Over);
        self.with(|progress| progress.session().shows_more_than_the_score())
    }

    /// The numbers of the questions that earned less than they could, where that may be shown.
    pub(crate) fn missed(&self) -> Vec<usize> {
        self.with(|progress| progress.session().missed())
    }

    /// How many attempts are left, where there is a limit.
    pub(crate) fn attempts_left(&self) -> Option<usize> {
        self.watch(Topic::Over);
        self.with(|progress| progress.session().attempts_left())
    }

    /// How well the learner knew what they knew, if they were asked and may be told.
    pub(crate) fn calibration(&self) -> Option<Calibration> {
        self.watch(Topic::Over);
        self.with(|progress| Calibration::of(progress.session()))
    }

    /// Which points of its checklist the learner has ticked.
    pub(crate) fn assessed(&self, question: &QuestionId) -> Choices {
        self.watch(Topic::Over);
        self.with(|progress| {
            let assessed = progress.session().assessed().get(question);
            assessed.map(|own| own.points.clone()).unwrap_or_default()
        })
    }

    /// Where the learner stands on each concept, over all attempts.
    pub(crate) fn mastery(&self) -> Vec<Mastery> {
        self.watch(Topic::Over);
        self.with(|progress| mastery(progress.session().module(), progress.history()))
    }

    /// When finished attempts before the one on screen were handed in, and their marks; latest first.
    pub(crate) fn earlier(&self) -> Vec<(Moment, Mark)> {
        self.watch(Topic::Over);
        self.with(|progress| {
            let mine = &progress.session().head().id;
            let mut all = Vec::new();
            for attempt in progress.history().rev() {
                if attempt.head.id != *mine {
                    all.push((attempt.submitted, attempt.mark()));
                }
            }
            all
        })
    }

    /// Which attempt is on screen, from 1.
    pub(crate) fn attempt_number(&self) -> usize {
        self.watch(Topic::Attempt);
        self.with(|progress| {
            let mine = &progress.session().head().id;
            let others = progress.history().filter(|done| done.head.id != *mine);
            others.count() + 1
        })
    }

    /// The numbers of questions that are missing for handing in.
    pub(crate) fn unanswered(&self) -> Vec<usize> {
        self.watch(Topic::Unanswered);
        self.with(|progress| progress.unanswered().to_vec())
    }

    /// What is written at the prompt.
    pub(crate) fn writing(&self) -> String {
        self.watch(Topic::Writing);
        self.with(|progress| progress.writing().to_owned())
    }

    /// Whether what is written will outlast the page, and what happened to what was.
    pub(crate) fn saving(&self) -> (Health, Incidents) {
        self.watch(Topic::Saving);
        self.with(|progress| progress.saving())
    }
}
