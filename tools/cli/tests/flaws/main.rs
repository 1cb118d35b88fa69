//! What the rules on how questions are written find, and what they pass over.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod choices;
mod keys;
mod references;
#[path = "../small/mod.rs"]
mod small;

use small::{Problem, advice, finds, is_silent};

/// A question with choices, the first of which is right: its own keys, the prompt and the choices, in English and in French.
struct Pick<'a> {
    id: &'a str,
    keys: &'a str,
    en: (&'a str, &'a [&'a str]),
    fr: (&'a str, &'a [&'a str]),
}

const LETTERS: [&str; 9] = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];

impl Default for Pick<'_> {
    fn default() -> Self {
        Self {
            id: "q",
            keys: "key = \"a\"",
            en: (
                "What is ISO/IEC 27002 for?",
                &[
                    "Looking up advice",
                    "Winning a certificate",
                    "Obeying a law",
                ],
            ),
            fr: (
                "À quoi sert l'ISO/IEC 27002 ?",
                &[
                    "Trouver des conseils",
                    "Décrocher un certificat",
                    "Obéir à une loi",
                ],
            ),
        }
    }
}

impl Pick<'_> {
    fn toml(&self) -> String {
        let ids = LETTERS.iter().take(self.en.1.len());
        let items: String = ids
            .map(|id| format!("[[question.choice]]\nid = \"{id}\"\n"))
            .collect();
        let wording = |lang: &str, (prompt, choices): (&str, &[&str])| {
            let texts: String = LETTERS
                .iter()
                .zip(choices)
                .map(|(id, text)| format!("choices.{id} = '''{text}'''\n"))
                .collect();
            format!(
                "[[question.{lang}]]\nprompt = '''{prompt}'''\n{texts}explanation = \"Clause 1.\"\n"
            )
        };
        format!(
            "[[question]]\nid = \"{}\"\nkind = \"choice\"\nconcepts = [\"guidance\"]\n{}\n{items}\n{}\n{}\n",
            self.id,
            self.keys,
            wording("en", self.en),
            wording("fr", self.fr),
        )
    }
}

fn english(prompt: &str, choices: &[&str]) -> String {
    let french: Vec<String> = (1..=choices.len())
        .map(|n| format!("Réponse numéro {}", "x".repeat(n)))
        .collect();
    let french: Vec<&str> = french.iter().map(String::as_str).collect();
    Pick {
        en: (prompt, choices),
        fr: ("Laquelle est juste ?", &french),
        ..Pick::default()
    }
    .toml()
}

fn french(prompt: &str, choices: &[&str]) -> String {
    let english: Vec<String> = (1..=choices.len())
        .map(|n| format!("Answer number {}", "x".repeat(n)))
        .collect();
    let english: Vec<&str> = english.iter().map(String::as_str).collect();
    Pick {
        en: ("Which one holds?", &english),
        fr: (prompt, choices),
        ..Pick::default()
    }
    .toml()
}

/// A statement in both languages.
fn stated(id: usize, key: bool) -> String {
    format!(
        "[[question]]\nid = \"s{id}\"\nkind = \"true-false\"\nconcepts = [\"guidance\"]\nkey = {key}\n\n\
         [[question.en]]\nprompt = \"Statement {id} holds.\"\nexplanation = \"It says so.\"\n\n\
         [[question.fr]]\nprompt = \"L'affirmation {id} tient.\"\nexplanation = \"C'est écrit.\"\n\n"
    )
}

const CHOICES: &[&str] = &["A price", "A policy", "A scope"];
const FRENCH_CHOICES: &[&str] = &["Un prix", "Une politique", "Un périmètre"];

#[test]
fn a_negative_that_is_easy_to_miss_is_noticed() {
    finds(
        "J207",
        &english(
            "A firm plans its ISMS. Which of these is not required?",
            CHOICES,
        ),
        &[Problem {
            at: ("first.toml:21:54", "not"),
            message: "“not” turns the question round, and is easy to miss",
            labels: &[],
            help: Some("ask for what is so; or make the word stand out: **not**"),
        }],
    );
    finds(
        "J207",
        &french("Laquelle n'est pas exigée ?", FRENCH_CHOICES),
        &[Problem {
            at: ("first.toml:28:28", "pas"),
            message: "“pas” turns the question round, and is easy to miss",
            labels: &[],
            help: Some("ask for what is so; or make the word stand out: **pas**"),
        }],
    );
    for prompt in [
        "Which is the least costly?",
        "Which of them never ends?",
        "Which doesn't count?",
        "Pick all except the law.",
        "When should you not overtake?",
        "If the risk is high, which is not suitable?",
        "Choose the statement that is not true.",
        "Which is the document that is not required?",
        "In which case is it not allowed?",
    ] {
        assert_ne!(advice("J207", &english(prompt, CHOICES)), "", "{prompt}");
    }
    for prompt in [
        "Laquelle est la moins chère ?",
        "Lesquelles ne finissent jamais ?",
        "Toutes comptent, sauf laquelle ?",
        "Toutes comptent, à l'exception de :",
        "Quand ne faut-il pas dépasser ?",
        "Quel document ne s'applique pas ?",
        "Qu'est-ce qui n'est pas exigé ?",
        "Dans quel cas ne faut-il pas signer ?",
        "Pour un audit, laquelle n'est pas exigée ?",
        "Choisissez l'affirmation qui n'est pas vraie.",
    ] {
        assert_ne!(
            advice("J207", &french(prompt, FRENCH_CHOICES)),
            "",
            "{prompt}"
        );
    }
}

