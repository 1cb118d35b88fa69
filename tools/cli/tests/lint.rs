//! Advice as a user asks for it: turned off and on, denied and allowed, explained, and printed for tools.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod command;
mod small;

use std::fs;

use command::jalon;
use jalon_compiler::{Code, LintId, Severity};
use tempfile::TempDir;

/// A question with fewer wordings in French, and a warning.
const UNEVEN: &str = r#"
[[question]]
id = "q"
kind = "true-false"
concepts = ["guidance"]
key = true

[[question.en]]
prompt = "Guidance binds nobody."
explanation = "A standard that says what one should do leaves the choice to its readers."

[[question.en]]
prompt = "Nobody has to follow a guide."
explanation = "A guide says what one should do, and nobody checks whether it was done."

[[question.fr]]
prompt = "Une recommandation n'oblige personne."
explanation = "Une norme qui recommande laisse le choix à ceux qui la lisent."
"#;

/// A folder with a bank of that question, after some changes to its files.
fn folder(changes: &[(&str, &str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("a bank")).unwrap();
    for (_, source) in small::bank(UNEVEN).iter() {
        let mut text = source.text().to_owned();
        for (_, from, to) in changes.iter().filter(|(file, ..)| *file == source.path()) {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        fs::write(folder.path().join("a bank").join(source.path()), text).unwrap();
    }
    folder
}

/// The exit code, and what was printed.
fn checked(folder: &TempDir, options: &[&str]) -> (i32, String) {
    let arguments = [&["check", "."], options].concat();
    let output = jalon(folder.path(), &arguments);
    let printed = String::from_utf8(output.stdout).unwrap();
    (output.status.code().unwrap(), printed)
}

#[test]
fn advice_is_told_after_the_rest_and_is_no_failure() {
    let (code, printed) = checked(&folder(&[]), &[]);
    assert_eq!(code, 0);
    insta::assert_snapshot!("advice", printed);
}

#[test]
fn a_build_goes_on_without_a_word_of_advice() {
    let folder = folder(&[]);
    let output = jalon(folder.path(), &["build", ".", "--out", "out"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(!String::from_utf8(output.stdout).unwrap().contains("advice"));
}

#[test]
fn a_rule_is_turned_off_by_the_question_the_module_or_the_bank() {
    let places = [
        ("first.toml", "key = true"),
        ("first.toml", "minutes = 5"),
        ("bank.toml", "id = \"small\""),
    ];
    for (file, line) in places {
        for name in ["J101", "j101", "missing-wording"] {
            let off = format!("{line}\nlint.off = [\"{name}\"]");
            let (_, printed) = checked(&folder(&[(file, line, &off)]), &[]);
            assert!(!printed.contains("J101"), "{file}: {printed}");
            assert!(printed.contains("single-wording"), "{file}: {printed}");
        }
        let off = format!("{line}\nlint.off = [\"single-wording\"]");
        let (_, printed) = checked(&folder(&[(file, line, &off)]), &[]);
        assert!(printed.contains("J101"), "{file}: {printed}");
        assert!(!printed.contains("single-wording"), "{file}: {printed}");
    }
}

#[test]
fn the_nearest_word_counts() {
    let changes = [
        (
            "bank.toml",
            "id = \"small\"",
            "id = \"small\"\nlint.off = [\"J101\"]",
        ),
        (
            "first.toml",
            "minutes = 5",
            "minutes = 5\nlint = { off = [\"missing-wording\"] }",
        ),
        (
            "first.toml",
            "key = true",
            "key = true\nlint = { on = [\"J101\"] }",
        ),
    ];
    let (_, printed) = checked(&folder(&changes), &[]);
    assert!(printed.contains("J101"), "{printed}");
}

#[test]
fn a_run_can_be_stricter_or_milder() {
    let folder_of = |line: &'static str| folder(&[("bank.toml", "id = \"small\"", line)]);
    let off = "id = \"small\"\nlint.off = [\"J101\"]";
    for (line, options, code, told) in [
        ("id = \"small\"", &["--deny", "J101"][..], 1, "error[J101]"),
        (
            "id = \"small\"",
            &["--deny", "missing-wording,single-wording"],
            1,
            "2 errors in 2 files",
        ),
        (
            "id = \"small\"",
            &["--deny", "advice"],
            1,
            "1 error, 1 warning in 2 files",
        ),
        (
            "id = \"small\"",
            &["--deny", "warnings", "--deny", "advice"],
            1,
            "2 errors in 2 files",
        ),
        (
            "id = \"small\"",
            &["--allow", "J101"],
            0,
            "1 warning in 2 files",
        ),
        (
            "id = \"small\"",
            &["--allow", "advice,warnings"],
            0,
            "no problem",
        ),
        (
            "id = \"small\"",
            &["--deny", "advice", "--allow", "J101"],
            0,
            "1 warning in 2 files",
        ),
        (
            "id = \"small\"",
            &["--allow", "advice", "--deny", "J101"],
            1,
            "error[J101]",
        ),
        (off, &["--deny", "J101"], 0, "1 warning in 2 files"),
    ] {
        let (ended, printed) = checked(&folder_of(line), options);
        assert!(printed.contains(told), "{line} {options:?}: {printed}");
        assert_eq!(ended, code, "{line} {options:?}");
    }
}

#[test]
fn what_is_no_rule_can_not_be_denied() {
    for (name, told) in [
        ("J1O1", "did you mean `J101`?"),
        ("mising-wording", "did you mean `missing-wording`?"),
        ("syntax", "`syntax` is an error in every run"),
        ("", "`jalon explain` lists them"),
    ] {
        let output = jalon(folder(&[]).path(), &["check", ".", "--deny", name]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(told), "{name}: {said}");
    }
}

#[test]
fn tools_get_the_severity_and_reviews_get_sarif() {
    let folder = folder(&[("first.toml", "key = true", "key = 1\nlint.off = [\"x\"]")]);
    let (code, printed) = checked(&folder, &["--sarif"]);
    assert_eq!(code, 1);
    let version = concat!("\"", env!("CARGO_PKG_VERSION"), "\"");
    insta::assert_snapshot!("sarif", printed.replace(version, "\"VERSION\""));
    let (_, printed) = checked(&self::folder(&[]), &["--json"]);
    let problems: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let severities: Vec<&str> = problems
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["severity"].as_str().unwrap())
        .collect();
    assert_eq!(severities, ["warning", "advice"]);
}

#[test]
fn a_question_with_an_error_gets_no_advice() {
    let (_, printed) = checked(&folder(&[("first.toml", "key = true", "key = 1")]), &[]);
    assert!(!printed.contains("J101"), "{printed}");
    let elsewhere = folder(&[("first.toml", "minutes = 5", "minutes = \"5\"")]);
    let (_, printed) = checked(&elsewhere, &[]);
    assert!(
        printed.contains("wrong-type") && printed.contains("J101"),
        "{printed}"
    );
}

#[test]
fn every_code_can_be_explained() {
    let folder = TempDir::new().unwrap();
    let explained = |arguments: &[&str]| {
        let output = jalon(folder.path(), &[&["explain"], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    insta::assert_snapshot!("explain-rule", explained(&["J101"]));
    insta::assert_snapshot!("explain-error", explained(&["missing-language"]));
    assert_eq!(explained(&["j101"]), explained(&["missing-wording"]));
    let list = explained(&[]);
    let rules = LintId::ALL.iter().copied().map(Code::Advice);
    for code in Code::ALL.iter().copied().chain(rules) {
        let told = code.explanation();
        assert!(list.contains(code.as_str()) && list.contains(told.name));
    }
    for code in [Code::Syntax, Code::MissingSpace] {
        let told = explained(&[code.as_str()]);
        let can_be_off = code.severity() != Severity::Error;
        assert_eq!(told.contains("lint = { off"), can_be_off, "{told}");
    }
}

#[test]
fn what_has_no_name_is_not_explained() {
    let folder = TempDir::new().unwrap();
    for (name, told) in [
        ("missing-langage", "did you mean `missing-language`?"),
        ("J11", "did you mean `J101`?"),
        ("gobbledygook", "`jalon explain` lists what there is"),
    ] {
        let output = jalon(folder.path(), &["explain", name]);
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(told), "{said}");
    }
}
