//! A line to type a number in.

use std::cell::Cell;
use std::rc::Rc;

use jalon_engine::kind::number::Face;
use jalon_engine::kind::{NotReady, Response};
use jalon_engine::lang::Localised;
use leptos::prelude::*;

use super::Desk;
use crate::part::el::{El, View, el, live};
use crate::part::{say, text};

pub(super) fn inputs(desk: &Rc<Desk>, face: Face) -> El {
    let (settled, reader) = (desk.clone(), desk.store.reader());
    let (input, hint) = (
        [&desk.name_id, "-input"].concat(),
        [&desk.name_id, "-hint"].concat(),
    );
    // Half a number is no mistake: what is wrong with it is said when the learner leaves the field.
    let typing = Rc::new(Cell::new(false));
    let send = |is_typing: bool| {
        let (desk, typing) = (desk.clone(), typing.clone());
        move |event| {
            typing.set(is_typing);
            desk.respond(Response::Number(event_target_value(&event)));
        }
    };
    let asked = desk.clone();
    let problem: Rc<dyn Fn() -> Option<NotReady>> = {
        let (desk, typing) = (desk.clone(), typing.clone());
        Rc::new(move || {
            let problem = desk.store.not_ready(&desk.question)?;
            (problem != NotReady::Empty && !typing.get()).then_some(problem)
        })
    };
    let invalid = problem.clone();
    let field = el("input")
        .attr("id", &input)
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", &hint)
        .live_attr("aria-invalid", move || invalid().map(|_| "true".to_owned()))
        .live_flag("disabled", move || settled.is_settled())
        .live_value(move || match asked.response() {
            Some(Response::Number(text)) => text,
            _ => String::new(),
        })
        .on("input", send(true))
        .on("change", send(false));
    let in_unit = face
        .shown
        .map(|units| sentences(&units, |w, unit| w.in_unit.fill(&[unit])));
    let known = face.known;
    let advice = live(move || match (problem(), &in_unit) {
        (Some(NotReady::Number(why)), _) => {
            text(reader, sentences(&known, |w, known| w.unread(&why, known)))
        }
        (Some(_), _) => say(reader, |w| w.too_long),
        (None, Some(unit)) => text(reader, unit.clone()),
        (None, None) => View::default(),
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

/// A sentence in each language around a text of the bank in it.
fn sentences(
    texts: &Localised<String>,
    sentence: impl Fn(&jalon_words::Words, &str) -> String,
) -> Localised<String> {
    texts.map(|lang, text| sentence(jalon_words::of(lang), text))
}
