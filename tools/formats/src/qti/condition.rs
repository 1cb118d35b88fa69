//! The conditions of response processing, as far as they have the usual shapes.

use crate::xml::Element;

use super::declared::{outcome, spaced};

/// What a response is held against.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Test {
    /// The correct response.
    Correct,
    /// One value.
    Value(String),
    /// Several values, no more and no less.
    Whole(Vec<String>),
    /// A number, or the correct response, and what is near enough: below and above it.
    Near {
        to: Option<f64>,
        within: (f64, f64),
        is_share: bool,
    },
    /// A number, or the correct response, rounded to so many significant figures.
    Figures { to: Option<f64>, figures: u64 },
    /// A number, or the correct response, rounded to so many decimal places.
    Places { to: Option<f64>, places: i32 },
    /// A text.
    Text { to: String, minds_case: bool },
    /// A part of what was typed.
    Part { of: String, minds_case: bool },
    /// A regular expression for the whole of what was typed.
    Pattern(String),
    /// A range, with both its ends, or without one of them.
    Between { from: f64, to: f64, is_open: bool },
}

/// A condition.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Condition {
    /// One of these tests of responses.
    Any(Vec<(String, Test)>),
    /// All of these tests of different responses.
    All(Vec<(String, Test)>),
    /// Something was answered.
    Answered,
    /// Nothing was answered.
    Empty,
    /// An outcome has a value.
    Outcome(String, String),
    /// The score is what it can be at most.
    Full,
    /// The score is less than that.
    Less,
    /// Two answers are told apart, so that the same in two gaps counts once.
    Apart,
    /// Anything else.
    Other,
}

/// What an expression asks.
pub(super) fn condition(expression: &Element) -> Condition {
    let parts: Vec<&Element> = expression.elements().collect();
    match (expression.name.as_str(), parts.as_slice()) {
        ("and", parts) => all(parts),
        ("or", parts) => any(parts),
        ("not", [inner]) => negated(inner),
        ("isNull", _) => Condition::Empty,
        (
            "match" | "equal" | "equalRounded" | "stringMatch" | "member" | "contains"
            | "substring",
            [one, other],
        ) => compared(expression, one, other),
        ("patternMatch", [one]) => match (variable(one), expression.attribute("pattern")) {
            (Some(id), Some(pattern)) => test(id, Test::Pattern(pattern.to_owned())),
            _ => Condition::Other,
        },
        ("lt" | "lte", [one, other]) if is_score(one) && is_most(other) => Condition::Less,
        ("gte", [one, other]) if is_score(one) && is_most(other) => Condition::Full,
        _ => Condition::Other,
    }
}

fn test(id: &str, test: Test) -> Condition {
    Condition::Any(vec![(id.to_owned(), test)])
}

fn negated(inner: &Element) -> Condition {
    let is_pair = inner.name == "stringMatch" || inner.name == "match";
    if inner.name == "isNull" {
        Condition::Answered
    } else if is_pair && inner.elements().all(|part| part.name == "variable") {
        Condition::Apart
    } else {
        match condition(inner) {
            Condition::Empty => Condition::Answered,
            Condition::Full => Condition::Less,
            _ => Condition::Other,
        }
    }
}

/// Several conditions at once: a range, or tests of several responses; that something was answered goes without saying.
fn all(parts: &[&Element]) -> Condition {
    if let Some(range) = range(parts) {
        return range;
    }
    let conditions = parts.iter().map(|part| condition(part));
    let mut rest: Vec<Condition> = conditions
        .filter(|one| !matches!(one, Condition::Answered))
        .collect();
    if rest.len() > 1 {
        // An outcome that was set before is only named beside what decides.
        let decides = |one: &Condition| matches!(one, Condition::Full | Condition::Less);
        if rest.iter().any(decides) {
            rest.retain(decides);
        }
    }
    match rest.as_slice() {
        [] => Condition::Answered,
        [one] => one.clone(),
        several => {
            // Each is about one response, for which one of several answers may do.
            let single = several.iter().map(|one| match one {
                Condition::Any(tests)
                    if tests.windows(2).all(|two| match two {
                        [(one, _), (other, _)] => one == other,
                        _ => true,
                    }) =>
                {
                    Some(tests.clone())
                }
                _ => None,
            });
            let tests: Option<Vec<Vec<_>>> = single.collect();
            tests.map_or(Condition::Other, |tests| Condition::All(tests.concat()))
        }
    }
}

fn any(parts: &[&Element]) -> Condition {
    let mut tests = Vec::new();
    for part in parts {
        match condition(part) {
            Condition::Any(more) => tests.extend(more),
            _ => return Condition::Other,
        }
    }
    Condition::Any(tests)
}

