//! The canonical layout: what it keeps, and what it changes.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::path::Path;

use jalon_compiler::{CompiledBank, Sources, check};
use jalon_draft::{self as draft, tidy_bank, tidy_module};

fn banks() -> Vec<Sources> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    [
        "questions",
        "tools/cli/tests/bank",
        "tests/tests/journeys/almanac",
    ]
    .iter()
    .map(|folder| Sources::read(&root.join(folder)).unwrap())
    .collect()
}

fn tidied(path: &str, text: &str) -> String {
    let done = if path.ends_with("bank.toml") {
        tidy_bank(text)
    } else {
        tidy_module(text)
    };
    done.unwrap_or_else(|why| panic!("{path}: {why}"))
}

fn comments(text: &str) -> Vec<&str> {
    let lines = text.lines().map(str::trim);
    let mut all: Vec<&str> = lines.filter(|line| line.starts_with("# ")).collect();
    all.sort_unstable();
    all
}

#[test]
fn a_bank_means_the_same_in_its_canonical_layout() {
    for sources in banks() {
        let again: Sources = sources
            .iter()
            .map(|(_, source)| {
                (
                    source.path().to_owned(),
                    tidied(source.path(), source.text()),
                )
            })
            .collect();
        let drafts = |sources| draft::read(sources).unwrap();
        for ((_, mut before), (_, mut after)) in drafts(&sources).into_iter().zip(drafts(&again)) {
            before.pictures.clear();
            after.pictures.clear();
            assert!(before == after);
        }
        let compiled = |sources| -> Vec<_> {
            let banks = check(sources).banks;
            banks.iter().flat_map(CompiledBank::files).collect()
        };
        let has_pictures = sources
            .iter()
            .any(|(_, source)| source.text().contains(".svg"));
        if !has_pictures {
            assert!(compiled(&sources) == compiled(&again));
        }
    }
}

#[test]
fn the_canonical_layout_of_a_canonical_layout_is_the_same() {
    for sources in banks() {
        for (_, source) in sources.iter() {
            let once = tidied(source.path(), source.text());
            assert_eq!(tidied(source.path(), &once), once, "{}", source.path());
            assert_eq!(
                comments(&once),
                comments(source.text()),
                "{}",
                source.path()
            );
        }
    }
}

#[test]
fn the_shipped_banks_are_in_their_canonical_layout() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questions");
    for (_, source) in Sources::read(&folder).unwrap().iter() {
        assert_eq!(tidied(source.path(), source.text()), source.text());
    }
}

const MESSY: &str = r#"
#:schema ./module.schema.json
# The file of a module.

# Of the level.
level="foundation"   # how far
title = {en="One", fr='Un'}
minutes=   5
track.fr="T"
track.en="T"


# A section.

[[question]]   # the first
key=["a", # the one
  "b"]
kind="choice"
id="q"
concepts=["c"]
points = 1_0
choice=[{id="a", weight=5_0}, {id="b"}]
# Written for readers.
en=[{prompt="P", choices={b="B", a="A"}}]
[[question.fr]]
# Comme on parle.
choices.a="A"
choices.b="B"
prompt='''P'''
# The end.
"#;

#[test]
fn a_file_in_disorder_is_put_in_order_with_its_comments() {
    let text = MESSY.replace(
        "en=[{prompt=\"P\", choices={b=\"B\", a=\"A\"}}]\n[[question.fr]]",
        "[[question.en]]\nprompt=\"P\"\nchoices={b=\"B\", a=\"A\"}\n[[question.fr]]",
    );
    insta::assert_snapshot!(tidied("m.toml", &text), @r#"
    #:schema ./module.schema.json
    # The file of a module.

    title.en = "One"
    title.fr = 'Un'
    track.fr = "T"
    track.en = "T"
    # Of the level.
    level = "foundation" # how far
    minutes = 5

    # A section.

    [[question]] # the first
    id = "q"
    kind = "choice"
    concepts = ["c"]
    points = 1_0
    key = ["a", # the one
      "b"]

    [[question.choice]]
    id = "a"
    weight = 5_0

    [[question.choice]]
    id = "b"

    # Written for readers.
    [[question.en]]
    prompt = "P"
    choices.b = "B"
    choices.a = "A"

    [[question.fr]]
    prompt = '''P'''
    # Comme on parle.
    choices.a = "A"
    choices.b = "B"

    # The end.
    "#);
}

/// Comments in every place that TOML has for one, also where the layout has none.
const SAID_EVERYWHERE: &str = r#"
title = { # inside
  en = "One", # behind one
  fr = "Un", # last inside
} # behind the table
level = "foundation"
minutes = 5
# of the questions
question = [
  # before one
  { id = "a", kind = "true-false", concepts = ["c"], key = true, en = [{ prompt = "P" }, # behind a wording
    { prompt = "Q" }] }, # behind a question
]
[track] # behind a heading
# before a key
en = "T" # behind a key
"#;

#[test]
fn no_comment_is_lost_where_the_layout_has_no_place_for_it() {
    insta::assert_snapshot!(tidied("m.toml", SAID_EVERYWHERE), @r#"
    # inside
    # last inside
    # behind the table
    title.en = "One"
    # behind one
    title.fr = "Un"
    # behind a heading
    # before a key
    track.en = "T" # behind a key
    level = "foundation"
    minutes = 5

    # of the questions
    # before one
    # behind a question
    [[question]]
    id = "a"
    kind = "true-false"
    concepts = ["c"]
    key = true

    # behind a wording
    [[question.en]]
    prompt = "P"

    [[question.en]]
    prompt = "Q"
    "#);
}

#[test]
fn what_is_said_of_an_empty_list_stays() {
    let bank = "id = \"b\"\nlanguages = [\"en\"]\ntitle.en = \"B\"\nmodules = [\"m\"]\n\n[[concept]]\nid = \"c\"\n";
    let before = format!("{bank}prerequisites = [] # none yet\nname.en = \"C\"\n");
    let after = format!("{bank}# none yet\nname.en = \"C\"\n");
    assert_eq!(tidied("bank.toml", &before), after);
    let before = format!("{bank}name.en = \"C\"\n# really\nprerequisites = [\n  # none yet\n]\n");
    let after = format!("{bank}# really\n# none yet\nname.en = \"C\"\n");
    assert_eq!(tidied("bank.toml", &before), after);
}

#[test]
fn a_module_without_questions_gets_none() {
    let module = "title.en = \"T\"\ntrack.en = \"T\"\nlevel = \"foundation\"\nminutes = 5\n";
    assert_eq!(tidied("m.toml", module), module);
}

#[test]
fn line_ends_are_those_of_the_file() {
    for sources in banks() {
        for (_, source) in sources.iter() {
            let canonical = tidied(source.path(), source.text()).replace('\n', "\r\n");
            assert_eq!(tidied(source.path(), &canonical), canonical);
        }
    }
}
