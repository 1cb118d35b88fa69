//! Choices that give the key away, say the same, or are too few.

use super::*;

#[test]
fn two_choices_that_say_the_same_are_noticed() {
    finds(
        "J208",
        &english(
            "What?",
            &["A scope", "A security policy", "Security policies"],
        ),
        &[Problem {
            at: ("first.toml:24:13", "'''Security policies'''"),
            message: "this choice and another say the same",
            labels: &[(
                "first.toml:23:13",
                "'''A security policy'''",
                "the other one",
            )],
            help: Some("write another choice in the place of one of them"),
        }],
    );
    finds(
        "J208",
        &french(
            "Quoi ?",
            &[
                "Un périmètre",
                "Un organisme accrédité",
                "Un organisme accrédite",
            ],
        ),
        &[Problem {
            at: ("first.toml:31:13", "'''Un organisme accrédite'''"),
            message: "this choice and another differ by one letter",
            labels: &[(
                "first.toml:30:13",
                "'''Un organisme accrédité'''",
                "the other one",
            )],
            help: Some("write another choice in the place of one of them"),
        }],
    );
    for choices in [
        ["ISO/IEC 27001", "ISO/IEC 27002", "ISO/IEC 27005"],
        ["accredited", "accreditor", "accreditation"],
        ["a typical case", "an atypical case", "no case"],
        ["before the audit", "after the audit", "the audit before"],
        [
            "internal audits",
            "external audits",
            "an audit of suppliers",
        ],
        ["`a == b`", "`a = b`", "`a != b`"],
        ["`True`", "`true`", "`TRUE`"],
        ["x > 5", "x < 5", "5"],
        ["-5", "5", "+5 %"],
        ["C", "C++", "C#"],
        ["plan, do, check", "do, plan, check", "check, do, plan"],
    ] {
        is_silent("J208", &english("What?", &choices));
    }
    let turned = [
        "A list",
        "The scope and the policy",
        "The policy and the scope",
    ];
    assert_ne!(advice("J208", &english("What?", &turned)), "");
}

#[test]
fn choices_that_overlap_are_noticed() {
    finds(
        "J209",
        &english(
            "How long?",
            &["1 to 5 years", "5 to 10 years", "More than 10 years"],
        ),
        &[Problem {
            at: ("first.toml:23:13", "'''5 to 10 years'''"),
            message: "this choice and another overlap: there are numbers in both",
            labels: &[("first.toml:22:13", "'''1 to 5 years'''", "the other one")],
            help: Some(
                "change one of them so that nothing is in both, or let learners pick several",
            ),
        }],
    );
    finds(
        "J209",
        &french(
            "Quoi ?",
            &["la politique", "la politique et le périmètre", "le budget"],
        ),
        &[Problem {
            at: ("first.toml:30:13", "'''la politique et le périmètre'''"),
            message: "this choice and another overlap: one says the same as the other, and more",
            labels: &[("first.toml:29:13", "'''la politique'''", "the other one")],
            help: Some(
                "change one of them so that nothing is in both, or let learners pick several",
            ),
        }],
    );
    for choices in [
        ["1 to 4 years", "5 to 10 years", "More than 10 years"],
        [
            "ISO/IEC 27001 alone",
            "ISO/IEC 27002 alone",
            "ISO/IEC 27001 and ISO/IEC 27002",
        ],
        ["At least 3", "At least 5", "At least 10"],
        [
            "The certification body",
            "The certification body's client",
            "A consultant",
        ],
    ] {
        is_silent("J209", &english("How long?", &choices));
    }
    let several = Pick {
        keys: "key = [\"a\", \"b\"]",
        en: (
            "Which apply?",
            &["the policy", "the policy and the scope", "the budget"],
        ),
        ..Pick::default()
    };
    is_silent("J209", &several.toml());
}

#[test]
fn absolute_words_in_wrong_choices_only_are_noticed() {
    finds(
        "J210",
        &english(
            "When?",
            &[
                "Where a risk calls for it",
                "Always",
                "Never, whatever the risk",
            ],
        ),
        &[Problem {
            at: ("first.toml:23:16", "Always"),
            message: "2 of 2 wrong choices have a word that allows no exception, and no right one does",
            labels: &[("first.toml:24:16", "Never", "another one")],
            help: Some(
                "say in the wrong choices what somebody could really think, without such words",
            ),
        }],
    );
    finds(
        "J210",
        &french(
            "Quand ?",
            &[
                "Selon le risque",
                "Pour toutes les firmes",
                "Aucune ne le doit",
            ],
        ),
        &[Problem {
            at: ("first.toml:30:21", "toutes"),
            message: "2 of 2 wrong choices have a word that allows no exception, and no right one does",
            labels: &[("first.toml:31:16", "Aucune", "another one")],
            help: Some(
                "say in the wrong choices what somebody could really think, without such words",
            ),
        }],
    );
    for choices in [
        ["Always", "Always in spring", "Never"],
        ["Where a risk calls for it", "Never", "On demand"],
        [
            "Where a risk calls for it",
            "In all firms",
            "After all this",
        ],
    ] {
        is_silent("J210", &english("When?", &choices));
    }
}

