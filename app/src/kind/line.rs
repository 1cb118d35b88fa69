//! A line to type in, as kinds share it.

use std::cell::Cell;
use std::rc::Rc;

use jalon_engine::kind::Response;
use leptos::prelude::*;

use super::QuestionCtx;
use crate::part::say;
use jalon_view::{Element, View, html};

/// What a kind makes of a line.
pub(super) struct Line {
    /// The keyboard to show: `text` or `decimal`.
    pub(super) keyboard: &'static str,
    /// What was typed, as a response.
    pub(super) response: fn(String) -> Response,
    /// Whether something is wrong with what was typed.
    pub(super) is_wrong: Rc<dyn Fn() -> bool>,
    /// Set while the learner is still typing, for kinds that wait until the field is left.
    pub(super) typing: Option<Rc<Cell<bool>>>,
    /// What stands below.
    pub(super) advice: View,
}

impl Line {
    /// The field with its label and the advice.
    pub(super) fn draw(self, ctx: &Rc<QuestionCtx>) -> Element {
        let (settled, reader) = (ctx.clone(), ctx.reader());
        let (input, hint) = (
            [&ctx.name_id, "-input"].concat(),
            [&ctx.name_id, "-hint"].concat(),
        );
        let send = |is_typing: bool| {
            let (ctx, typing, response) = (ctx.clone(), self.typing.clone(), self.response);
            move |event| {
                if let Some(typing) = &typing {
                    typing.set(is_typing);
                }
                ctx.respond(response(event_target_value(&event)));
            }
        };
        let (asked, is_wrong) = (ctx.clone(), self.is_wrong);
        let mut field = html::input()
            .attr("id", &input)
            .attr("type", "text")
            .attr("inputmode", self.keyboard)
            .attr("autocomplete", "off")
            .attr("autocapitalize", "off")
            .attr("spellcheck", "false")
            .attr("aria-describedby", &hint)
            .attr("aria-invalid", move || is_wrong().then_some("true"))
            .prop("disabled", move || settled.is_settled())
            .prop("value", move || match asked.response() {
                Some(Response::Text(text) | Response::Number(text)) => text,
                _ => String::new(),
            })
            .on("input", send(true));
        if self.typing.is_some() {
            field = field.on("change", send(false));
        }
        html::div()
            .class("typed")
            .child(
                html::label()
                    .attr("for", &input)
                    .child(say(reader, |w| w.your_answer)),
            )
            .child(field)
            .child(html::p().class("hint").attr("id", &hint).child(self.advice))
    }
}
