//! Items that belong somewhere: matched with targets, put in categories, put in order.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use jalon_engine::bank::{Bank, Module};
use jalon_engine::feedback::{self, Detail, Verdict};
use jalon_engine::id::{ChoiceId, QuestionId};
use jalon_engine::json;
use jalon_engine::kind::{Body, FaceBody, NotReady, Response};
use jalon_engine::lang::Reading;
use jalon_engine::session::{Event, Exposure, Refusal, Seed, Session, Step, Unanswered};
use jalon_engine::time::Moment;
use proptest::prelude::*;
use serde_json::{Value, json};

const HEADER: &str = r#"{
  "jalon": 3, "id": "b", "version": "1", "languages": ["en", "fr"], "title": {"en": "Bank", "fr": "Banque"},
  "concepts": [{"id": "role", "name": {"en": "Role", "fr": "Rôle"}}],
  "modules": [{"id": "m", "title": {"en": "Module", "fr": "Module"}, "track": {"en": "Track", "fr": "Parcours"},
    "level": "foundation", "minutes": 5}]
}"#;

const POLICIES: [&str; 4] = [
    "all-or-nothing",
    "partial",
    "partial-with-penalty",
    "right-minus-wrong",
];

/// Items a, b, c that belong in x, y, z; w misleads.
fn pairs(scoring: &str) -> Value {
    let item = |id: &str, place: &str| json!({"id": id, "place": place});
    json!({
        "items": [item("a", "x"), item("b", "y"), item("c", "z")],
        "places": ["x", "y", "z", "w"],
        "scoring": scoring,
    })
}

fn body(json: &Value) -> Body {
    json::read(&json.to_string()).unwrap()
}

fn once(scoring: &str) -> Body {
    body(&json!({"match": {"pairs": pairs(scoring)}}))
}

fn often(scoring: &str) -> Body {
    body(&json!({"match": {"pairs": pairs(scoring), "uses": "often"}}))
}

fn classify(scoring: &str) -> Body {
    body(&json!({"classify": pairs(scoring)}))
}

fn order(items: &str, credit: &str) -> Body {
    let items: Vec<String> = items.chars().map(String::from).collect();
    body(&json!({"order": {"items": items, "credit": credit}}))
}

/// `ax by` puts a into x and b into y.
fn placed(kind: &str, pairs: &str) -> Response {
    let mut given = serde_json::Map::new();
    for pair in pairs.split_whitespace() {
        let (item, place) = pair.split_at(1);
        given.insert(item.to_owned(), place.into());
    }
    json::read(&json!({kind: given}).to_string()).unwrap()
}

fn listed(ids: &str) -> Response {
    let ids: Vec<String> = ids.chars().map(String::from).collect();
    json::read(&json!({"order": ids}).to_string()).unwrap()
}

/// The points of 100 in hundredths of a percent, rounded down.
fn marks(body: &Body, response: &Response) -> u64 {
    body.score(response, 1, &[])
        .unwrap()
        .score
        .earned_hundredths()
}

#[test]
fn each_policy_marks_pairs_as_its_name_says() {
    for (given, expected) in [
        ("ax by cz", [100, 100, 100, 100]),
        ("ax by", [0, 66, 66, 66]),
        ("ax by cw", [0, 66, 55, 33]),
        ("ax bz cy", [0, 33, 11, 0]),
        ("ax", [0, 33, 33, 33]),
        ("ay", [0, 0, 0, 0]),
        ("ay bz cx", [0, 0, 0, 0]),
    ] {
        let points = POLICIES.map(|policy| marks(&once(policy), &placed("match", given)));
        assert_eq!(points, expected, "{given}");
        let points = POLICIES.map(|policy| marks(&classify(policy), &placed("classify", given)));
        assert_eq!(points, expected, "{given}");
    }
}