/// Two bounds of one response.
fn range(parts: &[&Element]) -> Option<Condition> {
    let bound = |part: &Element| {
        let mut sides = part.elements();
        let (one, other) = (sides.next()?, sides.next()?);
        let id = variable(one)?.to_owned();
        let value = base(other)?.parse::<f64>().ok()?;
        match part.name.as_str() {
            "gte" => Some((id, value, true, false)),
            "lte" => Some((id, value, false, false)),
            "gt" => Some((id, value, true, true)),
            "lt" => Some((id, value, false, true)),
            _ => None,
        }
    };
    let [one, other] = parts else { return None };
    let (first, second) = (bound(one)?, bound(other)?);
    let is_pair = first.0 == second.0 && first.2 != second.2;
    let (from, to) = match first.2 {
        true => (first.1, second.1),
        false => (second.1, first.1),
    };
    let is_open = first.3 || second.3;
    is_pair.then(|| test(&first.0, Test::Between { from, to, is_open }))
}

/// A comparison of a variable with a value, in whatever order.
fn compared(expression: &Element, one: &Element, other: &Element) -> Condition {
    if (is_score(one) && is_most(other)) || (is_score(other) && is_most(one)) {
        return Condition::Full;
    }
    let (id, against) = match (variable(one), variable(other)) {
        (Some(id), None) => (id, other),
        (None, Some(id)) => (id, one),
        _ => return Condition::Other,
    };
    if let ("match", Some(values)) = (expression.name.as_str(), several(against)) {
        return test(id, Test::Whole(values));
    }
    let minds_case = expression.attribute("caseSensitive") != Some("false");
    let is_correct = against.name == "correct";
    let value = match base(against) {
        Some(value) => value,
        None if is_correct => String::new(),
        None => return Condition::Other,
    };
    let to = value.parse::<f64>().ok();
    let found = match expression.name.as_str() {
        "equal" => near(expression, to),
        "equalRounded" => figures(expression, to),
        "stringMatch" if !is_correct => Some(Test::Text {
            to: value,
            minds_case,
        }),
        "substring" if !is_correct => Some(Test::Part {
            of: value,
            minds_case,
        }),
        "substring" => None,
        _ if is_correct => Some(Test::Correct),
        _ => Some(Test::Value(value)),
    };
    found.map_or(Condition::Other, |found| test(id, found))
}

fn near(expression: &Element, to: Option<f64>) -> Option<Test> {
    let mode = expression.attribute("toleranceMode").unwrap_or("exact");
    let bounds = expression.attribute("tolerance").unwrap_or_default();
    let bounds: Vec<f64> = bounds
        .split_whitespace()
        .filter_map(|bound| bound.parse().ok())
        .collect();
    let within = match (mode, bounds.as_slice()) {
        ("exact", _) => (0.0, 0.0),
        (_, [both]) => (*both, *both),
        (_, [below, above]) => (*below, *above),
        _ => return None,
    };
    Some(Test::Near {
        to,
        within,
        is_share: mode == "relative",
    })
}

fn figures(expression: &Element, to: Option<f64>) -> Option<Test> {
    let mode = expression.attribute("roundingMode");
    let figures: u8 = expression.attribute("figures")?.trim().parse().ok()?;
    Some(match mode {
        Some("decimalPlaces") => Test::Places {
            to,
            places: figures.into(),
        },
        _ => Test::Figures {
            to,
            figures: figures.into(),
        },
    })
}

/// The values that a response has to be together.
fn several(expression: &Element) -> Option<Vec<String>> {
    if !matches!(expression.name.as_str(), "multiple" | "ordered") {
        return None;
    }
    let values: Option<Vec<String>> = expression.elements().map(base).collect();
    values.filter(|values| values.len() > 1)
}

/// The variable that an expression names.
pub(super) fn variable(expression: &Element) -> Option<&str> {
    match expression.name.as_str() {
        "variable" => expression.attribute("identifier"),
        // Wrapped, which changes nothing.
        "integerToFloat" | "round" | "multiple" | "ordered" => {
            let mut parts = expression.elements();
            let only = parts.next()?;
            if parts.next().is_some() {
                return None;
            }
            variable(only)
        }
        _ => None,
    }
}

/// The value that an expression is.
pub(super) fn base(expression: &Element) -> Option<String> {
    match expression.name.as_str() {
        "baseValue" => Some(spaced(&expression.text())),
        // Outcomes that collect values are set to what they are, and one more.
        "multiple" | "ordered" => expression
            .all("baseValue")
            .last()
            .map(|value| spaced(&value.text())),
        _ => None,
    }
}

fn is_score(expression: &Element) -> bool {
    variable(expression) == Some("SCORE")
}

fn is_most(expression: &Element) -> bool {
    matches!(variable(expression), Some("MAXSCORE"))
}

/// The number that an outcome is before anything is marked, for expressions that name it.
pub(super) fn constant(item: &Element, id: &str) -> Option<f64> {
    outcome(item, id)?.parse().ok()
}

/// The number that an expression is.
pub(super) fn amount(expression: &Element) -> Option<f64> {
    let value = base(expression)?.parse::<f64>().ok()?;
    value.is_finite().then_some(value)
}
