//! A bank as it is written, in plain values without places: for whoever makes banks, such as importers, or hands them on.
//!
//! The fields are the keys of the TOML, one for one; `questions/README.md` says what they mean. Nothing here is checked: what a
//! draft says is checked like any bank, once it is written.

mod kinds;
mod languages;
mod layout;
mod question;
mod read;
mod schema;
pub mod sources;
mod tidy;
mod write;

use std::collections::BTreeMap;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use kinds::*;
pub use question::{Common, Concepts, Difficulty, Origin, Origins, Question, Wording};
pub use read::{Unread, read};
pub use schema::{bank_schema, module_schema};
pub use sources::Sources;
pub use tidy::{FormatError, tidy_bank, tidy_module};

/// A value per key, in the order of the file: per language, by its tag (BCP 47) such as `en`, or per choice, by its id.
pub type Texts<T = String> = IndexMap<String, T>;

/// A bank with its modules and pictures.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    /// `bank.toml`.
    pub bank: Bank,
    /// The modules by their ids, in reading order: those that `bank.modules` names.
    pub modules: Vec<(String, Module)>,
    /// Pictures by file name, without folder.
    pub pictures: BTreeMap<String, Vec<u8>>,
}

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
