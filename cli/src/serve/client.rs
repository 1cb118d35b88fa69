//! What the browser runs: the client, as it is inside this binary or in a folder.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use super::ServeError;

/// The client's files by name, if the binary was built with them; see `build.rs`.
const INSIDE: Option<[(&str, &[u8]); 4]> = include!(concat!(env!("OUT_DIR"), "/client.rs"));

/// What the client consists of.
const NAMES: [&str; 4] = ["jalon.js", "jalon_app.js", "jalon_app.bin", "jalon.css"];

/// The files of the client.
pub(super) struct Client(Vec<(&'static str, Cow<'static, [u8]>)>);

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
                let files = INSIDE.ok_or(ServeError::NoClient)?;
                let files = files.map(|(name, bytes)| (name, Cow::Borrowed(bytes)));
                Ok(Self(files.into()))
            }
        }
    }

    fn read(folder: &Path) -> Result<Self, ServeError> {
        let file = |name: &'static str| {
            let path = folder.join(name);
            match fs::read(&path) {
                Ok(bytes) => Ok((name, Cow::Owned(bytes))),
                Err(error) => Err(ServeError::Client(path, error)),
            }
        };
        NAMES
            .into_iter()
            .map(file)
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// The file of that name.
    pub(super) fn get(&self, name: &str) -> Option<&[u8]> {
        let Self(files) = self;
        let (_, bytes) = files.iter().find(|(own, _)| *own == name)?;
        Some(bytes)
    }
}
