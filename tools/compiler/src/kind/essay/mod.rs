//! Write a text, and compare it with a model answer.

pub(super) mod body;

use std::sync::Arc;

use jalon_engine::bank::{Location, Subject, Violation};
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::essay::{Counts, Essay};
use jalon_engine::kind::{Body, Kind};

use super::part::{OwnText, PartName};
use super::source::{KindSource, KindSpec};
use crate::compile::{Compiler, clip};
use crate::faults::spot::{Spot, twice};
use crate::read::{At, Names, record};

pub(super) const KIND: KindSpec = KindSpec {
    kind: Kind::Essay,
    keys: Source::KEYS,
    take: |table, reader| Arc::new(Source::take(table, reader)),
    response: r#"{"essay":"..."}"#,
    shorthand: "what is written; it is never graded",
};

record! {
    /// A question with a place to write.
    pub(crate) struct Source {
        /// The checklist.
        required points("point"): At<Vec<Point>>,
        /// The fewest words advised.
        optional least("min-words"): At<u64>,
        /// The most words advised.
        optional most("max-words"): At<u64>,
    }
}

record! {
    /// A point of the checklist.
    pub(crate) struct Point {
        /// Names it for the wordings, which have its texts.
        required id: At<ChoiceId>,
    }
}

impl Names for Counts {
    const NAMES: &'static [(&'static str, Self)] =
        &[("private", Self::Private), ("mastery", Self::Mastery)];
}

impl Source {
    fn points(&self) -> impl Iterator<Item = &Point> {
        self.points.iter().flat_map(|points| &points.value)
    }

    /// The ids of its points that could be read.
    fn ids(&self) -> impl Iterator<Item = &At<ChoiceId>> {
        self.points().filter_map(|point| point.id.as_ref())
    }
}

impl KindSource for Source {
    fn body(&self, compiler: &mut Compiler<'_>) -> Body {
        Body::Essay(Essay {
            points: self.ids().map(|id| id.value).collect(),
            least: self.least.map(|words| clip(words.value)),
            most: self.most.map(|words| clip(words.value)),
            counts: compiler.essays,
        })
    }

    fn is_whole(&self) -> bool {
        self.points.is_some()
    }

    fn locate(&self, _: &Location, flaw: &Violation) -> Vec<Spot> {
        match flaw {
            Violation::TooFew(Subject::Point, _) => {
                let empty = self.points.iter().filter(|points| points.value.is_empty());
                Spot::list(empty.map(|points| points.span))
            }
            Violation::Twice(Subject::Point, id) => twice(self.ids(), id),
            Violation::OutOfRange(Subject::LeastWords, ..) => {
                Spot::list(self.least.map(|words| words.span))
            }
            Violation::OutOfRange(Subject::MostWords, ..) => {
                Spot::list(self.most.map(|words| words.span))
            }
            Violation::Essay(_) => Spot::list(self.most.map(|words| words.span)),
            _ => Vec::new(),
        }
    }

    fn parts(&self) -> Vec<(PartName, &At<ChoiceId>)> {
        self.ids().map(|id| (PartName::Point, id)).collect()
    }

    fn own_text(&self) -> Option<OwnText> {
        Some(OwnText::Model)
    }
}
