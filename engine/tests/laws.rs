//! Laws of the engine, held against arbitrary values.

mod common;

use std::collections::BTreeSet;

use common::{HEADER, module, module_json};
use jalon_engine::bank::Bank;
use jalon_engine::grade::{Score, TextKey, TextMatch};
use jalon_engine::id::{ChoiceId, QuestionId};
use jalon_engine::kind::Response;
use jalon_engine::lang::Reading;
use jalon_engine::progress::{Attempt, Key, Saved, mastery, seen};
use jalon_engine::session::{Event, Plan, Seed, Seen, Session, Step, Unanswered};
use jalon_engine::time::Moment;
use proptest::prelude::*;

fn start(seed: u32, seen: &Seen) -> Session {
    Session::start(
        module(),
        "a-1".parse().unwrap(),
        Seed(seed),
        seen,
        Moment(1),
    )
}

fn respond(session: &mut Session, question: &QuestionId, response: Response) -> bool {
    let event = Event::Respond {
        question: question.clone(),
        response,
        reading: Reading::Both,
        at: Moment(2),
    };
    matches!(session.apply(event), Ok(Step::Keep(..)))
}

fn hand_in(session: &mut Session) {
    let event = Event::Submit {
        unanswered: Unanswered::Leave,
        at: Moment(3),
    };
    assert_eq!(session.apply(event), Ok(Step::Finished));
}

fn any_response() -> impl Strategy<Value = Response> {
    let id = prop_oneof![Just("a"), Just("b"), Just("c"), Just("none"), Just("zzz")];
    prop_oneof![
        prop::collection::btree_set(id.prop_map(|id| id.parse::<ChoiceId>().unwrap()), 0..4)
            .prop_map(Response::Choice),
        any::<bool>().prop_map(Response::TrueFalse),
        any::<String>().prop_map(Response::Text),
        Just(Response::Text("27001".to_owned())),
        Just(Response::Text("declaraton d'applicabilite".to_owned())),
    ]
}

