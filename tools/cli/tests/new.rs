//! `jalon new`, as a user runs it.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod command;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use command::jalon;
use jalon_draft::{self as draft, Sources};
use tempfile::TempDir;

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_new_bank_is_spotless_in_every_choice_of_languages() {
    for (langs, tags) in [
        (&[][..], &["en", "fr"][..]),
        (&["--lang", "en,fr"], &["en", "fr"]),
        (&["--lang", "en"], &["en"]),
        (&["--lang", "fr"], &["fr"]),
        (&["--lang", "de"], &["de"]),
        (&["--lang", "de,en"], &["en", "de"]),
        (&["--lang", "fr,de"], &["fr", "de"]),
        (&["--lang", "en,fr,de"], &["en", "fr", "de"]),
    ] {
        let folder = TempDir::new().unwrap();
        let arguments = [&["new", "planets"], langs].concat();
        let new = jalon(folder.path(), &arguments);
        assert_eq!(new.status.code(), Some(0), "{}", said(&new.stderr));

        let checked = jalon(
            folder.path(),
            &["check", "--deny", "advice,warnings", "planets"],
        );
        assert_eq!(checked.status.code(), Some(0), "{}", said(&checked.stdout));
        assert!(
            said(&checked.stdout).contains("no problem"),
            "{}",
            said(&checked.stdout)
        );
        let tidy = jalon(folder.path(), &["fmt", "--check", "planets"]);
        assert_eq!(tidy.status.code(), Some(0), "{}", said(&tidy.stdout));

        let sources = Sources::read(&folder.path().join("planets")).unwrap();
        let (_, bank) = draft::read(&sources).unwrap().remove(0);
        assert_eq!(bank.bank.id, "planets");
        assert_eq!(bank.bank.languages, tags);
        let questions = &bank.modules[0].1.questions;
        for question in questions {
            for (_, wordings) in &question.wordings {
                assert_eq!(wordings.len(), 2, "{}", question.common.id);
            }
        }
        let kinds: BTreeSet<_> = questions
            .iter()
            .map(|question| std::mem::discriminant(&question.body))
            .map(|kind| format!("{kind:?}"))
            .collect();
        assert_eq!((questions.len(), kinds.len()), (10, 10));
    }
}

#[test]
fn every_comment_of_the_starter_is_there_in_one_language() {
    let starter = Path::new(env!("CARGO_MANIFEST_DIR")).join("starter");
    for lang in ["en", "fr", "de", "fr,de"] {
        let folder = TempDir::new().unwrap();
        jalon(folder.path(), &["new", "--lang", lang, "b"]);
        for name in ["bank.toml", "first-tour.toml"] {
            let before = fs::read_to_string(starter.join(name)).unwrap();
            let after = fs::read_to_string(folder.path().join("b").join(name)).unwrap();
            for line in before.lines().filter(|line| line.starts_with("#")) {
                assert!(after.contains(line), "{lang}: {line}");
            }
        }
    }
}

#[test]
fn a_german_bank_makes_a_german_paper() {
    let folder = TempDir::new().unwrap();
    jalon(folder.path(), &["new", "--lang", "de", "b"]);
    let print = ["print", "b", "--module", "first-tour", "--questions", "all"];
    let paper = jalon(folder.path(), &print);
    let key = jalon(folder.path(), &[&print[..], &["--key"]].concat());
    for (printed, words) in [
        (&paper, "<html lang=\"de\">"),
        (&paper, "10 Fragen · 9 Punkte · Bestehensgrenze: 60\u{A0}%"),
        (&paper, "Antwortbogen"),
        (&key, "Nur für die Korrektur"),
        (&key, "richtig: 7,8 bis 8,8"),
    ] {
        let html = said(&printed.stdout);
        assert!(html.contains(words), "{words}: {html}");
    }
}

#[test]
fn editors_find_the_schemas_that_the_files_name() {
    let folder = TempDir::new().unwrap();
    jalon(folder.path(), &["new", "b"]);
    for name in ["bank.toml", "first-tour.toml"] {
        let text = fs::read_to_string(folder.path().join("b").join(name)).unwrap();
        let first = text.lines().next().unwrap();
        let schema = first.strip_prefix("#:schema ./").unwrap();
        let schema = fs::read_to_string(folder.path().join("b").join(schema)).unwrap();
        assert!(schema.contains("$schema"), "{name}");
    }
}

#[test]
fn a_user_is_told_what_to_do_next() {
    let folder = TempDir::new().unwrap();
    let new = jalon(folder.path(), &["new", "planets"]);
    insta::assert_snapshot!(said(&new.stdout).replace('\\', "/"), @r"
    planets/first-tour.toml
    planets/planets.svg
    planets/schema/bank.json
    planets/schema/module.json
    planets/bank.toml

    Next:
      jalon serve planets    shows the bank in a browser, and again at each save
      jalon check planets    says what is wrong, and what could be better
    ");
}

#[test]
fn a_folder_with_files_is_left_alone() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("notes.txt"), "mine").unwrap();
    let new = jalon(folder.path(), &["new", "."]);
    assert_eq!(new.status.code(), Some(2));
    assert!(
        said(&new.stderr).contains("expected a new folder, or an empty one"),
        "{}",
        said(&new.stderr)
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
