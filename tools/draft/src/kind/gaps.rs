//! Fill the gaps of a text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::number::{Number, NumberKey, Written};
use super::samples::Samples;
use super::text::Text;
use crate::policy::Scoring;
use crate::texts::Texts;

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
