//! What stands in the JSON of a content: texts, flags, pictures, and what behaves otherwise than usual.

use serde_json::{Map, Value};

use crate::archive::Archive;
use crate::html::{Flow, to_markdown_with};
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::pictures::{Pictures, Shelf};
use crate::text::short;

/// What stands in the JSON of a content.
pub(super) type Params = Map<String, Value>;

/// The folder of everything that a content shows.
const CONTENT: &str = "content/content.json";

/// Where texts and pictures of a package go.
pub(super) struct Package<'a> {
    pub(super) archive: Archive<'a>,
    pub(super) pictures: Pictures,
    pub(super) lang: String,
}

impl Shelf for Package<'_> {
    fn find(&mut self, address: &str, losses: &mut Losses) -> Option<String> {
        let Some(name) = self.archive.find(CONTENT, address).map(str::to_owned) else {
            return self.pictures.find(address, losses);
        };
        let bytes = self.archive.read(&name).map_err(|refusal| refusal.why);
        let added = bytes.and_then(|bytes| self.pictures.add(&name, bytes));
        added
            .map_err(|why| losses.dropped(format!("the picture {name}"), why))
            .ok()
    }
}

impl Package<'_> {
    /// A text of a content, which is HTML, as Markdown.
    pub(super) fn text(
        &mut self,
        value: Option<&Value>,
        flow: Flow,
        losses: &mut Losses,
    ) -> Option<String> {
        self.html(value?.as_str()?, flow, losses)
    }

    pub(super) fn html(&mut self, html: &str, flow: Flow, losses: &mut Losses) -> Option<String> {
        let mut texts = to_markdown_with(html, flow, self, losses);
        let own = texts.shift_remove(UNDETERMINED);
        own.or_else(|| texts.into_values().next())
    }

    /// The picture beside a question as the beginning of what is asked; sound and film can't come along.
    pub(super) fn media(&mut self, params: &Params, losses: &mut Losses) -> Option<String> {
        let media = params.get("media")?;
        // Older contents have the medium itself where newer ones have its type.
        let own = media
            .get("type")
            .filter(|own| own.is_object())
            .unwrap_or(media);
        let library = own.get("library").and_then(Value::as_str)?;
        let params = own.get("params");
        if !library.starts_with("H5P.Image ") {
            let is_filled = params
                .and_then(Value::as_object)
                .is_some_and(|params| !params.is_empty());
            if is_filled {
                losses.dropped(
                    format!("the medium {library}"),
                    "a question has pictures only",
                );
            }
            return None;
        }
        let params = params?;
        let path = params
            .get("file")
            .and_then(|file| file.get("path"))
            .and_then(Value::as_str)?;
        let address = self.find(path, losses)?;
        let alt = params
            .get("alt")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .trim();
        if alt.is_empty() {
            losses.guessed(
                format!("the alternative text of the picture {address}"),
                "the file has none for those who can't see the picture: write it between the brackets",
            );
        }
        let alt = if alt.is_empty() { "picture" } else { alt };
        Some(format!("![{}]({address})", crate::markdown::escape(alt)))
    }
}

/// The object under a key; an empty one where there is none.
pub(super) fn object(params: &Params, key: &str) -> Params {
    params
        .get(key)
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default()
}

/// The list under a key.
pub(super) fn list<'a>(params: &'a Map<String, Value>, key: &str) -> &'a [Value] {
    params
        .get(key)
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default()
}

/// A flag; older contents write them as texts.
pub(super) fn flag(value: Option<&Value>) -> Option<bool> {
    match value? {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// What each option is where nobody touched it.
const USUAL: &[(&str, bool)] = &[
    ("enableRetry", true),
    ("enableSolutionsButton", true),
    ("enableCheckButton", true),
    ("showSolutionsRequiresInput", true),
    ("showScorePoints", true),
    ("enableSolutions", true),
    ("randomQuestions", false),
];

/// Notes options that are not as usual, and what is said of ranges of points.
pub(super) fn note_rest(
    mut behaviour: Params,
    params: &Params,
    known: &[&str],
    losses: &mut Losses,
) {
    for key in known {
        behaviour.remove(*key);
    }
    for (key, value) in behaviour {
        let usual = USUAL
            .iter()
            .find(|(own, _)| *own == key)
            .is_some_and(|(_, usual)| *usual);
        let is_usual = match &value {
            Value::Bool(value) => *value == usual,
            Value::Null | Value::Number(_) | Value::Object(_) | Value::Array(_) => {
                key != "passPercentage" || value == 100
            }
            Value::String(text) => text.is_empty(),
        };
        if !is_usual {
            losses.dropped(
                format!("behaviour.{key}: {value}"),
                "there is no such setting here",
            );
        }
    }
    for range in list(params, "overallFeedback") {
        let Some(text) = range
            .get("feedback")
            .and_then(Value::as_str)
            .filter(|text| !text.trim().is_empty())
        else {
            continue;
        };
        let (from, to) = (
            range.get("from").unwrap_or(&Value::Null),
            range.get("to").unwrap_or(&Value::Null),
        );
        losses.dropped(
            format!("the feedback “{}” for {from} to {to} percent", short(text)),
            "feedback belongs to answers here, not to points",
        );
    }
}
