//! Pick one choice, or several.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::body::KindBody;
use super::merge::{Conflicts, by_id, ids};
use super::samples::Samples;
use crate::policy::Scoring;
use crate::texts::{Texts, add_missing};

/// One id shows radio buttons, a list check boxes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Key {
    /// The one choice that is right.
    One(String),
    /// The choices that are right.
    Several(#[schemars(length(min = 1))] Vec<String>),
}

impl Key {
    /// The ids that it names.
    pub(super) fn ids_mut(&mut self) -> Vec<&mut String> {
        match self {
            Self::One(id) => vec![id],
            Self::Several(ids) => ids.iter_mut().collect(),
        }
    }

    /// How many are right, where several may be picked.
    pub(super) fn picks(&self) -> usize {
        match self {
            Self::One(_) => 0,
            Self::Several(ids) => ids.len(),
        }
    }

    /// Notes another key; the order of its ids says nothing.
    pub(super) fn differ(&self, other: &Self, conflicts: &mut Conflicts) {
        conflicts.differ("the key", &self.sorted(), &other.sorted());
    }

    fn sorted(&self) -> Self {
        let mut key = self.clone();
        if let Self::Several(ids) = &mut key {
            ids.sort();
        }
        key
    }
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

impl KindBody for Choices {
    fn ids(&self) -> Vec<Vec<&str>> {
        vec![ids(&self.choices, |one| &one.id)]
    }

    fn ids_mut(&mut self) -> Vec<&mut String> {
        let mut all = self.key.ids_mut();
        all.extend(self.choices.iter_mut().map(|one| &mut one.id));
        all
    }

    fn shape(&self) -> Vec<usize> {
        vec![self.choices.len(), self.key.picks()]
    }

    fn feedbacks_mut(&mut self) -> Vec<&mut Texts> {
        let all = self.choices.iter_mut();
        all.map(|one| &mut one.feedback).collect()
    }

    fn misconceptions_mut(&mut self) -> Vec<&mut Option<String>> {
        let all = self.choices.iter_mut();
        all.map(|one| &mut one.misconception).collect()
    }

    fn drop_samples(&mut self) -> bool {
        self.samples.take().is_some()
    }

    fn inherit_scoring(&mut self, scoring: Scoring) {
        let is_weighted = self.choices.iter().any(|one| one.weight.is_some());
        if matches!(self.key, Key::Several(_)) && !is_weighted {
            self.scoring.get_or_insert(scoring);
        }
    }

    fn merge(&mut self, other: Self, conflicts: &mut Conflicts) {
        self.key.differ(&other.key, conflicts);
        for (own, other) in by_id(&mut self.choices, other.choices, |one| &one.id) {
            let what = format!("the weight of `{}`", own.id);
            conflicts.differ(&what, &own.weight, &other.weight);
            add_missing(&mut own.feedback, other.feedback);
        }
    }
}
