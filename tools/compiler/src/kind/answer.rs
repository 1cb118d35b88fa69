//! An answer that can be typed: to the letter, or a pattern, with what it earns and says.

use jalon_engine::grade::{Credits, Pattern, Tier};
use jalon_engine::kind::text::Worth;
use jalon_engine::lang::Lang;
use jalon_engine::language::Rules;
use toml::de::DeValue;

use crate::compile::{Compiler, clip};
use crate::diagnostic::{Code, Diagnostic};
use crate::faults::spot::excerpt;
use crate::pattern::{self, Refusal};
use crate::read::{Decode, Languages, Node, Raw, Reader, Shape, Table, record, wrong_type};
use jalon_draft::sources::Span;

/// An answer as it is listed.
#[derive(Debug, Clone)]
pub(crate) enum Says {
    /// To the letter.
    Plain(Raw),
    /// A pattern with stars.
    Wildcard(Raw),
    /// A regular expression.
    Regex(Raw),
}

/// A right answer.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) says: Says,
    /// What it earns.
    credit: Option<Percent>,
    /// For a learner who gave it.
    pub(crate) feedback: Option<Languages<Raw>>,
}

/// A share of the points, 0 to 100 percent.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Percent {
    share: u8,
    span: Span,
}

record! {
    /// What is left of the points where something was overlooked, by the name of its tier.
    pub(crate) struct TierCredits {
        /// Case, spaces, punctuation.
        optional form: Percent,
        /// Accents.
        optional accents: Percent,
        /// Articles in front.
        optional article: Percent,
        /// Numbers in words.
        optional number: Percent,
        /// Plural, singular, agreement.
        optional grammar: Percent,
        /// Another name.
        optional synonym: Percent,
        /// Another order.
        optional order: Percent,
        /// Words that are enough.
        optional words: Percent,
        /// Slips.
        optional typo: Percent,
    }
}

impl TierCredits {
    fn of(&self, tier: Tier) -> Option<u8> {
        let own = match tier {
            Tier::Exact | Tier::Pattern => None,
            Tier::Form => self.form,
            Tier::Accents => self.accents,
            Tier::Article => self.article,
            Tier::Number => self.number,
            Tier::Grammar => self.grammar,
            Tier::Synonym => self.synonym,
            Tier::Order => self.order,
            Tier::Words => self.words,
            Tier::Typo => self.typo,
        };
        own.map(|percent| percent.share)
    }

    /// These credits, and for tiers that they don't name those of the module or the bank.
    pub(crate) fn over(own: Option<&Self>, usual: &Credits) -> Credits {
        let credit = |tier: Tier| own.and_then(|own| own.of(tier)).unwrap_or(usual.of(tier));
        let mut all: Vec<u8> = Tier::ALL.into_iter().map(credit).collect();
        while all.last() == Some(&100) {
            all.pop();
        }
        Credits(all)
    }
}

impl Decode for Percent {
    const SHAPE: Shape = Shape::Whole;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let number = u64::decode(node, reader)?;
        if number > 100 {
            let message = format!("`{}` is {number}, expected 0 to 100 percent", node.key);
            reader.note(Diagnostic::new(Code::OutOfRange, node.span, message));
            return None;
        }
        Some(Self {
            share: clip(number),
            span: node.span,
        })
    }
}

impl Says {
    const KEYS: [&str; 3] = ["answer", "wildcard", "regex"];

    /// Takes the one of its keys that is there.
    fn take(table: &mut Table<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let span = table.span;
        let mut found = Self::KEYS.map(|key| table.take(key)).into_iter().flatten();
        let Some(entry) = found.next() else {
            let message = "expected `answer`, `wildcard` or `regex`, found none of them";
            let help = "write { answer = \"...\" }";
            reader.note(Diagnostic::new(Code::MissingKey, span, message).help(help));
            return None;
        };
        if let Some(other) = found.next() {
            let message = format!(
                "`{}` and `{}` can't both say what the answer is",
                entry.key.value, other.key.value
            );
            let help = "write two answers, or take one of them out";
            reader.note(Diagnostic::new(Code::Contradiction, other.key.span, message).help(help));
        }
        let raw = Raw::decode(entry.node, reader)?;
        Some(match entry.key.value {
            "answer" => Self::Plain(raw),
            "wildcard" => Self::Wildcard(raw),
            _ => Self::Regex(raw),
        })
    }

    /// The answer, where it is listed to the letter.
    pub(crate) fn plain(&self) -> Option<&Raw> {
        match self {
            Self::Plain(raw) => Some(raw),
            Self::Wildcard(_) | Self::Regex(_) => None,
        }
    }

    /// The pattern, where it is one, of a language or of all. What is wrong with it is noted.
    pub(crate) fn pattern(
        &self,
        compiler: &mut Compiler<'_>,
        lang: Option<&Lang>,
    ) -> Option<Pattern> {
        let rules = match lang {
            Some(lang) => Rules::of([lang]),
            None => Rules::of(compiler.langs),
        };
        let (raw, made) = match self {
            Self::Plain(_) => return None,
            Self::Wildcard(raw) => (raw, pattern::wildcard(&raw.text, rules)),
            Self::Regex(raw) => (raw, pattern::regex(&raw.text)),
        };
        made.map_err(|refusal| compiler.note(refused(raw, &refusal)))
            .ok()
    }
}

