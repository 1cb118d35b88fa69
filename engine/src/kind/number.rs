//! Type a number (QTI: text entry interaction with a numeric key), with or without a unit. It is read in the ways in which English and
//! French write numbers, whichever is on screen; where these disagree about a text and about its verdict, the learner is asked.
//!
//! What its author wrote is reckoned out when the bank is compiled: tolerances are bounds, and units count in the key's unit.

use super::{Evidence as KindEvidence, NotReady, Note, Outcome, Response, has_words, text};
pub use crate::fault::NumberFlaw;
use crate::fault::{FaultSink, Location, Subject, Violation};
use crate::grade::{Numeral, Rational, Score, Typed, Unread, read_number};
use crate::id::MisconceptionId;
use crate::lang::{Lang, Localised};
use crate::rules;
use crate::{enum_json, struct_json};

/// A question that asks for a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// What is right.
    pub key: Key,
    /// Every name of every unit that may be typed; none where the answer is a plain number.
    pub units: Vec<Unit>,
    /// The name of the key's unit, in every language; none where there are no units.
    pub unit: Localised<String>,
    /// A name of each unit, for a learner who typed none of them; none where there are no units.
    pub known: Localised<String>,
    /// What becomes of the unit.
    pub unit_use: UnitUse,
    /// Wrong answers that deserve a word of their own.
    pub wrong: Vec<WrongAnswer>,
}

/// What is right: every number between two bounds, and the bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The least.
    pub from: Numeral,
    /// The most.
    pub to: Numeral,
    /// The very number that is asked for; none where all that are right are equally so.
    pub value: Option<Numeral>,
}

/// How far from the key an answer may be, that distance included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tolerance {
    /// Not at all.
    Exact,
    /// This far, in the key's unit.
    Absolute(Numeral),
    /// This share of the key.
    Relative(Numeral),
    /// Half a unit of the key's figure of this place, 1 to 15. Whatever rounds to as many figures as the key does is within; unlike
    /// QTI's comparison of rounded numbers, no answer is refused that is nearer to the key than one that is accepted.
    Figures(u64),
}

/// A unit by one of its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The name.
    pub name: String,
    /// How much of the key's unit one of it is; more than zero.
    pub times: Numeral,
}

/// What becomes of the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitUse {
    /// The key's unit stands beside the field; a number without a unit is in it.
    Shown,
    /// A number without a unit is in the key's.
    Optional,
    /// A number without a unit can't be judged.
    Needed,
}

/// Wrong answers with one idea behind them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongAnswer {
    /// The numbers, in the key's unit.
    pub answers: Vec<Numeral>,
    /// For a learner who gave one of them.
    pub feedback: Note,
    /// The idea, for those who look at many answers; learners are not shown it.
    pub misconception: Option<MisconceptionId>,
}

/// A number as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The number.
    pub number: Numeral,
    /// The place of its unit among the units, if one was typed.
    pub unit: Option<usize>,
}

/// What a learner may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// The unit to show beside the field.
    pub shown: Option<Localised<String>>,
    /// A name of each unit, for a learner who typed none of them; empty where there are no units.
    pub known: Localised<String>,
}

/// How a typed number was read, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What was read; nothing where it may be two numbers that are both right, or both wrong.
    pub read: Option<Amount>,
    /// What that is.
    pub found: Found,
}

/// What an amount is, against the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// The very number, or one as right as all others.
    Right,
    /// Near enough.
    Near,
    /// A listed wrong answer, with the index of its idea.
    KnownWrong(usize),
    /// Nothing that is known.
    Unknown,
}

impl Found {
    /// Whether it earns the points.
    pub fn is_right(self) -> bool {
        matches!(self, Self::Right | Self::Near)
    }
}

impl Key {
    /// The bounds around a number.
    ///
    /// # Errors
    ///
    /// There is no such tolerance.
    ///
    /// ```
    /// use jalon_engine::grade::Numeral;
    /// use jalon_engine::kind::number::{Key, Tolerance};
    ///
    /// let number = |text| Numeral::parse(text).ok_or("no number");
    /// let key = Key::near(number("200")?, &Tolerance::Absolute(number("10")?))?;
    /// assert_eq!((key.from.as_str(), key.to.as_str()), ("190", "210"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn near(value: Numeral, tolerance: &Tolerance) -> Result<Self, NumberFlaw> {
        let exact = value.exact();
        let allowed = match tolerance {
            Tolerance::Exact => {
                return Ok(Self {
                    from: value.clone(),
                    to: value.clone(),
                    value: Some(value),
                });
            }
            Tolerance::Absolute(most) | Tolerance::Relative(most) if most.exact().is_negative() => {
                return Err(NumberFlaw::NegativeTolerance(most.as_str().to_owned()));
            }
            Tolerance::Relative(_) | Tolerance::Figures(_) if exact.is_zero() => {
                return Err(NumberFlaw::ShareOfZero);
            }
            Tolerance::Absolute(most) => most.exact().clone(),
            Tolerance::Relative(share) => share.exact().times(exact).size(),
            Tolerance::Figures(figures @ 1..=15) => exact.half_unit(*figures),
            Tolerance::Figures(figures) => return Err(NumberFlaw::Figures(*figures)),
        };
        let below = Rational::default().minus(&allowed);
        Ok(Self {
            from: Numeral::of(exact.minus(&allowed)),
            to: Numeral::of(exact.minus(&below)),
            value: Some(value),
        })
    }

    /// True when the bounds are the wrong way round.
    pub fn is_upside_down(&self) -> bool {
        !self.from.exact().at_most(self.to.exact())
    }
}

