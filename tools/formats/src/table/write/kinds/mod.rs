//! What each kind of question adds to its row: the one list of those that a table can say.

mod choice;
mod essay;
mod gaps;
mod number;
mod order;
mod pairs;
mod text;
mod true_false;
mod writer;

use jalon_draft::Body;

use self::writer::KindWriter;
use crate::lower::NO_SUCH_KIND;

/// How a table says a kind; `None` where it can't.
pub(in crate::table) fn writer(body: &Body) -> Option<&'static KindWriter> {
    match body {
        Body::Choice(_) => Some(&choice::WRITER),
        Body::TrueFalse(_) => Some(&true_false::WRITER),
        Body::Text(_) => Some(&text::WRITER),
        Body::Number(_) => Some(&number::WRITER),
        Body::Match(_) => Some(&pairs::MATCH),
        Body::Classify(_) => Some(&pairs::CLASSIFY),
        Body::Order(_) => Some(&order::WRITER),
        Body::Gaps(_) => Some(&gaps::WRITER),
        Body::Essay(_) => Some(&essay::WRITER),
        _ => None,
    }
}

/// Why a table can't say a kind; `None` where it can.
pub(in crate::table) fn refusal(body: &Body) -> Option<&'static str> {
    if writer(body).is_some() {
        return None;
    }
    Some(match body {
        Body::Hotspot(_) => "a table has no place for a picture with regions",
        _ => NO_SUCH_KIND,
    })
}
