//! What each kind of question adds, as it is written.

mod choice;
mod essay;
mod gaps;
mod hotspot;
mod number;
mod order;
mod pairs;
mod samples;
mod text;
mod true_false;

pub use choice::*;
pub use essay::*;
pub use gaps::*;
pub use hotspot::*;
pub use number::*;
pub use order::*;
pub use pairs::*;
pub use samples::*;
pub use text::*;
pub use true_false::*;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::texts::Texts;

/// The kind of a question, and what it adds.
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
    /// What learners are told of single answers.
    pub fn feedbacks_mut(&mut self) -> Vec<&mut Texts> {
        match self {
            Self::Choice(body) => body
                .choices
                .iter_mut()
                .map(|one| &mut one.feedback)
                .collect(),
            Self::TrueFalse(body) => {
                let both = body.feedback.iter_mut();
                both.flat_map(|own| [&mut own.if_true, &mut own.if_false])
                    .collect()
            }
            Self::Text(body) => {
                let right = body.accept.values_mut().flatten();
                let right = right.filter_map(|answer| match answer {
                    Answer::Plain(_) => None,
                    Answer::Exact(own) => Some(&mut own.feedback),
                    Answer::Wildcard(own) => Some(&mut own.feedback),
                    Answer::Regex(own) => Some(&mut own.feedback),
                });
                right
                    .chain(body.wrong.iter_mut().map(|one| &mut one.feedback))
                    .collect()
            }
            Self::Number(body) => body.wrong.iter_mut().map(|one| &mut one.feedback).collect(),
            Self::Match(body) => body.items.iter_mut().map(|one| &mut one.feedback).collect(),
            Self::Classify(body) => body.items.iter_mut().map(|one| &mut one.feedback).collect(),
            Self::Hotspot(body) => body
                .regions
                .iter_mut()
                .map(|one| &mut one.feedback)
                .collect(),
            Self::Order(_) | Self::Gaps(_) | Self::Essay(_) => Vec::new(),
        }
    }
}
