//! How each kind of question is answered: its face and the response so far come in, responses go out.

mod choice;
mod classify;
mod essay;
mod gaps;
mod hotspot;
mod items;
mod line;
mod matching;
mod number;
mod option;
mod order;
pub(crate) mod question_ctx;
mod text;
mod true_false;

use std::rc::Rc;

use jalon_engine::feedback::Feedback;
use jalon_engine::kind::{FaceBody, Response};

use crate::part::verdict;
use jalon_view::{Element, IntoView, View};

pub(crate) use question_ctx::{QuestionCtx, Queue};

/// The styles of the kinds that are not in the first load.
pub(crate) const RARE_STYLES: [&str; 4] =
    [items::STYLES, essay::STYLES, gaps::STYLES, hotspot::STYLES];

/// The inputs of a question.
pub(crate) fn inputs(desk: &Rc<QuestionCtx>, face: FaceBody) -> View {
    match face {
        FaceBody::Choice(face) => choice::inputs(desk, face, Response::Choice),
        FaceBody::TrueFalse => true_false::inputs(desk).into_view(),
        face => match desk.store.kinds() {
            Some(kinds) => (kinds.inputs)(desk, face),
            None => View::default(),
        },
    }
}

/// The inputs of the kinds that are not in the first load.
pub(crate) fn rare_inputs(desk: &Rc<QuestionCtx>, face: FaceBody) -> View {
    match face {
        FaceBody::Choice(_) | FaceBody::TrueFalse => View::default(),
        FaceBody::Text { .. } => text::inputs(desk).into_view(),
        FaceBody::Number(face) => number::inputs(desk, face).into_view(),
        FaceBody::Essay(face) => essay::inputs(desk, face),
        FaceBody::Gaps(face) => gaps::inputs(desk, face),
        FaceBody::Hotspot(face) => hotspot::inputs(desk, face),
        FaceBody::Match(face, uses) => matching::inputs(desk, face, uses),
        FaceBody::Classify(face) => classify::inputs(desk, face).into_view(),
        FaceBody::Order(face) => order::inputs(desk, face),
    }
}

/// What became of a question, and what there is to do about it now.
pub(crate) fn verdict(desk: &Rc<QuestionCtx>, feedback: &Feedback) -> Element {
    let asked = essay::comparison(desk, &feedback.detail);
    verdict::verdict(desk.store.reader(), feedback, asked)
}
