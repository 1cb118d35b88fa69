//! The command line: prints and exits, decides nothing. What there is to say comes from `jalon-compiler`.

mod add;
mod arguments;
mod build;
mod check;
mod draw;
mod explain;
mod export;
mod files;
mod grade;
mod import;
mod json;
mod lesson;
mod losses;
mod new;
mod print;
mod sarif;
mod schema;
mod serve;
mod stats;
mod summary;
mod tidy;

pub use add::{Adding, Ask, Stopped, add_asking};
pub use arguments::{Arguments, Command};
pub use check::Checking;
pub use draw::draw;

use std::fmt;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use jalon_compiler::draft::Unread;
use jalon_compiler::{Code, LangError, LessonError, PaperError, ReadError, Refused, Sources};
use jalon_formats::Refusal;

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
    Add(add::AddError),
    /// A bank can't be handed on, or added to.
    Unread(Unread),
    /// A file of another format can't be used.
    Carry(Refusal),
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
        Command::New { folder, lang } => new::run(folder, lang, out),
        Command::Add(adding) => add::run(adding, out),
        Command::Check(checking) => check::run(checking, out),
        Command::Explain { name } => explain::run(name.as_deref(), out),
        Command::Build {
            folders,
            out: target,
        } => build::run(folders, target, out),
        Command::Grade(grading) => grade::run(grading, out, err),
        Command::Fmt { folders, check } => tidy::run(folders, *check, out, err),
        Command::Schema { bank, out: folder } => schema::run(*bank, folder.as_deref(), out),
        Command::Import(asked) => import::run(asked, out),
        Command::Export(asked) => export::run(asked, out, err),
        Command::Serve(serving) => serve::run(serving, out, err),
        Command::Lesson { folders, module } => lesson::run(folders, module, out, err),
        Command::Print(printing) => print::run(printing, out, err),
        Command::Stats { folders, json } => stats::run(folders, *json, out, err),
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
