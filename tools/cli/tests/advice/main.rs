//! What the rules that hold the languages of a bank against one another find, and what they pass over.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod language;
mod marks;
mod numbers;
#[path = "../small/mod.rs"]
mod small;

use small::{Problem, advice, finds, is_silent, stated};

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

/// The same without pairs: no wording has the name of another.
fn apart(english: &[&str], french: &[&str]) -> String {
    let mut names = 0..;
    let question = prompts(english, french);
    let lines = question.lines().map(|line| match line {
        "[[question.en]]" | "[[question.fr]]" => {
            format!("{line}\nid = \"w{}\"\n", names.next().unwrap_or(0))
        }
        line => format!("{line}\n"),
    });
    lines.collect()
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

#[test]
fn a_language_with_fewer_wordings_is_noticed() {
    let few = prompts(
        &["Guidance binds nobody.", "Nobody has to follow a guide."],
        &["Une recommandation n'oblige personne."],
    );
    finds(
        "J101",
        &few,
        &[Problem {
            at: (
                "first.toml:23:10",
                "'''Une recommandation n'oblige personne.'''",
            ),
            message: "there is 1 wording in `fr`, but 2 in `en`",
            labels: &[],
            help: Some("add another [[question.fr]], written for its readers"),
        }],
    );
    is_silent(
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
    finds(
        "J107",
        &prompts(&[denied], &["Laquelle de ces phrases est une exigence ?"]),
        &[Problem {
            at: (
                "first.toml:19:10",
                "'''Laquelle de ces phrases est une exigence ?'''",
            ),
            message: "the wording in `en` denies with `not`, and the one in `fr` doesn't",
            labels: &[("first.toml:15:31", "not", "`not` in `en`")],
            help: Some("the key is the same in both: let both deny, or both affirm"),
        }],
    );
    finds(
        "J107",
        &prompts(&["It is a requirement."], &["Ce n'est pas une exigence."]),
        &[Problem {
            at: ("first.toml:15:10", "'''It is a requirement.'''"),
            message: "the wording in `fr` denies with `pas`, and the one in `en` doesn't",
            labels: &[("first.toml:19:22", "pas", "`pas` in `fr`")],
            help: Some("the key is the same in both: let both deny, or both affirm"),
        }],
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
    finds(
        "J107",
        &choice("It doesn't bind anybody", "Il oblige tout le monde"),
        &[Problem {
            at: ("first.toml:28:13", "'''Il oblige tout le monde'''"),
            message: "the wording in `en` denies with `n't`, and the one in `fr` doesn't",
            labels: &[("first.toml:22:23", "n't", "`n't` in `en`")],
            help: Some("the key is the same in both: let both deny, or both affirm"),
        }],
    );
}

#[test]
fn a_negation_that_both_languages_have_is_passed_over() {
    let denied = "Which of these is not a requirement?";
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
    ] {
        is_silent("J107", &prompts(english, french));
    }
    let free = apart(
        &[denied, "Which one can wait?"],
        &["Laquelle peut attendre ?", "Laquelle est de trop ?"],
    );
    is_silent("J107", &free);
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
    finds(
        "J110",
        &copied,
        &[Problem {
            at: (
                "first.toml:19:10",
                "'''What do people in a company use this standard for?'''",
            ),
            message: "this wording in `en` is nearly the same as another one",
            labels: &[(
                "first.toml:15:10",
                "'''What do people in a company use the standard for?'''",
                "the other one",
            )],
            help: Some(
                "ask in other words, with another case or from another side; or take one of them out",
            ),
        }],
    );
    let anew = prompts(
        &[
            "What do people use the standard for?",
            "Why would a colleague open the standard?",
        ],
        &["À quoi sert la norme ?", "Que cherche-t-on dans la norme ?"],
    );
    is_silent("J110", &anew);
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
    finds(
        "J111",
        &question(dense),
        &[Problem {
            at: ("first.toml:19:10", "'''On relit la liste.'''"),
            message: "the texts in `fr` are far harder to read than those in `en`: ease -65 against 110",
            labels: &[(
                "first.toml:15:10",
                "'''The list is read again.'''",
                "easier, in `en`",
            )],
            help: Some("shorter sentences and shorter words make those in `fr` easier"),
        }],
    );
    is_silent("J111", &question(level));
    is_silent("J111", &prompts(&["It is so."], &["Incontestablement."]));
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
    finds(
        "J102",
        &stated(&[english.concat(), french("2013").concat()].concat()),
        &[Problem {
            at: ("first.toml:26:28", "2013"),
            message: "the wording in `en` says `2022`, and the wording in `fr` `2013`",
            labels: &[("first.toml:21:29", "2022", "`2022` in `en`")],
            help: Some("write the same number in both"),
        }],
    );
    is_silent(
        "J102",
        &stated(&[english.concat(), french("2022").concat()].concat()),
    );
}

#[test]
fn gaps_in_another_order_are_noticed() {
    let question = |french: &str| {
        format!(
            "[[question]]\nid = \"q\"\nkind = \"gaps\"\nconcepts = [\"guidance\"]\n\n[[question.gap]]\nid = \"a\"\nnumber = 4\n\n\
             [[question.gap]]\nid = \"b\"\nnumber = 10\n\n[[question.en]]\nprompt = \"Fill in.\"\n\
             text = \"From {{{{a}}}} to {{{{b}}}}.\"\nexplanation = \".\"\n\n[[question.fr]]\nprompt = \"Complétez.\"\ntext = \"{french}\"\nexplanation = \".\"\n"
        )
    };
    let swapped = advice("J112", &question("Jusqu'à {{b}}, depuis {{a}}."));
    assert!(
        swapped.contains("the gap `b` stands where the wording in `en` has `a`"),
        "{swapped}"
    );
    is_silent("J112", &question("De {{a}} à {{b}}."));
}

#[test]
fn a_wording_without_a_partner_is_noticed() {
    let unpaired = advice("J101", &apart(&["It advises."], &["Elle conseille."]));
    assert!(
        unpaired.contains("no wording in `fr` has the name of this one, `w0`"),
        "{unpaired}"
    );
    is_silent("J101", &prompts(&["It advises."], &["Elle conseille."]));
}
