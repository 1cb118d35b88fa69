//! What the commands need on this machine, and how it is installed when it is missing.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use serde_json::Value;

use crate::run::{self, program, root};

/// The target of the client.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The version of cargo-machete.
const MACHETE: &str = "0.9.2";

/// One thing that a command needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// The standard library for WebAssembly.
    WasmTarget,
    Rustfmt,
    Clippy,
    /// Finds dependencies that nothing uses.
    Machete,
    /// Chromium and its driver, for the journeys.
    Browser,
    /// A font that papers name, so that pages are the same everywhere.
    Fonts,
    /// The accessibility checks that the journeys run inside the page.
    Axe,
}

/// To build and serve the site.
pub(crate) const CLIENT: &[Need] = &[Need::WasmTarget];

/// To run every test.
pub(crate) const EVERYTHING: &[Need] = &[
    Need::WasmTarget,
    Need::Rustfmt,
    Need::Clippy,
    Need::Machete,
    Need::Browser,
    Need::Fonts,
    Need::Axe,
];

/// Installs what is missing, saying each step; quick when nothing is.
pub(crate) fn ensure(needs: &[Need]) -> Result<()> {
    let missing: Vec<Need> = needs
        .iter()
        .copied()
        .filter(|need| !need.is_met())
        .collect();
    if missing.is_empty() {
        println!("set-up: nothing is missing");
        return Ok(());
    }
    for need in &missing {
        if let Some(arguments) = need.rustup() {
            rustup(arguments)?;
        }
    }
    if missing.contains(&Need::Machete) {
        install_machete()?;
    }
    apt(&packages(&missing, run::find(&["npm"]).is_some()))?;
    if missing.contains(&Need::Axe) {
        step(
            "npm",
            &["ci", "--prefix", "tests", "--no-audit", "--no-fund"],
        )?;
    }
    match needs.iter().find(|need| !need.is_met()) {
        None => Ok(()),
        Some(need) => bail!("the set-up ran, yet {} is still missing", need.name()),
    }
}

/// Chromium, from `JALON_CHROMIUM` or the `PATH`.
pub(crate) fn chromium() -> Option<PathBuf> {
    chosen("JALON_CHROMIUM").or_else(|| run::find(&["chromium", "chromium-browser"]))
}

/// ChromeDriver, from `JALON_CHROMEDRIVER` or the `PATH`.
pub(crate) fn chromedriver() -> Option<PathBuf> {
    chosen("JALON_CHROMEDRIVER").or_else(|| run::find(&["chromedriver"]))
}

/// The script of axe-core that the journeys inject.
pub(crate) fn axe() -> PathBuf {
    root().join("tests/node_modules/axe-core/axe.min.js")
}

/// The cargo-machete that the set-up installs, within the target folder.
pub(crate) fn machete() -> PathBuf {
    tools().join("bin/cargo-machete")
}

fn tools() -> PathBuf {
    run::target_dir().join("tools")
}

impl Need {
    fn is_met(self) -> bool {
        match self {
            Self::WasmTarget => has_wasm_target(),
            Self::Rustfmt => run::succeeds(&mut run::cargo(["fmt", "--version"])),
            Self::Clippy => run::succeeds(&mut run::cargo(["clippy", "--version"])),
            Self::Machete => {
                let version = run::read(&mut program(machete(), ["--version"]));
                version.is_ok_and(|version| version.trim().ends_with(MACHETE))
            }
            Self::Browser => chromium().is_some() && chromedriver().is_some(),
            Self::Fonts => has_fonts(),
            Self::Axe => has_axe(&root().join("tests")),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::WasmTarget => "the target wasm32-unknown-unknown",
            Self::Rustfmt => "rustfmt",
            Self::Clippy => "clippy",
            Self::Machete => "cargo-machete",
            Self::Browser => "chromium or chromedriver",
            Self::Fonts => "the font Liberation Serif",
            Self::Axe => "the axe-core that tests/package-lock.json names",
        }
    }

    /// What `rustup` is told when this is missing.
    fn rustup(self) -> Option<&'static [&'static str]> {
        match self {
            Self::WasmTarget => Some(&["target", "add", WASM]),
            Self::Rustfmt => Some(&["component", "add", "rustfmt"]),
            Self::Clippy => Some(&["component", "add", "clippy"]),
            Self::Machete | Self::Browser | Self::Fonts | Self::Axe => None,
        }
    }
}

