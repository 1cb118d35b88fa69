//! Other formats of questions, in and out.
//!
//! A reader makes a [`Draft`] of a file, a writer files of a draft. Both report what they drop or change: nothing is lost silently.
//! [`import`] detects the format of a file, reads it, and completes what Jalon asks for and the format doesn't have. [`export`]
//! first lowers a draft to what the format can say, then writes it: read again, the file gives the lowered draft.

mod address;
mod aiken;
mod archive;
mod bounds;
mod complete;
mod decode;
mod export;
mod format;
mod gift;
mod h5p;
mod html;
mod import;
mod input;
mod join;
mod language;
mod lines;
mod loss;
mod lower;
mod markdown;
mod mdbook;
mod merge;
mod moodle;
mod pictures;
mod prose;
mod qti;
mod quizdown;
mod slug;
mod table;
mod text;
mod unsupported;
mod xml;

pub use complete::id_of;
pub use export::{Exported, export};
pub use format::Format;
pub use import::{Imported, Options, import};
pub use input::{Input, MAX_BYTES, Refusal};
pub use jalon_draft::Draft;
pub use join::{Joined, join, with_concepts};
pub use language::tag;
pub use loss::{Fate, FilePosition, Loss, Losses};
