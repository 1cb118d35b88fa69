//! What is typed: texts and numbers, by themselves or in gaps.

use jalon_draft::{
    Accept, Answer, Body, Exact, Gap, GapNumber, Gaps, Near, Number, NumberKey, NumberWrong, Offer,
    Pick, Range, Regex, Samples, Text, TextWrong, Texts, Unit, Wildcard, Words, Written,
};

use super::cells::{self, Decimals};
use super::choices;
use super::columns::{Column, Field};
use super::settings;
use super::sheet::{Flow, Row};
use crate::language::UNDETERMINED;
use crate::loss::Losses;

/// A place to type: the question itself, or one of its gaps.
#[derive(Debug, Clone, Copy)]
pub(super) struct TypedField<'a> {
    pub(super) row: &'a Row<'a>,
    /// The gap's number; 0 for the question.
    pub(super) gap: u16,
}

impl TypedField<'_> {
    fn column(self, field: Field) -> Column {
        Column::of(field).gap(self.gap)
    }

    fn cell(&self, field: Field) -> Option<&str> {
        self.row.cell(self.column(field))
    }

    /// Texts by language.
    fn texts(self, column: Column, losses: &mut Losses) -> Texts {
        let langs = self.row.langs().iter();
        let texts = langs.filter_map(|lang| {
            Some((
                lang.clone(),
                self.row.text(column.lang(lang), Flow::Line, losses)?,
            ))
        });
        texts.collect()
    }

    /// Lists by language, those of no language under `any`.
    fn lists(self, column: Column) -> Texts<Vec<String>> {
        let langs = std::iter::once("any").chain(self.row.langs().iter().map(String::as_str));
        let lists = langs.map(|lang| (lang.to_owned(), full(self.row.list(column.lang(lang)))));
        lists.filter(|(_, list)| !list.is_empty()).collect()
    }

    fn number(self, cell: &str, losses: &mut Losses) -> Option<Written> {
        match cells::number(cell, self.row.decimals) {
            Ok(number) => Some(number),
            Err(why) => {
                losses.dropped("the number", why);
                None
            }
        }
    }
}

/// A list without its empty parts.
fn full(mut list: Vec<String>) -> Vec<String> {
    list.retain(|part| !part.is_empty());
    list
}

/// A question with a short text to type; `None` where no answer is right.
pub(super) fn text(place: TypedField<'_>, losses: &mut Losses) -> Option<Text> {
    let mut accept: Accept = place
        .lists(place.column(Field::Accept))
        .into_iter()
        .map(|(lang, list)| (lang, list.iter().map(|cell| answer(cell)).collect()))
        .collect();
    if accept.is_empty() {
        let plain = plain_answers(place);
        if plain.is_empty() {
            losses.dropped(
                "the question",
                "it has no right answer: `accept` and `correct` are empty",
            );
            return None;
        }
        // An answer that the table gives no language counts in each of those that it has.
        let is_unknown = place.row.langs().iter().all(|lang| lang == UNDETERMINED);
        let lang = if is_unknown { UNDETERMINED } else { "any" };
        accept.insert(
            lang.to_owned(),
            plain.into_iter().map(Answer::Plain).collect(),
        );
    }
    let mut words = Texts::new();
    for lang in place.row.langs() {
        let required = place.row.lists(place.column(Field::Required).lang(lang));
        let forbidden = full(place.row.list(place.column(Field::Forbidden).lang(lang)));
        if !required.is_empty() || !forbidden.is_empty() {
            words.insert(
                lang.clone(),
                Words {
                    required,
                    forbidden,
                },
            );
        }
    }
    Some(Text {
        order: place
            .row
            .read(place.column(Field::WordOrder), losses, settings::word),
        endings: place
            .row
            .read(place.column(Field::Endings), losses, settings::word),
        synonyms: place.row.lists(place.column(Field::Synonyms)),
        credit: place
            .row
            .read(place.column(Field::Credit), losses, settings::credit),
        accept,
        words,
        wrong: wrong_texts(place, losses),
        samples: samples(place, str::to_owned),
    })
}

/// Right answers in the column of the right one, or in those of the choices, where some tools have them.
fn plain_answers(place: TypedField<'_>) -> Vec<String> {
    let listed = full(place.row.list(place.column(Field::Correct)));
    if !listed.is_empty() || place.gap > 0 {
        return listed;
    }
    let spots = choices::spots(place.row);
    let mut ignored = Losses::default();
    let langs = place.row.langs();
    let texts = spots.iter().flat_map(|spot| {
        let texts = langs
            .iter()
            .filter_map(|lang| spot.text(place.row, lang, &mut ignored));
        texts
            .map(|text| crate::markdown::to_plain(&text))
            .collect::<Vec<_>>()
    });
    let mut answers: Vec<String> = Vec::new();
    for text in texts {
        if !answers.contains(&text) {
            answers.push(text);
        }
    }
    answers
}

