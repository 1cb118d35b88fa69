//! Fields to type in.

use jalon_draft::{Answer, Exact, Number, NumberKey, Text, Unit, UnitUse, Written};

use super::super::asked::ItemSource;
use super::super::parts::Parts;
use super::super::rules::{Mapping, Shows, any, is_text};
use super::super::{decimal, escaped, quoted};

/// What an answer to the letter is, what it earns, and what is told of it.
fn exact(answer: &Answer) -> Option<Exact> {
    match answer {
        Answer::Plain(text) => Some(Exact {
            answer: text.clone(),
            ..Exact::default()
        }),
        Answer::Exact(exact) => Some(exact.clone()),
        Answer::Wildcard(_) | Answer::Regex(_) => None,
    }
}

/// Declares the response of a text; all of it is worth this share of the points.
pub(super) fn declare_text(
    parts: &mut Parts,
    asked: &ItemSource<'_>,
    id: &str,
    text: &Text,
    share: f64,
) {
    let mut mapping = Mapping::default();
    let mut best: Option<(u8, String)> = None;
    for answer in text.accept.values().flatten().filter_map(exact) {
        let credit = answer.credit.unwrap_or(100);
        mapping
            .entries
            .push((answer.answer.clone(), f64::from(credit) / 100.0 * share));
        if best.as_ref().is_none_or(|(most, _)| credit > *most) {
            best = Some((credit, answer.answer.clone()));
        }
        if let Some(html) = asked.told(&answer.feedback) {
            let shows = Shows::If(vec![is_text(id, &answer.answer)]);
            parts.rules.notes.push((shows, html));
        }
    }
    for wrong in &text.wrong {
        let answers: Vec<Exact> = wrong.answers.iter().filter_map(exact).collect();
        for answer in &answers {
            mapping.entries.push((answer.answer.clone(), 0.0));
        }
        if let Some(html) = asked.told(&wrong.feedback) {
            let tests = answers.iter().map(|answer| is_text(id, &answer.answer));
            parts.rules.notes.push((Shows::If(tests.collect()), html));
        }
    }
    let correct: Vec<String> = best.into_iter().map(|(_, answer)| answer).collect();
    parts
        .rules
        .declare(id, "single", "string", &correct, &mapping);
}

/// What makes a text right, where the whole alone counts.
pub(super) fn text_test(id: &str, text: &Text) -> String {
    let answers = text.accept.values().flatten().filter_map(exact);
    let tests: Vec<String> = answers.map(|answer| is_text(id, &answer.answer)).collect();
    any(&tests)
}

pub(super) fn text_field(id: &str, text: &Text) -> String {
    let answers = || text.accept.values().flatten().filter_map(exact);
    let longest = answers().map(|answer| answer.answer.chars().count()).max();
    let of_none = text.accept.get("any");
    let any: Vec<String> = of_none
        .into_iter()
        .flatten()
        .filter_map(exact)
        .map(|one| one.answer)
        .collect();
    let any = match any.is_empty() {
        true => String::new(),
        false => format!(
            " data-jalon-any={}",
            quoted(&serde_json::to_string(&any).unwrap_or_default())
        ),
    };
    format!(
        "<qti-text-entry-interaction response-identifier={} expected-length=\"{}\"{any}/>",
        quoted(id),
        longest.unwrap_or(20).max(10)
    )
}

/// The value of a number that was fitted.
fn value(written: &Written) -> f64 {
    match written {
        Written::Whole(value) => *value as f64,
        Written::Fraction(value) => *value,
        Written::Text(text) => decimal(text).map(|(value, _)| value).unwrap_or_default(),
    }
}

pub(super) fn declare_number(parts: &mut Parts, asked: &ItemSource<'_>, id: &str, number: &Number) {
    let correct = match &number.key {
        NumberKey::Value(written) => value(written),
        NumberKey::Near(near) => value(&near.value),
        NumberKey::Range(range) => f64::midpoint(value(&range.from), value(&range.to)),
    };
    parts.rules.declare(
        id,
        "single",
        "float",
        &[correct.to_string()],
        &Mapping::default(),
    );
    for wrong in &number.wrong {
        let tests = wrong.answers.iter().map(|answer| {
            let id = quoted(id);
            let value = value(answer);
            format!(
                "<qti-equal tolerance-mode=\"exact\"><qti-variable identifier={id}/>\
                 <qti-base-value base-type=\"float\">{value}</qti-base-value></qti-equal>"
            )
        });
        if let Some(html) = asked.told(&wrong.feedback) {
            parts.rules.notes.push((Shows::If(tests.collect()), html));
        }
    }
}

/// What makes a number right.
pub(super) fn number_test(id: &str, key: &NumberKey) -> String {
    let id = quoted(id);
    let sides = format!("<qti-variable identifier={id}/><qti-correct identifier={id}/>");
    let exact = format!("<qti-equal tolerance-mode=\"exact\">{sides}</qti-equal>");
    match key {
        NumberKey::Value(_) => exact,
        NumberKey::Near(near) => match (&near.within, near.figures) {
            (Some(Written::Text(share)), _) if share.trim().ends_with('%') => {
                let share = share.trim().trim_end_matches('%').trim();
                let share = escaped(share);
                format!(
                    "<qti-equal tolerance-mode=\"relative\" tolerance=\"{share} {share}\">{sides}</qti-equal>"
                )
            }
            (Some(within), _) => {
                let within = value(within);
                format!(
                    "<qti-equal tolerance-mode=\"absolute\" tolerance=\"{within} {within}\">{sides}</qti-equal>"
                )
            }
            (None, Some(figures)) => format!(
                "<qti-equal-rounded rounding-mode=\"significantFigures\" figures=\"{figures}\">{sides}</qti-equal-rounded>"
            ),
            (None, None) => exact,
        },
        NumberKey::Range(range) => {
            let bound = |name: &str, written: &Written| {
                let value = value(written);
                format!(
                    "<qti-{name}><qti-variable identifier={id}/><qti-base-value base-type=\"float\">{value}</qti-base-value></qti-{name}>"
                )
            };
            format!(
                "<qti-and>{}{}</qti-and>",
                bound("gte", &range.from),
                bound("lte", &range.to)
            )
        }
    }
}

/// A field for a number, with its unit beside it.
pub(super) fn number_field(id: &str, number: &Number, lang: &str) -> String {
    let units = match number.units.is_empty() {
        true => String::new(),
        false => {
            let written = Units {
                unit_use: number.unit_use,
                units: &number.units,
            };
            format!(
                " data-jalon-units={}",
                quoted(&serde_json::to_string(&written).unwrap_or_default())
            )
        }
    };
    let shown = number
        .units
        .first()
        .filter(|_| number.unit_use.is_none_or(|own| own == UnitUse::Shown));
    let shown = shown.and_then(|unit| first_name(unit, lang));
    let shown = shown.map(|unit| format!(" <span class=\"jalon-unit\">{}</span>", escaped(unit)));
    format!(
        "<qti-text-entry-interaction response-identifier={} expected-length=\"10\"{units}/>{}",
        quoted(id),
        shown.unwrap_or_default()
    )
}

fn first_name<'a>(unit: &'a Unit, lang: &str) -> Option<&'a String> {
    let names = unit.names.get(lang).or_else(|| unit.names.get("any"));
    names.and_then(|names| names.first())
}

/// The units of a number, as a bank that is read again has them.
#[derive(Debug, serde::Serialize)]
struct Units<'a> {
    #[serde(rename = "use", skip_serializing_if = "Option::is_none")]
    unit_use: Option<UnitUse>,
    units: &'a [Unit],
}