#[test]
fn a_target_that_can_be_given_once_is_not_given_twice() {
    let twice = placed("match", "ax bx cz");
    assert_eq!(once("partial").ready(&twice), Err(NotReady::Twice));
    assert!(once("partial").score(&twice, 1, &[]).is_err());
    assert_eq!(often("partial").ready(&twice), Ok(()));
    assert_eq!(marks(&often("partial"), &twice), 66);
}

#[test]
fn what_is_missing_is_told_from_what_is_foreign() {
    let pairs = once("partial");
    for (given, expected) in [
        ("", Err(NotReady::Empty)),
        ("ax", Err(NotReady::Unfinished)),
        ("ax by cw", Ok(())),
        ("qx", Err(NotReady::UnknownChoice)),
        ("aq", Err(NotReady::UnknownChoice)),
        ("ab", Err(NotReady::UnknownChoice)),
        ("xa", Err(NotReady::UnknownChoice)),
    ] {
        assert_eq!(pairs.ready(&placed("match", given)), expected, "{given}");
    }
    assert_eq!(
        pairs.ready(&placed("classify", "ax by cz")),
        Err(NotReady::OtherKind)
    );
    let order = order("abc", "neighbours");
    for (given, expected) in [
        ("", Err(NotReady::Empty)),
        ("ab", Err(NotReady::Unfinished)),
        ("cba", Ok(())),
        ("abq", Err(NotReady::UnknownChoice)),
        ("aba", Err(NotReady::Twice)),
        ("abca", Err(NotReady::Twice)),
    ] {
        assert_eq!(order.ready(&listed(given)), expected, "{given}");
    }
}

#[test]
fn an_order_is_marked_by_what_counts_in_it() {
    for (given, neighbours, positions, all) in [
        ("abcde", 100, 100, 100),
        // One put last: the others still follow one another.
        ("bcdea", 75, 0, 0),
        ("abced", 50, 60, 0),
        ("bacde", 50, 60, 0),
        ("edcba", 0, 20, 0),
        ("abc", 50, 60, 0),
        ("e", 0, 0, 0),
    ] {
        let given = listed(given);
        let points = ["neighbours", "positions", "all-or-nothing"]
            .map(|credit| marks(&order("abcde", credit), &given));
        assert_eq!(points, [neighbours, positions, all], "{given:?}");
    }
}

/// A module with one question, whose parts are called so; none where it breaks a rule.
fn module(body: &Value, parts: &[&str]) -> Option<Module> {
    let texts = parts
        .iter()
        .map(|part| ((*part).to_owned(), json!([{"t": part}])));
    let wording = json!({
        "id": "1", "prompt": [{"p": [{"t": "prompt"}]}], "explanation": [{"p": [{"t": "because"}]}],
        "choices": texts.collect::<serde_json::Map<_, _>>(),
    });
    let module = json!({"jalon": 3, "bank": "b", "version": "1", "module": "m", "questions": [{
        "id": "q", "tags": [{"concept": "role"}], "fingerprint": "f", "body": body,
        "wordings": {"en": [wording], "fr": [wording]},
    }]});
    let bank = Bank::new(json::read(HEADER).unwrap()).unwrap();
    bank.module(json::read(&module.to_string()).unwrap()).ok()
}

fn session(body: &Value, parts: &[&str], seed: u32) -> Session {
    let module = module(body, parts).unwrap();
    let id = "a-1".parse().unwrap();
    Session::start(module, id, Seed(seed), &Exposure::default(), Moment(1))
}

fn question() -> QuestionId {
    "q".parse().unwrap()
}

fn respond(session: &mut Session, response: Response) -> Result<Step, Refusal> {
    session.apply(Event::Respond {
        question: question(),
        response,
        reading: Reading::Both,
        at: Moment(2),
    })
}

fn hand_in(session: &mut Session, unanswered: Unanswered) -> Result<Step, Refusal> {
    session.apply(Event::Submit {
        unanswered,
        at: Moment(3),
    })
}

