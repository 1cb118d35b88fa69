//! The graded exercise of a module.

use std::rc::Rc;

use jalon_engine::decimal::decimal;
use jalon_engine::id::QuestionId;
use jalon_engine::session::Unanswered;

use super::asking::{check, hints, how_sure, judged};
use super::result::result;
use crate::kind::{Desk, inputs};
use crate::part::el::{El, Part, View, el, live};
use crate::part::language::language_switch;
use crate::part::notice::notices;
use crate::part::{markup, said, say, say_with, text};
use crate::state::Store;

/// The id of the element that holds question `n`; ids are private to a shadow root.
fn question_id(n: usize) -> String {
    ["q", &decimal(n as u64)].concat()
}

pub(super) fn checkpoint(store: Store) -> El {
    el("section")
        .class("checkpoint")
        .attr("aria-labelledby", "title")
        .child(header(store))
        .child(notices(store))
        .child(meter(store))
        .child(live(move || result(store, move || again(store)).alone()))
        .child(form(store))
}

fn header(store: Store) -> El {
    let reader = store.reader();
    let title = el("h2")
        .attr("id", "title")
        .attr("tabindex", "-1")
        .child(say(reader, |w| w.checkpoint));
    let subject = el("p")
        .class("subject")
        .child(text(reader, store.module().info().title.clone()));
    el("header")
        .child(el("div").child(title).child(subject))
        .child(language_switch(store))
}

fn hand_in(store: Store, unanswered: Unanswered) {
    if store.submit(unanswered) {
        store.reader().focus_soon("#result".to_owned());
    }
}

fn again(store: Store) {
    store.try_again();
    store.reader().focus_soon("#title".to_owned());
}

fn meter(store: Store) -> El {
    let reader = store.reader();
    let words = move |w: &jalon_words::Words| {
        let (n, of) = store.answered();
        w.answered.count(&[n, of])
    };
    let bar = el("progress")
        .live_attr("aria-label", move || Some(said(reader, &words)))
        .live_attr("value", move || Some(decimal(store.answered().0 as u64)))
        .live_attr("max", move || Some(decimal(store.answered().1 as u64)));
    let label = el("p")
        .attr("aria-hidden", "true")
        .child(say_with(reader, words));
    el("div").class("meter").child(label).child(bar)
}

fn form(store: Store) -> El {
    let questions = live(move || {
        let mut all = View::default();
        for (n, id) in store.questions().into_iter().enumerate() {
            all.add(question(store, n + 1, id));
        }
        all
    });
    let at_once = store.checks();
    // Where answers are checked one by one, Enter in a field must not end the attempt.
    let submit = el("button")
        .class("main")
        .attr("type", if at_once { "button" } else { "submit" })
        .on("click", move |_| {
            if at_once {
                hand_in(store, Unanswered::Ask);
            }
        });
    let submit = submit.child(say(store.reader(), |w| w.submit));
    // Hidden and not taken away: a browser that loses the element with the focus lays out the page for it.
    let end = el("p")
        .class("actions")
        .live_attr("hidden", move || store.is_over().then(String::new))
        .child(submit);
    el("form")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent_default();
            if !at_once {
                hand_in(store, Unanswered::Ask);
            }
        })
        .child(questions)
        .child(missing(store))
        .child(end)
}

fn question(store: Store, n: usize, id: QuestionId) -> Option<El> {
    let face = store.face(&id)?;
    let reader = store.reader();
    let desk = Rc::new(Desk {
        store,
        name_id: question_id(n),
        question: id,
    });
    let legend = el("legend")
        .child(
            el("span")
                .class("number")
                .child(say_with(reader, move |w| w.question.count(&[n]))),
        )
        .child(" ")
        .child(
            el("span")
                .class("prompt")
                .child(markup::name(reader, face.prompt.clone())),
        );
    Some(
        el("fieldset")
            .class("question")
            .attr("id", &question_id(n))
            .attr("tabindex", "-1")
            .child(legend)
            .child(
                markup::rest(reader, face.prompt).map(|rest| el("div").class("rest").child(rest)),
            )
            .child(inputs(&desk, face.body))
            .child(hints(&desk))
            .child(how_sure(&desk))
            .child(check(&desk))
            .child(judged(&desk)),
    )
}

/// Says which questions have no answer, leads to the first of them, and lets the learner hand in all the same.
fn missing(store: Store) -> El {
    let reader = store.reader();
    let button = |words: View, click: Box<dyn Fn()>| {
        el("button")
            .attr("type", "button")
            .on("click", move |_| click())
            .child(words)
    };
    let view = move || {
        let numbers = store.unanswered();
        let sentences = numbers.first().copied().map(|first| {
            let go = button(
                say_with(reader, move |w| w.go_to_question.count(&[first])),
                Box::new(move || reader.focus_soon(["#", &question_id(first)].concat())),
            );
            let leave = button(
                say(reader, |w| w.submit_anyway),
                Box::new(move || hand_in(store, Unanswered::Leave)),
            );
            vec![
                el("p").child(say_with(reader, move |w| w.name_unanswered(&numbers))),
                el("p").class("actions").child(go).child(leave),
            ]
        });
        sentences.alone()
    };
    el("div")
        .class("missing")
        .attr("role", "alert")
        .child(live(view))
}
