//! Promises about hints, tries, certainty and what feedback shows, whatever is answered.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

#[path = "../common/mod.rs"]
mod common;
mod laws;

use common::{HEADER, module_json, module_of};
use jalon_engine::bank::Module;
use jalon_engine::feedback::{self, Detail, Feedback, Verdict};
use jalon_engine::grade::{Certainty, Mark, PARTS, Stage};
use jalon_engine::id::QuestionId;
use jalon_engine::json;
use jalon_engine::kind::{Body, NotReady, Response};
use jalon_engine::lang::Reading;
use jalon_engine::progress::{Attempt, Calibration, Confidence, Key, Saved, mastery};
use jalon_engine::session::{
    Event, Exposure, RecordedResponse, Refusal, Seed, Session, Step, Unanswered,
};
use jalon_engine::time::Moment;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What every question has one try of, where a policy doesn't say otherwise.
const ONE_TRY: fn() -> Value = || json!({});

/// The small bank with these settings of its module, and this allowance and so many hints for each question.
fn module(settings: &Value, allowance: &Value, hints: usize) -> Module {
    let mut header: Value = serde_json::from_str(HEADER).unwrap();
    let info = header["modules"][0].as_object_mut().unwrap();
    info.remove("draw");
    info.extend(settings.as_object().unwrap().clone());
    let mut file: Value = serde_json::from_str(&module_json()).unwrap();
    for question in file["questions"].as_array_mut().unwrap() {
        question["allowance"] = allowance.clone();
        for lang in ["en", "fr"] {
            for wording in question["wordings"][lang].as_array_mut().unwrap() {
                let hint = |n| json!([{"p": [{"t": format!("{lang} hint {n}")}]}]);
                wording["hints"] = (0..hints).map(hint).collect();
            }
        }
    }
    module_of(&header.to_string(), &file.to_string())
}

fn when(when: &str, show: &str) -> Value {
    json!({"feedback": {"when": when, "show": show}, "attempts": 2})
}

fn start(module: &Module) -> Session {
    Session::start(
        module.clone(),
        "a-1".parse().unwrap(),
        Seed(1),
        &Exposure::default(),
        Moment(1),
    )
}

fn respond(session: &mut Session, id: &QuestionId, response: Response) -> Result<Step, Refusal> {
    session.apply(Event::Respond {
        question: *id,
        response,
        reading: Reading::Both,
        at: Moment(2),
    })
}

fn check(session: &mut Session, id: &QuestionId) -> Result<Step, Refusal> {
    session.apply(Event::Check {
        question: *id,
        at: Moment(3),
    })
}

fn hint(session: &mut Session, id: &QuestionId) -> Result<Step, Refusal> {
    session.apply(Event::Hint {
        question: *id,
        reading: Reading::Both,
        at: Moment(3),
    })
}

fn say_how_sure(session: &mut Session, id: &QuestionId, certainty: Certainty) {
    let event = Event::Sure {
        question: *id,
        certainty,
        reading: Reading::Both,
        at: Moment(3),
    };
    assert!(matches!(session.apply(event), Ok(Step::Keep(..))));
}

fn hand_in(session: &mut Session) {
    let event = Event::Submit {
        unanswered: Unanswered::Leave,
        at: Moment(9),
    };
    assert_eq!(session.apply(event), Ok(Step::Finished));
}

fn questions(session: &Session) -> Vec<QuestionId> {
    let planned = session.plan().questions.iter();
    planned.map(|p| p.question).collect()
}

fn key(session: &Session, id: &QuestionId) -> Response {
    session.module().question(id).unwrap().body.model_response()
}

/// An answer that can be judged and earns nothing.
fn wrong(session: &Session, id: &QuestionId) -> Response {
    match &session.module().question(id).unwrap().body {
        Body::Choice(_) => Response::Choice([("b").parse().unwrap()].into_iter().collect()),
        Body::TrueFalse(body) => Response::TrueFalse(!body.key),
        Body::Text(_) => Response::Text("ISO/IEC 27002".to_owned()),
        _ => unreachable!("the small bank has no other kinds"),
    }
}

fn answer_right(session: &mut Session, id: &QuestionId) -> Result<Step, Refusal> {
    let given = key(session, id);
    respond(session, id, given)
}

fn answer_wrong(session: &mut Session, id: &QuestionId) -> Result<Step, Refusal> {
    let given = wrong(session, id);
    respond(session, id, given)
}

