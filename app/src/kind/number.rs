//! A line to type a number in.

use std::cell::Cell;
use std::rc::Rc;

use jalon_engine::kind::number::Face;
use jalon_engine::kind::{NotReady, Response};
use jalon_engine::lang::Localised;

use super::QuestionCtx;
use super::line::Line;
use crate::part::{say, text};
use jalon_view::{Element, IntoView, View};

pub(super) fn inputs(ctx: &Rc<QuestionCtx>, face: Face) -> Element {
    let reader = ctx.reader();
    // Half a number is no mistake: what is wrong with it is said when the learner leaves the field.
    let typing = Rc::new(Cell::new(false));
    let problem: Rc<dyn Fn() -> Option<NotReady>> = {
        let (ctx, typing) = (ctx.clone(), typing.clone());
        Rc::new(move || {
            let problem = ctx.store.not_ready(&ctx.question)?;
            (!matches!(problem, NotReady::Empty) && !typing.get()).then_some(problem)
        })
    };
    let found = problem.clone();
    let in_unit = face
        .shown
        .map(|units| sentences(&units, |w, unit| w.in_unit(unit)));
    let known = face.known;
    let line = Line {
        keyboard: "decimal",
        response: Response::Number,
        is_wrong: Rc::new(move || found().is_some()),
        typing: Some(typing),
        advice: (move || match (problem(), &in_unit) {
            (Some(NotReady::Number(why)), _) => {
                text(reader, sentences(&known, |w, known| w.unread(&why, known)))
            }
            (Some(_), _) => say(reader, |w| w.too_long),
            (None, Some(unit)) => text(reader, unit.clone()),
            (None, None) => View::default(),
        })
        .into_view(),
    };
    line.draw(ctx)
}

/// A sentence in each language around a text of the bank in it.
fn sentences(
    texts: &Localised<String>,
    sentence: impl Fn(&jalon_i18n::Words, &str) -> String,
) -> Localised<String> {
    texts.map(|lang, text| sentence(jalon_i18n::of(lang), text))
}
