//! `jalon`: checks and builds question banks.

use std::io::{stderr, stdout};
use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let arguments = jalon::Arguments::parse();
    let mut err = anstream::AutoStream::auto(stderr()).lock();
    if arguments.is_plain() {
        jalon::run(&arguments, &mut stdout().lock(), &mut err)
    } else {
        jalon::run(&arguments, &mut anstream::stdout().lock(), &mut err)
    }
}
