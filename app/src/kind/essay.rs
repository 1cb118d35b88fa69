//! A text to write, and afterwards what to compare it with.

use std::rc::Rc;

use jalon_engine::feedback::Detail;
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::essay::{Counts, Face, MAX_CHARS, words};
use jalon_engine::kind::{NotReady, Response};
use jalon_engine::lang::Localised;
use jalon_engine::markup::Line;
use leptos::prelude::*;

use super::Desk;
use crate::part::el::{El, Part, View, el, live};
use crate::part::{Phrase, markup, say, say_with};

pub(super) fn inputs(desk: &Rc<Desk>, face: Face) -> View {
    let desk = desk.clone();
    live(move || {
        if desk.store.is_over() {
            own(&desk).alone()
        } else {
            field(&desk, face).alone()
        }
    })
}

impl Desk {
    fn written(&self) -> String {
        match self.response() {
            Some(Response::Essay(text)) => text,
            _ => String::new(),
        }
    }
}

fn field(desk: &Rc<Desk>, face: Face) -> El {
    let (store, reader) = (desk.store, desk.store.reader());
    let (input, hint) = (
        [&desk.name_id, "-input"].concat(),
        [&desk.name_id, "-hint"].concat(),
    );
    let (asked, typed, checked) = (desk.clone(), desk.clone(), desk.clone());
    let too_long = move || matches!(store.not_ready(&checked.question), Some(NotReady::TooLong));
    let invalid = too_long.clone();
    let area = el("textarea")
        .attr("id", &input)
        .attr("rows", "6")
        .attr("aria-describedby", &hint)
        .live_true("aria-invalid", invalid)
        .live_value(move || asked.written())
        .on("input", move |event| {
            typed.respond(Response::Essay(event_target_value(&event)))
        });
    let advice = live(move || {
        if too_long() {
            say_with(reader, |w| w.longest_text(MAX_CHARS))
        } else {
            say_with(reader, move |w| w.advised(face.least, face.most))
        }
    });
    el("div")
        .class("typed essay")
        .child(
            el("label")
                .attr("for", &input)
                .child(say(reader, |w| w.your_text)),
        )
        .child(area)
        .child(el("p").class("hint").attr("id", &hint).child(advice))
        .child(count(desk, "hint count", 1))
        .child(count(desk, "quiet", 25).attr("role", "status"))
}

/// The number of words, rounded down to a step: who listens is told every so often, and not at each key.
fn count(desk: &Rc<Desk>, class: &'static str, step: usize) -> El {
    let (reader, desk) = (desk.store.reader(), desk.clone());
    let view = live(move || {
        let n = words(&desk.written()) / step * step;
        let is_news = step == 1 || n > 0;
        is_news
            .then(|| say_with(reader, move |w| w.count_words(n)))
            .alone()
    });
    el("p").class(class).child(view)
}

/// What was written, in full.
fn own(desk: &Rc<Desk>) -> Option<El> {
    let text = desk.written();
    let label = el("p")
        .class("label")
        .child(say(desk.store.reader(), |w| w.your_text));
    (!text.is_empty()).then(|| {
        el("div")
            .class("own")
            .child(label)
            .child(el("p").class("written").child(text))
    })
}

/// The model answer and the checklist.
pub(super) fn comparison(desk: &Rc<Desk>, detail: &Detail) -> Vec<El> {
    let Detail::Essay {
        model,
        points,
        counts,
    } = detail
    else {
        return Vec::new();
    };
    let reader = desk.store.reader();
    let mut all = vec![
        el("div")
            .class("model")
            .child(
                el("p")
                    .class("label")
                    .child(say(reader, |w| w.model_answer)),
            )
            .child(markup::flow(reader, model.clone())),
    ];
    if !points.is_empty() {
        all.push(checklist(desk, points, *counts));
    }
    all
}

fn checklist(desk: &Rc<Desk>, points: &[(ChoiceId, Localised<Line>)], counts: Counts) -> El {
    let (store, reader) = (desk.store, desk.store.reader());
    let id = [&desk.name_id, "-points"].concat();
    let mut options = el("div").class("options");
    for (point, text) in points {
        options = options.child(option(desk, point, text.clone()));
    }
    let (of, question) = (points.len(), desk.question);
    let covered = live(move || {
        let n = store.assessed(&question).len();
        say_with(reader, move |w| w.count_covered(n, of))
    });
    let note: Phrase = match counts {
        Counts::Private => |w| w.ticks_are_private,
        Counts::Mastery => |w| w.ticks_count,
    };
    el("div")
        .class("points")
        .attr("role", "group")
        .attr("aria-labelledby", &id)
        .child(
            el("p")
                .class("label")
                .attr("id", &id)
                .child(say(reader, |w| w.tick_points)),
        )
        .child(options)
        .child(
            el("p")
                .class("covered")
                .attr("role", "status")
                .child(covered),
        )
        .child(el("p").class("hint").child(say(reader, note)))
}

fn option(desk: &Rc<Desk>, point: &ChoiceId, text: Localised<Line>) -> El {
    let (asked, sender) = (desk.clone(), desk.clone());
    let (own, ticked) = (*point, *point);
    let input = el("input")
        .attr("type", "checkbox")
        .live_flag("checked", move || {
            asked.store.assessed(&asked.question).contains(&own)
        })
        .on("change", move |event| {
            let mut points = sender.store.assessed(&sender.question);
            if event_target_checked(&event) {
                points.insert(ticked);
            } else {
                points.remove(&ticked);
            }
            sender.store.assess(sender.question, points);
        });
    let label = markup::line(desk.store.reader(), text);
    el("label")
        .class("option")
        .child(input)
        .child(el("span").class("says").child(label))
}
