//! Laws of the engine, held against arbitrary values.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod any;
#[path = "../common/mod.rs"]
mod common;
#[cfg(feature = "serde")]
mod compiled;
#[cfg(feature = "serde")]
mod forms;
mod grading;
mod reading;
mod sessions;
