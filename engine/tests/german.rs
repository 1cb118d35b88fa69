//! What a teacher would say of answers typed in German, one by one.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use jalon_engine::grade::{Doubt, MatchOptions, Numeral, Order, TextKey, TextMatch, Tier, Unread};
use jalon_engine::lang::Lang;
use jalon_engine::language::Rules;

/// Holds one German answer, in a bank in German and English, against what is typed. `None` is for what is not right.
fn hold(answer: &str, table: &[(&str, Option<Tier>)]) {
    let (de, en): (Lang, Lang) = ("de".parse().unwrap(), "en".parse().unwrap());
    let answers = [(Some(&de), answer)];
    let leeway = MatchOptions::default();
    let key = TextKey {
        answers: &answers,
        wrong: &[],
        terms: &[],
        leeway: &leeway,
        rules: Rules::of(&[de, en]),
    };
    let mut off = Vec::new();
    for (given, expected) in table {
        let read = match key.read(given) {
            TextMatch::Accepted(accepted) => Some(accepted.tier),
            _ => None,
        };
        if read != *expected {
            off.push((given, expected, read));
        }
    }
    assert!(
        off.is_empty(),
        "against {answer}: (given, expected, read)\n{off:#?}"
    );
}

const EXACT: Option<Tier> = Some(Tier::Exact);
const FORM: Option<Tier> = Some(Tier::Form);
const ACCENTS: Option<Tier> = Some(Tier::Accents);
const ARTICLE: Option<Tier> = Some(Tier::Article);
const NUMBER: Option<Tier> = Some(Tier::Number);
const GRAMMAR: Option<Tier> = Some(Tier::Grammar);
const TYPO: Option<Tier> = Some(Tier::Typo);
const NO: Option<Tier> = None;

#[test]
fn articles_in_front_and_inside_are_overlooked() {
    hold(
        "Verfügbarkeit",
        &[
            ("Verfügbarkeit", EXACT),
            ("verfügbarkeit", FORM),
            ("„Verfügbarkeit“", FORM),
            ("die Verfügbarkeit", ARTICLE),
            ("der Verfügbarkeit", ARTICLE),
            ("eine Verfügbarkeit", ARTICLE),
            ("la Verfügbarkeit", NO),
            ("the Verfügbarkeit", NO),
            ("die", NO),
        ],
    );
    hold(
        "Schutz der Informationen",
        &[
            ("der Schutz der Informationen", ARTICLE),
            ("Schutz von der Informationen", NO),
            ("Schutz Informationen", GRAMMAR),
            ("Schutz einer Information", GRAMMAR),
            ("des Schutzes der Information", GRAMMAR),
        ],
    );
    hold("Des", &[("des", FORM), ("der", NO), ("das Des", ARTICLE)]);
}

#[test]
fn umlauts_and_sharp_s_may_be_spelt_out() {
    hold(
        "Prüfung",
        &[
            ("Pruefung", FORM),
            ("PRÜFUNG", FORM),
            ("PRUEFUNG", FORM),
            ("Pru\u{308}fung", FORM),
            ("Prufung", ACCENTS),
            ("die Pruefung", ARTICLE),
            ("die Prufung", ARTICLE),
            ("Prüfug", TYPO),
            ("Pruefng", TYPO),
        ],
    );
    hold("Pruefung", &[("Prüfung", FORM), ("Prüfungen", GRAMMAR)]);
    hold(
        "Maßnahme",
        &[
            ("Massnahme", FORM),
            ("MASSNAHME", FORM),
            ("MAẞNAHME", FORM),
            ("Massnahmen", GRAMMAR),
        ],
    );
    hold("Mangel", &[("Mängel", ACCENTS), ("den Mängeln", GRAMMAR)]);
    hold("Öl", &[("Oel", FORM), ("oel", FORM), ("Ol", ACCENTS)]);
    hold("Poet", &[("Pot", NO), ("Pöt", FORM)]);
    hold("neue", &[("neu", NO), ("nü", NO)]);
}

