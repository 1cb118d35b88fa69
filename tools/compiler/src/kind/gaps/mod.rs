//! Fill in the gaps of a text.

pub(super) mod body;

use std::sync::Arc;

use jalon_engine::bank::{Location, Subject, Violation};
use jalon_engine::grade::Policy;
use jalon_engine::id::{ChoiceId, GapId};
use jalon_engine::kind::gaps::{self, Fill as Key, Given};
use jalon_engine::kind::{Body, Kind, Response, choice as engine, text as typed};
use jalon_engine::shared::Shared;
use toml::de::DeValue;

use super::number::Written;
use super::part::{OwnText, PartName};
use super::sample::{Sample, Samples};
use super::source::{KindSource, KindSpec};
use super::{number, text};
use crate::compile::{Compiler, clip};
use crate::diagnostic::{Code, Diagnostic};
use crate::faults::spot::{Spot, twice};
use crate::read::{At, Decode, Named, Node, Reader, Shape, Table, record};

pub(super) const KIND: KindSpec = KindSpec {
    kind: Kind::Gaps,
    keys: Source::KEYS,
    take: |table, reader| Arc::new(Source::take(table, reader)),
    response: r#"{"gaps":{"count":{"number":"93"}}}"#,
    shorthand: "count=93; verb=shall",
};

record! {
    /// A text with gaps, which stands in the wordings.
    pub(crate) struct Source {
        /// How a response that is right in part is marked.
        optional scoring: Policy,
        /// Groups of gaps whose answers may change places.
        optional any_order("any-order"): Vec<At<Vec<At<GapId>>>>,
        /// Whether each attempt puts the choices of the lists in a new order.
        optional shuffle: bool,
        /// The gaps.
        required gaps("gap"): Vec<Gap>,
        /// What the lists offer; their texts are in the wordings.
        optional choices("choice"): Vec<Offer>,
        /// Sample answers: what is in each gap.
        optional samples: Samples<At<Named<GapId, Written>>>,
    }
}

record! {
    /// The keys of a gap, of which the last three exclude one another.
    pub(crate) struct GapKeys {
        /// Names it in every wording.
        required id: At<GapId>,
        /// Its share of the points beside the other gaps.
        optional weight: At<u64>,
        /// A text to type.
        optional text: text::Source,
        /// A number to type.
        optional number: NumberKey,
        /// A choice to pick.
        optional pick: Pick,
    }
}

record! {
    /// A choice to pick from a list.
    pub(crate) struct Pick {
        /// What is right.
        required key: At<ChoiceId>,
        /// What the list offers; every choice of the question when absent.
        optional from: Vec<At<ChoiceId>>,
    }
}

record! {
    /// Something that lists offer.
    pub(crate) struct Offer {
        /// Names it in keys and in every wording.
        required id: At<ChoiceId>,
        /// Keeps its place when the others change theirs.
        optional pinned: bool,
    }
}

/// All that a number question has, or its key alone.
#[derive(Debug, Clone)]
pub(crate) struct NumberKey(number::Source);

impl Decode for NumberKey {
    const SHAPE: Shape = Shape::NumberKey;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let is_key = match node.value {
            DeValue::Table(table) => ["value", "from", "to"].map(|key| table.contains_key(key)),
            _ => [true; 3],
        };
        if is_key.contains(&true) {
            let key = number::Key::decode(node, reader)?;
            return Some(Self(number::Source::of_key(node.span, key)));
        }
        number::Source::decode(node, reader).map(Self)
    }
}

/// One gap.
#[derive(Debug, Clone)]
pub(crate) struct Gap {
    id: Option<At<GapId>>,
    weight: Option<At<u64>>,
    /// `None` where that could not be read.
    takes: Option<Takes>,
}

/// What goes into a gap.
#[derive(Debug, Clone)]
enum Takes {
    Text(text::Source),
    Number(number::Source),
    Pick(Pick),
}

impl Decode for Gap {
    const SHAPE: Shape = Shape::Table;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = Table::of(node, reader)?;
        let said = ["text", "number", "pick"].map(|key| Some(table.peek(key)?.key));
        let said: Vec<At<&str>> = said.into_iter().flatten().collect();
        let keys = GapKeys::take(&mut table, reader);
        table.finish(GapKeys::KEYS, reader);
        match said.as_slice() {
            [_] => {}
            [] => {
                let message = "this gap doesn't say what goes into it";
                let help =
                    "add number = 93, text.accept = { any = [\"...\"] } or pick.key = \"...\"";
                let problem = Diagnostic::new(Code::MissingKey, keys.span, message);
                reader.note(problem.help(help));
            }
            [first, second, ..] => {
                let message = format!(
                    "`{}` and `{}` both say what goes into this gap",
                    first.value, second.value
                );
                let problem = Diagnostic::new(Code::Contradiction, second.span, message);
                let problem = problem.label(first.span, "the first one");
                reader.note(problem.help("take one of them out, or make it a gap of its own"));
            }
        }
        let text = keys.text.map(Takes::Text);
        let number = keys.number.map(|number| Takes::Number(number.0));
        Some(Self {
            id: keys.id,
            weight: keys.weight,
            takes: text.or(number).or(keys.pick.map(Takes::Pick)),
        })
    }
}

