//! What each kind of question asks, declares and marks.

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

use jalon_draft::Body;

use super::asked::Asked;
use super::parts::Parts;

/// The item of a question.
pub(super) fn parts(asked: &Asked<'_>) -> Parts {
    let mut parts = Parts::default();
    parts.prompt(asked);
    match &asked.question.body {
        Body::Choice(body) => choice::choice(&mut parts, asked, body),
        Body::TrueFalse(body) => true_false::true_false(&mut parts, asked, body),
        Body::Text(body) => text::text(&mut parts, asked, body),
        Body::Number(body) => number::number(&mut parts, asked, body),
        Body::Match(body) => pairs::matching(&mut parts, asked, body),
        Body::Classify(body) => pairs::classify(&mut parts, asked, body),
        Body::Order(body) => order::order(&mut parts, asked, body),
        Body::Gaps(body) => gaps::gaps(&mut parts, asked, body),
        Body::Hotspot(body) => spots::hotspot(&mut parts, asked, body),
        Body::Essay(body) => essay::essay(&mut parts, asked, body),
    }
    parts
}
