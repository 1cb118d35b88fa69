//! Every check there is, in the order in which a failure costs the least time.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use crate::run::{cargo, program, root, run, timed};
use crate::setup::{self, Need};
use crate::{bank, dependencies, dist, size, view};

/// The edition of every crate, as the workspace's manifest says.
const EDITION: &str = "2024";

#[derive(Args)]
pub(crate) struct Options {
    /// Run one step only.
    #[arg(long, value_name = "STEP")]
    only: Option<Step>,
    /// What to pass on to the test runner: `cargo xtask test --only journeys -- two_tabs`.
    #[arg(last = true, requires = "only")]
    filter: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Step {
    /// Formatting of every file, by rustfmt.
    Format,
    /// Unused dependencies, by cargo-machete, licences, and security advisories.
    Dependencies,
    /// Lints, by clippy, for this machine.
    Clippy,
    /// Lints, by clippy, for the browser.
    ClippyWasm,
    /// Documentation, by rustdoc.
    Docs,
    /// Unit and property tests.
    Unit,
    /// The tests of the views, in a Chromium without a window.
    View,
    /// The benchmarks, each run once, to see that they work.
    Benches,
    /// The check of the banks that are shipped.
    Bank,
    /// The site, with the wasm client.
    Dist,
    /// The bytes that a page may download.
    Size,
    /// What a learner does, in a real Chromium.
    Journeys,
}

/// Runs every step, or the one asked for, and stops at the first that fails.
pub(crate) fn test(options: &Options) -> Result<()> {
    let steps = match &options.only {
        Some(step) => std::slice::from_ref(step),
        None => Step::value_variants(),
    };
    setup::ensure(&needs(steps))?;
    if options.only.is_some_and(Step::uses_dist) {
        dist::build()?;
    }
    let mut unchecked = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        println!("\n[{}/{}] {}", at + 1, steps.len(), step.title());
        let (remark, time) = timed(|| step.perform(&options.filter)).with_context(|| {
            let name = step.name();
            format!("the step `{name}` failed (alone: `cargo xtask test --only {name}`)")
        })?;
        // Nothing after the journeys: the runner's own summary is the last word.
        if *step != Step::Journeys {
            println!("[{}/{}] passed in {time}", at + 1, steps.len());
        }
        unchecked.extend(remark);
    }
    for remark in unchecked {
        println!("\nWARNING: {remark}");
    }
    Ok(())
}

impl Step {
    fn name(self) -> String {
        self.to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned())
    }

    fn title(self) -> String {
        let help = self
            .to_possible_value()
            .and_then(|value| value.get_help().cloned());
        format!("{}: {}", self.name(), help.unwrap_or_default())
    }

    fn needs(self) -> &'static [Need] {
        match self {
            Self::Format => &[Need::Rustfmt],
            Self::Dependencies => &[Need::Machete],
            Self::Clippy => &[Need::Clippy],
            Self::ClippyWasm => &[Need::WasmTarget, Need::Clippy],
            Self::Docs | Self::Unit | Self::Benches | Self::Bank => &[],
            Self::View => &[Need::WasmTarget, Need::Browser],
            Self::Dist | Self::Size => setup::CLIENT,
            Self::Journeys => &[Need::WasmTarget, Need::Browser, Need::Fonts, Need::Axe],
        }
    }

    /// Whether the step looks at a site that another step builds.
    fn uses_dist(self) -> bool {
        matches!(self, Self::Size | Self::Journeys)
    }

    /// Returns what could not be checked, for the end of the run.
    fn perform(self, filter: &[String]) -> Result<Option<&'static str>> {
        match self {
            Self::Format => format(),
            Self::Dependencies => return dependencies::check(),
            Self::View => view::test(filter),
            Self::Bank => bank::check(),
            Self::Dist => dist::build().map(|_| ()),
            Self::Size => size::report(&root().join("dist")),
            Self::Journeys => run(journeys()?.args(filter)),
            _ => self.commands().try_for_each(|mut command| match self {
                Self::Unit => run(command.arg("--").args(filter)),
                _ => run(&mut command),
            }),
        }?;
        Ok(None)
    }

    fn commands(self) -> impl Iterator<Item = Command> {
        self.lines().iter().map(move |line| {
            let mut command = cargo(line.split_whitespace());
            if self == Self::Docs {
                command.env("RUSTDOCFLAGS", "-D warnings");
            }
            command
        })
    }

    /// What cargo is told. It chooses the features of dependencies for all the packages of a run together,
    /// so xtask goes apart: it then finds its many dependencies as `cargo xtask` has built them.
    fn lines(self) -> &'static [&'static str] {
        match self {
            Self::Clippy => &[
                "clippy --workspace --exclude xtask --all-targets --locked -- -D warnings",
                "clippy --package xtask --all-targets --locked -- -D warnings",
            ],
            Self::ClippyWasm => &[
                "clippy --package jalon-app --package jalon-checkpoint --package jalon-progress --target wasm32-unknown-unknown --locked -- -D warnings",
                "clippy --package jalon-view --all-targets --target wasm32-unknown-unknown --locked -- -D warnings",
            ],
            Self::Docs => &[
                "doc --workspace --exclude xtask --no-deps --locked",
                "doc --package xtask --no-deps --locked",
            ],
            Self::Unit => &[
                "test --workspace --exclude xtask --exclude jalon-tests --locked",
                "test --package xtask --locked",
            ],
            Self::Benches => {
                &["test --workspace --exclude xtask --exclude jalon-tests --bench * --locked"]
            }
            Self::Format
            | Self::Dependencies
            | Self::View
            | Self::Bank
            | Self::Dist
            | Self::Size
            | Self::Journeys => &[],
        }
    }
}