impl Number {
    /// How much an amount is in the key's unit.
    pub fn in_key_unit(&self, amount: &Amount) -> Rational {
        let number = amount.number.exact();
        match amount.unit.and_then(|unit| self.units.get(unit)) {
            Some(unit) => number.times(unit.times.exact()),
            None => number.clone(),
        }
    }

    /// An amount in the plain way of writing, with its unit.
    pub fn written(&self, amount: &Amount) -> String {
        let unit = amount.unit.and_then(|unit| self.units.get(unit));
        let (space, name) = unit.map_or(("", ""), |unit| (" ", unit.name.as_str()));
        [amount.number.as_str(), space, name].concat()
    }

    /// Reads a typed text in the question's units.
    ///
    /// # Errors
    ///
    /// It is no number that is known to be one.
    pub fn read(&self, typed: &str) -> Result<Typed, Unread> {
        let mut names: Vec<&str> = Vec::new();
        for unit in &self.units {
            names.push(&unit.name);
        }
        read_number(typed, &names)
    }

    /// What an amount is, which is given in the key's unit.
    pub fn find(&self, number: &Rational) -> Found {
        let Key { from, to, value } = &self.key;
        let is = |other: &Numeral| other.exact().minus(number).is_zero();
        if from.exact().at_most(number) && number.at_most(to.exact()) {
            return match value {
                Some(value) if !is(value) => Found::Near,
                _ => Found::Right,
            };
        }
        for (n, wrong) in self.wrong.iter().enumerate() {
            if wrong.answers.iter().any(is) {
                return Found::KnownWrong(n);
            }
        }
        Found::Unknown
    }

    fn judge(&self, given: &str) -> Result<Evidence, NotReady> {
        text::ready(given)?;
        let typed = self.read(given).map_err(NotReady::Number)?;
        if self.unit_use == UnitUse::Needed && typed.unit.is_none() {
            return Err(NotReady::Number(Unread::NoUnit));
        }
        let doubt = typed.doubt();
        let judged = |number| {
            let unit = typed.unit;
            let amount = Amount { number, unit };
            let found = self.find(&self.in_key_unit(&amount));
            (amount, found)
        };
        let (mut read, mut found) = judged(typed.number);
        let (Some(other), Some(doubt)) = (typed.other, doubt) else {
            let read = Some(read);
            return Ok(Evidence { read, found });
        };
        let (other, other_found) = judged(other);
        if found.is_right() != other_found.is_right() {
            return Err(NotReady::Number(doubt));
        }
        // A listed wrong answer is what was meant, if one of them is.
        if found == Found::Unknown {
            (read, found) = (other, other_found);
        }
        let is_listed = matches!(found, Found::KnownWrong(_));
        Ok(Evidence {
            read: is_listed.then_some(read),
            found,
        })
    }

    /// Whether a typed answer can be judged.
    pub(super) fn ready(&self, given: &str) -> Result<(), NotReady> {
        self.judge(given).map(drop)
    }

    pub(super) fn score(&self, given: &str, points: u32) -> Result<Outcome, NotReady> {
        let evidence = self.judge(given)?;
        Ok(Outcome {
            score: Score::all_or_nothing(evidence.found.is_right(), points),
            evidence: KindEvidence::Number(evidence),
        })
    }

    /// An answer that earns full points.
    pub(super) fn model_answer(&self) -> String {
        let number = self.key.value.as_ref().unwrap_or(&self.key.from);
        let text = number.unmistakable();
        match self.units.first() {
            Some(unit) if self.unit_use == UnitUse::Needed => [&text, " ", &unit.name].concat(),
            _ => text,
        }
    }

    pub(super) fn face(&self, drawn: &super::SelectedWordings<'_>) -> Face {
        let is_shown = self.unit_use == UnitUse::Shown && !self.unit.is_empty();
        Face {
            shown: is_shown.then(|| self.unit.clone()),
            known: drawn.map(|lang, _| self.known.get(lang).cloned().unwrap_or_default()),
        }
    }

