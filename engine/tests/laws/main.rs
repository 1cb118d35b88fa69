//! Laws of the engine, held against arbitrary values.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod any;
#[path = "../common/mod.rs"]
mod common;
mod grading;
mod reading;
mod sessions;
