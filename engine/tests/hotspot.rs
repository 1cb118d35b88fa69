//! Pictures with regions: the regions are choices and are marked as choices are; what is wrong with a picture is found.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

#[allow(dead_code, reason = "the other tests use the rest of it")]
mod common;

use jalon_engine::bank::{Location, ModuleFile};
use jalon_engine::grade::{PARTS, Score};
use jalon_engine::id::ChoiceId;
use jalon_engine::json;
use jalon_engine::kind::hotspot::Shape;
use jalon_engine::kind::{Body, FaceBody, NotReady, Response};
use jalon_engine::session::{Event, Exposure, Seed, Session, Unanswered};
use jalon_engine::time::Moment;
use proptest::prelude::*;
use serde_json::{Value, json};

fn hotspot(key: &Value) -> Value {
    let picture = json!({"address": "wheel.svg", "width": 800, "height": 400});
    json!({
        "choice": {"choices": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "key": key},
        "shapes": [{"rect": [0, 0, 5000, 5000]}, {"circle": [5000, 5000, 1250]}, {"polygon": [[0, 0], [1, 0], [0, 1]]}],
        "picture": {"en": picture, "fr": picture},
    })
}

fn several() -> Value {
    hotspot(&json!({"several": {"right": ["a", "c"]}}))
}

fn module(body: &Value, alt: &str) -> String {
    let wording = json!({
        "id": "1", "prompt": [{"p": [{"t": "?"}]}], "explanation": [{"p": [{"t": "!"}]}], "alt": alt,
        "choices": {"a": [{"t": "A"}], "b": [{"t": "B"}], "c": [{"t": "C"}]},
    });
    json!({
        "jalon": 3, "bank": "b", "version": "1", "module": "m",
        "questions": [{
            "id": "q", "tags": [{"concept": "role"}], "fingerprint": "f",
            "wordings": {"en": [wording], "fr": [wording]}, "body": {"hotspot": body},
        }],
    })
    .to_string()
}

fn header() -> String {
    common::HEADER.replace(", \"draw\": 4", "")
}

fn body(hotspot: &Value) -> Body {
    let module = common::module_of(&header(), &module(hotspot, "a wheel"));
    module.questions().first().unwrap().body.clone()
}

fn picked(ids: &[&str]) -> Response {
    let ids = ids.iter().map(|id| id.parse::<ChoiceId>().unwrap());
    Response::Hotspot(ids.collect())
}

#[test]
fn regions_are_marked_as_choices_are() {
    let one = body(&hotspot(&json!({"one": "b"})));
    let several = body(&several());
    for (body, ids, percent) in [
        (&one, vec!["b"], Ok(100)),
        (&one, vec!["a"], Ok(0)),
        (&one, vec!["a", "b"], Err(NotReady::TooMany)),
        (&one, vec![], Err(NotReady::Empty)),
        (&one, vec!["z"], Err(NotReady::UnknownChoice)),
        (&several, vec!["a", "c"], Ok(100)),
        (&several, vec!["a"], Ok(50)),
        (&several, vec!["a", "b", "c"], Ok(0)),
    ] {
        let outcome = body.score(&picked(&ids), 1, &[]);
        let earned = outcome.map(|outcome| outcome.score.earned_hundredths());
        assert_eq!(earned, percent, "{ids:?}");
    }
    let choice = Response::Choice(["b".parse().unwrap()].into_iter().collect());
    assert_eq!(one.score(&choice, 1, &[]), Err(NotReady::OtherKind));
}

#[test]
fn a_sitting_shows_the_picture_and_takes_the_list() {
    let module = common::module_of(&header(), &module(&several(), "a wheel"));
    let id = "a-1".parse().unwrap();
    let mut session = Session::start(module, id, Seed(3), &Exposure::default(), Moment(1));
    let question = "q".parse().unwrap();
    let FaceBody::Hotspot(face) = session.face(&question).unwrap().body else {
        panic!("another kind of face");
    };
    let drawn: Vec<&str> = face.shapes.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(
        drawn,
        ["a", "b", "c"],
        "the undermost first, however the list is shuffled"
    );
    assert_eq!(face.choice.choices.len(), 3);
    let event = Event::Respond {
        question,
        response: picked(&["a", "c"]),
        reading: jalon_engine::lang::Reading::Both,
        at: Moment(2),
    };
    session.apply(event).unwrap();
    let event = Event::Submit {
        unanswered: Unanswered::Ask,
        at: Moment(3),
    };
    session.apply(event).unwrap();
    assert_eq!(session.score(), Some(Score::all_or_nothing(true, 1)));
}

