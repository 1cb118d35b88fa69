//! Where the files of a package are: in an archive, or one alone.

use crate::archive::Archive;
use crate::input::{Input, Refusal};
use crate::loss::FilePosition;
use crate::xml;

use super::names::{self, Version};

/// A package, or one file of it.
pub(super) enum Files<'a> {
    /// An archive.
    Packed(Box<Archive<'a>>),
    /// A file alone.
    Alone(Input<'a>),
}

impl Files<'_> {
    /// The names of all files.
    pub(super) fn names(&self) -> Vec<String> {
        match self {
            Self::Packed(archive) => archive.names().map(str::to_owned).collect(),
            Self::Alone(_) => Vec::new(),
        }
    }

    /// A line of a file.
    pub(super) fn place(&self, name: &str, line: usize) -> FilePosition {
        let file = match self {
            Self::Packed(archive) if name.is_empty() => archive.own_path().to_owned(),
            Self::Packed(archive) => archive.path(name),
            Self::Alone(input) => input.path.to_owned(),
        };
        FilePosition { file, line }
    }

    /// The file that an address in another file means.
    pub(super) fn find(&self, from: &str, address: &str) -> Option<String> {
        match self {
            Self::Packed(archive) => archive.find(from, address).map(str::to_owned),
            Self::Alone(_) => None,
        }
    }

    /// What is in a file.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Vec<u8>, Refusal> {
        match self {
            Self::Packed(archive) => archive.read(name),
            Self::Alone(input) => Ok(input.bytes.to_vec()),
        }
    }

    /// The XML in a file, in the spelling of version 2.
    pub(super) fn xml(&mut self, name: &str) -> Result<(xml::Element, Version), Refusal> {
        let bytes = self.bytes(name)?;
        let path = self.place(name, 0).file;
        let input = Input {
            path: &path,
            bytes: &bytes,
        };
        xml::parse(&input).map(names::normalise)
    }
}
