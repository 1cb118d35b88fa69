//! Pick one choice, or several.

pub(super) mod body;

use std::sync::Arc;

use jalon_engine::bank::{Location, Subject, Violation};
use jalon_engine::grade::Policy;
use jalon_engine::id::{ChoiceId, MisconceptionId};
use jalon_engine::kind::{Body, Kind, Response, choice};
use toml::de::DeValue;

use super::part::PartName;
use super::sample::{Sample, Samples};
use super::source::{KindSource, KindSpec};
use crate::compile::{Compiler, clip};
use crate::diagnostic::{Code, Diagnostic};
use crate::faults::spot::{Spot, lacking, twice};
use crate::read::{At, Decode, Languages, Node, Raw, Reader, Shape, record, wrong_type};

pub(super) const KIND: KindSpec = KindSpec {
    kind: Kind::Choice,
    keys: Source::KEYS,
    take: |table, reader| Arc::new(Source::take(table, reader)),
    response: r#"{"choice":["guide"]}"#,
    shorthand: "guide, or guide,replace",
};

record! {
    /// A question with choices.
    pub(crate) struct Source {
        /// What is right: a choice's id, or a list of them.
        required key: At<Key>,
        /// How a response that is right in part is marked, where several may be picked.
        optional scoring: At<Policy>,
        /// How many have to be picked, where several may be.
        optional least: At<u64>,
        /// How many may be picked, where several may be.
        optional most: At<u64>,
        /// Whether each attempt puts the choices in a new order.
        optional shuffle: bool,
        /// The choices; their texts are in the wordings.
        required choices("choice"): Vec<Item>,
        /// Sample answers, written like a key.
        optional samples: Samples<At<Key>>,
    }
}

record! {
    /// One choice.
    pub(crate) struct Item {
        /// Names it in the key and in every wording.
        required id: At<ChoiceId>,
        /// Keeps its place when the others change theirs.
        optional pinned: bool,
        /// What picking it earns, in percent of the points.
        optional weight: At<i16>,
        /// For a learner who picked it.
        optional feedback: Languages<Raw>,
        /// The wrong idea that leads to it.
        optional misconception: At<MisconceptionId>,
    }
}

/// One id shows radio buttons, a list check boxes.
#[derive(Debug, Clone)]
pub(crate) enum Key {
    One(At<ChoiceId>),
    Several(Vec<At<ChoiceId>>),
}

impl Decode for Key {
    const SHAPE: Shape = Shape::Key;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match node.value {
            DeValue::String(_) => At::decode(node, reader).map(Self::One),
            DeValue::Array(_) => Vec::decode(node, reader).map(Self::Several),
            _ => wrong_type(node, reader),
        }
    }
}

impl Key {
    fn ids(&self) -> &[At<ChoiceId>] {
        match self {
            Self::One(id) => std::slice::from_ref(id),
            Self::Several(ids) => ids,
        }
    }
}

