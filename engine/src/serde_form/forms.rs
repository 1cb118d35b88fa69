//! Types whose JSON has a form of its own: texts, lists and objects keyed by ids, points.

use serde::de::{Deserialize, Deserializer, Error, Unexpected};
use serde::ser::{Serialize, Serializer};

use super::{pairs, text};
use crate::bank::ChoiceTexts;
use crate::grade::{Certainty, Mark, Numeral, PARTS, Score};
use crate::id::{
    AttemptId, BankId, ChoiceId, ConceptId, GapId, MisconceptionId, ModuleId, QuestionId,
    StimulusId, WordingId,
};
use crate::kind::gaps::{self, MAX_GAPS};
use crate::kind::pairs::{MOST, Placed};
use crate::lang::{Lang, Localised};
use crate::markup::Address;
use crate::question_map::{Choices, QuestionMap};
use crate::shared::Shared;

/// Types that are a text in JSON: what each text stands for, and what else there is to say where it is none.
macro_rules! texts {
    ($($type:ty: $expected:literal, $read:expr;)*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                text(deserializer, $expected, $read)
            }
        }
    )*};
}

texts! {
    AttemptId: "an id", |text| text.parse().ok();
    BankId: "an id", |text| text.parse().ok();
    ChoiceId: "an id", |text| text.parse().ok();
    ConceptId: "an id", |text| text.parse().ok();
    GapId: "an id", |text| text.parse().ok();
    MisconceptionId: "an id", |text| text.parse().ok();
    ModuleId: "an id", |text| text.parse().ok();
    QuestionId: "an id", |text| text.parse().ok();
    StimulusId: "an id", |text| text.parse().ok();
    WordingId: "an id", |text| text.parse().ok();
    Lang: "a language tag", |text| text.parse().ok();
    Address: "an address", |text| Address::try_from(text.to_owned()).ok();
    Numeral: "a number in the engine's plain way of writing", Numeral::plain;
}

/// Types that are an object keyed by ids or languages.
macro_rules! objects {
    ($($type:ty, $most:expr;)*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                // An item of `iter` is a pair here, and a reference to one there.
                serializer.collect_map(self.iter().map(|(key, value)| (key, value)))
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let all = pairs(deserializer)?;
                if all.len() > $most {
                    return Err(D::Error::invalid_length(all.len(), &"fewer members"));
                }
                Ok(all.into_iter().collect())
            }
        }
    )*};
}

objects! {
    ChoiceTexts, usize::MAX;
    gaps::Response, MAX_GAPS;
    Placed, MOST;
}

impl<T: Serialize> Serialize for Localised<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Localised<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        pairs::<_, Lang, T>(deserializer).map(Self::from)
    }
}

impl<T: Serialize> Serialize for QuestionMap<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for QuestionMap<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let all: Vec<(QuestionId, T)> = pairs(deserializer)?;
        Ok(all.into_iter().collect())
    }
}

impl Serialize for Choices {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Choices {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let all = Vec::<ChoiceId>::deserialize(deserializer)?;
        Ok(all.into_iter().collect())
    }
}

impl<T: Serialize> Serialize for Shared<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Shared<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::new)
    }
}

/// Points as they are written: whole ones, the parts of one more, and the parts below zero.
#[derive(serde::Serialize, serde::Deserialize)]
struct Points {
    earned: u64,
    possible: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parts: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lost: Option<u64>,
}

impl Points {
    fn of(earned: u64, possible: u32, lost: u64) -> Self {
        let unless_zero = |parts| Some(parts).filter(|parts| *parts != 0);
        Self {
            earned: earned / PARTS,
            possible,
            parts: unless_zero(earned % PARTS),
            lost: unless_zero(lost),
        }
    }

    fn score<E: Error>(&self) -> Result<Score, E> {
        let whole = u32::try_from(self.earned).ok();
        let parts = self.parts.unwrap_or(0);
        let score = whole.and_then(|whole| Score::of_parts(whole, parts, self.possible));
        score.ok_or_else(|| E::custom("more than is possible"))
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Points::of(self.earned_parts(), self.possible(), 0).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Points::deserialize(deserializer)?.score()
    }
}

impl Serialize for Mark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (earned, lost) = self.earned_and_lost();
        Points::of(earned, self.possible(), lost).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Mark {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let points = Points::deserialize(deserializer)?;
        let mark = Self::from(points.score::<D::Error>()?);
        match points.lost {
            None => Ok(mark),
            Some(lost) => mark
                .with_lost(lost)
                .ok_or_else(|| D::Error::custom("more than can be lost")),
        }
    }
}

impl Serialize for Certainty {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.level())
    }
}

impl<'de> Deserialize<'de> for Certainty {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let level = u8::deserialize(deserializer)?;
        let unknown = || D::Error::invalid_value(Unexpected::Unsigned(level.into()), &"1, 2 or 3");
        Self::of_level(level).ok_or_else(unknown)
    }
}
