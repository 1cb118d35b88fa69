//! Type a number.

use jalon_draft::{Body, Near, NumberKey, NumberWrong, Range, Wording, Written};

use super::writer::{Inside, KindWriter, no_marks, none, plain};
use crate::gift::numbers::{bounds, canonical, decimal, numeral, takes};
use crate::loss::Losses;

pub(super) static WRITER: KindWriter = KindWriter {
    lower,
    marks: no_marks,
    inside,
    is_missing_word: true,
};

fn lower(body: &mut Body, _: &mut Wording, losses: &mut Losses) -> bool {
    let Body::Number(body) = body else {
        return false;
    };
    if !body.units.is_empty() {
        losses.dropped("the units", "GIFT has only numbers");
    }
    body.units.clear();
    body.unit_use = None;
    let Some(key) = key(&body.key, losses) else {
        return none(
            "GIFT has only decimal numbers, and its key isn't one",
            losses,
        );
    };
    body.key = key;
    let mut joined: Vec<NumberWrong> = Vec::new();
    let mut seen: Vec<Written> = Vec::new();
    for mut wrong in body.wrong.drain(..) {
        let answers = wrong.answers.iter().filter_map(|answer| {
            let number = numeral(answer).as_ref().and_then(decimal);
            let is_new = number
                .as_ref()
                .is_some_and(|own| !seen.contains(own) && !takes(&body.key, own));
            if !is_new {
                let what = format!("the wrong answer {}", plain(answer));
                losses.dropped(what, "GIFT has only decimal numbers, each of them once");
            }
            seen.extend(number.clone());
            number.filter(|_| is_new)
        });
        wrong.answers = answers.collect();
        match joined.last_mut() {
            _ if wrong.answers.is_empty() => {}
            Some(last) if last.feedback == wrong.feedback => last.answers.extend(wrong.answers),
            _ => joined.push(wrong),
        }
    }
    body.wrong = joined;
    true
}

/// A key as GIFT has it: a number, one with a tolerance, or a range.
fn key(key: &NumberKey, losses: &mut Losses) -> Option<NumberKey> {
    let decimal_of = |number: &Written| numeral(number).as_ref().and_then(decimal);
    match key {
        NumberKey::Value(value) => decimal_of(value).map(NumberKey::Value),
        NumberKey::Range(range) => Some(NumberKey::Range(Range {
            from: decimal_of(&range.from)?,
            to: decimal_of(&range.to)?,
        })),
        NumberKey::Near(near) => {
            let is_share = |within: &Written| {
                let within = numeral(within);
                within.is_none_or(|within| within.as_str().ends_with('%'))
            };
            match (&near.within, near.figures) {
                (Some(within), None) if !is_share(within) => {
                    let within = decimal_of(within)?;
                    let value = decimal_of(&near.value)?;
                    if Some(&within) == canonical("0").as_ref() {
                        return Some(NumberKey::Value(value));
                    }
                    Some(NumberKey::Near(Near {
                        value,
                        within: Some(within),
                        figures: None,
                    }))
                }
                (None, None) => decimal_of(&near.value).map(NumberKey::Value),
                _ => {
                    let (from, to) = bounds(key)?;
                    let why = "in GIFT, a tolerance is a number: it is a range now";
                    losses.changed("a tolerance in percent or in figures", why);
                    Some(NumberKey::Range(Range {
                        from: decimal(&from)?,
                        to: decimal(&to)?,
                    }))
                }
            }
        }
    }
}

fn inside(inside: &Inside<'_>, body: &Body) -> String {
    let Body::Number(body) = body else {
        return String::new();
    };
    let key = match &body.key {
        NumberKey::Value(value) => plain(value),
        NumberKey::Near(near) => {
            let within = near.within.as_ref().map(plain);
            format!("{}:{}", plain(&near.value), within.unwrap_or_default())
        }
        NumberKey::Range(range) => format!("{}..{}", plain(&range.from), plain(&range.to)),
    };
    if body.wrong.is_empty() {
        return format!("#{key}");
    }
    let mut out = format!("#\n\t={key}\n");
    for wrong in &body.wrong {
        let feedback = inside.feedback(&wrong.feedback);
        for answer in &wrong.answers {
            out.push_str(&format!("\t=%0%{}{feedback}\n", plain(answer)));
        }
    }
    out
}
