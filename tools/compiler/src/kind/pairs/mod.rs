//! Give each item its target, or put each in its category.

pub(super) mod body;

use std::collections::BTreeSet;
use std::sync::Arc;

use jalon_engine::bank::{Location, Subject, Violation};
use jalon_engine::grade::Policy;
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::pairs::{self, Uses};
use jalon_engine::kind::{Body, Kind, Response};
use jalon_engine::shared::Shared;

use super::part::PartName;
use super::sample::{Sample, Samples};
use super::source::{KindSource, KindSpec};
use crate::compile::Compiler;
use crate::faults::spot::{Spot, lacking, twice};
use crate::read::{At, Languages, Named, Names, Raw, record};
use jalon_draft::sources::Span;

pub(super) const MATCH: KindSpec = KindSpec {
    kind: Kind::Match,
    keys: Match::KEYS,
    take: |table, reader| Arc::new(Source::from(Match::take(table, reader))),
    response: r#"{"match":{"a":"x","b":"y"}}"#,
    shorthand: "a=x, b=y",
};

pub(super) const CLASSIFY: KindSpec = KindSpec {
    kind: Kind::Classify,
    keys: Classify::KEYS,
    take: |table, reader| Arc::new(Source::from(Classify::take(table, reader))),
    response: r#"{"classify":{"a":"x","b":"y"}}"#,
    shorthand: "a=x, b=y",
};

record! {
    /// A question in which each item gets its target.
    pub(crate) struct Match {
        /// How often a target can be given.
        optional uses: Uses,
        /// How a response that is right in part is marked.
        optional scoring: Policy,
        /// Whether each attempt puts items and targets in a new order.
        optional shuffle: bool,
        /// The items; their texts are in the wordings.
        required items("item"): Vec<Matched>,
        /// The targets; those that no item names are there to mislead.
        required targets("target"): Vec<Bare>,
        /// Sample answers: tables from item to target.
        optional samples: Samples<Given>,
    }
}

record! {
    /// A question in which each item is put in its category.
    pub(crate) struct Classify {
        /// How a response that is right in part is marked.
        optional scoring: Policy,
        /// Whether each attempt puts the items in a new order.
        optional shuffle: bool,
        /// The items; their texts are in the wordings.
        required items("item"): Vec<Classified>,
        /// The categories, in the order in which they are shown.
        required categories("category"): Vec<Bare>,
        /// Sample answers: tables from item to category.
        optional samples: Samples<Given>,
    }
}

record! {
    /// An item with its target.
    pub(crate) struct Matched {
        /// Names it in every wording.
        required id: At<ChoiceId>,
        /// What is right for it.
        required target: At<ChoiceId>,
        /// For a learner who gave it another one.
        optional feedback: Languages<Raw>,
    }
}

record! {
    /// An item with its category.
    pub(crate) struct Classified {
        /// Names it in every wording.
        required id: At<ChoiceId>,
        /// Where it belongs.
        required category: At<ChoiceId>,
        /// For a learner who put it elsewhere.
        optional feedback: Languages<Raw>,
    }
}

record! {
    /// Something that has no more than an id here.
    pub(crate) struct Bare {
        /// Names it in every wording.
        required id: At<ChoiceId>,
    }
}

/// A sample answer: from item to place.
type Given = At<Named<ChoiceId, At<ChoiceId>>>;

impl Names for Uses {
    const NAMES: &'static [(&'static str, Self)] = &[("once", Self::Once), ("often", Self::Often)];
}

/// A question of either kind.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    span: Span,
    /// What its places are called.
    called: PartName,
    /// How often a target can be given; `None` for categories.
    uses: Option<Uses>,
    scoring: Option<Policy>,
    shuffle: Option<bool>,
    items: Option<Vec<Item>>,
    places: Option<Vec<Bare>>,
    samples: Option<Samples<Given>>,
}

/// An item of either kind.
#[derive(Debug, Clone)]
struct Item {
    span: Span,
    id: Option<At<ChoiceId>>,
    place: Option<At<ChoiceId>>,
    feedback: Option<Languages<Raw>>,
}

impl From<Match> for Source {
    fn from(read: Match) -> Self {
        let item = |item: Matched| Item {
            span: item.span,
            id: item.id,
            place: item.target,
            feedback: item.feedback,
        };
        Self {
            span: read.span,
            called: PartName::Target,
            uses: Some(read.uses.unwrap_or_default()),
            scoring: read.scoring,
            shuffle: read.shuffle,
            items: read.items.map(|all| all.into_iter().map(item).collect()),
            places: read.targets,
            samples: read.samples,
        }
    }
}