impl Gap {
    fn is_whole(&self) -> bool {
        let takes = match &self.takes {
            Some(Takes::Text(text)) => text.is_whole(),
            Some(Takes::Number(number)) => number.is_whole(),
            Some(Takes::Pick(pick)) => pick.key.is_some(),
            None => false,
        };
        takes && self.id.is_some()
    }
}

impl Source {
    /// The gaps with an id, which are those that the engine sees.
    fn named(&self) -> impl Iterator<Item = (&At<GapId>, &Gap)> {
        let gaps = self.gaps.iter().flatten();
        gaps.filter_map(|gap| Some((gap.id.as_ref()?, gap)))
    }

    /// The ids of the choices, in order.
    fn offers(&self) -> impl Iterator<Item = &At<ChoiceId>> {
        let offers = self.choices.iter().flatten();
        offers.filter_map(|offer| offer.id.as_ref())
    }

    fn compile(&self, compiler: &mut Compiler<'_>) -> gaps::Gaps {
        self.note_idle_offers(compiler);
        let mut all = Vec::new();
        for (id, gap) in self.named() {
            all.push(gaps::Gap {
                id: id.value,
                weight: gap.weight.map_or(1, |weight| clip(weight.value)),
                fill: self.fill(gap, compiler),
            });
        }
        let groups = self.any_order.iter().flatten();
        let ids = |group: &At<Vec<At<GapId>>>| group.value.iter().map(|id| id.value).collect();
        gaps::Gaps {
            gaps: all,
            scoring: self.scoring.unwrap_or(match compiler.scoring {
                // What is usual for choices is no wish for gaps.
                None | Some(Policy::PartialWithPenalty) => Policy::Partial,
                Some(chosen) => chosen,
            }),
            any_order: groups.map(ids).collect(),
            shuffle: self.shuffle.unwrap_or(true),
        }
    }

    fn fill(&self, gap: &Gap, compiler: &mut Compiler<'_>) -> Key {
        match &gap.takes {
            Some(Takes::Text(text)) if text.is_whole() => Key::Text(text.compile(compiler)),
            Some(Takes::Number(number)) => Key::Number(Shared::new(number.compile(compiler))),
            Some(Takes::Pick(Pick {
                key: Some(key),
                from,
                ..
            })) => Key::Pick(self.pick(key, from.as_deref())),
            // What is wrong with it has been noted; this stands in, so that the rest can be checked.
            _ => Key::Text(typed::Text {
                any: vec!["0".to_owned()],
                ..typed::Text::default()
            }),
        }
    }

    fn pick(&self, key: &At<ChoiceId>, from: Option<&[At<ChoiceId>]>) -> engine::Choice {
        let is_pinned = |id: &ChoiceId| {
            let mut offers = self.choices.iter().flatten();
            let own = offers.find(|offer| offer.id.as_ref().is_some_and(|own| own.value == *id));
            own.is_some_and(|offer| offer.pinned == Some(true))
        };
        let item = |id: &At<ChoiceId>| engine::Item {
            id: id.value,
            pinned: is_pinned(&id.value),
            weight: None,
            feedback: jalon_engine::lang::Localised::default(),
            misconception: None,
        };
        engine::Choice {
            choices: match from {
                Some(from) => from.iter().map(item).collect(),
                None => self.offers().map(item).collect(),
            },
            key: engine::Key::One(key.value),
            shuffle: self.shuffle.unwrap_or(true),
        }
    }

    /// A choice that no list offers can't be seen.
    fn note_idle_offers(&self, compiler: &mut Compiler<'_>) {
        if self
            .gaps
            .as_ref()
            .is_none_or(|gaps| !gaps.iter().all(Gap::is_whole))
        {
            return;
        }
        let picks = self.named().filter_map(|(_, gap)| match &gap.takes {
            Some(Takes::Pick(pick)) => Some(pick),
            _ => None,
        });
        let picks: Vec<&Pick> = picks.collect();
        // A list that is too short has been noted, and may be what they are for.
        let is_short = |pick: &&Pick| pick.from.as_ref().is_some_and(|from| from.len() < 2);
        if picks.iter().any(is_short) {
            return;
        }
        for id in self.offers() {
            let offers = |pick: &&Pick| match &pick.from {
                Some(from) => from.iter().any(|own| own.value == id.value),
                None => true,
            };
            if !picks.iter().any(offers) {
                let message = format!("no gap offers the choice `{}`", id.value);
                let help = "add it to the `from` of a gap, or take it and its texts out";
                compiler.note(Diagnostic::new(Code::UnknownChoice, id.span, message).help(help));
            }
        }
    }

