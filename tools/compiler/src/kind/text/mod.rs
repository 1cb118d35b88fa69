//! Type a short answer.

pub(super) mod body;
mod tier;

use std::sync::Arc;

use jalon_engine::bank::{Location, Subject, Violation};
use jalon_engine::grade::{self, Endings, MatchOptions, Order};
use jalon_engine::id::MisconceptionId;
use jalon_engine::kind::{Body, Kind, Response, text};
use jalon_engine::lang::Localised;
use jalon_engine::language::Rules;

use super::answer::{Answer, Gathered, Says, TierCredits};
use super::sample::{Sample, Samples};
use super::source::{KindSource, KindSpec};
use crate::compile::Compiler;
use crate::faults::spot::{Spot, lacking};
use crate::read::{At, Decode, Languages, Names, Node, Raw, Reader, Shape, Table, record};
use jalon_draft::sources::Span;

pub(super) const KIND: KindSpec = KindSpec {
    kind: Kind::Text,
    keys: Source::KEYS,
    take: |table, reader| Arc::new(Source::take(table, reader)),
    response: r#"{"text":"ISO/IEC 27001"}"#,
    shorthand: "what is typed",
};

record! {
    /// A question with a place to type.
    pub(crate) struct Source {
        /// What is right.
        required accept: Accept,
        /// Wrong answers worth a word of their own.
        optional wrong: Vec<Wrong>,
        /// Whether the words may come in another order.
        optional order: Order,
        /// Whether plural, singular and agreement matter.
        optional endings: Endings,
        /// What is left of the points where something was overlooked.
        optional credit: TierCredits,
        /// Names of one thing, list by list.
        optional synonyms: Vec<At<Vec<Raw>>>,
        /// Words that are enough.
        optional words: Languages<Words>,
        /// Sample answers, as a learner would type them.
        optional samples: Samples<Raw>,
    }
}

record! {
    /// Wrong answers with one idea behind them.
    pub(crate) struct Wrong {
        /// The ways to write it, in any language, and patterns.
        required answers: Vec<Says>,
        /// For a learner who gave it.
        optional feedback: Languages<Raw>,
        /// The idea behind it.
        optional misconception: At<MisconceptionId>,
    }
}

record! {
    /// Words that are enough for an answer in a language.
    pub(crate) struct Words {
        /// Of each list, one has to be there.
        required required: Vec<Vec<Raw>>,
        /// None of these may be there.
        optional forbidden: Vec<Raw>,
    }
}

impl Names for Order {
    const NAMES: &'static [(&'static str, Self)] =
        &[("as-written", Self::AsWritten), ("any", Self::Any)];
}

impl Names for Endings {
    const NAMES: &'static [(&'static str, Self)] = &[("free", Self::Free), ("exact", Self::Exact)];
}

/// Right answers: those of no language under `any`, the others under their language.
#[derive(Debug, Clone)]
pub(crate) struct Accept {
    span: Span,
    any: Option<Vec<Answer>>,
    langs: Languages<Vec<Answer>>,
}

impl Decode for Accept {
    const SHAPE: Shape = Shape::Table;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = Table::of(node, reader)?;
        let any = table.optional("any", reader);
        let langs = Languages::read(node.span, table.rest(), &["any"], reader);
        Some(Self {
            span: node.span,
            any,
            langs,
        })
    }
}

impl Accept {
    fn all(&self) -> impl Iterator<Item = &Answer> {
        let own = self.langs.values().flat_map(|(_, answers)| answers);
        self.any.iter().flatten().chain(own)
    }

    /// Those that are listed to the letter.
    fn answers(&self) -> impl Iterator<Item = &Raw> {
        self.all().filter_map(|answer| answer.says.plain())
    }
}

fn plain(answers: &[Raw]) -> Vec<String> {
    answers.iter().map(|answer| answer.text.clone()).collect()
}

impl Wrong {
    fn says(&self) -> &[Says] {
        self.answers.as_deref().unwrap_or_default()
    }

    fn compile(&self, compiler: &mut Compiler<'_>) -> text::WrongAnswer {
        let (mut answers, mut patterns) = (Vec::new(), Vec::new());
        for says in self.says() {
            answers.extend(says.plain().map(|raw| raw.text.clone()));
            patterns.extend(says.pattern(compiler, None));
        }
        text::WrongAnswer {
            answers,
            patterns,
            feedback: compiler.lines(self.feedback.as_ref()),
            misconception: self.misconception.as_ref().map(|id| id.value),
        }
    }
}

