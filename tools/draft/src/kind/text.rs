//! Type a short answer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::samples::Samples;
use crate::policy::Credit;
use crate::texts::Texts;

/// A question with a place to type.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Whether the words may come in another order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<WordOrder>,
    /// Whether plural, singular and agreement matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endings: Option<Endings>,
    /// Names of one thing, list by list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<Vec<String>>,
    /// What is left of the points where something was overlooked, in percent, by tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<Credit>,
    /// What is right: answers of no language under `any`, the others under their language.
    pub accept: Accept,
    /// Words that are enough, by language.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub words: Texts<Words>,
    /// Wrong answers worth a word of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wrong: Vec<TextWrong>,
    /// Sample answers, as a learner would type them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<String>>,
}

/// Right answers: those of no language under `any`, the others under their language.
pub type Accept = Texts<Vec<Answer>>;

/// Whether the words of a typed answer may come in another order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WordOrder {
    /// They may not.
    AsWritten,
    /// They may.
    Any,
}

/// Whether plural, singular and agreement matter in a typed answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Endings {
    /// They don't.
    Free,
    /// They do.
    Exact,
}

/// An answer that can be typed: in quotes alone, or a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Answer {
    /// To the letter.
    Plain(String),
    /// To the letter, with what it earns and says.
    Exact(Exact),
    /// A pattern with stars.
    Wildcard(Wildcard),
    /// A regular expression.
    Regex(Regex),
}

/// An answer to the letter, with what it earns and says.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exact {
    /// The answer.
    pub answer: String,
    /// What it earns, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<u8>,
    /// For a learner who gave it.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
}

/// A pattern: `*` is any letters, also none; `\*` is a star.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wildcard {
    /// The pattern.
    pub wildcard: String,
    /// What it earns, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<u8>,
    /// For a learner who gave it.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
}

/// A regular expression for the whole of what was typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Regex {
    /// The expression.
    pub regex: String,
    /// What it earns, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<u8>,
    /// For a learner who gave it.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
}

/// Words that are enough for an answer in a language.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Of each list, one has to be there.
    pub required: Vec<Vec<String>>,
    /// None of these may be there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forbidden: Vec<String>,
}

/// Wrong typed answers with one idea behind them. `credit` is not for them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextWrong {
    /// The ways to write it, in any language, and patterns.
    pub answers: Vec<Answer>,
    /// For a learner who gave it.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
    /// The idea behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misconception: Option<String>,
}