fn named(id: &str) -> QuestionId {
    id.parse().unwrap()
}

fn points(session: &Session, id: &QuestionId) -> i64 {
    session.question_mark(id).earned_hundredths()
}

/// Every text of the bank that would give the key away.
fn everything_said(feedback: &Feedback) -> String {
    format!("{feedback:?}")
}

#[test]
fn an_answer_that_is_checked_and_right_is_settled() {
    let mut session = start(&module(&when("at-once", "explanation"), &ONE_TRY(), 0));
    let id = named("one");
    assert_eq!(
        feedback::of(&session, &id),
        None,
        "not before it is checked"
    );
    answer_right(&mut session, &id).unwrap();
    assert_eq!(feedback::of(&session, &id), None);
    assert!(matches!(check(&mut session, &id), Ok(Step::Keep(..))));
    let shown = feedback::of(&session, &id).unwrap();
    assert_eq!(shown.verdict, Verdict::Right);
    assert!(!shown.explanation.is_empty());
    assert_eq!(answer_wrong(&mut session, &id), Err(Refusal::Settled));
    assert_eq!(check(&mut session, &id), Err(Refusal::Settled));
    assert_eq!(hint(&mut session, &id), Err(Refusal::Settled));
    hand_in(&mut session);
    assert_eq!(points(&session, &id), 100);
}

#[test]
fn a_wrong_try_may_be_changed_costs_its_penalty_and_gives_no_key_away() {
    let allowance = json!({"tries": 3, "penalty": 25});
    let mut session = start(&module(&when("at-once", "explanation"), &allowance, 0));
    let id = named("typed");
    answer_wrong(&mut session, &id).unwrap();
    check(&mut session, &id).unwrap();
    let shown = feedback::of(&session, &id).unwrap();
    assert_eq!(shown.verdict, Verdict::NotYet);
    assert!(!everything_said(&shown).contains("27001"), "{shown:?}");
    assert!(shown.explanation.is_empty());
    assert_eq!(session.tries_left(&id), 2);
    assert_eq!(
        check(&mut session, &id),
        Ok(Step::Nothing),
        "the same answer is no second try"
    );
    respond(&mut session, &id, Response::Text("27".to_owned())).unwrap();
    assert_eq!(
        feedback::of(&session, &id),
        None,
        "what was said was said of another answer"
    );
    check(&mut session, &id).unwrap();
    answer_right(&mut session, &id).unwrap();
    check(&mut session, &id).unwrap();
    assert_eq!(feedback::of(&session, &id).unwrap().verdict, Verdict::Right);
    assert_eq!(points(&session, &id), 50);
    let account = feedback::of(&session, &id).unwrap().account.unwrap();
    assert_eq!((account.wrong_tries, account.hints), (2, 0));
}

#[test]
fn the_last_try_settles_and_shows_what_is_right() {
    let allowance = json!({"tries": 2});
    let mut session = start(&module(&when("at-once", "key"), &allowance, 0));
    let id = named("one");
    for pick in ["b", "c"] {
        let picked = [pick.parse().unwrap()].into_iter().collect();
        respond(&mut session, &id, Response::Choice(picked)).unwrap();
        check(&mut session, &id).unwrap();
    }
    assert!(session.is_settled(&id));
    let shown = feedback::of(&session, &id).unwrap();
    assert_eq!(shown.verdict, Verdict::Wrong);
    assert!(matches!(shown.detail, Detail::Choice(marks) if marks.iter().any(|mark| mark.right)));
    assert!(
        shown.explanation.is_empty(),
        "the policy shows no more than the key"
    );
}

#[test]
fn a_check_of_what_cant_be_judged_costs_nothing_and_says_what_is_missing() {
    let allowance = json!({"tries": 2});
    let mut session = start(&module(&when("at-once", "explanation"), &allowance, 0));
    let id = named("typed");
    let place = 1 + questions(&session)
        .iter()
        .position(|own| *own == id)
        .unwrap();
    let missing = |reason| Err(Refusal::NotReady(vec![(place, reason)]));
    assert_eq!(check(&mut session, &id), missing(NotReady::Empty));
    respond(&mut session, &id, Response::Text("x".repeat(2000))).unwrap();
    assert_eq!(check(&mut session, &id), missing(NotReady::TooLong));
    respond(&mut session, &id, Response::Nothing).unwrap();
    assert_eq!(check(&mut session, &id), missing(NotReady::Empty));
    assert_eq!(session.used(&id).tries, 0);
    assert_eq!(
        check(&mut session, &named("gone")),
        Err(Refusal::UnknownQuestion)
    );
}