fn refused(raw: &Raw, refusal: &Refusal) -> Diagnostic {
    let source = excerpt(&raw.text);
    let (span, message, help) = match refusal {
        Refusal::Syntax(why, at) => (
            raw.part(at.clone()),
            format!("this regular expression can't be read: {why}"),
            "a backslash escapes a character; in single quotes, TOML leaves it alone: '\\('",
        ),
        Refusal::NoStar => (
            raw.span,
            format!("the wildcard `{source}` has no star"),
            "write it as an answer, in quotes alone, or put * where any text may be",
        ),
        Refusal::OnlyStars => (
            raw.span,
            format!("the wildcard `{source}` takes every answer in"),
            "write a word or a part of one beside the star",
        ),
        Refusal::Nothing => (
            raw.span,
            format!("nothing that can be typed is like `{source}`"),
            "take the pattern out, or the condition that nothing meets",
        ),
        Refusal::TooLarge => (
            raw.span,
            format!("the pattern `{source}` is too large for learners to download"),
            "write shorter repetitions, [0-9] for \\d and [a-z] for \\w, or several patterns",
        ),
        Refusal::Impossible(why) => (
            raw.span,
            format!("the pattern `{source}` asks for more than can be done in one reading: {why}"),
            "it has to match the whole answer: write what may surround the words, such as .*",
        ),
    };
    Diagnostic::new(Code::InvalidPattern, span, message).help(help)
}

impl Decode for Says {
    const SHAPE: Shape = Shape::Answer;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match node.value {
            DeValue::String(_) => Raw::decode(node, reader).map(Self::Plain),
            DeValue::Table(_) => {
                let mut table = Table::of(node, reader)?;
                let says = Self::take(&mut table, reader);
                table.finish(&Self::KEYS, reader);
                says
            }
            _ => wrong_type(node, reader),
        }
    }
}

impl Decode for Answer {
    const SHAPE: Shape = Shape::Answer;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::Table(_) = node.value else {
            return Some(Self {
                says: Says::decode(node, reader)?,
                credit: None,
                feedback: None,
            });
        };
        let mut table = Table::of(node, reader)?;
        let says = Says::take(&mut table, reader);
        let credit: Option<Percent> = table.optional("credit", reader);
        let feedback = table.optional("feedback", reader);
        let known = [&Says::KEYS[..], &["credit", "feedback"]].concat();
        table.finish(&known, reader);
        if let Some(none) = credit.filter(|credit| credit.share == 0) {
            let message = "an accepted answer that earns 0 percent is not accepted";
            let help = "list it under [[question.wrong]]";
            reader.note(Diagnostic::new(Code::OutOfRange, none.span, message).help(help));
        }
        Some(Self {
            says: says?,
            credit,
            feedback,
        })
    }
}

/// Right answers as the engine takes them, gathered language by language.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) patterns: Vec<Pattern>,
    pub(super) worth: Vec<Worth>,
    /// Each answer with its credit, to find those that are listed twice.
    listed: Vec<(String, u8)>,
}

impl Gathered {
    /// Takes the answers of a language, or those of none; returns those listed to the letter.
    pub(super) fn take(
        &mut self,
        compiler: &mut Compiler<'_>,
        lang: Option<&Lang>,
        answers: &[Answer],
    ) -> Vec<String> {
        let mut plain = Vec::new();
        for answer in answers {
            if let Some(raw) = answer.says.plain() {
                plain.push(raw.text.clone());
                self.weigh(compiler, &raw.text, answer);
            } else if let Some(pattern) = answer.says.pattern(compiler, lang) {
                self.weigh(compiler, &pattern.source, answer);
                let lang = lang.cloned();
                self.patterns.push(Pattern { lang, ..pattern });
            }
        }
        plain
    }

    fn weigh(&mut self, compiler: &mut Compiler<'_>, name: &str, answer: &Answer) {
        let credit = answer.credit.map_or(100, |percent| percent.share);
        let feedback = compiler.lines(answer.feedback.as_ref());
        let known = self.listed.iter().find(|(known, _)| known == name);
        if let (Some((_, first)), Some(own)) = (known, &answer.credit)
            && first != &credit
        {
            let message = format!(
                "`{}` earns {credit} percent here and {first} where it is listed first",
                excerpt(name)
            );
            let help = "the same answer earns the same in every language: take one of them out";
            compiler.note(Diagnostic::new(Code::Contradiction, own.span, message).help(help));
        }
        let is_new = known.is_none();
        self.listed.push((name.to_owned(), credit));
        if is_new && (credit != 100 || !feedback.is_empty()) {
            self.worth.push(Worth {
                answer: name.to_owned(),
                credit,
                feedback,
            });
        }
    }
}
