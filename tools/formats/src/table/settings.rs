//! Cells that hold a word of a small set, a count, or yes and no.

use jalon_draft::{Common, Concepts, Credit, Difficulty, Texts};
use serde::de::value::Error;
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde::{Deserialize, Serialize};

use super::cells::{self, count, truth};
use super::columns::{Column, Field};
use super::sheet::Row;
use super::theirs::folded;
use crate::loss::Losses;
use crate::text::short;

impl Row<'_> {
    /// A word of a set: one that the bank's files know.
    pub(super) fn word<T: DeserializeOwned>(&self, field: Field, losses: &mut Losses) -> Option<T> {
        self.read(Column::of(field), losses, |cell| word(cell))
    }

    /// A number of things.
    pub(super) fn whole(&self, field: Field, losses: &mut Losses) -> Option<u64> {
        self.read(Column::of(field), losses, count)
    }

    /// Yes or no.
    pub(super) fn yes(&self, column: Column, losses: &mut Losses) -> Option<bool> {
        self.read(column, losses, truth)
    }

    /// What a cell says; a cell that can't be read is noted.
    pub(super) fn read<T>(
        &self,
        column: Column,
        losses: &mut Losses,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let cell = self.cell(column)?;
        let read = parse(cell);
        if read.is_none() {
            losses.dropped(
                format!("“{}” in {}", short(cell), column.name()),
                "the column doesn't take this value",
            );
        }
        read
    }

    /// The parts of a list in a column; none where it is empty.
    pub(super) fn list(&self, column: Column) -> Vec<String> {
        self.cell(column).map(cells::list).unwrap_or_default()
    }

    /// The lists in a column.
    pub(super) fn lists(&self, column: Column) -> Vec<Vec<String>> {
        self.cell(column).map(cells::lists).unwrap_or_default()
    }
}

/// A word of the bank's files as a value.
pub(super) fn word<T: DeserializeOwned>(cell: &str) -> Option<T> {
    let word = cell.trim().to_lowercase();
    let read: Result<T, Error> = T::deserialize(word.as_str().into_deserializer());
    read.ok()
}

/// A value as the word of the bank's files.
pub(super) fn worded(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).ok();
    value
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// `typo:80|accents:90`.
pub(super) fn credit(cell: &str) -> Option<Credit> {
    let mut table = toml::Table::new();
    for part in cells::list(cell) {
        let (tier, share) = part.split_once(':')?;
        let share: u8 = share.trim().trim_end_matches('%').trim().parse().ok()?;
        table.insert(
            tier.trim().to_lowercase(),
            toml::Value::Integer(share.into()),
        );
    }
    Credit::deserialize(table).ok()
}

/// The same as a cell.
pub(super) fn credit_cell(credit: &Credit) -> String {
    let table = toml::Table::try_from(credit).unwrap_or_default();
    let parts: Vec<String> = table
        .iter()
        .map(|(tier, share)| format!("{tier}:{share}"))
        .collect();
    parts.join("|")
}

/// What every question has, but for its concepts.
pub(super) fn common(row: &Row<'_>, losses: &mut Losses) -> Common {
    Common {
        id: row.get(Field::Id).unwrap_or_default().to_owned(),
        concepts: Concepts::default(),
        difficulty: row.read(Column::of(Field::Difficulty), losses, difficulty),
        source: row.get(Field::Source).map(str::to_owned),
        points: row.whole(Field::Points, losses),
        stimulus: row.get(Field::Stimulus).map(str::to_owned),
        tries: row.whole(Field::Tries, losses),
        penalty: row.whole(Field::Penalty, losses),
        hint_cost: row.whole(Field::HintCost, losses),
        lint: None,
        origins: losses.origins(),
    }
}

fn difficulty(cell: &str) -> Option<Difficulty> {
    match folded(cell).join(" ").as_str() {
        "easy" | "facile" | "low" | "simple" => Some(Difficulty::Easy),
        "medium" | "moyen" | "moyenne" | "normal" => Some(Difficulty::Medium),
        "hard" | "difficile" | "high" | "difficult" => Some(Difficulty::Hard),
        _ => None,
    }
}

/// The concepts of a cell, by id or name, each with its weight where it has one: `annex-a:2|guidance`.
pub(super) fn concepts(cell: &str) -> Vec<(String, Option<u64>)> {
    let mut parts = cells::list(cell);
    if let [one] = parts.as_slice() {
        // Tags of other tools stand behind commas or semicolons.
        let tags = one.split([',', ';']).map(|tag| tag.trim().to_owned());
        parts = tags.collect();
    }
    parts.retain(|part| !part.is_empty());
    let weighted = parts.into_iter().map(|part| match part.rsplit_once(':') {
        Some((name, weight)) => match weight.trim().parse() {
            Ok(weight) => (name.trim().to_owned(), Some(weight)),
            Err(_) => (part, None),
        },
        None => (part, None),
    });
    weighted.collect()
}

/// Concepts as a cell.
pub(super) fn concepts_cell(concepts: &Concepts) -> String {
    let weighted = |(id, weight): (&String, &u64)| format!("{id}:{weight}");
    match concepts {
        Concepts::Even(ids) => cells::joined(ids),
        Concepts::Weighted(ids) => {
            let parts: Vec<String> = Texts::iter(ids).map(weighted).collect();
            cells::joined(&parts)
        }
    }
}
