//! What a typed answer is held against, and how it was read, in named tiers. The reading itself is in `reading.rs`.

use super::pattern::Pattern;
use super::typo::Slip;
use crate::lang::{Lang, Localised};
use crate::language::Rules;
use crate::{enum_json, newtype_json, struct_json};

/// How much had to be overlooked for a text to match. Each tier overlooks what the ones before it do, and one thing
/// more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Nothing: the same to the letter.
    Exact,
    /// Case, spacing, punctuation, Unicode form, œ/æ, typographic quotes.
    Form,
    /// Accents.
    Accents,
    /// Articles and elisions in front: the, l', une...
    Article,
    /// Numbers up to a hundred, in words or in figures.
    Number,
    /// Plural, singular and agreement, articles inside.
    Grammar,
    /// Another name of the same thing, which the author has listed.
    Synonym,
    /// The order of the words, where the author leaves it free.
    Order,
    /// What a pattern of its author's leaves open.
    Pattern,
    /// Everything but the words that the author asks for.
    Words,
    /// Slips of the keyboard, within a budget.
    Typo,
}

impl Tier {
    /// Every tier, strictest first.
    pub const ALL: [Self; 11] = [
        Self::Exact,
        Self::Form,
        Self::Accents,
        Self::Article,
        Self::Number,
        Self::Grammar,
        Self::Synonym,
        Self::Order,
        Self::Pattern,
        Self::Words,
        Self::Typo,
    ];
}

/// What is left of the points in each tier, in percent, in the order of [`Tier::ALL`]; 100 where the list ends. To the letter, and
/// where a pattern says so, everything is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Credits(pub Vec<u8>);

impl Credits {
    /// What is left in this tier, 0 to 100 percent.
    pub fn of(&self, tier: Tier) -> u8 {
        let own = match tier {
            Tier::Exact | Tier::Pattern => None,
            tier => self.0.get(tier as usize),
        };
        own.map_or(100, |own| (*own).min(100))
    }
}

/// Whether plural, singular and agreement matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Endings {
    /// They don't, in answers that belong to a language.
    #[default]
    Free,
    /// They do.
    Exact,
}

/// Whether the order of words matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// It does.
    #[default]
    AsWritten,
    /// It doesn't: an answer has the same words, in whatever order.
    Any,
}

/// Words that are enough for an answer to be right, whatever stands around them. A negation or a number that is not
/// among them is never overlooked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Required {
    /// Of each list, one word or phrase has to be there.
    pub all: Vec<Vec<String>>,
    /// None of these may be there.
    pub none: Vec<String>,
}

/// What an author lets pass in typed answers, beyond what every reader overlooks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MatchOptions {
    /// Plural, singular and agreement.
    pub endings: Endings,
    /// The order of words.
    pub order: Order,
    /// Names of one thing, list by list: synonyms, acronyms with what they stand for, in any language.
    pub same: Vec<Vec<String>>,
    /// Words that are enough, by language.
    pub words: Localised<Required>,
}

/// How a typed answer was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextMatch {
    /// It is one of the right answers.
    Accepted(Accepted),
    /// It is a listed wrong answer, counted over all of them from 0; behind them count the patterns of wrong answers.
    KnownWrong(usize),
    /// A slip away from a right answer, and at least as near to something else.
    Confusable {
        /// The right answer nearby.
        answer: String,
        /// The other term.
        rival: String,
    },
    /// Nothing that is known.
    Unknown,
}

/// A right answer, and what was overlooked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The answer, or the source of the pattern, that it was read as.
    pub answer: String,
    /// What was overlooked.
    pub tier: Tier,
    /// The slip, in the last tier.
    pub slip: Option<Slip>,
    /// The languages that this answer belongs to; none where it belongs to no language in particular.
    pub langs: Vec<Lang>,
}

/// What a typed answer is held against.
pub struct TextKey<'a> {
    /// Right answers, with their language if they belong to one.
    pub answers: &'a [(Option<&'a Lang>, &'a str)],
    /// Listed wrong answers.
    pub wrong: &'a [&'a str],
    /// Terms of the field that an answer may not be nearer to than to a right one.
    pub terms: &'a [&'a str],
    /// What its author lets pass.
    pub leeway: &'a MatchOptions,
    /// Those of the languages of the bank. An answer with a language is read by the rules of its language alone; answers
    /// without one, listed wrong answers and terms by these.
    pub rules: Rules,
}

