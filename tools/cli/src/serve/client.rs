//! What the browser runs: the client, as it is inside this binary or in a folder.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::Path;

use super::error::ServeError;

/// The client's files by name, if the binary was built with them; see `build.rs`.
const INSIDE: Option<&[(&str, &[u8])]> = include!(concat!(env!("OUT_DIR"), "/client.rs"));

/// The file that pages name.
const LOADER: &str = "jalon.js";

/// The folder of what the loader loads.
const FOLDER: &str = "jalon";

/// The files of the client.
pub(super) struct Client(Vec<(String, Cow<'static, [u8]>)>);

impl Client {
    /// The client of a folder, else the one inside.
    ///
    /// # Errors
    ///
    /// A file can't be read, or there is no client inside.
    pub(super) fn find(folder: Option<&Path>) -> Result<Self, ServeError> {
        match folder {
            Some(folder) => Self::read(folder),
            None => {
                let files = INSIDE.ok_or(ServeError::NoClient)?.iter();
                let files = files.map(|(name, bytes)| ((*name).to_owned(), Cow::Borrowed(*bytes)));
                Ok(Self(files.collect()))
            }
        }
    }

    fn read(folder: &Path) -> Result<Self, ServeError> {
        let names = names(&folder.join(FOLDER));
        let names = names.map_err(|error| ServeError::Client(folder.join(FOLDER), error))?;
        let mut files = Vec::new();
        for name in std::iter::once(LOADER.to_owned()).chain(names) {
            let path = folder.join(&name);
            match fs::read(&path) {
                Ok(bytes) => files.push((name, Cow::Owned(bytes))),
                Err(error) => return Err(ServeError::Client(path, error)),
            }
        }
        Ok(Self(files))
    }

    /// The file of that name.
    pub(super) fn get(&self, name: &str) -> Option<&[u8]> {
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
