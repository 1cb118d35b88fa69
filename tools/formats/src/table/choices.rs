//! Questions with choices, from a row.

use jalon_draft::{Body, Choice, Choices, Key, Samples};

use super::columns::{Column, Field};
use super::kind::Kind;
use super::sheet::{Flow, Row};
use super::theirs::folded;
use super::true_false::{says_truth, true_false};
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::slug::letter;
use crate::text::short;

/// Where the text of a choice stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// In a column of choices.
    Choice(u16),
    /// In a column of wrong answers.
    Incorrect(u16),
    /// In the column of the right answer, where the others are columns of wrong ones.
    Correct,
}

impl Spot {
    fn column(self) -> Column {
        match self {
            Self::Choice(number) => Column::of(Field::Choice).number(number),
            Self::Incorrect(number) => Column::of(Field::Incorrect).number(number),
            Self::Correct => Column::of(Field::Correct),
        }
    }

    pub(super) fn number(self) -> u16 {
        match self {
            Self::Choice(number) => number,
            Self::Incorrect(_) | Self::Correct => 0,
        }
    }

    /// The text of the choice in a language.
    pub(super) fn text(self, row: &Row<'_>, lang: &str, losses: &mut Losses) -> Option<String> {
        match self {
            Self::Correct => {
                let cell = row.get(Field::Correct)?;
                Some(row.part(self.column(), cell))
            }
            _ => spoken(row, self.column(), lang, Flow::Line, losses),
        }
    }

    /// The cells of the choice, as they stand.
    pub(super) fn cells<'a>(self, row: &'a Row<'_>) -> Vec<&'a str> {
        let langs = row.langs().iter().map(String::as_str);
        let own = langs.filter_map(|lang| row.cell(self.column().lang(lang)));
        own.chain(row.cell(self.column())).collect()
    }
}

/// A text in a language, or what stands for every language.
pub(super) fn spoken(
    row: &Row<'_>,
    column: Column,
    lang: &str,
    flow: Flow,
    losses: &mut Losses,
) -> Option<String> {
    let own = row.text(column.lang(lang), flow, losses);
    own.or_else(|| row.text(column.lang(UNDETERMINED), flow, losses))
}

/// Where the choices of a row stand.
pub(super) fn spots(row: &Row<'_>) -> Vec<Spot> {
    let most = row.most(0, &[Field::Choice, Field::ChoiceId]);
    let is_there = |number: &u16| {
        let id = Column::of(Field::ChoiceId).number(*number);
        row.cell(id).is_some() || !Spot::Choice(*number).cells(row).is_empty()
    };
    let mut spots: Vec<Spot> = (1..=most).filter(is_there).map(Spot::Choice).collect();
    let most = row.most(0, &[Field::Incorrect]);
    let wrong: Vec<Spot> = (1..=most)
        .map(Spot::Incorrect)
        .filter(|spot| !spot.cells(row).is_empty())
        .collect();
    if spots.is_empty() && !wrong.is_empty() && row.get(Field::Correct).is_some() {
        spots.push(Spot::Correct);
    }
    if !spots.is_empty() {
        spots.extend(wrong);
    }
    spots
}

/// The ids of a row's choices, and whether the row names them.
pub(super) fn ids(row: &Row<'_>, spots: &[Spot]) -> (Vec<String>, bool) {
    let own = |spot: &Spot| row.cell(Column::of(Field::ChoiceId).number(spot.number()));
    let is_named = spots.iter().any(|spot| own(spot).is_some());
    let ids = spots
        .iter()
        .enumerate()
        .map(|(at, spot)| own(spot).map_or_else(|| letter(at), str::to_owned));
    (ids.collect(), is_named)
}

/// A question with choices, or a statement to judge where the choices are “true” and “false”.
pub(super) fn choice(row: &Row<'_>, kind: Kind, named: bool, losses: &mut Losses) -> Option<Body> {
    let spots = spots(row);
    let (ids, is_named) = ids(row, &spots);
    if spots.len() < 2 {
        losses.dropped(
            "the question",
            format!("it needs at least two choices, and has {}", spots.len()),
        );
        return None;
    }
    if !named && spots.len() == 2 && spots.iter().all(|spot| says_truth(*spot, row)) {
        return true_false(row, losses);
    }
    let (key, is_list) = key(row, &spots, &ids, is_named, losses)?;
    let picked: Vec<String> = key.iter().filter_map(|at| ids.get(*at).cloned()).collect();
    let key = match picked.as_slice() {
        [one] if !is_list && kind != Kind::Several => Key::One(one.clone()),
        _ => Key::Several(picked),
    };
    let choices = spots
        .iter()
        .zip(&ids)
        .map(|(spot, id)| one(row, *spot, id, losses));
    let mut choices: Vec<Choice> = choices.collect();
    weigh(row, &spots, &mut choices, losses);
    Some(Body::Choice(Choices {
        samples: samples(row, &key),
        key,
        scoring: row.word(Field::Scoring, losses),
        least: row.whole(Field::Least, losses),
        most: row.whole(Field::Most, losses),
        shuffle: row.yes(Column::of(Field::Shuffle), losses),
        choices,
    }))
}

