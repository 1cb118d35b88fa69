//! A crate outside the workspace builds a bank in code and grades with it: the public API is enough for that.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// Copies the crate below the target folder, with the workspace's lock file, so that it builds offline from what the workspace
/// has downloaded.
#[test]
fn a_crate_outside_the_workspace_builds_a_bank_and_grades() {
    let engine = Path::new(env!("CARGO_MANIFEST_DIR"));
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("outside");
    fs::create_dir_all(copy.join("src")).unwrap();
    let path = format!("'{}'", engine.display());
    let manifest = include_str!("outside/Cargo.toml").replace("\"../..\"", &path);
    fs::write(copy.join("Cargo.toml"), manifest).unwrap();
    fs::write(
        copy.join("src/main.rs"),
        include_str!("outside/src/main.rs"),
    )
    .unwrap();
    fs::copy(engine.join("../Cargo.lock"), copy.join("Cargo.lock")).unwrap();

    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let run = Command::new(cargo)
        .args(["run", "--offline", "--quiet"])
        .current_dir(&copy)
        .env("CARGO_TARGET_DIR", copy.join("target"))
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{errors}");
    let printed = String::from_utf8(run.stdout).unwrap();
    let mut lines: Vec<&str> = printed.lines().collect();
    lines.sort_unstable();
    assert_eq!(
        lines,
        [
            "moon: Right",
            "planet: Right",
            "refused: question 1: the response is empty",
            "score: 100%",
        ]
    );
}