fn install_machete() -> Result<()> {
    let folder = tools();
    let arguments = ["install", "cargo-machete", "--version", MACHETE, "--locked"];
    let mut command = run::cargo(arguments);
    command.arg("--root").arg(&folder);
    println!("set-up: cargo install cargo-machete");
    let ((), time) = run::timed(|| run::run(&mut command))?;
    println!("set-up: done in {time}");
    Ok(())
}

fn chosen(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|file| file.is_file())
}

fn has_wasm_target() -> bool {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let question = ["--print", "target-libdir", "--target", WASM];
    run::read(&mut program(rustc, question)).is_ok_and(|folder| Path::new(folder.trim()).is_dir())
}

/// Whether there is a font of the width that the tests count on. Other systems than Debian have Georgia or Charter.
fn has_fonts() -> bool {
    let question = ["Liberation Serif"];
    run::find(&["apt-get"]).is_none()
        || run::find(&["fc-match"]).is_some()
            && run::read(&mut program("fc-match", question))
                .is_ok_and(|font| font.contains("Liberation"))
}

/// Whether the axe-core in `node_modules` is the one that the lock file names.
fn has_axe(tests: &Path) -> bool {
    let read = |file: &str| -> Option<Value> {
        serde_json::from_slice(&fs::read(tests.join(file)).ok()?).ok()
    };
    let locked = read("package-lock.json").and_then(|lock| {
        lock.pointer("/packages/node_modules~1axe-core/version")
            .cloned()
    });
    let installed = read("node_modules/axe-core/package.json")
        .and_then(|package| package.get("version").cloned());
    locked.is_some() && locked == installed
}

/// The Debian packages that bring what is missing.
fn packages(missing: &[Need], npm_is_there: bool) -> Vec<&'static str> {
    let mut packages = Vec::new();
    if missing.contains(&Need::Browser) {
        packages.extend(["chromium", "chromium-driver"]);
    }
    if missing.contains(&Need::Fonts) {
        packages.extend(["fontconfig", "fonts-liberation"]);
    }
    if missing.contains(&Need::Axe) && !npm_is_there {
        packages.push("npm");
    }
    packages
}

fn rustup(arguments: &[&str]) -> Result<()> {
    if run::find(&["rustup"]).is_none() {
        bail!(
            "there is no rustup here to install what is missing: get it from https://rustup.rs, then run `rustup {}`",
            arguments.join(" ")
        );
    }
    step("rustup", arguments)
}

fn apt(packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    if run::find(&["apt-get"]).is_none() {
        bail!("there is no apt-get here: install {list} with this system's own package manager");
    }
    if !is_root() {
        bail!("not root, so run this first: sudo apt-get install -y {list}");
    }
    if let Err(error) = step("apt-get", &["update", "-q"]) {
        println!("set-up: {error:#}; trying to install all the same");
    }
    let mut install = vec!["install", "-y", "-q", "--no-install-recommends"];
    install.extend(packages);
    step("apt-get", &install)
}

fn is_root() -> bool {
    run::read(&mut program("id", ["-u"])).is_ok_and(|id| id.trim() == "0")
}

fn step(name: &str, arguments: &[&str]) -> Result<()> {
    println!("set-up: {name} {}", arguments.join(" "));
    let mut command = program(name, arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    let ((), time) = run::timed(|| run::run(&mut command))?;
    println!("set-up: done in {time}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_only_those_that_bring_what_is_missing() {
        assert_eq!(packages(&[Need::Rustfmt, Need::WasmTarget], false), [""; 0]);
        assert_eq!(
            packages(&[Need::Browser, Need::Axe], true),
            ["chromium", "chromium-driver"]
        );
        assert_eq!(packages(&[Need::Axe], false), ["npm"]);
    }

    #[test]
    fn axe_is_met_only_by_the_version_of_the_lock_file() {
        let tests = run::Scratch::new("axe");
        let write = |file: &str, text: &str| {
            let file = tests.path().join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        };
        assert!(!has_axe(tests.path()));
        let lock = r#"{"packages":{"node_modules/axe-core":{"version":"4.14.1"}}}"#;
        write("package-lock.json", lock);
        assert!(!has_axe(tests.path()));
        write(
            "node_modules/axe-core/package.json",
            r#"{"version":"4.13.0"}"#,
        );
        assert!(!has_axe(tests.path()));
        write(
            "node_modules/axe-core/package.json",
            r#"{"version":"4.14.1"}"#,
        );
        assert!(has_axe(tests.path()));
    }
}
