//! The lesson's written prompt: saved, never graded.

use leptos::prelude::*;

use crate::part::language::language_switch;
use crate::part::notice::notices;
use crate::part::{markup, say};
use crate::state::Store;
use jalon_view::{Element, html};

/// The element of its own.
pub(super) fn prompt(store: &Store) -> Element {
    let switch = language_switch(store);
    html::div()
        .class("lesson")
        .child(notices(store))
        .child(section(store, "h2", switch))
}

/// The section of a lesson; nothing where the lesson has none.
pub(super) fn section(
    store: &Store,
    heading: &'static str,
    switch: Option<Element>,
) -> Option<Element> {
    let reader = store.reader();
    let asked = store.module().lesson()?.prompt.clone()?;
    let title = html::element(heading)
        .attr("id", "prompt")
        .attr("tabindex", "-1")
        .child(say(reader, |w| w.prompt));
    let (shown, sender) = (store.clone(), store.clone());
    let field = html::textarea()
        .attr("id", "writing")
        .attr("rows", "6")
        .attr("aria-describedby", "saved")
        .prop("value", move || shown.writing())
        .on("input", move |event| {
            sender.write(event_target_value(&event))
        });
    let hint = html::p()
        .class("hint")
        .attr("id", "saved")
        .child(say(reader, |w| w.text_is_saved));
    Some(
        html::section()
            .class("prompt")
            .attr("aria-labelledby", "prompt")
            .child(html::header().child(title).child(switch))
            .child(markup::flow(reader, asked))
            .child(
                html::label()
                    .attr("for", "writing")
                    .child(say(reader, |w| w.your_text)),
            )
            .child(field)
            .child(hint),
    )
}
