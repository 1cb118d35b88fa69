//! `jalon add`, by options and by answers.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use std::collections::VecDeque;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use jalon::{Adding, Ask, Stopped};
use tempfile::TempDir;

fn jalon(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    let output = command.current_dir(folder).args(arguments).output();
    output.unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

fn starter() -> TempDir {
    let folder = TempDir::new().unwrap();
    assert_eq!(jalon(folder.path(), &["new", "b"]).status.code(), Some(0));
    folder
}

fn module(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("b/first-tour.toml")).unwrap()
}

const PROMPTS: [&str; 6] = [
    "add",
    "b",
    "--prompt",
    "en=What about the moons of Mars?",
    "--prompt",
    "fr=Que dire des lunes de Mars ?",
];

fn add(folder: &TempDir, options: &[&str]) -> Output {
    jalon(folder.path(), &[&PROMPTS[..], options].concat())
}

#[test]
fn a_question_of_each_kind_goes_behind_what_is_there() {
    for options in [
        &[
            "--kind",
            "choice",
            "--choice",
            "a=Two|Deux",
            "--choice",
            "b=None|Aucune",
            "--key",
            "a",
        ][..],
        &["--kind", "true-false", "--key", "false"],
        &[
            "--kind",
            "text",
            "--accept",
            "any=Phobos",
            "--accept",
            "en=fear",
            "--accept",
            "fr=la peur",
        ],
        &["--kind", "number", "--number", "9.5", "--within", "2%"],
        &[
            "--kind",
            "match",
            "--target",
            "x=Big|Grande",
            "--target",
            "y=Small|Petite",
            "--item",
            "p:x=Phobos",
            "--item",
            "d:y=Deimos",
        ],
        &[
            "--kind",
            "classify",
            "--category",
            "x=Big|Grande",
            "--category",
            "y=Small|Petite",
            "--item",
            "p:x=Phobos",
            "--item",
            "d:y=Deimos",
        ],
        &[
            "--kind",
            "order",
            "--item",
            "p=Phobos",
            "--item",
            "d=Deimos",
            "--item",
            "m=Far off|Loin",
        ],
        &[
            "--kind",
            "essay",
            "--point",
            "p=Names Phobos|Cite Phobos",
            "--model",
            "en=Two moons.",
            "--model",
            "fr=Deux lunes.",
        ],
    ] {
        let folder = starter();
        let before = module(&folder);
        let added = add(&folder, &[options, &["--concept", "places"]].concat());
        assert_eq!(
            added.status.code(),
            Some(0),
            "{options:?}\n{}",
            said(&added)
        );
        let after = module(&folder);
        let block = after.strip_prefix(&before).unwrap();
        assert!(
            block.starts_with("\n[[question]]\nid = \"what-about-the-moons-of-mars\"\n"),
            "{block}"
        );
        for arguments in [["check", "b"].as_slice(), &["fmt", "--check", "b"]] {
            let run = jalon(folder.path(), arguments);
            assert_eq!(run.status.code(), Some(0), "{options:?}\n{}", said(&run));
        }
        let again = add(&folder, &[options, &["--concept", "places"]].concat());
        assert!(
            said(&again).contains("added `what-about-the-moons-of-mars-2`"),
            "{}",
            said(&again)
        );
    }
}

#[test]
fn a_new_concept_comes_with_its_name_and_the_comments_of_the_bank_stay() {
    let folder = starter();
    let header = || fs::read_to_string(folder.path().join("b/bank.toml")).unwrap();
    let before = header();
    let added = add(
        &folder,
        &[
            "--kind",
            "true-false",
            "--key",
            "true",
            "--concept",
            "moons=Moons|Lunes",
        ],
    );
    assert_eq!(added.status.code(), Some(0), "{}", said(&added));
    let after = header();
    assert!(
        after.contains("id = \"moons\"\nname.en = \"Moons\"\nname.fr = \"Lunes\"\n"),
        "{after}"
    );
    for line in before.lines() {
        assert!(after.contains(line), "{line}");
    }
}

#[test]
fn with_errors_nothing_is_written() {
    let folder = starter();
    let before = module(&folder);
    let refused = add(
        &folder,
        &[
            "--kind",
            "true-false",
            "--key",
            "true",
            "--concept",
            "comets",
        ],
    );
    assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
    assert!(said(&refused).contains("comets") && said(&refused).contains("nothing was written"));
    assert_eq!(module(&folder), before);
}

