//! What each kind of question adds, as it is written.

mod body;
mod choice;
mod essay;
mod gaps;
mod hotspot;
mod merge;
mod number;
mod order;
mod pairs;
mod samples;
mod text;
mod true_false;

pub use body::KindBody;
pub use choice::*;
pub use essay::*;
pub use gaps::*;
pub use hotspot::*;
pub use merge::{Conflict, Conflicts};
pub use number::*;
pub use order::*;
pub use pairs::*;
pub use samples::*;
pub use text::*;
pub use true_false::*;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The kind of a question, and what it adds. Other crates name the kinds that they know, and treat the rest alike.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Body {
    /// Pick one choice, or several.
    Choice(Choices),
    /// Say whether a statement is true.
    TrueFalse(TrueFalse),
    /// Type a short answer.
    Text(Text),
    /// Type a number.
    Number(Number),
    /// Give each item its target.
    Match(Match),
    /// Put each item in its category.
    Classify(Classify),
    /// Put items in order.
    Order(Order),
    /// Fill the gaps of a text.
    Gaps(Gaps),
    /// Find a region of a picture.
    Hotspot(Hotspot),
    /// Write a text that nobody grades.
    Essay(Essay),
}

impl Body {
    /// What the kind answers about its keys.
    pub fn kind(&self) -> &dyn KindBody {
        match self {
            Self::Choice(body) => body,
            Self::TrueFalse(body) => body,
            Self::Text(body) => body,
            Self::Number(body) => body,
            Self::Match(body) => body,
            Self::Classify(body) => body,
            Self::Order(body) => body,
            Self::Gaps(body) => body,
            Self::Hotspot(body) => body,
            Self::Essay(body) => body,
        }
    }

    /// The same, to change them.
    pub fn kind_mut(&mut self) -> &mut dyn KindBody {
        match self {
            Self::Choice(body) => body,
            Self::TrueFalse(body) => body,
            Self::Text(body) => body,
            Self::Number(body) => body,
            Self::Match(body) => body,
            Self::Classify(body) => body,
            Self::Order(body) => body,
            Self::Gaps(body) => body,
            Self::Hotspot(body) => body,
            Self::Essay(body) => body,
        }
    }

    /// True where both are of one kind.
    pub fn is_of_kind(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// Takes what the other one says in its languages, where it is of the same kind, and notes where the two differ.
    pub fn merge(&mut self, other: Self, conflicts: &mut Conflicts) {
        match (self, other) {
            (Self::Choice(own), Self::Choice(other)) => own.merge(other, conflicts),
            (Self::TrueFalse(own), Self::TrueFalse(other)) => own.merge(other, conflicts),
            (Self::Text(own), Self::Text(other)) => own.merge(other, conflicts),
            (Self::Number(own), Self::Number(other)) => own.merge(other, conflicts),
            (Self::Match(own), Self::Match(other)) => own.merge(other, conflicts),
            (Self::Classify(own), Self::Classify(other)) => own.merge(other, conflicts),
            (Self::Order(own), Self::Order(other)) => own.merge(other, conflicts),
            (Self::Gaps(own), Self::Gaps(other)) => own.merge(other, conflicts),
            (Self::Hotspot(own), Self::Hotspot(other)) => own.merge(other, conflicts),
            (Self::Essay(own), Self::Essay(other)) => own.merge(other, conflicts),
            _ => {}
        }
    }
}
