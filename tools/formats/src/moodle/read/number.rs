//! Numbers, with tolerance and units.

use jalon_draft::{Body, Near, Number, NumberKey, NumberWrong, Texts, Unit, UnitUse, Written};

use super::super::asked::QuestionElement;
use super::super::fraction;
use super::super::text;

/// A number as Moodle has it.
pub(super) struct Typed {
    pub(super) value: String,
    pub(super) tolerance: String,
    pub(super) share: f64,
    pub(super) feedback: Texts,
}

pub(super) fn numerical(asked: &mut QuestionElement<'_>) -> Option<Body> {
    let element = asked.element;
    let mut answers = Vec::new();
    for answer in element.all("answer") {
        let tolerance = answer
            .first("tolerance")
            .map(|field| field.text().trim().to_owned());
        answers.push(Typed {
            value: text::words(answer).trim().to_owned(),
            tolerance: tolerance.unwrap_or_default(),
            share: asked.share(answer),
            feedback: asked.feedback(answer),
        });
    }
    let mut number = number_of(asked, answers)?;
    units(asked, &mut number);
    Some(Body::Number(number))
}

/// The grading of numbers.
pub(super) fn number_of(asked: &mut QuestionElement<'_>, answers: Vec<Typed>) -> Option<Number> {
    let mut key: Option<NumberKey> = None;
    let mut wrong: Vec<NumberWrong> = Vec::new();
    let most = answers
        .iter()
        .map(|answer| answer.share)
        .fold(f64::MIN, f64::max);
    if most <= 0.0 {
        asked.drop("none of its answers is right");
        return None;
    }
    for answer in answers {
        if answer.value == "*" {
            if !answer.feedback.is_empty() || answer.share > 0.0 {
                asked.losses.dropped(
                    "points and feedback for any other number",
                    "only numbers that are listed have them",
                );
            }
            continue;
        }
        let Some(value) = number(&answer.value) else {
            asked.losses.dropped(
                format!("the answer “{}”", answer.value),
                "this isn't a number",
            );
            continue;
        };
        if key.is_none() && answer.share == most {
            note_key(asked, &answer);
            key = Some(key_of(value, &answer.tolerance));
        } else if answer.share > 0.0 {
            let what = format!(
                "{} percent for {}",
                fraction::written(answer.share),
                answer.value
            );
            asked
                .losses
                .dropped(what, "a number question has one right amount");
        } else {
            note_wrong(asked, &answer);
            match wrong.last_mut() {
                Some(last) if last.feedback == answer.feedback => last.answers.push(value),
                _ => wrong.push(NumberWrong {
                    answers: vec![value],
                    feedback: answer.feedback,
                    misconception: None,
                }),
            }
        }
    }
    let Some(key) = key else {
        asked.drop("its right answer isn't a number");
        return None;
    };
    Some(Number {
        key,
        unit_use: None,
        units: Vec::new(),
        wrong,
        samples: None,
    })
}

fn note_key(asked: &mut QuestionElement<'_>, answer: &Typed) {
    if !answer.feedback.is_empty() {
        asked.losses.dropped(
            format!("the feedback on {}", answer.value),
            "numbers have feedback on wrong ones; the explanation is shown on all",
        );
    }
    if !fraction::is_near(answer.share, 100.0) {
        let what = format!(
            "{} percent for {}",
            fraction::written(answer.share),
            answer.value
        );
        asked
            .losses
            .changed(what, "the right number earns all points");
    }
}

fn note_wrong(asked: &mut QuestionElement<'_>, answer: &Typed) {
    if number(&answer.tolerance).is_some_and(|tolerance| !is_zero(&tolerance)) {
        let what = format!(
            "the tolerance {} of the wrong answer {}",
            answer.tolerance, answer.value
        );
        asked
            .losses
            .dropped(what, "wrong numbers are listed one by one");
    }
    if answer.share < 0.0 {
        let what = format!(
            "{} percent for {}",
            fraction::written(answer.share),
            answer.value
        );
        asked
            .losses
            .changed(what, "a wrong number earns nothing, and costs nothing");
    }
}

