//! A module's lesson.

use jalon_engine::bank::{Callout, CalloutKind, ModuleInfo};
use jalon_engine::lang::Localised;
use jalon_engine::markup::Markup;

use super::prompt;
use crate::part::language::language_switch;
use crate::part::{Phrase, Reader, markup, say, say_with, text};
use crate::state::Store;
use jalon_view::{Element, View, html};

pub(super) fn lesson(store: &Store) -> Option<Element> {
    let reader = store.reader();
    let module = store.module();
    let lesson = module.lesson()?;
    let title = text(reader, module.info().title.clone());
    let mut blocks = View::default();
    for block in &lesson.blocks {
        blocks.add(part(text(reader, block.title.clone()), &block.text, reader));
    }
    let mut callouts = View::default();
    for one in &lesson.callouts {
        callouts.add(callout(reader, one));
    }
    Some(
        html::article()
            .class("lesson")
            .attr("aria-labelledby", "lesson")
            .child(
                html::header()
                    .child(facts(reader, module.info()))
                    .child(language_switch(store)),
            )
            .child(
                html::h2()
                    .attr("id", "lesson")
                    .attr("tabindex", "-1")
                    .child(title),
            )
            .child(
                html::div()
                    .class("summary")
                    .child(markup::flow(reader, lesson.summary.clone())),
            )
            .child(part(say(reader, |w| w.overview), &lesson.overview, reader))
            .child(part(
                say(reader, |w| w.explanation),
                &lesson.explanation,
                reader,
            ))
            .child(part(say(reader, |w| w.example), &lesson.example, reader))
            .child(blocks)
            .child(examples(reader, &lesson.illustrations))
            .child(callouts)
            .child(prompt::section(store, "h3", None)),
    )
}

/// What a module is about, how far it goes, and how long its lesson takes.
pub(super) fn facts(reader: Reader, info: &ModuleInfo) -> Element {
    let (level, minutes) = (info.level, info.minutes.into());
    let fact = |fact: View| html::li().child(fact);
    html::ul()
        .class("facts")
        .child(fact(text(reader, info.track.clone())))
        .child(fact(say_with(reader, move |w| (w.level)(level).to_owned())))
        .child(fact(say_with(reader, move |w| w.minutes(minutes))))
}

fn part(title: View, body: &Localised<Markup>, reader: Reader) -> Element {
    html::section()
        .child(html::h3().child(title))
        .child(markup::flow(reader, body.clone()))
}

fn examples(reader: Reader, all: &[Localised<Markup>]) -> Option<Element> {
    if all.is_empty() {
        return None;
    }
    let mut list = html::ul();
    for one in all {
        list = list.child(html::li().child(markup::flow(reader, one.clone())));
    }
    let title = html::h3().child(say(reader, |w| w.illustrations));
    Some(html::section().child(title).child(list))
}

fn callout(reader: Reader, callout: &Callout) -> Element {
    let (class, label): (_, Phrase) = match callout.kind {
        CalloutKind::Tip => ("callout tip", |w| w.tip),
        CalloutKind::Warning => ("callout warning", |w| w.warning),
    };
    html::section()
        .class(class)
        .child(html::p().class("label").child(say(reader, label)))
        .child(html::h3().child(text(reader, callout.title.clone())))
        .child(markup::flow(reader, callout.text.clone()))
}
