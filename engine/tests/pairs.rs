//! Pairs: wordings of one id in every language, which say the same and may stand side by side.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use jalon_engine::bank::{Bank, BankFile, Module, ModuleFile, ModuleInfo};
use jalon_engine::kind::true_false::TrueFalse;
use jalon_engine::session::{Exposure, Plan, Seed};
use jalon_engine::{Body, Lang, Localised, Markup, Question, Wording};

fn langs() -> (Lang, Lang) {
    ("en".parse().unwrap(), "fr".parse().unwrap())
}

/// A module of one question, with wordings of these names in English and in French.
fn module(english: &[&str], french: &[&str]) -> Module {
    let (en, fr) = langs();
    let wordings = |names: &[&str]| -> Vec<Wording> {
        let one = |name: &&str| Wording::new(name.parse().unwrap(), Markup::plain(name));
        names.iter().map(one).collect()
    };
    let all = vec![(en, wordings(english)), (fr, wordings(french))];
    let key = Body::TrueFalse(TrueFalse {
        key: true,
        ..TrueFalse::default()
    });
    let question = Question::new("q".parse().unwrap(), "c".parse().unwrap(), all.into(), key);
    let text = |text: &str| Localised::from(vec![(en, text.to_owned()), (fr, text.to_owned())]);
    let info = ModuleInfo::new("m".parse().unwrap(), text("Module"));
    let mut file = BankFile::new("b".parse().unwrap(), vec![en, fr], text("Bank"));
    file.concepts.push(jalon_engine::bank::Concept {
        id: "c".parse().unwrap(),
        name: text("Concept"),
        prerequisites: Vec::new(),
    });
    file.modules.push(info);
    let bank = Bank::new(file).unwrap();
    let file = ModuleFile::new(&bank, "m".parse().unwrap(), vec![question]);
    bank.module(file).unwrap()
}

/// The wordings that attempt after attempt asks in.
fn drawn(module: &Module, attempts: u32) -> Vec<(String, String)> {
    let (en, fr) = langs();
    let mut seen = Exposure::default();
    let mut all = Vec::new();
    for seed in 0..attempts {
        let plan = Plan::draw(module, Seed(seed), &seen);
        seen.add(&plan);
        let planned = plan.questions.first().unwrap();
        let name = |lang| planned.wordings.get(lang).unwrap().to_string();
        assert_eq!(planned.is_pair(), name(&en) == name(&fr));
        all.push((name(&en), name(&fr)));
    }
    all
}

fn pair(name: &str) -> (String, String) {
    (name.to_owned(), name.to_owned())
}

#[test]
fn the_first_attempt_asks_in_the_first_pair_and_retakes_in_the_others() {
    let module = module(&["a", "b", "c"], &["c", "a", "b"]);
    let mut drawn = drawn(&module, 3);
    assert_eq!(drawn.first(), Some(&pair("a")));
    drawn.sort();
    assert_eq!(drawn, ["a", "b", "c"].map(pair));
}

#[test]
fn wordings_of_a_pair_stay_together_however_often_it_is_asked() {
    let module = module(&["a", "b"], &["a", "b"]);
    assert!(drawn(&module, 20).iter().all(|(en, fr)| en == fr));
}

#[test]
fn a_wording_without_a_partner_comes_after_the_pairs_for_its_readers_alone() {
    let module = module(&["a", "extra"], &["a"]);
    let drawn = drawn(&module, 2);
    assert_eq!(drawn[0], pair("a"));
    assert_eq!(drawn[1], ("extra".to_owned(), "a".to_owned()));
}

#[test]
fn without_pairs_each_language_goes_its_own_way() {
    let module = module(&["a", "b"], &["c", "d"]);
    let drawn = drawn(&module, 2);
    assert_eq!(drawn[0], ("a".to_owned(), "c".to_owned()));
    assert_eq!(drawn[1], ("b".to_owned(), "d".to_owned()));
}

#[test]
fn a_retake_asks_in_other_words_only_where_every_question_has_some() {
    assert!(module(&["a", "b"], &["a", "b"]).asks_again_in_other_words());
    assert!(!module(&["a", "b"], &["a"]).asks_again_in_other_words());
}
