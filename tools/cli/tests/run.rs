//! The commands, as a user runs them.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod command;

use std::fs;
use std::path::{Path, PathBuf};

use command::{jalon, printed};
use tempfile::TempDir;

const BANK: &str = include_str!("bank/bank.toml");
const MODULE: &str = include_str!("bank/first-steps.toml");

/// A folder with one bank in it.
fn banks(module: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("sample")).unwrap();
    fs::write(folder.path().join("sample/bank.toml"), BANK).unwrap();
    fs::write(folder.path().join("sample/first-steps.toml"), module).unwrap();
    folder
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(self::files(&path))
        } else {
            files.push(path)
        }
    }
    files.sort();
    files
}

#[test]
fn a_sound_bank_ends_with_one_line() {
    let folder = banks(MODULE);
    for place in [".", "sample"] {
        let output = jalon(folder.path(), &["check", place]);
        assert_eq!(output.status.code(), Some(0));
        let expected = "sample: 9 questions in 1 module, 2 concepts, 2 languages: no problem\n";
        assert_eq!(printed(&output), expected);
    }
}

#[test]
fn errors_are_drawn_and_counted() {
    let folder = banks(
        &MODULE
            .replace("27002 ?", "27002?")
            .replace("key = false", "key = 0"),
    );
    let output = jalon(folder.path(), &["check", "."]);
    assert_eq!(output.status.code(), Some(1));
    let printed = printed(&output);
    assert!(
        printed.contains("error[wrong-type]: `key` takes true or false"),
        "{printed}"
    );
    assert!(
        printed.contains("--> ./sample/first-steps.toml:90:7"),
        "{printed}"
    );
    assert!(
        printed.ends_with("1 error, 1 warning in 2 files\n"),
        "{printed}"
    );
    assert!(
        !printed.contains('\u{1B}'),
        "no colours where there is no terminal"
    );
}

#[test]
fn warnings_alone_are_no_failure() {
    let folder = banks(&MODULE.replace("27002 ?", "27002?"));
    let output = jalon(folder.path(), &["check", "."]);
    assert_eq!(output.status.code(), Some(0));
    let expected =
        "1 warning in 2 files\nsample: 9 questions in 1 module, 2 concepts, 2 languages\n";
    assert!(printed(&output).ends_with(expected));
}

#[test]
fn tools_get_json() {
    let folder = banks(&MODULE.replace("id = \"certified\"", "id = \"purpose\""));
    let output = jalon(folder.path(), &["check", "--json", "sample"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!("json", printed(&output));
    let sound = jalon(banks(MODULE).path(), &["check", "--json", "."]);
    assert_eq!(printed(&sound), "[]\n");
}

#[test]
fn what_can_not_run_says_so() {
    let folder = TempDir::new().unwrap();
    for arguments in [
        &["check", "nowhere"][..],
        &["check", "."],
        &["check"],
        &["build", "."],
        &["lesson", "."],
        &["lesson", ".", "--module", "first-steps"],
        &["chekc"],
    ] {
        let output = jalon(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            output.stdout.is_empty() && !output.stderr.is_empty(),
            "{arguments:?}"
        );
    }
    let help = jalon(folder.path(), &["check", "--help"]);
    assert!(printed(&help).contains("Exit codes:"));
}

#[test]
fn a_build_is_the_same_each_time() {
    let folder = banks(MODULE);
    let built = |out: &str| {
        let output = jalon(folder.path(), &["build", "sample", "--out", out]);
        assert_eq!(output.status.code(), Some(0));
        let root = folder.path().join(out);
        let read = |path: PathBuf| {
            (
                path.strip_prefix(&root).unwrap().to_owned(),
                fs::read(path).unwrap(),
            )
        };
        files(&root).into_iter().map(read).collect::<Vec<_>>()
    };
    let once = built("once");
    assert_eq!(once, built("again/deeper"));
    let [(module, _), (header, content)] = &once[..] else {
        panic!("{once:?}");
    };
    assert_eq!(header.to_str(), Some("sample.json"));
    assert_eq!(*module, PathBuf::from(module_file(content)));
}

/// The path of the first module, as the header has it.
fn module_file(header: &[u8]) -> String {
    let header: serde_json::Value = serde_json::from_slice(header).unwrap();
    format!("sample/{}", header["modules"][0]["file"].as_str().unwrap())
}

#[test]
fn a_folder_that_is_being_served_keeps_the_version_before_and_what_is_not_ours() {
    let folder = banks(MODULE);
    let out = folder.path().join("out");
    let header = || fs::read(out.join("sample.json")).unwrap();
    let build = |title: &str| {
        let module = MODULE.replacen("title.en = \"", &format!("title.en = \"{title} "), 1);
        assert_ne!(module, MODULE);
        fs::write(folder.path().join("sample/first-steps.toml"), module).unwrap();
        let output = jalon(folder.path(), &["build", "sample", "--out", "out"]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        module_file(&header())
    };
    let first = build("One");
    for foreign in ["notes.0123456789abcdef.json", "notes.json", "notes.txt"] {
        fs::write(out.join("sample").join(foreign), "{\"bank\":\"sample\"}").unwrap();
    }
    let second = build("Two");
    assert_ne!(first, second);
    assert!(out.join(&first).exists(), "a cached header names it");
    // Built again without a change, it is still the version before.
    assert_eq!(build("Two"), second);
    assert!(out.join(&first).exists());
    let third = build("Three");
    assert!(!out.join(&first).exists(), "no header names it any more");
    assert!(out.join(&second).exists() && out.join(&third).exists());
    assert_eq!(files(&out).len(), 1 + 2 + 3);
}

#[test]
fn errors_leave_what_was_built_alone() {
    let folder = banks(MODULE);
    let build = || jalon(folder.path(), &["build", ".", "--out", "out"]);
    assert_eq!(build().status.code(), Some(0));
    let contents = || {
        let files = files(&folder.path().join("out")).into_iter();
        files
            .map(|path| fs::read(path).unwrap())
            .collect::<Vec<_>>()
    };
    let before = contents();
    fs::write(folder.path().join("sample/first-steps.toml"), "title = 1").unwrap();
    let output = build();
    assert_eq!(output.status.code(), Some(1));
    assert!(printed(&output).contains("error[wrong-type]"));
    assert_eq!(before.len(), 2);
    assert_eq!(contents(), before);
}

#[test]
fn a_lesson_is_printed_alone() {
    let lesson = |module: &str, name: &str| {
        let folder = banks(module);
        jalon(folder.path(), &["lesson", ".", "--module", name])
    };
    for (module, name) in [
        (MODULE.to_owned(), "first-steps"),
        (MODULE.replace("27002 ?", "27002?"), "sample/first-steps"),
    ] {
        let output = lesson(&module, name);
        assert_eq!(output.status.code(), Some(0));
        let printed = printed(&output);
        assert!(
            printed.starts_with("<article class=\"lesson\">\n")
                && printed.ends_with("\n</article>\n"),
            "{printed}"
        );
    }
    for (module, name, code, why) in [
        (
            MODULE.to_owned(),
            "last-steps",
            2,
            "jalon: no module `last-steps`; the modules are sample/first-steps\n",
        ),
        (
            MODULE.replace("key = false", "key = 0"),
            "first-steps",
            1,
            "1 error in 2 files\n",
        ),
    ] {
        let output = lesson(&module, name);
        assert_eq!(output.status.code(), Some(code));
        assert!(output.stdout.is_empty());
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.ends_with(why), "{said}");
    }
}
