//! `jalon print`.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use jalon_compiler::{Count, MOST_FORMS, PrintOptions, Reading, paper};

use crate::check::{end, print_problems};
use crate::files::write;
use crate::run::{End, Failure, read};

pub(crate) const PRINT_HELP: &str = "\
Exit codes:
  0  printed
  1  errors in the banks: they are listed, and nothing is printed
  2  could not run: wrong arguments, no such folder or module, a language that the bank doesn't have, more questions than
     the module has, a file that can't be read or written

The paper is one HTML file with its styles and the bank's pictures inside and no script. Print it from a browser, or with

  chromium --headless --no-pdf-header-footer --print-to-pdf=exam.pdf exam.html

Form A asks what a learner's first attempt with that seed would; each form after it is drawn as for somebody who has met those
before, so that forms share as few questions and wordings as the module allows. The foot of each page names form, module, seed,
number of questions and the bank's version: with these the same paper can be made again.

Hints, tries and certainty are not on paper. Pictures of other sites are fetched when the page is printed.";

/// What to print.
#[derive(Debug, Args)]
pub struct Printing {
    /// Folders that hold a bank.toml, or hold such folders
    #[arg(required = true, value_name = "DIR")]
    pub folders: Vec<PathBuf>,
    /// The module; BANK/MODULE where several banks have one of that id
    #[arg(long, value_name = "ID")]
    pub module: String,
    /// A language of the bank; both for all of them, side by side
    #[arg(long, value_name = "TAG", default_value = "both")]
    pub lang: String,
    /// How many forms: A, B, C...
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=i64::from(MOST_FORMS)))]
    pub forms: u8,
    /// What the forms are drawn from: the same seed and bank give the same paper
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u32,
    /// How many questions each form has, or all; as many as an attempt without it
    #[arg(long, value_name = "N", value_parser = count, default_value = "attempt", hide_default_value = true)]
    pub questions: Count,
    /// The file to write; the standard output without it
    #[arg(long, value_name = "FILE.html")]
    pub out: Option<PathBuf>,
    /// Write the key too, to FILE-key.html; without --out, print the key and not the paper
    #[arg(long)]
    pub key: bool,
}

fn count(text: &str) -> Result<Count, String> {
    match text {
        "attempt" => Ok(Count::AsAttempts),
        "all" => Ok(Count::All),
        number => match number.parse() {
            Ok(number) => Ok(Count::Exactly(number)),
            Err(_) => Err("expected a number of questions, or all".to_owned()),
        },
    }
}

/// Problems and the names of files go to `err`: without files, what is in `out` is the paper.
pub(crate) fn run(
    printing: &Printing,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<End, Failure> {
    let reading = match printing.lang.as_str() {
        "both" => Reading::Both,
        lang => Reading::In(lang.parse().map_err(Failure::Lang)?),
    };
    let sources = read(&printing.folders)?;
    let report = jalon_compiler::check(&sources);
    print_problems(&sources, &report, err)?;
    if end(&report) == End::Unsound {
        return Ok(End::Unsound);
    }
    let wish = PrintOptions {
        module: printing.module.clone(),
        reading,
        forms: printing.forms,
        seed: printing.seed,
        questions: printing.questions,
    };
    let paper = paper(&report.banks, &wish).map_err(Failure::Paper)?;
    match &printing.out {
        None if printing.key => write!(out, "{}", paper.key)?,
        None => write!(out, "{}", paper.forms)?,
        Some(path) => {
            put(path, &paper.forms, err)?;
            if printing.key {
                put(&beside(path), &paper.key, err)?;
            }
        }
    }
    Ok(End::Sound)
}

/// Where the key of a paper goes: `exam-key.html` beside `exam.html`.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push("-key");
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    path.with_file_name(name)
}

fn put(path: &Path, html: &str, err: &mut dyn Write) -> Result<(), Failure> {
    write(path, html.as_bytes()).map_err(|error| Failure::Write(path.to_owned(), error))?;
    writeln!(err, "{}", path.display())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_lies_beside_the_paper() {
        for (paper, key) in [
            ("exam.html", "exam-key.html"),
            ("out/a.b.html", "out/a.b-key.html"),
            ("exam", "exam-key"),
        ] {
            assert_eq!(beside(Path::new(paper)), Path::new(key));
        }
    }
}
