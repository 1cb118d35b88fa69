//! Numbers that differ between languages.

use super::*;

#[test]
fn a_number_that_differs_is_noticed() {
    let slip = prompts(
        &["Annex A has 93 controls."],
        &["L'annexe A compte 39 mesures."],
    );
    finds(
        "J102",
        &slip,
        &[Problem {
            at: ("first.toml:19:31", "39"),
            message: "the wording in `en` says `93`, and the wording in `fr` `39`",
            labels: &[("first.toml:15:25", "93", "`93` in `en`")],
            help: Some("write the same number in both"),
        }],
    );
    let lost = apart(
        &[
            "ISO/IEC 27001:2022 asks for it in 6.1.3.",
            "Clause 6.1.3 of ISO/IEC 27001:2022 asks for it.",
        ],
        &[
            "La norme le demande.",
            "C'est une demande de la norme, en 6.1.3.",
        ],
    );
    finds(
        "J102",
        &lost,
        &[Problem {
            at: ("first.toml:16:21", "27001"),
            message: "`27001` and `2022` are in every wording in `en`, and in none in `fr`",
            labels: &[("first.toml:26:10", "'''La norme le demande.'''", "in `fr`")],
            help: Some("say it in both, or in neither"),
        }],
    );
    finds(
        "J102",
        &choice(
            "It comments on ISO/IEC 27001",
            "Il commente l'ISO/IEC 27002",
        ),
        &[Problem {
            at: ("first.toml:28:38", "27002"),
            message: "the wording in `en` says `27001`, and the wording in `fr` `27002`",
            labels: &[("first.toml:22:39", "27001", "`27001` in `en`")],
            help: Some("write the same number in both"),
        }],
    );
    let code = prompts(
        &["A.8.2 is about rights."],
        &["La mesure A.8.3 porte sur les droits."],
    );
    finds(
        "J102",
        &code,
        &[Problem {
            at: ("first.toml:19:25", "8.3"),
            message: "the wording in `en` says `8.2`, and the wording in `fr` `8.3`",
            labels: &[("first.toml:15:15", "8.2", "`8.2` in `en`")],
            help: Some("write the same number in both"),
        }],
    );
}

#[test]
fn a_choice_whose_number_stands_alone_is_noticed() {
    let wording = |lang: &str, prompt: &str, own: &str| {
        format!(
            "[[question.{lang}]]\nprompt = \"{prompt}\"\nchoices.a = \"ISO/IEC {own}\"\nchoices.b = \"ISO 9001\"\nexplanation = \".\"\n\n"
        )
    };
    let question = |last: &str| {
        let wordings = [
            wording("en", "Which one is the guide?", "27002"),
            wording(
                "en",
                "A colleague wants advice. Which one do you lend?",
                "27002",
            ),
            wording("fr", "Laquelle est le guide ?", "27002"),
            wording(
                "fr",
                "Un collègue cherche conseil. Laquelle lui prêtez-vous ?",
                last,
            ),
        ];
        format!(
            "[[question]]\nid = \"q\"\nkind = \"choice\"\nconcepts = [\"guidance\"]\nkey = \"a\"\n\n[[question.choice]]\nid = \
             \"a\"\n\n[[question.choice]]\nid = \"b\"\n\n{}",
            wordings.concat()
        )
    };
    finds(
        "J102",
        &question("27001"),
        &[Problem {
            at: ("first.toml:40:22", "27001"),
            message: "the wording in `en` says `27002`, and the wording in `fr` `27001`",
            labels: &[("first.toml:28:22", "27002", "`27002` in `en`")],
            help: Some("write the same number in both"),
        }],
    );
    is_silent("J102", &question("27002"));
    // Without pairs, it is held against all others.
    let mut names = 0..;
    let lines = question("27001");
    let lines = lines.lines().map(|line| match line {
        "[[question.en]]" | "[[question.fr]]" => {
            format!("{line}\nid = \"w{}\"\n", names.next().unwrap_or(0))
        }
        line => format!("{line}\n"),
    });
    let alone = advice("J102", &lines.collect::<String>());
    assert!(
        alone.contains("this wording says `27001`, and every other one `27002`"),
        "{alone}"
    );
}

