//! `jalon` as a user runs it.

#![allow(dead_code, reason = "not every test uses all of it")]
#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use std::path::Path;
use std::process::{Command, Output};

/// Runs it in a folder.
pub(crate) fn jalon(folder: impl AsRef<Path>, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    let output = command
        .current_dir(folder.as_ref())
        .args(arguments)
        .output();
    output.unwrap()
}

/// What it printed.
pub(crate) fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What it printed, and then what it complained of.
pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}
