//! Type a number.

use jalon_draft::{Body, NumberKey, Question, Texts, UnitUse, Written};

use super::typed;
use super::writer::{KindWriter, no_marks};
use crate::html::Flow;
use crate::loss::Losses;
use crate::moodle::write::elements::Writer;

pub(super) static WRITER: KindWriter = KindWriter {
    kind: "numerical",
    lower,
    marks: no_marks,
    answers,
};

fn lower(question: &mut Question, _: &[String], losses: &mut Losses) -> bool {
    let Body::Number(body) = &mut question.body else {
        return false;
    };
    typed::number(body, losses);
    true
}

fn answers(writer: &mut Writer<'_>, question: &Question) {
    let Body::Number(body) = &question.body else {
        return;
    };
    let (value, within) = amount(&body.key);
    number_answer(writer, "100", &value, &within, &Texts::new());
    for wrong in &body.wrong {
        for answer in &wrong.answers {
            number_answer(writer, "0", &decimal(answer), "0", &wrong.feedback);
        }
    }
    if body.units.is_empty() {
        return;
    }
    writer.xml.open("units", &[]);
    for unit in &body.units {
        for name in unit.names.values().flatten() {
            writer.xml.open("unit", &[]);
            writer
                .xml
                .value("multiplier", &[], &multiplier(unit.times.as_ref()));
            writer.xml.value("unit_name", &[], name);
            writer.xml.close("unit");
        }
    }
    writer.xml.close("units");
    writer.xml.value("unitgradingtype", &[], "0");
    writer.xml.value("unitpenalty", &[], "0.1");
    let shown = if body.unit_use == Some(UnitUse::Optional) {
        "0"
    } else {
        "3"
    };
    writer.xml.value("showunits", &[], shown);
    writer.xml.value("unitsleft", &[], "0");
}

fn number_answer(
    writer: &mut Writer<'_>,
    share: &str,
    value: &str,
    within: &str,
    feedback: &Texts,
) {
    let attributes = [("fraction", share), ("format", "moodle_auto_format")];
    writer.xml.open("answer", &attributes);
    writer.xml.value("text", &[], value);
    if !feedback.is_empty() {
        writer.text("feedback", &[], feedback, Flow::Line);
    }
    writer.xml.value("tolerance", &[], within);
    writer.xml.close("answer");
}

/// The right amount, and what is near enough.
pub(in crate::moodle) fn amount(key: &NumberKey) -> (String, String) {
    match key {
        NumberKey::Value(value) => (decimal(value), "0".to_owned()),
        NumberKey::Near(near) => {
            let within = near.within.as_ref().map_or_else(|| "0".to_owned(), decimal);
            (decimal(&near.value), within)
        }
        NumberKey::Range(range) => (decimal(&range.from), "0".to_owned()),
    }
}

pub(in crate::moodle) fn decimal(written: &Written) -> String {
    match written {
        Written::Whole(n) => n.to_string(),
        Written::Fraction(n) => n.to_string(),
        Written::Text(text) => text.replace(',', "."),
    }
}

/// How many of a unit make up one of the first.
fn multiplier(times: Option<&Written>) -> String {
    match times {
        None => "1".to_owned(),
        Some(Written::Text(text)) => match text.strip_prefix("1/") {
            Some(many) => many.to_owned(),
            None => text
                .parse::<f64>()
                .map_or_else(|_| "1".to_owned(), |times| (1.0 / times).to_string()),
        },
        Some(Written::Whole(times)) => (1.0 / *times as f64).to_string(),
        Some(Written::Fraction(times)) => (1.0 / times).to_string(),
    }
}
