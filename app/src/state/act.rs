//! What a learner does.

use jalon_engine::grade::Certainty;
use jalon_engine::id::QuestionId;
use jalon_engine::kind::Response;
use jalon_engine::lang::Reading;
use jalon_engine::per::Choices;
use jalon_engine::progress::{Attempt, Saved};
use jalon_engine::session::{Event, Refusal, Step, Unanswered};

use super::sessions::{new_session, resumed};
use super::{Store, Topic};
use crate::edge::now;

impl Store {
    /// Gives a response; it is saved at once.
    pub(crate) fn respond(self, question: QuestionId, response: Response) {
        let reading = self.reader().reading_now();
        // What was said of another answer goes.
        let topics: &[Topic] = match self.feedback_now(&question) {
            Some(_) => &[Topic::Answers, Topic::Unanswered, Topic::Over],
            None => &[Topic::Answers, Topic::Unanswered],
        };
        let event = Event::Respond {
            question,
            response,
            reading,
            at: now(),
        };
        self.happen(topics, event);
    }

    /// Has an answer checked.
    pub(crate) fn check(self, question: QuestionId) {
        let at = now();
        let topics = &[Topic::Answers, Topic::Unanswered, Topic::Over];
        self.happen(topics, Event::Check { question, at });
    }

    /// Shows the next hint.
    pub(crate) fn hint(self, question: QuestionId) {
        let event = Event::Hint {
            question,
            reading: self.reader().reading_now(),
            at: now(),
        };
        self.happen(&[Topic::Used], event);
    }

    /// Keeps how sure the learner is.
    pub(crate) fn sure(self, question: QuestionId, certainty: Certainty) {
        let event = Event::Sure {
            question,
            certainty,
            reading: self.reader().reading_now(),
            at: now(),
        };
        self.happen(&[Topic::Used], event);
    }

    #[inline(never)]
    fn happen(self, topics: &[Topic], event: Event) {
        if !self.finished_elsewhere() {
            self.update(topics, |state| state.happen(event));
        }
    }

    /// Hands in. True when the attempt is over; otherwise [`unanswered`](Self::unanswered) says what is missing.
    pub(crate) fn submit(self, unanswered: Unanswered) -> bool {
        if self.finished_elsewhere() {
            return true;
        }
        let event = Event::Submit {
            unanswered,
            at: now(),
        };
        self.update(&[Topic::Over, Topic::Unanswered], |state| {
            match state.session.apply(event) {
                Ok(Step::Finished) => {
                    state.unanswered.clear();
                    if let Some(attempt) = Attempt::of(&state.session) {
                        state.history.push(state.shelf.keep_done(attempt));
                    }
                    true
                }
                Err(Refusal::NotReady(missing)) => {
                    state.unanswered = missing.iter().map(|(n, _)| *n).collect();
                    false
                }
                _ => false,
            }
        })
    }

    /// Says which points of a checklist a text of the finished attempt covers; it is saved at once.
    pub(crate) fn assess(self, question: QuestionId, points: Choices) {
        let event = Event::Assess {
            question,
            points,
            at: now(),
        };
        self.update(&[Topic::Over], |state| {
            let Ok(Step::Assessed(question, assessed)) = state.session.apply(event) else {
                return;
            };
            // What is kept may hold more than is shown: questions that the bank has no more, ticks made in another tab.
            let id = state.session.head().id;
            state.add_to_history(&id);
            let mine = |own: &Attempt| own.head.id == id;
            if let Some(at) = state.history.iter().position(mine) {
                let mut attempt = state.history.remove(at);
                attempt.assessed.insert(question, assessed);
                state.history.insert(at, state.shelf.keep_done(attempt));
            }
        });
    }

    /// Starts the next attempt, or goes on with one that was begun elsewhere.
    pub(crate) fn try_again(self) {
        self.update(
            &[
                Topic::Attempt,
                Topic::Answers,
                Topic::Over,
                Topic::Unanswered,
            ],
            |state| {
                if state.session.attempts_left() == Some(0) {
                    return;
                }
                let found = state.shelf.find(now());
                let module = state.session.module().clone();
                state.session = match found.to_go_on() {
                    Some(open) => resumed(&module, open),
                    None => new_session(module, &found.done),
                };
                if found.open.is_empty() {
                    state.shelf.keep_all(&state.session);
                }
                state.unanswered.clear();
                state.history = found.done;
            },
        );
    }

    /// Reads in other languages from now on.
    pub(crate) fn read_in(self, reading: Reading) {
        self.update(&[], |state| state.shelf.keep_reading(reading));
        self.reader().read_in(reading);
    }

    /// Keeps what is written at the prompt.
    pub(crate) fn write(self, text: String) {
        self.update(&[Topic::Writing], |state| {
            state
                .shelf
                .keep(&state.shelf.writing_key(), &Saved::Writing(text.clone()));
            state.writing = text;
        });
    }
}