#[test]
fn half_a_response_is_kept_asked_about_and_judged_as_it_is() {
    let body = json!({"classify": pairs("partial")});
    let mut session = session(&body, &["a", "b", "c", "x", "y", "z", "w"], 1);
    let half = placed("classify", "ax bw");
    assert!(matches!(
        respond(&mut session, half.clone()),
        Ok(Step::Keep(..))
    ));
    assert_eq!(session.response(&question()), Some(&half));
    assert_eq!(
        hand_in(&mut session, Unanswered::Ask),
        Err(Refusal::NotReady(vec![(1, NotReady::Unfinished)]))
    );
    hand_in(&mut session, Unanswered::Leave).unwrap();
    let feedback = feedback::of(&session, &question()).unwrap();
    assert_eq!(feedback.verdict, Verdict::Partly);
    assert_eq!(feedback.score.earned_hundredths(), 33);
    let Detail::Pairs(marks) = feedback.detail else {
        panic!("another detail");
    };
    let told: Vec<(&str, bool, bool)> = marks
        .iter()
        .map(|mark| (mark.id.as_str(), mark.given.is_some(), mark.is_right()))
        .collect();
    assert_eq!(
        told,
        [("a", true, true), ("b", true, false), ("c", false, false)]
    );
}

#[test]
fn a_response_that_no_view_can_give_is_refused() {
    let body = json!({"match": {"pairs": pairs("partial")}});
    let mut session = session(&body, &["a", "b", "c", "x", "y", "z", "w"], 1);
    for given in ["ax bx", "qx", "aq"] {
        assert!(matches!(
            respond(&mut session, placed("match", given)),
            Err(Refusal::Unfit(_))
        ));
    }
    assert!(respond(&mut session, listed("abc")).is_err());
    assert_eq!(session.response(&question()), None);
}

#[test]
fn feedback_on_an_order_says_which_items_count() {
    let body = |credit| json!({"order": {"items": ["a", "b", "c", "d"], "credit": credit}});
    let marks = |credit, given| {
        let mut session = session(&body(credit), &["a", "b", "c", "d"], 1);
        respond(&mut session, listed(given)).unwrap();
        hand_in(&mut session, Unanswered::Leave).unwrap();
        let Detail::Order(marks) = feedback::of(&session, &question()).unwrap().detail else {
            panic!("another detail");
        };
        let right = marks.items.iter().filter(|mark| mark.is_right);
        let right: String = right.map(|mark| mark.id.as_str()).collect();
        (right, marks.counted)
    };
    assert_eq!(marks("neighbours", "bcda"), ("cd".to_owned(), Some((2, 3))));
    assert_eq!(marks("neighbours", "abdc"), ("ab".to_owned(), Some((1, 3))));
    // Nobody is sent to a place where the item is already, though as a neighbour it earns nothing.
    assert_eq!(marks("neighbours", "cbad"), ("bd".to_owned(), Some((0, 3))));
    assert_eq!(marks("positions", "abdc"), ("ab".to_owned(), Some((2, 4))));
    assert_eq!(
        marks("all-or-nothing", "abdc"),
        ("ab".to_owned(), Some((0, 1)))
    );
}

#[test]
fn categories_keep_the_order_of_their_author_and_targets_do_not() {
    let parts = ["a", "b", "c", "x", "y", "z", "w"];
    let places = |body: &Value, seed| {
        let session = session(body, &parts, seed);
        let face = match session.face(&question()).unwrap().body {
            FaceBody::Match(face, _) | FaceBody::Classify(face) => face,
            other => panic!("another face: {other:?}"),
        };
        assert_eq!(face.items.len(), 3);
        let ids = face.places.iter().map(|(id, _)| id.as_str());
        ids.collect::<String>()
    };
    let sorted = json!({"classify": pairs("partial")});
    let matched = json!({"match": {"pairs": pairs("partial")}});
    let drawn: Vec<String> = (0..20).map(|seed| places(&matched, seed)).collect();
    assert!(drawn.iter().any(|ids| *ids != drawn[0]), "{drawn:?}");
    for seed in 0..20 {
        assert_eq!(places(&sorted, seed), "xyzw");
    }
    let mut fixed = matched.clone();
    fixed["match"]["pairs"]["shuffle"] = false.into();
    assert_eq!(places(&fixed, 3), "xyzw");
}

