//! What each kind of question adds: its keys, how they are compiled, and where its parts stand.

pub(crate) mod answer;
pub(crate) mod choice;
pub(crate) mod essay;
pub(crate) mod gaps;
pub(crate) mod hotspot;
pub(crate) mod number;
pub(crate) mod order;
pub(crate) mod pairs;
mod part;
mod sample;
pub(crate) mod text;
pub(crate) mod true_false;

use jalon_engine::bank::{Location, Violation};
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::{Body, Response};
use jalon_engine::shared::Shared;

use crate::compile::Compiler;
use crate::faults::spot::Spot;
use crate::read::{At, Languages, Names, Raw, Reader, Table};
pub(crate) use part::PartName;
pub(crate) use sample::{Sample, Samples};

/// The kinds, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    Choice,
    TrueFalse,
    Text,
    Number,
    Essay,
    Gaps,
    Hotspot,
    Match,
    Classify,
    Order,
}

impl Names for Name {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("choice", Self::Choice),
        ("true-false", Self::TrueFalse),
        ("text", Self::Text),
        ("number", Self::Number),
        ("essay", Self::Essay),
        ("gaps", Self::Gaps),
        ("hotspot", Self::Hotspot),
        ("match", Self::Match),
        ("classify", Self::Classify),
        ("order", Self::Order),
    ];
}

impl Name {
    /// The word for it in a file.
    pub(crate) fn as_str(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(_, kind)| *kind == self)
            .map_or("", |(name, _)| name)
    }

    /// The keys that it adds to a question.
    pub(crate) fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Choice => choice::Source::KEYS,
            Self::TrueFalse => true_false::Source::KEYS,
            Self::Text => text::Source::KEYS,
            Self::Number => number::Source::KEYS,
            Self::Essay => essay::Source::KEYS,
            Self::Gaps => gaps::Source::KEYS,
            Self::Hotspot => hotspot::Source::KEYS,
            Self::Match => pairs::Match::KEYS,
            Self::Classify => pairs::Classify::KEYS,
            Self::Order => order::Source::KEYS,
        }
    }

    /// The kinds that have a key.
    pub(crate) fn owners(key: &str) -> impl Iterator<Item = Self> {
        let kinds = Self::NAMES.iter().map(|(_, kind)| *kind);
        kinds.filter(move |kind| kind.keys().contains(&key))
    }
}

/// What a question has besides the keys of every question.
#[derive(Debug, Clone)]
pub(crate) enum Source {
    Choice(choice::Source),
    TrueFalse(true_false::Source),
    Text(text::Source),
    Number(number::Source),
    Match(pairs::Source),
    Classify(pairs::Source),
    Order(order::Source),
    Essay(essay::Source),
    Gaps(gaps::Source),
    Hotspot(hotspot::Source),
}

impl Source {
    /// Takes the keys of a kind out of a question.
    pub(crate) fn take(name: Name, table: &mut Table<'_>, reader: &mut Reader<'_>) -> Self {
        match name {
            Name::Choice => Self::Choice(choice::Source::take(table, reader)),
            Name::TrueFalse => Self::TrueFalse(true_false::Source::take(table, reader)),
            Name::Text => Self::Text(text::Source::take(table, reader)),
            Name::Number => Self::Number(number::Source::take(table, reader)),
            Name::Essay => Self::Essay(essay::Source::take(table, reader)),
            Name::Gaps => Self::Gaps(gaps::Source::take(table, reader)),
            Name::Hotspot => Self::Hotspot(hotspot::Source::take(table, reader)),
            Name::Match => Self::Match(pairs::Match::take(table, reader).into()),
            Name::Classify => Self::Classify(pairs::Classify::take(table, reader).into()),
            Name::Order => Self::Order(order::Source::take(table, reader)),
        }
    }

    /// The engine's form. What is missing has been noted and is left empty.
    pub(crate) fn compile(&self, compiler: &mut Compiler<'_>) -> Body {
        match self {
            Self::Choice(source) => Body::Choice(source.compile(compiler)),
            Self::TrueFalse(source) => Body::TrueFalse(source.compile(compiler)),
            Self::Text(source) => Body::Text(source.compile(compiler)),
            Self::Number(source) => Body::Number(Shared::new(source.compile(compiler))),
            Self::Essay(source) => Body::Essay(source.compile(compiler)),
            Self::Gaps(source) => Body::Gaps(Shared::new(source.compile(compiler))),
            Self::Hotspot(source) => Body::Hotspot(Shared::new(source.compile(compiler))),
            Self::Match(source) => Body::Match(Shared::new(source.compile_match(compiler))),
            Self::Classify(source) => Body::Classify(Shared::new(source.compile(compiler))),
            Self::Order(source) => Body::Order(Shared::new(source.compile())),
        }
    }