fn key_of(value: Written, tolerance: &str) -> NumberKey {
    match number(tolerance).filter(|tolerance| !is_zero(tolerance)) {
        Some(within) => NumberKey::Near(Near {
            value,
            within: Some(within),
            figures: None,
        }),
        None => NumberKey::Value(value),
    }
}

fn is_zero(number: &Written) -> bool {
    match number {
        Written::Whole(n) => *n == 0,
        Written::Fraction(n) => *n == 0.0,
        Written::Text(text) => text.parse::<f64>().is_ok_and(|n| n == 0.0),
    }
}

/// A number as a bank writes it, to the digit.
pub(in super::super) fn number(written: &str) -> Option<Written> {
    let text = written.trim().replace(',', ".").replace(' ', "");
    let value: f64 = text.parse().ok()?;
    if !value.is_finite() || text.len() > 40 || value.abs() > 1e15 {
        return None;
    }
    if let Ok(whole) = text.parse::<i64>() {
        return Some(Written::Whole(whole));
    }
    let trimmed = match text.contains('.') && !text.contains(['e', 'E']) {
        true => text.trim_end_matches('0').trim_end_matches('.'),
        false => text.as_str(),
    };
    if let Ok(whole) = trimmed.parse::<i64>() {
        return Some(Written::Whole(whole));
    }
    if value.to_string() == trimmed {
        return Some(Written::Fraction(value));
    }
    Some(Written::Text(trimmed.trim_start_matches('+').to_owned()))
}

fn units(asked: &mut QuestionElement<'_>, number: &mut Number) {
    let element = asked.element;
    let listed = element.all("units").flat_map(|units| units.all("unit"));
    for unit in listed {
        let name = unit
            .first("unit_name")
            .map(|name| name.text().trim().to_owned())
            .unwrap_or_default();
        if name.is_empty() {
            continue;
        }
        let multiplier = unit
            .first("multiplier")
            .map(|field| field.text())
            .unwrap_or_default();
        let times = times(asked, multiplier.trim());
        match number.units.iter_mut().find(|own| own.times == times) {
            Some(own) => own.names.entry("any".to_owned()).or_default().push(name),
            None => number.units.push(Unit {
                times,
                names: Texts::from([("any".to_owned(), vec![name])]),
            }),
        }
    }
    // The key is in the first one.
    if let Some(base) = number.units.iter().position(|unit| unit.times.is_none()) {
        number.units.swap(0, base);
    }
    if number.units.is_empty() {
        return;
    }
    let graded = asked.value("unitgradingtype");
    number.unit_use = match graded.as_str() {
        "1" | "2" => Some(UnitUse::Needed),
        _ if asked.value("showunits") == "3" && asked.ours.is_some() => None,
        _ => Some(UnitUse::Optional),
    };
    if matches!(graded.as_str(), "1" | "2") {
        asked.losses.changed(
            format!("what a wrong unit costs, {}", asked.value("unitpenalty")),
            "an answer without its unit, or with a wrong one, goes back to the learner",
        );
    }
}

/// How much one is: Moodle says how many make up one of the first.
fn times(asked: &mut QuestionElement<'_>, multiplier: &str) -> Option<Written> {
    let many: f64 = multiplier.replace(',', ".").parse().unwrap_or(1.0);
    if many == 1.0 {
        return None;
    }
    if !many.is_finite() || many <= 0.0 {
        asked.losses.changed(
            format!("the multiplier {multiplier} of a unit"),
            "a unit is worth more than nothing; it counts as 1",
        );
        return None;
    }
    let one = 1.0 / many;
    let is_exact = (one.round() - one).abs() < 1e-9 * one && one.round() >= 1.0;
    match is_exact {
        true => number(&one.round().to_string()),
        false => Some(Written::Text(format!("1/{}", many))),
    }
}
