//! `jalon print`.

use std::io::Write;
use std::path::{Path, PathBuf};

use jalon_author::{Reading, Wish, paper};

use crate::arguments::Printing;
use crate::files::write;
use crate::check::{end, print_problems};
use crate::{End, Failure, read};

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
    let report = jalon_author::check(&sources);
    print_problems(&sources, &report, err)?;
    if end(&report) == End::Unsound {
        return Ok(End::Unsound);
    }
    let wish = Wish {
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
