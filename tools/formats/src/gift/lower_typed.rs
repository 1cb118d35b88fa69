//! Questions with a place to type as GIFT can say them.

use std::collections::BTreeSet;

use jalon_draft::{Answer, Near, Number, NumberKey, NumberWrong, Range, Text, TextWrong, Written};

use super::lower_kind::{NO_PLACE, none, note_unknown};
use super::numbers::{bounds, canonical, decimal, numeral, takes};
use super::typed::refusal;
use crate::loss::Losses;

pub(super) fn text(body: &mut Text, losses: &mut Losses) -> bool {
    let mut drop = |is_there: bool, what: &str| {
        if is_there {
            losses.dropped(what, NO_PLACE);
        }
    };
    drop(
        body.order.take().is_some(),
        "whether words may come in another order",
    );
    drop(body.endings.take().is_some(), "whether endings matter");
    drop(!body.synonyms.is_empty(), "the synonyms of the question");
    drop(body.credit.take().is_some(), "the credit for typed answers");
    drop(!body.words.is_empty(), "the words that are enough");
    body.synonyms.clear();
    body.words.clear();
    // Of no language first, as they are written.
    if let Some(any) = body.accept.shift_remove("any") {
        body.accept.shift_insert(0, "any".to_owned(), any);
    }
    let mut seen = BTreeSet::new();
    for answers in body.accept.values_mut() {
        answers.retain_mut(|answer| is_said(answer, &mut seen, losses));
    }
    body.accept.retain(|_, answers| !answers.is_empty());
    for wrong in &mut body.wrong {
        wrong
            .answers
            .retain_mut(|answer| is_said(answer, &mut seen, losses));
    }
    body.wrong.retain(|wrong| !wrong.answers.is_empty());
    let mut joined: Vec<TextWrong> = Vec::new();
    for wrong in body.wrong.drain(..) {
        match joined.last_mut() {
            Some(last) if last.feedback == wrong.feedback => last.answers.extend(wrong.answers),
            _ => joined.push(wrong),
        }
    }
    body.wrong = joined;
    let credits = body.accept.values().flatten();
    let credits = credits.filter_map(|answer| match answer {
        Answer::Exact(own) => own.credit,
        Answer::Wildcard(own) => own.credit,
        Answer::Plain(_) | Answer::Regex(_) => None,
    });
    note_unknown(credits.map(f64::from), losses);
    let is_whole = |answer: &Answer| match answer {
        Answer::Plain(_) => true,
        Answer::Exact(own) => own.credit.is_none_or(|credit| credit >= 100),
        Answer::Wildcard(_) | Answer::Regex(_) => false,
    };
    if !body.accept.values().flatten().any(is_whole) {
        return none("none of its right answers can be written in GIFT", losses);
    }
    true
}

/// Whether GIFT can say an answer, and says it for the first time.
fn is_said(answer: &mut Answer, seen: &mut BTreeSet<String>, losses: &mut Losses) -> bool {
    let (text, written) = match answer {
        Answer::Plain(text) => (text.replace('*', "\\*"), text),
        Answer::Exact(own) => (own.answer.replace('*', "\\*"), &mut own.answer),
        Answer::Wildcard(own) => (own.wildcard.clone(), &mut own.wildcard),
        Answer::Regex(own) => {
            let what = format!("the answer /{}/", own.regex);
            losses.dropped(what, "GIFT has wildcards, but no regular expressions");
            return false;
        }
    };
    *written = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let what = format!("the answer “{written}”");
    let refusal = refusal(&text);
    let why = if text.contains("->") {
        "GIFT reads -> as the middle of a pair"
    } else if let Some(why) = refusal {
        why
    } else if !seen.insert(text.to_lowercase()) {
        "it is a duplicate: upper and lower case are the same"
    } else {
        return true;
    };
    losses.dropped(what, why);
    false
}

pub(super) fn number(body: &mut Number, losses: &mut Losses) -> bool {
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
                let what = format!("the wrong answer {}", shown(answer));
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

fn shown(number: &Written) -> String {
    match number {
        Written::Whole(number) => number.to_string(),
        Written::Fraction(number) => number.to_string(),
        Written::Text(text) => text.clone(),
    }
}

/// A key as GIFT has it: a number, one with a tolerance, or a range.
fn key(key: &NumberKey, losses: &mut Losses) -> Option<NumberKey> {
    let plain = |number: &Written| numeral(number).as_ref().and_then(decimal);
    match key {
        NumberKey::Value(value) => plain(value).map(NumberKey::Value),
        NumberKey::Range(range) => Some(NumberKey::Range(Range {
            from: plain(&range.from)?,
            to: plain(&range.to)?,
        })),
        NumberKey::Near(near) => {
            let is_share = |within: &Written| {
                let within = numeral(within);
                within.is_none_or(|within| within.as_str().ends_with('%'))
            };
            match (&near.within, near.figures) {
                (Some(within), None) if !is_share(within) => {
                    let within = plain(within)?;
                    let value = plain(&near.value)?;
                    if Some(&within) == canonical("0").as_ref() {
                        return Some(NumberKey::Value(value));
                    }
                    Some(NumberKey::Near(Near {
                        value,
                        within: Some(within),
                        figures: None,
                    }))
                }
                (None, None) => plain(&near.value).map(NumberKey::Value),
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
