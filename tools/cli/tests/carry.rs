//! Import and export, as a user sees them.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const ENGLISH: &str = "\
::flat::The Earth is flat. {F#It is round.#Well done.}

::leap::How many days has a leap year? {#366}

::broken::Which one? {=this ~that
";

const FRENCH: &str = "\
::leap::Combien de jours compte une année bissextile ? {#365}

::flat::La Terre est plate. {F#Elle est ronde.#Bravo.}
";

fn jalon(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap()
}

fn printed(output: &Output) -> String {
    let all = [&output.stdout[..], &output.stderr[..]].concat();
    String::from_utf8(all).unwrap()
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn two_files_of_one_quiz_become_a_bank_and_the_report_says_where_they_disagree() {
    let folder = folder(&[("quiz.en.gift", ENGLISH), ("quiz.fr.gift", FRENCH)]);
    let output = jalon(
        folder.path(),
        &[
            "import",
            "quiz.en.gift",
            "quiz.fr.gift",
            "--merge",
            "--to",
            "bank",
        ],
    );
    insta::assert_snapshot!(printed(&output));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn tools_get_the_same_report() {
    let folder = folder(&[("quiz.gift", ENGLISH)]);
    let output = jalon(
        folder.path(),
        &["import", "quiz.gift", "--to", "bank", "--json"],
    );
    let report: Value = serde_json::from_str(&printed(&output)).unwrap();
    assert_eq!(report["questions"], 2);
    assert_eq!(report["whole"], 2);
    let losses = report["losses"].as_array().unwrap();
    let broken = losses
        .iter()
        .find(|loss| loss["question"] == "broken")
        .unwrap();
    assert_eq!(broken["file"], "quiz.gift");
    assert_eq!(broken["line"], 5);
    assert_eq!(broken["fate"], "dropped");
}

#[test]
fn a_bank_that_is_there_gets_a_module_called_after_the_file() {
    let folder = folder(&[("first.gift", ENGLISH), ("second.gift", ENGLISH)]);
    for file in ["first.gift", "second.gift"] {
        jalon(folder.path(), &["import", file, "--to", "bank"]);
    }
    let header = fs::read_to_string(folder.path().join("bank/bank.toml")).unwrap();
    assert!(
        header.contains("modules = [\"first\", \"second\"]"),
        "{header}"
    );
    let check = jalon(folder.path(), &["check", "bank"]);
    assert_eq!(check.status.code(), Some(0), "{}", printed(&check));
}

#[test]
fn a_file_without_a_question_that_can_be_read_writes_nothing() {
    let folder = folder(&[("quiz.gift", "::broken::Which one? {=this ~that\n")]);
    let output = jalon(
        folder.path(),
        &["import", "quiz.gift", "--format", "gift", "--to", "bank"],
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(printed(&output).contains("nothing was written"));
    assert!(!folder.path().join("bank").exists());
}

#[test]
fn what_is_exported_comes_back() {
    let folder = folder(&[("quiz.gift", ENGLISH)]);
    jalon(folder.path(), &["import", "quiz.gift", "--to", "bank"]);
    for (format, file) in [
        ("gift", "bank.en.gift"),
        ("csv", "bank.csv"),
        ("tsv", "bank.tsv"),
    ] {
        let out = format!("out-{format}");
        let again = format!("again-{format}");
        jalon(
            folder.path(),
            &["export", "bank", "--format", format, "--out", &out],
        );
        let file = format!("{out}/{file}");
        let output = jalon(
            folder.path(),
            &["import", &file, "--to", &again, "--id", "bank"],
        );
        for name in ["bank.toml", "quiz.toml"] {
            let read =
                |bank: &str| fs::read_to_string(folder.path().join(bank).join(name)).unwrap();
            assert_eq!(read("bank"), read(&again), "{format}: {}", printed(&output));
        }
    }
}
