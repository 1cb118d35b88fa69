//! Digests: of what affects a question's grading, and of everything in a bank.

use std::collections::{BTreeMap, BTreeSet};

use jalon_engine::bank::{BankFile, BankVersion, Fingerprint, ModuleFile};
use jalon_engine::grade::{MatchOptions, Numeral};
use jalon_engine::id::{ChoiceId, GapId};
use jalon_engine::kind::Body;
use jalon_engine::kind::choice::{Choice, Item, Key};
use jalon_engine::kind::gaps::{Gap, Gaps};
use jalon_engine::kind::number::UnitUse;
use jalon_engine::kind::pairs::{Pairs, Uses};
use jalon_engine::kind::text::Text;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// All that affects a grade, each set in one order.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Graded<'a> {
    Choice {
        pick: &'static str,
        key: BTreeSet<&'a str>,
        choices: BTreeSet<&'a str>,
        /// Where several may be picked.
        #[serde(skip_serializing_if = "Option::is_none")]
        scoring: Option<(&'static str, u16, Option<u16>)>,
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        weights: BTreeMap<&'a str, i16>,
    },
    TrueFalse {
        key: bool,
    },
    Text {
        right: BTreeSet<&'a str>,
        wrong: BTreeSet<&'a str>,
        /// Absent where nothing is said, so that saved answers stay those of their question.
        #[serde(skip_serializing_if = "Option::is_none")]
        leeway: Option<String>,
        /// What answers earn, and the patterns, where there are some.
        #[serde(skip_serializing_if = "Worth::is_usual")]
        worth: Worth<'a>,
    },
    Number {
        key: String,
        units: BTreeSet<(&'a str, &'a str)>,
        needs_unit: bool,
        wrong: BTreeSet<&'a str>,
    },
    Match {
        key: BTreeMap<&'a str, &'a str>,
        places: BTreeSet<&'a str>,
        scoring: &'static str,
        once: bool,
    },
    Classify {
        key: BTreeMap<&'a str, &'a str>,
        places: BTreeSet<&'a str>,
        scoring: &'static str,
    },
    Order {
        key: Vec<&'a str>,
        credit: &'static str,
    },
    /// Nothing grades it: no edit takes a text away.
    Essay,
    Gaps {
        /// Each with its weight, and what is graded in it.
        gaps: BTreeMap<&'a str, (u16, String)>,
        scoring: &'static str,
        #[serde(skip_serializing_if = "BTreeSet::is_empty")]
        any_order: BTreeSet<BTreeSet<&'a str>>,
    },
}

/// What typed answers earn, and the patterns of right and of wrong ones, each set in one order.
#[derive(Serialize, PartialEq, Eq, Default)]
struct Worth<'a> {
    answers: BTreeSet<(&'a str, u8)>,
    tiers: &'a [u8],
    right: BTreeSet<&'a str>,
    wrong: BTreeSet<&'a str>,
}

