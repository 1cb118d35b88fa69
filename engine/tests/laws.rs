//! Laws of the engine, held against arbitrary values.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod common;

use common::{HEADER, bank, module, module_json, module_of};
use jalon_engine::bank::{Bank, sealed};
use jalon_engine::grade::{Leeway, Order, PARTS, Required, Score, TextKey, TextMatch};
use jalon_engine::id::{AttemptId, BankId, ChoiceId, QuestionId};
use jalon_engine::json;
use jalon_engine::kind::choice::Pick;
use jalon_engine::kind::gaps::{self, Given};
use jalon_engine::kind::pairs::Placed;
use jalon_engine::kind::{Body, Evidence, FaceBody, Response};
use jalon_engine::lang::{Lang, Reading};
use jalon_engine::per::Choices;
use jalon_engine::progress::{Attempt, Key, Saved, mastery, seen};
use jalon_engine::session::{Event, Plan, Seed, Seen, Session, Step, Unanswered};
use jalon_engine::time::Moment;
use proptest::prelude::*;
use serde_json::Value;

fn start(seed: u32, seen: &Seen) -> Session {
    Session::start(
        module(),
        "a-1".parse().unwrap(),
        Seed(seed),
        seen,
        Moment(1),
    )
}

fn respond_in(
    session: &mut Session,
    question: &QuestionId,
    response: Response,
    reading: Reading,
) -> bool {
    let event = Event::Respond {
        question: *question,
        response,
        reading,
        at: Moment(2),
    };
    matches!(session.apply(event), Ok(Step::Keep(..)))
}

fn respond(session: &mut Session, question: &QuestionId, response: Response) -> bool {
    respond_in(session, question, response, Reading::Both)
}

fn hand_in(session: &mut Session) {
    let event = Event::Submit {
        unanswered: Unanswered::Leave,
        at: Moment(3),
    };
    assert_eq!(session.apply(event), Ok(Step::Finished));
}

fn questions(session: &Session) -> Vec<QuestionId> {
    let planned = session.plan().questions.iter();
    planned.map(|p| p.question).collect()
}

fn choice(id: &str) -> ChoiceId {
    id.parse().unwrap()
}

fn any_id() -> impl Strategy<Value = ChoiceId> {
    let ids = vec!["a", "b", "c", "none", "zzz"];
    prop::sample::select(ids).prop_map(choice)
}

fn any_placed() -> impl Strategy<Value = Placed> {
    prop::collection::vec((any_id(), any_id()), 0..5).prop_map(|pairs| pairs.into_iter().collect())
}

fn any_response() -> impl Strategy<Value = Response> {
    prop_oneof![
        prop::collection::vec(any_id(), 0..4)
            .prop_map(|ids| Response::Choice(ids.into_iter().collect())),
        any::<bool>().prop_map(Response::TrueFalse),
        any::<String>().prop_map(Response::Text),
        any::<String>().prop_map(Response::Number),
        Just(Response::Nothing),
        any::<String>().prop_map(Response::Essay),
        (any::<String>(), any::<bool>()).prop_map(|(text, is_text)| {
            let given = if is_text {
                Given::Text(text)
            } else {
                Given::Number(text)
            };
            let mut gaps = gaps::Response::default();
            gaps.put("a".parse().unwrap(), given);
            Response::Gaps(gaps)
        }),
        Just(Response::Hotspot([choice("a")].into_iter().collect())),
        any_placed().prop_map(Response::Match),
        any_placed().prop_map(Response::Classify),
        prop::collection::vec(any_id(), 0..5).prop_map(Response::Order),
        Just(Response::Text("27001".to_owned())),
        Just(Response::Text("declaraton d'applicabilite".to_owned())),
    ]
}

fn any_phrase() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "corrective action",
        "preventive action",
        "action corrective",
        "the corrective actions",
        "collective action",
        "requirement",
        "requirements",
        "three years",
        "3 years",
        "côté",
        "coté",
        "asymmetric",
        "symmetric",
    ])
}

