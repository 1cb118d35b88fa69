//! Pick one choice, or several.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::samples::Samples;
use crate::policy::Scoring;
use crate::texts::Texts;

/// One id shows radio buttons, a list check boxes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Key {
    /// The one choice that is right.
    One(String),
    /// The choices that are right.
    Several(#[schemars(length(min = 1))] Vec<String>),
}

/// A question with choices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choices {
    /// What is right.
    pub key: Key,
    /// How a response that is right in part is marked, where several may be picked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
    /// How many have to be picked, where several may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<u64>,
    /// How many may be picked, where several may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<u64>,
    /// Whether each attempt puts the choices in a new order; true when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shuffle: Option<bool>,
    /// Sample answers, written like a key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<Key>>,
    /// The choices; their texts are in the wordings.
    #[serde(rename = "choice")]
    pub choices: Vec<Choice>,
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Names it in the key and in every wording.
    pub id: String,
    /// Keeps its place when the others change theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pinned: Option<bool>,
    /// What picking it earns, in percent of the points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<i16>,
    /// For a learner who picked it.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
    /// The wrong idea that leads to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misconception: Option<String>,
}
