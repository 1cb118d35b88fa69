//! Write a text that nobody grades.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::body::KindBody;
use super::merge::{Conflicts, ids};

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

impl KindBody for Essay {
    fn ids(&self) -> Vec<Vec<&str>> {
        vec![ids(&self.points, |one| &one.id)]
    }

    fn ids_mut(&mut self) -> Vec<&mut String> {
        self.points.iter_mut().map(|one| &mut one.id).collect()
    }

    /// It has no key, and all its texts are in the wordings.
    fn merge(&mut self, _: Self, _: &mut Conflicts) {}
}
