//! From files to a bank that can be checked.

use jalon_draft::Draft;

use crate::complete::{self, Defaults};
use crate::format::Format;
use crate::input::{Input, Refusal};
use crate::loss::{FilePosition, Loss, Losses};
use crate::unsupported::{self, Foreign};
use crate::{bounds, language, merge};

/// What an import is told.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The format; found out from what is in each file without it.
    pub format: Option<Format>,
    /// The languages of texts of which a file doesn't say it: one for all files, or one for each in order; found out from the texts
    /// without it.
    pub langs: Vec<String>,
    /// Whether the files are one quiz in several languages.
    pub merge: bool,
    /// The id of the bank; made from the names of the files without it.
    pub bank: Option<String>,
}

/// What an import made.
#[derive(Debug)]
pub struct Imported {
    /// The bank, which may still fail the check.
    pub draft: Draft,
    /// What did not come over as it was.
    pub losses: Losses,
    /// The format of each file, and how many questions came out of it.
    pub files: Vec<(Format, usize)>,
}

/// Reads files into one bank.
///
/// # Errors
///
/// A file has no format that is known, or breaks its rules so that nothing of it can be used.
pub fn import(files: &[Input<'_>], options: &Options) -> Result<Imported, Refusal> {
    let mut losses = Losses::default();
    let mut read = Vec::new();
    let mut seen = Vec::new();
    for (n, file) in files.iter().enumerate() {
        let format = match options.format {
            Some(format) => format,
            None => Format::of(file.bytes).ok_or_else(|| unknown(file))?,
        };
        let mut draft = format.read(file, &mut losses)?;
        losses.at(file.line(0), None);
        bounds::without_giants(&mut draft, &mut losses);
        let questions = draft
            .modules
            .iter()
            .map(|(_, module)| module.questions.len());
        let count: usize = questions.sum();
        let detect = |loss: &Loss| loss.place.file.starts_with(file.path);
        if count == 0 && !losses.list().iter().any(detect) {
            let why = "there is no question in it";
            return Err(file.refuse(0, why, "give a file with questions"));
        }
        seen.push((format, count));
        losses.at(file.line(0), None);
        let told = options.langs.get(n).or(options.langs.last());
        let draft = language::named(draft, told.map(String::as_str), file.path, &mut losses);
        read.push((file.path.to_owned(), draft));
    }
    let name = read.first().map_or("", |(path, _)| merge::stem(path));
    let name = name.to_owned();
    let joined = if options.merge {
        merge::merge(read, &mut losses)
    } else {
        merge::append(read)
    };
    if files.len() > 1 {
        losses.at(FilePosition::bank(), None);
    }
    let defaults = Defaults {
        bank: options.bank.as_deref(),
        file: &name,
    };
    if !options.merge {
        let langs = complete::languages(&joined);
        complete::note_lacks(&joined, &langs, &mut losses);
    }
    let draft = complete::complete(joined, &defaults, &mut losses);
    Ok(Imported {
        draft,
        losses,
        files: seen,
    })
}

fn unknown(file: &Input<'_>) -> Refusal {
    if let Some(Foreign { name, help }) = unsupported::of(file.bytes) {
        return file.refuse(
            0,
            format!("expected a file of questions, found {name}"),
            help,
        );
    }
    let names: Vec<&str> = Format::ALL.iter().map(|format| format.title()).collect();
    let why = format!(
        "this is in none of the formats that can be read: {}",
        names.join(", ")
    );
    file.refuse(
        0,
        why,
        "name the format with --format to see what is wrong with the file",
    )
}