fn one(row: &Row<'_>, spot: Spot, id: &str, losses: &mut Losses) -> Choice {
    let column = |field| Column::of(field).number(spot.number());
    let feedback = row.langs().iter().filter_map(|lang| {
        let text = row.text(column(Field::ChoiceFeedback).lang(lang), Flow::Line, losses);
        Some((lang.clone(), text?))
    });
    let feedback = feedback.collect();
    Choice {
        id: id.to_owned(),
        pinned: row.yes(column(Field::ChoicePinned), losses),
        weight: None,
        feedback,
        misconception: row
            .cell(column(Field::ChoiceMisconception))
            .map(str::to_owned),
    }
}

/// What the choices earn, in percent, where the row says it.
fn weigh(row: &Row<'_>, spots: &[Spot], choices: &mut [Choice], losses: &mut Losses) {
    let shares: Vec<Option<f64>> = spots.iter().map(|spot| share(row, *spot)).collect();
    let says = |test: fn(f64) -> bool| shares.iter().flatten().all(|share| test(*share));
    // Sheets that know the key by its weight alone give every other choice nothing, which it has anyway.
    let is_plain =
        row.get(Field::Correct).is_none() && says(|share| share <= 0.0 || share == 100.0);
    if is_plain && says(|share| share >= 0.0) {
        return;
    }
    if !says(|share| share.fract() == 0.0 && share.abs() <= 1000.0) {
        let all: Vec<String> = shares.iter().flatten().map(f64::to_string).collect();
        losses.dropped(
            format!("the weights {}", all.join(", ")),
            "weights are whole percents here: every right choice earns the same",
        );
        return;
    }
    for (choice, share) in choices.iter_mut().zip(shares) {
        #[allow(
            clippy::cast_possible_truncation,
            reason = "checked to be a whole number of at most 1000 percent"
        )]
        let weight = share.map(|share| share as i16);
        choice.weight = weight;
    }
}

/// `50`, `50%`, `-33,3`.
fn share(row: &Row<'_>, spot: Spot) -> Option<f64> {
    let cell = row.cell(Column::of(Field::ChoiceWeight).number(spot.number()))?;
    let plain = cell.trim_end_matches('%').trim().replace(',', ".");
    plain.parse().ok().filter(|share: &f64| share.is_finite())
}

/// Samples are written like keys: `a|b;c`.
fn samples(row: &Row<'_>, key: &Key) -> Option<Samples<Key>> {
    let read = |field| -> Vec<Key> {
        let lists = row.lists(Column::of(field)).into_iter();
        let keys = lists.map(|list| match (key, list.as_slice()) {
            (Key::One(_), [one]) => Key::One(one.clone()),
            _ => Key::Several(list.into_iter().filter(|id| !id.is_empty()).collect()),
        });
        keys.collect()
    };
    let samples = Samples {
        accept: read(Field::SampleAccept),
        reject: read(Field::SampleReject),
    };
    (samples != Samples::default()).then_some(samples)
}

/// The places of the right choices, and whether the row lists them; `None` where they can't be told.
pub(super) fn key(
    row: &Row<'_>,
    spots: &[Spot],
    ids: &[String],
    is_named: bool,
    losses: &mut Losses,
) -> Option<(Vec<usize>, bool)> {
    if spots.first() == Some(&Spot::Correct) {
        return Some((vec![0], false));
    }
    let Some(cell) = row.get(Field::Correct) else {
        return by_weight(row, spots, losses);
    };
    let names: Vec<Vec<&str>> = spots.iter().map(|spot| spot.cells(row)).collect();
    let found = Named {
        ids,
        names: &names,
        is_named,
        counts: row.counts(),
    }
    .several(cell, losses);
    if found.is_none() {
        losses.dropped(
            "the question",
            format!("its right answer “{}” is neither the text, the letter nor the number of one of its choices", short(cell)),
        );
    }
    found
}

