//! `jalon import`.

use std::fs;
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};

use jalon_compiler::{Severity, Sources};
use jalon_draft as draft;
use jalon_formats::{Input, MAX_BYTES, Options, import, join};
use serde::Serialize;

use crate::arguments::Importing;
use crate::check::{end, print_problems};
use crate::losses::Report;
use crate::run::{self, End, Failure};
use crate::summary;

/// A file that came over.
#[derive(Serialize)]
struct Came<'a> {
    file: &'a str,
    format: &'static str,
    questions: usize,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Printed<'a> {
    files: Vec<Came<'a>>,
    written: &'a [String],
    #[serde(flatten)]
    report: Report<'a>,
}

pub(crate) fn run(asked: &Importing, out: &mut dyn Write) -> Result<End, Failure> {
    let texts = asked.files.iter().map(|path| read(path));
    let texts: Vec<(String, Vec<u8>)> = texts.collect::<Result<_, _>>()?;
    let inputs: Vec<Input<'_>> = texts
        .iter()
        .map(|(path, bytes)| Input { path, bytes })
        .collect();
    // In a bank that is there, new modules are called after their files.
    let is_new = !asked.to.join("bank.toml").exists();
    let folder = asked.to.file_name().filter(|_| is_new);
    let options = Options {
        format: asked.format,
        langs: asked.lang.clone(),
        merge: asked.merge,
        bank: asked
            .id
            .clone()
            .or(folder.map(|name| jalon_formats::id_of(&name.to_string_lossy()))),
    };
    let mut imported = import(&inputs, &options).map_err(Failure::Carry)?;
    let modules = imported.draft.modules.iter();
    let questions = modules.flat_map(|(_, module)| &module.questions);
    let origins: Vec<draft::Origins> = questions.map(|one| one.common.origins.clone()).collect();
    // A bank without questions would be no bank.
    let written = if origins.is_empty() {
        Vec::new()
    } else {
        let files = place(&asked.to, imported.draft, &mut imported.losses)?;
        write(&asked.to, &files)?
    };

    let whole = imported.losses.whole(origins.iter());
    let report = Report::of(origins.len(), whole, imported.losses.list());
    if asked.json {
        let came = inputs
            .iter()
            .zip(&imported.files)
            .map(|(input, (format, questions))| Came {
                file: input.path,
                format: format.name(),
                questions: *questions,
            });
        let printed = Printed {
            files: came.collect(),
            written: &written,
            report,
        };
        // Plain data with text keys: it always has a JSON form.
        writeln!(
            out,
            "{}",
            serde_json::to_string_pretty(&printed).unwrap_or_default()
        )?;
        return match written.is_empty() {
            true => Ok(End::Unsound),
            false => checked(&asked.to, None),
        };
    }
    for (input, (format, questions)) in inputs.iter().zip(&imported.files) {
        writeln!(
            out,
            "{}: {format}, {}",
            input.path,
            summary::count(*questions, "question")
        )?;
    }
    writeln!(out)?;
    report.print(out)?;
    if written.is_empty() {
        writeln!(out, "nothing was written: there is no question")?;
        return Ok(End::Unsound);
    }
    writeln!(out)?;
    for path in &written {
        writeln!(out, "{path}")?;
    }
    checked(&asked.to, Some(out))
}

fn read(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    let failed = |error| Failure::Write(path.to_owned(), error);
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(failed)?;
    file.take(MAX_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    let name = path.to_string_lossy().replace('\\', "/");
    if bytes.len() > MAX_BYTES {
        return Err(Failure::TooLarge(path.to_owned()));
    }
    Ok((name, bytes))
}

/// The files of a new bank, or those that a bank which is there gets.
fn place(
    folder: &Path,
    draft: draft::Draft,
    losses: &mut jalon_formats::Losses,
) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let header = folder.join("bank.toml");
    if !header.exists() {
        let taken = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
        if taken {
            return Err(Failure::NotEmpty(folder.to_owned()));
        }
        return Ok(draft.files());
    }
    let sources = Sources::read(folder).map_err(Failure::Read)?;
    let bank = draft::read(&sources).map_err(Failure::Unread)?;
    let Some((_, bank)) = bank.into_iter().next() else {
        return Ok(draft.files());
    };
    let text =
        fs::read_to_string(&header).map_err(|error| Failure::Write(header.clone(), error))?;
    let joined = join(&text, &bank, draft, losses).map_err(|why| {
        Failure::Unread(draft::Unread {
            path: header.to_string_lossy().into_owned(),
            why,
        })
    })?;
    let mut files = joined.files;
    // The header comes last: until it is there, nobody looks for the new modules.
    files.push(("bank.toml".to_owned(), joined.header.into_bytes()));
    Ok(files)
}

fn write(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<Vec<String>, Failure> {
    let mut written = Vec::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        crate::files::write(&path, bytes).map_err(|error| Failure::Write(path.clone(), error))?;
        written.push(path.to_string_lossy().replace('\\', "/"));
    }
    Ok(written)
}

/// What the check says of the bank as it is now: its errors, and how much else.
fn checked(folder: &PathBuf, out: Option<&mut dyn Write>) -> Result<End, Failure> {
    let sources = run::read(std::slice::from_ref(folder))?;
    let mut report = jalon_compiler::check(&sources);
    let Some(out) = out else {
        return Ok(end(&report));
    };
    let all = report.diagnostics.len();
    report
        .diagnostics
        .retain(|problem| problem.severity() == Severity::Error);
    let milder = all - report.diagnostics.len();
    writeln!(out)?;
    print_problems(&sources, &report, out)?;
    for bank in &report.banks {
        writeln!(out, "{}", summary::bank(bank, all == 0))?;
    }
    if milder > 0 {
        let more = summary::count(milder, "more remark");
        writeln!(out, "`jalon check {}` has {more}", folder.display())?;
    }
    Ok(end(&report))
}
