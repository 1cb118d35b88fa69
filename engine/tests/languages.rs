//! Which language's rules a typed answer is read by: those of the answer that it is held against.

use jalon_engine::grade::{MatchOptions, TextKey, TextMatch, Tier};
use jalon_engine::lang::Lang;
use jalon_engine::language::Rules;

fn lang(tag: &str) -> Lang {
    tag.parse().expect("a language")
}

/// In which tier a text is read as an answer of a language, in a bank of some languages.
fn read(bank: &[&str], own: Option<&str>, answer: &str, given: &str) -> Option<Tier> {
    let bank: Vec<Lang> = bank.iter().map(|tag| lang(tag)).collect();
    let own = own.map(lang);
    let answers = [(own.as_ref(), answer)];
    let key = TextKey {
        answers: &answers,
        wrong: &[],
        terms: &[],
        leeway: &MatchOptions::default(),
        rules: Rules::of(&bank),
    };
    match key.read(given) {
        TextMatch::Accepted(accepted) => Some(accepted.tier),
        _ => None,
    }
}

#[test]
fn a_language_without_rules_keeps_every_word() {
    let es = |answer, given| read(&["es", "en"], Some("es"), answer, given);
    // A word is no article because it looks like one of French.
    assert_eq!(es("La Paz", "Paz"), None);
    assert_eq!(es("Paz", "La Paz"), None);
    assert_eq!(es("declaración", "the declaración"), None);
    // Nor does it end in a plural, or stand for a number.
    assert_eq!(es("sala", "salas"), None);
    assert_eq!(es("cent anys", "100 anys"), None);
    assert_eq!(es("once", "11"), None);
    // Words inside stay, too.
    assert_eq!(es("plan de riesgos", "plan riesgos"), None);
    // What is common to all languages is read over all the same.
    assert_eq!(es("declaración", "Declaración."), Some(Tier::Form));
    assert_eq!(es("declaración", "declaracion"), Some(Tier::Accents));
    assert_eq!(es("declaración", "declarción"), Some(Tier::Typo));
    assert_eq!(es("simétrico", "asimétrico"), None);
    assert_eq!(es("asimétrico", "a simétrico"), None);
}

#[test]
fn an_answer_is_read_by_the_rules_of_its_own_language() {
    let bank = ["en", "fr"];
    let en = |answer, given| read(&bank, Some("en"), answer, given);
    let fr = |answer, given| read(&bank, Some("fr"), answer, given);
    assert_eq!(en("auditor", "the auditor"), Some(Tier::Article));
    assert_eq!(en("auditor", "le auditor"), None);
    assert_eq!(fr("auditeur", "l'auditeur"), Some(Tier::Article));
    assert_eq!(fr("auditeur", "the auditeur"), None);
    assert_eq!(en("la carte menu", "carte menu"), None);
    assert_eq!(en("six controls", "6 controls"), Some(Tier::Number));
    assert_eq!(en("seize control", "16 control"), None);
    assert_eq!(fr("seize mesures", "16 mesures"), Some(Tier::Number));
    assert_eq!(
        fr("action correctrice", "action correcteur"),
        Some(Tier::Grammar)
    );
    assert_eq!(en("matrice", "mateur"), None);
    assert_eq!(fr("niveaux", "niveau"), Some(Tier::Grammar));
    assert_eq!(en("policies", "policy"), Some(Tier::Grammar));
}

#[test]
fn the_region_of_a_language_makes_no_difference() {
    let us = read(&["en-us"], Some("en-us"), "auditor", "the auditor");
    assert_eq!(us, Some(Tier::Article));
    let ca = read(&["fr-ca"], Some("fr-ca"), "norme", "la norme");
    assert_eq!(ca, Some(Tier::Article));
}

#[test]
fn an_answer_of_no_language_is_read_by_the_rules_of_the_bank() {
    let any = |bank: &[&str], answer, given| read(bank, None, answer, given);
    assert_eq!(
        any(&["en"], "ISO 27001", "the ISO 27001"),
        Some(Tier::Article)
    );
    assert_eq!(any(&["en"], "ISO 27001", "la ISO 27001"), None);
    assert_eq!(
        any(&["en", "fr"], "ISO 27001", "la ISO 27001"),
        Some(Tier::Article)
    );
    assert_eq!(any(&["es"], "La Paz", "Paz"), None);
    assert_eq!(any(&["es", "en"], "La Paz", "Paz"), None);
    assert_eq!(any(&["es", "en"], "93", "ninety-three"), Some(Tier::Number));
}

#[test]
fn a_wrong_answer_is_read_by_the_rules_of_the_bank() {
    let (es, en) = (lang("es"), lang("en"));
    let read = |bank: &[Lang], given: &str| {
        let answers = [(Some(&es), "norma")];
        TextKey {
            answers: &answers,
            wrong: &["guía"],
            terms: &[],
            leeway: &MatchOptions::default(),
            rules: Rules::of(bank),
        }
        .read(given)
    };
    assert_eq!(read(&[es], "the guía"), TextMatch::Unknown);
    assert_eq!(read(&[es, en], "the guía"), TextMatch::KnownWrong(0));
}

#[test]
fn every_language_of_the_bank_counts_whichever_is_on_screen() {
    let (en, fr, es) = (lang("en"), lang("fr"), lang("es"));
    let answers = [
        (Some(&en), "requirement"),
        (Some(&fr), "exigence"),
        (Some(&es), "requisito"),
    ];
    let key = TextKey {
        answers: &answers,
        wrong: &[],
        terms: &[],
        leeway: &MatchOptions::default(),
        rules: Rules::of(&[en, fr, es]),
    };
    for (given, expected, tier) in [
        ("the requirements", en, Tier::Grammar),
        ("les exigences", fr, Tier::Grammar),
        ("Requisito", es, Tier::Form),
    ] {
        let TextMatch::Accepted(accepted) = key.read(given) else {
            panic!("{given} is not accepted");
        };
        assert_eq!(
            (accepted.langs, accepted.tier),
            (vec![expected], tier),
            "{given}"
        );
    }
    assert_eq!(key.read("un requisito"), TextMatch::Unknown);
}
