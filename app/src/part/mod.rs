//! Small pieces that screens are made of.

pub(crate) mod el;
pub(crate) mod icon;
pub(crate) mod language;
pub(crate) mod markup;
pub(crate) mod notice;
pub(crate) mod verdict;

use jalon_engine::lang::{Lang, Localised, Reading};
use jalon_words::{Words, for_reading};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use el::{Part, el, live};

/// In which languages an element is read, and where it is.
#[derive(Clone, Copy)]
pub(crate) struct Reader {
    state: StoredValue<ReaderState, LocalStorage>,
    changed: RwSignal<()>,
}

struct ReaderState {
    reading: Reading,
    languages: Vec<Lang>,
    place: HtmlElement,
}

impl Reader {
    pub(crate) fn new(reading: Reading, languages: Vec<Lang>, place: HtmlElement) -> Self {
        Self {
            state: StoredValue::new_local(ReaderState {
                reading,
                languages,
                place,
            }),
            changed: RwSignal::new(()),
        }
    }

    /// Sets the languages that there are, and how to read.
    pub(crate) fn choose(self, reading: Reading, languages: Vec<Lang>) {
        self.state.update_value(|state| state.languages = languages);
        self.read_in(reading);
    }

    /// Reads in other languages from now on.
    pub(crate) fn read_in(self, reading: Reading) {
        self.state.update_value(|state| state.reading = reading);
        self.changed.notify();
    }

    /// The languages on screen; a view that asks is made anew when they change.
    pub(crate) fn reading(self) -> Reading {
        self.changed.track();
        self.reading_now()
    }

    /// The languages on screen at this moment.
    pub(crate) fn reading_now(self) -> Reading {
        self.state.with_value(|state| state.reading.clone())
    }

    /// The languages there are.
    pub(crate) fn languages(self) -> Vec<Lang> {
        self.state.with_value(|state| state.languages.clone())
    }

    /// The words to say on screen now, each language once.
    pub(crate) fn words(self) -> Vec<&'static Words> {
        self.changed.track();
        self.state
            .with_value(|state| for_reading(&state.reading, &state.languages))
    }

    /// Moves the focus to the element that a selector finds, and the page with it, after what is under way has been shown.
    pub(crate) fn focus_soon(self, selector: String) {
        request_animation_frame(move || {
            let find = |state: &ReaderState| state.place.query_selector(&selector);
            let found = self.state.try_with_value(find);
            let element = found.and_then(|found| found.ok()?);
            if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
                // An element that can't take the focus is no loss.
                let _ = element.focus();
            }
        });
    }
}

/// What stands between the same words in two languages.
const BETWEEN: &str = " · ";

/// Interface words in the languages on screen, each marked with its own.
pub(crate) fn say<T: AsRef<str>>(
    reader: Reader,
    words: impl Fn(&'static Words) -> T + Send + Sync + 'static,
) -> AnyView {
    say_each(
        reader,
        Box::new(move |language| words(language).as_ref().to_owned()),
    )
}

fn say_each(reader: Reader, words: Box<dyn Fn(&'static Words) -> String + Send + Sync>) -> AnyView {
    live(move || {
        let mut parts = Vec::new();
        for (n, language) in reader.words().into_iter().enumerate() {
            (n > 0).then_some(BETWEEN).push_to(&mut parts);
            el("span")
                .attr("lang", language.lang)
                .child(words(language))
                .push_to(&mut parts);
        }
        parts.alone()
    })
}

/// The same as one text, for attributes.
pub(crate) fn said<T: AsRef<str>>(reader: Reader, words: impl Fn(&'static Words) -> T) -> String {
    let all: Vec<String> = reader
        .words()
        .into_iter()
        .map(|w| words(w).as_ref().to_owned())
        .collect();
    all.join(BETWEEN)
}

/// Something of the bank in the languages on screen, each in an element marked with its own.
pub(crate) fn tongues<T: Clone + Send + 'static>(
    reader: Reader,
    tag: &'static str,
    text: Localised<T>,
    part: fn(T) -> AnyView,
) -> AnyView {
    live(move || {
        let reading = reader.reading();
        let mut parts = Vec::new();
        for (lang, value) in text.iter() {
            if reading.shows(lang) {
                let one = el(tag).class("tongue").attr("lang", lang.as_str());
                one.child(part(value.clone())).push_to(&mut parts);
            }
        }
        parts.alone()
    })
}

/// A plain text of the bank in the languages on screen.
pub(crate) fn text(reader: Reader, text: Localised<String>) -> AnyView {
    tongues(reader, "span", text, Part::alone)
}