#[test]
fn plural_and_case_are_the_same_word() {
    for (answer, given) in [
        ("Anforderung", "Anforderungen"),
        ("Risikobewertung", "Risikobewertungen"),
        ("Norm", "Normen"),
        ("Prozess", "Prozesse"),
        ("Prozess", "des Prozesses"),
        ("Nachweis", "Nachweise"),
        ("Nachweis", "den Nachweisen"),
        ("Ausweis", "des Ausweises"),
        ("Audit", "Audits"),
        ("Auditor", "Auditoren"),
        ("Information", "Informationen"),
        ("Unternehmen", "des Unternehmens"),
        ("Regel", "den Regeln"),
        ("Prüfer", "den Prüfern"),
        ("Prüfer", "Prüferinnen"),
        ("Kunde", "Kunden"),
        ("System", "Systeme"),
        ("Zeugnis", "Zeugnisse"),
        ("Grundsatz", "Grundsätze"),
        ("Vorgang", "Vorgaenge"),
        ("Rathaus", "Rathäuser"),
        ("Rathaus", "den Rathäusern"),
        ("Handbuch", "Handbücher"),
        ("Mitglied", "Mitglieder"),
        ("Mitglied", "den Mitgliedern"),
        ("internes Audit", "interne Audits"),
        ("internes Audit", "ein interner Audit"),
        ("internes Audit", "einem internen Audit"),
        ("schriftlicher Nachweis", "schriftlichem Nachweis"),
        ("zertifizierte Stelle", "zertifizierter Stelle"),
    ] {
        hold(answer, &[(given, GRAMMAR)]);
        hold(given, &[(answer, GRAMMAR)]);
    }
}

#[test]
fn who_does_something_is_not_what_is_done() {
    for (answer, given) in [
        ("Prüfer", "prüfen"),
        ("Hersteller", "herstellen"),
        ("Gesellschafter", "Gesellschaft"),
        ("Eigentümer", "Eigentum"),
        ("Ausländer", "Ausland"),
        ("Kläger", "Klage"),
        ("Käufer", "Käufe"),
        ("Arbeitgeber", "Arbeitnehmer"),
        ("Zeiger", "zeigen"),
    ] {
        hold(answer, &[(given, NO)]);
        hold(given, &[(answer, NO)]);
    }
}

#[test]
fn the_opposite_is_never_a_slip() {
    hold(
        "abhängig",
        &[
            ("unabhängig", NO),
            ("nicht abhängig", NO),
            ("un abhängig", NO),
            ("abhängick", NO),
            ("abhängih", TYPO),
        ],
    );
    hold(
        "unabhängig",
        &[
            ("abhängig", NO),
            ("unabhaengig", FORM),
            ("un-abhängig", NO),
            ("unabhänig", TYPO),
        ],
    );
    hold(
        "keine Anforderung",
        &[
            ("eine Anforderung", NO),
            ("Anforderung", NO),
            ("keine Anforderungen", GRAMMAR),
            ("keine Anforderug", TYPO),
        ],
    );
    hold("ohne Prüfung", &[("Prüfung", NO), ("mit Prüfung", NO)]);
    hold("Verständnis", &[("Missverständnis", NO)]);
}

#[test]
fn numbers_may_be_written_as_words() {
    for (words, figures) in [
        ("null Fehler", "0 Fehler"),
        ("drei Jahre", "3 Jahre"),
        ("zwölf Monate", "12 Monate"),
        ("zwoelf Monate", "12 Monate"),
        ("fünf Tage", "5 Tage"),
        ("dreißig Tage", "30 Tage"),
        ("einundzwanzig Tage", "21 Tage"),
        ("siebenundneunzig Tage", "97 Tage"),
        ("dreiundneunzig", "93"),
        ("hundert Punkte", "100 Punkte"),
        ("einhundert Punkte", "100 Punkte"),
        ("zweihundertfünf Punkte", "205 Punkte"),
        ("tausend Punkte", "1000 Punkte"),
        ("zweitausenddreihundert Punkte", "2300 Punkte"),
        ("hundertundeins", "101"),
    ] {
        hold(words, &[(figures, NUMBER)]);
        hold(figures, &[(words, NUMBER)]);
    }
    hold(
        "93",
        &[
            ("neununddreißig", NO),
            ("ninety-three", NO),
            ("die 93", ARTICLE),
        ],
    );
    hold("ein Jahrhundert", &[("100", NO), ("Jahrhundert", ARTICLE)]);
}

