//! What each element shows: its module, or why it is not there.

mod asking;
mod checkpoint;
mod lesson;
mod outcome;
pub(crate) mod progress;
mod prompt;
pub(crate) mod result;

use jalon_engine::lang::{Lang, Reading};
use js_sys::Function;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use crate::chunk::{Loading, Outcomes};
use crate::options::Options;
use crate::part::{Reader, say, say_with};
pub(crate) use crate::platform::fetch::Ask;
use crate::platform::fetch::{Failure, Loaded};
use crate::state::Store;
use jalon_view::{Element, IntoView, View, html};

/// The tags of the custom elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    /// The graded exercise of a module.
    Checkpoint,
    /// The lesson and the checkpoint.
    Module,
    /// The lesson's written prompt alone.
    Prompt,
}

impl Tag {
    pub(crate) fn named(name: &str) -> Self {
        match name {
            "jalon-module" => Self::Module,
            "jalon-prompt" => Self::Prompt,
            _ => Self::Checkpoint,
        }
    }
}

/// The whole of an element: its module, or why there is none; `retry` has the loader ask again.
pub(crate) fn screen(
    tag: Tag,
    opened: Result<Store, Failure>,
    reader: Reader,
    retry: Function,
) -> View {
    match opened {
        Ok(store) => {
            store.load_outcomes_soon();
            ready(tag, &store)
        }
        Err(failure) => failed(reader, failure, retry).into_view(),
    }
}

fn failed(reader: Reader, failure: Failure, retry: Function) -> Element {
    let why = say_with(reader, move |w| match &failure {
        Failure::NoAttribute(name) => w.no_attribute(name),
        Failure::NoConnection(url) => w.no_connection(url),
        Failure::Status(url, status) => w.bad_status((*status).into(), url),
        Failure::Unreadable(url, why) => w.unreadable(url, why),
        Failure::NoSuchModule(module, all) => w.no_such_module(module, all),
    });
    let button = html::button()
        .class("main")
        .attr("type", "button")
        .on("click", move |_| {
            // What comes of it the loader shows.
            let _ = retry.call0(&JsValue::NULL);
        })
        .child(say(reader, |w| w.retry));
    html::div()
        .class("failed")
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .child(html::p().child(html::strong().child(say(reader, |w| w.not_loaded))))
        .child(html::p().child(why))
        .child(button)
}

fn ready(tag: Tag, store: &Store) -> View {
    match tag {
        Tag::Checkpoint => checkpoint::checkpoint(store).into_view(),
        Tag::Module => {
            let lesson = lesson::lesson(store);
            vec![lesson, Some(checkpoint::checkpoint(store))].into_view()
        }
        Tag::Prompt => prompt::prompt(store).into_view(),
    }
}

/// The state of a module that was asked for, with the languages to read in chosen.
pub(crate) fn open(
    loaded: Result<Loaded, Failure>,
    ask: &Ask,
    wishes: &str,
    reader: Reader,
    place: HtmlElement,
    load_outcomes: fn() -> Loading<Outcomes>,
    options: Options,
) -> Result<Store, Failure> {
    let loaded = loaded?;
    reader.find_pictures_of(&ask.bank, loaded.module.bank().version());
    let languages = loaded.module.languages().to_vec();
    let follows_page = options.hides_language;
    let choose = |chosen: Option<Reading>| {
        let chosen = chosen.filter(|_| !follows_page);
        choose_languages(reader, chosen, wishes, &languages);
    };
    let bank = &ask.bank;
    Ok(Store::open(
        loaded,
        bank,
        reader,
        place,
        load_outcomes,
        options,
        choose,
    ))
}

/// Reads in what was chosen before, where there is that, else as the wishes say.
fn choose_languages(reader: Reader, chosen: Option<Reading>, wishes: &str, languages: &[Lang]) {
    let chosen = chosen.filter(|reading| exists(reading, languages));
    let reading = chosen.unwrap_or_else(|| reading(wishes, languages));
    reader.choose(reading, languages.to_vec());
}

fn exists(reading: &Reading, languages: &[Lang]) -> bool {
    match reading {
        Reading::Both => true,
        Reading::In(lang) => languages.contains(lang),
    }
}

/// How to read: in the first of the wishes that can be had, else in the bank's first language.
fn reading(wishes: &str, languages: &[Lang]) -> Reading {
    for wish in wishes.split(',') {
        if wish == "both" {
            return Reading::Both;
        }
        if let Some(lang) = pick(wish, languages) {
            return Reading::In(*lang);
        }
    }
    match languages.first() {
        Some(first) => Reading::In(*first),
        None => Reading::Both,
    }
}

/// The bank's language for a tag such as `fr-CA`: the same, else one of the same first part.
fn pick<'a>(wish: &str, languages: &'a [Lang]) -> Option<&'a Lang> {
    let wish: Lang = wish.to_ascii_lowercase().parse().ok()?;
    let same = languages.iter().find(|lang| **lang == wish);
    same.or_else(|| {
        languages
            .iter()
            .find(|lang| lang.primary() == wish.primary())
    })
}

/// Follows other wishes.
pub(crate) fn follow(reader: Reader, wishes: &str) {
    reader.read_in(reading(wishes, &reader.languages()));
}

/// Speaks the languages of the interface until the bank is there and says which ones it has.
pub(crate) fn first_reader(wishes: &str) -> Reader {
    let mut ours = Vec::new();
    for words in jalon_i18n::spoken() {
        if let Ok(lang) = words.lang.parse() {
            ours.push(lang);
        }
    }
    Reader::new(reading(wishes, &ours), ours)
}
