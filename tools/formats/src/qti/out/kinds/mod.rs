//! How QTI says each kind of question: the one list of those that it can say.

mod choice;
mod essay;
mod fields;
mod gaps;
mod number;
mod order;
mod pairs;
mod spots;
mod text;
mod true_false;
mod writer;

use jalon_draft::Body;

use self::writer::KindWriter;
use super::asked::ItemSource;
use super::parts::Parts;
use crate::lower::NO_SUCH_KIND;

/// How QTI says a kind; `None` where it can't.
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
        Body::Hotspot(_) => Some(&spots::WRITER),
        Body::Essay(_) => Some(&essay::WRITER),
        #[allow(
            unreachable_patterns,
            reason = "QTI says all the kinds that there are so far"
        )]
        _ => None,
    }
}

/// Why QTI can't say a kind; `None` where it can.
pub(super) fn refusal(body: &Body) -> Option<&'static str> {
    writer(body).is_none().then_some(NO_SUCH_KIND)
}

/// The item of a question.
pub(super) fn parts(asked: &ItemSource<'_>) -> Parts {
    let mut parts = Parts::default();
    parts.prompt(asked);
    if let Some(writer) = writer(&asked.question.body) {
        (writer.write)(&mut parts, asked);
    }
    parts
}
