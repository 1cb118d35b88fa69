//! Numbers: how they are graded, and how they stand on paper.

use std::collections::BTreeSet;

use jalon_engine::feedback::Quantity;
use jalon_engine::grade::Numeral;
use jalon_engine::kind::number::{Face, Found, Number, UnitUse};
use jalon_engine::kind::{Evidence, Response};
use serde::Serialize;

use crate::digest::{json, tagged};
use crate::faults::spot::excerpt;
use crate::grading::short;
use crate::grading::trace::Trace;
use crate::kind::body::{KindBody, Printed};
use crate::paper::form::FormQuestion;
use crate::paper::page::{Page, PaperLanguage};

/// What affects a grade.
#[derive(Serialize)]
struct Graded<'a> {
    key: String,
    units: BTreeSet<(&'a str, &'a str)>,
    needs_unit: bool,
    wrong: BTreeSet<&'a str>,
}

impl KindBody for Number {
    fn graded(&self) -> String {
        let units = self.units.iter();
        let wrong = self.wrong.iter().flat_map(|wrong| &wrong.answers);
        let graded = Graded {
            key: json(&self.key),
            units: units
                .map(|unit| (unit.name.as_str(), unit.times.as_str()))
                .collect(),
            needs_unit: self.unit_use == UnitUse::Needed,
            wrong: wrong.map(Numeral::as_str).collect(),
        };
        tagged("number", &graded)
    }

    fn shorthand(&self, text: &str) -> Option<Response> {
        Some(Response::Number(text.to_owned()))
    }

    fn quoted(&self, response: &Response) -> String {
        match response {
            Response::Number(given) => format!("`{}`", excerpt(given)),
            _ => short::NOTHING.to_owned(),
        }
    }

    fn why(&self, _: &Response, evidence: &Evidence) -> String {
        let Evidence::Number(evidence) = evidence else {
            return String::new();
        };
        let read = match &evidence.read {
            Some(amount) => format!("it reads as `{}`", self.written(amount)),
            None => "it may be two numbers".to_owned(),
        };
        let found = match evidence.found {
            Found::Right => "which is the key",
            Found::Near => "which is near enough to the key",
            Found::KnownWrong(_) => "which is listed as wrong",
            Found::Unknown => "which is too far from the key",
        };
        format!("{read}, {found}")
    }

    fn trace(&self, _: &Response, evidence: &Evidence, trace: &mut Trace) {
        let Evidence::Number(evidence) = evidence else {
            return;
        };
        trace.rule = match evidence.found {
            Found::Right => "key",
            Found::Near => "within-tolerance",
            Found::KnownWrong(_) => "listed-wrong-answer",
            Found::Unknown => "no-match",
        };
        trace.normal_form = evidence.read.as_ref().map(|amount| self.written(amount));
    }

    fn answer(&self, page: &Page, _: &FormQuestion<'_>) -> String {
        right(page, self)
    }

    fn is_typed(&self) -> bool {
        true
    }
}

pub(crate) fn printed(page: &Page, face: &Face) -> Printed {
    let field = field(page, face);
    Printed::new(format!("<p class=\"answer\">{field}</p>\n"), field)
}

/// A line to write a number on, with what stands beside it.
pub(crate) fn field(page: &Page, face: &Face) -> String {
    format!("<span class=\"line half\"></span> {}", beside(page, face))
}

/// The unit to show beside a number, or those that may be written.
fn beside(page: &Page, face: &Face) -> String {
    match &face.shown {
        Some(unit) => page.inline_text(unit),
        None => {
            let named = |tongue: &PaperLanguage| {
                let known = face
                    .known
                    .get(&tongue.lang)
                    .filter(|names| !names.is_empty());
                known.map_or_else(String::new, |names| {
                    format!("({})", tongue.paper.units(names))
                })
            };
            page.inline(named)
        }
    }
}

/// The number, and between which bounds others are as right.
pub(crate) fn right(page: &Page, body: &Number) -> String {
    let quantity = |number: &str, to: Option<&str>, tongue: &PaperLanguage| {
        let quantity = Quantity {
            number: number.to_owned(),
            to: to.map(str::to_owned),
            unit: body.unit.clone(),
        };
        let unit = body.unit.get(&tongue.lang).map_or("", String::as_str);
        tongue.words.quantity(&quantity, unit)
    };
    let [from, to] = [&body.key.from, &body.key.to].map(|bound| in_decimals(bound.as_str()));
    let value = body.key.value.as_ref();
    let model = value.map_or(from.as_str(), |value| value.as_str());
    let said = page.inline(|tongue| quantity(model, None, tongue));
    let said = format!("<span class=\"given\">{said}</span>");
    if from == to {
        return said;
    }
    let range = page.inline(|tongue| {
        let range = quantity(&from, Some(&to), tongue);
        tongue.paper.also_right(&range)
    });
    format!("{said} ({range})")
}

/// A fraction in decimals, where these end; any other number as it is.
fn in_decimals(plain: &str) -> String {
    let end = plain.find(['%', 'e']).unwrap_or(plain.len());
    let (number, rest) = plain.split_at(end);
    let fraction = number.split_once('/').and_then(|(above, below)| {
        Some((above.parse::<i128>().ok()?, below.parse::<i128>().ok()?))
    });
    let Some((above, below)) = fraction.filter(|(_, below)| *below > 0) else {
        return plain.to_owned();
    };
    let mut scale: i128 = 1;
    for places in 0..=MOST_DECIMALS {
        let Some(whole) = above.checked_mul(scale) else {
            break;
        };
        if whole % below == 0 {
            let whole = whole / below;
            let (sign, size) = (if whole < 0 { "-" } else { "" }, whole.unsigned_abs());
            let scale = scale.unsigned_abs();
            let (units, decimals) = (size / scale, size % scale);
            return match places {
                0 => format!("{sign}{units}{rest}"),
                _ => format!("{sign}{units}.{decimals:0places$}{rest}"),
            };
        }
        scale *= 10;
    }
    plain.to_owned()
}

/// The most decimals that anybody reads with ease.
const MOST_DECIMALS: usize = 12;

#[cfg(test)]
mod tests {
    use super::in_decimals;

    #[test]
    fn bounds_are_written_in_decimals_where_these_end() {
        for (plain, expected) in [
            ("3600/100%", "36%"),
            ("9/8", "1.125"),
            ("-5/4", "-1.25"),
            ("1/1000", "0.001"),
            ("1/3", "1/3"),
            ("1 3/4", "1 3/4"),
            ("93", "93"),
            ("1.5e6", "1.5e6"),
            ("1/0", "1/0"),
        ] {
            assert_eq!(in_decimals(plain), expected);
        }
    }
}
