//! What to add, as options say it.

use std::path::PathBuf;

use clap::Args;

use super::kinds::{KINDS, Kind};

/// What to add.
#[derive(Debug, Clone, Default, Args)]
pub struct Adding {
    /// The folder of the bank
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// The module; needed where the bank has several
    #[arg(long, value_name = "ID")]
    pub module: Option<String>,
    /// The kind of the question
    #[arg(long)]
    pub kind: Option<Kind>,
    /// The id of the question; without it, made from the prompt
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// What it tests; a concept that the bank doesn't have yet comes with its name: "ID=English|French"
    #[arg(long, value_name = "ID", requires = "kind")]
    pub concept: Vec<String>,
    /// What the learner is asked, for each language: en=...
    #[arg(long, value_name = "TAG=TEXT", requires = "kind")]
    pub prompt: Vec<String>,
    /// Why the key is right, for each language: en=...
    #[arg(long, value_name = "TAG=TEXT", requires = "kind")]
    pub explanation: Vec<String>,
    /// A choice
    #[arg(long, value_name = "ID=TEXTS", requires = "kind")]
    pub choice: Vec<String>,
    /// What is right: the id of a choice or region, true or false
    #[arg(long, requires = "kind")]
    pub key: Vec<String>,
    /// A right answer to type: en=..., any=...
    #[arg(long, value_name = "TAG=TEXT", requires = "kind")]
    pub accept: Vec<String>,
    /// The right number
    #[arg(long, requires = "kind", allow_hyphen_values = true)]
    pub number: Option<String>,
    /// How far away from the number is near enough: 0.5, or 2%
    #[arg(long, requires = "number", allow_hyphen_values = true)]
    pub within: Option<String>,
    /// An item
    #[arg(long, value_name = "ID=TEXTS", requires = "kind")]
    pub item: Vec<String>,
    /// A target that items may have
    #[arg(long, value_name = "ID=TEXTS", requires = "kind")]
    pub target: Vec<String>,
    /// A category that items may be in
    #[arg(long, value_name = "ID=TEXTS", requires = "kind")]
    pub category: Vec<String>,
    /// A text with gaps, for each language: "en=A day has {{hours}} hours."
    #[arg(long, value_name = "TAG=TEXT", requires = "kind")]
    pub text: Vec<String>,
    /// What a gap takes
    #[arg(long, value_name = "ID:WHAT=ANSWERS", requires = "kind")]
    pub gap: Vec<String>,
    /// The picture of a hotspot: a file in the bank's folder, or one for each language: en=...
    #[arg(long, value_name = "FILE", requires = "kind")]
    pub image: Vec<String>,
    /// What the picture shows, for each language: en=...
    #[arg(long, value_name = "TAG=TEXT", requires = "kind")]
    pub alt: Vec<String>,
    /// A region of the picture
    #[arg(long, value_name = "ID:SHAPE=TEXTS", requires = "kind")]
    pub region: Vec<String>,
    /// A point of an essay's checklist
    #[arg(long, value_name = "ID=TEXTS", requires = "kind")]
    pub point: Vec<String>,
    /// A model answer to an essay, for each language: en=...
    #[arg(long, value_name = "TAG=TEXT", requires = "kind")]
    pub model: Vec<String>,
}

impl Adding {
    /// The options that say what some kinds of question have, and whether each is there.
    fn said(&self) -> [(&'static str, bool); 15] {
        let list = |option, said: &[String]| (option, !said.is_empty());
        [
            list("--choice", &self.choice),
            list("--key", &self.key),
            list("--accept", &self.accept),
            ("--number", self.number.is_some()),
            ("--within", self.within.is_some()),
            list("--item", &self.item),
            list("--target", &self.target),
            list("--category", &self.category),
            list("--text", &self.text),
            list("--gap", &self.gap),
            list("--image", &self.image),
            list("--alt", &self.alt),
            list("--region", &self.region),
            list("--point", &self.point),
            list("--model", &self.model),
        ]
    }

    /// An option that says what questions of this kind don't have.
    pub(super) fn stray(&self, kind: &Kind) -> Option<String> {
        let mut said = self.said().into_iter();
        let (option, _) = said.find(|(option, is_said)| *is_said && !kind.has(option))?;
        let kinds = KINDS.iter().filter(|kind| kind.has(option));
        let names: Vec<&str> = kinds.map(|kind| kind.name).collect();
        Some(format!(
            "{option} is of questions of kind {}; leave it out, or say another --kind",
            names.join(", ")
        ))
    }
}