/// An answer with what marks it: `regex:`, `wildcard:`, and what it earns as in `27001 [50%]`. `text:` marks nothing but a text.
pub(super) fn answer(cell: &str) -> Answer {
    if let Some(text) = cell.strip_prefix("text:") {
        return Answer::Plain(text.trim().to_owned());
    }
    let (text, credit) = earned(cell);
    let feedback = Texts::new();
    if let Some(wildcard) = text.strip_prefix("wildcard:") {
        let wildcard = wildcard.trim().to_owned();
        Answer::Wildcard(Wildcard {
            wildcard,
            credit,
            feedback,
        })
    } else if let Some(regex) = text.strip_prefix("regex:") {
        let regex = regex.trim().to_owned();
        Answer::Regex(Regex {
            regex,
            credit,
            feedback,
        })
    } else {
        let answer = text.to_owned();
        match credit {
            None => Answer::Plain(answer),
            credit => Answer::Exact(Exact {
                answer,
                credit,
                feedback,
            }),
        }
    }
}

fn earned(cell: &str) -> (&str, Option<u8>) {
    let parts = cell
        .strip_suffix("%]")
        .and_then(|rest| rest.rsplit_once(" ["));
    match parts.and_then(|(text, share)| Some((text.trim_end(), share.parse().ok()?))) {
        Some((text, share)) => (text, Some(share)),
        None => (cell, None),
    }
}

fn wrong_texts(place: TypedField<'_>, losses: &mut Losses) -> Vec<TextWrong> {
    wrong(place, losses, answer)
        .into_iter()
        .map(|(answers, feedback, misconception)| TextWrong {
            answers,
            feedback,
            misconception,
        })
        .collect()
}

type Wrong<T> = (Vec<T>, Texts, Option<String>);

fn wrong<T>(place: TypedField<'_>, losses: &mut Losses, read: impl Fn(&str) -> T) -> Vec<Wrong<T>> {
    let most = place.row.most(place.gap, &[Field::Wrong]);
    let mut all = Vec::new();
    for number in 1..=most {
        let column = |field| place.column(field).number(number);
        let listed = full(place.row.list(column(Field::Wrong)));
        if listed.is_empty() {
            continue;
        }
        let answers: Vec<T> = listed.iter().map(|cell| read(cell)).collect();
        let feedback = place.texts(column(Field::WrongFeedback), losses);
        let misconception = place
            .row
            .cell(column(Field::WrongMisconception))
            .map(str::to_owned);
        all.push((answers, feedback, misconception));
    }
    all
}

fn samples<T: PartialEq>(place: TypedField<'_>, read: impl Fn(&str) -> T) -> Option<Samples<T>> {
    let list = |field| -> Vec<T> {
        let cells = full(place.row.list(place.column(field)));
        cells.iter().map(|cell| read(cell)).collect()
    };
    let samples = Samples {
        accept: list(Field::SampleAccept),
        reject: list(Field::SampleReject),
    };
    (samples != Samples::default()).then_some(samples)
}

/// `90..96`.
pub(super) fn range(cell: &str, decimals: Decimals) -> Option<Range> {
    let (from, to) = cell.split_once("..")?;
    let end = |text: &str| cells::number(text.trim(), decimals).ok();
    Some(Range {
        from: end(from)?,
        to: end(to)?,
    })
}

/// A question that asks for a number; `None` where the right one can't be read.
pub(super) fn number(place: TypedField<'_>, losses: &mut Losses) -> Option<Number> {
    let Some(cell) = place
        .cell(Field::Correct)
        .or_else(|| place.cell(Field::Accept))
    else {
        losses.dropped("the question", "it has no right number: `correct` is empty");
        return None;
    };
    let mut units = units(place, losses);
    let key = match range(cell, place.row.decimals) {
        Some(range) => NumberKey::Range(range),
        None => near(place, value(place, cell, &mut units, losses)?, losses),
    };
    let wrong = wrong(place, losses, cells::sample).into_iter().map(
        |(answers, feedback, misconception)| NumberWrong {
            answers,
            feedback,
            misconception,
        },
    );
    let wrong = wrong.collect();
    Some(Number {
        key,
        unit_use: place
            .row
            .read(place.column(Field::UnitUse), losses, settings::word),
        units,
        wrong,
        samples: samples(place, cells::sample),
    })
}

