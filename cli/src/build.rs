//! `jalon build`.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::check::{end, print_problems};
use crate::{End, Failure, read, summary};

pub(crate) fn run(folders: &[PathBuf], target: &Path, out: &mut dyn Write) -> Result<End, Failure> {
    let sources = read(folders)?;
    let report = jalon_author::check(&sources);
    print_problems(&sources, &report, out)?;
    if end(&report) == End::Unsound {
        return Ok(End::Unsound);
    }
    for bank in &report.banks {
        for (name, bytes) in bank.pictures() {
            put(target, &name, bytes, out)?;
        }
        // The header comes last: until it is there, readers see the old bank and not half of the new one.
        for (name, json) in bank.files().iter().rev() {
            put(target, name, json.as_bytes(), out)?;
        }
        writeln!(
            out,
            "{}",
            summary::bank(bank, report.diagnostics.is_empty())
        )?;
    }
    Ok(End::Sound)
}

fn put(target: &Path, name: &str, bytes: &[u8], out: &mut dyn Write) -> Result<(), Failure> {
    let path = target.join(name);
    crate::files::write(&path, bytes).map_err(|error| Failure::Write(path.clone(), error))?;
    writeln!(out, "{} ({} bytes)", path.display(), bytes.len())?;
    Ok(())
}
