//! Type a number.

use std::collections::BTreeSet;

use jalon_engine::bank::{Subject, Violation};
use jalon_engine::grade::{Doubt, Numeral, Unread};
use jalon_engine::id::MisconceptionId;
use jalon_engine::kind::Response;
use jalon_engine::kind::number::{self, Amount, NumberFlaw, Tolerance, UnitUse};
use jalon_engine::lang::{Lang, Localised};
use toml::de::DeValue;

use super::{Sample, Samples};
use crate::compile::Compiler;
use crate::diagnostic::{Code, Diagnostic};
use crate::faults::{self, Spot, excerpt, lacking};
use crate::read::{
    At, Decode, Languages, Names, Node, Raw, Reader, Shape, Table, record, wrong_type,
};
use crate::sources::Span;

record! {
    /// A question that asks for a number.
    pub(crate) struct Source {
        /// What is right.
        required key: Key,
        /// The units that may be typed, the key's first.
        optional units("unit"): Vec<Unit>,
        /// What becomes of the unit.
        optional unit_use: At<UnitUse>,
        /// Wrong answers worth a word of their own.
        optional wrong: Vec<Wrong>,
        /// Sample answers, as a learner would type them.
        optional samples: Samples<At<Written>>,
    }
}

record! {
    /// A number, and what is near enough.
    pub(crate) struct Near {
        /// The number.
        required value: At<Numeral>,
        /// How far away is near enough: a number, or a share such as "2%".
        optional within: At<Numeral>,
        /// How many significant figures count.
        optional figures: At<u64>,
    }
}

record! {
    /// A range with both its ends.
    pub(crate) struct Range {
        /// The least that is right.
        required from: At<Numeral>,
        /// The most that is right.
        required to: At<Numeral>,
    }
}

record! {
    /// Wrong answers with one idea behind them.
    pub(crate) struct Wrong {
        /// The amounts.
        required answers: Vec<At<Written>>,
        /// For a learner who gave one of them.
        optional feedback: Languages<Raw>,
        /// The idea behind them.
        optional misconception: At<MisconceptionId>,
    }
}

/// What is right.
#[derive(Debug, Clone)]
pub(crate) enum Key {
    Value(At<Numeral>),
    Near(Near),
    Range(Range),
}

/// A unit: its names of no language under `any`, the others under their language.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    span: Span,
    any: Option<Vec<Raw>>,
    names: Languages<Vec<Raw>>,
    times: Option<At<Numeral>>,
    /// Whether `times` could be read, where it is written.
    is_whole: bool,
}

/// A number as it is written.
#[derive(Debug, Clone)]
pub(crate) enum Written {
    /// As TOML writes numbers: the point is for decimals.
    Number(String),
    /// In quotes, as a learner would type it.
    Text(String),
}

impl Written {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Number(text) | Self::Text(text) => text,
        }
    }
}

impl Decode for Written {
    const SHAPE: Shape = Shape::Number;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let plain = |text: &str| Self::Number(text.replace(['_', '+'], "").to_lowercase());
        match node.value {
            DeValue::String(text) => Some(Self::Text(text.clone().into_owned())),
            DeValue::Integer(number) => Some(plain(number.as_str())),
            DeValue::Float(number) => Some(plain(number.as_str())),
            _ => wrong_type(node, reader),
        }
    }
}

impl Decode for Numeral {
    const SHAPE: Shape = Shape::Number;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let written = Written::decode(node, reader)?;
        let read = match &written {
            Written::Number(text) => Self::parse(text).ok_or(Unread::Unreadable),
            Written::Text(text) => Self::read(text),
        };
        let note = |why| {
            let problem = invalid(&written, node.span, &why);
            let alone = "write the number alone; it is in the first of the question's units";
            reader.note(match why {
                Unread::UnknownUnit => problem.help(alone),
                _ => problem,
            });
        };
        read.map_err(note).ok()
    }
}

impl Names for UnitUse {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("shown", Self::Shown),
        ("optional", Self::Optional),
        ("needed", Self::Needed),
    ];
}

impl Decode for Key {
    const SHAPE: Shape = Shape::NumberKey;