proptest! {
    #[test]
    fn the_key_earns_full_points_in_every_wording_and_order(seed: u32) {
        let mut session = start(seed, &Seen::default());
        let questions: Vec<QuestionId> =
            session.plan().questions.iter().map(|p| p.question.clone()).collect();
        for id in &questions {
            let key = session.module().question(id).unwrap().body.model_response();
            prop_assert!(respond(&mut session, id, key));
        }
        hand_in(&mut session);
        prop_assert!(session.score().unwrap().is_full());
        prop_assert_eq!(session.passed(), Some(true));
    }

    #[test]
    fn the_order_of_ticking_makes_no_difference(picks in prop::collection::vec(0usize..3, 0..6)) {
        let ids = ["a", "b", "c"].map(|id| id.parse::<ChoiceId>().unwrap());
        let forward: BTreeSet<ChoiceId> = picks.iter().map(|&n| ids[n].clone()).collect();
        let backward: BTreeSet<ChoiceId> = picks.iter().rev().map(|&n| ids[n].clone()).collect();
        let module = module();
        let question = module.question(&"several".parse().unwrap()).unwrap();
        let score = |given| question.body.score(&Response::Choice(given), 1, &[]);
        prop_assert_eq!(score(forward), score(backward));
    }

    #[test]
    fn the_same_seed_and_history_draw_the_same_attempt(seed: u32) {
        let first = start(seed, &Seen::default());
        let again = start(seed, &Seen::default());
        prop_assert_eq!(first.head(), again.head());
    }

    #[test]
    fn a_pinned_choice_keeps_its_place(seed: u32) {
        for planned in Plan::draw(&module(), Seed(seed), &Seen::default()).questions {
            if planned.question.as_str().starts_with("one") {
                prop_assert_eq!(planned.order.last().unwrap().as_str(), "none");
            }
        }
    }

    #[test]
    fn a_retake_asks_about_the_same_concepts_in_words_not_seen_yet(seeds: [u32; 2]) {
        let module = module();
        let mut seen = Seen::default();
        let concepts = |plan: &Plan| {
            let mut all: Vec<_> = plan.questions.iter()
                .map(|p| module.question(&p.question).unwrap().main_concept().unwrap().clone())
                .collect();
            all.sort();
            all
        };
        let first = Plan::draw(&module, Seed(seeds[0]), &seen);
        seen.add(&first);
        let second = Plan::draw(&module, Seed(seeds[1]), &seen);
        prop_assert_eq!(concepts(&first), concepts(&second));
        for planned in &second.questions {
            if let Some(before) = first.get(&planned.question) {
                for (lang, wording) in planned.wordings.iter() {
                    prop_assert_ne!(before.wordings.get(lang), Some(wording));
                }
            }
        }
    }

    #[test]
    fn nothing_that_happens_makes_a_session_panic_or_overshoot(
        seed: u32,
        events in prop::collection::vec((0usize..8, any_response(), any::<bool>()), 0..30),
    ) {
        let mut session = start(seed, &Seen::default());
        for (n, response, submit) in events {
            let id = session.plan().questions.get(n).map_or_else(
                || "missing".parse().unwrap(),
                |planned| planned.question.clone(),
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
        prop_assert!(score.earned <= score.possible);
        prop_assert!(score.percent() <= 100);
        prop_assert_eq!(score.is_full(), score.percent() == 100);
    }

    #[test]
    fn saving_and_reading_again_changes_nothing(
        seed: u32,
        responses in prop::collection::vec(any_response(), 0..6),
        written: String,
    ) {
        let mut session = start(seed, &Seen::default());
        let ids: Vec<_> = session.plan().questions.iter().map(|p| p.question.clone()).collect();
        for (id, response) in ids.iter().zip(responses) {
            respond(&mut session, id, response);
        }
        let (bank, attempt): (jalon_engine::id::BankId, jalon_engine::id::AttemptId) =
            ("b".parse().unwrap(), "a-1".parse().unwrap());
        let mut all = vec![
            (Key::Open(bank.clone(), attempt.clone()), Saved::Open(session.head().clone())),
            (Key::Writing(bank.clone(), "m".parse().unwrap()), Saved::Writing(written)),
            (Key::Reading(bank.clone(), "m".parse().unwrap()), Saved::Reading(Reading::Both)),
        ];
        for (question, given) in session.given() {
            let key = Key::Given(bank.clone(), attempt.clone(), question.clone());
            all.push((key, Saved::Given(given.clone())));
        }
        let resumed = Session::resume(
            session.module().clone(), session.head().clone(), session.given().clone(), None,
        );
        prop_assert_eq!(resumed.given(), session.given());
        prop_assert_eq!(resumed.head(), session.head());
        hand_in(&mut session);
        let done = Attempt::of(&session).unwrap();
        prop_assert_eq!(Some(done.score()), session.score());
        all.push((Key::Done(bank, attempt), Saved::Done(done)));
        for (key, saved) in all {
            prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key.clone()));
            prop_assert_eq!(Saved::read(&key, &saved.to_text()), Ok(saved));
        }
    }

    #[test]
    fn no_text_makes_reading_panic(text in any::<String>()) {
        let _ = Bank::read(&text);
        let _ = Bank::read(HEADER).unwrap().read_module(&text);
        let _ = text.parse::<Key>();
        let key: Key = "jalon:b:open:a-1".parse().unwrap();
        prop_assert!(Saved::read(&key, &text).is_err());
        let _ = serde_json::from_str::<Response>(&text);
    }

    #[test]
    fn a_damaged_file_is_an_error_or_a_sound_bank(at in 0usize..6000, byte: u8, cut: bool) {
        for whole in [HEADER.to_owned(), module_json()] {
            let mut bytes = whole.into_bytes();
            let at = at % bytes.len();
            if cut { bytes.truncate(at) } else { bytes[at] = byte }
            if let Ok(text) = String::from_utf8(bytes) {
                let _ = Bank::read(&text);
                if let Ok(module) = Bank::read(HEADER).unwrap().read_module(&text) {
                    let plan = Plan::draw(&module, Seed(1), &Seen::default());
                    prop_assert!(!plan.questions.is_empty());
                }
            }
        }
    }

    #[test]
    fn a_typed_answer_is_read_without_panic_and_its_own_text_is_right(given in any::<String>()) {
        let typed = [(None, given.as_str())];
        let read = TextKey { answers: &typed, wrong: &[], terms: &[] }.read(&given);
        prop_assert!(matches!(read, TextMatch::Accepted(_)));
        let other = [(None, "statement of applicability")];
        let _ = TextKey { answers: &other, wrong: &["27002"], terms: &["accreditation"] }.read(&given);
    }

    #[test]
    fn a_number_with_another_digit_is_never_right(n in 10_000u32..99_999, place in 0u32..5, digit in 1u32..10) {
        let unit = 10u32.pow(place);
        let other = n - (n / unit % 10) * unit + (n / unit % 10 + digit) % 10 * unit;
        prop_assume!(other != n);
        let answer = format!("certification to ISO/IEC {n}");
        let answers = [(None, answer.as_str())];
        let key = TextKey { answers: &answers, wrong: &[], terms: &[] };
        let given = format!("certification to ISO/IEC {other}");
        prop_assert_eq!(key.read(&given), TextMatch::Unknown);
    }

    #[test]
    fn a_score_passes_exactly_when_its_share_reaches_the_mark(earned in 0u32..500, more in 0u32..500, pass in 1u8..=100) {
        prop_assume!(earned + more > 0);
        let score = Score { earned, possible: earned + more };
        let share = f64::from(earned) * 100.0 / f64::from(score.possible);
        prop_assert_eq!(score.passes(pass), share >= f64::from(pass) - 1e-9);
    }
}

