//! How Moodle says each kind of question: the one list of those that it can say.

mod choice;
mod essay;
mod gaps;
mod hotspot;
pub(super) mod number;
mod order;
mod pairs;
pub(super) mod text;
mod true_false;
mod typed;
mod writer;

use jalon_draft::Body;

use self::writer::KindWriter;
use crate::lower::NO_SUCH_KIND;

/// How Moodle says a kind; `None` where it can't.
pub(super) fn writer(body: &Body) -> Option<&'static KindWriter> {
    match body {
        Body::Choice(_) => Some(&choice::WRITER),
        Body::TrueFalse(_) => Some(&true_false::WRITER),
        Body::Text(_) => Some(&text::WRITER),
        Body::Number(_) => Some(&number::WRITER),
        Body::Match(_) => Some(&pairs::MATCH),
        Body::Classify(_) => Some(&pairs::CLASSIFY),
        Body::Order(_) => Some(&order::WRITER),
        Body::Gaps(_) => Some(&gaps::WRITER),
        Body::Hotspot(_) => Some(&hotspot::WRITER),
        Body::Essay(_) => Some(&essay::WRITER),
        _ => None,
    }
}

/// Why Moodle can't say a kind; `None` where it can.
pub(super) fn refusal(body: &Body) -> Option<&'static str> {
    writer(body).is_none().then_some(NO_SUCH_KIND)
}
