//! Typed numbers: how each is read, and what becomes of it.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

#[allow(dead_code, reason = "the other tests use the rest of it")]
#[path = "../common/mod.rs"]
mod common;
mod laws;
mod readings;

use jalon_engine::bank::Question;
use jalon_engine::grade::{Doubt, Numeral, Unread};
use jalon_engine::json;
use jalon_engine::kind::number::{Evidence as Read, Found, Key, NumberFlaw, Tolerance};
use jalon_engine::kind::{Body, Evidence, NotReady, Response};
use proptest::prelude::*;

/// A question with this body.
fn asks(body: &str) -> Question {
    let wordings =
        r#"[{"id": "1", "prompt": [{"p": [{"t": "?"}]}], "explanation": [{"p": [{"t": "!"}]}]}]"#;
    let text = format!(
        r#"{{"jalon": 3, "bank": "b", "version": "1", "module": "m", "questions": [{{
            "id": "q", "tags": [{{"concept": "role"}}], "fingerprint": "f",
            "wordings": {{"en": {wordings}, "fr": {wordings}}}, "body": {{"number": {body}}}}}]}}"#
    );
    let module = common::module_of(&common::HEADER.replace(", \"draw\": 4", ""), &text);
    module.questions().first().unwrap().clone()
}

/// A question whose key is this number, as it stands in a compiled bank.
fn asks_for(key: &str) -> Question {
    asks_near(key, &Tolerance::Exact)
}