#[test]
fn answers_are_checked_only_where_feedback_comes_at_once() {
    for policy in ["after-submit", "after-last-attempt"] {
        let mut session = start(&module(&when(policy, "explanation"), &ONE_TRY(), 0));
        let id = named("one");
        answer_right(&mut session, &id).unwrap();
        assert_eq!(check(&mut session, &id), Err(Refusal::NotOffered));
    }
}

#[test]
fn hints_come_one_by_one_stay_and_cost() {
    let mut session = start(&module(&json!({}), &json!({"hint_cost": 10}), 2));
    let id = named("judged");
    assert_eq!(session.hints(&id).unwrap().left, 2);
    assert!(session.hints(&id).unwrap().shown.is_empty());
    hint(&mut session, &id).unwrap();
    assert_eq!(session.response(&id), Some(&Response::Nothing));
    assert_eq!(session.answered(), 0, "a hint is no answer");
    answer_right(&mut session, &id).unwrap();
    let hints = session.hints(&id).unwrap();
    assert_eq!((hints.shown.len(), hints.left), (1, 1));
    let shown = hints.shown[0].get(&"fr".parse().unwrap()).unwrap();
    assert_eq!(shown.to_plain(), "fr hint 0");
    hint(&mut session, &id).unwrap();
    assert_eq!(hint(&mut session, &id), Err(Refusal::NotOffered));
    hand_in(&mut session);
    assert_eq!(points(&session, &id), 80);
    let shown = feedback::of(&session, &id).unwrap();
    assert_eq!(
        shown.verdict,
        Verdict::Right,
        "a hint makes no answer less right"
    );
    assert_eq!(shown.account.unwrap().hints, 2);
}

#[test]
fn before_the_last_attempt_only_the_score_is_shown() {
    let module = module(&when("after-last-attempt", "explanation"), &ONE_TRY(), 0);
    for (earlier, left, shown) in [(0, 1, false), (1, 0, true), (7, 0, true)] {
        let mut session = start(&module);
        session.set_earlier(earlier);
        for id in questions(&session) {
            answer_right(&mut session, &id).unwrap();
        }
        hand_in(&mut session);
        assert_eq!(session.attempts_left(), Some(left));
        assert_eq!(session.mark().unwrap().percent(), 100);
        for id in questions(&session) {
            assert_eq!(feedback::of(&session, &id).is_some(), shown);
        }
    }
}

#[test]
fn a_verdict_alone_says_nothing_of_the_key() {
    for policy in ["after-submit", "at-once"] {
        let mut session = start(&module(&when(policy, "verdict"), &json!({"tries": 2}), 0));
        for id in questions(&session) {
            answer_wrong(&mut session, &id).unwrap();
            let _ = check(&mut session, &id);
            if let Some(shown) = feedback::of(&session, &id) {
                assert_eq!(shown.detail, Detail::Withheld(Vec::new()));
            }
        }
        hand_in(&mut session);
        for id in questions(&session) {
            let shown = feedback::of(&session, &id).unwrap();
            assert_eq!(shown.verdict, Verdict::Wrong);
            assert_eq!(shown.detail, Detail::Withheld(Vec::new()));
            assert!(shown.explanation.is_empty());
        }
    }
}

