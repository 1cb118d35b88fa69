//! What GIFT does for a kind, and what the kinds share.

use jalon_draft::{Body, Texts, Wording, Written};

use crate::gift::marks::About;
use crate::gift::text::{self, Format};
use crate::html::Flow;
use crate::loss::Losses;

/// How a kind is said.
pub(in crate::gift) struct KindWriter {
    /// Fits the body to what GIFT can say; false where nothing of it can be. A body that becomes one of another kind is fitted as that one
    /// too.
    pub(in crate::gift) lower: fn(&mut Body, &mut Wording, &mut Losses) -> bool,
    /// What is said of it in the comment above the question.
    pub(in crate::gift) marks: fn(&Body) -> Vec<(About, String)>,
    /// What stands between the braces.
    pub(in crate::gift) inside: fn(&Inside<'_>, &Body) -> String,
    /// Whether the braces may stand in the text, as a missing word.
    pub(in crate::gift) is_missing_word: bool,
}

pub(super) const NO_PLACE: &str = "GIFT has no place for it";

pub(super) fn no_marks(_: &Body) -> Vec<(About, String)> {
    Vec::new()
}

pub(super) fn nothing_inside(_: &Inside<'_>, _: &Body) -> String {
    String::new()
}

pub(super) fn none(why: &str, losses: &mut Losses) -> bool {
    losses.dropped("the question", why);
    false
}

pub(super) fn no_order(shuffle: &mut Option<bool>, losses: &mut Losses) {
    if shuffle.take() == Some(false) {
        losses.dropped("the order that was to be kept", NO_PLACE);
    }
}

/// The weights that Moodle has in its list, in percent; others are refused, unless the nearest one is asked for.
const KNOWN: [f64; 21] = [
    0.0, 5.0, 10.0, 11.11111, 12.5, 14.28571, 16.66667, 20.0, 25.0, 30.0, 33.33333, 40.0, 50.0,
    60.0, 66.66667, 70.0, 75.0, 80.0, 83.33333, 90.0, 100.0,
];

pub(super) fn note_unknown(weights: impl Iterator<Item = f64>, losses: &mut Losses) {
    let is_known = |weight: &f64| KNOWN.iter().any(|own| (own - weight.abs()).abs() < 1e-4);
    let mut unknown: Vec<String> = weights
        .filter(|weight| !is_known(weight))
        .map(|weight| format!("{weight} %"))
        .collect();
    unknown.dedup();
    if !unknown.is_empty() {
        let what = format!("the weights {}", unknown.join(", "));
        let why = "they are in the file, but Moodle has no such weights: let it take the nearest ones when you import it";
        losses.changed(what, why);
    }
}

/// The texts of what stands between the braces.
pub(in crate::gift) struct Inside<'a> {
    pub(in crate::gift) format: Format,
    pub(in crate::gift) wording: &'a Wording,
}

impl Inside<'_> {
    pub(super) fn line(&self, text: &str) -> String {
        text::write(text, self.format, Flow::Line)
    }

    pub(super) fn feedback(&self, texts: &Texts) -> String {
        match first(texts) {
            "" => String::new(),
            text => format!("#{}", self.line(text)),
        }
    }
}

pub(in crate::gift) fn first(texts: &Texts) -> &str {
    texts.values().next().map_or("", String::as_str)
}

/// A weight as Moodle knows it: 33.33333.
pub(super) fn percent(weight: f64) -> String {
    let text = format!("{weight:.5}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    format!("%{text}%")
}

pub(super) fn plain(number: &Written) -> String {
    match number {
        Written::Whole(number) => number.to_string(),
        Written::Fraction(number) => number.to_string(),
        Written::Text(text) => text.clone(),
    }
}
