//! Typed numbers: how each is read, and what becomes of it.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

#[allow(dead_code, reason = "the other tests use the rest of it")]
mod common;

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

/// What each text is read as: a number, two, or a reason why not. In both languages' habits.
const READINGS: &[(&str, &str)] = &[
    // Plain.
    ("93", "93"),
    ("0", "0"),
    ("007", "7"),
    ("  93 ", "93"),
    ("\u{A0}93\u{202F}", "93"),
    ("+93", "93"),
    ("-93", "-93"),
    ("\u{2212}93", "-93"),
    ("\u{2010}93", "-93"),
    ("- 93", "-93"),
    ("2022", "2022"),
    ("27001", "27001"),
    // Decimals with a point and with a comma.
    ("93.5", "93.5"),
    ("93,5", "93.5"),
    ("93.50", "93.50"),
    ("0.1", "0.1"),
    ("0,1", "0.1"),
    (".5", "0.5"),
    (",5", "0.5"),
    ("-.5", "-0.5"),
    ("\u{2212},5", "-0.5"),
    ("+,5", "0.5"),
    ("3.14159", "3.14159"),
    ("3,14159", "3.14159"),
    ("1234.5", "1234.5"),
    ("1234,5", "1234.5"),
    ("00.5", "0.5"),
    // A mark before three digits that can't be one of thousands.
    ("0.125", "0.125"),
    ("0,125", "0.125"),
    (".125", "0.125"),
    (",125", "0.125"),
    ("012,345", "12.345"),
    ("1234,567", "1234.567"),
    ("1234.567", "1234.567"),
    // Thousands.
    ("1 234", "1234"),
    ("1\u{A0}234", "1234"),
    ("1\u{2009}234", "1234"),
    ("1\u{202F}234", "1234"),
    ("1 234 567", "1234567"),
    ("1\u{202F}234\u{202F}567", "1234567"),
    ("12 345", "12345"),
    ("123 456", "123456"),
    ("1'234", "1234"),
    ("1\u{2019}234", "1234"),
    ("1'234'567", "1234567"),
    ("1,234,567", "1234567"),
    ("1.234.567", "1234567"),
    ("-1 234", "-1234"),
    // Thousands and decimals.
    ("1,234.5", "1234.5"),
    ("1.234,5", "1234.5"),
    ("1 234,5", "1234.5"),
    ("1 234.5", "1234.5"),
    ("1\u{202F}234,5", "1234.5"),
    ("1\u{A0}234\u{A0}567,89", "1234567.89"),
    ("1,234,567.8", "1234567.8"),
    ("1.234.567,8", "1234567.8"),
    ("1'234.5", "1234.5"),
    ("1'234,5", "1234.5"),
    ("1 234,567", "1234.567"),
    ("1 234.567", "1234.567"),
    ("1.234,567", "1234.567"),
    ("1,234.567", "1234.567"),
    ("1'234.567", "1234.567"),
    ("12,345.678", "12345.678"),
    // Not guessed.
    ("1,234", "1234 or 1.234"),
    ("1.234", "1234 or 1.234"),
    ("12,345", "12345 or 12.345"),
    ("123.456", "123456 or 123.456"),
    ("-1,234", "-1234 or -1.234"),
    ("+1.000", "1000 or 1.000"),
    ("1,234e5", "1234 or 1.234"),
    ("1.234 × 10^5", "1234 or 1.234"),
    ("1,234 %", "1234 or 1.234"),
    // Settled by one more digit.
    ("1.2340", "1.2340"),
    ("1,2340", "1.2340"),
    // Hundredths.
    ("50%", "50%"),
    ("50 %", "50%"),
    ("50\u{202F}%", "50%"),
    ("12,5 %", "12.5%"),
    ("-5%", "-5%"),
    ("1/2 %", "1/2%"),
    // Powers of ten.
    ("1e5", "1e5"),
    ("1E5", "1e5"),
    ("1e+5", "1e5"),
    ("1.5e-3", "1.5e-3"),
    ("1,5e\u{2212}3", "1.5e-3"),
    ("1.5×10^5", "1.5e5"),
    ("1.5 × 10^5", "1.5e5"),
    ("1,5 x 10^5", "1.5e5"),
    ("1.5x10^5", "1.5e5"),
    ("1.5X10^5", "1.5e5"),
    ("1.5*10^5", "1.5e5"),
    ("1.5 * 10^-5", "1.5e-5"),
    ("1,5×10⁵", "1.5e5"),
    ("1,5 × 10⁻⁵", "1.5e-5"),
    ("6.02×10²³", "6.02e23"),
    ("2×10⁺²", "2e2"),
    ("1 234,5×10^3", "1234.5e3"),
    ("10⁵", "1e5"),
    ("10^5", "1e5"),
    ("10^-5", "1e-5"),
    ("-10⁻²", "-1e-2"),
    ("1e05", "1e5"),
    // Fractions.
    ("3/4", "3/4"),
    ("3 / 4", "3/4"),
    ("3\u{2044}4", "3/4"),
    ("-3/4", "-3/4"),
    ("1 3/4", "1 3/4"),
    ("1\u{A0}3/4", "1 3/4"),
    ("12 1/2", "12 1/2"),
    ("-1 3/4", "-1 3/4"),
    ("½", "1/2"),
    ("-½", "-1/2"),
    ("1½", "1 1/2"),
    ("1 ½", "1 1/2"),
    ("1\u{202F}½", "1 1/2"),
    ("⅔", "2/3"),
    ("10/3", "10/3"),
    ("93/1", "93/1"),
    // Nothing to judge.
    ("", "empty"),
    ("   ", "empty"),
    ("abc", "none"),
    ("-", "none"),
    (",", "none"),
    ("%", "none"),
    ("quatre-vingt-treize", "none"),
    ("NaN", "none"),
    ("∞", "none"),
    ("٩٣", "none"),
    // Two numbers.
    ("93 94", "several"),
    ("93 or 94", "several"),
    ("93 ou 94", "several"),
    ("93, 94", "several"),
    ("93; 94", "several"),
    ("93-94", "several"),
    ("93 \u{2013} 94", "several"),
    ("1 23", "several"),
    ("1234 567", "several"),
    ("0 234", "several"),
    ("5 10^3", "several"),
    ("3/4/5", "several"),
    ("1.5 200", "several"),
    // No number that is read.
    ("1.2.3", "unreadable"),
    ("10.0.0.1", "unreadable"),
    ("1,23,456", "unreadable"),
    ("12,34,567", "unreadable"),
    ("1'23", "unreadable"),
    ("1,234.567,8", "unreadable"),
    ("1,234 567", "several"),
    ("1'234,567'8", "unreadable"),
    ("1 234/567", "unreadable"),
    ("1.5/2", "unreadable"),
    ("1/0", "unreadable"),
    ("1/", "unreadable"),
    ("1,5½", "unreadable"),
    ("1e100", "unreadable"),
    ("1e-100", "unreadable"),
    ("1e99999999999999999999", "unreadable"),
    ("12345678901234567890123456789012345678901", "unreadable"),
    // Words.
    ("93 controls", "unit?"),
    ("about 93", "unit?"),
    ("93.", "unreadable"),
    ("93,", "unreadable"),
    ("93!", "unreadable"),
    ("(93)", "unreadable"),
    ("--5", "unreadable"),
    ("5 km", "unit?"),
    ("0x10", "unit?"),
    ("5e", "unit?"),
    ("50 % %", "unit?"),
    ("% 50", "unit?"),
];

