//! The engine's rules, broken: each fault gets its place in the text, and words for an author. The rules themselves are
//! in the engine alone.

mod bank;
mod cycle;
pub(crate) mod explain;
mod module;
pub(crate) mod spot;

pub(crate) use bank::of_bank;
pub(crate) use module::{of_module, question};
