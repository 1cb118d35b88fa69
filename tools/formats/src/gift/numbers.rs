//! Questions that ask for a number.

use jalon_draft::{Body, Near, Number, NumberKey, NumberWrong, Range, Written};
use jalon_engine::grade::Numeral;
use jalon_engine::kind::number::{Key, Tolerance};

use super::answers::Entry;
use super::build::{Made, Room, Said};
use super::{choices, typed};

pub(super) fn number(entries: &[Entry<'_>], room: &mut Room<'_>) -> Option<Made> {
    let mut values = Vec::new();
    for entry in entries {
        room.stand(entry.text);
        let raw = entry.text.raw;
        if raw.is_empty() && !entry.is_right {
            let why = "a bank has feedback only for wrong numbers that are listed";
            room.losses
                .dropped("the feedback for any other answer", why);
            continue;
        }
        match value(raw) {
            Ok(key) => values.push((*entry, key)),
            Err(why) => {
                room.losses.dropped("the question", why);
                return None;
            }
        }
    }
    let worth: Vec<f64> = values.iter().map(|(entry, _)| entry.worth()).collect();
    let full = worth.iter().filter(|worth| **worth >= 99.99).count();
    let are_exact = values
        .iter()
        .all(|(_, key)| matches!(key, NumberKey::Value(_)));
    if full > 1 && are_exact {
        let why = "a number has one key here: it is a typed answer now, and each of them is right as written";
        room.losses.changed(format!("{full} right numbers"), why);
        let all: Vec<Entry<'_>> = values.iter().map(|(entry, _)| *entry).collect();
        return typed::text(&all, room);
    }
    let first = worth.iter().position(|worth| *worth >= 99.99);
    let Some(at) = first.or_else(|| choices::best(&worth, room)) else {
        let why = "expected a right number, found none";
        room.losses.dropped("the question", why);
        return None;
    };
    let (right, key) = values.remove(at.min(values.len().checked_sub(1)?));
    let body = Number {
        wrong: wrong(&values, &key, room),
        key,
        unit_use: None,
        units: Vec::new(),
        samples: None,
    };
    let wording = Said {
        explanation: room.maybe(right.feedback),
        ..Said::default()
    };
    room.stand(right.text);
    Some(Made {
        body: Body::Number(body),
        wording,
    })
}

/// The other numbers: those that earn nothing are wrong answers with feedback of their own.
fn wrong(
    values: &[(Entry<'_>, NumberKey)],
    key: &NumberKey,
    room: &mut Room<'_>,
) -> Vec<NumberWrong> {
    let mut all: Vec<NumberWrong> = Vec::new();
    for (entry, value) in values {
        room.stand(entry.text);
        let what = format!("the answer {}", entry.text.raw);
        if entry.worth() > 0.0 {
            let why = "a number earns everything or nothing here, and has one key";
            room.losses
                .dropped(format!("{what}, worth {} %", entry.worth()), why);
            continue;
        }
        let number = match value {
            NumberKey::Value(number) => number,
            NumberKey::Near(near) => {
                let why = "a wrong number has no tolerance here";
                room.losses.changed(format!("the tolerance of {what}"), why);
                &near.value
            }
            NumberKey::Range(_) => {
                room.losses
                    .dropped(what, "a range can't be a wrong answer here");
                continue;
            }
        };
        if takes(key, number) {
            room.losses.dropped(what, "the right answer covers it");
            continue;
        }
        if all
            .iter()
            .flat_map(|wrong| &wrong.answers)
            .any(|own| own == number)
        {
            room.losses.dropped(what, "it is a duplicate");
            continue;
        }
        let feedback = room.maybe(entry.feedback);
        match all.last_mut() {
            Some(last) if last.feedback == feedback => last.answers.push(number.clone()),
            _ => all.push(NumberWrong {
                answers: vec![number.clone()],
                feedback,
                misconception: None,
            }),
        }
    }
    all
}

/// True where a number is right.
pub(super) fn takes(key: &NumberKey, number: &Written) -> bool {
    let (Some((from, to)), Some(number)) = (bounds(key), numeral(number)) else {
        return false;
    };
    from.exact().at_most(number.exact()) && number.exact().at_most(to.exact())
}

/// The least and the most that is right.
pub(super) fn bounds(key: &NumberKey) -> Option<(Numeral, Numeral)> {
    let made = match key {
        NumberKey::Value(value) => {
            let value = numeral(value)?;
            return Some((value.clone(), value));
        }
        NumberKey::Range(range) => return Some((numeral(&range.from)?, numeral(&range.to)?)),
        NumberKey::Near(near) => {
            let tolerance = match (&near.within, near.figures) {
                (Some(within), _) => {
                    let within = numeral(within)?;
                    if within.as_str().ends_with('%') {
                        Tolerance::Relative(within)
                    } else {
                        Tolerance::Absolute(within)
                    }
                }
                (None, Some(figures)) => Tolerance::Figures(figures),
                (None, None) => Tolerance::Exact,
            };
            Key::near(numeral(&near.value)?, &tolerance).ok()?
        }
    };
    Some((made.from, made.to))
}

/// A number as a bank has it.
pub(super) fn numeral(number: &Written) -> Option<Numeral> {
    match number {
        Written::Whole(number) => Numeral::parse(&number.to_string()),
        Written::Fraction(number) => Numeral::parse(&number.to_string()),
        Written::Text(text) => Numeral::read(text).ok(),
    }
}

/// What stands behind `#`: `v`, `v:tolerance` or `from..to`.
fn value(raw: &str) -> Result<NumberKey, String> {
    if let Some((from, to)) = raw.split_once("..") {
        let (from, to) = (written(from)?, written(to)?);
        let is_down = numeral(&from).zip(numeral(&to));
        if is_down.is_some_and(|(from, to)| !from.exact().at_most(to.exact())) {
            return Err(format!(
                "expected the smaller number first in `{raw}`, found the larger one"
            ));
        }
        return Ok(NumberKey::Range(Range { from, to }));
    }
    let Some((number, tolerance)) = raw.split_once(':') else {
        return Ok(NumberKey::Value(written(raw)?));
    };
    let (value, within) = (written(number)?, written(tolerance)?);
    let within_is = numeral(&within);
    if within_is
        .as_ref()
        .is_some_and(|within| within.exact().is_negative())
    {
        return Err(format!(
            "expected a tolerance of 0 or more in `{raw}`, found less"
        ));
    }
    if within_is.is_none_or(|within| within.exact().is_zero()) {
        return Ok(NumberKey::Value(value));
    }
    Ok(NumberKey::Near(Near {
        value,
        within: Some(within),
        figures: None,
    }))
}

/// A number in GIFT: with a point, and perhaps a power of ten.
fn written(raw: &str) -> Result<Written, String> {
    let raw = raw.trim();
    if raw.contains(',') {
        return Err(format!(
            "expected a number with a decimal point, found the comma of `{raw}`: some versions of Moodle accept every answer there; write {}",
            raw.replace(',', ".")
        ));
    }
    let refused = || format!("expected a number such as 3.14, found `{raw}`");
    let plain = raw.strip_prefix('+').unwrap_or(raw);
    let is_number = |sign: char| sign.is_ascii_digit() || "-.eE+".contains(sign);
    if plain.is_empty() || !plain.chars().all(is_number) {
        return Err(refused());
    }
    canonical(plain.trim_end_matches('.')).ok_or_else(refused)
}

/// A number as a draft writes it: TOML's own where that is exact, else in quotes.
pub(super) fn canonical(plain: &str) -> Option<Written> {
    if let Ok(number) = plain.parse::<i64>() {
        return Some(Written::Whole(number));
    }
    let exact = Numeral::parse(plain)?;
    let is_same = |text: &str| {
        let other = Numeral::parse(text);
        other.is_some_and(|other| {
            other.exact().at_most(exact.exact()) && exact.exact().at_most(other.exact())
        })
    };
    let number: f64 = plain.parse().ok()?;
    if number.fract() == 0.0 && number.abs() < 1e15 && is_same(&(number as i64).to_string()) {
        return Some(Written::Whole(number as i64));
    }
    if is_same(&number.to_string()) {
        return Some(Written::Fraction(number));
    }
    // In quotes it is read as learners type.
    Numeral::read(plain).ok()?;
    Some(Written::Text(plain.to_owned()))
}

/// A number as a draft writes it, where it has an end: a third has none.
pub(super) fn decimal(number: &Numeral) -> Option<Written> {
    let exact = number.exact().to_string();
    let (top, bottom) = exact.split_once('/').unwrap_or((&exact, "1"));
    let (sign, top) = match top.strip_prefix('-') {
        Some(top) => ("-", top),
        None => ("", top),
    };
    let (top, bottom): (u128, u128) = (top.parse().ok()?, bottom.parse().ok()?);
    let mut text = format!("{sign}{}", top.checked_div(bottom)?);
    let mut rest = top % bottom;
    if rest > 0 {
        text.push('.');
    }
    // A tenth of the largest number leaves room for one more digit.
    while rest > 0 && text.len() < 40 {
        rest = rest.checked_mul(10)?;
        text.push_str(&(rest / bottom).to_string());
        rest %= bottom;
    }
    (rest == 0).then(|| canonical(&text))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_an_end_or_is_not_written() {
        let decimal = |text: &str| Numeral::read(text).ok().as_ref().and_then(decimal);
        assert_eq!(decimal("3/4"), Some(Written::Fraction(0.75)));
        assert_eq!(decimal("-2 %"), Some(Written::Fraction(-0.02)));
        assert_eq!(decimal("1.5e6"), Some(Written::Whole(1_500_000)));
        assert_eq!(decimal("1/3"), None);
    }

    #[test]
    fn a_number_is_read_exactly_or_not_at_all() {
        for (raw, number) in [
            ("3", Written::Whole(3)),
            ("-3.0", Written::Whole(-3)),
            ("+0.1", Written::Fraction(0.1)),
            (".5", Written::Fraction(0.5)),
            ("1e3", Written::Whole(1000)),
            ("5.", Written::Whole(5)),
            (
                "3.14159265358979323846",
                Written::Text("3.14159265358979323846".to_owned()),
            ),
        ] {
            assert_eq!(written(raw), Ok(number), "{raw}");
        }
        for raw in [
            "", "3,14", "1,000", "x", "3 km", "--1", "1e", "0x10", "NaN", "inf",
        ] {
            assert!(written(raw).is_err(), "{raw}");
        }
    }
}