#[test]
fn a_number_that_differs_is_noticed_wherever_learners_read_it() {
    let explained = |english: &str, french: &str| {
        let wordings = [
            wording("en", "It is so.", english),
            wording("fr", "C'est ainsi.", french),
        ];
        stated(&wordings.concat())
    };
    finds(
        "J102",
        &explained("Clause 9.2 says so.", "L'article 9.3 le dit."),
        &[Problem {
            at: ("first.toml:20:28", "9.3"),
            message: "the wording in `en` says `9.2`, and the wording in `fr` `9.3`",
            labels: &[("first.toml:16:25", "9.2", "`9.2` in `en`")],
            help: Some("write the same number in both"),
        }],
    );
    // Each is said somewhere, and yet one stands in the place of the other.
    let swapped = [
        wording(
            "en",
            "ISO/IEC 27001 is for certification.",
            "27001 binds, 27002 advises.",
        ),
        wording(
            "fr",
            "L'ISO/IEC 27002 sert à certifier.",
            "27001 oblige, 27002 conseille.",
        ),
    ];
    finds(
        "J102",
        &stated(&swapped.concat()),
        &[Problem {
            at: ("first.toml:19:23", "27002"),
            message: "the wording in `en` says `27001`, and the wording in `fr` `27002`",
            labels: &[("first.toml:15:21", "27001", "`27001` in `en`")],
            help: Some("write the same number in both"),
        }],
    );
    finds(
        "J102",
        &prompts(&["It lasts three years."], &["Elle dure quatre ans."]),
        &[Problem {
            at: ("first.toml:19:23", "quatre"),
            message: "the wording in `en` says `three`, and the wording in `fr` `quatre`",
            labels: &[("first.toml:15:22", "three", "`three` in `en`")],
            help: Some("write the same number in both"),
        }],
    );
    for (english, french) in [
        (
            "Give 500 milligrams at once.",
            "Donnez aussitôt 250 milligrammes.",
        ),
        ("Tell them within 24 hours.", "Dites-le sous 12 heures."),
    ] {
        let seen = advice("J102", &prompts(&[english], &[french]));
        assert_ne!(seen, "", "{english}");
    }
}

#[test]
fn a_number_that_differs_beside_the_wordings_is_noticed() {
    let feedback = prompts(&["It is so."], &["C'est ainsi."]).replace(
        "key = true",
        "key = true\nfeedback.true.en = \"Yes: up to 5 %.\"\nfeedback.true.fr = \"Oui : jusqu'à 6 %.\"",
    );
    finds(
        "J102",
        &feedback,
        &[Problem {
            at: ("first.toml:14:35", "6"),
            message: "the feedback in `en` says `5`, and the feedback in `fr` `6`",
            labels: &[("first.toml:13:32", "5", "`5` in `en`")],
            help: Some("write the same number in both"),
        }],
    );
    let stimulus = format!(
        "[[stimulus]]\nid = \"report\"\ntext.en = \"On 3 March, five risks. See [it](https://a.example/1).\"\n\
         text.fr = \"Le 4 mars, cinq risques. Voir [là](https://a.example/2).\"\n\n{}",
        prompts(&["It is so."], &["C'est ainsi."])
            .replace("key = true", "key = true\nstimulus = \"report\"")
    );
    finds(
        "J102",
        &stimulus,
        &[Problem {
            at: ("first.toml:11:15", "4"),
            message: "the stimulus in `en` says `3`, and the stimulus in `fr` `4`",
            labels: &[("first.toml:10:15", "3", "`3` in `en`")],
            help: Some("write the same number in both"),
        }],
    );
}

#[test]
fn the_same_number_in_other_ways_of_writing_is_passed_over() {
    for (english, french) in [
        ("It has 1,234 pages.", "Elle a 1 234 pages."),
        ("It has 1,234 pages.", "Elle a 1\u{202F}234 pages."),
        ("It costs 2.5 % more.", "Elle coûte 2,5 % de plus."),
        ("ISO 27001 says so.", "L'ISO 27 001 le dit."),
        ("There are three themes.", "Il y a 3 thèmes."),
        (
            "There are 93 controls.",
            "Il y a quatre-vingt-treize mesures.",
        ),
        ("There are 4 themes.", "Il y a quatre thèmes."),
        ("It was the 19th century.", "C'était au XIXe siècle."),
        (
            "The 1st edition is old.",
            "La première édition est ancienne.",
        ),
        ("It starts at 3 pm.", "Cela commence à 15 h."),
        ("It has 1000 pages.", "Elle a mille pages."),
        (
            "See `A.5.15` of ISO/IEC 27002:2022.",
            "Voir 5.15 dans l'ISO/IEC 27002:2022.",
        ),
        ("It has some pages.", "Elle a quelques pages."),
        ("It has 1,000 pages.", "Elle a 1.000 pages."),
        (
            "It was so in the 1990s.",
            "C'était ainsi dans les années 90.",
        ),
        ("Half of them are open.", "50 % d'entre eux sont ouverts."),
        (
            "Count ISO/IEC 27001. Three are new.",
            "Comptez l'ISO/IEC 27001. Trois sont neuves.",
        ),
        ("It is at 2:30 p.m. sharp.", "C'est à 14 h 30 précises."),
        ("`range(1,10)` gives nine.", "`range(1,10)` en donne neuf."),
        (
            "Ports 22,80,443 are open.",
            "Les ports 22,80,443 sont ouverts.",
        ),
        ("It is {0} of %.2f.", "C'est {0} de %.2f."),
    ] {
        is_silent("J102", &prompts(&[english], &[french]));
    }
    // Wordings that are no pairs may each have numbers of their own.
    let free = apart(
        &[
            "A firm of 40 people backs up on Mondays.",
            "A hospital with 900 beds backs up daily.",
        ],
        &[
            "Un bureau de 12 personnes sauvegarde le lundi.",
            "Une banque sauvegarde chaque nuit à 2 heures.",
        ],
    );
    is_silent("J102", &free);
    // What the prompt leaves to a choice or to the explanation is said all the same.
    is_silent(
        "J102",
        &choice("It says what 27001 means", "Il explique la norme 27001"),
    );
}
