//! Give each item its target, or put it in its category.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::body::KindBody;
use super::merge::{Conflicts, by_id, ids};
use super::samples::Samples;
use crate::policy::Scoring;
use crate::texts::{Texts, add_missing};

/// Sample answers of matches and classifications: from item to place.
pub type Given = Texts;

/// A question in which each item gets its target.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Match {
    /// How often a target can be given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses: Option<Uses>,
    /// How a response that is right in part is marked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
    /// Whether each attempt puts items and targets in a new order; true when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shuffle: Option<bool>,
    /// Sample answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<Given>>,
    /// The items; their texts are in the wordings.
    #[serde(rename = "item")]
    pub items: Vec<Matched>,
    /// The targets; those that no item names are there to mislead.
    #[serde(rename = "target")]
    pub targets: Vec<Target>,
}

/// How often a target can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Uses {
    /// To one item at most.
    Once,
    /// To any number of items.
    Often,
}

/// An item with its target.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Matched {
    /// Names it in every wording.
    pub id: String,
    /// What is right for it.
    pub target: String,
    /// For a learner who gave it another one.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
}

/// A target.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Names it in every wording.
    pub id: String,
}

/// A question in which each item is put in its category.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Classify {
    /// How a response that is right in part is marked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
    /// Whether each attempt puts the items in a new order; true when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shuffle: Option<bool>,
    /// Sample answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<Given>>,
    /// The items; their texts are in the wordings.
    #[serde(rename = "item")]
    pub items: Vec<Classified>,
    /// The categories, in the order in which they are shown.
    #[serde(rename = "category")]
    pub categories: Vec<Category>,
}

/// An item with its category.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Classified {
    /// Names it in every wording.
    pub id: String,
    /// Where it belongs.
    pub category: String,
    /// For a learner who put it elsewhere.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
}

/// A category.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Names it in every wording.
    pub id: String,
}

impl KindBody for Match {
    fn ids(&self) -> Vec<Vec<&str>> {
        vec![
            ids(&self.items, |one| &one.id),
            ids(&self.targets, |one| &one.id),
        ]
    }

    fn ids_mut(&mut self) -> Vec<&mut String> {
        let items = self.items.iter_mut();
        let items = items.flat_map(|one| [&mut one.id, &mut one.target]);
        let targets = self.targets.iter_mut().map(|one| &mut one.id);
        items.chain(targets).collect()
    }

    fn feedbacks_mut(&mut self) -> Vec<&mut Texts> {
        let all = self.items.iter_mut();
        all.map(|one| &mut one.feedback).collect()
    }

    fn drop_samples(&mut self) -> bool {
        self.samples.take().is_some()
    }

    fn inherit_scoring(&mut self, scoring: Scoring) {
        self.scoring.get_or_insert(scoring);
    }

    fn merge(&mut self, other: Self, conflicts: &mut Conflicts) {
        for (own, other) in by_id(&mut self.items, other.items, |one| &one.id) {
            let what = format!("the target of `{}`", own.id);
            conflicts.differ(&what, &own.target, &other.target);
            add_missing(&mut own.feedback, other.feedback);
        }
    }
}

impl KindBody for Classify {
    fn ids(&self) -> Vec<Vec<&str>> {
        vec![
            ids(&self.items, |one| &one.id),
            ids(&self.categories, |one| &one.id),
        ]
    }

    fn ids_mut(&mut self) -> Vec<&mut String> {
        let items = self.items.iter_mut();
        let items = items.flat_map(|one| [&mut one.id, &mut one.category]);
        let categories = self.categories.iter_mut().map(|one| &mut one.id);
        items.chain(categories).collect()
    }

    fn feedbacks_mut(&mut self) -> Vec<&mut Texts> {
        let all = self.items.iter_mut();
        all.map(|one| &mut one.feedback).collect()
    }

    fn drop_samples(&mut self) -> bool {
        self.samples.take().is_some()
    }

    fn inherit_scoring(&mut self, scoring: Scoring) {
        self.scoring.get_or_insert(scoring);
    }

    fn merge(&mut self, other: Self, conflicts: &mut Conflicts) {
        for (own, other) in by_id(&mut self.items, other.items, |one| &one.id) {
            let what = format!("the category of `{}`", own.id);
            conflicts.differ(&what, &own.category, &other.category);
            add_missing(&mut own.feedback, other.feedback);
        }
    }
}
