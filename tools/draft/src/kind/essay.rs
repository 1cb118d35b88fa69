//! Write a text that nobody grades.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A question with a place to write.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Essay {
    /// The fewest words advised.
    #[serde(rename = "min-words", skip_serializing_if = "Option::is_none")]
    pub least: Option<u64>,
    /// The most words advised.
    #[serde(rename = "max-words", skip_serializing_if = "Option::is_none")]
    pub most: Option<u64>,
    /// The checklist.
    #[serde(rename = "point")]
    pub points: Vec<EssayPoint>,
}

/// A point of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EssayPoint {
    /// Names it for the wordings, which have its texts.
    pub id: String,
}
