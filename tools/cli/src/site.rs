//! `jalon site`.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::arguments::SiteArguments;
use crate::check::{end, print_problems};
use crate::client::{Client, ClientError};
use crate::files;
use crate::run::{End, Failure, read};
use crate::summary;

/// Why there is no site to write.
#[derive(Debug)]
pub(crate) enum SiteError {
    /// There is no client to show checkpoints with.
    Client(ClientError),
    /// The folder has several banks.
    SeveralBanks(PathBuf, Vec<String>),
    /// The folder to write to has something in it that jalon didn't write.
    NoSite(PathBuf),
    /// A page can't be written.
    Page(String),
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client(error) => error.fmt(f),
            Self::SeveralBanks(folder, banks) => write!(
                f,
                "{}: expected one bank, found {}; name the folder of one of them",
                folder.display(),
                banks.join(", ")
            ),
            Self::NoSite(folder) => write!(
                f,
                "{}: expected a new or empty folder, or a site that jalon wrote, found other files; name another folder",
                folder.display()
            ),
            Self::Page(error) => write!(f, "can't write a page: {error}"),
        }
    }
}

/// The list of the files that jalon wrote, in the folder of the site.
const LIST: &str = ".jalon-site.json";

/// What jalon wrote into a folder.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Written {
    /// The files of the site.
    files: BTreeSet<String>,
    /// Those of the version before that are kept for readers who have its pages in a cache.
    #[serde(default)]
    before: BTreeSet<String>,
}

pub(crate) fn run(asked: &SiteArguments, out: &mut dyn Write) -> Result<End, Failure> {
    let former = former(&asked.out)?;
    let sources = read(std::slice::from_ref(&asked.bank))?;
    let report = jalon_compiler::check(&sources);
    print_problems(&sources, &report, out)?;
    if end(&report) == End::Unsound {
        return Ok(End::Unsound);
    }
    let bank = match report.banks.as_slice() {
        [bank] => bank,
        banks => {
            let ids = banks.iter().map(|bank| bank.bank().id().to_string());
            return Err(SiteError::SeveralBanks(asked.bank.clone(), ids.collect()).into());
        }
    };
    let client = Client::find(asked.client.as_deref()).map_err(SiteError::Client)?;
    let site = jalon_publish::site(bank, client.into_files());
    let site = site.map_err(|error| SiteError::Page(error.to_string()))?;
    let mut bytes = 0;
    for (name, content) in &site {
        let path = asked.out.join(name);
        files::write(&path, content).map_err(|error| Failure::Write(path.clone(), error))?;
        bytes += content.len();
    }
    let names: BTreeSet<String> = site.into_iter().map(|(name, _)| name).collect();
    let count = names.len();
    clear(&asked.out, former, names)?;
    writeln!(
        out,
        "{}",
        summary::bank(bank, report.diagnostics.is_empty())
    )?;
    writeln!(
        out,
        "{}: {count} files, {} kB; open index.html through a web server, or copy the folder to a static host",
        asked.out.display(),
        bytes.div_ceil(1000)
    )?;
    if bank.site().url.is_none() {
        writeln!(
            out,
            "no sitemap: `url` in [site] of bank.toml says where the site will be"
        )?;
    }
    Ok(End::Sound)
}

/// What jalon wrote into the folder before.
///
/// # Errors
///
/// There is something else in it.
fn former(folder: &Path) -> Result<Written, Failure> {
    let list = folder.join(LIST);
    match fs::read(&list) {
        Ok(json) => match serde_json::from_slice(&json) {
            Ok(written) => Ok(written),
            // Cut or edited: it is a site, of which nothing is removed.
            Err(_) => Ok(Written::default()),
        },
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            match fs::read_dir(folder).map(|entries| entries.count()) {
                Ok(0) => Ok(Written::default()),
                Ok(_) => Err(SiteError::NoSite(folder.to_owned()).into()),
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(Written::default()),
                Err(error) => Err(Failure::Write(folder.to_owned(), error)),
            }
        }
        Err(error) => Err(Failure::Write(list, error)),
    }
}

/// Removes files that this site no longer has, and writes the new list. Files whose names carry a hash stay for one version more.
fn clear(folder: &Path, former: Written, files: BTreeSet<String>) -> Result<(), Failure> {
    let keep = |name: &&String| name.starts_with("jalon/") || name.starts_with("banks/");
    let before: BTreeSet<String> = former
        .files
        .difference(&files)
        .filter(keep)
        .cloned()
        .collect();
    for name in former.files.union(&former.before) {
        if !files.contains(name) && !before.contains(name) && is_inside(name) {
            let path = folder.join(name);
            match fs::remove_file(&path) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(Failure::Write(path, error));
                }
                _ => {}
            }
        }
    }
    let list = folder.join(LIST);
    let json = serde_json::to_vec(&Written { files, before }).map_err(io::Error::other);
    let written = json.and_then(|json| files::write(&list, &json));
    written.map_err(|error| Failure::Write(list, error))
}

/// Whether a name stays inside the folder that it is joined to.
fn is_inside(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    parts.all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_is_removed() {
        for (name, inside) in [
            ("en/index.html", true),
            ("../other", false),
            ("/etc/passwd", false),
            ("en/../../other", false),
        ] {
            assert_eq!(is_inside(name), inside, "{name}");
        }
    }
}
