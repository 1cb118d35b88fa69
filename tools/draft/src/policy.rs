//! What a bank, a module or a question says about marking, feedback and advice.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which advice is given, by code or by name: what a question says goes before what its module and its bank say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lint {
    /// Rules that are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub off: Vec<String>,
    /// Rules that are usually off and looked at here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on: Vec<String>,
}

/// How a response that is right in part is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scoring {
    /// Every point or none.
    AllOrNothing,
    /// The share of what is right; what is wrong costs nothing.
    Partial,
    /// That share, less the share of what is wrong.
    PartialWithPenalty,
    /// As many shares as right parts, less as many as wrong ones.
    RightMinusWrong,
}

/// What learners are shown of how they did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    /// From when on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// How much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub show: Option<Show>,
}

/// When learners are shown how they did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// Each question has a button that checks its answer.
    AtOnce,
    /// Once the attempt is handed in.
    AfterSubmit,
    /// Once no attempt is left.
    AfterLastAttempt,
}

/// How much learners are shown; each holds the ones before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Show {
    /// Whether each answer is right.
    Verdict,
    /// Also what is right.
    Key,
    /// Also why.
    Explanation,
}

/// What ticks on the checklist of an essay count for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Counts {
    /// Nothing.
    Private,
    /// The concepts of the question.
    Mastery,
}

/// What is left of the points where something was overlooked in a typed answer, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Credit {
    /// Case, spaces, punctuation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<u8>,
    /// Accents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accents: Option<u8>,
    /// Articles in front.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<u8>,
    /// Numbers in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u8>,
    /// Plural, singular, agreement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grammar: Option<u8>,
    /// Another name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub synonym: Option<u8>,
    /// Another order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<u8>,
    /// Words that are enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<u8>,
    /// Slips.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub typo: Option<u8>,
}
