//! A module's lesson.

use jalon_engine::bank::{Callout, CalloutKind, Lesson, LessonBlock, ModuleInfo};
use jalon_engine::lang::Localised;
use jalon_engine::markup::Markup;
use jalon_words::Words;
use leptos::prelude::*;

use super::prompt;
use crate::part::el::{El, el};
use crate::part::language::language_switch;
use crate::part::{Reader, markup, say, text};
use crate::state::Store;

pub(super) fn lesson(store: Store) -> Option<El> {
    let reader = store.reader;
    let module = store.module();
    let Lesson {
        summary,
        overview,
        explanation,
        example,
        blocks,
        illustrations,
        callouts,
        ..
    } = module.lesson()?.clone();
    let title = text(reader, module.info().title.clone());
    Some(
        el("article")
            .class("lesson")
            .attr("aria-labelledby", "lesson")
            .child(
                el("header")
                    .child(facts(reader, module.info()))
                    .child(language_switch(store)),
            )
            .child(el("h2").attr("id", "lesson").child(title))
            .child(
                el("div")
                    .class("summary")
                    .child(markup::flow(reader, summary)),
            )
            .child(part(say(reader, |w| w.overview), overview, reader))
            .child(part(say(reader, |w| w.explanation), explanation, reader))
            .child(part(say(reader, |w| w.example), example, reader))
            .child(
                blocks
                    .into_iter()
                    .map(|one| block(reader, one))
                    .collect::<Vec<_>>(),
            )
            .child(examples(reader, illustrations))
            .child(
                callouts
                    .into_iter()
                    .map(|one| callout(reader, one))
                    .collect::<Vec<_>>(),
            )
            .child(prompt::section(store, None)),
    )
}

fn facts(reader: Reader, info: &ModuleInfo) -> El {
    let (level, minutes) = (info.level, info.minutes);
    let fact = |fact: AnyView| el("li").child(fact);
    el("ul")
        .class("facts")
        .child(fact(text(reader, info.track.clone())))
        .child(fact(say(reader, move |w| (w.level)(level))))
        .child(fact(say(reader, move |w| (w.minutes)(minutes))))
}

fn part(title: AnyView, body: Localised<Markup>, reader: Reader) -> El {
    el("section")
        .child(el("h3").child(title))
        .child(markup::flow(reader, body))
}

fn block(reader: Reader, block: LessonBlock) -> El {
    part(text(reader, block.title), block.text, reader)
}

fn examples(reader: Reader, all: Vec<Localised<Markup>>) -> Option<El> {
    let items: Vec<El> = all
        .into_iter()
        .map(|one| el("li").child(markup::flow(reader, one)))
        .collect();
    let title = || el("h3").child(say(reader, |w| w.illustrations));
    (!items.is_empty()).then(|| el("section").child(title()).child(el("ul").child(items)))
}

fn callout(reader: Reader, callout: Callout) -> El {
    let (class, label): (_, fn(&'static Words) -> &'static str) = match callout.kind {
        CalloutKind::Tip => ("callout tip", |w| w.tip),
        CalloutKind::Warning => ("callout warning", |w| w.warning),
    };
    el("section")
        .class(class)
        .child(el("p").class("label").child(say(reader, label)))
        .child(el("h3").child(text(reader, callout.title)))
        .child(markup::flow(reader, callout.text))
}