    /// Nothing where a part of it could not be read, so that nobody holds anything against the rest.
    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match node.value {
            DeValue::Table(table) if table.contains_key("from") || table.contains_key("to") => {
                let range = Range::decode(node, reader)?;
                (range.from.is_some() && range.to.is_some()).then_some(Self::Range(range))
            }
            DeValue::Table(table) => {
                let near = Near::decode(node, reader)?;
                let is_whole = near.value.is_some()
                    && near.within.is_some() == table.contains_key("within")
                    && near.figures.is_some() == table.contains_key("figures");
                if let (Some(within), Some(figures)) = (&near.within, &near.figures) {
                    let message = "`within` and `figures` both say how near is near enough";
                    let problem = Diagnostic::new(Code::Contradiction, figures.span, message);
                    let problem = problem.label(within.span, "this one too");
                    reader.note(problem.help("take one of them out"));
                }
                is_whole.then_some(Self::Near(near))
            }
            DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) => {
                At::decode(node, reader).map(Self::Value)
            }
            _ => wrong_type(node, reader),
        }
    }
}

impl Decode for Unit {
    const SHAPE: Shape = Shape::Table;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = Table::of(node, reader)?;
        let any = table.optional("any", reader);
        let has_times = table.peek("times").is_some();
        let times = table.optional("times", reader);
        let names = Languages::read(node.span, table.rest(), &["any", "times"], reader);
        Some(Self {
            span: node.span,
            any,
            names,
            is_whole: has_times == times.is_some(),
            times,
        })
    }
}

/// A number that can't be read.
fn invalid(written: &Written, span: Span, why: &Unread) -> Diagnostic {
    let message = format!(
        "`{}` is no number: {}",
        excerpt(written.text()),
        unread(why)
    );
    let help = match why {
        Unread::Ambiguous(Doubt { grouped, decimal }) => {
            format!("write {grouped} or {decimal} without quotes")
        }
        Unread::UnknownUnit | Unread::NoUnit => {
            "take it out, or give the unit a heading [[question.unit]]".to_owned()
        }
        _ => "write it like 1234.5, \"3/4\" or \"1.5e6\"".to_owned(),
    };
    Diagnostic::new(Code::InvalidNumber, span, message).help(help)
}

/// Why a text is no number.
pub(crate) fn unread(why: &Unread) -> String {
    match why {
        Unread::NoNumber => "there is no number in it".to_owned(),
        Unread::Several => "there is more than one number in it".to_owned(),
        Unread::Unreadable => {
            "it is written in a way that is not read, or has more than 40 digits".to_owned()
        }
        Unread::Ambiguous(Doubt { grouped, decimal }) => {
            format!("it may be `{grouped}` or `{decimal}`")
        }
        Unread::UnknownUnit => "it has a unit or a word that the question doesn't have".to_owned(),
        Unread::NoUnit => "it has no unit, and the question needs one".to_owned(),
        why => why.to_string(),
    }
}

impl Key {
    /// The engine's form.
    ///
    /// # Errors
    ///
    /// There is no such tolerance, which stands at this place.
    fn compiled(&self) -> Result<number::Key, (NumberFlaw, Span)> {
        let value = |at: &Option<At<Numeral>>| at.clone().map(|at| at.value).unwrap_or_default();
        let (number, tolerance, span) = match self {
            Self::Value(at) => (at.value.clone(), Tolerance::Exact, at.span),
            Self::Near(near) => {
                let (tolerance, span) = near.tolerance();
                (value(&near.value), tolerance, span)
            }
            Self::Range(range) => {
                return Ok(number::Key {
                    from: value(&range.from),
                    to: value(&range.to),
                    value: None,
                });
            }
        };
        number::Key::near(number, &tolerance).map_err(|flaw| (flaw, span))
    }

    /// The numbers that are right by themselves.
    fn numbers(&self) -> impl Iterator<Item = &At<Numeral>> {
        let (one, other) = match self {
            Self::Value(at) => (Some(at), None),
            Self::Near(near) => (near.value.as_ref(), None),
            Self::Range(range) => (range.from.as_ref(), range.to.as_ref()),
        };
        one.into_iter().chain(other)
    }

    fn span(&self) -> Span {
        match self {
            Self::Value(at) => at.span,
            Self::Near(near) => near.span,
            Self::Range(range) => range.span,
        }
    }
}

impl Near {
    /// How far away is near enough, and where that stands.
    fn tolerance(&self) -> (Tolerance, Span) {
        match (&self.within, &self.figures) {
            (Some(At { value, span }), _) if value.as_str().ends_with('%') => {
                (Tolerance::Relative(value.clone()), *span)
            }
            (Some(At { value, span }), _) => (Tolerance::Absolute(value.clone()), *span),
            (None, Some(figures)) => (Tolerance::Figures(figures.value), figures.span),
            (None, None) => (Tolerance::Exact, self.span),
        }
    }
}

impl Unit {
    fn names(&self) -> impl Iterator<Item = &Raw> {
        let own = self.names.values().flat_map(|(_, names)| names);
        self.any.iter().flatten().chain(own)
    }

