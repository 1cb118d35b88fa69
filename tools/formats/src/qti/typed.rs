//! Answers that are typed: texts and numbers.

use jalon_draft::{
    self as draft, Answer, Exact, Near, Number, NumberKey, NumberWrong, Range, Regex, Text,
    TextWrong, Texts, Unit, UnitUse, Wildcard, Written,
};
use serde::{Deserialize, Serialize};

use crate::html::Flow;
use crate::language::UNDETERMINED;
use crate::xml::Element;

use super::condition::Test;
use super::declared::Response;
use super::reader::{InteractionDraft, Item, ItemReader, Made, is_near, short_number};

/// What a field takes.
pub(super) enum Field {
    Text(Text),
    Number(Number),
}

/// An answer, what it earns as a share of the best, and whether upper and lower case are told apart.
struct Earned {
    test: Test,
    share: f64,
    minds_case: bool,
}

/// One field by itself.
pub(super) fn read(
    reader: &mut ItemReader<'_, '_>,
    item: &mut Item<'_>,
    block: &Element,
    html: &str,
) -> Made {
    let response = item.response_of(block)?.clone();
    let body = match field(reader, item, block, &response)? {
        Field::Text(text) => draft::Body::Text(text),
        Field::Number(number) => draft::Body::Number(number),
    };
    Ok(InteractionDraft {
        body,
        wording: reader.asking(html),
        responses: vec![response.id],
    })
}

/// What a field takes, by the type of its response.
pub(super) fn field(
    reader: &mut ItemReader<'_, '_>,
    item: &mut Item<'_>,
    block: &Element,
    response: &Response,
) -> Result<Field, String> {
    for (name, what) in [
        ("patternMask", "a pattern that what is typed has to match"),
        ("placeholderText", "a text in the empty field"),
    ] {
        if block.attribute(name).is_some() {
            reader.losses.dropped(what, "fields accept any text");
        }
    }
    match response.base.as_str() {
        "float" | "integer" => number(reader, item, block, response).map(Field::Number),
        _ => text(reader, item, block, response).map(Field::Text),
    }
}

/// The answers that earn something or nothing, by the rules and the mapping.
fn earned(item: &Item<'_>, response: &Response) -> Vec<Earned> {
    let mut found = Vec::new();
    if item.is_mapped(response) {
        for entry in response.mapping.iter().flat_map(|mapping| &mapping.entries) {
            found.push(Earned {
                test: Test::Value(entry.key.clone()),
                share: entry.value,
                minds_case: entry.minds_case,
            });
        }
    }
    let minds_case = response.base == "string";
    let correct = |share: f64, found: &mut Vec<Earned>| {
        for value in &response.correct {
            found.push(Earned {
                test: Test::Value(value.clone()),
                share,
                minds_case,
            });
        }
    };
    for award in &item.marking.awards {
        if award.response != response.id {
            continue;
        }
        match &award.test {
            Test::Correct => correct(award.worth, &mut found),
            Test::Text { to, minds_case } => found.push(Earned {
                test: Test::Value(to.clone()),
                share: award.worth,
                minds_case: *minds_case,
            }),
            test => found.push(Earned {
                test: test.clone(),
                share: award.worth,
                minds_case,
            }),
        }
    }
    if !found.iter().any(|one| one.share > 0.0) {
        correct(1.0, &mut found);
    }
    let best = found.iter().map(|one| one.share).fold(0.0, f64::max);
    if best > 0.0 {
        found.iter_mut().for_each(|one| one.share /= best);
    }
    // The best of several that say the same.
    let mut each: Vec<Earned> = Vec::new();
    for one in found {
        match each.iter_mut().find(|own| own.test == one.test) {
            Some(own) => own.share = own.share.max(one.share),
            None => each.push(one),
        }
    }
    each
}

/// Answers that belong to no language, which a bank that was handed on names.
fn of_no_language(block: &Element) -> Vec<String> {
    let named = block.attribute("data-jalon-any").unwrap_or_default();
    serde_json::from_str(named).unwrap_or_default()
}

