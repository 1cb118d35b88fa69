//! Everything that is true about quizzes, with no browser, disk, clock or randomness: time and seed come in as values.
//!
//! In the order in which data walks through the rooms: a compiled bank is read and checked ([`bank`]); a
//! [`session`] draws a plan from it and collects responses; each [`kind`] of question scores its own with the tools in
//! [`grade`]; [`feedback`] says what may be shown; [`progress`] is what outlives the sitting.

pub mod bank;
pub mod decimal;
pub mod feedback;
pub mod grade;
pub mod id;
pub mod json;
pub mod kind;
pub mod lang;
pub mod language;
pub mod markup;
pub mod pieces;
pub mod progress;
pub mod question_map;
pub mod session;
pub mod shared;
pub mod time;
