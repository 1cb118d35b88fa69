//! Choices that give the key away, say the same, or are too few.

use super::*;

#[test]
fn two_choices_that_say_the_same_are_noticed() {
    sees(
        "same-choices",
        "J208",
        &english(
            "What?",
            &["A scope", "A security policy", "Security policies"],
        ),
    );
    sees(
        "choices-one-letter-apart",
        "J208",
        &french(
            "Quoi ?",
            &[
                "Un périmètre",
                "Un organisme accrédité",
                "Un organisme accrédite",
            ],
        ),
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
    sees(
        "overlapping-ranges",
        "J209",
        &english(
            "How long?",
            &["1 to 5 years", "5 to 10 years", "More than 10 years"],
        ),
    );
    sees(
        "choice-with-more",
        "J209",
        &french(
            "Quoi ?",
            &["la politique", "la politique et le périmètre", "le budget"],
        ),
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
    sees(
        "absolute-words",
        "J210",
        &english(
            "When?",
            &[
                "Where a risk calls for it",
                "Always",
                "Never, whatever the risk",
            ],
        ),
    );
    sees(
        "mots-absolus",
        "J210",
        &french(
            "Quand ?",
            &[
                "Selon le risque",
                "Pour toutes les firmes",
                "Aucune ne le doit",
            ],
        ),
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
    sees(
        "stem-in-key",
        "J211",
        &english(
            prompt,
            &[
                "The treatment that each organisation planned",
                "A budget",
                "Some threats",
            ],
        ),
    );
    let question = "Que montre le plan de traitement des risques d'une organisation ?";
    sees(
        "mots-de-la-question",
        "J211",
        &french(
            question,
            &["Le traitement de chaque risque", "Le budget", "Des menaces"],
        ),
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
    sees(
        "grammar-cue",
        "J212",
        &english(
            "ISO/IEC 27002 is an",
            &["aid to choosing controls", "law", "policy of a firm"],
        ),
    );
    sees(
        "article-de-la-question",
        "J212",
        &french("La DdA est une", &["déclaration", "document", "règlement"]),
    );
    sees(
        "grammar-cue-blank",
        "J212",
        &english(
            "A nurse listens with an ____.",
            &["otoscope", "stethoscope", "horn"],
        ),
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
