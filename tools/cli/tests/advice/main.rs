//! What a person sees of the rules that hold the languages of a bank against one another, and what they pass over.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod language;
mod marks;
mod numbers;
#[path = "../small/mod.rs"]
mod small;

use small::{advice, stated};

/// A wording: its language, its prompt and its explanation.
fn wording(lang: &str, prompt: &str, explanation: &str) -> String {
    format!("[[question.{lang}]]\nprompt = '''{prompt}'''\nexplanation = '''{explanation}'''\n\n")
}

/// A true-false question that asks these in English and those in French.
fn prompts(english: &[&str], french: &[&str]) -> String {
    let en = english
        .iter()
        .map(|prompt| wording("en", prompt, "It is written there."));
    let fr = french
        .iter()
        .map(|prompt| wording("fr", prompt, "C'est écrit."));
    stated(&en.chain(fr).collect::<String>())
}

/// A question with one wording in each language, of which one choice says this and that.
fn choice(english: &str, french: &str) -> String {
    let wording = |lang: &str, prompt: &str, own: &str, other: &str, why: &str| {
        format!(
            "[[question.{lang}]]\nprompt = \"{prompt}\"\nchoices.a = '''{own}'''\nchoices.b = \"{other}\"\nexplanation = \"{why}\"\n\n"
        )
    };
    let en = wording(
        "en",
        "What does a guide do?",
        english,
        "It binds its readers",
        "It is written there.",
    );
    let fr = wording(
        "fr",
        "Que fait un guide ?",
        french,
        "Il oblige ses lecteurs",
        "C'est écrit.",
    );
    format!(
        "[[question]]\nid = \"q\"\nkind = \"choice\"\nconcepts = [\"guidance\"]\nkey = \"a\"\n\n[[question.choice]]\nid = \"a\"\n\n\
         [[question.choice]]\nid = \"b\"\n\n{en}{fr}"
    )
}

/// Checks that a rule finds something, and what of it a person sees.
fn found(name: &str, code: &str, questions: &str) {
    let seen = advice(code, questions);
    assert!(!seen.is_empty(), "{name}: {code} finds nothing");
    insta::assert_snapshot!(name, seen);
}

/// Checks that a rule has nothing to say.
fn silent(code: &str, questions: &str) {
    assert_eq!(advice(code, questions), "", "{questions}");
}

#[test]
fn a_language_with_fewer_wordings_is_noticed() {
    let few = prompts(
        &["Guidance binds nobody.", "Nobody has to follow a guide."],
        &["Une recommandation n'oblige personne."],
    );
    found("missing-wording", "J101", &few);
    silent(
        "J101",
        &prompts(
            &["Guidance binds nobody."],
            &["Un guide n'oblige personne."],
        ),
    );
}

#[test]
fn a_negation_that_only_one_language_has_is_noticed() {
    let denied = "Which of these is not a requirement?";
    found(
        "negation-differs",
        "J107",
        &prompts(&[denied], &["Laquelle de ces phrases est une exigence ?"]),
    );
    found(
        "negation-differs-french",
        "J107",
        &prompts(&["It is a requirement."], &["Ce n'est pas une exigence."]),
    );
    for (english, french) in [
        ("Every control is required.", "Aucune mesure n'est exigée."),
        ("No audit is done.", "Un audit est fait."),
        (
            "A firm has no plan. What may it not do?",
            "Une firme n'a pas de plan. Que fait-elle ?",
        ),
    ] {
        let seen = advice("J107", &prompts(&[english], &[french]));
        assert_ne!(seen, "", "{english}");
    }
    found(
        "negation-differs-choice",
        "J107",
        &choice("It doesn't bind anybody", "Il oblige tout le monde"),
    );
    for (english, french) in [
        (
            &[denied][..],
            &["Laquelle de ces phrases n'est pas une exigence ?"][..],
        ),
        (&[denied], &["Laquelle de ces phrases est facultative ?"]),
        (
            &["All of these are asked for except one."],
            &["Tout est demandé, sauf un point."],
        ),
        (&["A guide never binds."], &["Un guide n'oblige à rien."]),
        (&["The guide is free."], &["Le guide ne coûte rien."]),
        (&["It goes step by step."], &["On avance pas à pas."]),
        (
            &["All but the first are kept."],
            &["Tous, sauf le premier, sont gardés."],
        ),
        (
            &["All are kept except the first."],
            &["Tous sont gardés, à l'exception du premier."],
        ),
        (&["It does not work."], &["Cela échoue."]),
        (&["It is unauthorised."], &["Ce n'est pas autorisé."]),
        (
            &["It is not only a law but a duty."],
            &["C'est à la fois une loi et un devoir."],
        ),
        (
            &["It lists the controls only."],
            &["Elle ne liste que les mesures."],
        ),
        (
            &["It is due no later than May."],
            &["Il est dû en mai au plus tard."],
        ),
        (
            &["Which of these does not belong?"],
            &["Cherchez l'intrus."],
        ),
        (
            &[denied, "Which one can wait?"],
            &["Laquelle peut attendre ?", "Laquelle est de trop ?"],
        ),
    ] {
        silent("J107", &prompts(english, french));
    }
}

#[test]
fn wordings_that_are_copies_are_noticed() {
    let copied = prompts(
        &[
            "What do people in a company use the standard for?",
            "What do people in a company use this standard for?",
        ],
        &["À quoi sert la norme ?", "Que cherche-t-on dans ce texte ?"],
    );
    found("alike-wordings", "J110", &copied);
    let anew = prompts(
        &[
            "What do people use the standard for?",
            "Why would a colleague open the standard?",
        ],
        &["À quoi sert la norme ?", "Que cherche-t-on dans la norme ?"],
    );
    silent("J110", &anew);
}

#[test]
fn reading_levels_far_apart_are_noticed() {
    let plain = "We list what has to be done. Each line has a name on it. That man or that woman sees to it. At the end of the month we \
                 look at the list again. Is it done? Good.";
    let dense = "L'établissement d'une documentation organisationnelle particulièrement approfondie, précisant les responsabilités \
                 respectivement attribuées, conditionne l'amélioration continuelle des dispositifs organisationnels précédemment \
                 identifiés, notamment concernant la réévaluation périodique des responsabilités opérationnelles.";
    let level = "On dresse la liste de ce qu'il y a à faire. Chaque ligne porte un nom. Cet homme ou cette femme s'en charge. À la fin du \
                 mois, on relit la liste. Est-ce fait ? Bien.";
    let question = |french: &str| {
        stated(
            &[
                wording("en", "The list is read again.", plain),
                wording("fr", "On relit la liste.", french),
            ]
            .concat(),
        )
    };
    found("reading-levels", "J111", &question(dense));
    silent("J111", &question(level));
    silent("J111", &prompts(&["It is so."], &["Incontestablement."]));
}

#[test]
fn wordings_of_the_same_name_are_held_against_one_another() {
    let named = |lang: &str, id: &str, prompt: &str| {
        format!(
            "[[question.{lang}]]\nid = \"{id}\"\nprompt = \"{prompt}\"\nexplanation = \".\"\n\n"
        )
    };
    let english = [
        named("en", "count", "There are 93 controls."),
        named("en", "year", "The edition is of 2022."),
    ];
    let french = |year: &str| {
        [
            named("fr", "year", &format!("L'édition est de {year}.")),
            named("fr", "count", "Il y a 93 mesures."),
        ]
    };
    found(
        "numbers-differ-named",
        "J102",
        &stated(&[english.concat(), french("2013").concat()].concat()),
    );
    silent(
        "J102",
        &stated(&[english.concat(), french("2022").concat()].concat()),
    );
}