#[test]
fn a_negative_that_stands_out_or_is_part_of_the_case_is_passed_over() {
    for prompt in [
        "Which of these is **not** required?",
        "Which of these is NOT required?",
        "All of these are required *except*",
        "A firm has not done its audit. What does it lack?",
        "Why is ISO/IEC 27002 not a basis for certification?",
        "What happens if the audit is not done?",
        "“This is not required”, says a colleague. What do you answer?",
        "Which of these takes at least a year?",
        "What does a nurse do with a patient who does not breathe?",
        "What is the penalty for not stopping?",
        "Who decides not to treat a risk?",
        "Which document says which controls are not applied?",
        "What must a driver do, whether or not it rains?",
        "What does `!=` (not equal) compare?",
    ] {
        is_silent("J207", &english(prompt, CHOICES));
    }
    for prompt in [
        "Laquelle n'est **pas** exigée ?",
        "Que faire si l'audit n'a pas lieu ?",
        "« Ce n'est pas exigé », dit un collègue. Que répondre ?",
        "Laquelle prend au moins un an ?",
        "Que faire d'un patient qui ne respire pas ?",
        "Que risque-t-on à ne pas porter la ceinture ?",
        "Comment savoir qu'un certificat n'est pas valable ?",
        "Quand le feu ne marche pas, que faire ?",
    ] {
        is_silent("J207", &french(prompt, FRENCH_CHOICES));
    }
}

#[test]
fn a_missing_explanation_is_noticed() {
    let questions = stated(1, true);
    let bare = questions.replace("explanation = \"It says so.\"\n", "");
    let bare = bare.replace("explanation = \"C'est écrit.\"\n", "");
    finds(
        "J213",
        &bare,
        &[Problem {
            at: ("first.toml:9:6", "\"s1\""),
            message: "nothing tells learners why the answer is right",
            labels: &[],
            help: Some(
                "add explanation = \"...\" to each wording: the reason, and where it is stated",
            ),
        }],
    );
    is_silent("J213", &questions);
}

#[test]
fn too_few_and_too_many_choices_are_noticed() {
    finds(
        "J214",
        &english("Which?", &["This one", "That one"]),
        &[Problem {
            at: ("first.toml:9:6", "\"q\""),
            message: "there are two choices, so every second guess is right",
            labels: &[],
            help: Some(
                "add a choice that somebody could believe, or make the question a true-false one",
            ),
        }],
    );
    let many: Vec<&str> = LETTERS[..8].to_vec();
    finds(
        "J214",
        &english("Which letter?", &many),
        &[Problem {
            at: ("first.toml:9:6", "\"q\""),
            message: "there are 8 choices, which is much to read and to compare",
            labels: &[],
            help: Some(
                "keep three to five that somebody could believe, or let learners match or sort them",
            ),
        }],
    );
    is_silent(
        "J214",
        &english("Which?", &["This one", "That one", "Neither"]),
    );
    is_silent("J214", &stated(1, true));
}

#[test]
fn a_prompt_that_asks_nothing_is_noticed() {
    let choices: &[&str] = &[
        "gives guidance on each of the controls",
        "binds each firm that has clients",
        "lists the laws of a country",
    ];
    finds(
        "J215",
        &english("ISO/IEC 27002:", choices),
        &[Problem {
            at: ("first.toml:21:10", "'''ISO/IEC 27002:'''"),
            message: "the choices say what the question is about, and the prompt hardly does",
            labels: &[],
            help: Some("ask a question that can be answered with the choices covered"),
        }],
    );
    is_silent("J215", &english("What does ISO/IEC 27002 do?", choices));
    is_silent("J215", &english("How many?", &["Three", "Four", "Five"]));
}

#[test]
fn a_beginning_that_every_choice_repeats_is_noticed() {
    finds(
        "J216",
        &english(
            "What now?",
            &[
                "The organisation has to meet clauses 4 to 10",
                "The organisation has to meet Annex A",
                "The organisation has to meet both",
            ],
        ),
        &[Problem {
            at: ("first.toml:22:16", "The organisation has to meet"),
            message: "every choice begins with “The organisation has to meet”",
            labels: &[],
            help: Some("put these words into the question, and begin the choices behind them"),
        }],
    );
    is_silent(
        "J216",
        &english(
            "What now?",
            &[
                "The organisation has to act",
                "The organisation has time",
                "The organisation is lost",
            ],
        ),
    );
    is_silent(
        "J216",
        &english("Which?", &["In line 1", "In line 2", "In line 3"]),
    );
}

#[test]
fn two_ideas_in_one_statement_are_noticed_by_those_who_ask() {
    let twofold = stated(1, true).replace(
        "Statement 1 holds.",
        "ISO/IEC 27002 is a guide, and it is free of charge.",
    );
    is_silent("J217", &twofold);
    let asked = format!("lint = {{ on = [\"J217\"] }}\n{twofold}");
    finds(
        "J217",
        &asked,
        &[Problem {
            at: ("first.toml:16:37", "and"),
            message: "a second idea begins here",
            labels: &[],
            help: Some("keep the idea that matters, and make another question of the other one"),
        }],
    );
    is_silent(
        "J217",
        &format!("lint = {{ on = [\"J217\"] }}\n{}", stated(1, true)),
    );
}
