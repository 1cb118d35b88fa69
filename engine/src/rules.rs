//! Rules that values of many types keep.

use std::collections::BinaryHeap;

use crate::fault::{FaultSink, Spot, Subject, Violation};
use crate::lang::{Lang, Localised};

pub(crate) fn range(
    sink: &mut impl FaultSink,
    spot: Spot<'_>,
    what: Subject,
    found: u64,
    range: std::ops::RangeInclusive<u64>,
) {
    if !range.contains(&found) {
        sink.add(spot, || Violation::OutOfRange(what, found, range));
    }
}

/// Every language of the bank, and no other.
pub(crate) fn languages<T>(
    sink: &mut impl FaultSink,
    spot: Spot<'_>,
    langs: &[Lang],
    text: &Localised<T>,
) {
    for lang in langs {
        if text.get(lang).is_none() {
            sink.add(spot, || Violation::MissingLanguage(*lang));
        }
    }
    foreign(sink, spot, langs, text);
}

/// No language that the bank doesn't have.
pub(crate) fn foreign<T>(
    sink: &mut impl FaultSink,
    spot: Spot<'_>,
    langs: &[Lang],
    text: &Localised<T>,
) {
    for lang in text.langs() {
        if !langs.contains(lang) {
            sink.add(spot, || Violation::ForeignLanguage(*lang));
        }
    }
}

pub(crate) fn words(
    sink: &mut impl FaultSink,
    spot: Spot<'_>,
    langs: &[Lang],
    what: Subject,
    text: &Localised<String>,
) {
    languages(sink, spot, langs, text);
    for (_, words) in text.iter() {
        if words.trim().is_empty() {
            sink.add(spot, || Violation::EmptyText(what));
        }
    }
}

/// Reports what comes twice; the second one is the fault.
pub(crate) fn twice<'a>(
    sink: &mut impl FaultSink,
    what: Subject,
    ids: &mut dyn Iterator<Item = &'a str>,
    spot: impl Fn(usize) -> Spot<'a>,
) {
    for (n, id) in repeated(ids) {
        sink.add(spot(n), || Violation::Twice(what, id.to_owned()));
    }
}

/// What has been there before, with its index.
fn repeated<'a>(ids: &mut dyn Iterator<Item = &'a str>) -> Vec<(usize, &'a str)> {
    // A heap sorts in a quarter of the code of a set that hashes, and keeps ten thousand ids quick.
    let mut heap = BinaryHeap::new();
    for (n, id) in ids.enumerate() {
        heap.push((id, n));
    }
    let mut repeated = Vec::new();
    let mut last = None;
    while let Some((id, n)) = heap.pop() {
        if let Some((same, later)) = last
            && same == id
        {
            repeated.push((later, id));
        }
        last = Some((id, n));
    }
    repeated
}

/// A feedback, where there is one, is there in every language.
pub(crate) fn feedback<T>(
    sink: &mut impl FaultSink,
    spot: Spot<'_>,
    langs: &[Lang],
    text: &Localised<T>,
) {
    if !text.is_empty() {
        languages(sink, spot, langs, text);
    }
}