    /// What is written for a gap, as a response to it; a text where there is no such gap, which nobody takes for right.
    fn given(&self, id: &GapId, written: &str) -> Given {
        let own = self.named().find(|(own, _)| own.value == *id);
        let picked = written.parse().ok();
        match (own.and_then(|(_, gap)| gap.takes.as_ref()), picked) {
            (Some(Takes::Number(_)), _) => Given::Number(written.to_owned()),
            (Some(Takes::Pick(_)), Some(picked)) => Given::Pick(picked),
            _ => Given::Text(written.to_owned()),
        }
    }

    fn in_gap(&self, place: &Location, at: usize, flaw: &Violation) -> Vec<Spot> {
        let Some((id, gap)) = self.named().nth(at) else {
            return Vec::new();
        };
        match (flaw, &gap.takes) {
            (Violation::Twice(Subject::Gap, id), _) => twice(self.named().map(|(id, _)| id), id),
            (Violation::OutOfRange(Subject::GapWeight, ..), _) => {
                Spot::list(gap.weight.map(|weight| weight.span))
            }
            (flaw, Some(Takes::Text(text))) => text.locate(place, flaw),
            (flaw, Some(Takes::Number(number))) => number.locate(place, flaw),
            (Violation::TooFew(Subject::Choice, _), Some(Takes::Pick(_))) => vec![id.span.into()],
            (Violation::Unknown(Subject::Choice, name), Some(Takes::Pick(pick))) => {
                let key = pick.key.iter().filter(|key| key.value.as_str() == name);
                Spot::list(key.map(|key| key.span))
            }
            (Violation::Twice(Subject::Choice, id), Some(Takes::Pick(pick))) => match &pick.from {
                Some(from) => twice(from.iter(), id),
                None => twice(self.offers(), id),
            },
            _ => Vec::new(),
        }
    }
}

impl KindSource for Source {
    fn body(&self, compiler: &mut Compiler<'_>) -> Body {
        Body::Gaps(Shared::new(self.compile(compiler)))
    }

    fn is_whole(&self) -> bool {
        let gaps = self.gaps.as_ref();
        gaps.is_some_and(|gaps| gaps.iter().all(Gap::is_whole))
    }

    fn locate(&self, place: &Location, flaw: &Violation) -> Vec<Spot> {
        let groups = || self.any_order.iter().flatten();
        let grouped = || groups().flat_map(|group| &group.value);
        match (place, flaw) {
            (Location::Gap(_, at), flaw) => self.in_gap(place, *at, flaw),
            (_, Violation::TooFew(Subject::Gap, _)) => Spot::list(
                self.gaps
                    .as_ref()
                    .filter(|all| all.is_empty())
                    .map(|_| self.span),
            ),
            (_, Violation::OutOfRange(Subject::Gaps, ..)) => {
                Spot::list(self.named().last().map(|(id, _)| id.span))
            }
            (_, Violation::Twice(Subject::GroupedGap, id)) => twice(grouped(), id),
            (_, Violation::TooFew(Subject::GroupedGap, least)) => {
                let short = groups().filter(|group| group.value.len() < *least);
                Spot::list(short.map(|group| group.span))
            }
            (_, Violation::OutOfRange(Subject::GroupedGaps, size, _)) => {
                let long = groups().filter(|group| group.value.len() as u64 == *size);
                Spot::list(long.map(|group| group.span))
            }
            (_, Violation::Unknown(Subject::Gap, id)) => Spot::list(
                grouped()
                    .filter(|at| at.value.as_str() == id)
                    .map(|at| at.span),
            ),
            (_, Violation::MixedGroup(id)) => {
                let whole = self.named().all(|(_, gap)| gap.takes.is_some());
                let named = grouped().filter(|at| whole && at.value == *id);
                Spot::list(named.map(|at| at.span))
            }
            _ => Vec::new(),
        }
    }

    fn samples(&self) -> Vec<Sample> {
        Samples::list(
            self.samples.as_ref(),
            |given: &At<Named<GapId, Written>>| {
                let mut response = gaps::Response::default();
                for (id, written) in &given.value.entries {
                    if let Some(written) = written {
                        response.put(id.value, self.given(&id.value, written.text()));
                    }
                }
                (Response::Gaps(response), given.span)
            },
        )
    }

    fn parts(&self) -> Vec<(PartName, &At<ChoiceId>)> {
        self.offers().map(|id| (PartName::Choice, id)).collect()
    }

    fn own_text(&self) -> Option<OwnText> {
        Some(OwnText::Gapped)
    }

    fn gap_ids(&self) -> Option<Vec<&str>> {
        self.gaps.as_ref()?;
        Some(self.named().map(|(id, _)| id.value.as_str()).collect())
    }
}
