//! What the kinds with items share: texts of the bank where no markup can be, what was done said aloud, and what became of an
//! item.

use std::cell::RefCell;
use std::rc::Rc;

use jalon_engine::feedback::Verdict;
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::Response;
use jalon_engine::kind::pairs::Placed;
use jalon_engine::lang::{Lang, Localised};
use jalon_engine::markup::Line;
use jalon_i18n::Words;
use leptos::prelude::*;

use crate::part::icon::{Icon, icon};
use crate::part::{Reader, markup, say_with, text};
use jalon_view::{Element, IntoView, View, html};

/// The styles of items to match, to sort and to put in order.
pub(crate) const STYLES: &str = include_str!("../../style/kinds/arrange.css");

/// Parts of a question with their texts as plain words.
pub(super) type Plain = Vec<(ChoiceId, Localised<String>)>;

pub(super) fn plain(parts: &[(ChoiceId, Localised<Line>)]) -> Plain {
    let mut all = Vec::new();
    for (id, text) in parts {
        all.push((*id, text.map(|_, line| line.to_plain())));
    }
    all
}

/// The text of a part; nothing for one that isn't there.
pub(super) fn text_of(parts: &Plain, id: &ChoiceId) -> Localised<String> {
    let mut all = parts.iter();
    let found = all.find(|(own, _)| own == id);
    found.map(|(_, text)| text.clone()).unwrap_or_default()
}

/// A sentence about a text of the bank, in each language of the text.
pub(super) fn sentence(
    every: &Localised<String>,
    words: impl Fn(&'static Words, &Lang, &str) -> String,
) -> Localised<String> {
    every.map(|lang, text| words(jalon_i18n::of(lang), lang, text))
}

/// The same where it is not kept: what is localised is never freed.
pub(super) fn sentences(
    every: &Localised<String>,
    words: impl Fn(&'static Words, &Lang, &str) -> String,
) -> Vec<(Lang, String)> {
    let mut all = Vec::new();
    for (lang, text) in every.all() {
        all.push((*lang, words(jalon_i18n::of(lang), lang, text)));
    }
    all
}

/// The text in one language; empty where there is none.
pub(super) fn in_lang<'a>(text: &'a Localised<String>, lang: &Lang) -> &'a str {
    text.get(lang).map_or("", String::as_str)
}

/// A text in the languages on screen as one, for options and names of buttons; once where it is the same in all of them.
pub(super) fn on_one_line(reader: Reader, text: &[(Lang, String)]) -> String {
    let reading = reader.reading();
    let mut line = String::new();
    for (lang, text) in text {
        if reading.shows(lang) && line != *text {
            line.push_str(if line.is_empty() { "" } else { " – " });
            line.push_str(text);
        }
    }
    line
}

/// What was done last, for those who can't see it.
pub(super) struct Aloud {
    said: RefCell<Localised<String>>,
    changed: ArcTrigger,
}

impl Aloud {
    pub(super) fn new() -> Rc<Self> {
        Rc::new(Self {
            said: RefCell::default(),
            changed: ArcTrigger::new(),
        })
    }

    pub(super) fn say(&self, sentence: Localised<String>) {
        self.said.replace(sentence);
        self.changed.notify();
    }

    pub(super) fn view(self: &Rc<Self>, reader: Reader, class: &'static str) -> Element {
        let aloud = self.clone();
        html::p()
            .class(class)
            .attr("role", "status")
            .child(move || {
                aloud.changed.track();
                text(reader, aloud.said.borrow().clone())
            })
    }
}

/// What became of an item, in words and by a sign, with something more to know.
pub(super) fn outcome(
    reader: Reader,
    verdict: Verdict,
    more: Option<Localised<String>>,
) -> Element {
    let (class, sign) = match verdict {
        Verdict::Right => ("mark right", Icon::Check),
        Verdict::Unanswered | Verdict::Compare => ("mark", Icon::Dash),
        Verdict::Partly | Verdict::Wrong | Verdict::NotYet => ("mark wrong", Icon::Cross),
    };
    let words = say_with(reader, move |w| (w.verdict)(verdict).to_owned());
    html::span()
        .class(class)
        .child(icon(sign))
        .child(html::span().child(words))
        .child(more.map(|more| html::span().child(text(reader, more))))
}

/// Parts as a list that stands on paper alone: there, nobody can open a menu.
pub(super) fn on_paper(reader: Reader, parts: Vec<(ChoiceId, Localised<Line>)>) -> Element {
    let mut list = html::ol().class("paper");
    for (_, text) in parts {
        list = list.child(html::li().child(markup::line(reader, text)));
    }
    list
}

/// A word on an item.
pub(super) fn note(reader: Reader, note: Option<Localised<Line>>) -> View {
    let words = |note| html::p().class("hint").child(markup::line(reader, note));
    note.map(words).into_view()
}

/// Where items were put so far.
pub(super) fn placed(response: Option<Response>) -> Placed {
    match response {
        Some(Response::Match(given) | Response::Classify(given)) => given,
        _ => Placed::default(),
    }
}
