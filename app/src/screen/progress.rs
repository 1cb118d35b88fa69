//! Where the learner stands in each module of a bank.

use std::rc::Rc;

use jalon_engine::bank::{Bank, ModuleInfo};
use jalon_engine::progress::{Health, ModuleOverview, Reached, next_module, overview};
use jalon_i18n::progress::{self, ProgressWords};
use jalon_view::{Element, IntoView, View, html};
use js_sys::{Array, Function};
use leptos::prelude::*;

use super::lesson::facts;
use super::{Ask, Failure, choose_languages, failed};
use crate::options::Options;
use crate::part::{Reader, say_with, text};
use crate::platform::storage::{self, Subscription};
use crate::platform::{absolute, date};

/// A bank, and the subscription to what is stored of it.
pub(crate) struct Progress {
    bank: Bank,
    address: String,
    /// The module that is asked about; empty for all.
    module: String,
    options: Options,
    reader: Reader,
    changed: ArcTrigger,
    #[expect(dead_code, reason = "held for its drop")]
    subscription: Subscription,
}

/// The bank that was asked for, with the languages to read in chosen.
pub(crate) fn open(
    ask: Ask,
    answers: &Array,
    wishes: &str,
    reader: Reader,
    options: Options,
) -> Result<Progress, Failure> {
    let address = absolute(&ask.bank);
    let bank = ask.bank(answers)?;
    choose_languages(reader, None, wishes, bank.languages());
    let changed = ArcTrigger::new();
    let told = changed.clone();
    Ok(Progress {
        bank,
        address,
        module: ask.module,
        options,
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

/// A part of the element may be asked for: the way to go on, or one module.
fn ready(own: Progress) -> View {
    match own.options.view.as_str() {
        "next" => (move || next(&own)).into_view(),
        "module" => (move || one(&own)).into_view(),
        _ => whole(own).into_view(),
    }
}

/// Where the learner stands in each module, as stored now; runs again when that changes.
fn stands(own: &Progress) -> Vec<ModuleOverview> {
    own.changed.track();
    overview(&own.bank, &own.address, &storage::page())
}

/// A link to where the learner goes on.
fn next(own: &Progress) -> Option<Element> {
    let stands = stands(own);
    let Some(next) = next_module(&stands) else {
        return Some(
            html::p()
                .class("hint")
                .child(say(own.reader, |w| w.all_passed)),
        );
    };
    let mut infos = own.bank.modules().iter();
    let info = infos.find(|info| info.id == next.module)?;
    let address = match next.answers {
        0 => own.options.module(&next.module),
        _ => own.options.checkpoint(&next.module),
    };
    let title = info.title.clone();
    let is_first = stands.iter().all(|one| one.reached() == Reached::Nothing);
    let words = say_with(own.reader, move |w| {
        let own = title.iter().find(|(lang, _)| lang.primary() == w.lang);
        let own = own.or_else(|| title.iter().next());
        let title = own.map_or("", |(_, title)| title);
        match is_first {
            true => progress::of(w).start_with(title),
            false => progress::of(w).continue_with(title),
        }
    });
    Some(html::a().class("main").attr("href", address?).child(words))
}

/// What became of the attempts at the module that is asked about; nothing before the first.
fn one(own: &Progress) -> Option<View> {
    let stands = stands(own);
    let stands = stands
        .iter()
        .find(|one| one.module.as_str() == own.module)?;
    (stands.reached() != Reached::Nothing).then(|| {
        let mut view = reached(own.reader, stands).into_view();
        view.add(attempts(own.reader, stands));
        view
    })
}

fn whole(own: Progress) -> Element {
    let reader = own.reader;
    let title = html::h2()
        .attr("id", "title")
        .attr("tabindex", "-1")
        .child(say(reader, |w| w.title));
    let heading = match own.options.hides_title {
        true => html::div().child(title.class("quiet")),
        false => {
            let subject = text(reader, own.bank.title().clone());
            let subject = html::p().class("subject").child(subject);
            html::div().child(title).child(subject)
        }
    };
    let own = Rc::new(own);
    html::section()
        .class("checkpoint")
        .attr("aria-labelledby", "title")
        .child(heading)
        .child(move || standing(&own))
}

/// A sentence about the whole, where there is one to say, and the modules.
fn standing(own: &Progress) -> View {
    let modules = stands(own);
    let sentence = match storage::page().health() {
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
        list = list.child(module(own, info, stands));
    }
    let mut view = sentence.into_view();
    view.add(list);
    view
}

/// How far the learner has come in a module, in words.
fn reached(reader: Reader, stands: &ModuleOverview) -> Element {
    let reached = stands.reached();
    let class = match reached {
        Reached::Passed => "standing solid",
        Reached::NotPassed => "standing growing",
        Reached::Nothing | Reached::Begun | Reached::HandedIn => "standing",
    };
    let words = say_with(reader, move |w| w.name_reached(reached).to_owned());
    html::p().class(class).child(words)
}

fn module(own: &Progress, info: &ModuleInfo, stands: &ModuleOverview) -> Element {
    let reader = own.reader;
    let title = text(reader, info.title.clone());
    let title = match own.options.module(&info.id) {
        Some(address) => html::a().attr("href", address).child(title).into_view(),
        None => title,
    };
    html::li()
        .child(html::h3().child(title))
        .child(reached(reader, stands))
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
