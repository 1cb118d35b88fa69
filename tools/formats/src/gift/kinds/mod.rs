//! How GIFT says each kind of question: the one list of those that it can say.

mod choice;
mod classify;
mod essay;
mod gaps;
mod number;
mod pairs;
mod text;
mod true_false;
mod writer;

use jalon_draft::Body;

pub(super) use self::writer::{Inside, KindWriter, first};
use crate::lower::NO_SUCH_KIND;

/// How GIFT says a kind; `None` where it can't.
pub(super) fn writer(body: &Body) -> Option<&'static KindWriter> {
    match body {
        Body::Choice(_) => Some(&choice::WRITER),
        Body::TrueFalse(_) => Some(&true_false::WRITER),
        Body::Text(_) => Some(&text::WRITER),
        Body::Number(_) => Some(&number::WRITER),
        Body::Match(_) => Some(&pairs::WRITER),
        Body::Classify(_) => Some(&classify::WRITER),
        Body::Gaps(_) => Some(&gaps::WRITER),
        Body::Essay(_) => Some(&essay::WRITER),
        _ => None,
    }
}

/// Why GIFT can't say a kind; `None` where it can.
pub(super) fn refusal(body: &Body) -> Option<&'static str> {
    if writer(body).is_some() {
        return None;
    }
    Some(match body {
        Body::Order(_) => "GIFT has no questions of things to put in order",
        Body::Hotspot(_) => "GIFT has no questions with pictures",
        _ => NO_SUCH_KIND,
    })
}
