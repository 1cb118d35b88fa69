//! What happens in a session, and what follows from it.

use super::{Assessed, RecordedResponse};
use crate::grade::Certainty;
use crate::id::QuestionId;
use crate::kind::{NotReady, Response};
use crate::lang::Reading;
use crate::question_map::Choices;
use crate::time::Moment;

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
#[non_exhaustive]
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
#[non_exhaustive]
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
