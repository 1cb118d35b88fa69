//! Questions that share a stimulus stand together, whatever is drawn.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod common;

use common::{HEADER, module, module_json, module_of};
use jalon_engine::bank::Module;
use jalon_engine::id::QuestionId;
use jalon_engine::json;
use jalon_engine::session::{Exposure, Plan, Seed, Session};
use jalon_engine::time::Moment;
use proptest::prelude::*;
use serde_json::{Value, json};

/// The common module, with a stimulus for each question that names one, and so many questions per attempt.
fn sharing(names: &[Option<&str>], draw: usize) -> Module {
    let mut file: Value = serde_json::from_str(&module_json()).unwrap();
    let text = |text: &str| json!([{"p": [{"t": text}]}]);
    let all = ["report", "plan"];
    file["stimuli"] = all
        .iter()
        .map(|id| json!({"id": id, "text": {"en": text(id), "fr": text(id)}}))
        .collect();
    let questions = file["questions"].as_array_mut().unwrap();
    for (question, name) in questions.iter_mut().zip(names) {
        if let Some(name) = name {
            question["stimulus"] = json!(name);
        }
    }
    let header = HEADER.replace("\"draw\": 4", &format!("\"draw\": {draw}"));
    module_of(&header, &file.to_string())
}

fn any_names() -> impl Strategy<Value = Vec<Option<&'static str>>> {
    let name = prop_oneof![Just(None), Just(Some("report")), Just(Some("plan"))];
    prop::collection::vec(name, 6)
}

fn session(module: &Module, seed: u32) -> Session {
    let id = "a-1".parse().unwrap();
    Session::start(
        module.clone(),
        id,
        Seed(seed),
        &Exposure::default(),
        Moment(1),
    )
}

/// The places, in their author's order, of the questions of a plan.
fn places(module: &Module, plan: &Plan) -> Vec<usize> {
    let questions = module.questions();
    let place = |id: &QuestionId| questions.iter().position(|question| question.id == *id);
    let planned = plan.questions.iter();
    planned.map(|one| place(&one.question).unwrap()).collect()
}

/// The places in runs of neighbours that share a stimulus; a question without one is a run of its own.
fn runs<'n>(places: &[usize], names: &[Option<&'n str>]) -> Vec<(Option<&'n str>, Vec<usize>)> {
    let mut runs: Vec<(Option<&str>, Vec<usize>)> = Vec::new();
    for &place in places {
        match runs.last_mut() {
            Some((Some(name), run)) if names[place] == Some(*name) => run.push(place),
            _ => runs.push((names[place], vec![place])),
        }
    }
    runs
}

proptest! {
    #[test]
    fn what_shares_a_stimulus_stands_together_in_its_authors_order(
        names in any_names(), draw in 1usize..=6, seed: u32,
    ) {
        let module = sharing(&names, draw);
        let plan = Plan::draw(&module, Seed(seed), &Exposure::default());
        let runs = runs(&places(&module, &plan), &names);
        for (n, (name, run)) in runs.iter().enumerate() {
            prop_assert!(run.is_sorted());
            prop_assert!(name.is_none() || runs.iter().skip(n + 1).all(|(other, _)| other != name));
        }
        prop_assert_eq!(&plan, &Plan::draw(&module, Seed(seed), &Exposure::default()));
    }

    #[test]
    fn a_stimulus_changes_the_order_of_a_plan_and_nothing_else(names in any_names(), draw in 1usize..=6, seed: u32) {
        let (plain, shared) = (sharing(&[], draw), sharing(&names, draw));
        let [plain_plan, plan] = [&plain, &shared].map(|one| Plan::draw(one, Seed(seed), &Exposure::default()));
        for planned in &plain_plan.questions {
            prop_assert_eq!(plan.get(&planned.question), Some(planned));
        }
        prop_assert_eq!(plain_plan.questions.len(), plan.questions.len());
        // Each stimulus stands where the first of its questions was drawn.
        let first_met = |places: Vec<usize>| {
            let mut met: Vec<(Option<&str>, usize)> = Vec::new();
            for place in places {
                let one = (names[place], if names[place].is_some() { 0 } else { place });
                if !met.contains(&one) {
                    met.push(one);
                }
            }
            met
        };
        prop_assert_eq!(first_met(places(&plain, &plain_plan)), first_met(places(&shared, &plan)));
    }

    #[test]
    fn each_stimulus_is_shown_once_for_the_questions_that_share_it(names in any_names(), draw in 1usize..=6, seed: u32) {
        let module = sharing(&names, draw);
        let session = session(&module, seed);
        let places = places(&module, session.plan());
        let mut found = Vec::new();
        for together in session.stimuli() {
            let (_, text) = together.text.iter().next().unwrap();
            found.push((text.to_plain(), together.first, together.last));
        }
        let mut expected = Vec::new();
        let mut n = 0;
        for (name, run) in runs(&places, &names) {
            if let Some(name) = name {
                expected.push((name.to_owned(), n + 1, n + run.len()));
            }
            n += run.len();
        }
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn an_open_attempt_stays_together_after_an_edit(before in any_names(), after in any_names(), seed: u32) {
        let (old, new) = (sharing(&before, 6), sharing(&after, 6));
        let head = session(&old, seed).head().clone();
        let resumed = Session::resume(new.clone(), head, &[].into_iter().collect(), None);
        let runs = runs(&places(&new, resumed.plan()), &after);
        let named = runs.iter().filter(|(name, _)| name.is_some()).count();
        let mut names: Vec<_> = after.iter().flatten().collect();
        names.sort_unstable();
        names.dedup();
        prop_assert_eq!(named, names.len());
        prop_assert_eq!(resumed.stimuli().len(), names.len());
    }
}

#[test]
fn a_stimulus_is_whole_and_there_once() {
    let bank = common::bank(HEADER);
    let sound = |change: &dyn Fn(&mut Value)| {
        let mut file: Value = serde_json::from_str(&module_json()).unwrap();
        file["stimuli"] =
            json!([{"id": "s", "text": {"en": [{"pre": "x"}], "fr": [{"pre": "x"}]}}]);
        file["questions"][0]["stimulus"] = json!("s");
        change(&mut file);
        bank.module(json::read(&file.to_string()).unwrap()).is_ok()
    };
    assert!(module().stimuli().is_empty(), "a module may have none");
    assert!(sound(&|_| {}));
    assert!(!sound(
        &|file| file["questions"][0]["stimulus"] = json!("other")
    ));
    assert!(!sound(&|file| file["stimuli"][0]["text"]["fr"] = json!([])));
    assert!(!sound(&|file| {
        file["stimuli"][0]["text"]
            .as_object_mut()
            .unwrap()
            .remove("fr");
    }));
    assert!(!sound(&|file| {
        let again = file["stimuli"][0].clone();
        file["stimuli"].as_array_mut().unwrap().push(again);
    }));
}
