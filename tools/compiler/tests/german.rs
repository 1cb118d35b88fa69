//! Advice on texts in German, and what of it passes over good ones.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use jalon_compiler::{Options, Severity, Sources, check_with};
use jalon_engine::kind::Response;
use jalon_engine::lang::Lang;

const HEADER: &str = r#"id = "klein"
languages = ["de"]
title.de = "Eine kleine Sammlung"
modules = ["erstes"]

[[concept]]
id = "leitfaden"
name.de = "Anforderungen und Empfehlungen"
"#;

const MODULE: &str = r#"title.de = "Erste Schritte"
track.de = "Logik der Normen"
level = "foundation"
minutes = 5
"#;

fn bank(questions: &str) -> Sources {
    Sources::from_iter([
        ("bank.toml", HEADER.to_owned()),
        ("erstes.toml", format!("{MODULE}\n{questions}")),
    ])
}

/// The codes of the advice on a bank with these questions.
fn advice(sources: &Sources) -> Vec<&'static str> {
    let report = check_with(sources, &Options::with_advice());
    assert_eq!(report.count(Severity::Error), 0, "{:?}", report.diagnostics);
    let given = report.diagnostics.iter();
    given
        .filter(|one| one.severity == Severity::Advice)
        .map(|one| one.code.as_str())
        .collect()
}

/// A question with choices, the first of which is right.
fn choice(prompt: &str, choices: &[&str]) -> String {
    choice_with(prompt, choices, "key = \"a\"")
}

fn choice_with(prompt: &str, choices: &[&str], keys: &str) -> String {
    let named = || ["a", "b", "c", "d"].iter().zip(choices);
    let items: String = named()
        .map(|(id, _)| format!("[[question.choice]]\nid = \"{id}\"\n"))
        .collect();
    let texts: String = named()
        .map(|(id, text)| format!("choices.{id} = '''{text}'''\n"))
        .collect();
    format!(
        "[[question]]\nid = \"q\"\nkind = \"choice\"\nconcepts = [\"leitfaden\"]\n{keys}\n{items}\n[[question.de]]\nprompt = \
         '''{prompt}'''\n{texts}explanation = \"Abschnitt 1.\"\n"
    )
}

fn has(code: &str, question: &str) -> bool {
    advice(&bank(question)).contains(&code)
}

const CHOICES: [&str; 3] = ["Der Leitfaden", "Ein Gesetz", "Das Handbuch"];

#[test]
fn a_negative_that_is_easy_to_miss_is_found() {
    for (prompt, expected) in [
        ("Welche Aussage trifft hier nicht zu?", true),
        ("Welches ist keine Anforderung?", true),
        ("Welche Aussage ist am wenigsten richtig?", true),
        ("Alle gelten, außer einer. Welche gilt nie?", true),
        ("Was ist hier nicht zu tun?", true),
        (
            "Was tut ein Betrieb, um den Verkehr nicht zu stören?",
            false,
        ),
        ("Welche Aussage trifft **nicht** zu?", false),
        ("Welche Aussage trifft NICHT zu?", false),
        ("Welche Aussage trifft zu?", false),
        ("Warum ist das Gesetz nicht gültig?", false),
        (
            "Was gilt für einen Betrieb, der nicht zertifiziert ist?",
            false,
        ),
        (
            "Was geschieht, wenn niemand es prüft und nichts gilt?",
            false,
        ),
        ("Was heißt „nicht zertifiziert“ in dieser Norm?", false),
        ("Was wird nicht nur geprüft, sondern auch bewertet?", false),
    ] {
        assert_eq!(has("J207", &choice(prompt, &CHOICES)), expected, "{prompt}");
    }
}

