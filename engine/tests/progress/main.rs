//! What is kept of an attempt, and what becomes of it in full, forbidden and damaged storages, beside other tabs, versions and banks.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

#[path = "../common/mod.rs"]
mod common;

mod confirmed;
mod journeys;
mod overview;
mod page;
mod rules;
mod together;
mod world;
