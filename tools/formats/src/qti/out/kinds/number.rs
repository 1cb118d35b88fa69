//! Type a number.

use jalon_draft::{Body, Number, NumberKey, Written};

use super::super::asked::ItemSource;
use super::super::decimal;
use super::super::parts::Parts;
use super::super::rules::{condition, earn, points};
use super::fields;
use super::writer::KindWriter;
use crate::loss::Losses;

pub(super) static WRITER: KindWriter = KindWriter { lower, write };

fn write(parts: &mut Parts, asked: &ItemSource<'_>) {
    let Body::Number(body) = &asked.question.body else {
        return;
    };
    parts.mark("kind", "number");
    fields::declare_number(parts, asked, "RESPONSE", body);
    let test = fields::number_test("RESPONSE", &body.key);
    parts
        .rules
        .marks
        .push(condition(&test, &earn(&points(1.0))));
    let field = fields::number_field("RESPONSE", body, asked.lang);
    parts.body.push_str(&format!("    <p>{field}</p>\n"));
}

fn lower(body: &mut Body, _: &str, losses: &mut Losses) -> Result<(), String> {
    let Body::Number(body) = body else {
        return Ok(());
    };
    number_fits(body, losses)
}

pub(super) fn number_fits(number: &mut Number, losses: &mut Losses) -> Result<(), String> {
    key_fits(&mut number.key, losses)?;
    if !number.units.is_empty() {
        losses.changed(
            "the unit",
            "other players show its first name beside the field and take only the number",
        );
    }
    for wrong in &mut number.wrong {
        wrong
            .answers
            .retain_mut(|answer| match fits(answer, losses) {
                Ok(()) => true,
                Err(why) => {
                    losses.dropped("a wrong number", why);
                    false
                }
            });
    }
    number.wrong.retain(|wrong| !wrong.answers.is_empty());
    Ok(())
}

pub(super) fn key_fits(key: &mut NumberKey, losses: &mut Losses) -> Result<(), String> {
    match key {
        NumberKey::Value(value) => fits(value, losses),
        NumberKey::Near(near) => {
            fits(&mut near.value, losses)?;
            match &mut near.within {
                Some(Written::Text(share)) if share.trim().ends_with('%') => {
                    let digits = share.trim().trim_end_matches('%').trim();
                    let is_number = digits.parse::<f64>().is_ok_and(f64::is_finite);
                    is_number
                        .then_some(())
                        .ok_or_else(|| format!("{share} can't be written as a decimal"))
                }
                Some(within) => fits(within, losses),
                None => Ok(()),
            }
        }
        NumberKey::Range(range) => {
            fits(&mut range.from, losses)?;
            fits(&mut range.to, losses)
        }
    }
}

/// Numbers are decimals there.
fn fits(written: &mut Written, losses: &mut Losses) -> Result<(), String> {
    let Written::Text(text) = written else {
        return Ok(());
    };
    let Some((value, is_exact)) = decimal(text) else {
        return Err(format!("{text} can't be written as a decimal"));
    };
    if !is_exact {
        let why = format!("numbers are decimals there: {value}");
        losses.changed(format!("the number {text}"), why);
    }
    *written = match value.fract() == 0.0 && value.abs() < 1e15 {
        true => Written::Whole(value as i64),
        false => Written::Fraction(value),
    };
    Ok(())
}