impl Source {
    pub(super) fn compile(&self, compiler: &mut Compiler<'_>) -> text::Text {
        let mut gathered = Gathered::default();
        let (mut any, mut accept) = (Vec::new(), Localised::default());
        if let Some(source) = &self.accept {
            let answers = source.any.as_deref().unwrap_or_default();
            any = gathered.take(compiler, None, answers);
            accept = compiler.localised(&source.langs, |compiler, lang, answers| {
                gathered.take(compiler, Some(lang), answers)
            });
        }
        let wrong = self.wrong.iter().flatten();
        let wrong = wrong.map(|wrong| wrong.compile(compiler)).collect();
        let Gathered {
            patterns, worth, ..
        } = gathered;
        text::Text {
            any,
            accept,
            patterns,
            worth,
            wrong,
            leeway: self.leeway(compiler),
            credit: TierCredits::over(self.credit.as_ref(), &compiler.credit),
        }
    }

    fn leeway(&self, compiler: &mut Compiler<'_>) -> MatchOptions {
        let own = self.synonyms.iter().flatten();
        let mut same: Vec<Vec<String>> = own.map(|names| plain(&names.value)).collect();
        let answers: Vec<&Raw> = self.accept.iter().flat_map(Accept::answers).collect();
        let rules = Rules::of(compiler.langs);
        let mentioned = |name: &String| {
            let mut answers = answers.iter();
            answers.any(|raw| grade::mentions(&raw.text, name, rules))
        };
        let groups = compiler.synonyms.iter();
        same.extend(groups.filter(|names| names.iter().any(mentioned)).cloned());
        let words = self.words.as_ref();
        MatchOptions {
            endings: self.endings.unwrap_or_default(),
            order: self.order.unwrap_or_default(),
            same,
            words: words.map_or_else(Localised::default, |words| {
                compiler.localised(words, |_, _, words| grade::Required {
                    all: words
                        .required
                        .iter()
                        .flatten()
                        .map(|all| plain(all))
                        .collect(),
                    none: words.forbidden.as_deref().map(plain).unwrap_or_default(),
                })
            }),
        }
    }
}

impl KindSource for Source {
    fn body(&self, compiler: &mut Compiler<'_>) -> Body {
        Body::Text(self.compile(compiler))
    }

    fn is_whole(&self) -> bool {
        self.accept.is_some()
    }

    fn locate(&self, _: &Location, flaw: &Violation) -> Vec<Spot> {
        let wrong = || self.wrong.iter().flatten();
        match flaw {
            Violation::Unreachable(answer) => {
                let answers = self.accept.iter().flat_map(Accept::answers);
                Spot::list(
                    answers
                        .filter(|raw| raw.text == *answer)
                        .map(|raw| raw.span),
                )
            }
            Violation::MissingLanguage(lang) => {
                let accept = self.accept.iter().filter(|accept| {
                    accept.any.as_ref().is_none_or(Vec::is_empty)
                        && accept
                            .langs
                            .values()
                            .all(|(l, answers)| l != lang || answers.is_empty())
                        && accept
                            .langs
                            .entries
                            .iter()
                            .all(|(l, read)| l.value != *lang || read.is_some())
                });
                let notes = wrong().flat_map(|wrong| lacking(wrong.feedback.as_ref(), lang));
                let answers = self.accept.iter().flat_map(Accept::all);
                let worth = answers.flat_map(|answer| lacking(answer.feedback.as_ref(), lang));
                Spot::list(accept.map(|accept| accept.span))
                    .into_iter()
                    .chain(notes)
                    .chain(worth)
                    .collect()
            }
            Violation::PatternsAlone(_) | Violation::TooFew(Subject::WholeAnswer, _) => {
                Spot::list(self.accept.iter().map(|accept| accept.span))
            }
            Violation::Unknown(Subject::Misconception, id) => {
                let tags = wrong().filter_map(|wrong| wrong.misconception.as_ref());
                Spot::list(
                    tags.filter(|tag| tag.value.as_str() == id)
                        .map(|tag| tag.span),
                )
            }
            Violation::TooFew(Subject::Synonym, least) => {
                let groups = self.synonyms.iter().flatten();
                let short = groups.filter(|names| names.value.len() < *least);
                Spot::list(short.map(|names| names.span))
            }
            Violation::TooFew(Subject::RequiredWord, _) => {
                let rules = self.words.iter().flat_map(Languages::values);
                let empty = rules.filter(|(_, words)| {
                    let required = words.required.as_ref();
                    required.is_some_and(|all| all.is_empty() || all.iter().any(Vec::is_empty))
                });
                Spot::list(empty.map(|(_, words)| words.span))
            }
            Violation::TooFew(Subject::WrongAnswer, _) => {
                let empty =
                    wrong().filter(|wrong| wrong.answers.as_ref().is_some_and(Vec::is_empty));
                Spot::list(empty.map(|wrong| wrong.span))
            }
            _ => Vec::new(),
        }
    }

    fn samples(&self) -> Vec<Sample> {
        Samples::list(self.samples.as_ref(), |given: &Raw| {
            (Response::Text(given.text.clone()), given.span)
        })
    }

    fn remarks(&self) -> Vec<&Languages<Raw>> {
        let wrong = self.wrong.iter().flatten();
        wrong.filter_map(|wrong| wrong.feedback.as_ref()).collect()
    }
}
