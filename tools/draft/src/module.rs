//! A module's file as it is written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::policy::{Counts, Credit, Feedback, Lint, Scoring};
use crate::question::Question;
use crate::texts::Texts;

/// What a module's file says.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Module {
    /// Its name.
    pub title: Texts,
    /// The path of learning that it belongs to.
    pub track: Texts,
    /// How far it goes.
    pub level: Level,
    /// Reading time, in minutes.
    pub minutes: u64,
    /// The share of points needed to pass, in percent; 60 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pass: Option<u64>,
    /// Questions per attempt; all of them when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draw: Option<u64>,
    /// How often it may be attempted; without limit when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attempts: Option<u64>,
    /// How responses that are right in part are marked, unless a question says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
    /// What learners are shown, and when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feedback: Option<Feedback>,
    /// How often an answer may be checked, unless a question says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tries: Option<u64>,
    /// What each wrong try costs, in percent of the points, unless a question says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub penalty: Option<u64>,
    /// Whether learners say how sure they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<bool>,
    /// What is left of the points where something was overlooked in a typed answer, in percent, by tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<Credit>,
    /// What learners' ticks on the checklists of their essays count for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub essays: Option<Counts>,
    /// Which advice is given on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lint: Option<Lint>,
    /// What to read first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lesson: Option<Lesson>,
    /// What several of its questions are about.
    #[serde(default, rename = "stimulus", skip_serializing_if = "Vec::is_empty")]
    pub stimuli: Vec<Stimulus>,
    /// The questions that its checkpoint draws from.
    #[serde(default, rename = "question", skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
}

/// What several questions are about.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stimulus {
    /// Names it for the questions.
    pub id: String,
    /// What there is to read, in Markdown.
    pub text: Texts,
}

/// A lesson, section by section.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// One sentence under the title.
    pub summary: Texts,
    /// The lesson in short.
    pub overview: Texts,
    /// The professional explanation.
    pub explanation: Texts,
    /// A practical example.
    pub example: Texts,
    /// Content blocks.
    #[serde(default, rename = "block", skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block>,
    /// Examples of one sentence.
    #[serde(
        default,
        rename = "illustration",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub illustrations: Vec<Paragraph>,
    /// Tips and warnings.
    #[serde(default, rename = "callout", skip_serializing_if = "Vec::is_empty")]
    pub callouts: Vec<Callout>,
    /// What to write about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prompt: Option<Paragraph>,
}

/// A heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// The heading.
    pub title: Texts,
    /// The text.
    pub text: Texts,
}

/// A text alone.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// The text.
    pub text: Texts,
}

/// A remark set apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Callout {
    /// Advice or warning.
    pub kind: CalloutKind,
    /// The heading.
    pub title: Texts,
    /// The text.
    pub text: Texts,
}

/// What a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CalloutKind {
    /// Advice.
    Tip,
    /// A warning.
    Warning,
}

/// How far a module goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Asks for nothing before it.
    #[default]
    Foundation,
    /// For those who know the foundations.
    Intermediate,
    /// For experts.
    Advanced,
}
