//! Essays are never graded; what learners tick on their own counts for mastery where the bank says so, and for nothing else.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod common;

use common::{HEADER, module, module_json, module_of};
use jalon_engine::bank::Module;
use jalon_engine::feedback::{self, Detail, Verdict};
use jalon_engine::grade::{PARTS, Score};
use jalon_engine::id::QuestionId;
use jalon_engine::json;
use jalon_engine::kind::essay::{self, MAX_CHARS, words};
use jalon_engine::kind::{NotReady, Response};
use jalon_engine::lang::Reading;
use jalon_engine::progress::{Attempt, Key, Saved, Scope, Standing, mastery};
use jalon_engine::question_map::Choices;
use jalon_engine::session::{Event, Exposure, Refusal, Seed, Session, Step, Unanswered};
use jalon_engine::time::Moment;
use proptest::prelude::*;
use serde_json::{Value, json};

const POINTS: [&str; 3] = ["owner", "date", "proof"];

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

/// An essay about the concept `basis`.
fn essay_json(counts: &str) -> Value {
    let line = |text: String| json!([{"t": text}]);
    let wording = |lang: &str, n: usize| {
        let points = POINTS.map(|point| (point.to_owned(), line(format!("{lang} {point}"))));
        json!({
            "id": n.to_string(),
            "prompt": [{"p": line(format!("{lang} write {n}"))}],
            "explanation": [{"p": line(format!("{lang} because"))}],
            "choices": points.into_iter().collect::<serde_json::Map<_, _>>(),
            "model": [{"p": line(format!("{lang} model {n}"))}],
        })
    };
    json!({
        "id": "essay", "tags": [{"concept": "basis"}], "fingerprint": "f-essay", "points": 2,
        "wordings": {"en": [wording("en", 1), wording("en", 2)], "fr": [wording("fr", 1)]},
        "body": {"essay": {"points": POINTS, "least": 20, "counts": counts}},
    })
}

/// The common module, all of which is asked, with one more question.
fn file(counts: &str) -> Value {
    let mut file: Value = serde_json::from_str(&module_json()).unwrap();
    let questions = file["questions"].as_array_mut().unwrap();
    questions.push(essay_json(counts));
    file
}

fn all_asked() -> String {
    HEADER.replace(", \"draw\": 4", "")
}

fn with_essay(counts: &str) -> Module {
    module_of(&all_asked(), &file(counts).to_string())
}

/// A module of nothing but the essay.
fn only_essay(counts: &str) -> Module {
    let mut file = file(counts);
    file["questions"] = json!([essay_json(counts)]);
    module_of(&all_asked(), &file.to_string())
}

fn start(module: &Module, attempt: &str) -> Session {
    let (module, seen) = (module.clone(), Exposure::default());
    Session::start(module, id(attempt), Seed(7), &seen, Moment(1))
}

fn respond(session: &mut Session, question: &QuestionId, response: Response) {
    let event = Event::Respond {
        question: *question,
        response,
        reading: Reading::Both,
        at: Moment(2),
    };
    assert!(matches!(session.apply(event), Ok(Step::Keep(..))));
}

fn write(session: &mut Session, text: &str) {
    respond(session, &id("essay"), Response::Essay(text.to_owned()));
}

fn hand_in_at(session: &mut Session, at: u64) {
    let event = Event::Submit {
        unanswered: Unanswered::Leave,
        at: Moment(at),
    };
    assert_eq!(session.apply(event), Ok(Step::Finished));
}

fn ticks(points: &[&str]) -> Choices {
    points.iter().map(|point| id(point)).collect()
}

fn assess(session: &mut Session, points: &[&str], at: u64) -> Result<Step, Refusal> {
    session.apply(Event::Assess {
        question: id("essay"),
        points: ticks(points),
        at: Moment(at),
    })
}

fn ticked(session: &Session) -> Choices {
    let own = session.assessed().get(&id("essay"));
    own.map(|own| own.points.clone()).unwrap_or_default()
}

fn any_ticks() -> impl Strategy<Value = Vec<&'static str>> {
    prop::sample::subsequence(vec!["owner", "date", "proof", "gone"], 0..=4)
}

/// A finished attempt at the essay alone.
fn attempt(module: &Module, name: &str, at: u64, points: Option<&[&str]>) -> Attempt {
    let mut session = start(module, name);
    write(&mut session, "An owner.");
    hand_in_at(&mut session, at);
    if let Some(points) = points {
        assess(&mut session, points, at + 1).unwrap();
    }
    Attempt::of(&session).unwrap()
}

