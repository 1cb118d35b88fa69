//! What stands under the inputs of a question: hints, how sure the learner is, the check of one answer, and what became of it.

use std::rc::Rc;

use jalon_engine::feedback::{Feedback, Verdict};
use jalon_engine::grade::Certainty;
use jalon_engine::kind::NotReady;

use super::outcome::not_loaded;
use crate::chunk::NotLoaded;
use crate::kind::QuestionCtx;
use crate::part::{Phrase, markup, say, say_with};
use jalon_view::{Element, IntoView, View, html};

fn named(ctx: &QuestionCtx, what: &str) -> String {
    [&ctx.name_id, what].concat()
}

/// A button that is hidden, and not taken away, once there is nothing more to do with it.
fn button(
    words: View,
    click: impl Fn() + 'static,
    is_done: impl Fn() -> bool + 'static,
) -> Element {
    let button = html::button()
        .attr("type", "button")
        .on("click", move |_| click())
        .child(words);
    html::p()
        .class("actions")
        .prop("hidden", is_done)
        .child(button)
}

/// The hints shown so far, and a button for the next one; none where the question has none.
pub(super) fn hints(ctx: &Rc<QuestionCtx>) -> Option<Element> {
    let (reader, place) = (ctx.reader(), named(ctx, "-hints"));
    let all = ctx.store.hints_now(&ctx.question)?;
    if all.shown.len() + all.left == 0 {
        return None;
    }
    let (own, asked, click, done) = (ctx.clone(), ctx.clone(), ctx.clone(), ctx.clone());
    let shown = move || {
        let mut shown = View::default();
        let hints = own.store.hints(&own.question).map(|hints| hints.shown);
        for (n, hint) in hints.unwrap_or_default().into_iter().enumerate() {
            let label = say_with(reader, move |w| w.hint(n + 1));
            let label = html::p().class("label").child(label);
            let hint = markup::flow(reader, hint);
            shown.add(html::div().class("taken").child(label).child(hint));
        }
        shown
    };
    let words = say_with(reader, move |w| match asked.store.hints(&asked.question) {
        Some(hints) => w.show_hint(hints.shown.is_empty(), hints.cost),
        None => String::new(),
    });
    let selector = ["#", &place].concat();
    let click = move || {
        click.store.hint(click.question);
        if !left(&click) {
            // The button goes, and must not take the focus with it.
            click.store.focus_soon(selector.clone());
        }
    };
    let shown = html::div()
        .class("taken-all")
        .attr("id", &place)
        .attr("tabindex", "-1")
        .attr("role", "status")
        .child(shown);
    let is_done = move || done.is_settled() || !left(&done);
    let more = button(words, click, is_done);
    Some(html::div().class("hints").child(shown).child(more))
}

/// Whether there is one more hint.
fn left(ctx: &QuestionCtx) -> bool {
    let hints = ctx.store.hints(&ctx.question);
    hints.is_some_and(|hints| hints.left > 0)
}

/// Three levels to choose from, with what is at stake; none where the module doesn't ask.
pub(super) fn how_sure(ctx: &Rc<QuestionCtx>) -> Option<Element> {
    let (reader, name) = (ctx.reader(), named(ctx, "-sure"));
    if !ctx.store.module().info().certainty {
        return None;
    }
    let label = html::p().class("label").attr("id", &name);
    let mut group = html::div()
        .class("options sure")
        .attr("role", "radiogroup")
        .attr("aria-labelledby", &name)
        .child(label.child(say(reader, |w| w.how_sure)));
    for certainty in Certainty::ALL {
        let (asked, sender, settled) = (ctx.clone(), ctx.clone(), ctx.clone());
        let input = html::input()
            .attr("type", "radio")
            .attr("name", &name)
            .prop("checked", move || {
                asked.store.certainty(&asked.question) == Some(certainty)
            })
            .prop("disabled", move || settled.is_settled())
            .on("change", move |_| {
                sender.store.sure(sender.question, certainty)
            });
        let words = say_with(reader, move |w| (w.certainty)(certainty).to_owned());
        let stake = say_with(reader, move |w| (w.at_stake)(certainty).to_owned());
        let says = html::span()
            .class("says")
            .child(html::span().child(words))
            .child(" ")
            .child(html::span().class("hint").child(stake));
        group = group.child(html::label().class("option").child(input).child(says));
    }
    Some(group)
}

/// The button that has the answer checked, where answers are checked one by one.
pub(super) fn check(ctx: &Rc<QuestionCtx>) -> Option<Element> {
    let (click, done) = (ctx.clone(), ctx.clone());
    let selector = ["#", &named(ctx, "-judged")].concat();
    ctx.store.can_check(&ctx.question).then(|| {
        let click = move || {
            click.check();
            if click.is_settled() {
                click.store.focus_soon(selector.clone());
            }
        };
        let words = say(ctx.reader(), |w| w.check);
        button(words, click, move || done.is_settled())
    })
}

/// What became of the answer, or why that can't be said yet.
pub(super) fn judged(ctx: &Rc<QuestionCtx>) -> View {
    let (reader, own) = (ctx.reader(), ctx.clone());
    let (tried, asked) = (ctx.clone(), ctx.clone());
    let verdict = move || {
        let (feedback, outcomes) = (own.feedback(), own.store.outcomes());
        match (feedback, outcomes) {
            (Some(feedback), Some(Ok(outcomes))) => Some((outcomes.verdict)(&own, &feedback)),
            // Once all is handed in, it is said in one place.
            (_, Some(Err(NotLoaded))) if own.store.is_checked(&own.question) => {
                Some(not_loaded(&own.store))
            }
            _ => None,
        }
    };
    let mut view = verdict.into_view();
    view.add(move || {
        let not_yet = |feedback: Rc<Feedback>| feedback.verdict == Verdict::NotYet;
        let left = tried.store.tries_left(&tried.question);
        let words = || say_with(reader, move |w| w.tries_left(left));
        let is_left = tried.feedback().is_some_and(not_yet);
        is_left.then(|| html::p().class("hint").child(words()))
    });
    view.add(move || {
        let why: Option<Phrase> = match asked.store.unchecked(&asked.question).as_deref() {
            None => None,
            Some(NotReady::Empty) => Some(|w| w.check_empty),
            Some(_) => Some(|w| w.check_unready),
        };
        why.map(|why| html::p().class("hint").child(say(reader, why)))
    });
    if !ctx.store.can_check(&ctx.question) {
        return view;
    }
    html::div()
        .class("judged")
        .attr("id", named(ctx, "-judged"))
        .attr("tabindex", "-1")
        .attr("role", "status")
        .child(view)
        .into_view()
}
