//! Papers, as a user prints them.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod command;

use std::fs;
use std::process::Output;

use command::jalon;
use tempfile::TempDir;

/// A folder with two modules in which every kind of question is.
fn bank() -> TempDir {
    let folder = TempDir::new().unwrap();
    let header = include_str!("bank/bank.toml");
    let header = header.replace("[\"first-steps\"]", "[\"first-steps\", \"sentences\"]");
    for (name, text) in [
        ("bank.toml", header.as_str()),
        ("first-steps.toml", include_str!("bank/first-steps.toml")),
        ("sentences.toml", include_str!("bank/sentences.toml")),
        ("wheel.svg", include_str!("bank/wheel.svg")),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn printed(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What is behind the styles, with the pictures cut short.
fn body(html: &str) -> String {
    let body = html.split_once("</head>").unwrap().1;
    let mut parts = body.split(";base64,");
    let mut all = parts.next().unwrap().to_owned();
    for part in parts {
        let rest = part.split_once('"').unwrap().1;
        all.push_str(";base64,...\"");
        all.push_str(rest);
    }
    all
}

#[test]
fn every_kind_of_question_is_printed() {
    let folder = bank();
    for (module, lang) in [("first-steps", "both"), ("sentences", "fr")] {
        let asked = ["print", ".", "--module", module, "--lang", lang];
        let asked = [&asked[..], &["--questions", "all", "--seed", "5"]].concat();
        let paper = printed(&jalon(folder.path(), &asked));
        insta::assert_snapshot!(format!("paper-{module}"), body(&paper));
        let key = printed(&jalon(folder.path(), &[&asked[..], &["--key"]].concat()));
        insta::assert_snapshot!(format!("paper-{module}-key"), body(&key));
    }
}

#[test]
fn a_paper_holds_its_pictures_and_fetches_nothing() {
    let folder = bank();
    let paper = printed(&jalon(
        folder.path(),
        &["print", ".", "--module", "sentences"],
    ));
    assert!(paper.contains("src=\"data:image/svg+xml;base64,"));
    for fetched in [
        "<script",
        "<link",
        "src=\"http",
        "url(",
        "@import",
        "wheel.svg",
    ] {
        assert!(!paper.contains(fetched), "{fetched}");
    }
}

#[test]
fn the_key_is_a_file_of_its_own() {
    let folder = bank();
    let asked = ["print", ".", "--module", "first-steps", "--forms", "2"];
    let asked = [&asked[..], &["--out", "out/exam.html", "--key"]].concat();
    let output = jalon(folder.path(), &asked);
    assert_eq!(printed(&output), "");
    let named = String::from_utf8(output.stderr).unwrap();
    assert_eq!(named, "out/exam.html\nout/exam-key.html\n");
    let read = |name: &str| fs::read_to_string(folder.path().join("out").join(name)).unwrap();
    let (paper, key) = (read("exam.html"), read("exam-key.html"));
    for form in ["Form A", "Form B"] {
        assert!(paper.contains(form) && key.contains(form));
    }
    assert!(!paper.contains("For markers only") && key.contains("For markers only"));
}

#[test]
fn what_can_not_be_printed_says_so() {
    let folder = bank();
    for (wrong, why) in [
        (
            ["--lang", "de"],
            "the bank has no `de`; its languages are en, fr",
        ),
        (
            ["--lang", "DE"],
            "a language is a lower-case tag such as en, fr or pt-br",
        ),
        (
            ["--questions", "10"],
            "a form of 10 questions can't be drawn: expected 1 to 9",
        ),
        (
            ["--questions", "ten"],
            "expected a number of questions, or all",
        ),
        (["--forms", "27"], "27 is not in 1..=26"),
        (["--seed", "-1"], "unexpected argument '-1'"),
    ] {
        let asked = [&["print", ".", "--module", "first-steps"][..], &wrong].concat();
        let output = jalon(folder.path(), &asked);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(why), "{said}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_bank_with_errors_is_not_printed() {
    let folder = bank();
    let module = include_str!("bank/first-steps.toml").replace("key = false", "key = 0");
    fs::write(folder.path().join("first-steps.toml"), module).unwrap();
    for command in [
        &["print", ".", "--module", "first-steps"][..],
        &["stats", "."],
    ] {
        let output = jalon(folder.path(), command);
        assert_eq!(output.status.code(), Some(1), "{command:?}");
        assert!(output.stdout.is_empty());
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            said.contains("error[wrong-type]: `key` takes true or false"),
            "{said}"
        );
        assert!(said.ends_with("1 error in 3 files\n"), "{said}");
    }
}
