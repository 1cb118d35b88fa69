//! The banks, by way of the command line that instructors use.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::run;

/// The folder of the banks' sources.
const QUESTIONS: &str = "questions/";

/// The bank that the site is of.
const SHIPPED: &str = "questions/iso-27000";

/// Builds `jalon`, as `cargo run -p jalon` would, and says where it is.
pub(crate) fn binary() -> Result<PathBuf> {
    built(&[])
}

/// Builds `jalon` to be handed on, and says where it is.
pub(crate) fn release() -> Result<PathBuf> {
    built(&["--release"])
}

fn built(options: &[&str]) -> Result<PathBuf> {
    let arguments = [
        "build",
        "--package",
        "jalon",
        "--locked",
        "--message-format",
        "json-render-diagnostics",
    ];
    let messages = run::read(run::cargo(arguments).args(options))?;
    executable(&messages).context("cargo built no binary named `jalon` from the package `jalon`")
}

/// Runs the bank check.
pub(crate) fn check() -> Result<()> {
    run::run(&mut run::program(binary()?, ["check", QUESTIONS]))
}

/// Writes the site of the shipped bank into `folder`, with the client of another folder.
pub(crate) fn site(client: &Path, folder: &Path) -> Result<()> {
    let mut jalon = run::program(binary()?, ["site", SHIPPED, "--client"]);
    run::run(jalon.arg(client).arg("--out").arg(folder))
}

/// The path of `jalon` in what cargo prints, one JSON message a line.
fn executable(messages: &str) -> Option<PathBuf> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| {
            message
                .pointer("/target/name")
                .is_some_and(|name| name == "jalon")
        })
        .find_map(|message| message.get("executable")?.as_str().map(PathBuf::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_binary_is_read_from_the_messages_of_cargo() {
        let messages = r#"{"reason":"compiler-artifact","target":{"name":"jalon"},"executable":null}
{"reason":"compiler-artifact","target":{"name":"other"},"executable":"/t/other"}
not json
{"reason":"compiler-artifact","target":{"name":"jalon"},"executable":"/t/jalon"}"#;
        assert_eq!(executable(messages), Some(PathBuf::from("/t/jalon")));
        assert_eq!(executable(""), None);
    }
}
