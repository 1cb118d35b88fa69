//! A bank as it is written, in plain values without places: for whoever makes banks, such as importers, or hands them on.
//!
//! The fields are the keys of the TOML, one for one; `questions/README.md` says what they mean. Nothing here is checked: what a
//! draft says is checked like any bank, once it is written.

mod bank;
mod draft;
mod kind;
mod languages;
mod layout;
mod module;
mod policy;
mod question;
mod read;
mod schema;
pub mod sources;
mod texts;
mod tidy;
mod write;

pub use bank::{Bank, Concept, Misconception};
pub use draft::Draft;
pub use kind::*;
pub use module::{Block, Callout, CalloutKind, Lesson, Level, Module, Paragraph, Stimulus};
pub use policy::{Counts, Credit, Feedback, Lint, Scoring, Show, When};
pub use question::{Common, Concepts, Difficulty, Origin, Origins, Question, Wording};
pub use read::{Unread, read};
pub use schema::{bank_schema, module_schema};
pub use sources::Sources;
pub use texts::{Naming, Texts, add_missing};
pub use tidy::{FormatError, tidy_bank, tidy_module};
