//! Two radio buttons: true, false.

use std::rc::Rc;

use jalon_engine::feedback::Detail;
use jalon_engine::kind::Response;

use super::{Choosable, Desk};
use crate::part::el::{El, el};
use crate::part::{Phrase, say};

pub(super) fn inputs(desk: &Rc<Desk>) -> El {
    el("div")
        .class("options")
        .child(one(desk, true))
        .child(one(desk, false))
}

fn one(desk: &Rc<Desk>, value: bool) -> El {
    let (asked, sender, judged) = (desk.clone(), desk.clone(), desk.clone());
    let words: Phrase = if value { |w| w.is_true } else { |w| w.is_false };
    desk.option(Choosable {
        input_type: "radio",
        label: say(desk.store.reader(), words),
        checked: Box::new(move || asked.response() == Some(Response::TrueFalse(value))),
        pick: Box::new(move |on| {
            if on {
                sender.respond(Response::TrueFalse(value));
            }
        }),
        mark: Box::new(
            move || match judged.store.feedback(&judged.question)?.detail {
                Detail::TrueFalse { key, given, .. } => Some((given == Some(value), key == value)),
                _ => None,
            },
        ),
    })
}
