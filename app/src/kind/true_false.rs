//! Two radio buttons: true, false.

use std::rc::Rc;

use jalon_engine::feedback::Detail;
use jalon_engine::kind::Response;

use super::option::Choosable;
use super::question_ctx::QuestionCtx;
use crate::part::{Phrase, say};
use jalon_view::{Element, html};

pub(super) fn inputs(ctx: &Rc<QuestionCtx>) -> Element {
    html::div()
        .class("options")
        .child(one(ctx, true))
        .child(one(ctx, false))
}

fn one(ctx: &Rc<QuestionCtx>, value: bool) -> Element {
    let words: Phrase = if value { |w| w.is_true } else { |w| w.is_false };
    let label = say(ctx.reader(), words);
    let one = TruthOption {
        ctx: ctx.clone(),
        value,
    };
    ctx.option("radio", label, Rc::new(one))
}

/// One of the two.
struct TruthOption {
    ctx: Rc<QuestionCtx>,
    value: bool,
}

impl Choosable for TruthOption {
    fn is_picked(&self) -> bool {
        matches!(self.ctx.response(), Some(Response::TrueFalse(value)) if value == self.value)
    }

    fn pick(&self, on: bool) {
        if on {
            self.ctx.respond(Response::TrueFalse(self.value));
        }
    }

    fn mark(&self) -> Option<(bool, bool)> {
        match &self.ctx.feedback()?.detail {
            Detail::TrueFalse { key, given, .. } => {
                Some((*given == Some(self.value), *key == self.value))
            }
            _ => None,
        }
    }
}
