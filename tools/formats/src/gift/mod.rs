//! GIFT: Moodle's plain text with answers in braces.
//!
//! A file goes line by line into blocks, one a question (`source`, `blocks`), each of which is cut into its parts (`escape`,
//! `answers`) and becomes a question (`read`, and a room for each kind). On the way out, a draft is fitted (`fit`) and written.

mod answers;
mod blocks;
mod build;
mod choices;
mod detect;
mod escape;
mod filing;
mod lower;
mod lower_kind;
mod lower_typed;
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
