//! `cargo xtask`: everything about this repository that is not the product itself.

#![allow(
    clippy::print_stdout,
    reason = "saying what it does is this program's job"
)]

mod advisories;
mod bank;
mod client;
mod dependencies;
mod dist;
mod jalon;
mod link;
mod run;
mod serve;
mod setup;
mod size;
mod split;
mod test;
mod view;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Sets up, builds, serves, measures and tests Jalon.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the site and serve it on this machine.
    Serve {
        /// The port to listen on.
        #[arg(long, default_value_t = 8787)]
        port: u16,
    },
    /// Check everything: format, lints, docs, tests, bank, size, journeys in a real browser.
    Test(test::Options),
    /// Write the whole static site into `dist/`.
    Dist,
    /// Build `jalon` for instructors: one binary, with the client inside it.
    Jalon,
    /// Print what a page with one checkpoint downloads, file by file, and fail where it grew.
    Size,
    /// Install what is missing for the other commands, and nothing else.
    Setup,
}

fn main() -> ExitCode {
    let done = match (link::asked(), view::asked()) {
        (Some(arguments), _) => link::link(arguments),
        (_, Some(arguments)) => view::run(arguments),
        _ => dispatch(Arguments::parse().command),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: Command) -> Result<()> {
    match command {
        Command::Serve { port } => serve::serve(port),
        Command::Test(options) => test::test(&options),
        Command::Dist => {
            setup::ensure(setup::CLIENT)?;
            dist::build().map(|_| ())
        }
        Command::Jalon => jalon::build(),
        Command::Size => {
            setup::ensure(setup::CLIENT)?;
            size::report(&dist::build()?)
        }
        Command::Setup => setup::ensure(setup::EVERYTHING),
    }
}