#[test]
fn the_last_answer_to_a_question_counts_for_mastery() {
    let module = module();
    let mut attempts = Vec::new();
    for (n, right) in [(1u64, false), (2, true)] {
        let mut session = start(1, &seen(&attempts));
        for planned in session.plan().clone().questions {
            let question = module.question(&planned.question).unwrap();
            let response = match (right, question.body.model_response()) {
                (true, key) => key,
                (false, Response::TrueFalse(key)) => Response::TrueFalse(!key),
                (false, Response::Choice(_)) => {
                    Response::Choice(["b".parse().unwrap()].into_iter().collect())
                }
                (false, Response::Text(_)) => Response::Text("27002".to_owned()),
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
    for mastery in mastery(&module, &attempts) {
        assert!(mastery.earned > 0, "{mastery:?}");
    }
}

#[test]
fn handing_in_with_gaps_asks_first_and_names_them() {
    let mut session = start(7, &Seen::default());
    let first = session.plan().questions[0].question.clone();
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
    assert_eq!(session.score().unwrap().earned, 1);
    assert!(
        session
            .apply(Event::Submit {
                unanswered: Unanswered::Leave,
                at: Moment(4)
            })
            .is_err()
    );
}

#[test]
fn hostile_depth_is_an_error() {
    let deep = "[".repeat(100_000);
    assert!(Bank::read(&deep).is_err());
    let key: Key = "jalon:b:open:a-1".parse().unwrap();
    assert!(Saved::read(&key, &deep).is_err());
    let nested = format!("{{\"jalon\":1,\"saved\":{}", "{\"given\":".repeat(100_000));
    assert!(Saved::read(&key, &nested).is_err());
}

#[test]
fn a_huge_typed_answer_is_refused_at_once() {
    let module = module();
    let question = module.question(&"typed".parse().unwrap()).unwrap();
    let huge = Response::Text("a".repeat(1_000_000));
    assert!(question.body.score(&huge, 1, &[]).is_err());
}
