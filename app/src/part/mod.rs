//! Small pieces that screens are made of.

pub(crate) mod icon;
pub(crate) mod language;
pub(crate) mod markup;
pub(crate) mod notice;
pub(crate) mod verdict;

use jalon_engine::lang::{Lang, Localised, Reading};
use jalon_engine::markup::Address;
use jalon_engine::pieces::before;
use jalon_words::{Around, Words, for_reading};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::shared::Shared;
use jalon_view::{Element, IntoView, View, html};

/// In which languages an element is read, and where it is.
#[derive(Clone, Copy)]
pub(crate) struct Reader(Shared<ReaderState>);

struct ReaderState {
    reading: Reading,
    languages: Vec<Lang>,
    place: HtmlElement,
    /// Where the bank's pictures are, with a slash at its end.
    pictures: String,
    changed: ArcTrigger,
}

impl Reader {
    pub(crate) fn new(reading: Reading, languages: Vec<Lang>, place: HtmlElement) -> Self {
        Self(Shared::new(ReaderState {
            reading,
            languages,
            place,
            pictures: String::new(),
            changed: ArcTrigger::new(),
        }))
    }

    fn changed(self) -> ArcTrigger {
        self.0.get().borrow().changed.clone()
    }

    /// Sets the languages that there are, and how to read.
    pub(crate) fn choose(self, reading: Reading, languages: Vec<Lang>) {
        self.0.get().borrow_mut().languages = languages;
        self.read_in(reading);
    }

    /// Sets where the bank's pictures are, which is where its modules are: in a folder beside its header, of the same name.
    pub(crate) fn find_pictures_of(self, bank: &str) {
        let path = before(bank, b"?#");
        let folder = path.strip_suffix(".json").unwrap_or(path);
        self.0.get().borrow_mut().pictures = [folder, "/"].concat();
    }

    /// Where a picture is, as seen from the page.
    pub(crate) fn picture(self, address: &Address) -> String {
        address.inside(&self.0.get().borrow().pictures)
    }

    /// Reads in other languages from now on.
    pub(crate) fn read_in(self, reading: Reading) {
        self.0.get().borrow_mut().reading = reading;
        self.changed().notify();
    }

    /// The languages on screen; a view that asks is made anew when they change.
    pub(crate) fn reading(self) -> Reading {
        self.changed().track();
        self.reading_now()
    }

    /// The languages on screen at this moment.
    pub(crate) fn reading_now(self) -> Reading {
        self.0.get().borrow().reading
    }

    /// The languages there are.
    pub(crate) fn languages(self) -> Vec<Lang> {
        self.0.get().borrow().languages.clone()
    }