    pub(super) fn add_misconceptions<'a>(&'a self, all: &mut Vec<&'a MisconceptionId>) {
        for wrong in &self.wrong {
            all.extend(&wrong.misconception);
        }
    }

    /// The misconception that an answer shows.
    pub(super) fn misconception(&self, evidence: &Evidence) -> Option<&MisconceptionId> {
        match evidence.found {
            Found::KnownWrong(n) => self.wrong.get(n)?.misconception.as_ref(),
            _ => None,
        }
    }

    pub(super) fn check(&self, sink: &mut impl FaultSink, langs: &[Lang], n: usize) {
        let spot = Location::Key(n);
        if self.key.is_upside_down() {
            sink.add(spot, || Violation::Number(NumberFlaw::UpsideDown));
        }
        if self.units.is_empty() && self.unit_use != UnitUse::Shown {
            sink.add(spot, || Violation::TooFew(Subject::Unit, 1));
        }
        rules::feedback(sink, spot, langs, &self.unit);
        rules::feedback(sink, spot, langs, &self.known);
        let mut names = self.units.iter().map(|unit| unit.name.as_str());
        rules::twice(sink, Subject::Unit, &mut names, |_| spot);
        for unit in &self.units {
            if unit.name.trim().is_empty() {
                sink.add(spot, || Violation::EmptyText(Subject::Unit));
            }
            if !Rational::default().minus(unit.times.exact()).is_negative() {
                sink.add(spot, || {
                    Violation::Number(NumberFlaw::Multiplier(unit.name.clone()))
                });
            }
        }
        for wrong in &self.wrong {
            rules::feedback(sink, spot, langs, &wrong.feedback);
            if wrong.answers.is_empty() {
                sink.add(spot, || Violation::TooFew(Subject::WrongAnswer, 1));
            }
            for answer in &wrong.answers {
                if self.find(answer.exact()).is_right() {
                    sink.add(spot, || {
                        Violation::Number(NumberFlaw::RightAndWrong(answer.as_str().to_owned()))
                    });
                }
            }
        }
    }
}

/// A number to show, in the plain way of writing, or a range of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The number.
    pub number: String,
    /// Where the range ends.
    pub to: Option<String>,
    /// The unit's name in every language; empty where there is none.
    pub unit: Localised<String>,
}

/// What to say of a number: what was given and what is right, what it was, and its author's word on it.
pub(crate) fn detail(
    body: &Number,
    langs: &[Lang],
    outcome: Option<Outcome>,
    response: Option<&Response>,
) -> ([Option<Quantity>; 2], Found, Option<Note>) {
    let (read, found) = match outcome.map(|outcome| outcome.evidence) {
        Some(KindEvidence::Number(Evidence { read, found })) => (read, found),
        _ => (None, Found::Unknown),
    };
    let typed = match response {
        Some(Response::Number(typed)) => typed,
        _ => "",
    };
    let quantity = |number: &Numeral, to: Option<&Numeral>, unit: Option<usize>| {
        let named = unit.and_then(|unit| body.units.get(unit));
        let mut names = Vec::new();
        for lang in langs {
            let name = named.map(|unit| &unit.name).or_else(|| body.unit.get(lang));
            names.push((*lang, name.cloned().unwrap_or_default()));
        }
        Quantity {
            number: number.as_str().to_owned(),
            to: to.map(|to| to.as_str().to_owned()),
            unit: names.into_iter().collect(),
        }
    };
    // A search of the library's would weigh more.
    let typed_so = |plain: &str| {
        let mut places = typed.as_bytes().windows(plain.len().max(1));
        places.any(|place| place == plain.as_bytes())
    };
    let near = found == Found::Near;
    let given = read.filter(|read| near || !found.is_right() && !typed_so(read.number.as_str()));
    let key = || match &body.key.value {
        Some(value) => quantity(value, None, None),
        None => quantity(&body.key.from, Some(&body.key.to), None),
    };
    let note = match found {
        Found::KnownWrong(n) => body.wrong.get(n).map(|wrong| wrong.feedback.clone()),
        _ => None,
    };
    let given = given.map(|given| quantity(&given.number, None, given.unit));
    let key = (found != Found::Right).then(key);
    ([given, key], found, note.filter(has_words))
}

struct_json!(Key { from, to; value = None });
struct_json!(Unit { name, times });
enum_json!(UnitUse { "shown" => Shown, "optional" => Optional, "needed" => Needed } else Self::Shown);
struct_json!(WrongAnswer { answers; feedback = Note::default(), misconception = None });
struct_json!(Number {
    key; units = Vec::new(), unit = Localised::default(), known = Localised::default(), unit_use = UnitUse::Shown,
    wrong = Vec::new()
});