/// A phrase, with a letter changed, left out or put in.
fn any_typing() -> impl Strategy<Value = String> {
    (
        any_phrase(),
        any::<prop::sample::Index>(),
        "[a-z]{0,1}",
        0usize..2,
    )
        .prop_map(|(phrase, at, instead, gone)| {
            let letters: Vec<char> = phrase.chars().collect();
            let at = at.index(letters.len());
            let (before, behind) = letters.split_at(at);
            let rest = behind.iter().skip(gone);
            before
                .iter()
                .copied()
                .chain(instead.chars())
                .chain(rest.copied())
                .collect()
        })
}

fn any_adjective() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "certifiable",
        "conforme",
        "certified",
        "symmetric",
        "available",
        "reversible",
        "mature",
        "conformité",
        "disponible",
        "accredited",
    ])
}

fn any_negation() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "un", "in", "im", "non", "non ", "non-", "not ", "pas ", "dis", "a", "de", "mal", "ir",
        "never ", "sans ",
    ])
}

/// A session with some responses, which may fit their question or not.
fn session_with(seed: u32, responses: Vec<Response>) -> Session {
    let mut session = start(seed, &Seen::default());
    for (id, response) in questions(&session).iter().zip(responses) {
        respond(&mut session, id, response);
    }
    session
}

/// Every kind of entry that this session can leave behind.
fn entries(mut session: Session, written: String) -> Vec<(Key, Saved)> {
    let (bank, attempt): (BankId, AttemptId) = ("b".parse().unwrap(), "a-1".parse().unwrap());
    let lang: Lang = "fr".parse().unwrap();
    let module = || "m".parse().unwrap();
    let mut all = vec![
        (
            Key::Open(bank, attempt),
            Saved::Open(session.head().clone()),
        ),
        (Key::Writing(bank, module()), Saved::Writing(written)),
        (Key::Reading(bank, module()), Saved::Reading(Reading::Both)),
        (
            Key::Reading(bank, module()),
            Saved::Reading(Reading::In(lang)),
        ),
    ];
    for (question, given) in session.given().iter() {
        let key = Key::Given(bank, attempt, *question);
        all.push((key, Saved::Given(given.clone())));
    }
    hand_in(&mut session);
    let done = Attempt::of(&session).unwrap();
    assert_eq!(Some(done.score()), session.score());
    all.push((Key::Done(bank, attempt), Saved::Done(done)));
    all
}

/// A text that is cut short, or has another byte; none where that is the same text, or no text.
fn damaged(whole: &str, at: prop::sample::Index, byte: u8, cut: bool) -> Option<String> {
    let mut bytes = whole.as_bytes().to_vec();
    let at = at.index(bytes.len());
    if cut {
        bytes.truncate(at);
    } else {
        bytes[at] = byte;
    }
    String::from_utf8(bytes).ok().filter(|text| text != whole)
}

/// JSON of any shape, with names that mean something here.
fn any_json() -> impl Strategy<Value = String> {
    let name = prop_oneof![
        Just("jalon"),
        Just("saved"),
        Just("given"),
        Just("open"),
        Just("done"),
        Just("choice"),
        Just("text"),
        Just("number"),
        Just("essay"),
        Just("stimuli"),
        Just("assessed"),
        Just("table"),
        Just("match"),
        Just("classify"),
        Just("order"),
        Just("pairs"),
        Just("items"),
        Just("places"),
        Just("questions"),
        Just("used"),
        Just("hints"),
        Just("certainty"),
        Just("stage"),
        Just("mark"),
        Just("lost"),
        Just("allowance"),
        Just("body"),
        Just("key"),
        Just("plan"),
        Just("id"),
        Just("en"),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        Just(Value::from(1)),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        name.clone().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    let tree = leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((name.clone(), inner), 0..6).prop_map(|members| {
                Value::Object(
                    members
                        .into_iter()
                        .map(|(n, v)| (n.to_owned(), v))
                        .collect(),
                )
            }),
        ]
    });
    tree.prop_map(|value| value.to_string())
}

/// A change that an author makes to a question between two visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edit {
    Keep,
    Reword,
    Regrade,
    TakeOut,
    LoseWording,
    /// Takes choice `b` out and puts `new` in; where there is none, the same as `Keep`.
    SwapChoice,
    OtherKind,
}

fn any_edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = prop_oneof![
        Just(Edit::Keep),
        Just(Edit::Reword),
        Just(Edit::Regrade),
        Just(Edit::TakeOut),
        Just(Edit::LoseWording),
        Just(Edit::SwapChoice),
        Just(Edit::OtherKind),
    ];
    prop::collection::vec(edit, 5)
}