/// The right number; a unit behind it is the unit of the question.
fn value(
    place: TypedField<'_>,
    cell: &str,
    units: &mut Vec<Unit>,
    losses: &mut Losses,
) -> Option<Written> {
    let why = match cells::number(cell, place.row.decimals) {
        Ok(number) => return Some(number),
        Err(why) => why,
    };
    let at = cell
        .find(|sign: char| sign.is_alphabetic() || "°€$£".contains(sign))
        .unwrap_or(cell.len());
    let (digits, unit) = cell.split_at(at);
    let number = cells::number(digits.trim(), place.row.decimals);
    match number {
        Ok(number) if units.is_empty() && !unit.is_empty() => {
            losses.guessed(
                format!("the unit {unit}"),
                "it follows the number, and no column names it",
            );
            units.push(Unit {
                times: None,
                names: [("any".to_owned(), vec![unit.to_owned()])]
                    .into_iter()
                    .collect(),
            });
            Some(number)
        }
        _ => {
            losses.dropped("the question", why);
            None
        }
    }
}

fn near(place: TypedField<'_>, value: Written, losses: &mut Losses) -> NumberKey {
    let within = place
        .cell(Field::Tolerance)
        .map(|cell| cell.trim_start_matches(['±', '+', '/', '-']).trim());
    let within = within
        .filter(|cell| *cell != "0")
        .and_then(|cell| place.number(cell, losses));
    let figures = place
        .row
        .read(place.column(Field::Figures), losses, cells::count);
    match (&within, figures) {
        (None, None) => NumberKey::Value(value),
        _ => NumberKey::Near(Near {
            value,
            within,
            figures,
        }),
    }
}

fn units(place: TypedField<'_>, losses: &mut Losses) -> Vec<Unit> {
    let most = place.row.most(place.gap, &[Field::Unit]);
    let mut units = Vec::new();
    for number in 1..=most {
        let names = place.lists(place.column(Field::Unit).number(number));
        let times = place
            .row
            .cell(place.column(Field::UnitTimes).number(number));
        let times = times.and_then(|cell| place.number(cell, losses));
        if !names.is_empty() {
            units.push(Unit { times, names });
        }
    }
    units
}

/// A text with gaps; `None` where none of them can be filled.
pub(super) fn gaps(row: &Row<'_>, losses: &mut Losses) -> Option<Body> {
    let mut gaps = Vec::new();
    for number in (1..=row.gaps()).filter(|number| is_gap(row, *number)) {
        gaps.push(gap(row, number, losses)?);
    }
    if gaps.is_empty() {
        losses.dropped("the question", "no column has the right answers of its gaps: `gap_1_accept_any`, `gap_1_correct`, `gap_1_pick`");
        return None;
    }
    let spots = choices::spots(row);
    let (ids, _) = choices::ids(row, &spots);
    let pinned = |number| {
        row.cell(Column::of(Field::ChoicePinned).number(number))
            .and_then(cells::truth)
    };
    let offers = ids.into_iter().zip(&spots).map(|(id, spot)| match spot {
        choices::Spot::Choice(number) => Offer {
            id,
            pinned: pinned(*number),
        },
        _ => Offer { id, pinned: None },
    });
    Some(Body::Gaps(Gaps {
        scoring: row.word(Field::Scoring, losses),
        any_order: row.lists(Column::of(Field::AnyOrder)),
        shuffle: row.yes(Column::of(Field::Shuffle), losses),
        samples: None,
        gaps,
        choices: offers.collect(),
    }))
}

fn gap(row: &Row<'_>, number: u16, losses: &mut Losses) -> Option<Gap> {
    let place = TypedField { row, gap: number };
    let accepts = !place.lists(place.column(Field::Accept)).is_empty();
    let correct = place.cell(Field::Correct);
    let pick = place.cell(Field::Pick);
    let id = place
        .cell(Field::Id)
        .map_or_else(|| number.to_string(), str::to_owned);
    let weight = row.read(place.column(Field::Weight), losses, cells::count);
    let mut gap = Gap {
        id,
        weight,
        ..Gap::default()
    };
    if let Some(key) = pick {
        let from = full(row.list(place.column(Field::From)));
        gap.pick = Some(Pick {
            key: key.to_owned(),
            from: (!from.is_empty()).then_some(from),
        });
    } else if !accepts && correct.is_some_and(|cell| is_number(cell, row.decimals)) {
        let whole = self::number(place, losses)?;
        let is_key_alone = whole.units.is_empty()
            && whole.wrong.is_empty()
            && whole.samples.is_none()
            && whole.unit_use.is_none();
        gap.number = Some(if is_key_alone {
            GapNumber::Key(whole.key)
        } else {
            GapNumber::Whole(Box::new(whole))
        });
    } else {
        gap.text = Some(text(place, losses)?);
    }
    Some(gap)
}

/// True where something is right in a gap.
fn is_gap(row: &Row<'_>, number: u16) -> bool {
    let place = TypedField { row, gap: number };
    let accepts = !place.lists(place.column(Field::Accept)).is_empty();
    accepts || place.cell(Field::Correct).is_some() || place.cell(Field::Pick).is_some()
}

fn is_number(cell: &str, decimals: Decimals) -> bool {
    cells::number(cell, decimals).is_ok() || range(cell, decimals).is_some()
}
