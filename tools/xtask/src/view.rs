//! The tests of the views, which run in a browser: cargo builds them, and starts this program to run what it has built.

use std::env;
use std::ffi::OsString;
use std::fs;

use anyhow::{Context, Result};
use serde_json::json;
use wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args;

use crate::run::{self, cargo};
use crate::setup::{self, WASM};

/// Set where this program is to run a file of tests.
const ASKED: &str = "JALON_XTASK_RUNS";

/// What to run, where that is what this program was called for: its own name, the file, and which of the tests.
pub(crate) fn asked() -> Option<Vec<OsString>> {
    env::var_os(ASKED)?;
    Some(env::args_os().collect())
}

/// Runs a file of tests in the browser.
pub(crate) fn run(arguments: Vec<OsString>) -> Result<()> {
    run_cli_with_args(arguments)
}

/// Builds the tests and has them run in Chromium without a window.
pub(crate) fn test(filter: &[String]) -> Result<()> {
    let this = env::current_exe().context("this program doesn't know where it is")?;
    // A list, as a text would be cut at its spaces.
    let runner = format!("target.{WASM}.runner=[{}]", json!(this));
    let line = "test --package jalon-view --tests --locked --target";
    let mut command = cargo(line.split_whitespace());
    command.args([WASM, "--config", &runner, "--"]).args(filter);
    let chromium = setup::chromium().context("chromium is gone")?;
    // As root there is no sandbox to be had.
    let capabilities = json!({
        "goog:chromeOptions": {
            "binary": chromium,
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        }
    });
    let file = run::target_dir().join("webdriver.json");
    fs::create_dir_all(run::target_dir())?;
    fs::write(&file, capabilities.to_string())?;
    command
        .env(ASKED, "1")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", file)
        .env(
            "CHROMEDRIVER",
            setup::chromedriver().context("chromedriver is gone")?,
        );
    run::run(&mut command)
}