impl<'a> Worth<'a> {
    fn of(body: &'a Text) -> Self {
        let worth = body.worth.iter();
        let part = worth.filter(|worth| worth.credit != 100);
        let right = body.patterns.iter().map(|right| right.source.as_str());
        let wrong = body.wrong.iter().flat_map(|wrong| &wrong.patterns);
        Self {
            answers: part
                .map(|worth| (worth.answer.as_str(), worth.credit))
                .collect(),
            tiers: &body.credit.0,
            right: right.collect(),
            wrong: wrong.map(|pattern| pattern.source.as_str()).collect(),
        }
    }

    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

impl<'a> Graded<'a> {
    fn of(body: &'a Body) -> Self {
        match body {
            Body::Choice(body) => Self::choice(body),
            Body::TrueFalse(body) => Self::TrueFalse { key: body.key },
            Body::Text(body) => Self::Text {
                right: body.answers().map(|(_, answer)| answer).collect(),
                wrong: body
                    .wrong
                    .iter()
                    .flat_map(|w| &w.answers)
                    .map(String::as_str)
                    .collect(),
                leeway: (body.leeway != MatchOptions::default()).then(|| json(&body.leeway)),
                worth: Worth::of(body),
            },
            Body::Number(body) => Self::Number {
                key: json(&body.key),
                units: body
                    .units
                    .iter()
                    .map(|unit| (unit.name.as_str(), unit.times.as_str()))
                    .collect(),
                needs_unit: body.unit_use == UnitUse::Needed,
                wrong: body
                    .wrong
                    .iter()
                    .flat_map(|wrong| &wrong.answers)
                    .map(Numeral::as_str)
                    .collect(),
            },
            Body::Essay(_) => Self::Essay,
            Body::Gaps(body) => Self::gaps(body),
            Body::Hotspot(body) => Self::choice(&body.choice),
            Body::Match(body) => Self::Match {
                key: places(&body.pairs),
                places: body.pairs.places.iter().map(ChoiceId::as_str).collect(),
                scoring: body.pairs.scoring.as_str(),
                once: body.uses == Uses::Once,
            },
            Body::Classify(body) => Self::Classify {
                key: places(body),
                places: body.places.iter().map(ChoiceId::as_str).collect(),
                scoring: body.scoring.as_str(),
            },
            Body::Order(body) => Self::Order {
                key: body.items.iter().map(ChoiceId::as_str).collect(),
                credit: body.credit.as_str(),
            },
        }
    }
}

impl<'a> Graded<'a> {
    fn gaps(body: &'a Gaps) -> Self {
        let gap = |gap: &'a Gap| {
            let graded = json(&Graded::of(&gap.fill.alone()));
            (gap.id.as_str(), (gap.weight, graded))
        };
        let group = |group: &'a Vec<GapId>| group.iter().map(GapId::as_str).collect();
        Self::Gaps {
            gaps: body.gaps.iter().map(gap).collect(),
            scoring: body.scoring.as_str(),
            any_order: body.any_order.iter().map(group).collect(),
        }
    }

    fn choice(body: &'a Choice) -> Self {
        let (pick, scoring) = match &body.key {
            Key::One(_) => ("one", None),
            Key::Several(key) => {
                let how = (key.scoring.as_str(), key.picks.least, key.picks.most);
                ("several", Some(how))
            }
        };
        let weight = |item: &'a Item| Some((item.id.as_str(), item.weight?));
        Self::Choice {
            pick,
            key: body.key.iter().map(ChoiceId::as_str).collect(),
            choices: body.choices.iter().map(|item| item.id.as_str()).collect(),
            scoring,
            weights: body.choices.iter().filter_map(weight).collect(),
        }
    }
}

/// Where each item belongs.
fn places(pairs: &Pairs) -> BTreeMap<&str, &str> {
    let items = pairs.items.iter();
    items
        .map(|item| (item.id.as_str(), item.place.as_str()))
        .collect()
}

/// Sixteen hexadecimal digits: among a million questions, two equal ones are less likely than a disk error.
fn hex(digest: &Sha256) -> String {
    let bytes = digest.clone().finalize();
    bytes
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The digest of a file, for its name.
pub(crate) fn of_file(content: &[u8]) -> String {
    hex(&Sha256::new_with_prefix(content))
}

/// A value as JSON. The engine's types and those here are plain data with text keys: each has a JSON form.
pub(crate) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn add(digest: &mut Sha256, part: &str) {
    digest.update(part);
    digest.update([0]);
}

/// The digest of what affects a question's grading.
pub(crate) fn fingerprint(body: &Body, points: u32) -> Fingerprint {
    let mut digest = Sha256::new();
    add(&mut digest, &json(&(Graded::of(body), points)));
    Fingerprint(hex(&digest))
}

/// The digest of everything that is compiled.
pub(crate) fn version<'a>(
    bank: &BankFile,
    modules: impl Iterator<Item = &'a ModuleFile>,
    pictures: &[(String, Vec<u8>)],
) -> BankVersion {
    let mut digest = Sha256::new();
    add(&mut digest, &json(bank));
    modules.for_each(|module| add(&mut digest, &json(module)));
    for (name, bytes) in pictures {
        add(&mut digest, name);
        digest.update(bytes);
    }
    BankVersion(hex(&digest))
}
