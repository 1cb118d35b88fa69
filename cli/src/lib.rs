//! The command line: prints and exits, decides nothing. What there is to say comes from `jalon-author`.

mod arguments;
mod build;
mod check;
mod draw;
mod grade;
mod json;
mod lesson;
mod serve;
mod summary;

pub use arguments::{Arguments, Command};
pub use draw::draw;

use std::fmt;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use jalon_author::{LangError, LessonError, ReadError, Refused, Sources};

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
    /// There is nothing to grade.
    Grade(Refused),
    /// The learner reads no language.
    Lang(LangError),
    /// A file can't be read or written.
    Write(PathBuf, io::Error),
    /// There is nothing to see.
    Serve(serve::ServeError),
    /// Results can't be printed.
    Print(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(error) => error.fmt(f),
            Self::Lesson(error) => error.fmt(f),
            Self::Grade(refused) => refused.fmt(f),
            Self::Lang(error) => error.fmt(f),
            Self::Write(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Serve(error) => error.fmt(f),
            Self::Print(error) => write!(f, "can't print: {error}"),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Print(error)
    }
}

impl From<serve::ServeError> for Failure {
    fn from(error: serve::ServeError) -> Self {
        Self::Serve(error)
    }
}

/// Does what the arguments say: results go to `out`, failures to run to `err`.
pub fn run(arguments: &Arguments, out: &mut dyn Write, err: &mut dyn Write) -> ExitCode {
    let end = match &arguments.command {
        Command::Check { folders, json } => check::run(folders, *json, out),
        Command::Build {
            folders,
            out: target,
        } => build::run(folders, target, out),
        Command::Grade(grading) => grade::run(grading, out, err),
        Command::Serve(serving) => serve::run(serving, out, err),
        Command::Lesson { folders, module } => lesson::run(folders, module, out, err),
    };
    match end {
        Ok(End::Sound) => ExitCode::SUCCESS,
        Ok(End::Unsound) => ExitCode::from(1),
        // Whoever reads the output has had enough, as in `jalon check . | head`.
        Err(Failure::Print(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::from(1)
        }
        Err(failure) => {
            // With nowhere left to complain to, the exit code says it all.
            let _ = writeln!(err, "jalon: {failure}");
            ExitCode::from(2)
        }
    }
}

/// The texts of every folder.
fn read(folders: &[PathBuf]) -> Result<Sources, Failure> {
    let mut sources = Sources::default();
    for folder in folders {
        sources.extend(Sources::read(folder).map_err(Failure::Read)?);
    }
    Ok(sources)
}