    /// The answers that its author graded.
    pub(crate) fn samples(&self) -> Vec<Sample> {
        match self {
            Self::Choice(source) => source.samples(),
            Self::TrueFalse(source) => source.samples(),
            Self::Text(source) => source.samples(),
            Self::Number(source) => source.samples(),
            // Nothing grades them.
            Self::Essay(_) => Vec::new(),
            Self::Gaps(source) => source.samples(),
            Self::Hotspot(source) => source.samples(),
            Self::Match(source) => source.samples(Response::Match),
            Self::Classify(source) => source.samples(Response::Classify),
            Self::Order(source) => source.samples(),
        }
    }

    /// Where in the kind's own keys a fault is.
    pub(crate) fn locate(&self, place: &Location, flaw: &Violation) -> Vec<Spot> {
        match self {
            Self::Choice(source) => source.locate(place, flaw),
            Self::TrueFalse(source) => source.locate(flaw),
            Self::Text(source) => source.locate(flaw),
            Self::Number(source) => source.locate(flaw),
            Self::Essay(source) => source.locate(flaw),
            Self::Gaps(source) => source.locate(place, flaw),
            Self::Hotspot(source) => source.locate(place, flaw),
            Self::Match(source) | Self::Classify(source) => source.locate(place, flaw),
            Self::Order(source) => source.locate(flaw),
        }
    }

    /// True when it can be graded: its key could be read.
    pub(crate) fn is_whole(&self) -> bool {
        match self {
            Self::Choice(source) => source.key.is_some() && source.choices.is_some(),
            Self::TrueFalse(source) => source.key.is_some(),
            Self::Text(source) => source.accept.is_some(),
            Self::Number(source) => source.is_whole(),
            Self::Essay(source) => source.points.is_some(),
            Self::Gaps(source) => source.is_whole(),
            Self::Hotspot(source) => source.is_whole(),
            Self::Match(source) | Self::Classify(source) => source.is_whole(),
            Self::Order(source) => source.is_whole(),
        }
    }

    /// What its wordings have texts for, with what each is called.
    pub(crate) fn parts(&self) -> Vec<(PartName, &At<ChoiceId>)> {
        match self {
            Self::Choice(source) => source.ids().map(|id| (PartName::Choice, id)).collect(),
            Self::Gaps(source) => source.offers().map(|id| (PartName::Choice, id)).collect(),
            Self::Hotspot(source) => {
                let ids = source.choice.ids();
                ids.map(|id| (PartName::Region, id)).collect()
            }
            Self::Essay(source) => source.ids().map(|id| (PartName::Point, id)).collect(),
            Self::TrueFalse(_) | Self::Text(_) | Self::Number(_) => Vec::new(),
            Self::Match(source) | Self::Classify(source) => source.parts(),
            Self::Order(source) => source.parts(),
        }
    }

    /// What is said to learners by their answer, in every language.
    pub(crate) fn remarks(&self) -> Vec<&Languages<Raw>> {
        match self {
            Self::Choice(source) => source.remarks().collect(),
            Self::Hotspot(source) => source.choice.remarks().collect(),
            Self::TrueFalse(source) => source.remarks().collect(),
            Self::Text(source) => source.remarks().collect(),
            Self::Number(source) => source.remarks().collect(),
            Self::Match(source) | Self::Classify(source) => source.remarks().collect(),
            Self::Order(_) | Self::Essay(_) | Self::Gaps(_) => Vec::new(),
        }
    }

    /// The ids of its gaps, for those who look for one; `None` for kinds without gaps, and where they could not be read.
    pub(crate) fn gap_ids(&self) -> Option<Vec<&str>> {
        match self {
            Self::Gaps(source) => source.gaps.as_ref().map(|_| source.gap_ids()),
            _ => None,
        }
    }
}
