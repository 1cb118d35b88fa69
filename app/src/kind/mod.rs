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

/// The id of what says how a question is answered, where its kind says so. The question is described by it.
pub(crate) fn how_id(question: &str) -> String {
    [question, "-how"].concat()
}

/// The inputs of a question.
pub(crate) fn inputs(ctx: &Rc<QuestionCtx>, face: FaceBody) -> View {
    match face {
        FaceBody::Choice(face) => choice::inputs(ctx, face, Response::Choice),
        FaceBody::TrueFalse => true_false::inputs(ctx).into_view(),
        face => match ctx.store.kinds() {
            Some(kinds) => (kinds.inputs)(ctx, face),
            None => View::default(),
        },
    }
}

/// The inputs of the kinds that are not in the first load.
pub(crate) fn rare_inputs(ctx: &Rc<QuestionCtx>, face: FaceBody) -> View {
    match face {
        FaceBody::Choice(_) | FaceBody::TrueFalse => View::default(),
        FaceBody::Text { .. } => text::inputs(ctx).into_view(),
        FaceBody::Number(face) => number::inputs(ctx, face).into_view(),
        FaceBody::Essay(face) => essay::inputs(ctx, face),
        FaceBody::Gaps(face) => gaps::inputs(ctx, face),
        FaceBody::Hotspot(face) => hotspot::inputs(ctx, face),
        FaceBody::Match(face, uses) => matching::inputs(ctx, face, uses),
        FaceBody::Classify(face) => classify::inputs(ctx, face).into_view(),
        FaceBody::Order(face) => order::inputs(ctx, face),
    }
}

/// What became of a question, and what there is to do about it now.
pub(crate) fn verdict(ctx: &Rc<QuestionCtx>, feedback: &Feedback) -> Element {
    let asked = essay::comparison(ctx, &feedback.detail);
    verdict::verdict(ctx.reader(), feedback, asked)
}