    /// The name for readers of `lang`: the first one in it, else the first of no language.
    fn name_in(&self, lang: &Lang) -> Option<&str> {
        let own = self.names.values().find(|(other, _)| *other == lang);
        let own = own.and_then(|(_, names)| names.first());
        let any = self.any.iter().flatten().next();
        own.or(any).map(|raw| raw.text.as_str())
    }

    /// True when nobody has said that its name in `lang` could not be read.
    fn lacks(&self, lang: &Lang) -> bool {
        let unread =
            |(own, names): &(At<Lang>, Option<Vec<Raw>>)| own.value == *lang && names.is_none();
        self.name_in(lang).is_none() && !self.names.entries.iter().any(unread)
    }

    /// How much one of it is, on the scale that the question's units share.
    fn times(&self) -> Numeral {
        let one = || Numeral::parse("1").unwrap_or_default();
        self.times.clone().map_or_else(one, |times| times.value)
    }

    fn is_more_than_nothing(&self) -> bool {
        let times = self.times();
        !times.exact().is_negative() && !times.exact().is_zero()
    }
}

impl Source {
    /// A key and nothing else.
    pub(super) fn of_key(span: Span, key: Key) -> Self {
        Self {
            span,
            key: Some(key),
            units: None,
            unit_use: None,
            wrong: None,
            samples: None,
        }
    }

    fn all_units(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().flatten()
    }

    /// True when it can be graded.
    pub(super) fn is_whole(&self) -> bool {
        let key = self.key.as_ref().and_then(|key| key.compiled().ok());
        key.is_some_and(|key| !key.is_upside_down())
            && self
                .all_units()
                .all(|unit| unit.is_whole && unit.is_more_than_nothing())
    }

    pub(super) fn compile(&self, compiler: &mut Compiler<'_>) -> number::Number {
        self.note_what_is_no_unit(compiler);
        let key = self.key.as_ref().map(Key::compiled).transpose();
        let key = key.unwrap_or_else(|(flaw, span)| {
            compiler.note(faults::of_number(&flaw, span));
            None
        });
        let has_key = key.is_some();
        let mut body = number::Number {
            key: key.unwrap_or_else(|| number::Key {
                from: Numeral::default(),
                to: Numeral::default(),
                value: None,
            }),
            units: self.compiled_units(),
            unit: Localised::default(),
            known: Localised::default(),
            unit_use: self.unit_use.map_or(UnitUse::Shown, |at| at.value),
            wrong: Vec::new(),
        };
        if let Some(first) = self.all_units().next() {
            let named = |lang: &Lang| Some((*lang, first.name_in(lang)?.to_owned()));
            body.unit = compiler.langs.iter().filter_map(named).collect();
            let known = |lang: &Lang| {
                let names: Option<Vec<&str>> =
                    self.all_units().map(|unit| unit.name_in(lang)).collect();
                Some((*lang, names?.join(", ")))
            };
            body.known = compiler.langs.iter().filter_map(known).collect();
        }
        for wrong in self.wrong.iter().flatten() {
            let mut answers = Vec::new();
            for written in wrong.answers.iter().flatten() {
                match in_key_unit(&body, &written.value) {
                    Err(why) => compiler.note(invalid(&written.value, written.span, &why)),
                    Ok(number) if has_key && body.find(number.exact()).is_right() => {
                        let text = excerpt(written.value.text());
                        let problem =
                            faults::of_number(&NumberFlaw::RightAndWrong(text), written.span);
                        let key = self.key.as_ref().map_or(self.span, Key::span);
                        compiler.note(problem.label(key, "the key"));
                    }
                    Ok(number) => answers.push(number),
                }
            }
            if !answers.is_empty() || wrong.answers.as_ref().is_some_and(Vec::is_empty) {
                let feedback = compiler.lines(wrong.feedback.as_ref());
                let misconception = wrong.misconception.as_ref().map(|id| id.value);
                body.wrong.push(number::WrongAnswer {
                    answers,
                    feedback,
                    misconception,
                });
            }
        }
        body
    }

    /// Every name of every unit, each counted in the first unit, which is the key's.
    fn compiled_units(&self) -> Vec<number::Unit> {
        let first = self.all_units().next().map(Unit::times).unwrap_or_default();
        let mut all: Vec<number::Unit> = Vec::new();
        for unit in self.all_units() {
            let times = unit.times().exact().by(first.exact()).map(Numeral::of);
            let mut names: Vec<&str> = unit.names().map(|raw| raw.text.as_str()).collect();
            // The same in several languages.
            let mut seen = BTreeSet::new();
            names.retain(|name| seen.insert(*name));
            all.extend(names.into_iter().map(|name| number::Unit {
                name: name.to_owned(),
                times: times.clone().unwrap_or_default(),
            }));
        }
        all
    }

