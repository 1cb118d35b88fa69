//! What each kind of question is made of, from options.

use jalon_draft::{
    Answer, Body, Category, Choice, Choices, Classified, Classify, Essay, EssayPoint, Gap,
    GapNumber, Gaps, Hotspot, Image, Key, Match, Matched, Near, Number, NumberKey, Offer, Order,
    OrderItem, Pick, Region, Target, Text, Texts, TrueFalse, Wording, Written,
};

use super::parts::{Part, each, tagged};
use super::{Adding, Kind};

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

pub(super) fn body(
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
        Kind::Gaps => Body::Gaps(gaps(adding, langs, wordings)?),
        Kind::Hotspot => Body::Hotspot(hotspot(adding, langs, wordings)?),
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

/// One key shows radio buttons, several show check boxes.
fn key(keys: &[String], what: &str) -> Result<Key, String> {
    match keys {
        [] => Err(format!("expected --key with the id of the right {what}")),
        [one] => Ok(Key::One(one.clone())),
        several => Ok(Key::Several(several.to_vec())),
    }
}

fn choices(keys: &[String], all: Vec<Part>) -> Result<Choices, String> {
    let choices = all.into_iter().map(|part| Choice {
        id: part.id,
        ..Choice::default()
    });
    Ok(Choices {
        key: key(keys, "choice")?,
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
    let accept = accept.into_iter().map(|(tag, all)| (tag, plain(all)));
    Ok(accepting(accept.collect()))
}

fn accepting(accept: Texts<Vec<Answer>>) -> Text {
    Text {
        accept,
        ..Text::default()
    }
}

fn number(adding: &Adding) -> Result<Number, String> {
    let value = adding
        .number
        .as_deref()
        .ok_or("expected --number with the right number")?;
    Ok(Number {
        key: near(value, adding.within.as_deref()),
        unit_use: None,
        units: Vec::new(),
        wrong: Vec::new(),
        samples: None,
    })
}

fn near(value: &str, within: Option<&str>) -> NumberKey {
    let value = written(value);
    match within.map(written) {
        None => NumberKey::Value(value),
        within => NumberKey::Near(Near {
            value,
            within,
            figures: None,
        }),
    }
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

fn gaps(adding: &Adding, langs: &[String], wordings: &mut Texts<Wording>) -> Result<Gaps, String> {
    let texts = each("--text", &adding.text, langs)?;
    for (lang, wording) in wordings.iter_mut() {
        let text = texts.get(lang).ok_or_else(|| {
            format!(
                "expected a text with the gaps for each language; try --text \"{lang}=... {{{{id}}}} ...\""
            )
        })?;
        wording.text = Some(text.clone());
    }
    if adding.gap.is_empty() {
        return Err(GAP.to_owned());
    }
    let mut gaps: Vec<Gap> = Vec::new();
    for said in &adding.gap {
        let new = gap(Part::read("--gap", said, langs)?, langs)?;
        match gaps.iter_mut().find(|gap| gap.id == new.id) {
            Some(known) => also(known, new)?,
            None => gaps.push(new),
        }
    }
    let offers = match adding.choice.as_slice() {
        [] => Vec::new(),
        said => parts("--choice", said, langs, wordings, |wording| {
            &mut wording.choices
        })?,
    };
    let offers = offers.into_iter().map(|part| Offer {
        id: part.id,
        ..Offer::default()
    });
    Ok(Gaps {
        gaps,
        choices: offers.collect(),
        ..Gaps::default()
    })
}

const GAP: &str = "--gap: expected what the gap takes behind its id: \"ID:number=24\", \"ID:text=Earth|Terre\", \"ID:pick=CHOICE\"";

fn gap(part: Part, langs: &[String]) -> Result<Gap, String> {
    let said = || part.texts.values().next().map_or("", String::as_str);
    let mut gap = Gap {
        id: part.id.clone(),
        ..Gap::default()
    };
    match part.place.as_deref() {
        Some("number") => {
            let (value, within) = match said().split_once(" within ") {
                Some((value, within)) => (value, Some(within)),
                None => (said(), None),
            };
            gap.number = Some(GapNumber::Key(near(value, within)));
        }
        Some("text") => {
            let same = part.texts.values().all(|text| text == said());
            let answer = |text: &str| vec![Answer::Plain(text.to_owned())];
            let accept = if same && langs.len() > 1 {
                Texts::from([("any".to_owned(), answer(said()))])
            } else {
                let texts = part.texts.iter();
                texts
                    .map(|(lang, text)| (lang.clone(), answer(text)))
                    .collect()
            };
            gap.text = Some(accepting(accept));
        }
        Some("pick") => {
            let (key, from) = match said().split_once(" from ") {
                Some((key, from)) => (key, Some(from)),
                None => (said(), None),
            };
            let ids = |all: &str| all.split(',').map(|id| id.trim().to_owned()).collect();
            gap.pick = Some(Pick {
                key: key.to_owned(),
                from: from.map(ids),
            });
        }
        _ => return Err(format!("{GAP}; found `{}`", part.name())),
    }
    Ok(gap)
}

/// Another right answer to a gap that takes a text.
fn also(known: &mut Gap, new: Gap) -> Result<(), String> {
    let (Some(text), Some(more)) = (&mut known.text, new.text) else {
        return Err(format!(
            "--gap: `{}` is said twice; only a gap that takes a text has several right answers",
            known.id
        ));
    };
    for (tag, answers) in more.accept {
        text.accept.entry(tag).or_default().extend(answers);
    }
    Ok(())
}

fn hotspot(
    adding: &Adding,
    langs: &[String],
    wordings: &mut Texts<Wording>,
) -> Result<Hotspot, String> {
    let image = image(&adding.image, langs)?;
    let alts = each("--alt", &adding.alt, langs)?;
    for (lang, wording) in wordings.iter_mut() {
        let alt = alts.get(lang).ok_or_else(|| {
            format!("expected what the picture shows, for each language; try --alt \"{lang}=...\"")
        })?;
        wording.alt = Some(alt.clone());
    }
    let regions = parts("--region", &adding.region, langs, wordings, |wording| {
        &mut wording.regions
    });
    let regions = regions.map_err(|why| match adding.region.as_slice() {
        [] => format!("{why}; after the id and a colon comes its place, in percent: {SHAPES}"),
        _ => why,
    })?;
    let regions = regions.into_iter().map(|part| {
        let shape = part.place.as_deref().unwrap_or_default();
        shaped(&part.id, shape).map_err(|why| format!("--region: {why}"))
    });
    Ok(Hotspot {
        image,
        key: key(&adding.key, "region")?,
        scoring: None,
        least: None,
        most: None,
        shuffle: None,
        samples: None,
        regions: regions.collect::<Result<_, _>>()?,
    })
}

/// A file for all languages, or one for each.
fn image(said: &[String], langs: &[String]) -> Result<Image, String> {
    match said {
        [one] if !one.contains('=') => Ok(Image::Same(one.clone())),
        [] => Err(
            "expected --image with the name of a file in the bank's folder; try --image map.svg"
                .to_owned(),
        ),
        several => each("--image", several, langs).map(Image::Each),
    }
}

/// The shapes of regions, as they are said.
pub(super) const SHAPES: &str =
    "rect LEFT TOP WIDTH HEIGHT, circle X Y RADIUS or polygon X Y X Y X Y";

/// A region where its shape says: `rect 10 20 30 15`, `circle 50 50 12.5`, `polygon 60 10 90 10 75 30`, in percent.
pub(super) fn shaped(id: &str, shape: &str) -> Result<Region, String> {
    let unread = || {
        format!(
            "expected the place of `{id}`, in percent of the picture, as {SHAPES}; found `{shape}`"
        )
    };
    let mut words = shape.split([' ', ',']).filter(|word| !word.is_empty());
    let name = words.next().unwrap_or_default();
    let numbers: Vec<f64> = words
        .map(|word| word.parse().map_err(|_| unread()))
        .collect::<Result<_, _>>()?;
    let mut region = Region {
        id: id.to_owned(),
        ..Region::default()
    };
    match (name, numbers.as_slice()) {
        ("rect", &[left, top, width, height]) => region.rect = Some([left, top, width, height]),
        ("circle", &[x, y, radius]) => region.circle = Some([x, y, radius]),
        ("polygon", corners) if corners.len() >= 6 && corners.len() % 2 == 0 => {
            let (corners, _) = corners.as_chunks::<2>();
            region.polygon = Some(corners.to_vec());
        }
        _ => return Err(unread()),
    }
    Ok(region)
}