/// Patterns that a typed answer is held against. The first one that matches counts, wrong ones first.
#[derive(Debug, Clone, Copy, Default)]
pub struct Patterns<'a> {
    /// Those of right answers.
    pub right: &'a [&'a Pattern],
    /// Those of listed wrong answers.
    pub wrong: &'a [&'a Pattern],
}

pub(super) fn confusable(answer: &str, rival: &str) -> TextMatch {
    TextMatch::Confusable {
        answer: answer.to_owned(),
        rival: rival.to_owned(),
    }
}

enum_json!(Endings { "free" => Free, "exact" => Exact } else Self::Free);
enum_json!(Order { "as-written" => AsWritten, "any" => Any } else Self::AsWritten);
newtype_json!(Credits);
struct_json!(Required { all; none = Vec::new() });
struct_json!(MatchOptions {
    ; endings = Endings::Free, order = Order::AsWritten, same = Vec::new(), words = Localised::default()
});

#[cfg(test)]
mod tests {
    use super::*;

    fn key(given: &str) -> TextMatch {
        let (en, fr): (Lang, Lang) = ("en".parse().unwrap(), "fr".parse().unwrap());
        let answers = [
            (None, "ISO/IEC 27001"),
            (Some(&en), "statement of applicability"),
            (Some(&fr), "déclaration d'applicabilité"),
            (Some(&fr), "œuvre"),
        ];
        TextKey {
            answers: &answers,
            wrong: &["ISO/IEC 27002"],
            terms: &["ouvre", "statement of acceptability"],
            leeway: &MatchOptions::default(),
            rules: Rules::of([&en, &fr]),
        }
        .read(given)
    }

    fn tier(given: &str) -> Option<Tier> {
        match key(given) {
            TextMatch::Accepted(accepted) => Some(accepted.tier),
            _ => None,
        }
    }

    #[test]
    fn each_tier_overlooks_one_thing_more() {
        assert_eq!(tier("déclaration d'applicabilité"), Some(Tier::Exact));
        assert_eq!(
            tier("Déclaration  d\u{2019}applicabilité."),
            Some(Tier::Form)
        );
        assert_eq!(
            tier("de\u{301}claration d'applicabilite\u{301}"),
            Some(Tier::Form)
        );
        assert_eq!(tier("OEUVRE"), Some(Tier::Form));
        assert_eq!(tier("declaration d'applicabilite"), Some(Tier::Accents));
        assert_eq!(tier("la declaration d'applicabilite"), Some(Tier::Article));
        assert_eq!(tier("la declaraton d'applicabilite"), Some(Tier::Typo));
        assert_eq!(tier("iso iec 27001"), Some(Tier::Form));
        assert_eq!(tier("l'ISO/IEC 27 001"), Some(Tier::Article));
    }

    #[test]
    fn a_slip_toward_another_term_is_refused() {
        assert_eq!(key("ISO/IEC 27002"), TextMatch::KnownWrong(0));
        assert_eq!(key("ISO/IEC 27003"), TextMatch::Unknown);
        assert!(matches!(
            key("statement of appplicabilty"),
            TextMatch::Accepted(_)
        ));
        assert!(matches!(
            key("ouvre"),
            TextMatch::Confusable { .. } | TextMatch::Unknown
        ));
    }

    #[test]
    fn the_language_of_the_answer_is_known() {
        let langs = |given: &str| match key(given) {
            TextMatch::Accepted(accepted) => accepted.langs.iter().map(Lang::to_string).collect(),
            _ => vec!["none".to_owned()],
        };
        assert_eq!(langs("Statement of applicability"), ["en"]);
        assert_eq!(langs("declaration d'applicabilité"), ["fr"]);
        assert!(langs("iso/iec 27001").is_empty());
    }

    #[test]
    fn nothing_but_punctuation_is_no_answer() {
        assert_eq!(key("..."), TextMatch::Unknown);
        assert_eq!(key(""), TextMatch::Unknown);
    }
}
