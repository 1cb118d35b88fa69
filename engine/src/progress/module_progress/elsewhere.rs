//! What other elements of the page and other tabs have changed, and how it is taken over.

use super::{ModuleProgress, Topic, Topics, assess_all, finished, resumed};
use crate::id::{AttemptId, QuestionId};
use crate::progress::entries::Finished;
use crate::progress::{Key, Saved, Scope, outlasts};
use crate::session::{Event, RecordedResponse, Step};
use crate::time::Moment;

impl ModuleProgress {
    /// Looks at an entry that was changed in another tab or by another element. An empty name means that all may have changed.
    pub fn changed(&mut self, name: &str, now: Moment) -> Topics {
        let Ok(key) = name.parse::<Key>() else {
            let topics = match name.is_empty() {
                true => self.catch_up(now),
                false => Topics::default(),
            };
            return self.settle(topics);
        };
        if key.scope().bank() != self.entries.scope.bank() {
            return self.settle(Topics::default());
        }
        let id = self.session.head().id;
        let topics = match key {
            Key::Given(scope, attempt, question) if attempt == id && scope == self.scope => {
                if let Some(Saved::Given(given)) = self.entries.read(&key) {
                    let own = self.session.given().get(&question);
                    match own.is_some_and(|own| outlasts(own, &given)) {
                        // An earlier answer, which another tab could not store until now.
                        true => self.entries.keep_given(scope, &self.session, question, now),
                        false => self.take_over(question, given, now),
                    }
                    self.forget_answered();
                } else {
                    self.store_again(&key, question, now);
                }
                Topics::of(&[
                    Topic::Answers,
                    Topic::Unanswered,
                    Topic::Over,
                    Topic::Assistance,
                ])
            }
            Key::Open(..) => self.join_first_attempt(&key, now),
            Key::Done(scope, attempt) => {
                let finished = self.finished_elsewhere().unwrap_or_default();
                self.add_to_history(scope, &attempt);
                self.follow_assessed();
                finished.and(Topics::of(&[Topic::Over]))
            }
            Key::Writing(..) if key == self.entries.place(Key::Writing) => {
                self.writing = self.stored_writing();
                Topics::of(&[Topic::Writing])
            }
            Key::Given(..) | Key::Writing(..) | Key::Reading(..) | Key::Stored(..) => {
                Topics::default()
            }
        };
        self.settle(topics)
    }

    /// Two tabs that opened at the same moment both began an attempt: as long as this one has no answer, it joins the
    /// other.
    fn join_first_attempt(&mut self, key: &Key, now: Moment) -> Topics {
        // For what a later version may have made of it.
        self.entries.read(key);
        if !self.session.given().is_empty() || self.session.submitted().is_some() {
            return Topics::default();
        }
        let found = self.entries.find(now);
        let mine = (self.scope, self.session.head().clone());
        match found.to_go_on() {
            Some(open) if open.head.id != mine.1.id => {
                self.show(resumed(self.session.module(), open), open.scope);
                self.entries.remove_blank(mine.0, &mine.1);
                Topics::of(&[Topic::Attempt, Topic::Answers])
            }
            _ => Topics::default(),
        }
    }

    /// Whether the attempt was handed in elsewhere; if so, shows its result.
    pub(super) fn finished_elsewhere(&mut self) -> Option<Topics> {
        if self.session.submitted().is_some() {
            return None;
        }
        let id = self.session.head().id;
        let done = self.entries.read(&Key::Done(self.scope, id));
        let Some(Saved::Done(attempt)) = done else {
            return None;
        };
        self.session = finished(self.session.module(), &attempt);
        let name = Key::Done(self.scope, id).name();
        self.entries.storage.found_changed(name);
        self.unanswered.clear();
        self.add_to_history(self.scope, &id);
        let topics = [
            Topic::Answers,
            Topic::Over,
            Topic::Unanswered,
            Topic::Assistance,
        ];
        Some(Topics::of(&topics))
    }

