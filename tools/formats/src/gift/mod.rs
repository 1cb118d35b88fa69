//! GIFT: Moodle's plain text with answers in braces.
//!
//! A file is split line by line into blocks, one per question (`source`, `blocks`). Each is cut into its parts (`escape`, `answers`)
//! and becomes a question (`read`, and a module for each kind). An export lowers a draft (`lower`), then writes it (`write`); `kinds` has
//! what both do for each kind.

mod answers;
mod blocks;
mod build;
mod choices;
mod detect;
mod escape;
mod filing;
mod kinds;
mod lower;
mod marks;
mod numbers;
mod pairs;
mod read;
mod source;
mod text;
mod typed;
mod write;

pub(crate) use detect::detect;
pub(crate) use lower::lower;
pub(crate) use read::read;
pub(crate) use write::write;