fn text(
    reader: &mut ItemReader<'_, '_>,
    item: &mut Item<'_>,
    block: &Element,
    response: &Response,
) -> Result<Text, String> {
    let earned = earned(item, response);
    let any = of_no_language(block);
    let mut accept: Texts<Vec<Answer>> = Texts::new();
    let mut wrong: Vec<(Option<String>, Vec<Answer>)> = Vec::new();
    let has_case = |one: &Earned| match &one.test {
        Test::Value(text) => one.minds_case && text.chars().any(char::is_alphabetic),
        _ => false,
    };
    if earned.iter().any(has_case) {
        reader.losses.changed(
            "case sensitivity",
            "typed answers are compared with the right one tier by tier, and case, spaces and punctuation are overlooked",
        );
    }
    for one in &earned {
        let told = item.notes.take(&response.id, |test| same(test, &one.test));
        if one.share <= 0.0 {
            let Some(answer) = answer(reader, &one.test, None, Texts::new()) else {
                continue;
            };
            match wrong
                .iter_mut()
                .find(|(own, _)| *own == told && told.is_some())
            {
                Some((_, answers)) => answers.push(answer),
                None => wrong.push((told, vec![answer])),
            }
            continue;
        }
        let feedback = told.map(|html| feedback(reader, &html)).unwrap_or_default();
        let credit = (!is_near(one.share, 1.0)).then_some((one.share * 100.0).round() as u8);
        let is_any = matches!(&one.test, Test::Value(text) if any.contains(text));
        let key = if is_any { "any" } else { UNDETERMINED };
        if let Some(answer) = answer(reader, &one.test, credit, feedback) {
            accept.entry(key.to_owned()).or_default().push(answer);
        }
    }
    if accept.is_empty() {
        return Err("the item has no correct response".to_owned());
    }
    // What is told of answers that no rule marks.
    for (tests, html) in item.notes.about(&response.id) {
        item.notes.take(&response.id, |test| tests.contains(test));
        let answers = tests
            .iter()
            .filter_map(|test| answer(reader, test, None, Texts::new()));
        wrong.push((Some(html), answers.collect()));
    }
    let wrong = wrong.into_iter().filter(|(_, answers)| !answers.is_empty());
    let wrong: Vec<TextWrong> = wrong
        .map(|(html, answers)| TextWrong {
            answers,
            feedback: html.map(|html| feedback(reader, &html)).unwrap_or_default(),
            misconception: None,
        })
        .collect();
    Ok(Text {
        accept,
        wrong,
        ..Text::default()
    })
}

/// True where a rule for feedback is about an answer.
fn same(test: &Test, answer: &Test) -> bool {
    let value = |test: &Test| match test {
        Test::Value(text) | Test::Text { to: text, .. } => Some(text.to_lowercase()),
        _ => None,
    };
    test == answer || (value(test).is_some() && value(test) == value(answer))
}

fn feedback(reader: &mut ItemReader<'_, '_>, html: &str) -> Texts {
    let text = reader.text(html, Flow::Line);
    match text.is_empty() {
        true => Texts::new(),
        false => Texts::from_iter([(UNDETERMINED.to_owned(), text)]),
    }
}

/// A test as an answer.
fn answer(
    reader: &mut ItemReader<'_, '_>,
    test: &Test,
    credit: Option<u8>,
    feedback: Texts,
) -> Option<Answer> {
    Some(match test {
        Test::Value(text) | Test::Text { to: text, .. } => {
            match credit.is_none() && feedback.is_empty() {
                true => Answer::Plain(text.clone()),
                false => Answer::Exact(Exact {
                    answer: text.clone(),
                    credit,
                    feedback,
                }),
            }
        }
        Test::Part { of, .. } => Answer::Wildcard(Wildcard {
            wildcard: format!("*{}*", of.replace('*', "\\*")),
            credit,
            feedback,
        }),
        Test::Pattern(pattern) => {
            reader.losses.changed(
                format!("the pattern {pattern}"),
                "patterns of XML and those here differ in rare characters: test it",
            );
            Answer::Regex(Regex {
                regex: pattern.clone(),
                credit,
                feedback,
            })
        }
        _ => return None,
    })
}

/// What a number question has beside its key, where a bank that was handed on says it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Units {
    #[serde(default, rename = "use", skip_serializing_if = "Option::is_none")]
    pub(super) unit_use: Option<UnitUse>,
    #[serde(default)]
    pub(super) units: Vec<Unit>,
}

