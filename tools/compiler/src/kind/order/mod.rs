//! Put items in order.

use std::collections::BTreeSet;

use jalon_engine::bank::{Subject, Violation};
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::Response;
use jalon_engine::kind::order::{self, Credit};

use super::pairs::Bare;
use super::{PartName, Sample, Samples};
use crate::faults::spot::{Spot, twice};
use crate::read::{At, Names, record};

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

    pub(super) fn parts(&self) -> Vec<(PartName, &At<ChoiceId>)> {
        self.ids().map(|id| (PartName::Item, id)).collect()
    }

    /// True when it can be graded: no item is there twice.
    pub(super) fn is_whole(&self) -> bool {
        let mut seen = BTreeSet::new();
        self.items.is_some() && self.ids().all(|id| seen.insert(&id.value))
    }

    pub(super) fn compile(&self) -> order::Order {
        order::Order {
            items: self.ids().map(|id| id.value).collect(),
            credit: self.credit.unwrap_or_default(),
        }
    }

    pub(super) fn samples(&self) -> Vec<Sample> {
        Samples::list(self.samples.as_ref(), |given: &At<Vec<At<ChoiceId>>>| {
            let ids = given.value.iter().map(|id| id.value);
            (Response::Order(ids.collect()), given.span)
        })
    }

    pub(super) fn locate(&self, flaw: &Violation) -> Vec<Spot> {
        match flaw {
            Violation::TooFew(Subject::Item, _) | Violation::TooMany(Subject::Item, _) => {
                let last = self.items.iter().flatten().last().map(|item| item.span);
                Spot::list(last.or(self.items.as_ref().map(|_| self.span)))
            }
            Violation::Twice(Subject::Id, id) => twice(self.ids(), id),
            _ => Vec::new(),
        }
    }
}
