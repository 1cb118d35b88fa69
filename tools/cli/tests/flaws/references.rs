//! Choices that stand for other choices.

use super::*;

#[test]
fn a_choice_that_stands_for_the_others_is_noticed() {
    sees(
        "all-of-the-above",
        "J205",
        &english("What?", &["All of the above", "A policy", "A scope"]),
    );
    sees(
        "toutes-ces-reponses",
        "J205",
        &french(
            "Quoi ?",
            &["Une politique", "Un périmètre", "Toutes ces réponses"],
        ),
    );
    sees(
        "names-other-choices",
        "J205",
        &english("What?", &["A policy", "A scope", "Both A and B"]),
    );
    let fixed = Pick {
        keys: "key = \"a\"\nshuffle = false",
        fr: (
            "Quoi ?",
            &["Tout ce qui précède", "Une politique", "Un périmètre"],
        ),
        ..Pick::default()
    };
    sees("tout-ce-qui-precede", "J205", &fixed.toml());
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
    sees(
        "none-of-the-above-key",
        "J206",
        &english("What?", &["None of the above", "A policy", "A scope"]),
    );
    sees(
        "aucune-de-ces-reponses",
        "J206",
        &french(
            "Quoi ?",
            &["Une politique", "Un périmètre", "Aucune de ces réponses"],
        ),
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
