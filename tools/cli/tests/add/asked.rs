//! What is asked in the terminal.

use super::*;

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
                "",
                "Two | both",
                "Deux",
                "None",
                "",
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
                "gaps",
                "places",
                "P?",
                "P ?",
                "No gap",
                "{{a}} {{b}} {{c}}",
                "{{b}}",
                "{{a}} {{c}} {{b}}",
                "a text",
                "Moon",
                "Lune",
                "a number",
                "",
                "8",
                "0.5",
                "a choice",
                "East",
                "Est",
                "",
                "West",
                "Ouest",
                "",
                "West",
                "",
                "",
            ],
            "pick = { key = \"c-2\", from = [\"c-1\", \"c-2\"] }",
        ),
        (
            &[
                "hotspot",
                "places",
                "P?",
                "P ?",
                "planets",
                "A row",
                "Un rang",
                "Mars",
                "Mars",
                "Earth",
                "Terre",
                "",
                "there",
                "circle 68.75 50 4",
                "rect 1 1 9 9",
                "Earth",
                "",
                "",
            ],
            "circle = [68.75, 50, 4]",
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

#[test]
fn what_was_answered_is_shown_where_it_cant_be_added() {
    let folder = starter();
    let before = module(&folder);
    let adding = Adding {
        folder: folder.path().join("b"),
        ..Adding::default()
    };
    let answers = [
        "number",
        "places",
        "How many?",
        "Combien ?",
        "two",
        "",
        "",
        "",
    ];
    let mut out = Vec::new();
    let end = jalon::add_asking(&adding, &mut Script(answers.into()), &mut out);
    assert_eq!(end, Ok(false));
    let said = String::from_utf8(out).unwrap();
    assert!(said.contains("nothing was written"), "{said}");
    assert!(said.contains("prompt = \"Combien ?\""), "{said}");
    assert_eq!(module(&folder), before);
}
