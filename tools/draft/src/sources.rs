//! The texts that a bank is made of, and places in them. Nothing else here touches a disk.

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

/// The largest file that is read, in bytes. Far beyond any bank; it keeps a wrong folder from filling the memory.
pub const MAX_BYTES: usize = 256 << 20;

/// The largest picture that a bank may have, in bytes.
pub const MAX_PICTURE_BYTES: usize = 8 << 20;

/// What the names of pictures end with.
const PICTURES: [&str; 5] = ["svg", "png", "jpg", "jpeg", "webp"];

/// Names a text among its [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

impl FileId {
    /// For a text by itself, whose problems nobody looks up.
    pub const NONE: Self = Self(u32::MAX);
}

/// A stretch of a text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The text.
    pub file: FileId,
    /// Where it starts.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
}

impl Span {
    /// The stretch of these bytes.
    pub fn new(file: FileId, bytes: std::ops::Range<usize>) -> Self {
        let clip = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            file,
            start: clip(bytes.start),
            end: clip(bytes.end.max(bytes.start)),
        }
    }

    /// Its bytes.
    pub fn bytes(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A line and a column, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Why a file's text can't be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// The byte at this offset is not UTF-8.
    NotUtf8(usize),
    /// It is larger than [`MAX_BYTES`].
    TooLarge,
}

/// One text, and the path that names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    path: String,
    text: String,
    damage: Option<Damage>,
    /// Where each line starts.
    lines: Vec<u32>,
}

impl Source {
    fn new(path: String, bytes: Vec<u8>) -> Self {
        let (text, damage) = if bytes.len() > MAX_BYTES {
            (String::new(), Some(Damage::TooLarge))
        } else {
            match String::from_utf8(bytes) {
                Ok(text) => (text, None),
                Err(error) => {
                    let at = error.utf8_error().valid_up_to();
                    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                    (text, Some(Damage::NotUtf8(at)))
                }
            }
        };
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = newlines.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX));
        let lines = std::iter::once(0).chain(starts).collect();
        Self {
            path,
            text,
            damage,
            lines,
        }
    }

    /// Its path, with `/` between the parts.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text. Where the file is not UTF-8, what can be read of it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Why its text can't be used, where it can't.
    pub fn damage(&self) -> Option<Damage> {
        self.damage
    }

    /// The folder it lies in; empty for none.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Its name without folder.
    pub fn name(&self) -> &str {
        self.path
            .rsplit_once('/')
            .map_or(self.path.as_str(), |(_, name)| name)
    }

    /// The line, counted from 0, of a byte, and the byte where that line starts.
    fn line_of(&self, byte: usize) -> (usize, usize) {
        let line = self
            .lines
            .partition_point(|&start| start as usize <= byte)
            .saturating_sub(1);
        (
            line,
            self.lines.get(line).map_or(0, |&start| start as usize),
        )
    }

    /// Where a byte stands.
    pub fn position(&self, byte: usize) -> Position {
        let byte = self.floor(byte);
        let (line, start) = self.line_of(byte);
        let before = self.text.get(start..byte).unwrap_or_default();
        Position {
            line: line + 1,
            column: before.chars().count() + 1,
        }
    }

    /// The whole lines that a stretch touches, as bytes of the text.
    pub fn lines_around(&self, bytes: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let start = self.line_of(self.floor(bytes.start)).1;
        // An end just behind a line break belongs to the line before it.
        let last = self.floor(bytes.end.saturating_sub(1).max(bytes.start));
        let rest = self.text.get(last..).unwrap_or_default();
        let end = rest.find('\n').map_or(self.text.len(), |at| last + at);
        start..end
    }

    /// The nearest place at or before `byte` where a character starts.
    pub fn floor(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        (0..=byte)
            .rev()
            .find(|&at| self.text.is_char_boundary(at))
            .unwrap_or(0)
    }
}

/// All the texts of a check.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sources {
    texts: Vec<Source>,
    /// Pictures, by path.
    pictures: Vec<(String, Vec<u8>)>,
}

/// Why there is nothing to check.
#[derive(Debug)]
pub enum ReadError {
    /// A file or a folder can't be read.
    Io(PathBuf, io::Error),
    /// There is no `bank.toml`, neither in the folder nor in a folder in it.
    NoBank(PathBuf),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
            Self::NoBank(path) => write!(
                f,
                "{}: no bank.toml in this folder, nor in a folder in it",
                path.display()
            ),
        }
    }
}