fn choices_of(question: &mut Value) -> Option<&mut Vec<Value>> {
    question.pointer_mut("/body/choice/choices")?.as_array_mut()
}

fn edit(question: &mut Value, edit: Edit) {
    let wordings = |question: &mut Value, f: &dyn Fn(&mut Vec<Value>)| {
        for lang in ["en", "fr"] {
            f(question["wordings"][lang].as_array_mut().unwrap());
        }
    };
    match edit {
        Edit::Keep | Edit::TakeOut => {}
        Edit::Reword => wordings(question, &|all| {
            for one in all {
                one["prompt"] = serde_json::json!([{"p": [{"t": "in other words"}]}]);
            }
        }),
        Edit::Regrade => question["fingerprint"] = "changed".into(),
        Edit::LoseWording => wordings(question, &|all| _ = all.remove(0)),
        Edit::SwapChoice => {
            let Some(items) = choices_of(question) else {
                return;
            };
            items.retain(|item| item["id"] != "b");
            items.insert(0, serde_json::json!({"id": "new"}));
            wordings(question, &|all| {
                for one in all {
                    let texts = one["choices"].as_object_mut().unwrap();
                    texts.remove("b");
                    texts.insert("new".to_owned(), serde_json::json!([{"t": "new"}]));
                }
            });
        }
        Edit::OtherKind => {
            question["body"] = serde_json::json!({"text": {"any": ["other"]}});
            question["fingerprint"] = "other".into();
            wordings(question, &|all| {
                for one in all {
                    one["choices"] = serde_json::json!({});
                }
            });
        }
    }
}

/// The module with one edit per question; its last question stays as it is, so that one is always left.
fn edited(edits: &[Edit]) -> jalon_engine::bank::Module {
    let mut file: Value = serde_json::from_str(&module_json()).unwrap();
    let all = file["questions"].as_array_mut().unwrap();
    for (question, one) in all.iter_mut().zip(edits) {
        edit(question, *one);
    }
    let mut edits = edits.iter();
    all.retain(|_| edits.next() != Some(&Edit::TakeOut));
    module_of(&HEADER.replace(", \"draw\": 4", ""), &file.to_string())
}