/// A question whose key is this number, or near it.
fn asks_near(key: &str, tolerance: &Tolerance) -> Question {
    let key = Key::near(numeral(key), tolerance).unwrap();
    asks(&format!(r#"{{"key": {}}}"#, json::write(&key)))
}

fn numeral(text: &str) -> Numeral {
    Numeral::parse(text).unwrap_or_else(|| panic!("{text}"))
}

fn judge(question: &Question, typed: &str) -> Result<Read, NotReady> {
    let outcome = question
        .body
        .score(&Response::Number(typed.to_owned()), 1, &[])?;
    let Evidence::Number(read) = outcome.evidence else {
        panic!("another kind of evidence");
    };
    assert_eq!(outcome.score.is_full(), read.found.is_right());
    Ok(read)
}

/// A word for what became of a typed text.
fn verdict(question: &Question, typed: &str) -> &'static str {
    match judge(question, typed) {
        Ok(read) => match read.found {
            Found::Right => "right",
            Found::Near => "near",
            Found::KnownWrong(_) => "known",
            Found::Unknown => "wrong",
        },
        Err(NotReady::Empty) => "empty",
        Err(NotReady::TooLong) => "long",
        Err(NotReady::Number(why)) => match why {
            Unread::NoNumber => "none",
            Unread::Several => "several",
            Unread::Unreadable => "unreadable",
            Unread::Ambiguous(_) => "asks",
            Unread::UnknownUnit => "unit?",
            Unread::NoUnit => "no unit",
            other => panic!("{other:?}"),
        },
        Err(other) => panic!("{other:?}"),
    }
}

#[track_caller]
fn hold(question: &Question, table: &[(&str, &str)]) {
    let off: Vec<_> = table
        .iter()
        .map(|&(typed, expected)| (typed, expected, verdict(question, typed)))
        .filter(|(_, expected, found)| expected != found)
        .collect();
    assert!(off.is_empty(), "(typed, expected, found)\n{off:#?}");
}

#[test]
fn a_tolerance_ends_where_it_says() {
    let exact = asks_for("0.1");
    hold(
        &exact,
        &[
            ("0.1", "right"),
            ("0,10", "right"),
            ("1/10", "right"),
            ("10 %", "right"),
            ("1e-1", "right"),
            ("0.1000000000000000000000000000000000001", "wrong"),
            ("0.3333", "wrong"),
        ],
    );
    let absolute = asks_near("0.3", &Tolerance::Absolute(numeral("0.1")));
    hold(
        &absolute,
        &[
            ("0.3", "right"),
            ("0.2", "near"),
            ("0,4", "near"),
            ("1/3", "near"),
            ("0.19999999999999999999", "wrong"),
            ("0.40000000000000000001", "wrong"),
        ],
    );
    let relative = asks_near("-200", &Tolerance::Relative(numeral("5%")));
    hold(
        &relative,
        &[
            ("-200", "right"),
            ("-190", "near"),
            ("\u{2212}210", "near"),
            ("-189,99", "wrong"),
            ("-210.01", "wrong"),
            ("200", "wrong"),
        ],
    );
    let figures = asks_near("9.8123", &Tolerance::Figures(3));
    hold(
        &figures,
        &[
            ("9.81", "near"),
            ("9,812", "asks"),
            ("9,8120", "near"),
            ("9.8", "wrong"),
            ("9.8173", "near"),
            ("9.81731", "wrong"),
        ],
    );
    let range = asks(r#"{"key": {"from": "90", "to": "96"}}"#);
    hold(
        &range,
        &[
            ("90", "right"),
            ("96", "right"),
            ("96,0", "right"),
            ("93", "right"),
            ("89.999", "wrong"),
            ("96.0001", "wrong"),
        ],
    );
    let third = asks_for("1/3");
    hold(
        &third,
        &[
            ("1/3", "right"),
            ("⅓", "right"),
            ("2/6", "right"),
            ("0.3333333333", "wrong"),
        ],
    );
}

#[test]
fn a_doubt_is_asked_about_only_where_it_matters() {
    hold(
        &asks_for("1234"),
        &[
            ("1234", "right"),
            ("1,234", "asks"),
            ("1.234", "asks"),
            ("1 234", "right"),
            ("5,678", "wrong"),
        ],
    );
    hold(
        &asks_for("1.234"),
        &[
            ("1,234", "asks"),
            ("1.234", "asks"),
            ("1.2340", "right"),
            ("1234", "wrong"),
        ],
    );
    let wide = asks(r#"{"key": {"from": "1", "to": "2000"}}"#);
    hold(
        &wide,
        &[("1,234", "right"), ("1.234", "right"), ("9,234", "asks")],
    );
    let listed =
        asks(r#"{"key": {"from": "7", "to": "7"}, "wrong": [{"answers": ["5", "1.234"]}]}"#);
    hold(
        &listed,
        &[
            ("1,234", "known"),
            ("5", "known"),
            ("5,0", "known"),
            ("6", "wrong"),
        ],
    );
    // What is said of it names both numbers.
    let why = judge(&asks_for("1234"), "1,234").unwrap_err();
    let NotReady::Number(Unread::Ambiguous(Doubt { grouped, decimal })) = why else {
        panic!("{why:?}");
    };
    assert_eq!([&*grouped, &*decimal], ["1234", "1.234"]);
    assert_eq!(numeral("1.234").unmistakable(), "1.2340");
}

const UNITS: &str = r#"[
    {"name": "km", "times": "1"}, {"name": "kilometres", "times": "1"}, {"name": "kilomètres", "times": "1"},
    {"name": "m", "times": "1/1000"}, {"name": "$", "times": "1e-6"}, {"name": "€", "times": "0.000001"},
    {"name": "%", "times": "0.001"}, {"name": "m2", "times": "0.001"}, {"name": "N·m", "times": "0.001"}
]"#;

#[test]
fn a_unit_counts_by_its_multiplier_before_or_behind_the_number() {
    let body = |used: &str| {
        asks(&format!(
            r#"{{"key": {{"from": "4.9", "to": "5.1", "value": "5"}}, "units": {UNITS}, "unit_use": "{used}",
                "wrong": [{{"answers": ["0.005"]}}]}}"#
        ))
    };
    let table = [
        ("5 km", "right"),
        ("5km", "right"),
        ("5\u{202F}km", "right"),
        ("5,0 kilometres", "right"),
        ("5 kilomètres", "right"),
        ("km 5", "right"),
        ("5000 m", "right"),
        ("5 000 m", "right"),
        ("4,9 km", "near"),
        ("4900 m", "near"),
        ("4899 m", "wrong"),
        ("5 m", "known"),
        ("0,005 km", "known"),
        ("5e3 m", "right"),
        ("5×10³ m", "right"),
        ("$5000000", "right"),
        ("$ 5 000 000", "right"),
        ("5 000 000 €", "right"),
        ("-$5000000", "wrong"),
        ("$-5000000", "wrong"),
        ("5000 %", "right"),
        ("5000 m2", "right"),
        ("5000 N·m", "right"),
        ("5,000 m", "asks"),
        ("5 KM", "unit?"),
        ("5 miles", "unit?"),
        ("km 5 km", "unit?"),
        ("5 m3", "unit?"),
        ("5 km 3 m", "several"),
        ("5 km, 3 m", "several"),
    ];
    for used in ["shown", "optional", "needed"] {
        hold(&body(used), &table);
        hold(
            &body(used),
            &[("5", if used == "needed" { "no unit" } else { "right" })],
        );
        let key = body(used).body.model_response();
        assert!(body(used).body.score(&key, 1, &[]).unwrap().score.is_full());
    }
}

#[test]
fn a_percent_sign_is_hundredths_where_there_is_no_unit() {
    hold(
        &asks_for("0.5"),
        &[("50 %", "right"), ("0.5", "right"), ("50", "wrong")],
    );
    let percent =
        asks(r#"{"key": {"from": "50", "to": "50"}, "units": [{"name": "%", "times": "1"}]}"#);
    hold(
        &percent,
        &[("50 %", "right"), ("50", "right"), ("0.5", "wrong")],
    );
}

#[test]
fn hostile_texts_are_refused_at_once() {
    let question = asks_for("1");
    for huge in ["1", " ", "1,", "1 234 ", "-", "½", "1e", "1/", "×10"] {
        let text = huge.repeat(1_000_000 / huge.len());
        let response = Response::Number(text);
        assert_eq!(question.body.ready(&response), Err(NotReady::TooLong));
    }
    for long in ["9", "1/", "0,", " 1", "e9", "½"] {
        let text = long.repeat(200 / long.chars().count());
        let _ = verdict(&question, &text);
    }
    hold(&question, &[("1e99", "wrong"), ("1e-99", "wrong")]);
}

#[test]
fn a_tolerance_is_refused_that_is_none() {
    let flaw = |key: &str, tolerance| Key::near(numeral(key), &tolerance).unwrap_err();
    let minus = || numeral("-1");
    assert_eq!(
        flaw("5", Tolerance::Absolute(minus())),
        NumberFlaw::NegativeTolerance("-1".to_owned())
    );
    assert_eq!(
        flaw("5", Tolerance::Relative(minus())),
        NumberFlaw::NegativeTolerance("-1".to_owned())
    );
    assert_eq!(
        flaw("0", Tolerance::Relative(numeral("1%"))),
        NumberFlaw::ShareOfZero
    );
    assert_eq!(flaw("0", Tolerance::Figures(3)), NumberFlaw::ShareOfZero);
    assert_eq!(flaw("5", Tolerance::Figures(0)), NumberFlaw::Figures(0));
    assert_eq!(flaw("5", Tolerance::Figures(16)), NumberFlaw::Figures(16));
}

#[test]
fn a_key_that_contradicts_itself_is_no_bank() {
    let refused = |body: &str| std::panic::catch_unwind(|| asks(body)).is_err();
    let five = r#""key": {"from": "5", "to": "5"}"#;
    assert!(!refused(&format!("{{{five}}}")));
    assert!(refused(r#"{"key": {"from": "2", "to": "1"}}"#));
    assert!(refused(r#"{"key": {"from": "2 or 3", "to": "5"}}"#));
    for more in [
        r#""unit_use": "needed""#,
        r#""units": [{"name": "m", "times": "0"}]"#,
        r#""units": [{"name": "m", "times": "-1"}]"#,
        r#""units": [{"name": "m", "times": "1"}, {"name": "m", "times": "2"}]"#,
        r#""units": [{"name": " ", "times": "1"}]"#,
        r#""units": [{"name": "m", "times": "1"}], "unit": {"en": "m"}"#,
        r#""wrong": [{"answers": []}]"#,
        r#""wrong": [{"answers": ["5.0"]}]"#,
    ] {
        assert!(refused(&format!("{{{five}, {more}}}")), "{more}");
    }
}

#[test]
fn the_model_response_is_the_key() {
    for (body, model) in [
        (
            r#"{"key": {"from": "1.234", "to": "1.234", "value": "1.234"}}"#,
            "1.2340",
        ),
        (r#"{"key": {"from": "90", "to": "96"}}"#, "90"),
        (
            r#"{"key": {"from": "1", "to": "1"}, "units": [{"name": "km", "times": "1"}], "unit_use": "needed"}"#,
            "1 km",
        ),
    ] {
        let question = asks(body);
        let Body::Number(number) = &question.body else {
            panic!("another kind")
        };
        assert_eq!(
            question.body.model_response(),
            Response::Number(model.to_owned())
        );
        assert_eq!(json::read(&json::write(number)), Ok(number.clone()));
        hold(&question, &[(model, "right")]);
    }
}
