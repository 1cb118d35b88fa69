//! Small pieces that screens are made of.

pub(crate) mod icon;
pub(crate) mod language;
pub(crate) mod markup;
pub(crate) mod notice;
pub(crate) mod verdict;

use jalon_engine::bank::BankVersion;
use jalon_engine::lang::{Lang, Localised, Reading};
use jalon_engine::markup::Address;
use jalon_i18n::{Quote, Words, for_reading};
use leptos::prelude::*;

use jalon_view::{Element, IntoView, View, html};

/// In which languages an element, or one question of it, is read.
#[derive(Clone, Copy)]
pub(crate) struct Reader {
    languages: RwSignal<Languages>,
    /// Whether texts of several languages may stand side by side.
    side_by_side: bool,
}

struct Languages {
    reading: Reading,
    all: Vec<Lang>,
    /// Where the bank's pictures are, with a slash at its end.
    pictures: String,
    /// The bank's version.
    version: String,
}

impl Reader {
    pub(crate) fn new(reading: Reading, languages: Vec<Lang>) -> Self {
        let languages = Languages {
            reading,
            all: languages,
            pictures: String::new(),
            version: String::new(),
        };
        Self {
            languages: RwSignal::new(languages),
            side_by_side: true,
        }
    }

    /// The same for texts that say different things in each language: where all languages are chosen, it reads in the first.
    pub(crate) fn one_by_one(self) -> Self {
        Self {
            side_by_side: false,
            ..self
        }
    }

    /// Sets the languages that there are, and how to read.
    pub(crate) fn choose(self, reading: Reading, languages: Vec<Lang>) {
        self.languages.update(|own| {
            own.reading = reading;
            own.all = languages;
        });
    }

    /// Sets where the bank's pictures are, which is where its modules are: in a folder beside its header, of the same name.
    pub(crate) fn find_pictures_of(self, bank: &str, version: &BankVersion) {
        let path = bank.split(['?', '#']).next().unwrap_or(bank);
        let folder = path.strip_suffix(".json").unwrap_or(path);
        self.languages.update(|own| {
            own.pictures = [folder, "/"].concat();
            own.version = version.0.clone();
        });
    }

    /// Where a picture is, as seen from the page.
    pub(crate) fn picture(self, address: &Address) -> String {
        self.languages
            .with_untracked(|own| address.inside(&own.pictures, &own.version))
    }

    /// Reads in other languages from now on.
    pub(crate) fn read_in(self, reading: Reading) {
        self.languages.update(|own| own.reading = reading);
    }

    /// The languages on screen; a view that asks is made anew when they change.
    pub(crate) fn reading(self) -> Reading {
        self.languages.with(|own| self.reading_of(own))
    }

    /// The languages on screen at this moment.
    pub(crate) fn reading_now(self) -> Reading {
        self.languages.with_untracked(|own| self.reading_of(own))
    }

    fn reading_of(self, own: &Languages) -> Reading {
        match (own.reading, own.all.first()) {
            (Reading::Both, Some(first)) if !self.side_by_side => Reading::In(*first),
            (reading, _) => reading,
        }
    }

    /// The languages there are.
    pub(crate) fn languages(self) -> Vec<Lang> {
        self.languages.with_untracked(|own| own.all.clone())
    }

    /// The words to say on screen now, each language once.
    pub(crate) fn words(self) -> Vec<&'static Words> {
        self.languages
            .with(|own| for_reading(&self.reading_of(own), &own.all))
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
    quoting: fn(&'static Words) -> Quote,
    answer: String,
    lang: Option<Lang>,
) -> View {
    (move || {
        let mut parts = View::default();
        for (n, language) in reader.words().into_iter().enumerate() {
            parts.add((n > 0).then(between));
            let (before, after) = quoting(language).around();
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
