//! `[[question]]`: keys that every kind has, those of its own kind, and a list of wordings per language.

use std::sync::Arc;

use jalon_engine::bank::Difficulty;
use jalon_engine::id::{ChoiceId, ConceptId, QuestionId, StimulusId, WordingId};
use jalon_engine::lang::Lang;
use toml::de::DeValue;

use crate::diagnostic::{Code, Diagnostic};
use crate::kind;
use crate::kind::part::{OwnText, PartName};
use crate::kind::source::{KindSource, KindSpec};
use crate::read::{
    At, Decode, Entry, Languages, Named, Names, Node, Raw, Reader, Shape, Table, Tried, record,
    wrong_type,
};
use crate::source::switches::Switches;
use crate::suggest::one_of;
use jalon_draft::sources::Span;

record! {
    /// What every question has.
    pub(crate) struct Common {
        /// Never changes: progress is tied to it.
        required id: At<QuestionId>,
        /// How it is answered.
        required kind: &'static KindSpec,
        /// What it tests.
        required concepts: Concepts,
        /// How hard its author thinks it is.
        optional difficulty: Difficulty,
        /// Where the fact that it asks for is stated.
        optional source: Raw,
        /// What it is worth.
        optional points: At<u64>,
        /// What it is about, together with other questions.
        optional stimulus: At<StimulusId>,
        /// How often an answer may be checked.
        optional tries: At<u64>,
        /// What each wrong try costs, in percent of the points.
        optional penalty: At<u64>,
        /// What each hint costs, in percent of the points.
        optional hint_cost: At<u64>,
        /// Rules that are turned off or on.
        optional lint: Switches,
    }
}

record! {
    /// One way to ask a question in one language.
    pub(crate) struct Wording {
        /// Names it among the wordings in this language.
        optional id: At<WordingId>,
        /// What the learner is asked.
        required prompt: Raw,
        /// Why the key is right.
        optional explanation: Raw,
        /// What each choice says.
        optional choices: Named<ChoiceId, Raw>,
        /// What a learner may ask for, one after the other.
        optional hints: At<Vec<Raw>>,
        /// What each point of an essay's checklist says.
        optional points: Named<ChoiceId, Raw>,
        /// What an essay is compared with.
        optional model: Raw,
        /// The text with the gaps.
        optional text: Tried<Raw>,
        /// What each region is called.
        optional regions: Named<ChoiceId, Raw>,
        /// What the picture shows.
        optional alt: Tried<Raw>,
        /// What each item says.
        optional items: Named<ChoiceId, Raw>,
        /// What each target says.
        optional targets: Named<ChoiceId, Raw>,
        /// What each category says.
        optional categories: Named<ChoiceId, Raw>,
    }
}

/// The text of a part, under its id.
pub(crate) type PartText = (At<ChoiceId>, Option<Raw>);

impl Wording {
    /// The texts of parts, with what each is called.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (PartName, &PartText)> {
        let tables = [
            (PartName::Choice, &self.choices),
            (PartName::Item, &self.items),
            (PartName::Target, &self.targets),
            (PartName::Category, &self.categories),
            (PartName::Region, &self.regions),
            (PartName::Point, &self.points),
        ];
        tables.into_iter().flat_map(|(name, table)| {
            let entries = table.iter().flat_map(|table| &table.entries);
            entries.map(move |text| (name, text))
        })
    }
}

/// A question.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    pub(crate) common: Common,
    /// What its kind has; `None` where the kind is unknown.
    pub(crate) kind: Option<Arc<dyn KindSource>>,
    pub(crate) wordings: Languages<Vec<Wording>>,
}

/// The concepts that a question tests, with weights where its author gave some.
#[derive(Debug, Clone)]
pub(crate) struct Concepts {
    pub(crate) span: Span,
    pub(crate) entries: Vec<(At<ConceptId>, Option<At<u64>>)>,
}

impl Names for Difficulty {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("easy", Self::Easy),
        ("medium", Self::Medium),
        ("hard", Self::Hard),
    ];
}