proptest! {
    #[test]
    fn the_key_earns_full_points_in_every_language_wording_and_order(seed: u32, lang in 0usize..3) {
        let mut session = start(seed, &Seen::default());
        let module = session.module().clone();
        let langs = module.languages();
        let reading = langs.get(lang).map_or(Reading::Both, |lang| Reading::In(*lang));
        for id in &questions(&session) {
            let body = &module.question(id).unwrap().body;
            let key = body.model_response();
            // What is right is on screen, in every language.
            let face = session.face(id).unwrap();
            for lang in langs {
                prop_assert!(face.prompt.get(lang).is_some());
            }
            if let (FaceBody::Choice(face), Response::Choice(key)) = (face.body, &key) {
                for id in key.iter() {
                    let (_, text) = face.choices.iter().find(|(own, _)| own == id).unwrap();
                    prop_assert!(langs.iter().all(|lang| !text.get(lang).unwrap().to_plain().is_empty()));
                }
                prop_assert_eq!(face.choices.len(), body.parts().len());
            }
            prop_assert!(respond_in(&mut session, id, key, reading));
        }
        hand_in(&mut session);
        prop_assert_eq!(session.score(), Some(Score::all_or_nothing(true, 4)));
        prop_assert_eq!(session.passed(), Some(true));
    }

    #[test]
    fn nothing_but_the_key_earns_every_point(response in any_response()) {
        for question in module().questions() {
            let outcome = question.body.score(&response, 3, &[]);
            let score = outcome.map_or(Score::default(), |outcome| outcome.score);
            let full = score.possible() == 3 && score.is_full();
            let is_key = match (&question.body, &response) {
                (Body::Text(_), Response::Text(text)) => !text.is_empty() && full,
                (body, response) => *response == body.model_response(),
            };
            prop_assert_eq!(full, is_key);
            // Only where several may be picked is there a part to earn.
            let in_parts = matches!(&question.body, Body::Choice(body) if body.key.pick() != Pick::One);
            prop_assert!(in_parts || full || score.is_nothing());
        }
    }

    #[test]
    fn the_order_of_ticking_makes_no_difference(picks in prop::collection::vec(0usize..3, 0..6)) {
        let ids = ["a", "b", "c"];
        let read = |picks: &mut dyn Iterator<Item = &usize>| {
            let list: Vec<&str> = picks.map(|&n| ids[n]).collect();
            json::read::<Response>(&serde_json::json!({"choice": list}).to_string()).unwrap()
        };
        let (forward, backward) = (read(&mut picks.iter()), read(&mut picks.iter().rev()));
        let mut ticked = Choices::default();
        picks.iter().rev().for_each(|&n| ticked.insert(choice(ids[n])));
        prop_assert_eq!(&forward, &Response::Choice(ticked));
        let module = module();
        let question = module.question(&"several".parse().unwrap()).unwrap();
        let score = |given| question.body.score(given, 1, &[]);
        prop_assert_eq!(score(&forward), score(&backward));
        let mut picked = picks.clone();
        picked.sort_unstable();
        picked.dedup();
        prop_assert_eq!(score(&forward).is_ok_and(|o| o.score.is_full()), picked == [0, 2]);
    }

    #[test]
    fn the_order_of_choices_makes_no_difference(response in any_response(), turn in 0usize..4, seeds: [u32; 2]) {
        let mut file: Value = serde_json::from_str(&module_json()).unwrap();
        for question in file["questions"].as_array_mut().unwrap() {
            if let Some(items) = choices_of(question) {
                let turn = turn % items.len();
                items.rotate_left(turn);
            }
        }
        let (module, turned) = (module(), module_of(HEADER, &file.to_string()));
        for (one, other) in module.questions().iter().zip(turned.questions()) {
            prop_assert_eq!(one.body.score(&response, 1, &[]), other.body.score(&response, 1, &[]));
        }
        // Nor does the order in which an attempt shows them.
        let scores = seeds.map(|seed| {
            let mut session = start(seed, &Seen::default());
            let id = questions(&session).into_iter().find(|id| id.as_str().starts_with("one")).unwrap();
            respond(&mut session, &id, response.clone());
            hand_in(&mut session);
            session.question_score(&id)
        });
        prop_assert_eq!(scores[0], scores[1]);
    }

    #[test]
    fn the_same_seed_and_history_draw_the_same_attempt(
        seeds: [u32; 2],
        responses in prop::collection::vec(any_response(), 4),
    ) {
        let mut history = Seen::default();
        history.add(&Plan::draw(&module(), Seed(seeds[0]), &Seen::default()));
        for seen in [Seen::default(), history] {
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
        let plan = Plan::draw(&module, Seed(seed), &Seen::default());
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
        let mut session = start(seed, &Seen::default());
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

    #[test]
    fn saving_and_reading_again_changes_nothing(
        seed: u32,
        responses in prop::collection::vec(any_response(), 0..6),
        written: String,
    ) {
        let session = session_with(seed, responses);
        let resumed = Session::resume(
            session.module().clone(), session.head().clone(), session.given(), None,
        );
        prop_assert_eq!(resumed.given(), session.given());
        prop_assert_eq!(resumed.head(), session.head());
        for (key, saved) in entries(session, written) {
            prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key.clone()));
            prop_assert_eq!(Saved::read(&key, &saved.to_text()), Ok(saved));
        }
    }

    #[test]
    fn a_damaged_entry_is_an_error_or_goes_on_without_panic(
        seed: u32,
        responses in prop::collection::vec(any_response(), 0..6),
        at: prop::sample::Index,
        damage in prop_oneof![
            Just(String::new()),
            Just("null".to_owned()),
            Just("a-1".to_owned()),
            Just("4294967296".to_owned()),
            "[ -~]{1,3}",
            any_json(),
        ],
        length in 0usize..40,
        cut: bool,
    ) {
        for (key, saved) in entries(session_with(seed, responses), String::new()) {
            let text = saved.to_text();
            let at = at.index(text.len());
            let (Some(before), Some(after)) = (text.get(..at), text.get((at + length).min(text.len())..)) else {
                continue;
            };
            let damaged = if cut { before.to_owned() } else { format!("{before}{damage}{after}") };
            let read = Saved::read(&key, &damaged);
            prop_assert!(!cut || read.is_err(), "cut short: {damaged}");
            let Ok(read) = read else { continue };
            prop_assert_eq!(Saved::read(&key, &read.to_text()), Ok(read.clone()));
            let (head, given, submitted) = match read {
                Saved::Open(head) => (head, Default::default(), None),
                Saved::Done(attempt) => (attempt.head, attempt.given, Some(attempt.submitted)),
                _ => continue,
            };
            let resumed = Session::resume(module(), head, &given, submitted);
            for id in questions(&resumed) {
                prop_assert!(resumed.face(&id).is_some());
            }
            let _ = (resumed.score(), resumed.answered());
        }
    }

    #[test]
    fn an_edit_of_the_bank_keeps_what_still_fits(
        seed: u32,
        responses in prop::collection::vec(any_response(), 4),
        edits in any_edits(),
        submitted: bool,
    ) {
        let before = session_with(seed, responses);
        let module = edited(&edits);
        let submitted = submitted.then_some(Moment(3));
        let mut resumed = Session::resume(module.clone(), before.head().clone(), before.given(), submitted);
        let original = before.module();
        let edit_of = |id: &QuestionId| {
            let place = original.questions().iter().position(|question| question.id == *id).unwrap();
            edits.get(place).copied().unwrap_or(Edit::Keep)
        };
        let mut left_out = 0;
        for id in questions(&before) {
            let planned = resumed.plan().get(&id);
            let Some(question) = module.question(&id) else {
                prop_assert_eq!(edit_of(&id), Edit::TakeOut);
                prop_assert_eq!(planned, None);
                prop_assert_eq!(resumed.response(&id), None);
                left_out += usize::from(before.response(&id).is_some());
                continue;
            };
            let planned = planned.unwrap();
            for (lang, wording) in planned.wordings.iter() {
                prop_assert!(question.wordings(lang).iter().any(|own| own.id == *wording));
            }
            prop_assert_eq!(planned.wordings.langs().count(), 2);
            let old = before.plan().get(&id).unwrap();
            let lost = match (edit_of(&id), before.response(&id)) {
                (Edit::Regrade | Edit::OtherKind, _) => true,
                (Edit::SwapChoice, Some(Response::Choice(picked))) => picked.contains(&choice("b")),
                _ => false,
            };
            match edit_of(&id) {
                Edit::SwapChoice if !old.order.is_empty() => {
                    let mut order: Vec<_> = old.order.iter().filter(|id| id.as_str() != "b").cloned().collect();
                    order.push(choice("new"));
                    prop_assert_eq!(&planned.order, &order);
                }
                Edit::OtherKind => prop_assert!(planned.order.is_empty()),
                Edit::LoseWording => prop_assert_eq!(&planned.order, &old.order),
                _ => prop_assert_eq!(planned, old),
            }
            if lost {
                prop_assert_eq!(resumed.response(&id), None);
                left_out += usize::from(before.response(&id).is_some());
            } else {
                prop_assert_eq!(resumed.response(&id), before.response(&id));
            }
            prop_assert!(resumed.face(&id).is_some());
        }
        prop_assert_eq!(resumed.left_out(before.given().len()), left_out);
        if submitted.is_none() {
            hand_in(&mut resumed);
        }
        let score = resumed.score().unwrap();
        prop_assert!(score.earned_parts() <= u64::from(score.possible()) * PARTS);
    }

    #[test]
    fn no_text_makes_reading_panic(text in prop_oneof![any::<String>(), any_json()]) {
        let members = text.trim_start_matches('{');
        for text in [text.clone(), sealed(&format!("{{\"jalon\":2,{members}"))] {
            let _ = Bank::read(&text);
            let _ = bank(HEADER).read_module(&text);
        }
        let _ = text.parse::<Key>();
        let key: Key = "jalon:b:open:a-1".parse().unwrap();
        prop_assert!(Saved::read(&key, &text).is_err());
        let _ = json::read::<Response>(&text);
        for saved in ["given", "open", "done", "reading"] {
            let wrapped = format!("{{\"jalon\":1,\"saved\":{{\"{saved}\":{text}}}}}");
            let _ = Saved::read(&key, &wrapped);
        }
    }

    #[test]
    fn a_damaged_file_is_refused(at: prop::sample::Index, byte: u8, cut: bool) {
        let bank = bank(HEADER);
        for whole in [json::write(bank.file()), json::write(module().file())] {
            let whole = sealed(&whole);
            let Some(damaged) = damaged(&whole, at, byte, cut) else { continue };
            prop_assert!(Bank::read(&damaged).is_err());
            prop_assert!(bank.read_module(&damaged).is_err());
        }
    }

    #[test]
    fn damage_that_was_sealed_does_no_harm(at: prop::sample::Index, byte: u8, cut: bool) {
        let bank = bank(HEADER);
        for whole in [json::write(bank.file()), json::write(module().file())] {
            let Some(damaged) = damaged(&whole, at, byte, cut) else { continue };
            let damaged = sealed(&damaged);
            let _ = Bank::read(&damaged);
            if let Ok(module) = bank.read_module(&damaged) {
                let _ = Plan::draw(&module, Seed(1), &Seen::default());
            }
        }
    }

    #[test]
    fn every_listed_spelling_earns_full_points(pick in any::<prop::sample::Index>(), loud: bool, mark in "[ .!]{0,2}") {
        let module = module();
        let terms: Vec<&str> = module.bank().terms().collect();
        for question in module.questions() {
            let Body::Text(body) = &question.body else { continue };
            let all: Vec<&str> = body.answers().map(|(_, answer)| answer).collect();
            let answer = pick.get(&all);
            let typed = if loud { answer.to_uppercase() } else { (*answer).to_owned() };
            for given in [(*answer).to_owned(), format!("{mark}{typed}{mark}")] {
                let outcome = question.body.score(&Response::Text(given), 2, &terms);
                prop_assert!(outcome.is_ok_and(|outcome| outcome.score.is_full()));
            }
        }
    }

    #[test]
    fn a_typed_answer_is_read_without_panic_and_its_own_text_is_right(given in any::<String>()) {
        let typed = [(None, given.as_str())];
        let read = TextKey { answers: &typed, wrong: &[], terms: &[], leeway: &Leeway::default() }.read(&given);
        prop_assert!(matches!(read, TextMatch::Accepted(_)));
        let other = [(None, "statement of applicability")];
        let _ = TextKey { answers: &other, wrong: &["27002"], terms: &["accreditation"], leeway: &Leeway::default() }.read(&given);
    }

    #[test]
    fn no_leeway_makes_the_reader_panic_or_lose_an_answer(given in any::<String>(), name in any::<String>(), word in "[a-z]{0,6}") {
        let leeway = Leeway {
            order: Order::Any,
            same: vec![vec![name.clone(), given.clone()], vec![String::new(), word.clone()]],
            words: [("en".parse().unwrap(), Required { all: vec![vec![word]], none: vec![name.clone()] })].into_iter().collect(),
            ..Leeway::default()
        };
        let lang: Lang = "en".parse().unwrap();
        let typed = [(Some(&lang), name.as_str()), (None, "statement of applicability")];
        let key = TextKey { answers: &typed, wrong: &["27002"], terms: &["accreditation"], leeway: &leeway };
        prop_assert!(matches!(key.read(&name), TextMatch::Accepted(_)) || name == "27002");
        let _ = key.read(&given);
    }

    #[test]
    fn one_more_right_answer_never_costs_anybody_theirs(
        own in any_phrase(), more in any_phrase(), wrong in any_phrase(), term in any_phrase(), given in any_typing(),
        any_order: bool,
    ) {
        let order = if any_order { Order::Any } else { Order::AsWritten };
        let leeway = Leeway { order, ..Leeway::default() };
        let lang: Lang = "en".parse().unwrap();
        let answers = [(Some(&lang), own), (Some(&lang), more)];
        let accepts = |answers: &[(Option<&Lang>, &str)]| {
            let key = TextKey { answers, wrong: &[wrong], terms: &[term], leeway: &leeway };
            matches!(key.read(&given), TextMatch::Accepted(_))
        };
        prop_assert!(!accepts(&answers[..1]) || accepts(&answers));
    }

    #[test]
    fn a_prefix_that_turns_the_meaning_round_is_never_a_slip(word in any_adjective(), prefix in any_negation()) {
        let lang: Lang = "en".parse().unwrap();
        // Nothing begins with a- before an "a": that is a letter typed twice.
        prop_assume!(!(prefix == "a" && word.starts_with('a')));
        let turned = format!("{prefix}{word}");
        let is_read_as = |given: &str, answer: &str| {
            let answers = [(Some(&lang), answer)];
            let key = TextKey { answers: &answers, wrong: &[], terms: &[], leeway: &Leeway::default() };
            matches!(key.read(given), TextMatch::Accepted(_))
        };
        prop_assert!(!is_read_as(&turned, word));
        prop_assert!(!is_read_as(word, &turned));
    }

    #[test]
    fn a_number_with_another_digit_is_never_right(n in 10_000u32..99_999, place in 0u32..5, digit in 1u32..10) {
        let unit = 10u32.pow(place);
        let other = n - (n / unit % 10) * unit + (n / unit % 10 + digit) % 10 * unit;
        prop_assume!(other != n);
        let answer = format!("certification to ISO/IEC {n}");
        let answers = [(None, answer.as_str())];
        let key = TextKey { answers: &answers, wrong: &[], terms: &[], leeway: &Leeway::default() };
        let given = format!("certification to ISO/IEC {other}");
        prop_assert_eq!(key.read(&given), TextMatch::Unknown);
    }

    #[test]
    fn a_score_passes_exactly_when_its_share_reaches_the_mark(earned in 0u32..500, more in 0u32..500, pass in 1u8..=100) {
        prop_assume!(earned + more > 0);
        let score: Score = [Score::all_or_nothing(true, earned), Score::all_or_nothing(false, more)].into_iter().sum();
        let share = f64::from(earned) * 100.0 / f64::from(score.possible());
        prop_assert_eq!(score.passes(pass), share >= f64::from(pass) - 1e-9);
        let exactly = Score::share(pass.into(), 100, 1);
        prop_assert!(exactly.passes(pass) && exactly.percent() == u32::from(pass));
        prop_assert!(!exactly.passes(pass + 1));
    }
}

