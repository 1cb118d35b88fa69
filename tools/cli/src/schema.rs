//! `jalon schema`.

use std::io::Write;
use std::path::Path;

use jalon_draft::{bank_schema, module_schema};
use serde_json::Value;

use crate::files;
use crate::run::{End, Failure};

/// The schemas as files of a folder: the name of each, and what is in it.
pub(crate) fn all() -> [(&'static str, String); 2] {
    [
        ("bank.json", text(&bank_schema())),
        ("module.json", text(&module_schema())),
    ]
}

fn text(schema: &Value) -> String {
    // Plain data with text keys: it always has a JSON form.
    let mut text = serde_json::to_string_pretty(schema).unwrap_or_default();
    text.push('\n');
    text
}

pub(crate) fn run(
    of_bank: bool,
    folder: Option<&Path>,
    out: &mut dyn Write,
) -> Result<End, Failure> {
    let [bank, module] = all();
    let Some(folder) = folder else {
        let (_, text) = if of_bank { bank } else { module };
        write!(out, "{text}")?;
        return Ok(End::Sound);
    };
    for (name, text) in [bank, module] {
        let path = folder.join(name);
        files::write(&path, text.as_bytes())
            .map_err(|error| Failure::Write(path.clone(), error))?;
        writeln!(out, "{}", path.display())?;
    }
    Ok(End::Sound)
}
