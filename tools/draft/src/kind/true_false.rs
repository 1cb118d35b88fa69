//! Say whether a statement is true.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::samples::Samples;
use crate::texts::Texts;

/// A statement to judge.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrueFalse {
    /// Whether the statement is true, in every wording.
    pub key: bool,
    /// For a learner who gave the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feedback: Option<TrueFalseFeedback>,
    /// Sample answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<bool>>,
}

/// What to tell a learner, by the answer given.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrueFalseFeedback {
    /// For a learner who said that it is true.
    #[serde(default, rename = "true", skip_serializing_if = "Texts::is_empty")]
    pub if_true: Texts,
    /// For a learner who said that it is false.
    #[serde(default, rename = "false", skip_serializing_if = "Texts::is_empty")]
    pub if_false: Texts,
}
