//! Sample answers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Answers that their author graded, held against the grader by the check.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "T: Deserialize<'de>"))]
pub struct Samples<T> {
    /// Answers that earn full points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accept: Vec<T>,
    /// Answers that don't.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reject: Vec<T>,
}

impl<T> Default for Samples<T> {
    fn default() -> Self {
        Self {
            accept: Vec::new(),
            reject: Vec::new(),
        }
    }
}