proptest! {
    #[test]
    fn whatever_is_written_earns_nothing_out_of_nothing(text in any::<String>()) {
        let module = with_essay("mastery");
        let question = module.question(&id("essay")).unwrap();
        prop_assert_eq!(question.possible(), 0);
        let response = Response::Essay(text.clone());
        let outcome = question.body.score(&response, question.points, &[]);
        prop_assert_eq!(outcome.is_err(), text.trim().is_empty());
        prop_assert!(outcome.is_ok_and(|outcome| outcome.score == Score::default()) || text.trim().is_empty());
        let kept: Response = json::read(&json::write(&response)).unwrap();
        prop_assert_eq!(kept, response);
    }

    #[test]
    fn an_essay_changes_no_score_and_no_pass(right in prop::collection::vec(any::<bool>(), 6), text in any::<Option<String>>(), points in any_ticks()) {
        let (plain, module) = (module_of(&all_asked(), &module_json()), with_essay("mastery"));
        let [plain, with] = [plain, module].map(|module| {
            let mut session = start(&module, "a-1");
            for (question, right) in module.questions().iter().zip(&right) {
                if *right {
                    respond(&mut session, &question.id, question.body.model_response());
                }
            }
            if let (Some(text), Some(_)) = (&text, module.question(&id("essay"))) {
                write(&mut session, text);
            }
            hand_in_at(&mut session, 3);
            // Refused where nothing was written or there is no essay.
            let _ = assess(&mut session, &points, 4);
            session
        });
        prop_assert_eq!(plain.score(), with.score());
        prop_assert_eq!(plain.passed(), with.passed());
        prop_assert_eq!(plain.score().unwrap().possible(), 6);
    }

    #[test]
    fn the_latest_ticks_count_in_whichever_order_they_are_heard_of(all in prop::collection::vec(any_ticks(), 1..5)) {
        let module = only_essay("private");
        let told = |order: &[usize]| {
            let mut session = start(&module, "a-1");
            write(&mut session, "An owner.");
            hand_in_at(&mut session, 3);
            for &n in order {
                assess(&mut session, &all[n], 10 + n as u64).unwrap();
            }
            ticked(&session)
        };
        let forward: Vec<usize> = (0..all.len()).collect();
        let backward: Vec<usize> = forward.iter().rev().copied().collect();
        let mut known = all.last().unwrap().clone();
        known.retain(|point| *point != "gone");
        prop_assert_eq!(told(&forward), ticks(&known));
        prop_assert_eq!(told(&backward), ticks(&known));
    }

    #[test]
    fn ticks_survive_being_saved_and_resumed(points in any_ticks()) {
        let module = only_essay("private");
        let done = attempt(&module, "a-1", 3, Some(&points));
        let key = Key::Done(Scope::from(id::<jalon_engine::id::BankId>("b")), id("a-1"));
        let text = Saved::Done(done.clone()).to_text();
        prop_assert_eq!(Saved::read(&key, &text), Ok(Saved::Done(done.clone())));
        let mut again = Session::resume(module, done.head.clone(), &done.given, Some(done.submitted));
        for (question, own) in done.assessed.iter() {
            let event = Event::Assess { question: *question, points: own.points.clone(), at: own.at };
            again.apply(event).unwrap();
        }
        prop_assert_eq!(Attempt::of(&again), Some(done));
    }

    #[test]
    fn one_more_tick_never_counts_for_less(points in any_ticks(), more in prop::sample::select(&POINTS)) {
        let module = only_essay("mastery");
        let earned = |points: &[&str]| {
            let all = [attempt(&module, "a-1", 3, Some(points))];
            mastery(&module, &all)[0].earned
        };
        let most = [points.clone(), vec![more]].concat();
        prop_assert!(earned(&points) <= earned(&most));
        prop_assert!(earned(&most) <= 2 * PARTS);
    }

    #[test]
    fn words_are_counted_however_they_are_set_apart(words_there in prop::collection::vec("[a-zàéèêçœ0-9]{1,8}", 0..40), gap in prop::sample::select(vec![" ", "\n", "\u{A0}: ", " – ", "\t« "])) {
        prop_assert_eq!(words(&words_there.join(gap)), words_there.len());
    }
}

#[test]
fn a_text_is_ready_from_its_first_letter_up_to_its_longest() {
    let module = with_essay("private");
    let body = &module.question(&id("essay")).unwrap().body;
    let ready = |text: String| body.ready(&Response::Essay(text));
    assert_eq!(ready(String::new()), Err(NotReady::Empty));
    assert_eq!(ready(" \n\u{A0}".to_owned()), Err(NotReady::Empty));
    assert_eq!(ready("é".repeat(MAX_CHARS)), Ok(()));
    assert_eq!(ready("é".repeat(MAX_CHARS + 1)), Err(NotReady::TooLong));
    assert_eq!(
        body.ready(&Response::Text("x".to_owned())),
        Err(NotReady::OtherKind)
    );
}

