//! What items are read with, and what each of their parts has to know.

use jalon_draft::{self as draft, Wording};

use crate::html::{self, Flow};
use crate::loss::Losses;
use crate::slug::{Taken, slug};
use crate::xml::Element;

use super::body::Writer;
use super::condition::Test;
use super::declared::{self, Response};
use super::feedback::Notes;
use super::files::Files;
use super::marking::Marking;
use super::pictures::Shelf;

/// What is read with: the files, what came out of them, and the losses.
pub(super) struct ItemReader<'r, 'f> {
    pub(super) files: &'r mut Files<'f>,
    pub(super) shelf: Shelf,
    pub(super) losses: &'r mut Losses,
}

/// An item and what is known of it.
pub(super) struct Item<'a> {
    pub(super) root: &'a Element,
    /// Its file, which pictures are looked up from.
    pub(super) file: &'a str,
    pub(super) responses: Vec<Response>,
    pub(super) marking: Marking,
    pub(super) notes: Notes,
}

/// What a kind makes of an interaction.
pub(super) struct InteractionDraft {
    pub(super) body: draft::Body,
    pub(super) wording: Wording,
    /// The responses that it is about.
    pub(super) responses: Vec<String>,
}

/// Or why there can be no question.
pub(super) type Made = Result<InteractionDraft, String>;

impl Item<'_> {
    /// A declared response.
    pub(super) fn response(&self, id: &str) -> Option<&Response> {
        self.responses.iter().find(|one| one.id == id)
    }

    /// The response that an interaction is about.
    pub(super) fn response_of(&self, interaction: &Element) -> Result<&Response, String> {
        let id = interaction
            .attribute("responseIdentifier")
            .unwrap_or_default();
        self.response(id)
            .ok_or_else(|| format!("its response `{id}` is not declared, so it has no key"))
    }

    /// A mark of ours, which a bank that was handed on has.
    pub(super) fn mark(&self, name: &str) -> Option<&str> {
        let name = format!("data-jalon-{name}");
        self.root.first("itemBody")?.attribute(&name)
    }

    /// True where a response earns what its mapping says.
    pub(super) fn is_mapped(&self, response: &Response) -> bool {
        let said = self.marking.mapped.contains(&response.id);
        let is_bare = !self.marking.is_said && response.mapping.is_some();
        (said || is_bare) && response.mapping.is_some()
    }

    /// How many values there are to be right, in the response that has most.
    pub(super) fn values(&self) -> usize {
        let counts = self.responses.iter().map(|one| {
            let mapped = one.mapping.as_ref().map_or(0, |all| all.entries.len());
            one.correct.len().max(mapped)
        });
        counts.max().unwrap_or(0)
    }

    /// The pairs of a response that are right.
    pub(super) fn pairs(&self, response: &Response) -> Vec<(String, String)> {
        let mut own: Vec<&str> = response.correct.iter().map(String::as_str).collect();
        if own.is_empty() {
            let mapping = response.mapping.as_ref();
            let entries = mapping.into_iter().flat_map(|mapping| &mapping.entries);
            own.extend(
                entries
                    .filter(|one| one.value > 0.0)
                    .map(|one| one.key.as_str()),
            );
        }
        let pairs = own.iter().filter_map(|pair| {
            let (one, other) = pair.split_once(' ')?;
            Some((one.to_owned(), other.trim().to_owned()))
        });
        pairs.collect()
    }

    /// The value of a response that earns most.
    pub(super) fn best_of(&self, response: &Response) -> Option<String> {
        if let Some(first) = response.correct.first() {
            return Some(first.clone());
        }
        let entries = response.mapping.iter().flat_map(|mapping| &mapping.entries);
        let best = entries.max_by(|one, other| one.value.total_cmp(&other.value));
        let best = best
            .filter(|one| one.value > 0.0)
            .map(|one| one.key.clone());
        best.or_else(|| {
            let own = self.marking.awards.iter();
            let mut own = own.filter(|award| award.response == response.id && award.worth > 0.0);
            own.find_map(|award| match &award.test {
                Test::Value(value) | Test::Text { to: value, .. } => Some(value.clone()),
                _ => None,
            })
        })
    }

    /// What there is to earn with a response.
    pub(super) fn worth_of(&self, response: &Response) -> f64 {
        let awards = self.marking.awards.iter();
        let own = awards.filter(|award| award.response == response.id);
        let awarded = own.map(|award| award.worth).fold(0.0, f64::max);
        if !self.is_mapped(response) {
            return if awarded > 0.0 { awarded } else { 1.0 };
        }
        let Some(mapping) = &response.mapping else {
            return awarded;
        };
        let values = mapping.entries.iter().map(|entry| entry.value);
        let positive = values.filter(|value| *value > 0.0);
        let total = match response.cardinality {
            declared::Cardinality::Single => positive.fold(0.0, f64::max),
            _ => positive.sum(),
        };
        mapping.most.map_or(total, |most| total.min(most)) + awarded
    }
}

impl<'f> ItemReader<'_, 'f> {
    /// HTML as Markdown; it is in the language of the item.
    pub(super) fn text(&mut self, html: &str, flow: Flow) -> String {
        let texts = html::to_markdown(html, flow, self.losses);
        texts.into_values().next().unwrap_or_default()
    }

    /// A wording that asks what HTML says.
    pub(super) fn asking(&mut self, html: &str) -> Wording {
        Wording {
            prompt: self.text(html, Flow::Blocks),
            ..Wording::default()
        }
    }

    pub(super) fn writer<'w>(&'w mut self, file: &'w str) -> Writer<'w, 'f> {
        Writer {
            files: self.files,
            shelf: &mut self.shelf,
            losses: self.losses,
            file,
        }
    }

    /// What is in an element, on one line.
    pub(super) fn line(&mut self, item: &Item<'_>, element: &Element) -> String {
        let html = self.writer(item.file).html(element);
        self.text(&html, Flow::Line)
    }
}

/// An identifier of XML as an id: ids that start with a digit were written with a line in front.
pub(super) fn identifier(text: &str) -> String {
    let own = text.strip_prefix('_').unwrap_or(text);
    match own.parse::<jalon_engine::id::QuestionId>() {
        Ok(_) => own.to_owned(),
        Err(_) => slug(own),
    }
}

/// Ids for the identifiers of the parts of a question, each once.
pub(super) fn ids<'a>(
    identifiers: impl Iterator<Item = &'a str>,
    prefix: &str,
) -> Vec<(String, String)> {
    let mut taken = Taken::default();
    let named = identifiers.enumerate().map(|(n, own)| {
        let id = identifier(own);
        let id = match id.is_empty() {
            true => format!("{prefix}{}", n + 1),
            false => id,
        };
        (own.to_owned(), taken.free(&id))
    });
    named.collect()
}

/// The same for elements that have identifiers.
pub(super) fn named(elements: &[&Element], prefix: &str) -> Vec<(String, String)> {
    let own = elements
        .iter()
        .map(|one| one.attribute("identifier").unwrap_or_default());
    ids(own, prefix)
}

/// A number without a tail of zeros.
pub(super) fn short_number(number: f64) -> String {
    let text = format!("{number:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// True where two shares are the same but for rounding.
pub(super) fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() < 0.002
}

/// True for a test of the correct response.
pub(super) fn asks_correct(test: &Test) -> bool {
    matches!(test, Test::Correct)
}
