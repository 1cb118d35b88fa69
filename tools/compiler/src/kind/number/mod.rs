//! Type a number.

pub(super) mod body;
mod key;
mod unit;
mod written;

use std::collections::BTreeSet;
use std::sync::Arc;

use jalon_engine::bank::{Location, Subject, Violation};
use jalon_engine::grade::Numeral;
use jalon_engine::id::MisconceptionId;
use jalon_engine::kind::number::{self, NumberFlaw, UnitUse};
use jalon_engine::kind::{Body, Kind, Response};
use jalon_engine::lang::{Lang, Localised};
use jalon_engine::shared::Shared;

use super::sample::{Sample, Samples};
use super::source::{KindSource, KindSpec};
use crate::compile::Compiler;
use crate::diagnostic::{Code, Diagnostic};
use crate::faults::explain::of_number;
use crate::faults::spot::{Spot, excerpt, lacking};
use crate::read::{At, Languages, Names, Raw, record};
use jalon_draft::sources::Span;
pub(crate) use key::Key;
use unit::Unit;
pub(super) use written::Written;
pub(crate) use written::unread;
use written::{in_key_unit, invalid};

pub(super) const KIND: KindSpec = KindSpec {
    kind: Kind::Number,
    keys: Source::KEYS,
    take: |table, reader| Arc::new(Source::take(table, reader)),
    response: r#"{"number":"93,2 km"}"#,
    shorthand: "what is typed",
};

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

impl Names for UnitUse {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("shown", Self::Shown),
        ("optional", Self::Optional),
        ("needed", Self::Needed),
    ];
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

    pub(super) fn compile(&self, compiler: &mut Compiler<'_>) -> number::Number {
        self.note_what_is_no_unit(compiler);
        let key = self.key.as_ref().map(Key::compiled).transpose();
        let key = key.unwrap_or_else(|(flaw, span)| {
            compiler.note(of_number(&flaw, span));
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
                        let problem = of_number(&NumberFlaw::RightAndWrong(text), written.span);
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
                compiler.note(of_number(&NumberFlaw::Multiplier(found), times.span));
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
}

impl KindSource for Source {
    fn body(&self, compiler: &mut Compiler<'_>) -> Body {
        Body::Number(Shared::new(self.compile(compiler)))
    }

    fn is_whole(&self) -> bool {
        let key = self.key.as_ref().and_then(|key| key.compiled().ok());
        key.is_some_and(|key| !key.is_upside_down())
            && self
                .all_units()
                .all(|unit| unit.is_whole && unit.is_more_than_nothing())
    }

    fn locate(&self, _: &Location, flaw: &Violation) -> Vec<Spot> {
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

    fn samples(&self) -> Vec<Sample> {
        Samples::list(self.samples.as_ref(), |given: &At<Written>| {
            let text = given.value.text().to_owned();
            (Response::Number(text), given.span)
        })
    }

    fn remarks(&self) -> Vec<&Languages<Raw>> {
        let wrong = self.wrong.iter().flatten();
        wrong.filter_map(|wrong| wrong.feedback.as_ref()).collect()
    }
}