fn number(
    reader: &mut ItemReader<'_, '_>,
    item: &mut Item<'_>,
    block: &Element,
    response: &Response,
) -> Result<Number, String> {
    let correct = response
        .correct
        .first()
        .and_then(|text| text.parse::<f64>().ok());
    let mut key = None;
    let mut wrong = Vec::new();
    let earned = earned(item, response);
    for one in &earned {
        let is_best = one.share > 0.999;
        let Some(found) = number_key(&one.test, correct) else {
            continue;
        };
        if is_best && key.is_none() {
            if matches!(one.test, Test::Between { is_open: true, .. }) {
                reader.losses.changed(
                    "a range without its ends",
                    "ranges include their ends: those two numbers are right as well",
                );
            }
            key = Some(found);
            // What is told of the right number is the explanation's.
        } else if one.share <= 0.0 {
            wrong.push((one.test.clone(), found));
        } else {
            reader.losses.dropped(
                format!("{} for a second answer", percent(one.share)),
                "a number has one key; it can be a range",
            );
        }
    }
    let Some(key) = key else {
        return Err("the item has no correct number".to_owned());
    };
    let mut wrongs: Vec<NumberWrong> = Vec::new();
    for (test, found) in wrong {
        let told = item.notes.take(&response.id, |own| *own == test);
        if let NumberKey::Value(value) = found {
            let feedback = told.map(|html| feedback(reader, &html)).unwrap_or_default();
            wrongs.push(NumberWrong {
                answers: vec![value],
                feedback,
                misconception: None,
            });
        }
    }
    for (tests, html) in item.notes.about(&response.id) {
        let values = tests
            .iter()
            .filter_map(|test| match number_key(test, None)? {
                NumberKey::Value(value) => Some(value),
                _ => None,
            });
        let answers: Vec<Written> = values.collect();
        if answers.is_empty() || answers.len() < tests.len() {
            continue;
        }
        item.notes.take(&response.id, |test| tests.contains(test));
        wrongs.push(NumberWrong {
            answers,
            feedback: feedback(reader, &html),
            misconception: None,
        });
    }
    let units: Units = block
        .attribute("data-jalon-units")
        .and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_default();
    let rename = |lang: String| {
        if lang == "any" {
            lang
        } else {
            UNDETERMINED.to_owned()
        }
    };
    let own = units.units.into_iter().map(|unit| Unit {
        names: unit
            .names
            .into_iter()
            .map(|(lang, names)| (rename(lang), names))
            .collect(),
        ..unit
    });
    Ok(Number {
        key,
        unit_use: units.unit_use,
        units: own.collect(),
        wrong: wrongs,
        samples: None,
    })
}

fn percent(share: f64) -> String {
    format!("{} %", short_number(share * 100.0))
}

/// The key that a test stands for.
fn number_key(test: &Test, correct: Option<f64>) -> Option<NumberKey> {
    match test {
        Test::Value(text) | Test::Text { to: text, .. } => {
            Some(NumberKey::Value(written(text.trim().parse().ok()?)?))
        }
        Test::Correct => Some(NumberKey::Value(written(correct?)?)),
        Test::Between { from, to, .. } => Some(NumberKey::Range(Range {
            from: written(*from)?,
            to: written(*to)?,
        })),
        Test::Places { to, places } => {
            let scale = 10_f64.powi(*places);
            let value = (to.or(correct)? * scale).round() / scale;
            Some(NumberKey::Near(Near {
                value: written(value)?,
                within: written(0.5 / scale),
                figures: None,
            }))
        }
        Test::Figures { to, figures } => Some(NumberKey::Near(Near {
            value: written(to.or(correct)?)?,
            within: None,
            figures: Some(*figures),
        })),
        Test::Near {
            to,
            within: (below, above),
            is_share,
        } => {
            let value = to.or(correct)?;
            if *below == 0.0 && *above == 0.0 {
                return Some(NumberKey::Value(written(value)?));
            }
            if (below - above).abs() > f64::EPSILON {
                let (below, above) = match is_share {
                    true => (value.abs() * below / 100.0, value.abs() * above / 100.0),
                    false => (*below, *above),
                };
                return Some(NumberKey::Range(Range {
                    from: written(value - below)?,
                    to: written(value + above)?,
                }));
            }
            let within = match is_share {
                true => Written::Text(format!("{below}%")),
                false => written(*below)?,
            };
            Some(NumberKey::Near(Near {
                value: written(value)?,
                within: Some(within),
                figures: None,
            }))
        }
        Test::Part { .. } | Test::Pattern(_) | Test::Whole(_) => None,
    }
}

/// A number as it is written in a bank.
fn written(number: f64) -> Option<Written> {
    if !number.is_finite() {
        return None;
    }
    match number.fract() == 0.0 && number.abs() < 1e15 {
        true => Some(Written::Whole(number as i64)),
        false => Some(Written::Fraction(number)),
    }
}
