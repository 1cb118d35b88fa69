//! Texts with gaps: what each gap earns, what is asked about, and what may change places.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

#[allow(dead_code, reason = "the other tests use the rest of it")]
#[path = "../common/mod.rs"]
mod common;
mod laws;

use jalon_engine::bank::{Location, ModuleFile, Question, Subject, Violation};
use jalon_engine::grade::{Numeral, PARTS, Policy, Unread};
use jalon_engine::id::GapId;
use jalon_engine::json;
use jalon_engine::kind::gaps::{Field, Given, Judged, MAX_GAPS, Response as Filled, Width};
use jalon_engine::kind::number::{Key, Tolerance};
use jalon_engine::kind::{Body, Evidence, FaceBody, NotReady, Response};
use jalon_engine::lang::Lang;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A wording whose text has gaps in this order.
fn wording(gaps: &[&str]) -> Value {
    let mut line = vec![json!({"t": "so"})];
    line.extend(gaps.iter().map(|gap| json!({"b": [{"gap": gap}]})));
    json!({
        "id": "1", "prompt": [{"p": [{"t": "?"}]}], "explanation": [{"p": [{"t": "!"}]}],
        "choices": {"shall": [{"t": "shall"}], "may": [{"t": "may"}]}, "text": [{"p": line}],
    })
}

/// Two words that may change places, a number that weighs as much as two of the others, and a list.
fn gaps() -> Vec<Value> {
    let key = Key::near(Numeral::parse("1.234").unwrap(), &Tolerance::Exact).unwrap();
    let key: Value = serde_json::from_str(&json::write(&key)).unwrap();
    vec![
        json!({"id": "count", "weight": 2, "fill": {"number": {"key": key}}}),
        json!({"id": "verb", "fill": {"pick": {
            "choices": [{"id": "shall"}, {"id": "may"}], "key": {"one": "shall"}}}}),
        json!({"id": "first", "fill": {"text": {
            "accept": {"en": ["people"], "fr": ["personnes"]}, "wrong": [{"answers": ["process"]}]}}}),
        json!({"id": "second", "fill": {"text": {"any": ["technological", "ICT"]}}}),
    ]
}

const ALL: [&str; 4] = ["count", "verb", "first", "second"];

fn module(body: &Value, en: &Value, fr: &Value) -> String {
    json!({
        "jalon": 3, "bank": "b", "version": "1", "module": "m",
        "questions": [{
            "id": "q", "tags": [{"concept": "role"}], "fingerprint": "f",
            "wordings": {"en": [en], "fr": [fr]}, "body": {"gaps": body},
        }],
    })
    .to_string()
}

fn header() -> String {
    common::HEADER.replace(", \"draw\": 4", "")
}

fn asks(more: &Value) -> Question {
    let mut body = json!({"gaps": gaps(), "any_order": [["first", "second"]]});
    for (name, value) in more.as_object().unwrap() {
        body[name] = value.clone();
    }
    let turned = ["second", "verb", "first", "count"];
    let text = module(&body, &wording(&ALL), &wording(&turned));
    let module = common::module_of(&header(), &text);
    module.questions().first().unwrap().clone()
}

fn question() -> Question {
    asks(&json!({}))
}

/// What is filled in, gap by gap; nothing where the text is empty.
fn filled(texts: [&str; 4]) -> Response {
    let mut all = Filled::default();
    for (n, (gap, text)) in ALL.into_iter().zip(texts).enumerate() {
        if !text.is_empty() {
            let given = match n {
                0 => Given::Number(text.to_owned()),
                1 => Given::Pick(text.parse().unwrap()),
                _ => Given::Text(text.to_owned()),
            };
            all.put(gap.parse().unwrap(), given);
        }
    }
    Response::Gaps(all)
}

/// The share of the points, in percent, with a word for each gap.
fn marked(question: &Question, texts: [&str; 4]) -> Result<(u64, String), NotReady> {
    let outcome = question.body.score(&filled(texts), 1, &[])?;
    let Evidence::Gaps(judged) = &outcome.evidence else {
        panic!("another kind of evidence");
    };
    let word = |judged: &Judged| match &judged.outcome {
        _ if judged.again => "again",
        Ok(outcome) if outcome.score.is_full() => "right",
        Ok(_) => "wrong",
        Err(NotReady::Empty) => "-",
        Err(_) => "unread",
    };
    let words: Vec<&str> = judged.iter().map(word).collect();
    Ok((outcome.score.earned_hundredths(), words.join(" ")))
}

