//! `jalon lesson`.

use std::io::Write;
use std::path::PathBuf;

use crate::check::{end, print_problems};
use crate::run::{End, Failure, read};

/// Problems go to `err`: what is in `out` belongs into a page.
pub(crate) fn run(
    folders: &[PathBuf],
    module: &str,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<End, Failure> {
    let sources = read(folders)?;
    let report = jalon_compiler::check(&sources);
    print_problems(&sources, &report, err)?;
    if end(&report) == End::Unsound {
        return Ok(End::Unsound);
    }
    let lesson = jalon_compiler::lesson(&report.banks, module).map_err(Failure::Lesson)?;
    write!(out, "{lesson}")?;
    Ok(End::Sound)
}
