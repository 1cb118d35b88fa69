//! Placeholders, links, stress and code that differ between languages.

use super::*;

#[test]
fn a_placeholder_that_differs_is_noticed() {
    finds(
        "J103",
        &prompts(
            &["Is {x} percent enough?"],
            &["{y} pour cent suffisent-ils ?"],
        ),
        &[
            Problem {
                at: ("first.toml:15:16", "{x}"),
                message: "`{x}` is in `en`, and not in `fr`",
                labels: &[],
                help: Some("write the same placeholder in both, or take it out of both"),
            },
            Problem {
                at: ("first.toml:19:13", "{y}"),
                message: "`{y}` is in `fr`, and not in `en`",
                labels: &[],
                help: Some("write the same placeholder in both, or take it out of both"),
            },
        ],
    );
    finds(
        "J103",
        &prompts(&["Dear %s, is it so?"], &["Cher ami, est-ce vrai ?"]),
        &[Problem {
            at: ("first.toml:15:18", "%s"),
            message: "`%s` is in `en`, and not in `fr`",
            labels: &[],
            help: Some("write the same placeholder in both, or take it out of both"),
        }],
    );
    for lost in [
        "{{ name }}",
        "${name}",
        "$name",
        "#{name}",
        "%.2f",
        "%1$s",
        "[NAME]",
        "____",
    ] {
        let english = format!("It is {lost} here.");
        let seen = advice("J103", &prompts(&[&english], &["C'est ici."]));
        assert_ne!(seen, "", "{lost}");
    }
    // It is in a choice of the other language, and not where it was.
    let kept = choice("It is {x} here", "C'est ici").replace("Que fait un guide", "Que fait {x}");
    assert_ne!(advice("J103", &kept), "");
    for (english, french) in [
        (
            "Is {x} enough for %(name)s?",
            "Est-ce que {x} suffit à %(name)s ?",
        ),
        ("The set {1, 2} is finite.", "L'ensemble est fini."),
        ("It is 50 % do you think?", "C'est la moitié, non ?"),
        ("It is ____ here.", "C'est ________ ici."),
        ("It costs $500 [sic].", "Elle coûte 500 $."),
        ("In `f{x}` it is code.", "Dans `f`, c'est du code."),
    ] {
        is_silent("J103", &prompts(&[english], &[french]));
    }
}

#[test]
fn links_that_only_one_language_has_are_noticed() {
    let link = "What does [the catalogue](https://www.iso.org/) list?";
    finds(
        "J104",
        &prompts(&[link], &["Que recense le catalogue ?"]),
        &[Problem {
            at: ("first.toml:15:39", "https://www.iso.org/"),
            message: "there is 1 link in `en`, and no link in `fr`",
            labels: &[],
            help: Some(
                "put the link into both languages, to another address where it has its own there",
            ),
        }],
    );
    is_silent(
        "J104",
        &prompts(
            &[link],
            &["Que recense [le catalogue](https://www.iso.org/fr/) ?"],
        ),
    );
    is_silent(
        "J104",
        &prompts(
            &[link, "What is in the catalogue?"],
            &["Que recense [le catalogue](https://www.iso.org/fr/) ?"],
        ),
    );
    is_silent(
        "J104",
        &prompts(&["[sic] it is said"], &["On le dit (ainsi)"]),
    );
    let page = |page: &str| format!("It is in [the list](https://www.iso.org/{page}).");
    let french = |page: &str| {
        page.replace("It is in", "C'est dans")
            .replace("the list", "la liste")
    };
    finds(
        "J104",
        &prompts(&[&page("27001.html")], &[&french(&page("27002.html"))]),
        &[Problem {
            at: ("first.toml:19:35", "https://www.iso.org/27002.html"),
            message: "the two languages link to different pages of one site",
            labels: &[(
                "first.toml:15:33",
                "https://www.iso.org/27001.html",
                "in `en`",
            )],
            help: Some("check both; an address that names its language, as in /fr/, may differ"),
        }],
    );
    for other in [
        page("27001.html"),
        page("fr/27001.html"),
        page("27001.html").replace("www.iso.org", "www.afnor.org"),
    ] {
        is_silent("J104", &prompts(&[&page("27001.html")], &[&french(&other)]));
    }
}

#[test]
fn stress_that_only_one_language_has_is_noticed() {
    let stressed = "Which of these is **not** asked for?";
    finds(
        "J105",
        &prompts(&[stressed], &["Lequel n'est pas demandé ?"]),
        &[Problem {
            at: ("first.toml:19:10", "'''Lequel n'est pas demandé ?'''"),
            message: "the wording in `en` stresses a word of its prompt, and the one in `fr` doesn't",
            labels: &[(
                "first.toml:15:10",
                "'''Which of these is **not** asked for?'''",
                "stressed in `en`",
            )],
            help: Some("put *stars* around the same word in both languages, or in neither"),
        }],
    );
    // What both set as code stresses nothing.
    let coded = prompts(&["`f()` does **not** stop."], &["`f()` ne finit pas."]);
    assert_ne!(advice("J105", &coded), "");
    for (english, french) in [
        (&[stressed][..], &["Lequel n'est *pas* demandé ?"][..]),
        (&[stressed], &["Lequel n'est PAS demandé ?"]),
        (&["Where is *shall* used?"], &["Où trouve-t-on « doit » ?"]),
    ] {
        is_silent("J105", &prompts(english, french));
    }
    let free = apart(
        &[stressed, "Which one can be left out?"],
        &["Lequel n'est pas demandé ?"],
    );
    is_silent("J105", &free);
}

#[test]
fn code_that_differs_is_noticed() {
    finds(
        "J106",
        &prompts(&["It calls `chmod`."], &["On appelle `chmode`."]),
        &[Problem {
            at: ("first.toml:19:25", "chmode"),
            message: "`chmode` is in the wording in `fr`, and not in the one in `en`",
            labels: &[("first.toml:15:10", "'''It calls `chmod`.'''", "in `en`")],
            help: Some("code is the same in every language: write it letter by letter"),
        }],
    );
    is_silent(
        "J106",
        &prompts(&["It calls `chmod`."], &["On appelle chmod."]),
    );
    // Each is said somewhere, and yet one stands in the place of the other.
    let swapped = [
        wording("en", "`push` adds a value.", "`pop` takes it away."),
        wording(
            "fr",
            "`pop` ajoute une valeur.",
            "`push` l'ajoute, `pop` l'enlève.",
        ),
    ];
    finds(
        "J106",
        &stated(&swapped.concat()),
        &[Problem {
            at: ("first.toml:19:14", "pop"),
            message: "`fr` says `pop`, and `en` says `push`",
            labels: &[("first.toml:15:14", "push", "in `en`")],
            help: Some("code is the same in every language: write it letter by letter"),
        }],
    );
    let signs = prompts(&["Is it `i++`?"], &["Est-ce `++i` ?"]);
    assert_ne!(advice("J106", &signs), "");
    is_silent("J106", &prompts(&["See `A.5.15`."], &["Voir `A.5.15`."]));
    is_silent(
        "J106",
        &apart(
            &["It calls `chmod`.", "It changes rights."],
            &["On change les droits."],
        ),
    );
}
