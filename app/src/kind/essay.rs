//! A text to write, and afterwards what to compare it with.

use std::rc::Rc;

use jalon_engine::feedback::Detail;
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::essay::{Counts, Face, MAX_CHARS, words};
use jalon_engine::kind::{NotReady, Response};
use jalon_engine::lang::Localised;
use jalon_engine::markup::Line;
use leptos::prelude::*;

use super::QuestionCtx;
use crate::part::{Phrase, markup, say, say_with};
use jalon_view::{Element, IntoView, View, html};

pub(crate) const STYLES: &str = include_str!("../../style/kinds/essay.css");

pub(super) fn inputs(ctx: &Rc<QuestionCtx>, face: Face) -> View {
    let ctx = ctx.clone();
    (move || {
        if ctx.store.is_over() {
            own(&ctx).into_view()
        } else {
            field(&ctx, face).into_view()
        }
    })
    .into_view()
}

impl QuestionCtx {
    fn written(&self) -> String {
        match self.response() {
            Some(Response::Essay(text)) => text,
            _ => String::new(),
        }
    }
}

fn field(ctx: &Rc<QuestionCtx>, face: Face) -> Element {
    let reader = ctx.reader();
    let (input, hint) = (
        [&ctx.name_id, "-input"].concat(),
        [&ctx.name_id, "-hint"].concat(),
    );
    let (asked, typed, checked) = (ctx.clone(), ctx.clone(), ctx.clone());
    let too_long = move || {
        let problem = checked.store.not_ready(&checked.question);
        matches!(problem, Some(NotReady::TooLong))
    };
    let invalid = too_long.clone();
    let area = html::textarea()
        .attr("id", &input)
        .attr("rows", "6")
        .attr("aria-describedby", &hint)
        .attr("aria-invalid", move || invalid().then_some("true"))
        .prop("value", move || asked.written())
        .on("input", move |event| {
            typed.respond(Response::Essay(event_target_value(&event)))
        });
    let advice = move || {
        if too_long() {
            say_with(reader, |w| w.longest_text(MAX_CHARS))
        } else {
            say_with(reader, move |w| w.advised(face.least, face.most))
        }
    };
    html::div()
        .class("typed essay")
        .child(
            html::label()
                .attr("for", &input)
                .child(say(reader, |w| w.your_text)),
        )
        .child(area)
        .child(html::p().class("hint").attr("id", &hint).child(advice))
        .child(count(ctx, "hint count", 1))
        .child(count(ctx, "quiet", 25).attr("role", "status"))
}

/// The number of words, rounded down to a step: who listens is told every so often, and not at each key.
fn count(ctx: &Rc<QuestionCtx>, class: &'static str, step: usize) -> Element {
    let (reader, ctx) = (ctx.reader(), ctx.clone());
    let view = move || {
        let n = words(&ctx.written()) / step * step;
        let is_news = step == 1 || n > 0;
        is_news.then(|| say_with(reader, move |w| w.count_words(n)))
    };
    html::p().class(class).child(view)
}

/// What was written, in full.
fn own(ctx: &Rc<QuestionCtx>) -> Option<Element> {
    let text = ctx.written();
    let label = html::p()
        .class("label")
        .child(say(ctx.reader(), |w| w.your_text));
    (!text.is_empty()).then(|| {
        html::div()
            .class("own")
            .child(label)
            .child(html::p().class("written").child(text))
    })
}

/// The model answer and the checklist.
pub(super) fn comparison(ctx: &Rc<QuestionCtx>, detail: &Detail) -> Vec<Element> {
    let Detail::Essay {
        model,
        points,
        counts,
    } = detail
    else {
        return Vec::new();
    };
    let reader = ctx.reader();
    let mut all = vec![
        html::div()
            .class("model")
            .child(
                html::p()
                    .class("label")
                    .child(say(reader, |w| w.model_answer)),
            )
            .child(markup::flow(reader, model.clone())),
    ];
    if !points.is_empty() {
        all.push(checklist(ctx, points, *counts));
    }
    all
}

fn checklist(
    ctx: &Rc<QuestionCtx>,
    points: &[(ChoiceId, Localised<Line>)],
    counts: Counts,
) -> Element {
    let (reader, asked) = (ctx.reader(), ctx.clone());
    let id = [&ctx.name_id, "-points"].concat();
    let mut options = html::div().class("options");
    for (point, text) in points {
        options = options.child(option(ctx, point, text.clone()));
    }
    let of = points.len();
    let covered = move || {
        let n = asked.store.assessed(&asked.question).len();
        say_with(reader, move |w| w.points_covered(n, of))
    };
    let note: Phrase = match counts {
        Counts::Private => |w| w.ticks_are_private,
        Counts::Mastery => |w| w.ticks_count,
    };
    html::div()
        .class("points")
        .attr("role", "group")
        .attr("aria-labelledby", &id)
        .child(
            html::p()
                .class("label")
                .attr("id", &id)
                .child(say(reader, |w| w.tick_points)),
        )
        .child(options)
        .child(
            html::p()
                .class("covered")
                .attr("role", "status")
                .child(covered),
        )
        .child(html::p().class("hint").child(say(reader, note)))
}

fn option(ctx: &Rc<QuestionCtx>, point: &ChoiceId, text: Localised<Line>) -> Element {
    let (asked, sender) = (ctx.clone(), ctx.clone());
    let (own, ticked) = (*point, *point);
    let input = html::input()
        .attr("type", "checkbox")
        .prop("checked", move || {
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
    let label = markup::line(ctx.reader(), text);
    html::label()
        .class("option")
        .child(input)
        .child(html::span().class("says").child(label))
}