#[test]
fn a_text_that_is_too_long_is_kept_named_and_compared_like_any_other() {
    let module = only_essay("private");
    let mut session = start(&module, "a-1");
    let long = "é ".repeat(1_000_000);
    write(&mut session, &long);
    let asked = session.apply(Event::Submit {
        unanswered: Unanswered::Ask,
        at: Moment(3),
    });
    assert_eq!(asked, Err(Refusal::NotReady(vec![(1, NotReady::TooLong)])));
    hand_in_at(&mut session, 3);
    assert_eq!(session.response(&id("essay")), Some(&Response::Essay(long)));
    let shown = feedback::of(&session, &id("essay")).unwrap();
    assert_eq!(shown.verdict, Verdict::Compare);
    assert!(assess(&mut session, &["owner"], 4).is_ok());
}

#[test]
fn an_essay_without_a_text_is_missing_like_any_other_answer() {
    let module = only_essay("private");
    let mut session = start(&module, "a-1");
    assert_eq!(session.answered(), 0);
    write(&mut session, "  ");
    let asked = session.apply(Event::Submit {
        unanswered: Unanswered::Ask,
        at: Moment(3),
    });
    assert_eq!(asked, Err(Refusal::NotReady(vec![(1, NotReady::Empty)])));
    hand_in_at(&mut session, 3);
    let shown = feedback::of(&session, &id("essay")).unwrap();
    assert_eq!(shown.verdict, Verdict::Unanswered);
    let Detail::Essay { model, points, .. } = shown.detail else {
        panic!("another kind's: {:?}", shown.detail);
    };
    assert!(!model.is_empty());
    assert_eq!(points, [], "there is nothing to tick them on");
    assert_eq!(
        assess(&mut session, &["owner"], 4),
        Err(Refusal::Unfit(NotReady::Empty))
    );
}

#[test]
fn what_to_compare_with_comes_after_handing_in_in_the_wording_asked() {
    let module = only_essay("mastery");
    let mut session = start(&module, "a-1");
    write(&mut session, "An owner and a date.");
    assert_eq!(feedback::of(&session, &id("essay")), None);
    hand_in_at(&mut session, 3);
    let shown = feedback::of(&session, &id("essay")).unwrap();
    assert_eq!(
        (shown.verdict, shown.score),
        (Verdict::Compare, Score::default())
    );
    let Detail::Essay {
        model,
        points,
        counts,
    } = shown.detail
    else {
        panic!("another kind's: {:?}", shown.detail);
    };
    assert_eq!(counts, essay::Counts::Mastery);
    let asked = session.plan().questions[0].wordings.clone();
    for (lang, wording) in asked.iter() {
        let model = model.get(lang).unwrap().to_plain();
        assert_eq!(model, format!("{lang} model {wording}"));
    }
    let names: Vec<String> = points
        .iter()
        .map(|(point, text)| format!("{point}: {}", text.get(&id("fr")).unwrap().to_plain()))
        .collect();
    assert_eq!(names, POINTS.map(|point| format!("{point}: fr {point}")));
}

#[test]
fn an_exercise_of_essays_alone_is_neither_passed_nor_failed() {
    let module = only_essay("mastery");
    let mut session = start(&module, "a-1");
    write(&mut session, "An owner.");
    hand_in_at(&mut session, 3);
    assert_eq!(session.score(), Some(Score::default()));
    assert_eq!(session.score().unwrap().percent(), 0);
    assert_eq!(session.passed(), None);
}

#[test]
fn only_texts_of_a_finished_attempt_are_assessed() {
    let module = with_essay("private");
    let mut session = start(&module, "a-1");
    write(&mut session, "An owner.");
    respond(&mut session, &id("judged"), Response::TrueFalse(true));
    assert_eq!(
        assess(&mut session, &["owner"], 3),
        Err(Refusal::NotSubmitted)
    );
    hand_in_at(&mut session, 4);
    let of = |question: &str| Event::Assess {
        question: id(question),
        points: ticks(&["owner"]),
        at: Moment(5),
    };
    assert_eq!(
        session.apply(of("judged")),
        Err(Refusal::Unfit(NotReady::OtherKind))
    );
    assert_eq!(session.apply(of("nobody")), Err(Refusal::UnknownQuestion));
    let kept = assess(&mut session, &["owner", "gone"], 5);
    assert!(matches!(kept, Ok(Step::Assessed(_, own)) if own.points == ticks(&["owner"])));
    assert_eq!(assess(&mut session, &["owner"], 6), Ok(Step::Nothing));
    assert_eq!(assess(&mut session, &["date"], 4), Ok(Step::Nothing));
    assert!(assess(&mut session, &[], 7).is_ok());
    assert_eq!(ticked(&session), ticks(&[]));
}

