//! Where the learner stands in each module of a bank.

use std::rc::Rc;

use jalon_engine::bank::{Bank, ModuleInfo};
use jalon_engine::progress::{Health, ModuleOverview, Reached, overview};
use jalon_i18n::progress::{self, ProgressWords};
use jalon_view::{Element, IntoView, View, html};
use js_sys::{Array, Function};
use leptos::prelude::*;

use super::lesson::facts;
use super::{Ask, Failure, choose_languages, failed};
use crate::part::{Reader, say_with, text};
use crate::platform::storage::{self, Subscription};
use crate::platform::{absolute, date};

/// A bank, and the subscription to what is stored of it.
pub(crate) struct Progress {
    bank: Bank,
    address: String,
    reader: Reader,
    changed: ArcTrigger,
    #[expect(dead_code, reason = "held for its drop")]
    subscription: Subscription,
}

/// The bank that was asked for, with the languages to read in chosen.
pub(crate) fn open(
    bank: String,
    answers: &Array,
    wishes: &str,
    reader: Reader,
) -> Result<Progress, Failure> {
    let address = absolute(&bank);
    let module = String::new();
    let bank = Ask { bank, module }.bank(answers)?;
    choose_languages(reader, None, wishes, bank.languages());
    let changed = ArcTrigger::new();
    let told = changed.clone();
    Ok(Progress {
        bank,
        address,
        reader,
        changed,
        subscription: Subscription::across_clients(move || told.notify()),
    })
}

/// The whole of the element; `retry` has the loader ask again.
pub(crate) fn screen(opened: Result<Progress, Failure>, reader: Reader, retry: Function) -> View {
    match opened {
        Ok(own) => ready(own).into_view(),
        Err(failure) => failed(reader, failure, retry).into_view(),
    }
}

/// Words about progress in the languages on screen.
fn say(reader: Reader, words: fn(&'static ProgressWords) -> &'static str) -> View {
    say_with(reader, move |w| words(progress::of(w)).to_owned())
}

fn ready(own: Progress) -> Element {
    let reader = own.reader;
    let title = html::h2()
        .attr("id", "title")
        .attr("tabindex", "-1")
        .child(say(reader, |w| w.title));
    let subject = html::p()
        .class("subject")
        .child(text(reader, own.bank.title().clone()));
    let own = Rc::new(own);
    html::section()
        .class("checkpoint")
        .attr("aria-labelledby", "title")
        .child(html::div().child(title).child(subject))
        .child(move || standing(&own))
}

/// A sentence about the whole, where there is one to say, and the modules.
fn standing(own: &Progress) -> View {
    own.changed.track();
    let page = storage::page();
    let modules = overview(&own.bank, &own.address, &page);
    let sentence = match page.health() {
        Health::Kept => modules
            .iter()
            .all(|one| one.reached() == Reached::Nothing)
            .then(|| {
                html::p()
                    .class("hint")
                    .child(say(own.reader, |w| w.nothing_yet))
            }),
        Health::Full | Health::Forbidden => Some(
            html::p()
                .class("notice")
                .child(say(own.reader, |w| w.not_readable)),
        ),
    };
    let mut list = html::ul().class("concepts");
    for (info, stands) in own.bank.modules().iter().zip(&modules) {
        list = list.child(module(own.reader, info, stands));
    }
    let mut view = sentence.into_view();
    view.add(list);
    view
}

fn module(reader: Reader, info: &ModuleInfo, stands: &ModuleOverview) -> Element {
    let reached = stands.reached();
    let class = match reached {
        Reached::Passed => "standing solid",
        Reached::NotPassed => "standing growing",
        Reached::Nothing | Reached::Begun | Reached::HandedIn => "standing",
    };
    let title = html::h3().child(text(reader, info.title.clone()));
    let words = say_with(reader, move |w| w.name_reached(reached).to_owned());
    html::li()
        .child(title)
        .child(html::p().class(class).child(words))
        .child(
            html::div()
                .child(facts(reader, info))
                .child(attempts(reader, stands)),
        )
}

/// What became of the attempts at a module.
fn attempts(reader: Reader, stands: &ModuleOverview) -> View {
    let (answers, finished, pass) = (stands.answers, stands.finished, stands.pass);
    let mut lines = View::default();
    let line = |words: View| html::p().class("hint").child(words);
    if let Some(at) = stands.last_at {
        lines.add(line(say_with(reader, move |w| {
            w.count_finished(finished, &date(at, w.lang))
        })));
    }
    if let (Some(last), Some(best)) = (stands.last, stands.best) {
        lines.add(line(say_with(reader, move |w| {
            w.compare_scores(last, best, pass)
        })));
    }
    if answers > 0 {
        lines.add(line(say_with(reader, move |w| {
            progress::of(w).goes_on(answers)
        })));
    }
    lines
}