    /// The words to say on screen now, each language once.
    pub(crate) fn words(self) -> Vec<&'static Words> {
        self.changed().track();
        let state = self.0.get();
        let state = state.borrow();
        for_reading(&state.reading, &state.languages)
    }

    /// Moves the focus to the element that a selector finds.
    pub(crate) fn focus(self, selector: &str) {
        // The element may have been taken away meanwhile.
        let Some(state) = self.0.try_get() else {
            return;
        };
        if let Ok(Some(element)) = state.borrow().place.query_selector(selector) {
            // An element that can't take the focus is no loss.
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// How far below the window's upper edge the middle of an element is, which a selector finds.
    pub(crate) fn middle(self, selector: &str) -> f64 {
        let found = self
            .0
            .try_get()
            .and_then(|state| state.borrow().place.query_selector(selector).ok()?);
        found.map_or(f64::NAN, |element| {
            let place = element.get_bounding_client_rect();
            place.top() + place.height() / 2.0
        })
    }

    /// Moves the focus to the element that a selector finds, and the page with it, after what is under way has been shown.
    pub(crate) fn focus_soon(self, selector: String) {
        request_animation_frame(move || self.focus(&selector));
    }
}

/// What stands between the same words in two languages; no line begins with it.
pub(crate) const BETWEEN: &str = "\u{A0}· ";

/// Some interface words. A plain pointer, since most of what is said is no more than that.
pub(crate) type Phrase = fn(&'static Words) -> &'static str;

/// What is said in each language. Not a `dyn Fn`, whose table has two more functions for each of the many closures.
trait Wording {
    fn in_language(&self, words: &'static Words) -> String;
}

impl<F: Fn(&'static Words) -> String> Wording for F {
    fn in_language(&self, words: &'static Words) -> String {
        self(words)
    }
}

/// Interface words in the languages on screen, each marked with its own.
#[inline(never)]
pub(crate) fn say(reader: Reader, words: Phrase) -> View {
    say_with(reader, move |language| words(language).to_owned())
}

/// The same for words that are made of more than what the language says.
pub(crate) fn say_with(reader: Reader, words: impl Fn(&'static Words) -> String + 'static) -> View {
    say_each(reader, Box::new(words))
}

fn say_each(reader: Reader, words: Box<dyn Wording>) -> View {
    (move || {
        let mut parts = View::default();
        for (n, (lang, text)) in each(reader, &*words).into_iter().enumerate() {
            parts.add((n > 0).then(between));
            parts.add(html::span().attr("lang", lang).child(text));
        }
        parts
    })
    .into_view()
}

/// The words in each language on screen; once where all of them say the very same.
fn each(reader: Reader, words: &dyn Wording) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    for language in reader.words() {
        all.push((language.lang, words.in_language(language)));
    }
    if all.iter().all(|(_, text)| *text == all[0].1) {
        all.truncate(1);
    }
    all
}

/// For the stylesheet, which puts whole sentences on lines of their own.
fn between() -> Element {
    html::span().class("dot").child(BETWEEN)
}

/// A sentence around an answer of a bank, which is marked with its own language, if it belongs to one.
pub(crate) fn quote(
    reader: Reader,
    around: fn(&'static Words) -> Around,
    answer: String,
    lang: Option<Lang>,
) -> View {
    (move || {
        let mut parts = View::default();
        for (n, language) in reader.words().into_iter().enumerate() {
            parts.add((n > 0).then(between));
            let [before, after] = around(language);
            let quoted = html::span().child(answer.clone());
            let quoted = match &lang {
                Some(lang) => quoted.attr("lang", lang.as_str().to_owned()),
                None => quoted,
            };
            let sentence = html::span().attr("lang", language.lang);
            parts.add(sentence.child(before).child(quoted).child(after));
        }
        parts
    })
    .into_view()
}

/// The same as one text, for attributes.
pub(crate) fn said(reader: Reader, words: impl Fn(&'static Words) -> String) -> String {
    joined(reader, &words)
}

#[inline(never)]
fn joined(reader: Reader, words: &dyn Wording) -> String {
    let mut said = String::new();
    for (n, (_, text)) in each(reader, words).iter().enumerate() {
        said.push_str(if n > 0 { BETWEEN } else { "" });
        said.push_str(text);
    }
    said
}

/// Something of the bank in the languages on screen, each in an element marked with its own.
pub(crate) fn tongues<T: 'static>(
    reader: Reader,
    tag: &'static str,
    text: Localised<T>,
    part: fn(Reader, &T) -> View,
) -> View {
    (move || {
        let reading = reader.reading();
        let mut parts = View::default();
        for (lang, value) in text.iter() {
            if reading.shows(lang) {
                let one = html::element(tag)
                    .class("tongue")
                    .attr("lang", lang.as_str().to_owned());
                parts.add(one.child(part(reader, value)));
            }
        }
        parts
    })
    .into_view()
}

/// A plain text of the bank in the languages on screen.
pub(crate) fn text(reader: Reader, text: Localised<String>) -> View {
    tongues(reader, "span", text, |_, text| text.clone().into_view())
}
