//! Say whether a statement is true.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::body::KindBody;
use super::merge::Conflicts;
use super::samples::Samples;
use crate::texts::{Texts, add_missing};

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

impl KindBody for TrueFalse {
    fn size(&self) -> usize {
        2
    }

    fn feedbacks_mut(&mut self) -> Vec<&mut Texts> {
        let both = self.feedback.iter_mut();
        both.flat_map(|own| [&mut own.if_true, &mut own.if_false])
            .collect()
    }

    fn drop_samples(&mut self) -> bool {
        self.samples.take().is_some()
    }

    fn merge(&mut self, other: Self, conflicts: &mut Conflicts) {
        conflicts.differ("the key", &self.key, &other.key);
        match (&mut self.feedback, other.feedback) {
            (Some(own), Some(other)) => {
                add_missing(&mut own.if_true, other.if_true);
                add_missing(&mut own.if_false, other.if_false);
            }
            (own @ None, other) => *own = other,
            (Some(_), None) => {}
        }
    }
}
