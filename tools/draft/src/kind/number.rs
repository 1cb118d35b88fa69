//! Type a number.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::body::KindBody;
use super::merge::Conflicts;
use super::samples::Samples;
use crate::texts::{Naming, Texts, add_missing, relabel, relabel_with_any};

/// A number as it is written: TOML's own, or in quotes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Written {
    /// A whole number.
    Whole(i64),
    /// A number with a fraction.
    Fraction(f64),
    /// In quotes: `"3/4"`, `"2%"`, `"5 km"`.
    Text(String),
}

/// A question that asks for a number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// What is right.
    pub key: NumberKey,
    /// What becomes of the unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_use: Option<UnitUse>,
    /// The units that may be typed, the key's first.
    #[serde(default, rename = "unit", skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Unit>,
    /// Wrong answers worth a word of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wrong: Vec<NumberWrong>,
    /// Sample answers, as a learner would type them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples<Written>>,
}

/// The number that is right, or what is near enough.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum NumberKey {
    /// This number and no other.
    Value(Written),
    /// A number, and what is near enough.
    Near(Near),
    /// A range with both its ends.
    Range(Range),
}

/// A number, and what is near enough: one of `within` and `figures`, or neither.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Near {
    /// The number.
    pub value: Written,
    /// How far away is near enough: a number, or a share such as "2%".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<Written>,
    /// How many significant figures count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figures: Option<u64>,
}

/// A range with both its ends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// The least that is right.
    pub from: Written,
    /// The most that is right.
    pub to: Written,
}

/// What becomes of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum UnitUse {
    /// It stands beside the field.
    Shown,
    /// It may be typed.
    Optional,
    /// It has to be typed.
    Needed,
}

/// A unit: its names of no language under `any`, the others under their language.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Unit {
    /// How much one is, on a scale that all units of the question share; 1 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<Written>,
    /// Its names, under `any` or a language.
    #[serde(flatten)]
    pub names: Texts<Vec<String>>,
}

/// Wrong numbers with one idea behind them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NumberWrong {
    /// The amounts.
    pub answers: Vec<Written>,
    /// For a learner who gave one of them.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub feedback: Texts,
    /// The idea behind them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misconception: Option<String>,
}

impl KindBody for Number {
    fn size(&self) -> usize {
        self.wrong.len() + self.units.len()
    }

    fn feedbacks_mut(&mut self) -> Vec<&mut Texts> {
        let all = self.wrong.iter_mut();
        all.map(|one| &mut one.feedback).collect()
    }

    fn misconceptions_mut(&mut self) -> Vec<&mut Option<String>> {
        let all = self.wrong.iter_mut();
        all.map(|one| &mut one.misconception).collect()
    }

    fn drop_samples(&mut self) -> bool {
        self.samples.take().is_some()
    }

    fn relabel(&mut self, name: Naming<'_>) {
        for unit in &mut self.units {
            relabel_with_any(&mut unit.names, name);
        }
        for texts in self.feedbacks_mut() {
            relabel(texts, name);
        }
    }

    fn merge(&mut self, other: Self, conflicts: &mut Conflicts) {
        conflicts.differ("the key", &self.key, &other.key);
        for (own, other) in self.units.iter_mut().zip(other.units) {
            add_missing(&mut own.names, other.names);
        }
        for wrong in other.wrong {
            let mut all = self.wrong.iter_mut();
            match all.find(|one| one.answers == wrong.answers) {
                Some(there) => add_missing(&mut there.feedback, wrong.feedback),
                None => self.wrong.push(wrong),
            }
        }
    }
}
