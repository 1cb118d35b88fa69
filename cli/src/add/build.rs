//! A question from options.

use std::collections::BTreeSet;

use jalon_author::draft::{
    Answer, Body, Category, Choice, Choices, Classified, Classify, Common, Concept, Concepts,
    Draft, Essay, EssayPoint, Key, Match, Matched, Near, Number, NumberKey, Order, OrderItem,
    Question, Target, Text, Texts, TrueFalse, Wording, Written,
};

use super::parts::{Part, tagged};
use super::{Adding, Kind};

/// The question, and the concepts that the bank gets with it.
pub(super) fn question(adding: &Adding, bank: &Draft) -> Result<(Question, Vec<Concept>), String> {
    let kind = adding.kind.ok_or("expected --kind")?;
    let langs = &bank.bank.languages;
    let mut wordings = wordings(adding, langs)?;
    let body = body(kind, adding, langs, &mut wordings)?;
    let (ids, new) = concepts(adding, bank)?;
    let common = Common {
        id: id(adding, bank, &wordings),
        concepts: Concepts::Even(ids),
        ..Common::default()
    };
    let wordings = wordings
        .into_iter()
        .map(|(lang, wording)| (lang, vec![wording]))
        .collect();
    let question = Question {
        common,
        body,
        wordings,
    };
    Ok((question, new))
}

/// The id that was asked for, or one from the prompt that is still free.
fn id(adding: &Adding, bank: &Draft, wordings: &Texts<Wording>) -> String {
    if let Some(id) = &adding.id {
        return id.clone();
    }
    let questions = bank
        .modules
        .iter()
        .flat_map(|(_, module)| &module.questions);
    let taken: BTreeSet<&str> = questions
        .map(|question| question.common.id.as_str())
        .collect();
    let prompt = wordings
        .values()
        .next()
        .map(|wording| jalon_carry::id_of(&wording.prompt));
    let name = prompt
        .filter(|id| !id.is_empty())
        .unwrap_or_else(|| "question".to_owned());
    let numbered = (2..).map(|n| format!("{name}-{n}"));
    let mut all = std::iter::once(name.clone()).chain(numbered);
    all.find(|id| !taken.contains(id.as_str())).unwrap_or(name)
}

fn concepts(adding: &Adding, bank: &Draft) -> Result<(Vec<String>, Vec<Concept>), String> {
    let mut ids = Vec::new();
    let mut new = Vec::new();
    for said in &adding.concept {
        if said.contains('=') {
            let part = Part::read("--concept", said, &bank.bank.languages)?;
            if bank.bank.concepts.iter().all(|known| known.id != part.id) {
                new.push(Concept {
                    id: part.id.clone(),
                    name: part.texts,
                    prerequisites: Vec::new(),
                });
            }
            ids.push(part.id);
        } else {
            ids.push(said.clone());
        }
    }
    Ok((ids, new))
}

fn wordings(adding: &Adding, langs: &[String]) -> Result<Texts<Wording>, String> {
    let prompts = tagged("--prompt", &adding.prompt, langs, false)?;
    let explanations = tagged("--explanation", &adding.explanation, langs, false)?;
    let models = tagged("--model", &adding.model, langs, false)?;
    let mut all = Texts::new();
    for lang in langs {
        let first =
            |texts: &Texts<Vec<String>>| texts.get(lang).and_then(|all| all.first()).cloned();
        let prompt = first(&prompts).ok_or_else(|| {
            format!("expected a prompt for each language; try --prompt \"{lang}=...\"")
        })?;
        let wording = Wording {
            prompt,
            explanation: first(&explanations),
            model: first(&models),
            ..Wording::default()
        };
        all.insert(lang.clone(), wording);
    }
    Ok(all)
}

/// The parts of an option; their texts go into the wordings.
fn parts(
    option: &str,
    said: &[String],
    langs: &[String],
    wordings: &mut Texts<Wording>,
    place: fn(&mut Wording) -> &mut Texts,
) -> Result<Vec<Part>, String> {
    if said.is_empty() {
        return Err(format!("expected {option} \"id={}\"", langs.join("|")));
    }
    let parts = said.iter().map(|one| Part::read(option, one, langs));
    let parts: Vec<Part> = parts.collect::<Result<_, _>>()?;
    for part in &parts {
        for (lang, text) in &part.texts {
            if let Some(wording) = wordings.get_mut(lang) {
                place(wording).insert(part.id.clone(), text.clone());
            }
        }
    }
    Ok(parts)
}

