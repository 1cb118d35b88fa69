//! Placeholders, links, stress and code that differ between languages.

use super::*;

#[test]
fn a_placeholder_that_differs_is_noticed() {
    found(
        "placeholders-differ",
        "J103",
        &prompts(
            &["Is {x} percent enough?"],
            &["{y} pour cent suffisent-ils ?"],
        ),
    );
    found(
        "placeholders-differ-printf",
        "J103",
        &prompts(&["Dear %s, is it so?"], &["Cher ami, est-ce vrai ?"]),
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
        silent("J103", &prompts(&[english], &[french]));
    }
}

#[test]
fn links_that_only_one_language_has_are_noticed() {
    let link = "What does [the catalogue](https://www.iso.org/) list?";
    found(
        "links-differ",
        "J104",
        &prompts(&[link], &["Que recense le catalogue ?"]),
    );
    silent(
        "J104",
        &prompts(
            &[link],
            &["Que recense [le catalogue](https://www.iso.org/fr/) ?"],
        ),
    );
    silent(
        "J104",
        &prompts(
            &[link, "What is in the catalogue?"],
            &["Que recense [le catalogue](https://www.iso.org/fr/) ?"],
        ),
    );
    silent(
        "J104",
        &prompts(&["[sic] it is said"], &["On le dit (ainsi)"]),
    );
    let page = |page: &str| format!("It is in [the list](https://www.iso.org/{page}).");
    let french = |page: &str| {
        page.replace("It is in", "C'est dans")
            .replace("the list", "la liste")
    };
    found(
        "links-differ-page",
        "J104",
        &prompts(&[&page("27001.html")], &[&french(&page("27002.html"))]),
    );
    for other in [
        page("27001.html"),
        page("fr/27001.html"),
        page("27001.html").replace("www.iso.org", "www.afnor.org"),
    ] {
        silent("J104", &prompts(&[&page("27001.html")], &[&french(&other)]));
    }
}

#[test]
fn stress_that_only_one_language_has_is_noticed() {
    let stressed = "Which of these is **not** asked for?";
    found(
        "emphasis-differs",
        "J105",
        &prompts(&[stressed], &["Lequel n'est pas demandé ?"]),
    );
    // What both set as code stresses nothing.
    let coded = prompts(&["`f()` does **not** stop."], &["`f()` ne finit pas."]);
    assert_ne!(advice("J105", &coded), "");
    for (english, french) in [
        (&[stressed][..], &["Lequel n'est *pas* demandé ?"][..]),
        (&[stressed], &["Lequel n'est PAS demandé ?"]),
        (&["Where is *shall* used?"], &["Où trouve-t-on « doit » ?"]),
        (
            &[stressed, "Which one can be left out?"],
            &["Lequel n'est pas demandé ?"],
        ),
    ] {
        silent("J105", &prompts(english, french));
    }
}

#[test]
fn code_that_differs_is_noticed() {
    found(
        "code-differs",
        "J106",
        &prompts(&["It calls `chmod`."], &["On appelle `chmode`."]),
    );
    silent(
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
    found("code-differs-swapped", "J106", &stated(&swapped.concat()));
    let signs = prompts(&["Is it `i++`?"], &["Est-ce `++i` ?"]);
    assert_ne!(advice("J106", &signs), "");
    silent("J106", &prompts(&["See `A.5.15`."], &["Voir `A.5.15`."]));
    silent(
        "J106",
        &prompts(
            &["It calls `chmod`.", "It changes rights."],
            &["On change les droits."],
        ),
    );
}
