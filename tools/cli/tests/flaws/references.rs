//! Choices that stand for other choices.

use super::*;

#[test]
fn a_choice_that_stands_for_the_others_is_noticed() {
    finds(
        "J205",
        &english("What?", &["All of the above", "A policy", "A scope"]),
        &[Problem {
            at: ("first.toml:22:13", "'''All of the above'''"),
            message: "this choice stands for the others, and they come in a new order at each attempt",
            labels: &[],
            help: Some(
                "let learners pick several, key = [\"...\", \"...\"], or write another wrong choice in its place",
            ),
        }],
    );
    finds(
        "J205",
        &french(
            "Quoi ?",
            &["Une politique", "Un périmètre", "Toutes ces réponses"],
        ),
        &[Problem {
            at: ("first.toml:31:13", "'''Toutes ces réponses'''"),
            message: "this choice stands for the others, and they come in a new order at each attempt",
            labels: &[],
            help: Some(
                "let learners pick several, key = [\"...\", \"...\"], or write another wrong choice in its place",
            ),
        }],
    );
    finds(
        "J205",
        &english("What?", &["A policy", "A scope", "Both A and B"]),
        &[Problem {
            at: ("first.toml:24:13", "'''Both A and B'''"),
            message: "this choice names others by their letters or places, and they come in a new order at each attempt",
            labels: &[],
            help: Some(
                "let learners pick several, key = [\"...\", \"...\"], or write another wrong choice in its place",
            ),
        }],
    );
    let fixed = Pick {
        keys: "key = \"a\"\nshuffle = false",
        fr: (
            "Quoi ?",
            &["Tout ce qui précède", "Une politique", "Un périmètre"],
        ),
        ..Pick::default()
    };
    finds(
        "J205",
        &fixed.toml(),
        &[Problem {
            at: ("first.toml:30:13", "'''Tout ce qui précède'''"),
            message: "this choice stands for the others",
            labels: &[],
            help: Some(
                "let learners pick several, key = [\"...\", \"...\"], or write another wrong choice in its place",
            ),
        }],
    );
}

#[test]
fn all_and_both_of_something_else_are_passed_over() {
    for choices in [
        [
            "All of the controls of Annex A that are necessary for the firm",
            "All",
            "None",
        ],
        ["Plan and do", "R and D", "A plan"],
        ["All controls", "Vitamin A and C", "Every year"],
    ] {
        is_silent("J205", &english("What?", &choices));
    }
    is_silent(
        "J205",
        &french(
            "Quoi ?",
            &[
                "Toutes les mesures nécessaires",
                "Les deux audits",
                "Tout écart",
            ],
        ),
    );
}

#[test]
fn a_choice_stands_for_the_others_in_many_words() {
    for text in [
        "All of them",
        "All three",
        "All of the listed options",
        "Everything above",
        "Both are correct",
        "A and C are correct",
        "Options 1 and 2",
        "I and II only",
    ] {
        let question = english("What does it hold?", &["A budget", "A list", text]);
        assert_ne!(advice("J205", &question), "", "{text}");
    }
    for text in [
        "Toutes les options ci-dessus",
        "Les deux",
        "Les trois à la fois",
        "Chacune de ces réponses",
        "L'ensemble des propositions",
        "A et B sont vraies",
        "Réponses 1 et 2",
    ] {
        let question = french("Que contient-elle ?", &["Un budget", "Une liste", text]);
        assert_ne!(advice("J205", &question), "", "{text}");
    }
    for text in [
        "None of them",
        "No option is correct",
        "Neither of the two answers",
    ] {
        let question = english("What does it hold?", &["A budget", "A list", text]);
        assert_ne!(advice("J206", &question), "", "{text}");
    }
    for text in [
        "Aucune d'entre elles",
        "Aucun de ces éléments",
        "Aucune des deux",
    ] {
        let question = french("Que contient-elle ?", &["Un budget", "Une liste", text]);
        assert_ne!(advice("J206", &question), "", "{text}");
    }
}

#[test]
fn none_of_the_above_is_noticed_where_it_does_harm() {
    finds(
        "J206",
        &english("What?", &["None of the above", "A policy", "A scope"]),
        &[Problem {
            at: ("first.toml:22:13", "'''None of the above'''"),
            message: "“none of the above” is the right choice: picking it doesn't show what a learner knows",
            labels: &[],
            help: Some("put what is right among the choices, and make that the key"),
        }],
    );
    finds(
        "J206",
        &french(
            "Quoi ?",
            &["Une politique", "Un périmètre", "Aucune de ces réponses"],
        ),
        &[Problem {
            at: ("first.toml:31:13", "'''Aucune de ces réponses'''"),
            message: "this choice refers to the others, and may be shown above them",
            labels: &[],
            help: Some("add pinned = true to the choice `c`, or shuffle = false to the question"),
        }],
    );
    let choices: &[&str] = &["A policy", "A scope", "None of these"];
    let kept = Pick {
        keys: "key = \"a\"\nshuffle = false",
        en: ("What?", choices),
        ..Pick::default()
    };
    is_silent("J206", &kept.toml());
    let pinned = english("What?", choices).replace("id = \"c\"\n", "id = \"c\"\npinned = true\n");
    is_silent("J206", &pinned);
    is_silent(
        "J206",
        &english(
            "How many of them?",
            &["Two", "None", "None of the controls that cost money"],
        ),
    );
}
