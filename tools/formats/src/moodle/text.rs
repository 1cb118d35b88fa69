//! Texts as fields have them: in one of four notations, with files beside them.

use std::borrow::Cow;

use jalon_draft::Texts;

use crate::html::{Flow, canonical};
use crate::loss::Losses;
use crate::markdown;
use crate::pictures::{self, Pictures, Shelf};
use crate::xml::Element;

/// What a picture may have as base64 and still be small enough.
const MOST_BASE64: usize = 12 << 20;

/// The words of a field: of the `<text>` in it, or its own.
pub(super) fn words(element: &Element) -> Cow<'_, str> {
    match element.first("text") {
        Some(text) => Cow::Owned(text.text()),
        None => Cow::Owned(own_words(element)),
    }
}

/// What stands in an element itself.
fn own_words(element: &Element) -> String {
    let mut out = String::new();
    for node in &element.children {
        if let crate::xml::Node::Text(text) = node {
            out.push_str(text);
        }
    }
    out
}

/// The words of a field as HTML, whatever its notation.
pub(super) fn html(element: &Element) -> String {
    let words = words(element);
    let words = words.trim();
    match element.attribute("format").unwrap_or("html") {
        "plain_text" | "2" => lines(&html_escape::encode_text(words)),
        "markdown" | "4" => markdown::to_html(words),
        "moodle_auto_format" | "wiki_like" | "0" => lines(words),
        _ => words.to_owned(),
    }
}

/// Line breaks that mean one.
fn lines(words: &str) -> String {
    words.replace("\n\n", "<p>").replace('\n', "<br>")
}

/// The files beside a field, of which its text may show some.
pub(super) struct Files<'a> {
    files: Vec<(String, &'a Element, bool)>,
    pictures: &'a mut Pictures,
}

impl<'a> Files<'a> {
    pub(super) fn of(field: &'a Element, pictures: &'a mut Pictures) -> Self {
        let files = field.elements().filter(|element| element.name == "file");
        let files = files.map(|file| {
            let path = file.attribute("path").unwrap_or("/");
            let name = file.attribute("name").unwrap_or_default();
            (format!("{path}{name}"), file, false)
        });
        Self {
            files: files.collect(),
            pictures,
        }
    }

    /// Notes the files that no text shows.
    pub(super) fn note_rest(self, losses: &mut Losses) {
        for (name, _, used) in self.files {
            if !used {
                losses.dropped(
                    format!("the file {}", name.trim_start_matches('/')),
                    "no picture in the text uses it",
                );
            }
        }
    }

    fn own(&mut self, path: &str, losses: &mut Losses) -> Option<String> {
        let path = pictures::unescaped(path.split(['?', '#']).next().unwrap_or_default());
        let mut files = self.files.iter_mut();
        let Some((name, file, used)) = files.find(|(name, ..)| *name == path) else {
            losses.dropped(
                format!("the picture {}", path.trim_start_matches('/')),
                "the file refers to it and doesn't have it",
            );
            return None;
        };
        *used = true;
        let name = name.trim_start_matches('/').to_owned();
        let bytes = bytes_of(file);
        let added = bytes.and_then(|bytes| self.pictures.add(&name, bytes));
        added
            .map_err(|why| losses.dropped(format!("the picture {name}"), why))
            .ok()
    }
}

fn bytes_of(file: &Element) -> Result<Vec<u8>, String> {
    if file
        .attribute("encoding")
        .is_some_and(|encoding| encoding != "base64")
    {
        return Err("it isn't valid base64".to_owned());
    }
    let length: usize = file
        .children
        .iter()
        .map(|node| match node {
            crate::xml::Node::Text(text) => text.len(),
            crate::xml::Node::Element(_) => 0,
        })
        .sum();
    if length > MOST_BASE64 {
        let size = (length / 4 * 3) >> 20;
        return Err(format!(
            "it has about {size} MB, and a bank's pictures up to 8 MB"
        ));
    }
    pictures::decode(&own_words(file))
}

impl Shelf for Files<'_> {
    fn find(&mut self, address: &str, losses: &mut Losses) -> Option<String> {
        match address.strip_prefix("@@PLUGINFILE@@") {
            Some(path) => self.own(path, losses),
            None => self.pictures.find(address, losses),
        }
    }
}

/// Texts in the one spelling that comes back.
pub(super) fn own_spelling(texts: &mut Texts, flow: Flow) {
    for text in texts.values_mut() {
        *text = canonical(text, flow);
    }
}
