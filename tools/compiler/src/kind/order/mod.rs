//! Put items in order.

pub(super) mod body;

use std::collections::BTreeSet;
use std::sync::Arc;

use jalon_engine::bank::{Location, Subject, Violation};
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::order::{Credit, Order};
use jalon_engine::kind::{Body, Kind, Response};
use jalon_engine::shared::Shared;

use super::pairs::Bare;
use super::part::PartName;
use super::sample::{Sample, Samples};
use super::source::{KindSource, KindSpec};
use crate::compile::Compiler;
use crate::faults::spot::{Spot, twice};
use crate::read::{At, Names, record};

pub(super) const KIND: KindSpec = KindSpec {
    kind: Kind::Order,
    keys: Source::KEYS,
    take: |table, reader| Arc::new(Source::take(table, reader)),
    response: r#"{"order":["plan","do"]}"#,
    shorthand: "plan, do",
};

record! {
    /// A question of items to put in order.
    pub(crate) struct Source {
        /// What counts in an order that is right in part.
        optional credit: Credit,
        /// The items in the right order; their texts are in the wordings.
        required items("item"): Vec<Bare>,
        /// Sample answers: lists of items.
        optional samples: Samples<At<Vec<At<ChoiceId>>>>,
    }
}

impl Names for Credit {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("neighbours", Self::Neighbours),
        ("positions", Self::Positions),
        ("all-or-nothing", Self::AllOrNothing),
    ];
}

impl Source {
    fn ids(&self) -> impl Iterator<Item = &At<ChoiceId>> {
        let items = self.items.iter().flatten();
        items.filter_map(|item| item.id.as_ref())
    }
}

impl KindSource for Source {
    fn body(&self, _: &mut Compiler<'_>) -> Body {
        Body::Order(Shared::new(Order {
            items: self.ids().map(|id| id.value).collect(),
            credit: self.credit.unwrap_or_default(),
        }))
    }

    /// No item is there twice.
    fn is_whole(&self) -> bool {
        let mut seen = BTreeSet::new();
        self.items.is_some() && self.ids().all(|id| seen.insert(&id.value))
    }

    fn locate(&self, _: &Location, flaw: &Violation) -> Vec<Spot> {
        match flaw {
            Violation::TooFew(Subject::Item, _) | Violation::TooMany(Subject::Item, _) => {
                let last = self.items.iter().flatten().last().map(|item| item.span);
                Spot::list(last.or(self.items.as_ref().map(|_| self.span)))
            }
            Violation::Twice(Subject::Id, id) => twice(self.ids(), id),
            _ => Vec::new(),
        }
    }

    fn samples(&self) -> Vec<Sample> {
        Samples::list(self.samples.as_ref(), |given: &At<Vec<At<ChoiceId>>>| {
            let ids = given.value.iter().map(|id| id.value);
            (Response::Order(ids.collect()), given.span)
        })
    }

    fn parts(&self) -> Vec<(PartName, &At<ChoiceId>)> {
        self.ids().map(|id| (PartName::Item, id)).collect()
    }
}