/// Checks every file: `cargo fmt` reaches those alone that a `mod` line names, and no other workspace.
fn format() -> Result<()> {
    let mut files = Vec::new();
    add_sources(&root(), &mut files)?;
    let mut rustfmt = program("rustfmt", ["--check", "--edition", EDITION]);
    let status = rustfmt
        .args(files)
        .status()
        .context("rustfmt does not start")?;
    // Not as `run` says it, with the name of every file.
    if !status.success() {
        bail!("rustfmt found the differences above: `cargo fmt --all` mends them");
    }
    Ok(())
}

/// Adds the Rust files below a folder, but for what is built or downloaded there.
fn add_sources(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    const PASSED_OVER: [&str; 2] = ["target", "node_modules"];
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_ours = !name.starts_with('.') && !PASSED_OVER.contains(&&*name);
        if is_ours && path.is_dir() {
            add_sources(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// The journeys, told where everything is that they drive.
fn journeys() -> Result<Command> {
    let line = "test --package jalon-tests --tests --locked -- --test-threads=2";
    let mut command = cargo(line.split_whitespace());
    command
        .env("JALON_DIST", root().join("dist"))
        .env(
            "JALON_CHROMIUM",
            setup::chromium().context("chromium is gone")?,
        )
        .env(
            "JALON_CHROMEDRIVER",
            setup::chromedriver().context("chromedriver is gone")?,
        )
        .env("JALON_AXE", setup::axe())
        .env("JALON_BIN", bank::binary()?);
    Ok(command)
}

fn needs(steps: &[Step]) -> Vec<Need> {
    let wanted = |need: &&Need| steps.iter().any(|step| step.needs().contains(need));
    setup::EVERYTHING.iter().filter(wanted).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_needs_everything_and_a_step_its_own() {
        assert_eq!(needs(Step::value_variants()), setup::EVERYTHING);
        assert_eq!(needs(&[Step::ClippyWasm]), [Need::WasmTarget, Need::Clippy]);
        assert_eq!(needs(&[Step::Unit]), []);
    }

    #[test]
    fn the_journeys_come_last_and_after_the_site() {
        let steps = Step::value_variants();
        assert_eq!(steps.last(), Some(&Step::Journeys));
        let at = |step| steps.iter().position(|other| *other == step);
        assert!(at(Step::Dist) < at(Step::Size));
    }

    #[test]
    fn a_step_is_announced_by_name_and_purpose() {
        assert_eq!(
            Step::ClippyWasm.title(),
            "clippy-wasm: Lints, by clippy, for the browser"
        );
    }
}
