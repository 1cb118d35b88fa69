//! Put items in order.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::body::KindBody;
use super::merge::{Conflicts, ids};
use super::samples::Samples;

/// A question of items to put in order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// What counts in an order that is right in part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<OrderCredit>,
    /// Sample answers: lists of items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<Vec<String>>>,
    /// The items in the right order; their texts are in the wordings.
    #[serde(rename = "item")]
    pub items: Vec<OrderItem>,
}

/// What counts in an order that is right in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OrderCredit {
    /// Items that come straight after the right one.
    Neighbours,
    /// Items in their place, counted from the beginning.
    Positions,
    /// The right order only.
    AllOrNothing,
}

/// An item to put in order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderItem {
    /// Names it in every wording.
    pub id: String,
}

impl KindBody for Order {
    fn ids(&self) -> Vec<Vec<&str>> {
        vec![ids(&self.items, |one| &one.id)]
    }

    fn ids_mut(&mut self) -> Vec<&mut String> {
        self.items.iter_mut().map(|one| &mut one.id).collect()
    }

    fn drop_samples(&mut self) -> bool {
        self.samples.take().is_some()
    }

    fn merge(&mut self, other: Self, conflicts: &mut Conflicts) {
        let order = |items| ids(items, |one: &OrderItem| &one.id);
        conflicts.differ("the order", &order(&self.items), &order(&other.items));
    }
}