#[test]
fn words_of_the_question_in_the_key_alone_are_noticed() {
    let prompt = "What does a risk treatment plan of an organisation have to show?";
    finds(
        "J211",
        &english(
            prompt,
            &[
                "The treatment that each organisation planned",
                "A budget",
                "Some threats",
            ],
        ),
        &[Problem {
            at: (
                "first.toml:22:13",
                "'''The treatment that each organisation planned'''",
            ),
            message: "the right choice alone repeats words of the question: “treatment”, “organisation”",
            labels: &[(
                "first.toml:21:10",
                "'''What does a risk treatment plan of an organisation have to show?'''",
                "the question",
            )],
            help: Some(
                "say the key in other words, or let a wrong choice sound like the question too",
            ),
        }],
    );
    let question = "Que montre le plan de traitement des risques d'une organisation ?";
    finds(
        "J211",
        &french(
            question,
            &["Le traitement de chaque risque", "Le budget", "Des menaces"],
        ),
        &[Problem {
            at: ("first.toml:29:13", "'''Le traitement de chaque risque'''"),
            message: "the right choice alone repeats words of the question: “traitement”, “risque”",
            labels: &[(
                "first.toml:28:10",
                "'''Que montre le plan de traitement des risques d'une organisation ?'''",
                "the question",
            )],
            help: Some(
                "say the key in other words, or let a wrong choice sound like the question too",
            ),
        }],
    );
    is_silent(
        "J211",
        &english(
            prompt,
            &[
                "The treatment that each organisation planned",
                "The budget for treatment",
                "Some threats",
            ],
        ),
    );
    is_silent(
        "J211",
        &english(
            prompt,
            &["Who treats what, and by when", "A budget", "Some threats"],
        ),
    );
}

#[test]
fn grammar_that_gives_the_key_away_is_noticed() {
    let cue = english(
        "ISO/IEC 27002 is an",
        &["aid to choosing controls", "law", "policy of a firm"],
    );
    insta::assert_snapshot!("two-labels", advice("J212", &cue));
    finds(
        "J212",
        &cue,
        &[Problem {
            at: ("first.toml:21:30", "an"),
            message: "the question ends in “an”, which 2 of 3 choices don't fit",
            labels: &[
                ("first.toml:23:13", "'''law'''", "this one"),
                ("first.toml:24:13", "'''policy of a firm'''", "this one"),
            ],
            help: Some(
                "take “an” out of the question and begin each choice with the word that it needs",
            ),
        }],
    );
    finds(
        "J212",
        &french("La DdA est une", &["déclaration", "document", "règlement"]),
        &[Problem {
            at: ("first.toml:28:24", "une"),
            message: "the question ends in “une”, which 2 of 3 choices don't fit",
            labels: &[
                ("first.toml:30:13", "'''document'''", "this one"),
                ("first.toml:31:13", "'''règlement'''", "this one"),
            ],
            help: Some(
                "take “une” out of the question and begin each choice with the word that it needs",
            ),
        }],
    );
    finds(
        "J212",
        &english(
            "A nurse listens with an ____.",
            &["otoscope", "stethoscope", "horn"],
        ),
        &[Problem {
            at: ("first.toml:21:34", "an"),
            message: "the question has a blank behind “an”, which 2 of 3 choices don't fit",
            labels: &[
                ("first.toml:23:13", "'''stethoscope'''", "this one"),
                ("first.toml:24:13", "'''horn'''", "this one"),
            ],
            help: Some(
                "take “an” out of the question and begin each choice with the word that it needs",
            ),
        }],
    );
    for prompt in [
        "ISO/IEC 27002 is",
        "What is an aid?",
        "ISO/IEC 27002 is ____.",
        "ISO/IEC 27002 is an aid:",
    ] {
        is_silent(
            "J212",
            &english(
                prompt,
                &["aid to choosing controls", "law", "policy of a firm"],
            ),
        );
    }
    is_silent(
        "J212",
        &english("It is an", &["aid", "obligation", "act of parliament"]),
    );
    is_silent(
        "J212",
        &french(
            "La DdA est",
            &["une déclaration", "un document", "un règlement"],
        ),
    );
}
