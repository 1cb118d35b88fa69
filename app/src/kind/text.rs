//! A line to type in.

use std::rc::Rc;

use jalon_engine::kind::{NotReady, Response};
use leptos::prelude::*;

use super::Desk;
use crate::part::el::{El, Part, View, el, live};
use crate::part::say;

pub(super) fn inputs(desk: &Rc<Desk>) -> El {
    let reader = desk.store.reader();
    let (input, hint) = (
        [&desk.name_id, "-input"].concat(),
        [&desk.name_id, "-hint"].concat(),
    );
    let settled = desk.clone();
    let several = reader.languages().len() > 1;
    let (asked, typed) = (desk.clone(), desk.clone());
    let too_long = {
        let desk = desk.clone();
        move || desk.store.not_ready(&desk.question) == Some(NotReady::TooLong)
    };
    let invalid = too_long.clone();
    let value = move || match asked.response() {
        Some(Response::Text(text)) => text,
        _ => String::new(),
    };
    let field = el("input")
        .attr("id", &input)
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", &hint)
        .live_attr("aria-invalid", move || invalid().then(|| "true".to_owned()))
        .live_flag("disabled", move || settled.is_settled())
        .live_value(value)
        .on("input", move |event| {
            typed.respond(Response::Text(event_target_value(&event)))
        });
    let advice = live(move || match (too_long(), several) {
        (true, _) => say(reader, |w| w.too_long),
        (false, true) => say(reader, |w| w.any_language),
        (false, false) => None::<View>.alone(),
    });
    el("div")
        .class("typed")
        .child(
            el("label")
                .attr("for", &input)
                .child(say(reader, |w| w.your_answer)),
        )
        .child(field)
        .child(el("p").class("hint").attr("id", &hint).child(advice))
}