#[test]
fn a_choice_that_stands_for_the_others_is_found() {
    for (text, expected) in [
        ("Alle genannten", true),
        ("Alle oben genannten Antworten", true),
        ("Alle Antworten sind richtig", true),
        ("Beide Aussagen", true),
        ("Alle drei", true),
        ("A und B", true),
        ("Antworten 1 und 2", true),
        ("Alle Beschäftigten", false),
        ("Eine Norm und ein Gesetz", false),
    ] {
        let choices = [CHOICES[0], CHOICES[1], text];
        let found = has("J205", &choice("Was gilt in diesem Betrieb?", &choices));
        assert_eq!(found, expected, "{text}");
    }
    for (text, expected) in [
        ("Keine der genannten", true),
        ("Keine davon", true),
        ("Keine der drei Antworten", true),
        ("Keine Antwort ist richtig", true),
        ("Keine Prüfung", false),
    ] {
        let choices = [text, CHOICES[0], CHOICES[1]];
        let found = has("J206", &choice("Was gilt in diesem Betrieb?", &choices));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_key_that_stands_out_is_found() {
    let prompt = "Was gilt in diesem Betrieb?";
    let long = "Die Leitung legt fest, wer die Risiken bewertet, wer sie behandelt und wann darüber berichtet wird";
    assert!(has(
        "J201",
        &choice(prompt, &[long, "Ein Gesetz", "Ein Plan"])
    ));
    let absolute = [
        "Wo es das Risiko verlangt",
        "Immer am Montag",
        "Nie vor dem Abend",
    ];
    assert!(has("J210", &choice(prompt, &absolute)));
    let plain = ["Wo es das Risiko verlangt", "Am Montag", "Vor dem Abend"];
    assert!(!has("J210", &choice(prompt, &plain)));
    let clang = ["Die Behandlung der Risiken", "Das Budget", "Ein Gesetz"];
    let asked = "Was hat der Plan für die Behandlung eines Risikos zu zeigen, was die Risiken?";
    assert!(has("J211", &choice(asked, &clang)));
    assert!(!has(
        "J211",
        &choice(asked, &["Wer was bis wann tut", "Das Budget", "Ein Gesetz"])
    ));
}

#[test]
fn choices_that_overlap_are_found() {
    let prompt = "Wie lange gilt das Zertifikat?";
    assert!(has(
        "J209",
        &choice(prompt, &["1 bis 5 Jahre", "5 bis 10 Jahre", "Für immer"])
    ));
    assert!(!has(
        "J209",
        &choice(prompt, &["1 bis 4 Jahre", "5 bis 10 Jahre", "Für immer"])
    ));
    assert!(has(
        "J209",
        &choice(prompt, &["Der Plan", "Der Plan und das Gesetz", "Ein Buch"])
    ));
}

#[test]
fn quotation_marks_are_those_of_german() {
    let sources = bank(&choice(
        "Was heißt \"Norm\" hier?",
        &["Eine \"Regel\"", "Ein Gesetz", "Ein Plan"],
    ));
    let report = check_with(&sources, &Options::default());
    let module = &report.banks[0].modules()[0];
    let de: Lang = "de".parse().unwrap();
    let wording = &module.questions()[0].wordings.get(&de).unwrap()[0];
    assert_eq!(wording.prompt.to_plain(), "Was heißt „Norm“ hier?");
    assert!(
        wording
            .choices
            .iter()
            .any(|(_, line)| line.to_plain() == "Eine „Regel“")
    );
}

#[test]
fn an_answer_is_graded_by_german_rules() {
    let sources = bank(
        "[[question]]\nid = \"q\"\nkind = \"text\"\nconcepts = [\"leitfaden\"]\naccept.de = [\"Prüfung\"]\n\n[question.samples]\naccept = \
         [\"die Prüfungen\", \"Pruefung\", \"Prufung\"]\nreject = [\"keine Prüfung\", \"Prüfer\", \"the Prüfung\"]\n\n[[question.de]]\nprompt = \
         \"Wie heißt das?\"\nexplanation = \"So.\"\n",
    );
    let report = check_with(&sources, &Options::default());
    assert_eq!(report.count(Severity::Error), 0, "{:?}", report.diagnostics);
    let question = &report.banks[0].modules()[0].questions()[0];
    let given = Response::Text("die Pruefungen".to_owned());
    assert!(question.body.score(&given, 1, &[]).unwrap().score.is_full());
}

#[test]
fn texts_in_two_languages_are_held_against_each_other() {
    let bank = |en: &str, de: &str| {
        let header = HEADER
            .replace(
                "languages = [\"de\"]",
                "languages = [\"en\", \"de\"]\ntitle.en = \"A small bank\"",
            )
            .replace("name.de", "name.en = \"Guidance\"\nname.de");
        let module = format!(
            "{}\n[[question]]\nid = \"q\"\nkind = \"true-false\"\nconcepts = [\"leitfaden\"]\nkey = true\n\n[[question.en]]\nprompt = \
             '''{en}'''\nexplanation = \"So.\"\n\n[[question.de]]\nprompt = '''{de}'''\nexplanation = \"Darum.\"\n",
            MODULE
                .replace("title.de", "title.en = \"First steps\"\ntitle.de")
                .replace("track.de", "track.en = \"Logic\"\ntrack.de"),
        );
        Sources::from_iter([("bank.toml", header), ("erstes.toml", module)])
    };
    for (en, de, code) in [
        // The same number, as each language writes it.
        ("It holds 1,234.5 litres.", "Es fasst 1.234,5 Liter.", None),
        (
            "It holds 93 controls.",
            "Es enthält dreiundneunzig Maßnahmen.",
            None,
        ),
        (
            "It holds 93 controls.",
            "Es enthält 94 Maßnahmen.",
            Some("J102"),
        ),
        (
            "It is a guide.",
            "It is the guide of the firm and of its law.",
            Some("J108"),
        ),
        (
            "The guide of the firm is in the law.",
            "Der Leitfaden des Betriebs steht im Gesetz.",
            None,
        ),
    ] {
        let given = advice(&bank(en, de));
        match code {
            Some(code) => assert!(given.contains(&code), "{en} {de}: {given:?}"),
            None => assert_eq!(given, Vec::<&str>::new(), "{en} {de}"),
        }
    }
}
