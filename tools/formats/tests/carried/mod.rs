//! What a person sees of a file that came over: the bank that it became, and the loss report.

#![allow(dead_code, reason = "each test uses what it needs")]

use std::fmt::Write as _;

use jalon_formats::{Format, Input, Options, import};

/// The bank's files and the report, or the refusal; and what the check says of the bank.
pub(crate) fn seen(path: &str, bytes: &[u8]) -> String {
    let input = Input { path, bytes };
    let imported = match import(&[input], &Options::default()) {
        Ok(imported) => imported,
        Err(refusal) => return refusal.to_string(),
    };
    let mut out = String::new();
    for (name, bytes) in imported.draft.files() {
        let text = String::from_utf8(bytes);
        let text = text.unwrap_or_else(|error| format!("{} bytes\n", error.as_bytes().len()));
        let _ = writeln!(out, "── {name}\n{}", text.trim_end());
    }
    let _ = writeln!(out, "── lost");
    for loss in imported.losses.list() {
        let question = loss.question.as_deref().unwrap_or("-");
        let (line, fate) = (loss.place.line, loss.fate.word());
        let _ = writeln!(
            out,
            "{line}: {question}: {fate}: {}: {}",
            loss.what, loss.why
        );
    }
    let problems = match super::support::compiled(&imported.draft) {
        Ok(_) => "none".to_owned(),
        Err(why) => format!("{why:#?}"),
    };
    let _ = writeln!(out, "── problems\n{problems}");
    out
}

/// The same of a file among the fixtures.
pub(crate) fn fixture(path: &str) -> String {
    seen(path, &bytes(path))
}

/// A file among the fixtures.
pub(crate) fn bytes(path: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    std::fs::read(format!("{folder}/{path}")).unwrap()
}

/// The format that a file is taken for.
pub(crate) fn format(path: &str) -> Option<Format> {
    Format::of(&bytes(path))
}
