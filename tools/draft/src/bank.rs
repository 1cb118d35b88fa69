//! `bank.toml` as it is written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::policy::{Counts, Credit, Feedback, Lint, Scoring};
use crate::texts::Texts;

/// What `bank.toml` says.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bank {
    /// Names the bank; saved progress is filed under it.
    pub id: String,
    /// The languages in which every text exists.
    pub languages: Vec<String>,
    /// The bank's name.
    pub title: Texts,
    /// Its modules, in reading order; each is a file.
    pub modules: Vec<String>,
    /// How responses that are right in part are marked, unless a module or a question says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
    /// What learners are shown, and when, unless a module says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feedback: Option<Feedback>,
    /// What is left of the points where something was overlooked in a typed answer, in percent, by tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<Credit>,
    /// What learners' ticks on the checklists of their essays count for, unless a module says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub essays: Option<Counts>,
    /// How its course site looks, and what it says of itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<Site>,
    /// Which advice is given on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lint: Option<Lint>,
    /// What its questions test.
    #[serde(default, rename = "concept", skip_serializing_if = "Vec::is_empty")]
    pub concepts: Vec<Concept>,
    /// Wrong ideas that wrong answers can come from.
    #[serde(
        default,
        rename = "misconception",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub misconceptions: Vec<Misconception>,
    /// Words of the field that must never pass for a typing slip of one another.
    #[serde(default, rename = "term", skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Texts<Vec<String>>>,
    /// Names of one thing in typed answers: acronyms with what they stand for.
    #[serde(default, rename = "synonym", skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<Texts<Vec<String>>>,
}

/// How a bank's course site looks, and what it says of itself.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Who publishes it; the bank's title without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Texts>,
    /// What the site is for, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Texts>,
    /// Where it will be, which search engines and link previews need.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The name of a picture beside the bank's texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    /// The colour of buttons, links and what is chosen: "#1d5fa8".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accent: Option<String>,
    /// The fonts of texts, as CSS names them, the most wanted first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub font: Option<String>,
    /// The fonts of headings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading_font: Option<String>,
    /// The licence of the texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
}

/// A thing to know, which questions test.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Concept {
    /// Names it.
    pub id: String,
    /// Its name.
    pub name: Texts,
    /// Concepts to know first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prerequisites: Vec<String>,
}

/// A wrong idea that wrong answers can come from.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Misconception {
    /// Names it.
    pub id: String,
    /// Its name.
    pub name: Texts,
}