#[test]
fn each_way_of_writing_has_one_reading() {
    assert!(READINGS.len() >= 120);
    // Its key is none of them, so that both readings of a doubtful text are wrong and none is asked about.
    let off: Vec<_> = READINGS
        .iter()
        .filter_map(|&(typed, expected)| {
            let read = match Numeral::read(typed) {
                Ok(number) => number.as_str().to_owned(),
                Err(Unread::Ambiguous(Doubt { grouped, decimal })) => {
                    format!("{grouped} or {decimal}")
                }
                Err(Unread::NoNumber) if typed.trim().is_empty() => "empty".to_owned(),
                Err(_) => verdict(&asks_for("7"), typed).to_owned(),
            };
            (read != expected).then_some((typed, expected, read))
        })
        .collect();
    assert!(off.is_empty(), "(typed, expected, found)\n{off:#?}");
}

#[test]
fn what_was_read_is_read_again_as_the_same_number() {
    for (typed, _) in READINGS {
        let Ok(number) = Numeral::read(typed) else {
            continue;
        };
        assert_eq!(
            Numeral::parse(number.as_str()),
            Some(number.clone()),
            "{typed}"
        );
        let question = asks_for(number.as_str());
        assert_eq!(verdict(&question, typed), "right", "{typed}");
        assert_eq!(
            verdict(&question, &number.unmistakable()),
            "right",
            "{typed}"
        );
    }
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

/// A whole part with marks between thousands.
fn grouped(whole: &str, mark: &str) -> String {
    let mut text = String::new();
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n).is_multiple_of(3) {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text
}

/// Every way of writing a number with decimals that is claimed to be read, apart from those that are asked about.
fn spellings(whole: &str, decimals: &str) -> Vec<String> {
    let mut all = vec![];
    for point in [".", ","] {
        let end = if decimals.is_empty() {
            String::new()
        } else {
            format!("{point}{decimals}")
        };
        all.push(format!("{whole}{end}"));
        for mark in [
            " ", "\u{A0}", "\u{2009}", "\u{202F}", "'", "\u{2019}", ",", ".",
        ] {
            if mark != point {
                all.push(format!("{}{end}", grouped(whole, mark)));
            }
        }
        let digits = format!("{whole}{decimals}");
        for power in ["e", "E", "×10^", " × 10^", " x 10^", "*10^"] {
            all.push(format!(
                "{digits}{power}{}",
                0isize - isize::try_from(decimals.len()).unwrap()
            ));
        }
        all.push(format!("{digits}00{point}0e-{}", decimals.len() + 2));
        all.push(format!("{digits}/1{}", "0".repeat(decimals.len())));
        all.push(format!("{digits}00/1{}", "0".repeat(decimals.len() + 2)));
        all.push(format!(
            "{digits}e{}%",
            2 - isize::try_from(decimals.len()).unwrap()
        ));
    }
    all
}

fn any_decimal() -> impl Strategy<Value = (String, String)> {
    (prop_oneof!["0", "[1-9][0-9]{0,12}"], "[0-9]{0,6}")
}

proptest! {
    #[test]
    fn the_key_earns_full_points_in_every_way_of_writing_it((whole, decimals) in any_decimal(), negative: bool, noise in "[ \u{A0}]{0,2}") {
        let point = if decimals.is_empty() { "" } else { "." };
        let sign = if negative { "-" } else { "" };
        let question = asks_for(&format!("{sign}{whole}{point}{decimals}"));
        let signs: &[&str] = if negative { &["-", "\u{2212}", "- "] } else { &["", "+"] };
        for text in spellings(&whole, &decimals) {
            for sign in signs {
                let typed = format!("{noise}{sign}{text}{noise}");
                match judge(&question, &typed) {
                    Ok(read) => prop_assert_eq!(read.found, Found::Right, "{}", typed),
                    Err(NotReady::Number(Unread::Ambiguous(Doubt { grouped, decimal }))) => {
                        // Typed as the learner is told to, one of them is right.
                        let readings = [grouped, [&decimal, "0"].concat()];
                        let readings = readings.map(|number| typed.replace(text.split(['e', 'E', '×', 'x', '*', ' ', '%']).next().unwrap(), number.trim_start_matches('-')));
                        prop_assert!(readings.iter().any(|typed| verdict(&question, typed) == "right"), "{:?}", readings);
                    }
                    Err(why) => prop_assert!(false, "{}: {:?}", typed, why),
                }
            }
        }
        prop_assert!(question.body.score(&question.body.model_response(), 1, &[]).unwrap().score.is_full());
    }

    #[test]
    fn no_text_makes_reading_panic(
        text in prop_oneof![any::<String>(), "[-+0-9 .,'eE×x*^/%½¾⁵⁻\u{A0}\u{202F}\u{2212}km$]{0,30}"],
    ) {
        for question in [
            asks_for("1.234"),
            asks(&format!(r#"{{"key": {{"from": "-1", "to": "1e9"}}, "units": {UNITS}}}"#)),
        ] {
            let response = Response::Number(text.clone());
            let ready = question.body.ready(&response);
            prop_assert_eq!(&ready, &question.body.score(&response, 1, &[]).map(drop));
            // And what is saved is what was typed.
            let saved = json::write(&response);
            prop_assert_eq!(json::read::<Response>(&saved), Ok(response));
        }
        let _ = Numeral::parse(&text);
    }

    #[test]
    fn what_is_read_as_plain_is_what_floats_nearly_say(text in "-?[0-9]{1,12}(\\.[0-9]{1,9})?(e-?[0-9]{1,2})?") {
        let number = Numeral::parse(&text).unwrap();
        let float: f64 = text.parse().unwrap();
        let is_zero = number.exact().is_zero();
        let near = asks_near(if is_zero { "1" } else { &text }, &Tolerance::Relative(numeral("1e-12")));
        if !is_zero {
            prop_assert_ne!(verdict(&near, &format!("{float:e}")), "wrong", "{}", float);
        }
        prop_assert_eq!(number.exact().is_negative(), float < 0.0);
    }

    #[test]
    fn a_value_nearer_to_the_key_is_never_judged_worse(
        key in -100_000i64..100_000,
        values in prop::array::uniform2(-200_000i64..200_000),
        tolerance in prop_oneof![
            Just(Tolerance::Exact),
            (0u32..500).prop_map(|n| Tolerance::Absolute(numeral(&format!("{n}e-2")))),
            (0u32..50).prop_map(|n| Tolerance::Relative(numeral(&format!("{n}%")))),
            (1u64..7).prop_map(Tolerance::Figures),
        ],
        near: bool,
    ) {
        prop_assume!(key != 0);
        let question = asks_near(&format!("{key}e-2"), &tolerance);
        // Some of them close by, where tolerances end.
        let values = values.map(|value| if near { key + value % 700 } else { value });
        let [(nearer, first), (_, second)] = {
            let mut judged = values.map(|value| {
                let right = judge(&question, &format!("{value}e-2")).unwrap().found.is_right();
                ((value - key).abs(), right)
            });
            judged.sort_by_key(|(distance, _)| *distance);
            judged
        };
        prop_assert!(first || !second, "{nearer}");
        prop_assert_eq!(verdict(&question, &format!("{key}e-2")), "right");
    }

    #[test]
    fn rounding_to_the_figures_asked_for_is_near_enough(key in 1u64..10_000_000, figures in 1usize..6) {
        let question = asks_near(&key.to_string(), &Tolerance::Figures(figures as u64));
        #[expect(clippy::cast_precision_loss, reason = "it has few digits")]
        let rounded = format!("{:.*e}", figures - 1, key as f64);
        prop_assert!(matches!(verdict(&question, &rounded), "right" | "near" | "asks"), "{rounded}");
    }
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