impl From<Classify> for Source {
    fn from(read: Classify) -> Self {
        let item = |item: Classified| Item {
            span: item.span,
            id: item.id,
            place: item.category,
            feedback: item.feedback,
        };
        Self {
            span: read.span,
            called: PartName::Category,
            uses: None,
            scoring: read.scoring,
            shuffle: read.shuffle,
            items: read.items.map(|all| all.into_iter().map(item).collect()),
            places: read.categories,
            samples: read.samples,
        }
    }
}

impl Source {
    /// The items that have an id; indices of the engine count them.
    fn named(&self) -> impl Iterator<Item = (&At<ChoiceId>, &Item)> {
        let items = self.items.iter().flatten();
        items.filter_map(|item| Some((item.id.as_ref()?, item)))
    }

    fn place_ids(&self) -> impl Iterator<Item = &At<ChoiceId>> {
        let places = self.places.iter().flatten();
        places.filter_map(|place| place.id.as_ref())
    }

    fn compile(&self, compiler: &mut Compiler<'_>) -> pairs::Pairs {
        let items = self.named().map(|(id, item)| pairs::Item {
            id: id.value,
            // That it is missing has been noted; nothing is written under the name that stands in for it.
            place: item.place.as_ref().unwrap_or(id).value,
            feedback: compiler.lines(item.feedback.as_ref()),
        });
        pairs::Pairs {
            items: items.collect(),
            places: self.place_ids().map(|id| id.value).collect(),
            scoring: self.scoring.or(compiler.scoring).unwrap_or(Policy::Partial),
            shuffle: self.shuffle.unwrap_or(true),
        }
    }
}

impl KindSource for Source {
    fn body(&self, compiler: &mut Compiler<'_>) -> Body {
        let pairs = self.compile(compiler);
        match self.uses {
            Some(uses) => Body::Match(Shared::new(pairs::Match { pairs, uses })),
            None => Body::Classify(Shared::new(pairs)),
        }
    }

    /// Each item belongs in a place that there is, and that can be given so often.
    fn is_whole(&self) -> bool {
        let mut used = BTreeSet::new();
        let mut items = self.items.iter().flatten();
        self.items.is_some()
            && self.places.is_some()
            && items.all(|item| {
                let place = item.place.as_ref().map(|at| &at.value);
                place.is_some_and(|place| {
                    let first = used.insert(*place);
                    (first || self.uses != Some(Uses::Once))
                        && self.place_ids().any(|at| at.value == *place)
                })
            })
    }

    fn locate(&self, place: &Location, flaw: &Violation) -> Vec<Spot> {
        let last =
            |last: Option<Span>, is_read: bool| Spot::list(last.or(is_read.then_some(self.span)));
        let belongs = || self.named().filter_map(|(_, item)| item.place.as_ref());
        match (place, flaw) {
            (_, Violation::TooFew(Subject::Item, _) | Violation::TooMany(Subject::Item, _)) => {
                let items = self.items.iter().flatten();
                last(items.last().map(|item| item.span), self.items.is_some())
            }
            (
                _,
                Violation::TooFew(Subject::Target | Subject::Category, _) | Violation::TooMany(..),
            ) => {
                let places = self.places.iter().flatten();
                last(places.last().map(|place| place.span), self.places.is_some())
            }
            (_, Violation::Twice(Subject::Id, id)) => {
                twice(self.parts().into_iter().map(|(_, at)| at), id)
            }
            (_, Violation::Twice(Subject::TargetInUse, id)) => twice(belongs(), id),
            (Location::Choice(_, at), Violation::MissingLanguage(lang)) => {
                let item = self.named().nth(*at);
                lacking(item.and_then(|(_, item)| item.feedback.as_ref()), lang)
            }
            (_, Violation::Unknown(Subject::Target | Subject::Category, id)) => {
                let named = belongs().filter(|at| at.value.as_str() == id);
                Spot::list(named.map(|at| at.span))
            }
            _ => Vec::new(),
        }
    }

    fn samples(&self) -> Vec<Sample> {
        let response = match self.uses {
            Some(_) => Response::Match,
            None => Response::Classify,
        };
        Samples::list(self.samples.as_ref(), |given: &Given| {
            let pairs = given.value.entries.iter();
            let pairs = pairs.filter_map(|(id, place)| Some((id.value, place.as_ref()?.value)));
            (response(pairs.collect()), given.span)
        })
    }

    fn parts(&self) -> Vec<(PartName, &At<ChoiceId>)> {
        let items = self.named().map(|(id, _)| (PartName::Item, id));
        let places = self.place_ids().map(|id| (self.called, id));
        items.chain(places).collect()
    }

    /// What is said to those who gave an item another place.
    fn remarks(&self) -> Vec<&Languages<Raw>> {
        let items = self.items.iter().flatten();
        items.filter_map(|item| item.feedback.as_ref()).collect()
    }
}