#[test]
fn what_is_wrong_with_a_picture_is_found() {
    let bank = common::bank(&header());
    let changed = |pointer: &str, value: Value, alt: &str| {
        let mut body = several();
        *body.pointer_mut(pointer).unwrap() = value;
        let file: ModuleFile = json::read(&module(&body, alt)).unwrap();
        let faults = bank.module(file).expect_err("nothing is wrong");
        let first = faults.into_iter().next().unwrap();
        (first.place, first.flaw.to_string())
    };
    let out = "the region is not inside the picture, or has no size";
    for (pointer, value, alt, place, words) in [
        (
            "/shapes/0/rect/2",
            json!(0),
            "x",
            Location::Choice(0, 0),
            out,
        ),
        (
            "/shapes/0/rect/0",
            json!(5001),
            "x",
            Location::Choice(0, 0),
            out,
        ),
        (
            "/shapes/0/rect/1",
            json!(60_000),
            "x",
            Location::Choice(0, 0),
            out,
        ),
        (
            "/shapes/1/circle/2",
            json!(5001),
            "x",
            Location::Choice(0, 1),
            out,
        ),
        (
            "/shapes/1/circle/2",
            json!(0),
            "x",
            Location::Choice(0, 1),
            out,
        ),
        (
            "/shapes/2/polygon/0/1",
            json!(10_001),
            "x",
            Location::Choice(0, 2),
            out,
        ),
        (
            "/shapes/2/polygon",
            json!([[0, 0], [1, 1]]),
            "x",
            Location::Choice(0, 2),
            out,
        ),
        (
            "/shapes",
            json!([]),
            "x",
            Location::Key(0),
            "too few of one thing: region (3 at least)",
        ),
        (
            "/picture/en/width",
            json!(0),
            "x",
            Location::Key(0),
            "the size of the picture is 0, outside 1 to 100000",
        ),
        (
            "/picture",
            json!({"en": {"address": "a.svg", "width": 1, "height": 1}}),
            "x",
            Location::Key(0),
            "nothing in fr",
        ),
    ] {
        assert_eq!(
            changed(pointer, value, alt),
            (place, words.to_owned()),
            "{pointer}"
        );
    }
    let (place, words) = changed("/picture/en/width", json!(1), " ");
    assert!(matches!(place, Location::Wording(0, ..)));
    assert_eq!(words, "the description of the picture is empty");
}

proptest! {
    #[test]
    fn picks_in_any_order_earn_the_same_within_bounds(picks in prop::collection::vec(0usize..4, 0..6), points in 0u32..50) {
        let body = body(&several());
        let names: Vec<&str> = picks.iter().map(|n| ["a", "b", "c", "z"][*n]).collect();
        let turned: Vec<&str> = names.iter().rev().copied().collect();
        let score = |names: &[&str]| {
            let text = json!({"hotspot": names}).to_string();
            let response: Response = json::read(&text).unwrap();
            prop_assert_eq!(json::read(&json::write(&response)), Ok(response.clone()));
            Ok(body.score(&response, points, &[]))
        };
        let (one, other) = (score(&names)?, score(&turned)?);
        prop_assert_eq!(&one, &other);
        prop_assert!(one.is_ok() != (names.is_empty() || names.contains(&"z")));
        if let Ok(outcome) = one {
            prop_assert!(outcome.score.earned_parts() <= u64::from(points) * PARTS);
        }
    }

    #[test]
    fn no_shape_of_a_hostile_file_panics(numbers in prop::collection::vec(any::<u16>(), 0..9), kind in 0usize..3) {
        let name = ["rect", "circle", "polygon"][kind];
        let pairs: Vec<&[u16]> = numbers.chunks(2).collect();
        let text = match kind {
            2 => json!({name: pairs}),
            _ => json!({name: numbers}),
        };
        if let Ok(shape) = json::read::<Shape>(&text.to_string()) {
            let _ = shape.is_inside();
            prop_assert_eq!(json::read(&json::write(&shape)), Ok(shape));
        }
    }
}
