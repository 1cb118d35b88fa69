//! Fill the gaps of a text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::body::KindBody;
use super::merge::{Conflicts, by_id, ids};
use super::number::{Number, NumberKey, Written};
use super::samples::Samples;
use super::text::Text;
use crate::policy::Scoring;
use crate::texts::{Naming, Texts};

/// A text with gaps, which stands in the wordings.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gaps {
    /// How a response that is right in part is marked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
    /// Groups of gaps whose answers may change places.
    #[serde(default, rename = "any-order", skip_serializing_if = "Vec::is_empty")]
    pub any_order: Vec<Vec<String>>,
    /// Whether each attempt puts the choices of the lists in a new order; true when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shuffle: Option<bool>,
    /// Sample answers: what is in each gap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<Texts<Written>>>,
    /// The gaps.
    #[serde(rename = "gap")]
    pub gaps: Vec<Gap>,
    /// What the lists offer; their texts are in the wordings.
    #[serde(default, rename = "choice", skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Offer>,
}

/// A gap: it takes a text, a number or a choice of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// Names it in every wording.
    pub id: String,
    /// Its share of the points beside the other gaps; 1 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<u64>,
    /// A text to type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// A number to type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<GapNumber>,
    /// A choice to pick.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pick: Option<Pick>,
}

/// All that a number question has, or its key alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum GapNumber {
    /// The key alone.
    Key(NumberKey),
    /// All of it.
    Whole(Box<Number>),
}

/// A choice to pick from a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pick {
    /// What is right.
    pub key: String,
    /// What the list offers; every choice of the question when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Vec<String>>,
}

/// Something that lists offer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// Names it in keys and in every wording.
    pub id: String,
    /// Keeps its place when the others change theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pinned: Option<bool>,
}

impl KindBody for Gaps {
    fn ids(&self) -> Vec<Vec<&str>> {
        vec![
            ids(&self.gaps, |one| &one.id),
            ids(&self.choices, |one| &one.id),
        ]
    }

    fn ids_mut(&mut self) -> Vec<&mut String> {
        let mut all: Vec<&mut String> = self.any_order.iter_mut().flatten().collect();
        for gap in &mut self.gaps {
            all.push(&mut gap.id);
            if let Some(pick) = &mut gap.pick {
                all.push(&mut pick.key);
                all.extend(pick.from.iter_mut().flatten());
            }
        }
        all.extend(self.choices.iter_mut().map(|one| &mut one.id));
        all
    }

    fn misconceptions_mut(&mut self) -> Vec<&mut Option<String>> {
        let typed = self.gaps.iter_mut().flat_map(Gap::typed_mut);
        typed.flat_map(KindBody::misconceptions_mut).collect()
    }

    fn drop_samples(&mut self) -> bool {
        self.samples.take().is_some()
    }

    fn inherit_scoring(&mut self, scoring: Scoring) {
        // Meant for choices, it leaves gaps as they are.
        if scoring != Scoring::PartialWithPenalty {
            self.scoring.get_or_insert(scoring);
        }
    }

    fn relabel(&mut self, name: Naming<'_>) {
        let typed = self.gaps.iter_mut().flat_map(Gap::typed_mut);
        typed.for_each(|body| body.relabel(name));
    }

    fn merge(&mut self, other: Self, conflicts: &mut Conflicts) {
        for (own, other) in by_id(&mut self.gaps, other.gaps, |one| &one.id) {
            own.merge(other, conflicts);
        }
    }
}

impl Gap {
    /// What is typed there, as a question of its own would have it.
    fn typed_mut(&mut self) -> impl Iterator<Item = &mut dyn KindBody> {
        let text = self.text.as_mut().map(|text| text as &mut dyn KindBody);
        let number = match &mut self.number {
            Some(GapNumber::Whole(number)) => Some(number.as_mut() as &mut dyn KindBody),
            Some(GapNumber::Key(_)) | None => None,
        };
        text.into_iter().chain(number)
    }

    fn merge(&mut self, other: Self, conflicts: &mut Conflicts) {
        let what = format!("the gap `{}`", self.id);
        match (&mut self.text, other.text) {
            (Some(own), Some(other)) => own.merge(other, conflicts),
            (None, Some(_)) => conflicts.sort(&what),
            (_, None) => {}
        }
        match (&mut self.number, other.number) {
            (Some(GapNumber::Whole(own)), Some(GapNumber::Whole(other))) => {
                own.merge(*other, conflicts);
            }
            (own, other) => conflicts.differ(&what, &*own, &other),
        }
        conflicts.differ(&what, &self.pick, &other.pick);
    }
}