#[test]
fn ticks_count_for_mastery_only_where_the_bank_says_so() {
    let sums = |counts: &str, attempts: &[(u64, Option<&[&str]>)]| {
        let module = only_essay(counts);
        let all = attempts.iter().enumerate();
        let all = all.map(|(n, (at, points))| attempt(&module, &format!("a-{n}"), *at, *points));
        let all: Vec<Attempt> = all.collect();
        let mastery = mastery(&module, &all);
        let [one] = &mastery[..] else {
            panic!("one concept, please: {mastery:?}");
        };
        assert_eq!(one.standing() == Standing::Unknown, one.possible == 0);
        (one.earned, one.possible)
    };
    let whole = 2 * PARTS;
    assert_eq!(sums("private", &[(3, Some(&POINTS))]), (0, 0));
    assert_eq!(
        sums("mastery", &[(3, None)]),
        (0, 0),
        "nothing is known yet"
    );
    assert_eq!(sums("mastery", &[(3, Some(&POINTS))]), (whole, whole));
    let two: &[&str] = &["owner", "proof"];
    assert_eq!(sums("mastery", &[(3, Some(two))]), (whole * 2 / 3, whole));
    // The last one that was assessed counts.
    let later = [(3, Some(&POINTS[..])), (9, Some(two)), (12, None)];
    assert_eq!(sums("mastery", &later), (whole * 2 / 3, whole));
}

#[test]
fn the_mastery_of_other_questions_is_theirs() {
    let module = with_essay("private");
    let mut session = start(&module, "a-1");
    for question in module.questions() {
        respond(&mut session, &question.id, question.body.model_response());
    }
    hand_in_at(&mut session, 3);
    assess(&mut session, &["owner"], 4).unwrap();
    let attempts = [Attempt::of(&session).unwrap()];
    for one in mastery(&module, &attempts) {
        assert_eq!((one.earned, one.possible), (3 * PARTS, 3 * PARTS));
    }
}

#[test]
fn an_edit_of_the_checklist_keeps_the_text_and_the_ticks_that_are_left() {
    let done = attempt(&only_essay("private"), "a-1", 3, Some(&["owner", "proof"]));
    let mut file = file("private");
    let mut essay = essay_json("private");
    essay["body"]["essay"]["points"] = json!(["proof"]);
    for lang in ["en", "fr"] {
        for wording in essay["wordings"][lang].as_array_mut().unwrap() {
            wording["choices"]
                .as_object_mut()
                .unwrap()
                .retain(|point, _| point == "proof");
        }
    }
    file["questions"] = json!([essay]);
    let edited = module_of(&all_asked(), &file.to_string());
    let mut session = Session::resume(edited, done.head.clone(), &done.given, Some(done.submitted));
    let own = done.assessed.get(&id("essay")).unwrap();
    let event = Event::Assess {
        question: id("essay"),
        points: own.points.clone(),
        at: own.at,
    };
    session.apply(event).unwrap();
    assert_eq!(ticked(&session), ticks(&["proof"]));
    assert_eq!(session.given().len(), 1);
}

#[test]
fn an_essay_is_whole() {
    let bank = common::bank(HEADER);
    let sound = |change: &dyn Fn(&mut Value)| {
        let mut file = file("private");
        change(&mut file["questions"][6]);
        bank.module(json::read(&file.to_string()).unwrap()).is_ok()
    };
    assert!(sound(&|_| {}));
    assert!(sound(&|essay| essay["body"]["essay"]["most"] = json!(21)));
    for broken in [
        json!({"points": []}),
        json!({"points": ["owner", "owner", "date", "proof"]}),
        json!({"points": POINTS, "least": 0}),
        json!({"points": POINTS, "most": 3001}),
        json!({"points": POINTS, "least": 20, "most": 20}),
        json!({"points": ["owner", "date", "proof", "more"]}),
        json!({"points": ["owner", "date"]}),
    ] {
        assert!(
            !sound(&|essay| essay["body"]["essay"] = broken.clone()),
            "{broken}"
        );
    }
    assert!(!sound(
        &|essay| essay["wordings"]["fr"][0]["model"] = json!([])
    ));
    assert!(!sound(
        &|essay| essay["wordings"]["fr"][0]["choices"]["date"] = json!([])
    ));
}

#[test]
fn no_other_kind_takes_an_essay() {
    let response = Response::Essay("True, I think.".to_owned());
    for question in module().questions() {
        let outcome = question.body.score(&response, 1, &[]);
        assert_eq!(outcome.unwrap_err(), NotReady::OtherKind);
    }
}
