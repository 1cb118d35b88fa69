//! What a learner does.

use jalon_engine::grade::Certainty;
use jalon_engine::id::QuestionId;
use jalon_engine::kind::Response;
use jalon_engine::lang::Reading;
use jalon_engine::question_map::Choices;
use jalon_engine::session::{Event, Unanswered};

use super::Store;
use crate::platform::{now, seed};

impl Store {
    #[inline(never)]
    fn apply(&self, event: Event) {
        self.update(|progress| progress.apply(event));
    }

    /// Gives a response; it is saved at once.
    pub(crate) fn respond(&self, question: QuestionId, response: Response) {
        self.apply(Event::Respond {
            question,
            response,
            reading: self.reader_of(&question).reading_now(),
            at: now(),
        });
    }

    /// Has an answer checked.
    pub(crate) fn check(&self, question: QuestionId) {
        let at = now();
        self.apply(Event::Check { question, at });
    }

    /// Shows the next hint.
    pub(crate) fn hint(&self, question: QuestionId) {
        self.apply(Event::Hint {
            question,
            reading: self.reader_of(&question).reading_now(),
            at: now(),
        });
    }

    /// Keeps how sure the learner is.
    pub(crate) fn sure(&self, question: QuestionId, certainty: Certainty) {
        self.apply(Event::Sure {
            question,
            certainty,
            reading: self.reader().reading_now(),
            at: now(),
        });
    }

    /// Hands in. True when the attempt is over; otherwise [`unanswered`](Self::unanswered) says what is missing.
    pub(crate) fn submit(&self, unanswered: Unanswered) -> bool {
        let at = now();
        self.apply(Event::Submit { unanswered, at });
        self.with(|progress| progress.session().submitted().is_some())
    }

    /// Says which points of a checklist a text of the finished attempt covers; it is saved at once.
    pub(crate) fn assess(&self, question: QuestionId, points: Choices) {
        self.apply(Event::Assess {
            question,
            points,
            at: now(),
        });
    }

    /// Starts the next attempt, or goes on with one that was begun elsewhere.
    pub(crate) fn try_again(&self) {
        self.update(|progress| progress.try_again(now(), seed()));
    }

    /// Reads in other languages from now on.
    pub(crate) fn read_in(&self, reading: Reading) {
        self.update(|progress| progress.read_in(reading, now()));
        self.reader().read_in(reading);
    }

    /// Keeps what is written at the prompt.
    pub(crate) fn write(&self, text: String) {
        self.update(|progress| progress.write(text, now()));
    }
}
