//! An English and a French file of one quiz.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use jalon_formats::{Imported, Input, Options, import};
use support::cases::{assert_lines, questions};
use support::report;

const ENGLISH: &str = "\
::capital::What is the capital of France? {=Paris ~Lyon#Further north. ~Nice}

::leap::How many days has a leap year? {#366}

::flat::The Earth is flat. {F}

::planet::Name the largest planet of the Sun. {=Jupiter =%50%Saturn#Close.}

::wet::Water is wet. {T}
";

const FRENCH: &str = "\
::capital::Quelle est la capitale de la France ? {~Lyon#Plus au nord. =Paris ~Nice}

::planet::Quelle est la plus grande planète du Soleil ? {=Jupiter =%50%Saturne#Presque.}

::spider::Combien de pattes a une araignée ? {#8}

::leap::Combien de jours compte une année bissextile ? {#365}

::flat::La Terre est plate. {F#Non.}

::wet::L'eau est mouillée. {#1}
";

fn merged(english: &str, french: &str) -> Imported {
    let options = Options {
        merge: true,
        bank: Some("quiz".to_owned()),
        ..Options::default()
    };
    let files = [("quiz.en.gift", english), ("quiz.fr.gift", french)];
    let files = files.map(|(path, text)| Input {
        path,
        bytes: text.as_bytes(),
    });
    import(&files, &options).unwrap()
}

/// The prompts that stand in one question.
fn together(imported: &Imported) -> Vec<Vec<String>> {
    let modules = imported.draft.modules.iter();
    let questions = modules.flat_map(|(_, module)| &module.questions);
    let prompts = questions.map(|question| {
        let wordings = question.wordings.values().flatten();
        wordings.map(|wording| wording.prompt.clone()).collect()
    });
    prompts.collect()
}

/// The text without the names of its questions.
fn nameless(text: &str) -> String {
    let lines = text.lines().map(|line| line.rsplit("::").next().unwrap());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn where_two_files_disagree_is_said_with_file_and_line() {
    let imported = merged(ENGLISH, FRENCH);
    assert_lines(
        "Questions",
        &questions(&imported.draft),
        &[
            "capital: choice “en What is the capital of France? / fr Quelle est la capitale de la France ?” \
             (x) en Paris / fr Paris \
             ( ) en Lyon / fr Lyon # en Further north. / fr Plus au nord. \
             ( ) en Nice / fr Nice",
            "leap: number “en How many days has a leap year? / fr Combien de jours compte une année bissextile ?” \
             = 366",
            "flat: false “en The Earth is flat. / fr La Terre est plate.” true # fr Non.",
            "planet: text “en Name the largest planet of the Sun. / fr Quelle est la plus grande planète du Soleil ?” \
             = en Jupiter; 50 % Saturn # en Close. / fr Presque. \
             = fr Jupiter; 50 % Saturne # fr Presque. / en Close.",
            "wet: true “en Water is wet.”",
            "spider: number “fr Combien de pattes a une araignée ?” = 8",
            "wet-2: number “fr L'eau est mouillée.” = 1",
        ],
    );
    let losses = imported.losses.list().iter();
    let losses = losses.filter(|loss| !loss.what.starts_with("the concept of "));
    let losses: Vec<String> = losses.map(report::line).collect();
    assert_lines(
        "Losses",
        &losses,
        &[
            "quiz.en.gift:0 [-] guessed the language, en: the file names none; it was recognised from the texts: give another one with --lang",
            "quiz.fr.gift:0 [-] guessed the language, fr: the file names none; it was recognised from the texts: give another one with --lang",
            "quiz.fr.gift:11 [wet] changed the id `wet`: the question of that id in the other file is of another kind",
            "quiz.fr.gift:1 [capital] guessed which choices belong together: their order differs in quiz.en.gift:1: those with the same text, and the right ones, were matched",
            "quiz.fr.gift:7 [leap] changed the key, 365: quiz.en.gift:3 says 366, which is kept: compare them",
            "quiz.fr.gift:9 [flat] changed feedback in fr only: the other file has none: write it, or remove this one",
            "quiz.en.gift:9 [wet] changed no wording in fr: no question of the other file matches it: write the wording, or remove the question",
            "quiz.fr.gift:5 [spider] changed no wording in en: no question of the other file matches it: write the wording, or remove the question",
            "quiz.fr.gift:11 [wet] changed no wording in en: no question of the other file matches it: write the wording, or remove the question",
            "quiz.fr.gift:11 [wet] changed the id “wet”: ids are unique, and have lower-case letters, digits, hyphens and dots: it is `wet-2` now",
        ],
    );
}

#[test]
fn questions_without_names_are_matched_by_what_both_say_and_then_by_order() {
    let imported = merged(&nameless(ENGLISH), &nameless(FRENCH));
    let pairs = together(&imported);
    let with = |start: &str| {
        pairs
            .iter()
            .find(|pair| pair[0].starts_with(start))
            .unwrap()[1..]
            .to_vec()
    };
    assert_eq!(
        with("What is the capital"),
        ["Quelle est la capitale de la France ?"]
    );
    assert_eq!(
        with("Name the largest"),
        ["Quelle est la plus grande planète du Soleil ?"]
    );
    assert_eq!(with("The Earth"), ["La Terre est plate."]);
}

#[test]
fn numbers_tell_where_one_file_has_a_question_more() {
    let english = "A byte has how many bits? {#8}\n\nHow many days has a leap year? {#366}\n";
    let french = "Combien de pattes a une fourmi ? {#6}\n\nCombien de jours compte une année bissextile ? {#366}\n\nCombien de bits compte un octet ? {#8}\n";
    let pairs = together(&merged(english, french));
    assert_eq!(
        pairs,
        [
            vec![
                "A byte has how many bits?",
                "Combien de bits compte un octet ?"
            ],
            vec![
                "How many days has a leap year?",
                "Combien de jours compte une année bissextile ?"
            ],
            vec!["Combien de pattes a une fourmi ?"],
        ]
    );
}

#[test]
fn a_question_is_found_in_another_module_by_its_id() {
    let english = "$CATEGORY: One\n\n::a::The Moon is made of cheese. {F}\n\n$CATEGORY: Two\n\n::b::The Sun is a star. {T}\n\n::c::Mars is red. {T}\n";
    let french = "$CATEGORY: Deux\n\n::b::Le Soleil est une étoile. {T}\n\n::c::Mars est rouge. {T}\n\n::a::La Lune est en fromage. {F}\n";
    let pairs = together(&merged(english, french));
    assert_eq!(
        pairs,
        [
            ["The Moon is made of cheese.", "La Lune est en fromage."],
            ["The Sun is a star.", "Le Soleil est une étoile."],
            ["Mars is red.", "Mars est rouge."],
        ]
    );
}

#[test]
fn two_files_in_one_language_are_noted() {
    let imported = merged(ENGLISH, ENGLISH);
    let said = imported
        .losses
        .list()
        .iter()
        .any(|loss| loss.what == "the language, en" && loss.why.contains("--lang en,fr"));
    assert!(said);
}

#[test]
fn each_file_has_the_language_that_it_is_given() {
    let options = Options {
        merge: true,
        langs: vec!["nl".to_owned(), "af".to_owned()],
        ..Options::default()
    };
    let files = [
        ("a.gift", "Is dit waar? {T}"),
        ("b.gift", "Is dit waar? {T}"),
    ];
    let files = files.map(|(path, text)| Input {
        path,
        bytes: text.as_bytes(),
    });
    let imported = import(&files, &options).unwrap();
    assert_eq!(imported.draft.bank.languages, ["nl", "af"]);
}

#[test]
fn a_short_text_is_in_the_language_that_the_name_of_its_file_says() {
    let file = Input {
        path: "quiz.fr.gift",
        bytes: b"27001 {T}",
    };
    let imported = import(&[file], &Options::default()).unwrap();
    assert_eq!(imported.draft.bank.languages, ["fr"]);
}
