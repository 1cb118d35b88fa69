//! What every fuzz target does: whatever the bytes, a reader answers, what it makes can be written, and its bank can be checked.

use jalon_author::{Sources, check};
use jalon_carry::{Format, Input, Options, export, import};

/// Reads bytes as a format, or as the one that they look like, and hands on what came of it.
pub fn read(bytes: &[u8], format: Option<Format>) {
    let input = Input {
        path: "input",
        bytes,
    };
    let options = Options {
        format,
        ..Options::default()
    };
    let Ok(imported) = import(&[input], &options) else {
        return;
    };
    let files = imported.draft.files().into_iter();
    let sources: Sources = files.map(|(name, bytes)| (format!("bank/{name}"), bytes)).collect();
    let report = check(&sources);
    let syntax = report.diagnostics.iter().find(|problem| problem.code.as_str() == "syntax");
    assert!(syntax.is_none(), "what was read is written as TOML: {syntax:?}");
    for format in Format::ALL {
        let _ = export(&imported.draft, format);
    }
}