impl std::error::Error for ReadError {}

impl Sources {
    /// Reads a bank's folder, or a folder of such folders.
    ///
    /// # Errors
    ///
    /// The folder or a file in it can't be read, or no bank is there.
    pub fn read(folder: &Path) -> Result<Self, ReadError> {
        let mut sources = Self::default();
        if folder.join("bank.toml").is_file() {
            sources.read_bank(folder)?;
        } else {
            for inner in list(folder)?
                .iter()
                .filter(|path| path.join("bank.toml").is_file())
            {
                sources.read_bank(inner)?;
            }
        }
        if sources.texts.is_empty() {
            return Err(ReadError::NoBank(folder.to_owned()));
        }
        Ok(sources)
    }

    fn read_bank(&mut self, folder: &Path) -> Result<(), ReadError> {
        for path in list(folder)? {
            let most = match path.extension().and_then(|extension| extension.to_str()) {
                Some("toml") => MAX_BYTES,
                Some(extension) if PICTURES.contains(&extension) => MAX_PICTURE_BYTES,
                _ => continue,
            };
            if path.is_file() {
                let bytes = read_at_most(&path, most + 1)
                    .map_err(|error| ReadError::Io(path.clone(), error))?;
                self.add(&path.to_string_lossy().replace('\\', "/"), bytes);
            }
        }
        Ok(())
    }

    /// Adds a file by its content. A path that is there already is left as it is.
    pub fn add(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
        if PICTURES.contains(&extension) {
            if self.pictures.iter().all(|(own, _)| own != path) {
                self.pictures.push((path.to_owned(), bytes.into()));
            }
        } else if self.texts.iter().all(|source| source.path != path) {
            self.texts.push(Source::new(path.to_owned(), bytes.into()));
        }
    }

    /// Adds the files of another collection.
    pub fn extend(&mut self, other: Self) {
        for source in other.texts {
            if self.texts.iter().all(|known| known.path != source.path) {
                self.texts.push(source);
            }
        }
        for (path, bytes) in other.pictures {
            self.add(&path, bytes);
        }
    }

    /// Every picture: its path, and what is in it.
    pub fn pictures(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let pictures = self.pictures.iter();
        pictures.map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The text of that name.
    ///
    /// # Panics
    ///
    /// `file` comes from other sources.
    pub fn get(&self, file: FileId) -> &Source {
        &self.texts[file.0 as usize]
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// True when there is no file.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Every text with its name.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        (0..).map(FileId).zip(&self.texts)
    }
}

impl<P: AsRef<str>, B: Into<Vec<u8>>> FromIterator<(P, B)> for Sources {
    fn from_iter<I: IntoIterator<Item = (P, B)>>(files: I) -> Self {
        let mut sources = Self::default();
        for (path, bytes) in files {
            sources.add(path.as_ref(), bytes);
        }
        sources
    }
}

/// What is in a folder, by name, so that every run sees the same order.
fn list(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let fault = |error| ReadError::Io(folder.to_owned(), error);
    let entries = fs::read_dir(folder).map_err(fault)?;
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()
        .map_err(fault)?;
    paths.sort();
    Ok(paths)
}

fn read_at_most(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    use io::Read as _;
    let mut bytes = Vec::new();
    fs::File::open(path)?
        .take(limit as u64)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_from_1() {
        let sources = Sources::from_iter([("a.toml", "é = 1\n\nb = «x»\n")]);
        let source = sources.get(FileId(0));
        let at = |byte| {
            let Position { line, column } = source.position(byte);
            (line, column)
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(2), (1, 2));
        assert_eq!(at(1), (1, 1), "inside a character is at its start");
        assert_eq!(at(7), (2, 1));
        assert_eq!(at(14), (3, 6));
        assert_eq!(at(1000), (4, 1));
    }

    #[test]
    fn a_stretch_touches_whole_lines() {
        let sources = Sources::from_iter([("a.toml", "one\ntwo\nthree")]);
        let source = sources.get(FileId(0));
        let lines = |bytes| &source.text()[source.lines_around(bytes)];
        assert_eq!(lines(4..5), "two");
        assert_eq!(lines(4..8), "two");
        assert_eq!(lines(5..9), "two\nthree");
        assert_eq!(lines(13..13), "three");
    }
}
