//! What feedback says of an answer beyond its points, kind by kind.

use super::choice::ChoiceMark;
use super::gaps::feedback::GapMark;
use super::number::Quantity;
use super::order::OrderMarks;
use super::pairs::PairMark;
use super::text::{Model, Remark};
use super::{
    Body, Evidence, Note, Outcome, Response, SelectedWordings, choice, essay, gaps, has_words,
    number, order, pairs, text,
};
use crate::bank::Show;
use crate::id::ChoiceId;
use crate::lang::{Lang, Localised, Reading};
use crate::markup::{Line, Markup};

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Every point.
    Right,
    /// Some points.
    Partly,
    /// No point.
    Wrong,
    /// No answer.
    Unanswered,
    /// Not every point, and there is another try.
    NotYet,
    /// Neither right nor wrong: its author compares it with the model answer.
    Compare,
}

/// What a kind adds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Detail {
    /// What became of each choice.
    Choice(Vec<ChoiceMark>),
    /// The key, and a word on what was given.
    TrueFalse {
        /// What is right.
        key: bool,
        /// What was given.
        given: Option<bool>,
        /// A word on what was given.
        note: Option<Note>,
    },
    /// What was overlooked, or what is right.
    Text {
        /// How the answer was read, where it deserves a sentence.
        remark: Option<Remark>,
        /// The answer to learn, for an answer that was not right or not spelt right.
        model: Option<Model>,
        /// A word on a listed wrong answer.
        note: Option<Note>,
    },
    /// How the number was read, and what is right.
    Number {
        /// What it was.
        found: number::Found,
        /// What was given, where it is near enough, or wrong and written in another way than this.
        given: Option<Quantity>,
        /// What is right, for an answer that is not the very same.
        key: Option<Quantity>,
        /// A word on a listed wrong answer.
        note: Option<Note>,
    },
    /// What became of each item that has a place.
    Pairs(Vec<PairMark>),
    /// What became of an order.
    Order(OrderMarks),
    /// What became of each gap, in the order in which the first language's text has them.
    Gaps(Vec<GapMark>),
    /// What to compare a text with.
    Essay {
        /// The model answer.
        model: Localised<Markup>,
        /// The checklist; empty where nothing was written.
        points: Vec<(ChoiceId, Localised<Line>)>,
        /// What the ticks count for.
        counts: essay::Counts,
    },
    /// Nothing that says what is right: only words on what was wrong, if those may be shown.
    Withheld(Vec<Note>),
}

/// A question as it was asked, and the response.
pub(crate) struct Judged<'a> {
    pub(crate) body: &'a Body,
    pub(crate) drawn: &'a SelectedWordings<'a>,
    /// The order of its parts.
    pub(crate) order: &'a [ChoiceId],
    /// Those of the bank.
    pub(crate) languages: &'a [Lang],
    pub(crate) response: Option<&'a Response>,
    /// The languages in which the response was given.
    pub(crate) reading: Option<&'a Reading>,
}

/// What a question's kind adds; without an outcome there was no response.
pub(crate) fn of(judged: &Judged<'_>, outcome: Option<Outcome>) -> Detail {
    let Judged {
        drawn,
        languages,
        response,
        ..
    } = *judged;
    match judged.body {
        Body::Choice(body) => Detail::Choice(choice::marks(body, judged.order, outcome)),
        Body::TrueFalse(body) => {
            let given = match outcome.map(|outcome| outcome.evidence) {
                Some(Evidence::TrueFalse { given }) => Some(given),
                _ => None,
            };
            let note = given.map(|given| body.feedback(given).clone());
            Detail::TrueFalse {
                key: body.key,
                given,
                note: note.filter(has_words),
            }
        }
        Body::Text(body) => of_text(body, languages, outcome, judged.reading),
        Body::Match(_) | Body::Classify(_) => Detail::Pairs(pairs::marks(
            judged.body.pairs(),
            response.filter(|_| outcome.is_some()),
        )),
        Body::Order(body) => Detail::Order(order::marks(body, outcome)),
        Body::Number(body) => of_number(body, languages, outcome, response),
        Body::Essay(body) => Detail::Essay {
            model: drawn.texts(|wording| &wording.model),
            points: match outcome {
                Some(_) => body.checklist(drawn),
                None => Vec::new(),
            },
            counts: body.counts,
        },
        Body::Gaps(body) => {
            let asked = (languages, drawn, judged.reading);
            gaps::feedback::marks(body, asked, outcome, response)
        }
        Body::Hotspot(body) => Detail::Choice(choice::marks(&body.choice, judged.order, outcome)),
    }
}

/// What to say of a typed answer.
pub(crate) fn of_text(
    body: &text::Text,
    langs: &[Lang],
    outcome: Option<Outcome>,
    reading: Option<&Reading>,
) -> Detail {
    let (remark, model, note) = text::detail(body, langs, outcome, reading);
    Detail::Text {
        remark,
        model,
        note,
    }
}

/// What to say of a number.
pub(crate) fn of_number(
    body: &number::Number,
    langs: &[Lang],
    outcome: Option<Outcome>,
    response: Option<&Response>,
) -> Detail {
    let ([given, key], found, note) = number::detail(body, langs, outcome, response);
    Detail::Number {
        found,
        given,
        key,
        note,
    }
}

/// What may be shown before a question is settled or where the verdict is all that is shown.
pub(crate) fn withheld(detail: &Detail, show: Show) -> Detail {
    let mut notes = Vec::new();
    if show >= Show::Key {
        match detail {
            Detail::Choice(marks) => {
                for mark in marks {
                    if !mark.right {
                        notes.extend(mark.note.clone());
                    }
                }
            }
            Detail::TrueFalse { note, .. }
            | Detail::Text { note, .. }
            | Detail::Number { note, .. } => notes.extend(note.clone()),
            Detail::Gaps(marks) => {
                for mark in marks {
                    if let Detail::Withheld(own) = withheld(&mark.detail, show) {
                        notes.extend(own);
                    }
                }
            }
            Detail::Pairs(marks) => {
                for mark in marks {
                    notes.extend(mark.note.clone());
                }
            }
            Detail::Order(_) | Detail::Essay { .. } | Detail::Withheld(_) => {}
        }
    }
    Detail::Withheld(notes)
}

/// By the kind's score: what hints and tries cost makes no answer less right.
pub(crate) fn verdict(outcome: Option<&Outcome>) -> Verdict {
    match outcome {
        None => Verdict::Unanswered,
        Some(Outcome {
            evidence: Evidence::Essay,
            ..
        }) => Verdict::Compare,
        Some(Outcome { score, .. }) if score.is_full() => Verdict::Right,
        Some(Outcome { score, .. }) if !score.is_nothing() => Verdict::Partly,
        Some(_) => Verdict::Wrong,
    }
}