#[test]
fn each_gap_earns_its_share() {
    let question = question();
    for (texts, percent, words) in [
        (
            ["1.2340", "shall", "people", "ICT"],
            100,
            "right right right right",
        ),
        (
            ["1,2340", "shall", "personnes", "technological"],
            100,
            "right right right right",
        ),
        (["1.2340", "", "", ""], 40, "right - - -"),
        (["", "shall", "", ""], 20, "- right - -"),
        (
            ["5", "may", "process", "nothing"],
            0,
            "wrong wrong wrong wrong",
        ),
        (
            ["5", "shall", "peeple", "nothing"],
            40,
            "wrong right right wrong",
        ),
        // What can't be read earns nothing, and takes nothing from the rest.
        (["1,234", "shall", "", ""], 20, "unread right - -"),
        (
            ["many", "shall", "people", "ICT"],
            60,
            "unread right right right",
        ),
    ] {
        assert_eq!(
            marked(&question, texts),
            Ok((percent, words.to_owned())),
            "{texts:?}"
        );
    }
    let weights: Vec<u64> = (0..4u64)
        .map(|n| if n == 0 { 2 } else { 1 } * PARTS / 5)
        .collect();
    assert_eq!(weights.iter().sum::<u64>(), PARTS);
}

#[test]
fn answers_that_may_change_places_count_once_wherever_they_are() {
    let question = question();
    for (first, second, percent, words) in [
        ("people", "ICT", 40, "- - right right"),
        ("ICT", "people", 40, "- - right right"),
        ("ICT", "", 20, "- - right -"),
        ("", "personnes", 20, "- - - right"),
        ("people", "people", 20, "- - right again"),
        ("ICT", "technological", 20, "- - again right"),
        ("ICT", "process", 20, "- - right wrong"),
        ("process", "people", 20, "- - wrong right"),
    ] {
        let expected = Ok((percent, words.to_owned()));
        assert_eq!(
            marked(&question, ["", "", first, second]),
            expected,
            "{first} {second}"
        );
    }
    let fixed = asks(&json!({"any_order": []}));
    assert_eq!(
        marked(&fixed, ["", "", "ICT", "people"]),
        Ok((0, "- - wrong wrong".to_owned()))
    );
}

#[test]
fn each_policy_marks_as_its_name_says() {
    let marks = |texts| {
        let policies = [
            "all-or-nothing",
            "partial",
            "partial-with-penalty",
            "right-minus-wrong",
        ];
        policies.map(|policy| marked(&asks(&json!({"scoring": policy})), texts).unwrap().0)
    };
    assert_eq!(
        marks(["1.2340", "shall", "people", "ICT"]),
        [100; 4],
        "the key"
    );
    assert_eq!(
        marks(["1.2340", "shall", "people", ""]),
        [0, 80, 80, 80],
        "one left out"
    );
    assert_eq!(
        marks(["1.2340", "shall", "people", "x"]),
        [0, 80, 60, 60],
        "one wrong"
    );
    assert_eq!(
        marks(["5", "shall", "people", "x"]),
        [0, 40, 0, 0],
        "more wrong than right"
    );
}

#[test]
fn what_is_missing_and_what_is_in_doubt_is_said_before_anything_is_judged() {
    let body = question().body;
    let ready = |texts| body.ready(&filled(texts));
    assert_eq!(ready(["1.2340", "may", "x", "y"]), Ok(()));
    assert_eq!(ready([""; 4]), Err(NotReady::Empty));
    assert_eq!(ready([" ", "", "  ", ""]), Err(NotReady::Empty));
    assert_eq!(ready(["5", "may", "x", " "]), Err(NotReady::Unfinished));
    assert_eq!(body.score(&filled([""; 4]), 1, &[]), Err(NotReady::Empty));
    let long = "a".repeat(201);
    let Err(NotReady::Gaps(problems)) = ready(["1,234", "shall", &long, ""]) else {
        panic!("nothing to ask");
    };
    let [
        (count, NotReady::Number(Unread::Ambiguous(doubt))),
        (first, NotReady::TooLong),
    ] = problems.as_slice()
    else {
        panic!("{problems:?}");
    };
    assert_eq!((count.as_str(), first.as_str()), ("count", "first"));
    assert_eq!(
        (doubt.grouped.as_str(), doubt.decimal.as_str()),
        ("1234", "1.234")
    );
}

