//! The graded exercise of a module.

use jalon_engine::id::QuestionId;
use jalon_engine::session::{StimulusGroup, Unanswered};
use leptos::task::spawn_local;

use super::asking::{check, hints, how_sure, judged};
use super::outcome::outcome;
use crate::kind::{QuestionCtx, Queue, how_id, inputs};
use crate::part::language::language_switch;
use crate::part::notice::notices;
use crate::part::{markup, said, say, say_with, text};
use crate::state::Store;
use jalon_view::{Element, View, html};

/// The id of the element that holds question `n`; ids are private to a shadow root.
fn question_id(n: usize) -> String {
    ["q", &n.to_string()].concat()
}

pub(super) fn checkpoint(store: &Store) -> Element {
    html::section()
        .class("checkpoint")
        .attr("aria-labelledby", "title")
        .child(header(store))
        .child(notices(store))
        .child(meter(store))
        .child(outcome(store, again))
        .child(form(store))
}

fn header(store: &Store) -> Element {
    let reader = store.reader();
    let hides_title = store.options().hides_title;
    let title = html::h2()
        .attr("id", "title")
        .attr("part", "title")
        .attr("tabindex", "-1")
        .child(say(reader, |w| w.checkpoint));
    let title = if hides_title {
        title.class("quiet")
    } else {
        title
    };
    let counted = store.clone();
    let attempt = html::p()
        .class("hint")
        .attr("role", "status")
        .child(move || {
            let number = counted.attempt_number();
            (number > 1).then(|| say_with(reader, move |w| w.attempt(number)))
        });
    let subject = (!hides_title).then(|| {
        html::p()
            .class("subject")
            .child(text(reader, store.module().info().title.clone()))
    });
    html::header()
        .child(html::div().child(title).child(subject).child(attempt))
        .child(language_switch(store))
}

fn hand_in(store: &Store, unanswered: Unanswered) {
    if store.submit(unanswered) {
        let store = store.clone();
        spawn_local(async move {
            store.load_outcomes().await;
            store.show_result_soon();
        });
    } else {
        store.reveal_soon(".missing");
    }
}

fn again(store: &Store) {
    store.try_again();
    store.focus_soon("#title".to_owned());
}

fn meter(store: &Store) -> Element {
    let reader = store.reader();
    let (asked, value, most) = (store.clone(), store.clone(), store.clone());
    let words = move |w: &jalon_i18n::Words| {
        let (n, of) = asked.answered();
        w.answered(n, of)
    };
    let named = words.clone();
    let bar = html::progress()
        .attr("aria-label", move || said(reader, &named))
        .attr("value", move || value.answered().0.to_string())
        .attr("max", move || most.answered().1.to_string());
    let label = html::p()
        .attr("aria-hidden", "true")
        .child(say_with(reader, words));
    html::div().class("meter").child(label).child(bar)
}

fn form(store: &Store) -> Element {
    let (asked, clicked) = (store.clone(), store.clone());
    let (submitted, ended) = (store.clone(), store.clone());
    let questions = move || {
        let store = &asked;
        let (stimuli, queue) = (store.stimuli(), Queue::default());
        let (mut all, mut inside) = (View::default(), View::default());
        for (n, id) in store.questions().into_iter().enumerate() {
            let n = n + 1;
            let one = question(store, n, id, &queue);
            match stimuli.iter().find(|own| own.first <= n && n <= own.last) {
                None => all.add(one),
                Some(together) => {
                    inside.add(one);
                    if n == together.last {
                        all.add(shared(store, together, std::mem::take(&mut inside)));
                    }
                }
            }
        }
        all
    };
    let at_once = store.checks();
    // Where answers are checked one by one, Enter in a field must not end the attempt.
    let submit = html::button()
        .class("main")
        .attr("part", "submit")
        .attr("type", if at_once { "button" } else { "submit" })
        .on("click", move |_| {
            if at_once {
                hand_in(&clicked, Unanswered::Ask);
            }
        });
    let submit = submit.child(say(store.reader(), |w| w.submit));
    // Hidden and not taken away: a browser that loses the element with the focus lays out the page for it.
    let end = html::p()
        .class("actions")
        .prop("hidden", move || ended.is_over())
        .child(submit);
    html::form()
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent_default();
            if !at_once {
                hand_in(&submitted, Unanswered::Ask);
            }
        })
        .child(questions)
        .child(end)
        .child(missing(store))
}

/// A stimulus above its questions: a region of which it is the head.
fn shared(store: &Store, together: &StimulusGroup, questions: View) -> Element {
    let reader = store.reader();
    let (first, last) = (together.first, together.last);
    let id = ["s", &first.to_string()].concat();
    let head = html::h3()
        .attr("id", &id)
        .child(say_with(reader, move |w| w.for_questions(first, last)));
    let stimulus = html::div()
        .class("stimulus")
        .child(head)
        .child(markup::flow(reader, together.text.clone()));
    html::section()
        .class("shared")
        .attr("aria-labelledby", &id)
        .child(stimulus)
        .child(questions)
}

fn question(store: &Store, n: usize, id: QuestionId, queue: &Queue) -> Option<Element> {
    let face = store.face(&id)?;
    let ctx = QuestionCtx::new(store, question_id(n), id, queue);
    let reader = ctx.reader();
    let legend = html::legend()
        .child(
            html::h3()
                .class("number")
                .child(say_with(reader, move |w| w.question(n))),
        )
        .child(" ")
        .child(
            html::span()
                .class("prompt")
                .child(markup::name(reader, face.prompt.clone())),
        );
    Some(
        html::fieldset()
            .class("question")
            .attr("part", "question")
            .attr("id", question_id(n))
            .attr("aria-describedby", how_id(&question_id(n)))
            .attr("tabindex", "-1")
            .child(legend)
            .child(
                markup::rest(reader, face.prompt).map(|rest| html::div().class("rest").child(rest)),
            )
            .child(inputs(&ctx, face.body))
            .child(hints(&ctx))
            .child(how_sure(&ctx))
            .child(check(&ctx))
            .child(judged(&ctx)),
    )
}

/// Says which questions have no answer, leads to the first of them, and lets the learner hand in all the same.
fn missing(store: &Store) -> Element {
    let (reader, store) = (store.reader(), store.clone());
    let button = |words: View, click: Box<dyn Fn()>| {
        html::button()
            .attr("type", "button")
            .on("click", move |_| click())
            .child(words)
    };
    let view = move || {
        let numbers = store.unanswered();
        numbers.first().copied().map(|first| {
            let (leads, hands_in) = (store.clone(), store.clone());
            let go = button(
                say_with(reader, move |w| w.go_to_question(first)),
                Box::new(move || leads.focus_soon(["#", &question_id(first)].concat())),
            );
            let leave = button(
                say(reader, |w| w.submit_anyway),
                Box::new(move || hand_in(&hands_in, Unanswered::Leave)),
            );
            vec![
                html::p().child(say_with(reader, move |w| w.name_unanswered(&numbers))),
                html::p().class("actions").child(go).child(leave),
            ]
        })
    };
    html::div()
        .class("missing")
        .attr("role", "alert")
        .child(view)
}