#[test]
fn an_answer_of_a_megabyte_is_refused_unread() {
    let module = module();
    let huge = ["a ", "é", "1 ", "un-"].map(|part| part.repeat(1_000_000 / part.len()));
    for given in huge {
        for question in module.questions() {
            let response = Response::Text(given.clone());
            assert!(question.body.score(&response, 1, &["term"]).is_err());
        }
        let answers = [(None, "statement of applicability")];
        let leeway = Leeway::default();
        let key = TextKey {
            answers: &answers,
            wrong: &[],
            terms: &[],
            leeway: &leeway,
        };
        assert_eq!(key.read(&given), TextMatch::Unknown);
    }
}

#[test]
fn the_last_answer_to_a_question_counts_for_mastery() {
    let module = module();
    let mut attempts = Vec::new();
    for (n, right) in [(1u64, false), (2, true)] {
        // The same questions both times.
        let mut session = start(1, &Seen::default());
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
    assert_ne!(seen(&attempts), Seen::default());
    // In whichever order they are read back.
    attempts.reverse();
    assert_eq!(mastery(&module, &attempts), both);
}

#[test]
fn the_evidence_of_a_choice_names_each_pick_once() {
    let module = module();
    let question = module.question(&"several".parse().unwrap()).unwrap();
    for (picked, hits, false_picks, missed) in [
        ("a", "a", "", "c"),
        ("c", "c", "", "a"),
        ("b", "", "b", "ac"),
        ("cb", "c", "b", "a"),
        ("cab", "ac", "b", ""),
    ] {
        let given: Choices = picked.chars().map(|c| choice(&c.to_string())).collect();
        let outcome = question.body.score(&Response::Choice(given), 1, &[]);
        let Evidence::Choice(evidence) = outcome.unwrap().evidence else {
            panic!("another kind of evidence");
        };
        let names = |ids: &Choices| ids.iter().map(ChoiceId::as_str).collect::<String>();
        assert_eq!(names(&evidence.hits), hits);
        assert_eq!(names(&evidence.false_picks), false_picks);
        assert_eq!(names(&evidence.missed), missed);
    }
}

#[test]
fn a_question_that_was_not_drawn_takes_no_answer() {
    let mut session = start(7, &Seen::default());
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
    let mut session = start(7, &Seen::default());
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
