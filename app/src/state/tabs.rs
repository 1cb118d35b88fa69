//! What other tabs did to what is saved, and what this one takes over.

use jalon_engine::id::QuestionId;
use jalon_engine::progress::{Key, Saved};

use super::sessions::{finished, resumed};
use super::{Store, Topic};
use crate::edge::now;

impl Store {
    pub(super) fn changed_elsewhere(self, name: &str) {
        let Ok(key) = name.parse::<Key>() else {
            if name.is_empty() {
                self.catch_up();
            }
            return;
        };
        match key {
            Key::Given(_, attempt, question) if attempt == self.attempt_now() => {
                self.take_over(question, name);
            }
            Key::Open(..) => self.join_first_attempt(),
            Key::Done(_, attempt) => {
                self.finished_elsewhere();
                self.update(&[Topic::Over], |state| {
                    state.add_to_history(&attempt);
                    state.follow_assessed();
                });
            }
            Key::Writing(..) => self.update(&[Topic::Writing], |state| {
                if key == state.shelf.writing_key() {
                    state.writing = state.shelf.writing().unwrap_or_default();
                }
            }),
            Key::Given(..) | Key::Reading(..) => {}
        }
    }

    /// Takes over an answer that was given in another tab.
    fn take_over(self, question: QuestionId, name: &str) {
        let topics = &[Topic::Answers, Topic::Unanswered, Topic::Over, Topic::Used];
        self.update(topics, |state| {
            let kept = name.parse().ok().and_then(|key| state.shelf.read(&key));
            if let Some(Saved::Given(given)) = kept {
                state.take_over(question, given);
                state.forget_answered();
            }
        });
    }

    /// Two tabs that opened at the same moment both began an attempt: as long as this one has no answer, it joins the
    /// other.
    fn join_first_attempt(self) {
        let is_blank =
            self.with(|s| s.session.given().is_empty() && s.session.submitted().is_none());
        let found = self.with(|state| state.shelf.find(now()));
        let mine = self.attempt_now();
        if let Some(first) = found
            .to_go_on()
            .filter(|open| is_blank && open.head.id != mine)
        {
            self.update(&[Topic::Attempt, Topic::Answers], |state| {
                state.session = resumed(state.session.module(), first);
                state.shelf.tidy(&mine, []);
            });
        }
    }

    /// Whether another tab has handed in this attempt; if so, shows its result.
    pub(super) fn finished_elsewhere(self) -> bool {
        let id = self.attempt_now();
        let done = self.with(|state| match state.session.submitted() {
            Some(_) => None,
            None => state.shelf.read(&state.shelf.done_key(&id)),
        });
        let Some(Saved::Done(attempt)) = done else {
            return false;
        };
        let topics = &[Topic::Answers, Topic::Over, Topic::Unanswered, Topic::Used];
        self.update(topics, |state| {
            state.session = finished(state.session.module(), &attempt);
            state.unanswered.clear();
            state.add_to_history(&id);
        });
        true
    }

    /// Anything may have changed: another tab has cleared the storage, or this page was asleep.
    fn catch_up(self) {
        if self.finished_elsewhere() {
            return;
        }
        self.update(&[Topic::Answers, Topic::Over, Topic::Used], |state| {
            let found = state.shelf.find(now());
            let mine = state.session.head().id;
            if let Some(open) = found.open.iter().find(|open| open.head.id == mine) {
                for (question, given) in open.given.iter() {
                    let own = state.session.given().get(question);
                    if own.is_none_or(|own| own.at < given.at) {
                        state.take_over(*question, given.clone());
                    }
                }
            }
            state.history = found.done;
            state.follow_assessed();
        });
    }
}
