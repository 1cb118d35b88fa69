//! What the browser runs: the client, as it is inside this binary or in a folder.

use std::borrow::Cow;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The client's files by name, if the binary was built with them; see `build.rs`.
const INSIDE: Option<&[(&str, &[u8])]> = include!(concat!(env!("OUT_DIR"), "/client.rs"));

/// The file that pages name.
const LOADER: &str = "jalon.js";

/// The folder of what the loader loads.
const FOLDER: &str = "jalon";

/// Why there is no client.
#[derive(Debug)]
pub(crate) enum ClientError {
    /// The binary was built without it.
    NoClient,
    /// A file of it can't be read.
    Unread(PathBuf, io::Error),
}

impl fmt::Display for ClientError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoClient => f.write_str(
                "this jalon was built without the client, which is what a browser shows; `cargo xtask jalon` builds one with it, and \
                 --client DIR takes it from a folder that `cargo xtask dist` wrote",
            ),
            Self::Unread(path, error) => {
                write!(f, "{}: {error}; --client takes a folder that `cargo xtask dist` wrote", path.display())
            }
        }
    }
}

/// The files of the client.
pub(crate) struct Client(Vec<(String, Cow<'static, [u8]>)>);

impl Client {
    /// The client of a folder, else the one inside.
    ///
    /// # Errors
    ///
    /// A file can't be read, or there is no client inside.
    pub(crate) fn find(folder: Option<&Path>) -> Result<Self, ClientError> {
        match folder {
            Some(folder) => Self::read(folder),
            None => {
                let files = INSIDE.ok_or(ClientError::NoClient)?.iter();
                let files = files.map(|(name, bytes)| ((*name).to_owned(), Cow::Borrowed(*bytes)));
                Ok(Self(files.collect()))
            }
        }
    }

    fn read(folder: &Path) -> Result<Self, ClientError> {
        let names = names(&folder.join(FOLDER));
        let names = names.map_err(|error| ClientError::Unread(folder.join(FOLDER), error))?;
        let mut files = Vec::new();
        for name in std::iter::once(LOADER.to_owned()).chain(names) {
            let path = folder.join(&name);
            match fs::read(&path) {
                Ok(bytes) => files.push((name, Cow::Owned(bytes))),
                Err(error) => return Err(ClientError::Unread(path, error)),
            }
        }
        Ok(Self(files))
    }

    /// Every file with its name, as pages load it; the loader last, since it names the others.
    pub(crate) fn into_files(self) -> Vec<(String, Cow<'static, [u8]>)> {
        let Self(mut files) = self;
        files.sort_by_key(|(name, _)| name == LOADER);
        files
    }

    /// The file of that name.
    pub(crate) fn get(&self, name: &str) -> Option<&[u8]> {
        let Self(files) = self;
        let (_, bytes) = files.iter().find(|(own, _)| own == name)?;
        Some(bytes)
    }
}

/// The files of a folder, as pages name them.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(format!("{FOLDER}/{}", entry?.file_name().display()));
    }
    Ok(names)
}
