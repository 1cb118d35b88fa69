//! A line to type in.

use std::rc::Rc;

use jalon_engine::kind::{NotReady, Response};

use super::QuestionCtx;
use super::line::Line;
use crate::part::say;
use jalon_view::{Element, IntoView, View};

pub(super) fn inputs(ctx: &Rc<QuestionCtx>) -> Element {
    let reader = ctx.reader();
    let several = reader.languages().len() > 1;
    let asked = ctx.clone();
    let is_too_long: Rc<dyn Fn() -> bool> = Rc::new(move || {
        matches!(
            asked.store.not_ready(&asked.question),
            Some(NotReady::TooLong)
        )
    });
    let is_wrong = is_too_long.clone();
    let line = Line {
        keyboard: "text",
        response: Response::Text,
        is_wrong,
        typing: None,
        advice: (move || match (is_too_long(), several) {
            (true, _) => say(reader, |w| w.too_long),
            (false, true) => say(reader, |w| w.any_language),
            (false, false) => View::default(),
        })
        .into_view(),
    };
    line.draw(ctx)
}