#[test]
fn a_dot_may_group_thousands() {
    hold(
        "10.000 Euro",
        &[
            ("10000 Euro", FORM),
            ("10 000 Euro", FORM),
            ("10\u{202F}000 Euro", FORM),
            ("10.000 Euro.", FORM),
            ("10.00 Euro", NO),
            ("1.0000 Euro", NO),
        ],
    );
    hold("1.000.000", &[("1000000", FORM), ("1 000 000", FORM)]);
    hold("3,5", &[("3.5", FORM), ("35", NO)]);
    hold("5.15.001", &[("515001", NO), ("5.15001", NO)]);
    hold("31.12.2026", &[("31122026", NO), ("31. 12. 2026", FORM)]);
}

#[test]
fn slips_are_read_over_on_a_german_keyboard() {
    hold(
        "Vertraulichkeit",
        &[
            ("Vertraulichkiet", TYPO),
            ("Vertaulichkeit", TYPO),
            ("Unvertraulichkeit", NO),
        ],
    );
    // Z and t are neighbours there.
    hold("Titel", &[("Tizel", TYPO), ("Tikel", NO)]);
    hold("Norm", &[("Form", NO), ("Nrom", NO)]);
}

#[test]
fn a_list_may_be_in_any_order() {
    let de: Lang = "de".parse().unwrap();
    let answers = [(Some(&de), "Vertraulichkeit, Integrität und Verfügbarkeit")];
    let leeway = MatchOptions {
        order: Order::Any,
        ..MatchOptions::default()
    };
    let key = TextKey {
        answers: &answers,
        wrong: &[],
        terms: &[],
        leeway: &leeway,
        rules: Rules::of(&[de]),
    };
    for given in [
        "Verfügbarkeit, Integrität, Vertraulichkeit",
        "die Integrität, die Verfuegbarkeit und die Vertraulichkeit",
    ] {
        let TextMatch::Accepted(accepted) = key.read(given) else {
            panic!("{given}");
        };
        assert_eq!(accepted.tier, Tier::Order, "{given}");
    }
}

#[test]
fn german_rules_are_for_german_answers_alone() {
    let (de, en): (Lang, Lang) = ("de".parse().unwrap(), "en".parse().unwrap());
    let leeway = MatchOptions::default();
    let read = |lang: &Lang, answer: &str, given: &str| {
        let answers = [(Some(lang), answer)];
        let key = TextKey {
            answers: &answers,
            wrong: &[],
            terms: &[],
            leeway: &leeway,
            rules: Rules::of(&[de, en]),
        };
        matches!(key.read(given), TextMatch::Accepted(_))
    };
    assert!(read(&de, "Würfel", "die Würfel") && !read(&en, "cast", "die cast"));
    assert!(!read(&en, "risk", "des risk") && !read(&en, "27001", "27.001"));
    assert!(!read(&en, "Führer", "Fuehrer of it"));
    assert!(read(&en, "the audit", "audit") && !read(&de, "the Audit", "Audit"));
}

#[test]
fn a_typed_number_may_be_written_as_in_german() {
    for (typed, expected) in [
        ("3,5", "3.5"),
        ("0,25", "0.25"),
        ("1.234,5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1\u{202F}234,5", "1234.5"),
        ("1'234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("12,5%", "12.5%"),
        ("-7,0", "-7.0"),
    ] {
        let read = Numeral::read(typed);
        assert_eq!(
            read.map(|own| own.as_str().to_owned()),
            Ok(expected.to_owned())
        );
    }
    // Whose point it is can't be told: the learner is asked.
    let doubt = Doubt {
        grouped: "1234".to_owned(),
        decimal: "1.234".to_owned(),
    };
    assert_eq!(Numeral::read("1.234"), Err(Unread::Ambiguous(doubt)));
}
