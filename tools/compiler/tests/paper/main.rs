//! Papers, their answer sheets and their keys.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod candidate;
mod small;

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::sync::LazyLock;

use jalon_compiler::{
    Assistance, CompiledBank, Count, Grader, Lang, PaperError, PrintOptions, Reading, Sources,
    check, paper,
};
use jalon_engine::bank::Module;
use jalon_engine::session::{Exposure, Plan, Seed};

use candidate::{Candidate, printed, questions, rows};

/// The banks that are shipped: every kind of question is in them.
static BANKS: LazyLock<Vec<CompiledBank>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questions");
    check(&Sources::read(&folder).unwrap()).banks
});

fn modules() -> impl Iterator<Item = &'static Module> {
    BANKS.iter().flat_map(CompiledBank::modules)
}

fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

fn wish(module: &str, reading: Reading) -> PrintOptions {
    PrintOptions {
        module: module.to_owned(),
        reading,
        forms: 3,
        seed: 7,
        questions: Count::AsAttempts,
    }
}

fn readings() -> [Reading; 3] {
    [
        Reading::In(lang("en")),
        Reading::In(lang("fr")),
        Reading::Both,
    ]
}

#[test]
fn who_copies_the_key_of_any_form_gets_full_points() {
    let grader = Grader::new(&BANKS);
    let mut kinds = HashSet::new();
    for (module, reading) in modules().flat_map(|module| readings().map(|own| (module, own))) {
        let wish = PrintOptions {
            questions: Count::All,
            ..wish(module.info().id.as_str(), reading)
        };
        let paper = paper(&BANKS, &wish).unwrap();
        let first = match reading {
            Reading::In(lang) => lang,
            Reading::Both => lang("en"),
        };
        for (form, key) in questions(&paper).into_iter().zip(rows(&paper)) {
            assert_eq!(form.len(), module.questions().len());
            assert_eq!(form.len(), key.len());
            for (html, (id, row)) in form.iter().zip(&key) {
                let question = module.question(&id.parse().unwrap()).unwrap();
                let candidate = Candidate {
                    question,
                    wording: printed(question, &first, html),
                    html,
                    row,
                };
                let Some(response) = candidate.answers() else {
                    continue;
                };
                kinds.insert(std::mem::discriminant(&question.body));
                let grade = grader.grade(id, &response, Assistance::default()).unwrap();
                let all = i64::from(grade.possible) * 100;
                assert_eq!(grade.earned, all, "{id}: {response:?}\n{row}");
            }
        }
    }
    // All kinds but essays, which nobody grades.
    assert_eq!(kinds.len(), 9);
}

#[test]
fn the_same_seed_gives_the_same_paper_and_another_seed_another_one() {
    for reading in readings() {
        let wish = wish("the-family", reading);
        let once = paper(&BANKS, &wish).unwrap();
        assert_eq!(paper(&BANKS, &wish).unwrap(), once);
        let other = PrintOptions { seed: 8, ..wish };
        let other = paper(&BANKS, &other).unwrap();
        assert_ne!(questions(&other), questions(&once));
    }
}

#[test]
fn no_two_forms_are_the_same() {
    for module in modules() {
        let all = PrintOptions {
            forms: 26,
            questions: Count::All,
            ..wish(module.info().id.as_str(), Reading::Both)
        };
        let paper = paper(&BANKS, &all).unwrap();
        let forms = questions(&paper);
        assert_eq!(forms.len(), 26);
        let different: BTreeSet<_> = forms.into_iter().collect();
        assert_eq!(different.len(), 26, "{}", module.info().id);
    }
}

#[test]
fn form_a_is_the_first_attempt_of_a_learner_with_that_seed() {
    for module in modules() {
        let wish = wish(module.info().id.as_str(), Reading::Both);
        let paper = paper(&BANKS, &wish).unwrap();
        let plan = Plan::draw(module, Seed(wish.seed), &Exposure::default());
        let attempt = plan.questions.iter().map(|one| one.question.to_string());
        let forms = rows(&paper);
        let form = forms[0].iter().map(|(id, _)| id.clone());
        assert!(form.eq(attempt), "{}", module.info().id);
    }
}

#[test]
fn a_form_has_as_many_questions_as_are_asked_for() {
    for (asked, expected) in [
        (Count::Exactly(1), 1),
        (Count::Exactly(20), 20),
        (Count::AsAttempts, 8),
        (Count::All, 20),
    ] {
        let wish = PrintOptions {
            questions: asked,
            ..wish("the-family", Reading::Both)
        };
        for form in questions(&paper(&BANKS, &wish).unwrap()) {
            assert_eq!(form.len(), expected);
        }
    }
}

#[test]
fn forms_share_as_few_questions_as_the_pool_allows() {
    let wish = wish("inside-the-standards", Reading::Both);
    let paper = paper(&BANKS, &PrintOptions { forms: 2, ..wish }).unwrap();
    let forms = rows(&paper);
    let ids = |form: &[(String, &str)]| -> BTreeSet<String> {
        form.iter().map(|(id, _)| id.clone()).collect()
    };
    let shared = ids(&forms[0]).intersection(&ids(&forms[1])).count();
    assert_eq!((forms[0].len(), forms[1].len(), shared), (10, 10, 0));
}

#[test]
fn both_languages_ask_every_question() {
    let wish = PrintOptions {
        questions: Count::All,
        ..wish("certification", Reading::Both)
    };
    let module = modules().find(|module| module.info().id.as_str() == "certification");
    let paper = paper(&BANKS, &wish).unwrap();
    for (html, (id, _)) in questions(&paper)[0].iter().zip(&rows(&paper)[0]) {
        let question = module.unwrap().question(&id.parse().unwrap()).unwrap();
        for tag in ["en", "fr"] {
            assert!(html.contains(&format!("<div lang=\"{tag}\">")), "{html}");
            printed(question, &lang(tag), html);
        }
    }
}

#[test]
fn what_can_not_be_printed_is_refused_with_a_reason() {
    let why = |wish: PrintOptions| paper(&BANKS, &wish).unwrap_err();
    let asked = || wish("the-family", Reading::Both);
    let refusals = [
        why(wish("the-famly", Reading::Both)),
        why(wish("the-family", Reading::In(lang("de")))),
        why(PrintOptions {
            questions: Count::Exactly(21),
            ..asked()
        }),
        why(PrintOptions {
            questions: Count::Exactly(0),
            ..asked()
        }),
        why(PrintOptions {
            forms: 27,
            ..asked()
        }),
    ];
    assert!(matches!(
        refusals[2],
        PaperError::Questions {
            asked: 21,
            there: 20
        }
    ));
    assert_eq!(
        refusals.map(|one| one.to_string()),
        [
            "no module `the-famly`; the modules are iso-27000/iso-27002-vs-27001, iso-27000/certification, iso-27000/inside-the-standards, iso-27000/using-both, iso-27000/the-family",
            "the bank has no `de`; its languages are en, fr",
            "a form of 21 questions can't be drawn: expected 1 to 20, which is how many the module has",
            "a form of 0 questions can't be drawn: expected 1 to 20, which is how many the module has",
            "27 forms: expected 1 to 26",
        ]
    );
}
