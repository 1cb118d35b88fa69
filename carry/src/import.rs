//! From files to a draft that can be checked.

use jalon_author::draft::Draft;

use crate::format::Format;
use crate::input::{Input, Refusal};
use crate::loss::Losses;

/// The language of texts of which a file doesn't say it.
pub(crate) const UNKNOWN: &str = "und";

/// What an import is told.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The format; found out from what is in each file without it.
    pub format: Option<Format>,
    /// The language of texts of which a file doesn't say it; guessed without it.
    pub lang: Option<String>,
    /// Whether the files are one quiz in several languages.
    pub merge: bool,
}

/// What an import made.
#[derive(Debug)]
pub struct Imported {
    /// The bank, which may still fail the check.
    pub draft: Draft,
    /// What did not come over as it was.
    pub losses: Losses,
    /// The format of each file.
    pub formats: Vec<Format>,
}

/// Reads files into one bank.
///
/// # Errors
///
/// A file has no format that is known, or breaks its rules so that nothing of it can be used.
pub fn import(files: &[Input<'_>], options: &Options) -> Result<Imported, Refusal> {
    let mut losses = Losses::default();
    let mut formats = Vec::new();
    let mut draft = Draft::default();
    for file in files {
        let format = options
            .format
            .or_else(|| Format::of(file.bytes))
            .ok_or_else(|| {
                file.refuse(
                    0,
                    "this is no format that is known",
                    "say which one it is with --format",
                )
            })?;
        formats.push(format);
        draft = format.read(file, &mut losses)?;
    }
    Ok(Imported {
        draft,
        losses,
        formats,
    })
}