impl Decode for Concepts {
    const SHAPE: Shape = Shape::Concepts;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let entries = match node.value {
            DeValue::Array(_) => {
                let ids: Vec<At<ConceptId>> = Vec::decode(node, reader)?;
                ids.into_iter().map(|id| (id, None)).collect()
            }
            DeValue::Table(_) => Named::<ConceptId, At<u64>>::decode(node, reader)?.entries,
            _ => return wrong_type(node, reader),
        };
        Some(Self {
            span: node.span,
            entries,
        })
    }
}

impl Decode for Question {
    const SHAPE: Shape = Shape::Table;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = Table::of(node, reader)?;
        let common = Common::take(&mut table, reader);
        let kind = common.kind.map(|spec| (spec.take)(&mut table, reader));
        let mut rest = table.rest();
        rest.retain(|entry| !is_foreign(entry, common.kind, reader));
        let known: Vec<&str> = [Common::KEYS, common.kind.map_or(&[], |spec| spec.keys)].concat();
        let wordings: Languages<Vec<Wording>> = Languages::read(node.span, rest, &known, reader);
        if let Some(kind) = &kind {
            let has_model = kind.own_text() == Some(OwnText::Model);
            for wording in wordings.values().flat_map(|(_, wordings)| wordings) {
                note_texts(has_model, wording, reader);
            }
        }
        Some(Self {
            common,
            kind,
            wordings,
        })
    }
}

/// Notes a key that another kind of question has. Where the kind is unknown, nobody can tell, and nothing is said.
fn is_foreign(entry: &Entry<'_>, spec: Option<&KindSpec>, reader: &mut Reader<'_>) -> bool {
    let key = entry.key.value;
    let owners = kind::owners(key);
    if let (Some(spec), false) = (spec, owners.is_empty()) {
        let name = kind::name(spec.kind);
        let article = if name.starts_with('o') { "an" } else { "a" };
        let message = format!("{article} {name} question has no `{key}`");
        let help = format!(
            "`{key}` belongs to questions of kind {}",
            one_of(owners.iter().copied())
        );
        reader.note(Diagnostic::new(Code::UnknownKey, entry.key.span, message).help(help));
    }
    !owners.is_empty()
}

/// Notes what an essay's wording lacks or has too much, and what only essays have.
fn note_texts(is_essay: bool, wording: &Wording, reader: &mut Reader<'_>) {
    let first = |texts: &Option<Named<ChoiceId, Raw>>| {
        let entries = texts.as_ref().map(|texts| texts.entries.as_slice());
        let first = entries.unwrap_or_default().first();
        first.map(|(id, _)| id.span)
    };
    if is_essay && wording.model.is_none() {
        let message = "`model` is missing";
        let help = "add model = \"...\", an answer to compare with";
        reader.note(Diagnostic::new(Code::MissingKey, wording.span, message).help(help));
    }
    let foreign = if is_essay {
        Vec::new()
    } else {
        let help = "`points` and `model` belong to questions of kind essay";
        let model = wording.model.as_ref().map(|raw| raw.span);
        vec![
            (
                first(&wording.points),
                "only essays have `points` in their wordings",
                help,
            ),
            (model, "only essays have a `model` answer", help),
        ]
    };
    for (span, message, help) in foreign {
        if let Some(span) = span {
            reader.note(Diagnostic::new(Code::UnknownKey, span, message).help(help));
        }
    }
}

impl Question {
    /// Where it stands: its id, which a person looks for, else its heading.
    pub(crate) fn span(&self) -> Span {
        self.common
            .id
            .as_ref()
            .map_or(self.common.span, |id| id.span)
    }

    /// A wording by its place among those of its language.
    pub(crate) fn wording(&self, lang: &Lang, at: usize) -> Option<&Wording> {
        self.wordings
            .values()
            .find(|(other, _)| *other == lang)?
            .1
            .get(at)
    }
}