fn body(
    kind: Kind,
    adding: &Adding,
    langs: &[String],
    wordings: &mut Texts<Wording>,
) -> Result<Body, String> {
    let items = |wordings: &mut Texts<Wording>| {
        parts("--item", &adding.item, langs, wordings, |wording| {
            &mut wording.items
        })
    };
    Ok(match kind {
        Kind::Choice => {
            let all = parts("--choice", &adding.choice, langs, wordings, |wording| {
                &mut wording.choices
            })?;
            Body::Choice(choices(&adding.key, all)?)
        }
        Kind::TrueFalse => match adding.key.as_slice() {
            [key] if key == "true" || key == "false" => Body::TrueFalse(TrueFalse {
                key: key == "true",
                feedback: None,
                samples: None,
            }),
            _ => return Err("expected --key true or --key false".to_owned()),
        },
        Kind::Text => Body::Text(text(adding, langs)?),
        Kind::Number => Body::Number(number(adding)?),
        Kind::Match => {
            let items = items(wordings)?.into_iter().map(|part| {
                let target = placed(&part, "target")?;
                Ok(Matched {
                    id: part.id,
                    target,
                    ..Matched::default()
                })
            });
            let items = items.collect::<Result<_, String>>()?;
            let targets = parts("--target", &adding.target, langs, wordings, |wording| {
                &mut wording.targets
            })?;
            let targets = targets
                .into_iter()
                .map(|part| Target { id: part.id })
                .collect();
            Body::Match(Match {
                items,
                targets,
                ..Match::default()
            })
        }
        Kind::Classify => {
            let items = items(wordings)?.into_iter().map(|part| {
                let category = placed(&part, "category")?;
                Ok(Classified {
                    id: part.id,
                    category,
                    ..Classified::default()
                })
            });
            let items = items.collect::<Result<_, String>>()?;
            let all = parts("--category", &adding.category, langs, wordings, |wording| {
                &mut wording.categories
            })?;
            let categories = all
                .into_iter()
                .map(|part| Category { id: part.id })
                .collect();
            Body::Classify(Classify {
                items,
                categories,
                ..Classify::default()
            })
        }
        Kind::Order => {
            let items = items(wordings)?
                .into_iter()
                .map(|part| OrderItem { id: part.id });
            Body::Order(Order {
                items: items.collect(),
                ..Order::default()
            })
        }
        Kind::Essay => {
            let points = parts("--point", &adding.point, langs, wordings, |wording| {
                &mut wording.points
            })?;
            let points = points.into_iter().map(|part| EssayPoint { id: part.id });
            Body::Essay(Essay {
                points: points.collect(),
                ..Essay::default()
            })
        }
    })
}

fn placed(part: &Part, what: &str) -> Result<String, String> {
    part.place.clone().ok_or_else(|| {
        format!(
            "--item: expected the {what} of `{0}` behind its id; try \"{0}:ID=...\"",
            part.id
        )
    })
}

fn choices(keys: &[String], all: Vec<Part>) -> Result<Choices, String> {
    let key = match keys {
        [] => return Err("expected --key with the id of the right choice".to_owned()),
        [one] => Key::One(one.clone()),
        several => Key::Several(several.to_vec()),
    };
    let choices = all.into_iter().map(|part| Choice {
        id: part.id,
        ..Choice::default()
    });
    Ok(Choices {
        key,
        scoring: None,
        least: None,
        most: None,
        shuffle: None,
        samples: None,
        choices: choices.collect(),
    })
}

fn text(adding: &Adding, langs: &[String]) -> Result<Text, String> {
    let accept = tagged("--accept", &adding.accept, langs, true)?;
    if accept.is_empty() {
        return Err("expected a right answer; try --accept \"en=...\"".to_owned());
    }
    let plain = |all: Vec<String>| all.into_iter().map(Answer::Plain).collect();
    Ok(Text {
        order: None,
        endings: None,
        synonyms: Vec::new(),
        credit: None,
        accept: accept
            .into_iter()
            .map(|(tag, all)| (tag, plain(all)))
            .collect(),
        words: Texts::new(),
        wrong: Vec::new(),
        samples: None,
    })
}

fn number(adding: &Adding) -> Result<Number, String> {
    let value = adding
        .number
        .as_deref()
        .ok_or("expected --number with the right number")?;
    let value = written(value);
    let within = adding.within.as_deref().map(written);
    let key = match within {
        None => NumberKey::Value(value),
        within => NumberKey::Near(Near {
            value,
            within,
            figures: None,
        }),
    };
    Ok(Number {
        key,
        unit_use: None,
        units: Vec::new(),
        wrong: Vec::new(),
        samples: None,
    })
}

/// As TOML writes it, where that says the same; else in quotes.
fn written(text: &str) -> Written {
    let text = text.trim();
    if let Ok(whole) = text.parse::<i64>() {
        return Written::Whole(whole);
    }
    match text.parse::<f64>() {
        Ok(number) if number.to_string() == text => Written::Fraction(number),
        _ => Written::Text(text.to_owned()),
    }
}
