//! `jalon fmt`.

use std::io::Write;
use std::path::{Path, PathBuf};

use jalon_draft::{tidy_bank, tidy_module};

use crate::files;
use crate::run::{End, Failure, read};

/// Files that can't be put into the layout are named on `err`, and left as they are.
pub(crate) fn run(
    folders: &[PathBuf],
    only_check: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<End, Failure> {
    let sources = read(folders)?;
    let mut end = End::Sound;
    for (_, source) in sources.iter() {
        let is_header = source.path().ends_with("bank.toml");
        let tidy = if is_header { tidy_bank } else { tidy_module };
        match tidy(source.text()) {
            Err(why) => {
                end = End::Unsound;
                writeln!(err, "{}: {why}", source.path())?;
            }
            Ok(text) if text == source.text() => {}
            Ok(_) if only_check => {
                end = End::Unsound;
                writeln!(out, "{}", source.path())?;
            }
            Ok(text) => {
                let path = Path::new(source.path());
                files::write(path, text.as_bytes())
                    .map_err(|error| Failure::Write(path.to_owned(), error))?;
                writeln!(out, "{}", source.path())?;
            }
        }
    }
    Ok(end)
}
