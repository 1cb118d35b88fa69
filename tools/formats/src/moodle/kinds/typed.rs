//! Answers to type, as Moodle grades them.

use jalon_draft::{
    Answer, Near, Number, NumberKey, NumberWrong, Range, Text, TextWrong, Texts, UnitUse, Written,
};

use crate::html::Flow;
use crate::loss::Losses;
use crate::moodle::fraction;
use crate::moodle::text::own_spelling;

pub(super) fn text(body: &mut Text, losses: &mut Losses) {
    let mut dropped = Vec::new();
    let mut note = |is_there: bool, what: &'static str| {
        if is_there {
            dropped.push(what);
        }
    };
    note(body.order.take().is_some(), "the order of words");
    note(body.endings.take().is_some(), "how endings count");
    note(!body.synonyms.is_empty(), "synonyms");
    note(body.credit.take().is_some(), "what typing errors cost");
    note(!body.words.is_empty(), "words that are enough");
    body.synonyms.clear();
    body.words.clear();
    if !dropped.is_empty() {
        losses.dropped(
            dropped.join(", "),
            "Moodle compares typed answers letter by letter",
        );
    }
    for answers in body.accept.values_mut() {
        answers.retain_mut(|answer| keep(answer, losses));
    }
    body.accept.retain(|_, answers| !answers.is_empty());
    for wrong in &mut body.wrong {
        wrong.answers.retain_mut(|answer| keep(answer, losses));
        own_spelling(&mut wrong.feedback, Flow::Line);
    }
    body.wrong.retain(|wrong| !wrong.answers.is_empty());
    body.wrong = joined(std::mem::take(&mut body.wrong));
}

fn keep(answer: &mut Answer, losses: &mut Losses) -> bool {
    let (credit, feedback) = match answer {
        Answer::Plain(_) => return true,
        Answer::Regex(regex) => {
            losses.dropped(
                format!("the answer {}", regex.regex),
                "Moodle has no regular expressions",
            );
            return false;
        }
        Answer::Exact(exact) => (&mut exact.credit, &mut exact.feedback),
        Answer::Wildcard(wildcard) => (&mut wildcard.credit, &mut wildcard.feedback),
    };
    own_spelling(feedback, Flow::Line);
    if let Some(own) = credit.take().filter(|own| *own < 100) {
        // Between 5 and 100.
        let near = fraction::whole(fraction::nearest(own.into())).clamp(5, 100) as u8;
        if near != own {
            losses.changed(
                format!("a credit of {own} percent"),
                format!("Moodle has only certain shares; it is {near}"),
            );
        }
        *credit = Some(near).filter(|near| *near < 100);
    }
    if let Answer::Exact(exact) = answer
        && exact.credit.is_none()
        && exact.feedback.is_empty()
    {
        *answer = Answer::Plain(std::mem::take(&mut exact.answer));
    }
    true
}

/// Wrong answers that hear the same are one entry.
fn joined(all: Vec<TextWrong>) -> Vec<TextWrong> {
    let mut out: Vec<TextWrong> = Vec::new();
    for mut wrong in all {
        match out.last_mut() {
            Some(last) if last.feedback == wrong.feedback => {
                last.answers.append(&mut wrong.answers)
            }
            _ => out.push(wrong),
        }
    }
    out
}

pub(super) fn number(body: &mut Number, losses: &mut Losses) {
    body.key = key(body.key.clone(), losses);
    units(body, losses);
    let mut out: Vec<NumberWrong> = Vec::new();
    for mut wrong in std::mem::take(&mut body.wrong) {
        own_spelling(&mut wrong.feedback, Flow::Line);
        wrong.answers.retain_mut(|answer| match decimal(answer) {
            Some(plain) => {
                *answer = plain;
                true
            }
            None => {
                losses.dropped(
                    format!("the wrong answer {}", shown(answer)),
                    "Moodle's numbers are decimals without units",
                );
                false
            }
        });
        match out.last_mut() {
            Some(last) if last.feedback == wrong.feedback => {
                last.answers.append(&mut wrong.answers)
            }
            _ => out.push(wrong),
        }
    }
    out.retain(|wrong| !wrong.answers.is_empty());
    body.wrong = out;
}

fn shown(written: &Written) -> String {
    match written {
        Written::Whole(n) => n.to_string(),
        Written::Fraction(n) => n.to_string(),
        Written::Text(text) => text.clone(),
    }
}

/// A number as Moodle reads it.
fn decimal(written: &Written) -> Option<Written> {
    match written {
        Written::Text(text) => {
            crate::moodle::read::number::number(text).or_else(|| value(text).map(Written::Fraction))
        }
        other => Some(other.clone()),
    }
}

