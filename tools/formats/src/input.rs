//! A file to read, and why it may be refused.

use std::fmt;

use crate::loss::FilePosition;

/// The largest file that is read, in bytes: course exports carry their pictures.
pub const MAX_BYTES: usize = 256 << 20;

/// A file: its path, which says where things stand and nothing else, and what is in it.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The path, for people.
    pub path: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

impl Input<'_> {
    /// A line of it.
    pub(crate) fn line(&self, line: usize) -> FilePosition {
        FilePosition {
            file: self.path.to_owned(),
            line,
        }
    }

    /// It is refused, from this line on.
    pub(crate) fn refuse(&self, line: usize, why: impl Into<String>, help: &str) -> Refusal {
        Refusal {
            place: self.line(line),
            why: why.into(),
            help: help.to_owned(),
        }
    }
}

/// Why nothing of a file can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Where that shows.
    pub place: FilePosition,
    /// What was expected and what was found.
    pub why: String,
    /// One thing to try.
    pub help: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let FilePosition { file, line } = &self.place;
        match line {
            0 => write!(f, "{file}: {}", self.why)?,
            line => write!(f, "{file}:{line}: {}", self.why)?,
        }
        write!(f, "; {}", self.help)
    }
}

impl std::error::Error for Refusal {}
