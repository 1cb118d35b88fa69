//! Attempts: what is drawn, what may happen, what counts.

use crate::any::*;
use crate::common::module;
use jalon_engine::grade::PARTS;
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::Response;
use jalon_engine::progress::{Attempt, mastery, seen};
use jalon_engine::session::{Event, Exposure, Plan, Seed, Step, Unanswered};
use jalon_engine::time::Moment;
use proptest::prelude::*;

proptest! {
    #[test]
    fn the_same_seed_and_history_draw_the_same_attempt(
        seeds: [u32; 2],
        responses in prop::collection::vec(any_response(), 4),
    ) {
        let mut history = Exposure::default();
        history.add(&Plan::draw(&module(), Seed(seeds[0]), &Exposure::default()));
        for seen in [Exposure::default(), history] {
            let replay = || {
                let mut session = start(seeds[1], &seen);
                for (id, response) in questions(&session).iter().zip(&responses) {
                    respond(&mut session, id, response.clone());
                }
                hand_in(&mut session);
                Attempt::of(&session)
            };
            prop_assert!(replay().is_some());
            prop_assert_eq!(replay(), replay());
        }
    }

    #[test]
    fn a_plan_asks_each_question_once_and_shows_each_choice_once(seed: u32) {
        let module = module();
        let plan = Plan::draw(&module, Seed(seed), &Exposure::default());
        prop_assert_eq!(plan.questions.len(), 4);
        for (n, planned) in plan.questions.iter().enumerate() {
            prop_assert!(plan.questions[..n].iter().all(|other| other.question != planned.question));
            let question = module.question(&planned.question).unwrap();
            let mut order: Vec<_> = planned.order.iter().map(ChoiceId::as_str).collect();
            order.sort_unstable();
            let mut ids: Vec<_> = question.body.parts().iter().map(|part| part.id.as_str()).collect();
            ids.sort_unstable();
            prop_assert_eq!(order, ids);
        }
    }

    #[test]
    fn a_pinned_choice_keeps_its_place(seed: u32) {
        for planned in Plan::draw(&module(), Seed(seed), &Exposure::default()).questions {
            if planned.question.as_str().starts_with("one") {
                prop_assert_eq!(planned.order.last().unwrap().as_str(), "none");
            }
        }
    }

    #[test]
    fn a_retake_asks_about_the_same_concepts_in_words_not_seen_yet(seeds: [u32; 2]) {
        let module = module();
        let mut seen = Exposure::default();
        let concepts = |plan: &Plan| {
            let mut all: Vec<_> = plan.questions.iter()
                .map(|p| *module.question(&p.question).unwrap().main_concept().unwrap())
                .collect();
            all.sort();
            all
        };
        let first = Plan::draw(&module, Seed(seeds[0]), &seen);
        seen.add(&first);
        let second = Plan::draw(&module, Seed(seeds[1]), &seen);
        prop_assert_eq!(concepts(&first), concepts(&second));
        let mut again = 0;
        for planned in &second.questions {
            if let Some(before) = first.get(&planned.question) {
                again += 1;
                prop_assert_eq!(planned.wordings.langs().count(), 2);
                for (lang, wording) in planned.wordings.iter() {
                    prop_assert_ne!(before.wordings.get(lang), Some(wording));
                }
            }
        }
        // Each concept has three questions and two are asked: the one not met yet, and one again.
        prop_assert_eq!(again, 2);
    }

    #[test]
    fn nothing_that_happens_makes_a_session_panic_or_overshoot(
        seed: u32,
        events in prop::collection::vec((0usize..8, any_response(), any::<bool>()), 0..30),
    ) {
        let mut session = start(seed, &Exposure::default());
        for (n, response, submit) in events {
            let id = session.plan().questions.get(n).map_or_else(
                || "missing".parse().unwrap(),
                |planned| planned.question,
            );
            respond(&mut session, &id, response);
            if submit && n == 0 {
                let _ = session.apply(Event::Submit { unanswered: Unanswered::Ask, at: Moment(3) });
            }
            prop_assert!(session.answered() <= session.plan().questions.len());
        }
        if session.submitted().is_none() {
            hand_in(&mut session);
        }
        let score = session.score().unwrap();
        prop_assert!(score.earned_parts() <= u64::from(score.possible()) * PARTS);
        prop_assert!(score.percent() <= 100);
        prop_assert_eq!(score.is_full(), score.percent() == 100);
    }
}

#[test]
fn the_last_answer_to_a_question_counts_for_mastery() {
    let module = module();
    let mut attempts = Vec::new();
    for (n, right) in [(1u64, false), (2, true)] {
        // The same questions both times.
        let mut session = start(1, &Exposure::default());
        for planned in session.plan().clone().questions {
            let question = module.question(&planned.question).unwrap();
            let response = match (right, question.body.model_response()) {
                (true, key) => key,
                (false, Response::TrueFalse(key)) => Response::TrueFalse(!key),
                (false, Response::Choice(_)) => {
                    Response::Choice([choice("b")].into_iter().collect())
                }
                (false, Response::Text(_)) => Response::Text("27002".to_owned()),
                (false, Response::Number(_)) => Response::Number("27002".to_owned()),
                (false, essay @ Response::Essay(_)) => essay,
                (false, other) => panic!("the module has no such question: {other:?}"),
            };
            assert!(respond(&mut session, &planned.question, response));
        }
        let event = Event::Submit {
            unanswered: Unanswered::Ask,
            at: Moment(n * 10),
        };
        assert_eq!(session.apply(event), Ok(Step::Finished));
        attempts.push(Attempt::of(&session).unwrap());
    }
    let only_first = mastery(&module, &attempts[..1]);
    assert!(only_first.iter().all(|m| m.earned == 0));
    let both = mastery(&module, &attempts);
    assert_eq!(both.len(), 2);
    assert!(
        both.iter()
            .all(|m| (m.earned, m.possible) == (2 * PARTS, 2 * PARTS)),
        "{both:?}"
    );
    assert_ne!(seen(&attempts), Exposure::default());
    // In whichever order they are read back.
    attempts.reverse();
    assert_eq!(mastery(&module, &attempts), both);
}

#[test]
fn a_question_that_was_not_drawn_takes_no_answer() {
    let mut session = start(7, &Exposure::default());
    let module = session.module().clone();
    let mut refused = 0;
    for question in module.questions() {
        let asked = session.plan().get(&question.id).is_some();
        let taken = respond(&mut session, &question.id, question.body.model_response());
        assert_eq!(taken, asked, "{}", question.id);
        refused += usize::from(!taken);
    }
    assert_eq!(refused, 2);
}

#[test]
fn handing_in_with_gaps_asks_first_and_names_them() {
    let mut session = start(7, &Exposure::default());
    let first = session.plan().questions[0].question;
    let key = session
        .module()
        .question(&first)
        .unwrap()
        .body
        .model_response();
    assert!(respond(&mut session, &first, key));
    let refusal = session.apply(Event::Submit {
        unanswered: Unanswered::Ask,
        at: Moment(3),
    });
    let Err(jalon_engine::session::Refusal::NotReady(missing)) = refusal else {
        panic!("not refused: {refusal:?}");
    };
    assert_eq!(
        missing.iter().map(|(n, _)| *n).collect::<Vec<_>>(),
        [2, 3, 4]
    );
    hand_in(&mut session);
    assert_eq!(session.score().unwrap().earned_parts(), PARTS);
    assert!(
        session
            .apply(Event::Submit {
                unanswered: Unanswered::Leave,
                at: Moment(4)
            })
            .is_err()
    );
}
