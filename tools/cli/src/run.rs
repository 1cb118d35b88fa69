//! How a run ends, and what every command needs.

use std::fmt;
use std::io;
use std::path::PathBuf;

use jalon_compiler::{Code, LangError, LessonError, PaperError, ReadError, Refused, Sources};
use jalon_draft::Unread;
use jalon_formats::Refusal;

use crate::add::AddError;
use crate::serve::ServeError;
use crate::site::SiteError;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// No errors in the banks.
    Sound,
    /// Errors in the banks.
    Unsound,
}

/// Why a run could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The banks can't be read.
    Read(ReadError),
    /// There is no such lesson.
    Lesson(LessonError),
    /// There is no such paper.
    Paper(PaperError),
    /// There is nothing to grade.
    Grade(Refused),
    /// The learner reads no language.
    Lang(LangError),
    /// There is nothing of that name to explain.
    Explain(String),
    /// A file can't be read or written.
    Write(PathBuf, io::Error),
    /// A file is larger than any that is read.
    TooLarge(PathBuf),
    /// There is something in the folder, and it is no bank.
    NotEmpty(PathBuf),
    /// There is something in the folder of a new bank.
    Taken(PathBuf),
    /// There is no question to add.
    Add(AddError),
    /// A bank can't be handed on, or added to.
    Unread(Unread),
    /// A file of another format can't be used.
    Carry(Refusal),
    /// There is nothing to see.
    Serve(ServeError),
    /// There is no site to write.
    Site(SiteError),
    /// Results can't be printed.
    Print(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(error) => error.fmt(f),
            Self::Lesson(error) => error.fmt(f),
            Self::Paper(error) => error.fmt(f),
            Self::Grade(refused) => refused.fmt(f),
            Self::Lang(error) => error.fmt(f),
            Self::Explain(name) => match Code::nearest(name) {
                Some(near) => write!(f, "there is no `{name}` to explain; did you mean `{near}`?"),
                None => write!(
                    f,
                    "there is no `{name}` to explain; `jalon explain` lists what there is"
                ),
            },
            Self::Write(path, error) => write!(f, "{}: {error}", path.display()),
            Self::TooLarge(path) => write!(
                f,
                "{}: the file has more than {} MB, expected questions; split it, or leave its media out",
                path.display(),
                jalon_formats::MAX_BYTES >> 20
            ),
            Self::NotEmpty(path) => write!(
                f,
                "{}: there are files in this folder, and none is bank.toml; name a new folder, or one of a bank",
                path.display()
            ),
            Self::Taken(path) => write!(
                f,
                "{}: expected a new folder, or an empty one; there is something here already",
                path.display()
            ),
            Self::Add(error) => error.fmt(f),
            Self::Unread(error) => error.fmt(f),
            Self::Carry(refusal) => refusal.fmt(f),
            Self::Serve(error) => error.fmt(f),
            Self::Site(error) => error.fmt(f),
            Self::Print(error) => write!(f, "can't print: {error}"),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Print(error)
    }
}

impl From<ServeError> for Failure {
    fn from(error: ServeError) -> Self {
        Self::Serve(error)
    }
}

impl From<SiteError> for Failure {
    fn from(error: SiteError) -> Self {
        Self::Site(error)
    }
}

impl From<AddError> for Failure {
    fn from(error: AddError) -> Self {
        Self::Add(error)
    }
}

/// The texts of every folder.
pub(crate) fn read(folders: &[PathBuf]) -> Result<Sources, Failure> {
    let mut sources = Sources::default();
    for folder in folders {
        sources.extend(Sources::read(folder).map_err(Failure::Read)?);
    }
    Ok(sources)
}