    fn note_what_is_no_unit(&self, compiler: &mut Compiler<'_>) {
        for unit in self.all_units() {
            if unit.names().next().is_none() {
                let problem = Diagnostic::new(Code::TooFew, unit.span, "this unit has no name");
                compiler.note(problem.help("write any = [\"km\"], or names for each language"));
            }
            if let Some(times) = unit.times.as_ref().filter(|_| !unit.is_more_than_nothing()) {
                let found = times.value.as_str().to_owned();
                compiler.note(faults::of_number(
                    &NumberFlaw::Multiplier(found),
                    times.span,
                ));
            }
        }
        let numbers = self.key.iter().flat_map(Key::numbers);
        for at in numbers.filter(|at| self.units.is_some() && at.value.as_str().ends_with('%')) {
            let message = format!(
                "`{}` is no number here: among units, % is one",
                at.value.as_str()
            );
            let problem = Diagnostic::new(Code::InvalidNumber, at.span, message);
            compiler
                .note(problem.help("list % under [[question.unit]], and write the key without it"));
        }
    }

    /// What is said to those who gave a wrong answer.
    pub(super) fn remarks(&self) -> impl Iterator<Item = &Languages<Raw>> {
        let wrong = self.wrong.iter().flatten();
        wrong.filter_map(|wrong| wrong.feedback.as_ref())
    }

    pub(super) fn samples(&self) -> Vec<Sample> {
        Samples::list(self.samples.as_ref(), |given: &At<Written>| {
            let text = given.value.text().to_owned();
            (Response::Number(text), given.span)
        })
    }

    pub(super) fn locate(&self, flaw: &Violation) -> Vec<Spot> {
        let names = || self.all_units().flat_map(Unit::names);
        let wrong = || self.wrong.iter().flatten();
        match (flaw, &self.key) {
            (Violation::Number(NumberFlaw::UpsideDown), Some(Key::Range(range))) => {
                let see = range.from.as_ref().map(|at| (at.span, "it starts here"));
                let end = range.to.as_ref().map(|at| Spot { span: at.span, see });
                end.into_iter().collect()
            }
            (Violation::Twice(Subject::Unit, name), _) => {
                let mut spans = names().filter(|raw| raw.text == *name).map(|raw| raw.span);
                let see = spans.next().map(|first| (first, "first written here"));
                spans
                    .last()
                    .map(|span| Spot { span, see })
                    .into_iter()
                    .collect()
            }
            (Violation::EmptyText(Subject::Unit), _) => {
                Spot::list(names().filter(|raw| raw.is_blank()).map(|raw| raw.span))
            }
            (Violation::MissingLanguage(lang), _) => {
                let units = Spot::list(
                    self.all_units()
                        .filter(|unit| unit.lacks(lang))
                        .map(|unit| unit.span),
                );
                let notes = wrong().flat_map(|wrong| lacking(wrong.feedback.as_ref(), lang));
                units.into_iter().chain(notes).collect()
            }
            (Violation::TooFew(Subject::WrongAnswer, _), _) => {
                let empty =
                    wrong().filter(|wrong| wrong.answers.as_ref().is_some_and(Vec::is_empty));
                Spot::list(empty.map(|wrong| wrong.span))
            }
            (Violation::Unknown(Subject::Misconception, id), _) => {
                let tags = wrong().filter_map(|wrong| wrong.misconception.as_ref());
                Spot::list(
                    tags.filter(|tag| tag.value.as_str() == id)
                        .map(|tag| tag.span),
                )
            }
            (Violation::TooFew(Subject::Unit, _), _) => Spot::list(self.unit_use.map(|at| at.span)),
            _ => Vec::new(),
        }
    }
}

/// A number as it is written, in the key's unit.
fn in_key_unit(body: &number::Number, written: &Written) -> Result<Numeral, Unread> {
    let text = match written {
        Written::Number(text) => return Numeral::parse(text).ok_or(Unread::Unreadable),
        Written::Text(text) => text,
    };
    let typed = body.read(text)?;
    match (typed.doubt(), typed.unit) {
        (Some(doubt), _) => Err(doubt),
        (None, None) => Ok(typed.number),
        (None, unit) => {
            let number = typed.number;
            Ok(Numeral::of(body.in_key_unit(&Amount { number, unit })))
        }
    }
}