    /// Anything may have changed: another tab has cleared the storage, or this page was asleep.
    fn catch_up(&mut self, now: Moment) -> Topics {
        if let Some(topics) = self.finished_elsewhere() {
            return topics;
        }
        let found = self.entries.find(now);
        if self.session.submitted().is_none() {
            self.take_over_all(now);
        }
        self.history = found.done;
        self.writing = self.stored_writing();
        self.follow_assessed();
        let topics = [
            Topic::Answers,
            Topic::Over,
            Topic::Assistance,
            Topic::Writing,
        ];
        Topics::of(&topics)
    }

    /// Takes over every response that was given later than the one here.
    pub(super) fn take_over_all(&mut self, now: Moment) {
        for (question, given) in self.given_now() {
            self.take_over_later(question, given, now);
        }
    }

    /// The same for one question: this tab may not have been told yet of what another one has stored.
    pub(super) fn take_over_stored(&mut self, question: QuestionId, now: Moment) {
        let key = Key::Given(self.scope, self.session.head().id, question);
        if let Some(Saved::Given(given)) = self.entries.read(&key) {
            self.take_over_later(question, given, now);
        }
    }

    fn take_over_later(&mut self, question: QuestionId, given: RecordedResponse, now: Moment) {
        let own = self.session.given().get(&question);
        if own.is_none_or(|own| !outlasts(own, &given)) {
            self.take_over(question, given, now);
        }
    }

    /// Takes over what was given elsewhere. What was used here in the meantime is written back.
    fn take_over(&mut self, question: QuestionId, given: RecordedResponse, now: Moment) {
        let (used, fingerprint) = (given.used, given.fingerprint.clone());
        // One that no longer fits changes nothing.
        if let Ok(Step::Keep(..)) = self.session.apply(Event::Elsewhere { question, given }) {
            self.found_given(question);
        }
        let now_asked = self.session.module().question(&question);
        if now_asked.is_none_or(|own| own.fingerprint != fingerprint) {
            self.entries.note(|all| all.bank_changed = true);
        }
        if let Some(own) = self.session.given().get(&question)
            && own.used != used
            && own.fingerprint == fingerprint
        {
            self.entries
                .keep_given(self.scope, &self.session, question, now);
        }
    }

    /// Stores an answer whose entry is gone while its attempt goes on: it was damaged, and another tab has set it aside.
    fn store_again(&mut self, key: &Key, question: QuestionId, now: Moment) {
        let id = self.session.head().id;
        let done = Key::Done(self.scope, id).name();
        let is_gone = |name: &str| self.entries.storage.read(name).is_none();
        if self.session.submitted().is_none()
            && is_gone(&key.name())
            && is_gone(&done)
            && self.entries.has_head(self.scope, self.session.head())
        {
            self.entries
                .keep_given(self.scope, &self.session, question, now);
        }
    }

    /// Lets other elements of the page look at an answer that this one has found.
    pub(super) fn found_given(&self, question: QuestionId) {
        let key = Key::Given(self.scope, self.session.head().id, question);
        self.entries.storage.found_changed(key.name());
    }

    /// Takes a finished attempt into the history, or what has become of it since.
    pub(super) fn add_to_history(&mut self, scope: Scope, id: &AttemptId) {
        let Some(Saved::Done(attempt)) = self.entries.read(&Key::Done(scope, *id)) else {
            return;
        };
        let mut history = self.history.iter_mut();
        if let Some(own) = history.find(|own| own.attempt.head.id == *id) {
            own.attempt = attempt;
        } else if self.entries.is_ours(scope, &attempt) {
            self.history.push(Finished { scope, attempt });
        }
    }

    /// Takes over what was ticked in another tab.
    fn follow_assessed(&mut self) {
        let id = self.session.head().id;
        let own = self.history.iter().find(|own| own.attempt.head.id == id);
        if let Some(own) = own {
            assess_all(&mut self.session, &own.attempt);
        }
    }
}
