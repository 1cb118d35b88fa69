//! The command line: prints and exits, decides nothing. What there is to say comes from `jalon-compiler`.

mod add;
mod arguments;
mod build;
mod check;
mod client;
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
mod run;
mod sarif;
mod schema;
mod serve;
mod site;
mod stats;
mod summary;
mod tidy;

pub use add::{Adding, Ask, Stopped, add_asking};
pub use arguments::{Arguments, Command};
pub use check::Checking;
pub use draw::draw;

use std::io::{self, Write};
use std::process::ExitCode;

use run::{End, Failure};

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
        Command::Site(asked) => site::run(asked, out),
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