#[test]
fn broken_rules_are_noticed() {
    let sound = |body: &Value, parts: &[&str]| module(body, parts).is_some();
    let body = |items: &[(&str, &str)], places: &[&str], uses: &str| {
        let items: Vec<Value> = items
            .iter()
            .map(|(id, place)| json!({"id": id, "place": place}))
            .collect();
        json!({"match": {"pairs": {"items": items, "places": places}, "uses": uses}})
    };
    let (ab, xy) = ([("a", "x"), ("b", "y")], ["x", "y"]);
    let all = ["a", "b", "x", "y"];
    assert!(sound(&body(&ab, &xy, "once"), &all));
    assert!(
        !sound(&body(&ab, &["x", "z"], "once"), &["a", "b", "x", "z"]),
        "no such target"
    );
    assert!(!sound(&body(&ab[..1], &xy, "once"), &all[..3]), "one item");
    assert!(
        !sound(&body(&[("a", "x"), ("b", "x")], &xy, "once"), &all),
        "one target twice"
    );
    assert!(sound(&body(&[("a", "x"), ("b", "x")], &xy, "often"), &all));
    assert!(
        !sound(
            &body(&[("a", "x"), ("a", "y")], &xy, "once"),
            &["a", "x", "y"]
        ),
        "an id twice"
    );
    assert!(
        !sound(
            &body(&[("a", "x"), ("x", "y")], &xy, "once"),
            &["a", "x", "y"]
        ),
        "an id of both"
    );
    assert!(
        !sound(&body(&ab, &xy, "once"), &["a", "b", "x"]),
        "no text for a target"
    );
    let order = |items: &[&str]| json!({"order": {"items": items}});
    assert!(sound(&order(&["a", "b"]), &["a", "b"]));
    assert!(!sound(&order(&["a"]), &["a"]), "one item");
    assert!(!sound(&order(&["a", "b", "a"]), &["a", "b"]), "an id twice");
    let many: Vec<String> = (0..201).map(|n| format!("i{n}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert!(sound(&order(&many[..200]), &many[..200]));
    assert!(!sound(&order(&many), &many), "too many");
}

#[test]
fn huge_responses_are_refused() {
    let many: Vec<String> = (0..150_000).map(|n| format!("i{n}")).collect();
    let placed: serde_json::Map<_, _> = many.iter().map(|id| (id.clone(), "x".into())).collect();
    assert!(json::read::<Response>(&json!({"match": placed}).to_string()).is_err());
    let same = vec!["a"; 300_000];
    for ids in [json!(many), json!(same)] {
        let response = json::read(&json!({"order": ids}).to_string()).unwrap();
        assert!(order("abc", "neighbours").score(&response, 1, &[]).is_err());
    }
}

/// Three items, each in one of four places or in none.
fn any_placing() -> impl Strategy<Value = [Option<char>; 3]> {
    let place = prop::option::of(prop::sample::select(vec!['x', 'y', 'z', 'w']));
    [place.clone(), place.clone(), place]
}

fn write(placing: &[Option<char>; 3]) -> String {
    let pairs = "abc".chars().zip(placing);
    let pairs = pairs.filter_map(|(item, place)| Some(format!("{item}{}", (*place)?)));
    pairs.collect::<Vec<_>>().join(" ")
}

proptest! {
    #[test]
    fn putting_one_more_item_right_never_costs_anything(placing in any_placing(), at in 0usize..3) {
        prop_assume!(placing.iter().any(Option::is_some));
        let mut better = placing;
        better[at] = "xyz".chars().nth(at);
        for policy in POLICIES {
            for (body, kind) in [(often(policy), "match"), (classify(policy), "classify")] {
                let [before, after] = [placing, better].map(|given| marks(&body, &placed(kind, &write(&given))));
                prop_assert!(before <= after, "{policy}: {before} {after}");
            }
        }
    }

    #[test]
    fn leaving_an_item_out_never_beats_putting_it_right_nor_loses_to_putting_it_wrong(placing in any_placing(), at in 0usize..3) {
        let mut left = placing;
        left[at] = None;
        prop_assume!(left.iter().any(Option::is_some));
        for policy in POLICIES {
            let body = often(policy);
            let points = |given| marks(&body, &placed("match", &write(&given)));
            let mut wrong = left;
            wrong[at] = Some('w');
            prop_assert!(points(wrong) <= points(left));
        }
    }

    #[test]
    fn an_order_drawn_is_never_right_and_never_worth_more_than_half(seed: u32, items in 2usize..8) {
        let ids: Vec<String> = (0..items).map(|n| format!("i{n}")).collect();
        let names: Vec<&str> = ids.iter().map(String::as_str).collect();
        for credit in ["neighbours", "positions"] {
            let body = json!({"order": {"items": ids, "credit": credit}});
            let session = session(&body, &names, seed);
            let drawn = &session.plan().questions[0].order;
            prop_assert_eq!(drawn.len(), items);
            let body: Body = json::read(&body.to_string()).unwrap();
            let score = body.score(&Response::Order(drawn.clone()), 1, &[]).unwrap().score;
            prop_assert!(score.percent() <= 50, "{drawn:?}");
        }
    }

    #[test]
    fn only_the_right_order_earns_everything(mut given in Just(vec!['a', 'b', 'c', 'd']).prop_shuffle(), cut in 0usize..4) {
        given.truncate(4 - cut);
        let ids: String = given.iter().collect();
        for credit in ["neighbours", "positions", "all-or-nothing"] {
            let full = marks(&order("abcd", credit), &listed(&ids)) == 100;
            prop_assert_eq!(full, ids == "abcd");
        }
    }

    #[test]
    fn the_order_of_pairs_in_a_response_makes_no_difference(given in Just(vec!["ax", "by", "cw"]).prop_shuffle()) {
        prop_assert_eq!(placed("match", &given.join(" ")), placed("match", "ax by cw"));
        let text = json::write(&placed("match", &given.join(" ")));
        prop_assert_eq!(text, r#"{"match":{"a":"x","b":"y","c":"w"}}"#);
    }

    #[test]
    fn no_list_of_ids_panics(ids in prop::collection::vec("[a-c]{1,2}", 0..6)) {
        let response = Response::Order(ids.iter().map(|id| id.parse::<ChoiceId>().unwrap()).collect());
        let body = order("abc", "neighbours");
        let scored = body.score(&response, 1, &[]);
        let ready = body.ready(&response);
        prop_assert_eq!(scored.is_ok(), matches!(ready, Ok(()) | Err(NotReady::Unfinished)));
    }
}

#[test]
fn guessing_wins_nothing_under_a_penalty() {
    let item = |id: &str, place: &str| json!({"id": id, "place": place});
    let body = body(&json!({"classify": {
        "items": [item("a", "x"), item("b", "y"), item("c", "z"), item("d", "w")],
        "places": ["x", "y", "z", "w"],
        "scoring": "partial-with-penalty",
    }}));
    // Of four guesses among four categories, one is right on average.
    assert_eq!(marks(&body, &placed("classify", "ax bx cx dx")), 0);
    assert_eq!(marks(&body, &placed("classify", "ax bx cx")), 8);
    assert_eq!(marks(&body, &placed("classify", "ax")), 25);
}