/// The value of `3/4` and of `2%`.
fn value(text: &str) -> Option<f64> {
    let text = text.trim().replace(',', ".");
    if let Some(share) = text.strip_suffix('%') {
        return share.trim().parse::<f64>().ok().map(|share| share / 100.0);
    }
    match text.split_once('/') {
        Some((above, below)) => {
            let (above, below): (f64, f64) =
                (above.trim().parse().ok()?, below.trim().parse().ok()?);
            Some(above / below).filter(|value| value.is_finite())
        }
        None => text.parse().ok(),
    }
}

fn float(written: &Written) -> Option<f64> {
    match written {
        // Whole numbers of banks are small.
        Written::Whole(n) => Some(*n as f64),
        Written::Fraction(n) => Some(*n),
        Written::Text(text) => value(text),
    }
}

/// What is right as a number and what is near enough, both written out.
pub(super) fn key(key: NumberKey, losses: &mut Losses) -> NumberKey {
    match key {
        NumberKey::Value(value) => NumberKey::Value(plain(&value, losses)),
        NumberKey::Near(near) => NumberKey::Near(within(near, losses)),
        NumberKey::Range(Range { from, to }) => {
            losses.changed(
                format!("the range from {} to {}", shown(&from), shown(&to)),
                "Moodle's numbers have a value and a tolerance",
            );
            let (from, to) = (float(&from).unwrap_or(0.0), float(&to).unwrap_or(0.0));
            NumberKey::Near(Near {
                value: short((from + to) / 2.0),
                within: Some(short((to - from) / 2.0)),
                figures: None,
            })
        }
    }
}

fn plain(written: &Written, losses: &mut Losses) -> Written {
    let plain = decimal(written).unwrap_or_else(|| written.clone());
    if plain != *written && matches!(written, Written::Text(text) if text.contains(['/', '%'])) {
        losses.changed(
            format!("the number {}", shown(written)),
            format!("Moodle's numbers are decimals: {}", shown(&plain)),
        );
    }
    plain
}

fn within(near: Near, losses: &mut Losses) -> Near {
    let value = plain(&near.value, losses);
    let amount = float(&value).unwrap_or(0.0);
    let is_share = matches!(&near.within, Some(Written::Text(text)) if text.trim().ends_with('%'));
    let within = match (&near.within, near.figures) {
        (Some(Written::Text(share)), _) if is_share => {
            losses.changed(
                format!("a tolerance of {share}"),
                "Moodle's tolerance is a number",
            );
            self::value(share).map(|share| short(share * amount.abs()))
        }
        (Some(within), _) => Some(plain(within, losses)),
        (None, Some(figures)) => {
            losses.changed(
                format!("a tolerance of {figures} figures"),
                "Moodle's tolerance is a number: half a unit of the last one",
            );
            let above = if amount == 0.0 {
                0
            } else {
                amount.abs().log10().floor() as i32 + 1
            };
            let last = above - i32::try_from(figures).unwrap_or(15);
            Some(short(10f64.powi(last) / 2.0))
        }
        (None, None) => None,
    };
    Near {
        value,
        within,
        figures: None,
    }
}

/// A number without the crumbs of binary fractions.
fn short(value: f64) -> Written {
    let text = format!("{value:.12}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    crate::moodle::read::number::number(text).unwrap_or(Written::Fraction(value))
}

fn units(body: &mut Number, losses: &mut Losses) {
    let mut of_langs = false;
    for unit in &mut body.units {
        of_langs |= unit.names.keys().any(|lang| lang != "any");
        let mut names: Vec<String> = Vec::new();
        for name in std::mem::take(&mut unit.names).into_values().flatten() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        unit.names = Texts::from([("any".to_owned(), names)]);
        if unit.times.as_ref().and_then(float) == Some(1.0) {
            unit.times = None;
        }
    }
    if of_langs {
        losses.changed("the languages of units", "Moodle's units have none");
    }
    // All are on the scale of the first.
    let first = body
        .units
        .first()
        .and_then(|unit| unit.times.as_ref())
        .and_then(float);
    if let Some(first) = first {
        losses.changed("the scale of units", "in Moodle the first unit is 1");
        for unit in &mut body.units {
            let own = unit.times.as_ref().map_or(Some(1.0), float).unwrap_or(1.0);
            unit.times = Some(short(own / first)).filter(|times| float(times) != Some(1.0));
        }
    }
    for unit in &mut body.units {
        let times = unit.times.as_ref().and_then(float);
        unit.times = times.map(|times| match times >= 1.0 && times.fract() == 0.0 {
            true => short(times),
            false => Written::Text(format!("1/{}", 1.0 / times)),
        });
    }
    match body.unit_use {
        Some(UnitUse::Shown) | None if !body.units.is_empty() => {
            losses.changed(
                "the unit beside the field",
                "Moodle shows none: name it in the prompt",
            );
            body.unit_use = None;
        }
        Some(UnitUse::Needed) => {
            losses.changed(
                "the unit that has to be typed",
                "in Moodle it may be left out",
            );
            body.unit_use = Some(UnitUse::Optional);
        }
        _ => {}
    }
    if body.units.is_empty() {
        body.unit_use = None;
    }
}