#[test]
fn certainty_is_marked_passes_and_leaves_mastery_alone() {
    let module = module(&json!({"certainty": true, "pass": 60}), &ONE_TRY(), 0);
    let finish = |right: usize, certainty: Option<Certainty>| {
        let mut session = start(&module);
        for (n, id) in questions(&session).into_iter().enumerate() {
            let given = if n < right {
                key(&session, &id)
            } else {
                wrong(&session, &id)
            };
            respond(&mut session, &id, given).unwrap();
            if let Some(certainty) = certainty {
                say_how_sure(&mut session, &id, certainty);
            }
        }
        hand_in(&mut session);
        session
    };
    for (right, certainty, percent, passed) in [
        (6, Some(Certainty::High), 100, true),
        (6, Some(Certainty::Middle), 66, true),
        (6, Some(Certainty::Low), 33, false),
        (6, None, 33, false),
        (5, Some(Certainty::High), 50, false),
        (0, Some(Certainty::High), -200, false),
        (0, Some(Certainty::Middle), -67, false),
        (0, None, 0, false),
    ] {
        let session = finish(right, certainty);
        assert_eq!(
            session.mark().unwrap().percent(),
            percent,
            "{right} {certainty:?}"
        );
        assert_eq!(session.passed(), Some(passed), "{right} {certainty:?}");
        let attempt = Attempt::of(&session).unwrap();
        assert_eq!(attempt.mark(), session.mark().unwrap());
        let known: u64 = mastery(&module, [&attempt])
            .iter()
            .map(|one| one.earned)
            .sum();
        assert_eq!(known, right as u64 * PARTS, "what is known is known");
    }
    let sure = finish(3, Some(Certainty::High));
    let calibration = Calibration::of(&sure).unwrap();
    assert_eq!((calibration.0[2].answers, calibration.0[2].right), (6, 3));
    assert_eq!(calibration.confidence(), Some(Confidence::Over));
}

#[test]
fn no_answer_earns_nothing_however_sure() {
    let mut session = start(&module(&json!({"certainty": true}), &ONE_TRY(), 0));
    let id = named("one");
    say_how_sure(&mut session, &id, Certainty::High);
    hand_in(&mut session);
    assert_eq!(points(&session, &id), 0);
    assert_eq!(Calibration::of(&session).unwrap().0[2].answers, 0);
}

#[test]
fn nobody_is_asked_how_sure_where_the_module_doesnt_care() {
    let mut session = start(&module(&json!({}), &ONE_TRY(), 0));
    let event = Event::Sure {
        question: named("one"),
        certainty: Certainty::High,
        reading: Reading::Both,
        at: Moment(2),
    };
    assert_eq!(session.apply(event), Err(Refusal::NotOffered));
}

#[test]
fn another_tab_can_undo_neither_a_hint_nor_a_settled_answer() {
    let allowance = json!({"tries": 2});
    let mut session = start(&module(&when("at-once", "explanation"), &allowance, 1));
    let id = named("one");
    answer_wrong(&mut session, &id).unwrap();
    let before = session.given().get(&id).unwrap().clone();
    hint(&mut session, &id).unwrap();
    check(&mut session, &id).unwrap();
    let elsewhere = |given: RecordedResponse| Event::Elsewhere {
        question: named("one"),
        given,
    };
    session.apply(elsewhere(before.clone())).unwrap();
    assert_eq!((session.used(&id).hints, session.used(&id).tries), (1, 1));
    answer_right(&mut session, &id).unwrap();
    check(&mut session, &id).unwrap();
    assert_eq!(session.apply(elsewhere(before)), Ok(Step::Nothing));
    assert!(session.is_settled(&id));
}

#[test]
fn a_change_of_policy_opens_what_was_settled_under_another() {
    let mut session = start(&module(&when("at-once", "explanation"), &ONE_TRY(), 0));
    let id = named("one");
    answer_right(&mut session, &id).unwrap();
    check(&mut session, &id).unwrap();
    let later = module(&when("after-submit", "explanation"), &ONE_TRY(), 0);
    let session = Session::resume(later, session.head().clone(), session.given(), None);
    assert_eq!(feedback::of(&session, &id), None);
    assert!(!session.is_settled(&id));
    assert!(session.response(&id).is_some(), "the answer is kept");
}

#[test]
fn where_nothing_is_said_all_is_shown_after_handing_in_and_nothing_else_counts() {
    let mut session = start(&common::module());
    let id = questions(&session)[0];
    answer_right(&mut session, &id).unwrap();
    assert_eq!(check(&mut session, &id), Err(Refusal::NotOffered));
    assert_eq!(hint(&mut session, &id), Err(Refusal::NotOffered));
    assert_eq!(session.attempts_left(), None);
    hand_in(&mut session);
    let shown = feedback::of(&session, &id).unwrap();
    assert_eq!(shown.account, None);
    assert!(!shown.explanation.is_empty());
    assert_eq!(session.mark(), session.score().map(Mark::from));
    assert_eq!(Attempt::of(&session).unwrap().mark, None);
    assert_eq!(Calibration::of(&session), None);
}