impl Source {
    /// The choices' ids, in order.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &At<ChoiceId>> {
        self.items().filter_map(|item| item.id.as_ref())
    }

    fn items(&self) -> impl Iterator<Item = &Item> {
        self.choices.iter().flatten()
    }

    pub(super) fn compile(&self, compiler: &mut Compiler<'_>) -> choice::Choice {
        self.warn_of_a_list_of_one(compiler);
        let key = match self.key.as_ref().map(|key| &key.value) {
            Some(Key::One(id)) => {
                self.refuse_what_several_have(compiler);
                choice::Key::One(id.value)
            }
            Some(Key::Several(ids)) => self.several(ids, compiler),
            None => choice::Key::Several(choice::Several::default()),
        };
        // An item without id is left out, so that indices count what has one.
        let choices = self.items().filter_map(|item| {
            Some(choice::Item {
                id: item.id.as_ref()?.value,
                pinned: item.pinned.unwrap_or(false),
                weight: item.weight.map(|weight| weight.value),
                feedback: compiler.lines(item.feedback.as_ref()),
                misconception: item.misconception.as_ref().map(|id| id.value),
            })
        });
        let choices = choices.collect();
        choice::Choice {
            choices,
            key,
            shuffle: self.shuffle.unwrap_or(true),
        }
    }

    fn several(&self, ids: &[At<ChoiceId>], compiler: &mut Compiler<'_>) -> choice::Key {
        let weighted = self.items().find_map(|item| item.weight.as_ref());
        if let (Some(scoring), Some(weight)) = (&self.scoring, weighted) {
            let message = "`scoring` and weights can't both say how the question is marked";
            let problem = Diagnostic::new(Code::UnknownKey, scoring.span, message);
            let problem = problem.label(weight.span, "there is a weight here");
            compiler.note(problem.help("take one of them out"));
        }
        choice::Key::Several(choice::Several {
            right: ids.iter().map(|id| id.value).collect(),
            scoring: self
                .scoring
                .map(|own| own.value)
                .or(compiler.scoring)
                .unwrap_or_default(),
            picks: choice::Picks {
                least: self.least.map_or(1, |least| clip(least.value)),
                most: self.most.map(|most| clip(most.value)),
            },
        })
    }

    /// Where one choice is picked, there is nothing to be right in part.
    fn refuse_what_several_have(&self, compiler: &mut Compiler<'_>) {
        let keys = [
            ("scoring", self.scoring.map(|at| at.span)),
            ("least", self.least.map(|at| at.span)),
            ("most", self.most.map(|at| at.span)),
        ];
        for (key, span) in keys {
            let Some(span) = span else { continue };
            let message =
                format!("`{key}` is for questions of which several choices may be picked");
            let problem = Diagnostic::new(Code::UnknownKey, span, message);
            compiler.note(problem.help("put the key in a list, key = [\"...\"], or take this out"));
        }
    }

    fn warn_of_a_list_of_one(&self, compiler: &mut Compiler<'_>) {
        let Some(At {
            value: Key::Several(ids),
            span,
        }) = &self.key
        else {
            return;
        };
        if let [one] = ids.as_slice() {
            let message = "a key with one choice in a list shows check boxes";
            let help = format!("write key = \"{}\" for radio buttons", one.value);
            compiler.note(Diagnostic::new(Code::OneChoiceList, *span, message).help(help));
        }
    }
}

impl KindSource for Source {
    fn body(&self, compiler: &mut Compiler<'_>) -> Body {
        Body::Choice(self.compile(compiler))
    }

    fn is_whole(&self) -> bool {
        self.key.is_some() && self.choices.is_some()
    }

    fn locate(&self, place: &Location, flaw: &Violation) -> Vec<Spot> {
        let key = || self.key.iter().flat_map(|key| key.value.ids());
        match (place, flaw) {
            (_, Violation::TooFew(Subject::Choice, _)) => {
                let last = self.items().last().map(|item| item.span);
                Spot::list(last.or(self.choices.as_ref().map(|_| self.span)))
            }
            (Location::Choice(..), Violation::Twice(_, id)) => twice(self.ids(), id),
            (Location::Choice(_, at), Violation::MissingLanguage(lang)) => {
                let item = self.items().filter(|item| item.id.is_some()).nth(*at);
                lacking(item.and_then(|item| item.feedback.as_ref()), lang)
            }
            (Location::Choice(_, at), Violation::Weight(..)) => {
                let item = self.items().filter(|item| item.id.is_some()).nth(*at);
                let span = |item: &Item| item.weight.map_or(item.span, |weight| weight.span);
                Spot::list(item.map(span))
            }
            (_, Violation::OutOfRange(Subject::LeastPicks, ..)) => {
                Spot::list(self.least.map(|least| least.span))
            }
            (_, Violation::OutOfRange(Subject::MostPicks, ..)) => {
                Spot::list(self.most.map(|most| most.span))
            }
            (_, Violation::TooFew(Subject::KeyChoice, _) | Violation::KeyWeight(_)) => {
                Spot::list(self.key.as_ref().map(|key| key.span))
            }
            (_, Violation::Unknown(Subject::Choice, id)) => Spot::list(
                key()
                    .filter(|named| named.value.as_str() == id)
                    .map(|named| named.span),
            ),
            (_, Violation::Unknown(Subject::Misconception, id)) => {
                let tags = self.items().filter_map(|item| item.misconception.as_ref());
                Spot::list(
                    tags.filter(|tag| tag.value.as_str() == id)
                        .map(|tag| tag.span),
                )
            }
            _ => Vec::new(),
        }
    }

    fn samples(&self) -> Vec<Sample> {
        Samples::list(self.samples.as_ref(), |given: &At<Key>| {
            let ids = given.value.ids().iter().map(|id| id.value);
            (Response::Choice(ids.collect()), given.span)
        })
    }

    fn parts(&self) -> Vec<(PartName, &At<ChoiceId>)> {
        self.ids().map(|id| (PartName::Choice, id)).collect()
    }

    fn remarks(&self) -> Vec<&Languages<Raw>> {
        let items = self.items();
        items.filter_map(|item| item.feedback.as_ref()).collect()
    }
}
