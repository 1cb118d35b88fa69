//! `jalon`: checks and builds question banks.

use std::io::stderr;
use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let arguments = jalon::Arguments::parse();
    jalon::run(
        &arguments,
        &mut anstream::stdout().lock(),
        &mut anstream::AutoStream::auto(stderr()).lock(),
    )
}
