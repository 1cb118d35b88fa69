//! `jalon add`, by options and by answers.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod asked;
#[path = "../command/mod.rs"]
mod command;

use std::collections::VecDeque;
use std::fs;
use std::process::Output;

use command::{jalon, said};
use jalon::{Adding, Ask, Stopped};
use tempfile::TempDir;

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
            "gaps",
            "--text",
            "en={{one}} and {{other}} go round in {{hours}} hours, {{way}}wards.",
            "--text",
            "fr={{other}} et {{one}} tournent en {{hours}} heures, vers l'{{way}}.",
            "--gap",
            "one:text=Phobos",
            "--gap",
            "other:text=terror|la terreur",
            "--gap",
            "other:text=dread|l'effroi",
            "--gap",
            "hours:number=7.7 within 0.1",
            "--gap",
            "way:pick=e from e, w",
            "--choice",
            "e=east|est",
            "--choice",
            "w=west|ouest",
        ],
        &[
            "--kind",
            "hotspot",
            "--image",
            "planets.svg",
            "--alt",
            "en=Five planets in a row.",
            "--alt",
            "fr=Cinq planètes alignées.",
            "--region",
            "mars:circle 68.75 50 4=Mars",
            "--region",
            "left:rect 0, 0, 20, 100=The left \\| west|La gauche",
            "--region",
            "above:polygon 0 0 100 0 50 10=Above|En haut",
            "--key",
            "mars",
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
fn what_is_said_of_gaps_and_regions_stands_in_the_file() {
    let folder = starter();
    let gaps = [
        "--kind",
        "gaps",
        "--concept",
        "places",
        "--text",
        "en={{one}}, {{hours}}, {{way}}",
        "--text",
        "fr={{one}}, {{hours}}, {{way}}",
        "--gap",
        "one:text=dread|l'effroi",
        "--gap",
        "one:text=Phobos",
        "--gap",
        "hours:number=7.7 within 0.1",
        "--gap",
        "way:pick=e",
        "--choice",
        "e=east \\| E|est",
        "--choice",
        "w=west|ouest",
    ];
    assert_eq!(add(&folder, &gaps).status.code(), Some(0));
    let hotspot = [
        "--kind",
        "hotspot",
        "--concept",
        "places",
        "--image",
        "en=planets.svg",
        "--image",
        "fr=planets.svg",
        "--alt",
        "en=A row.",
        "--alt",
        "fr=Un rang.",
        "--region",
        "mars:circle 68.75 50 4=Mars",
        "--region",
        "above:polygon 0 0 100 0 50 10=Above|En haut",
        "--key",
        "mars",
    ];
    assert_eq!(add(&folder, &hotspot).status.code(), Some(0));
    let after = module(&folder);
    for expected in [
        "[[question.gap]]\nid = \"one\"\n",
        "en = [\"dread\"]",
        "fr = [\"l'effroi\"]",
        "any = [\"Phobos\"]",
        "number = { value = 7.7, within = 0.1 }",
        "pick = { key = \"e\" }",
        "choices.e = \"east | E\"",
        "image.fr = \"planets.svg\"",
        "circle = [68.75, 50, 4]",
        "polygon = [[0, 0], [100, 0], [50, 10]]",
        "regions.above = \"En haut\"",
    ] {
        assert!(after.contains(expected), "{expected}\n{after}");
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
        &["--kind", "number", "--number", "2", "--choice", "a=Two"],
        &["--kind", "number", "--number", "2", "--prompt", "en=Again?"],
        &[
            "--kind",
            "number",
            "--number",
            "2",
            "--concept",
            "places=Moons",
        ],
        &["--kind", "gaps"],
        &["--kind", "gaps", "--text", "en={{a}}", "--text", "fr={{a}}"],
        &[
            "--kind", "gaps", "--text", "en={{a}}", "--text", "fr={{a}}", "--gap", "a=Mars",
        ],
        &[
            "--kind",
            "gaps",
            "--text",
            "en={{a}}",
            "--text",
            "fr={{a}}",
            "--gap",
            "a:number=1",
            "--gap",
            "a:number=2",
        ],
        &["--kind", "hotspot"],
        &["--kind", "hotspot", "--image", "planets.svg"],
        &[
            "--kind",
            "hotspot",
            "--image",
            "planets.svg",
            "--alt",
            "en=A",
            "--alt",
            "fr=A",
            "--key",
            "a",
        ],
        &[
            "--kind",
            "hotspot",
            "--image",
            "planets.svg",
            "--alt",
            "en=A",
            "--alt",
            "fr=A",
            "--key",
            "a",
            "--region",
            "a:rect 1 2 3=A",
        ],
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
    jalon: --choice is of questions of kind choice, gaps; leave it out, or say another --kind
    jalon: --prompt: expected one text in each language, found 2 in en; further wordings are written in the file
    jalon: --concept: the bank has a concept `places` already, by another name; try --concept places
    jalon: expected a text with the gaps for each language; try --text "en=... {{id}} ..."
    jalon: --gap: expected what the gap takes behind its id: "ID:number=24", "ID:text=Earth|Terre", "ID:pick=CHOICE"
    jalon: --gap: expected what the gap takes behind its id: "ID:number=24", "ID:text=Earth|Terre", "ID:pick=CHOICE"; found `a`
    jalon: --gap: `a` is said twice; only a gap that takes a text has several right answers
    jalon: expected --image with the name of a file in the bank's folder; try --image map.svg
    jalon: expected what the picture shows, for each language; try --alt "en=..."
    jalon: expected --region "id=en|fr"; after the id and a colon comes its place, in percent: rect LEFT TOP WIDTH HEIGHT, circle X Y RADIUS or polygon X Y X Y X Y
    jalon: --region: expected the place of `a`, in percent of the picture, as rect LEFT TOP WIDTH HEIGHT, circle X Y RADIUS or polygon X Y X Y X Y; found `rect 1 2 3`
    "#);
}

#[test]
fn a_bank_that_had_errors_before_is_told_from_a_question_that_has_some() {
    for (from, to) in [
        ("minutes = ", "minuts = "),
        ("concepts = [\"places\"]", "concepts = [\"place\"]"),
    ] {
        let folder = starter();
        let broken = module(&folder).replacen(from, to, 1);
        fs::write(folder.path().join("b/first-tour.toml"), &broken).unwrap();
        let options = [
            "--kind",
            "true-false",
            "--key",
            "true",
            "--concept",
            "places",
        ];
        let refused = add(&folder, &options);
        let said = said(&refused);
        assert_eq!(refused.status.code(), Some(1), "{said}");
        assert!(said.contains("first-tour.toml:"), "{said}");
        assert!(said.contains("the bank already has errors"), "{said}");
        assert_eq!(module(&folder), broken);
    }
}