#[test]
fn an_option_that_says_too_little_is_answered_with_what_was_expected() {
    let folder = starter();
    let mut all = String::new();
    for options in [
        &["--kind", "choice"][..],
        &["--kind", "choice", "--choice", "Two moons", "--key", "a"],
        &["--kind", "choice", "--choice", "a=1|2|3", "--key", "a"],
        &["--kind", "true-false", "--key", "maybe"],
        &["--kind", "match", "--item", "p=Phobos"],
        &["--kind", "text", "--accept", "Phobos"],
    ] {
        let run = add(&folder, options);
        assert_eq!(run.status.code(), Some(2), "{}", said(&run));
        all.push_str(&said(&run));
    }
    insta::assert_snapshot!(all, @r#"
    jalon: expected --choice "id=en|fr"
    jalon: --choice: expected an id, = and its texts, found `Two moons`; try "id=en|fr"
    jalon: --choice: expected a text for each of en, fr, with | between them, found 3
    jalon: expected --key true or --key false
    jalon: --item: expected the target of `p` behind its id; try "p:ID=..."
    jalon: --accept: expected a language of the bank (en, fr), = and a text, found `Phobos`; try "en=..."
    "#);
}

/// Answers written down beforehand.
struct Script(VecDeque<&'static str>);

impl Ask for Script {
    fn text(&mut self, _: &str) -> Result<String, Stopped> {
        self.0.pop_front().map(str::to_owned).ok_or(Stopped::ByUser)
    }

    fn one_of(&mut self, question: &str, all: &[String]) -> Result<usize, Stopped> {
        let answer = self.0.pop_front().ok_or(Stopped::ByUser)?;
        let at = all.iter().position(|one| one.starts_with(answer));
        Ok(at.unwrap_or_else(|| panic!("{question}: no {answer} in {all:?}")))
    }
}

fn asked(folder: &TempDir, answers: &[&'static str]) -> Result<bool, String> {
    let adding = Adding {
        folder: folder.path().join("b"),
        ..Adding::default()
    };
    let mut script = Script(answers.iter().copied().collect());
    let end = jalon::add_asking(&adding, &mut script, &mut Vec::new());
    assert!(script.0.is_empty(), "unasked: {:?}", script.0);
    end
}

#[test]
fn who_answers_in_the_terminal_gets_the_question() {
    for (answers, expected) in [
        (
            &[
                "choice",
                "places",
                "P?",
                "P ?",
                "Two",
                "Deux",
                "None",
                "Aucune",
                "",
                "None",
                "Why",
                "Parce que",
            ][..],
            "key = \"2\"",
        ),
        (
            &[
                "true-false",
                "a new",
                "Moons",
                "Lunes",
                "P.",
                "P.",
                "false",
                "",
                "",
            ],
            "concepts = [\"moons\"]",
        ),
        (
            &["text", "places", "P?", "P ?", "Moon", "Lune", "", ""],
            "en = [\"Moon\"]",
        ),
        (
            &["number", "places", "P?", "P ?", "8", "0.5", "", ""],
            "key = { value = 8, within = 0.5 }",
        ),
        (
            &[
                "match", "places", "P?", "P ?", "Red", "Rouge", "Blue", "Bleue", "", "Mars",
                "Mars", "Earth", "Terre", "", "Red", "Blue", "", "",
            ],
            "target = \"t2\"",
        ),
        (
            &[
                "classify", "places", "P?", "P ?", "Red", "Rouge", "Blue", "Bleue", "", "Mars",
                "Mars", "Earth", "Terre", "", "Red", "Blue", "", "",
            ],
            "category = \"c2\"",
        ),
        (
            &[
                "order", "places", "P?", "P ?", "One", "Un", "Two", "Deux", "Three", "Trois", "",
                "", "",
            ],
            "items.2 = \"Deux\"",
        ),
        (
            &[
                "essay", "places", "P?", "P ?", "Tilt", "Axe", "", "M", "M", "", "",
            ],
            "model = \"M\"",
        ),
    ] {
        let folder = starter();
        let before = module(&folder);
        assert_eq!(asked(&folder, answers), Ok(true), "{answers:?}");
        let after = module(&folder);
        let block = after.strip_prefix(&before).unwrap();
        assert!(block.contains(expected), "{block}");
    }
}

#[test]
fn who_stops_leaves_the_bank_as_it_is() {
    let folder = starter();
    let before = module(&folder);
    let stopped = asked(&folder, &["choice", "places", "P?"]);
    assert_eq!(stopped, Err("stopped; nothing was written".to_owned()));
    assert_eq!(module(&folder), before);
}
