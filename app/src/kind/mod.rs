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
mod order;
mod question_ctx;
mod text;
mod true_false;

use std::rc::Rc;

use jalon_engine::feedback::Feedback;
use jalon_engine::kind::pairs::Placed;
use jalon_engine::kind::{FaceBody, Response};
use leptos::prelude::*;

use crate::part::icon::{Icon, icon};
use crate::part::{Phrase, Reader, say, verdict};
use jalon_view::{Element, IntoView, View, html};

pub(crate) use question_ctx::{QuestionCtx, Queue};

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

/// An option: a radio button or a check box, with its label.
trait Choosable {
    /// What the radio buttons are called of which one can be chosen; empty for those of the whole question.
    fn group(&self) -> &str {
        ""
    }
    fn is_picked(&self) -> bool;
    fn pick(&self, on: bool);
    /// Picked and right, once the attempt is over.
    fn mark(&self) -> Option<(bool, bool)>;
}

impl QuestionCtx {
    /// Draws an option.
    fn option(&self, input_type: &'static str, label: View, option: Rc<dyn Choosable>) -> Element {
        let (store, reader) = (self.store.clone(), self.store.reader());
        let (asked, sender, question) = (option.clone(), option.clone(), self.question);
        let name = match option.group() {
            "" => self.question.as_str(),
            group => group,
        };
        let input = html::input()
            .attr("type", input_type)
            .attr("name", name.to_owned())
            .prop("checked", move || asked.is_picked())
            .prop("disabled", move || store.is_settled(&question))
            .on("change", move |event| {
                sender.pick(event_target_checked(&event))
            });
        let mark = move || {
            let mark = option.mark();
            mark.and_then(|(picked, right)| tag(reader, picked, right))
        };
        html::label()
            .class("option")
            .child(input)
            .child(html::span().class("says").child(label))
            .child(mark)
    }
}

/// Where items were put so far.
fn placed(response: Option<Response>) -> Placed {
    match response {
        Some(Response::Match(given) | Response::Classify(given)) => given,
        _ => Placed::default(),
    }
}

/// What became of an option, in words.
fn tag(reader: Reader, picked: bool, right: bool) -> Option<Element> {
    let (class, sign) = match (picked, right) {
        (false, false) => return None,
        (_, true) => ("mark right", Icon::Check),
        (true, false) => ("mark wrong", Icon::Cross),
    };
    let words = |words: Phrase| html::span().child(say(reader, words));
    Some(
        html::span()
            .class(class)
            .child(icon(sign))
            .child(picked.then(|| words(|w| w.your_answer)))
            .child(right.then(|| words(|w| w.right_answer))),
    )
}
