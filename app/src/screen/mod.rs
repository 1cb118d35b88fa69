//! What each element shows, once its bank is there; before that, that it is coming or why it is not.

mod checkpoint;
mod lesson;
mod prompt;
mod result;

use std::cell::RefCell;
use std::rc::Rc;

use jalon_engine::bank::Module;
use jalon_engine::lang::{Lang, Reading};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlElement;

pub(crate) use crate::edge::fetch::Ask;
use crate::edge::fetch::Failure;
use crate::part::el::{El, Part, el, live};
use crate::part::{Reader, say};
use crate::state::Store;

/// The custom elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Element {
    /// The graded exercise of a module.
    Checkpoint,
    /// The lesson and the checkpoint.
    Module,
    /// The lesson's written prompt alone.
    Prompt,
}

impl Element {
    pub(crate) fn of_tag(tag: &str) -> Self {
        match tag {
            "jalon-module" => Self::Module,
            "jalon-prompt" => Self::Prompt,
            _ => Self::Checkpoint,
        }
    }
}

/// What is known of the module.
#[derive(Clone)]
enum Stage {
    Loading,
    Failed(Failure),
    Ready(Store),
}

/// The whole of an element.
pub(crate) fn screen(element: Element, ask: Ask, wanted: Wanted, reader: Reader) -> AnyView {
    let stage = StoredValue::new_local(Stage::Loading);
    let changed = RwSignal::new(());
    let set = move |next: Stage| {
        // The element may have been taken away meanwhile.
        if stage.try_update_value(|stage| *stage = next).is_some() {
            changed.notify();
        }
    };
    let owner = Owner::current().unwrap_or_default();
    let again = Ask {
        answers: None,
        ..ask.clone()
    };
    let load: Rc<dyn Fn(Ask)> = Rc::new(move |ask| {
        let (owner, wanted) = (owner.clone(), wanted.clone());
        spawn_local(async move {
            set(match ask.module().await {
                Err(failure) => Stage::Failed(failure),
                // The store lives as long as the element, not only as long as this task.
                Ok(module) => Stage::Ready(owner.with(|| open(module, &wanted, reader))),
            });
        });
    });
    load(ask);
    let retry = StoredValue::new_local(move || {
        set(Stage::Loading);
        load(again.clone());
    });
    live(move || {
        changed.track();
        match stage.get_value() {
            Stage::Loading => {
                let words = say(reader, |w| w.loading);
                el("p")
                    .class("loading")
                    .attr("role", "status")
                    .child(words)
                    .view()
            }
            Stage::Failed(failure) => {
                failed(reader, failure, move || retry.with_value(|retry| retry())).view()
            }
            Stage::Ready(store) => ready(element, store),
        }
    })
}

fn ready(element: Element, store: Store) -> AnyView {
    match element {
        Element::Checkpoint => checkpoint::checkpoint(store).view(),
        Element::Module => {
            let lesson = lesson::lesson(store);
            vec![lesson, Some(checkpoint::checkpoint(store))].alone()
        }
        Element::Prompt => prompt::prompt(store).view(),
    }
}

fn open(module: Module, wanted: &Wanted, reader: Reader) -> Store {
    let languages = module.languages().to_vec();
    Store::open(module, reader, |chosen| {
        let chosen = chosen.filter(|reading| exists(reading, &languages));
        let wanted = wanted.borrow();
        let reading = chosen.unwrap_or_else(|| reading(wanted.as_deref(), &languages));
        reader.choose(reading, languages);
    })
}

fn exists(reading: &Reading, languages: &[Lang]) -> bool {
    match reading {
        Reading::Both => true,
        Reading::In(lang) => languages.contains(lang),
    }
}

/// How to read: as the tag says, else in the page's language, else in the browser's, else in the bank's first one.
fn reading(wanted: Option<&str>, languages: &[Lang]) -> Reading {
    if wanted == Some("both") {
        return Reading::Both;
    }
    let wishes = wanted
        .map(str::to_owned)
        .into_iter()
        .chain(crate::edge::languages());
    let known = wishes.filter_map(|wish| pick(&wish, languages)).next();
    known
        .or_else(|| languages.first().cloned())
        .map_or(Reading::Both, Reading::In)
}

/// The bank's language for a tag such as `fr-CA`: the same, else one of the same first part.
fn pick(wish: &str, languages: &[Lang]) -> Option<Lang> {
    let wish: Lang = wish.to_ascii_lowercase().parse().ok()?;
    let same = languages.iter().find(|lang| **lang == wish);
    same.or_else(|| {
        languages
            .iter()
            .find(|lang| lang.primary() == wish.primary())
    })
    .cloned()
}

/// The tag's `lang` attribute, which can change.
pub(crate) type Wanted = Rc<RefCell<Option<String>>>;

/// Follows the tag's `lang` attribute.
pub(crate) fn follow(reader: Reader, wanted: Option<&str>) {
    reader.read_in(reading(wanted, &reader.languages()));
}

/// Speaks the languages of the interface until the bank is there and says which ones it has.
pub(crate) fn first_reader(wanted: Option<&str>, place: HtmlElement) -> Reader {
    let ours: Vec<Lang> = jalon_words::ALL
        .iter()
        .filter_map(|words| words.lang.parse().ok())
        .collect();
    Reader::new(reading(wanted, &ours), ours, place)
}

fn failed(reader: Reader, failure: Failure, retry: impl Fn() + 'static) -> El {
    let why = say(reader, move |w| match &failure {
        Failure::NoAttribute(name) => (w.no_attribute)(name),
        Failure::NoConnection(url) => (w.no_connection)(url),
        Failure::Status(url, status) => (w.bad_status)(url, *status),
        Failure::Unreadable(url, why) => (w.unreadable)(url, why),
        Failure::NoSuchModule(module, all) => {
            let all: Vec<&str> = all.iter().map(String::as_str).collect();
            (w.no_such_module)(module, &all)
        }
    });
    let button = el("button")
        .class("main")
        .attr("type", "button")
        .on("click", move |_| retry())
        .child(say(reader, |w| w.retry));
    el("div")
        .class("failed")
        .attr("role", "alert")
        .child(el("p").child(el("strong").child(say(reader, |w| w.not_loaded))))
        .child(el("p").child(why))
        .child(button)
}