#[test]
fn what_does_not_fit_is_refused() {
    let body = question().body;
    for (json, reason) in [
        (
            r#"{"gaps":{"third":{"text":"x"}}}"#,
            NotReady::UnknownChoice,
        ),
        (
            r#"{"gaps":{"verb":{"pick":"will"}}}"#,
            NotReady::UnknownChoice,
        ),
        (r#"{"gaps":{"verb":{"text":"shall"}}}"#, NotReady::OtherKind),
        (r#"{"gaps":{"count":{"text":"5"}}}"#, NotReady::OtherKind),
        (r#"{"text":"x"}"#, NotReady::OtherKind),
    ] {
        let response = json::read(json).unwrap();
        assert_eq!(body.ready(&response), Err(reason.clone()), "{json}");
        assert_eq!(body.score(&response, 1, &[]), Err(reason), "{json}");
    }
    let many: String = (0..=MAX_GAPS)
        .map(|n| format!(r#","g{n}":{{"text":"x"}}"#))
        .collect();
    assert!(json::read::<Response>(&format!(r#"{{"gaps":{{{}}}}}"#, &many[1..])).is_err());
}

#[test]
fn a_face_tells_where_gaps_are_and_no_answer() {
    let question = question();
    let wordings = ["en", "fr"].map(|lang| (lang.parse().unwrap(), "1".parse().unwrap()));
    let order = ["may", "shall"].map(|id| id.parse().unwrap());
    let face = question.face(&wordings.into_iter().collect(), &order);
    let FaceBody::Gaps(face) = face.body else {
        panic!("another kind of face");
    };
    let lang = |lang: &str| -> Lang { lang.parse().unwrap() };
    let places: Vec<(&str, usize, usize)> = face
        .gaps
        .iter()
        .map(|gap| {
            let place = |tag| *gap.place.get(&lang(tag)).unwrap();
            (gap.id.as_str(), place("en"), place("fr"))
        })
        .collect();
    assert_eq!(
        places,
        [
            ("count", 1, 4),
            ("verb", 2, 2),
            ("first", 3, 3),
            ("second", 4, 1)
        ]
    );
    // Words that may change places have fields of one width.
    assert_eq!(face.gaps[2].field, Field::Text(Width::Medium));
    assert_eq!(face.gaps[3].field, Field::Text(Width::Medium));
    let Field::Pick(choices) = &face.gaps[1].field else {
        panic!("no list");
    };
    let names: Vec<&str> = choices.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(names, ["may", "shall"], "in the order drawn");
}

/// What the engine holds against a question with these gaps, groups and text.
fn faults(body: &Value, text: &[&str]) -> Vec<(Location, String)> {
    let bank = common::bank(&header());
    let json = module(body, &wording(text), &wording(text));
    let file: ModuleFile = json::read(&json).unwrap();
    let faults = bank.module(file).expect_err("nothing is wrong");
    faults
        .into_iter()
        .map(|fault| (fault.place, fault.flaw.to_string()))
        .collect()
}

#[test]
fn what_is_wrong_with_gaps_is_found() {
    let body = |any_order: Value| json!({"gaps": gaps(), "any_order": any_order});
    for (any_order, word) in [
        (
            json!([["first"]]),
            "too few of one thing: gap that may change places (2 at least)",
        ),
        (json!([["first", "third"]]), "gap third doesn't exist"),
        (
            json!([["first", "second"], ["second", "first"]]),
            "gap that may change places second is there twice",
        ),
        (json!([["first", "count"]]), "gap count can't change places"),
        (json!([["verb", "first"]]), "gap verb can't change places"),
    ] {
        let found = faults(&body(any_order.clone()), &ALL);
        assert!(
            found
                .iter()
                .any(|(place, flaw)| *place == Location::Key(0) && flaw.starts_with(word)),
            "{any_order}: {found:?}"
        );
    }
    let found = faults(
        &body(json!([])),
        &["count", "verb", "verb", "third", "first"],
    );
    let words: Vec<&str> = found.iter().map(|(_, flaw)| flaw.as_str()).collect();
    let once = [
        "gap verb is there twice",
        "gap third doesn't exist",
        "no place for gap second",
    ];
    assert_eq!(words, [once, once].concat());
    let mut all = gaps();
    all[3]["fill"] = json!({"text": {"accept": {"en": ["people"]}}});
    all[1]["fill"]["pick"]["key"] = json!({"one": "will"});
    all[0]["weight"] = json!(101);
    let found = faults(&json!({"gaps": all}), &ALL);
    let places: Vec<(Location, &str)> = found
        .iter()
        .map(|(place, flaw)| (*place, flaw.as_str()))
        .collect();
    assert_eq!(
        places,
        [
            (
                Location::Gap(0, 0),
                "the weight of a gap is 101, outside 1 to 100"
            ),
            (Location::Gap(0, 1), "choice will doesn't exist"),
            (Location::Gap(0, 3), "nothing in fr"),
        ]
    );
    let found = faults(&json!({"gaps": []}), &[]);
    let none = (
        Location::Question(0),
        Violation::TooFew(Subject::Gap, 1).to_string(),
    );
    assert!(found.contains(&none), "{found:?}");
}

#[test]
fn a_megabyte_in_every_gap_is_refused_unread() {
    let body = question().body;
    let huge = "1 a".repeat(300_000);
    let Err(NotReady::Gaps(problems)) = body.ready(&filled([&huge, "may", &huge, &huge])) else {
        panic!("taken for an answer");
    };
    assert!(problems.iter().all(|(_, why)| *why == NotReady::TooLong));
    assert!(
        body.score(&filled([&huge, "", &huge, &huge]), 1, &[])
            .unwrap()
            .score
            .is_nothing()
    );
    let Body::Gaps(gaps) = &body else {
        unreachable!()
    };
    assert_eq!(gaps.gaps.len(), 4);
}
