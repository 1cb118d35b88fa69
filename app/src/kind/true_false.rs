//! Two radio buttons: true, false.

use std::rc::Rc;

use jalon_engine::feedback::Detail;
use jalon_engine::kind::Response;

use super::option::Choosable;
use super::question_ctx::QuestionCtx;
use crate::part::{Phrase, say};
use jalon_view::{Element, html};

pub(super) fn inputs(desk: &Rc<QuestionCtx>) -> Element {
    html::div()
        .class("options")
        .child(one(desk, true))
        .child(one(desk, false))
}

fn one(desk: &Rc<QuestionCtx>, value: bool) -> Element {
    let words: Phrase = if value { |w| w.is_true } else { |w| w.is_false };
    let label = say(desk.store.reader(), words);
    let one = One {
        desk: desk.clone(),
        value,
    };
    desk.option("radio", label, Rc::new(one))
}

/// One of the two.
struct One {
    desk: Rc<QuestionCtx>,
    value: bool,
}

impl Choosable for One {
    fn is_picked(&self) -> bool {
        matches!(self.desk.response(), Some(Response::TrueFalse(value)) if value == self.value)
    }

    fn pick(&self, on: bool) {
        if on {
            self.desk.respond(Response::TrueFalse(self.value));
        }
    }

    fn mark(&self) -> Option<(bool, bool)> {
        match &self.desk.feedback()?.detail {
            Detail::TrueFalse { key, given, .. } => {
                Some((*given == Some(self.value), *key == self.value))
            }
            _ => None,
        }
    }
}