/// Where no column says what is right, weights do.
fn by_weight(row: &Row<'_>, spots: &[Spot], losses: &mut Losses) -> Option<(Vec<usize>, bool)> {
    let shares: Vec<f64> = spots
        .iter()
        .map(|spot| share(row, *spot).unwrap_or(0.0))
        .collect();
    let places = |test: fn(f64) -> bool| -> Vec<usize> {
        let right = shares.iter().enumerate().filter(|(_, share)| test(**share));
        right.map(|(at, _)| at).collect()
    };
    let (full, right) = (places(|share| share >= 100.0), places(|share| share > 0.0));
    match full.as_slice() {
        [at] => Some((vec![*at], false)),
        _ if !right.is_empty() => Some((right, true)),
        _ => {
            losses.dropped(
                "the question",
                "no column says which of its choices is right",
            );
            None
        }
    }
}

/// Things that a cell may name by id, text, letter or number.
pub(super) struct Named<'a> {
    pub(super) ids: &'a [String],
    /// The texts of each, in every language.
    pub(super) names: &'a [Vec<&'a str>],
    /// Whether the row says the ids.
    pub(super) is_named: bool,
    /// Whether a number is always a place.
    pub(super) counts: bool,
}

impl Named<'_> {
    /// The places of those that a cell names, and whether it is a list.
    pub(super) fn several(&self, cell: &str, losses: &mut Losses) -> Option<(Vec<usize>, bool)> {
        let is_free = !self.is_named && !self.counts;
        if let Some(at) = self.by_text(cell).filter(|_| is_free) {
            self.note_doubt(cell, at, losses);
            return Some((vec![at], false));
        }
        let parts = super::cells::list(cell);
        let is_list = parts.len() > 1;
        let parts: Vec<&str> = parts
            .iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        if let Some(found) = self.each(&parts, losses) {
            return Some((found, is_list));
        }
        // "A and C", "A, B et D"
        let words = |part: &'_ str| part.replace(" and ", ",").replace(" et ", ",");
        let cell = words(cell);
        let parts: Vec<&str> = cell
            .split([',', ';', '&', '+', '/'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect();
        if parts.len() > 1
            && let Some(found) = self.each(&parts, losses)
        {
            return Some((found, true));
        }
        // "AC"
        let is_letters = cell.len() > 1 && cell.bytes().all(|byte| byte.is_ascii_uppercase());
        let letters: Vec<String> = cell.chars().map(String::from).collect();
        let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
        let found = if is_letters {
            self.each(&letters, losses)
        } else {
            None
        };
        found.map(|found| (found, true))
    }

    fn each(&self, parts: &[&str], losses: &mut Losses) -> Option<Vec<usize>> {
        let mut found = Vec::new();
        for part in parts {
            let at = self.one(part, losses)?;
            if !found.contains(&at) {
                found.push(at);
            }
        }
        Some(found)
    }

    /// The place of the one that a text names.
    pub(super) fn one(&self, part: &str, losses: &mut Losses) -> Option<usize> {
        let own = self.ids.iter().position(|id| id == part);
        if let Some(at) = own.filter(|_| self.is_named) {
            return Some(at);
        }
        let is_count = self.counts && part.parse::<usize>().is_ok();
        if let Some(at) = self.by_text(part).filter(|_| !is_count) {
            self.note_doubt(part, at, losses);
            return Some(at);
        }
        self.by_place(part)
    }

    fn by_text(&self, text: &str) -> Option<usize> {
        let find = |same: &dyn Fn(&str) -> bool| {
            self.names
                .iter()
                .position(|names| names.iter().any(|name| same(name)))
        };
        let folded = text.to_lowercase();
        find(&|name| name == text).or_else(|| find(&|name| name.to_lowercase() == folded))
    }

    /// By letter or number: `B`, `2`, `b)`, `Answer 2`, `Réponse B`.
    fn by_place(&self, text: &str) -> Option<usize> {
        let lower = text.to_lowercase();
        if let Some(at) = self.ids.iter().position(|id| *id == lower) {
            return Some(at);
        }
        let words = folded(text);
        let word = match words.as_slice() {
            [word] => word,
            [noun, word]
                if matches!(
                    noun.as_str(),
                    "answer" | "option" | "choice" | "reponse" | "choix" | "proposition"
                ) =>
            {
                word
            }
            _ => return None,
        };
        let at = match (word.as_bytes(), word.parse::<usize>()) {
            ([letter @ b'a'..=b'z'], _) => usize::from(letter - b'a'),
            (_, Ok(number)) => number.checked_sub(1)?,
            _ => return None,
        };
        (at < self.ids.len()).then_some(at)
    }

    fn note_doubt(&self, text: &str, at: usize, losses: &mut Losses) {
        if self.by_place(text).is_some_and(|other| other != at) {
            losses.guessed(
                format!("the right answer “{}”", short(text)),
                format!(
                    "it is the text of choice {} and the place of another; the text counts",
                    at + 1
                ),
            );
        }
    }
}
