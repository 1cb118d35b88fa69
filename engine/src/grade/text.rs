//! How a typed answer is read, in named tiers.

use super::fold::Words;
use super::typo::{self, Slip};
use crate::lang::Lang;

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
    /// Slips of the keyboard, within a budget.
    Typo,
}

impl Tier {
    /// Every tier, strictest first.
    pub const ALL: [Self; 5] = [
        Self::Exact,
        Self::Form,
        Self::Accents,
        Self::Article,
        Self::Typo,
    ];
}

/// How a typed answer was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextMatch {
    /// It is one of the right answers.
    Accepted(Accepted),
    /// It is a listed wrong answer, counted over all of them from 0.
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
    /// The answer that it was read as.
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
    /// Terms of the field that a slip may not be nearer to than to a right answer.
    pub terms: &'a [&'a str],
}

/// A text in the normal form of each tier.
struct Forms<'a> {
    raw: &'a str,
    words: Words,
    plain: Words,
    bare: Words,
}

impl<'a> Forms<'a> {
    fn of(raw: &'a str) -> Self {
        let words = Words::of(raw);
        let plain = words.without_accents();
        let bare = plain.without_articles();
        Self {
            raw,
            words,
            plain,
            bare,
        }
    }

    /// The strictest tier before slips in which both are the same.
    fn tier(&self, other: &Self) -> Option<Tier> {
        if self.raw == other.raw {
            return Some(Tier::Exact);
        }
        let same = |a: &Words, b: &Words| !a.is_empty() && a.squeezed() == b.squeezed();
        [
            (Tier::Form, same(&self.words, &other.words)),
            (Tier::Accents, same(&self.plain, &other.plain)),
            (Tier::Article, same(&self.bare, &other.bare)),
        ]
        .into_iter()
        .find_map(|(tier, same)| same.then_some(tier))
    }
}

impl TextKey<'_> {
    /// Reads a typed answer. A listed wrong answer beats a right one that needs as much to be overlooked, or more.
    pub fn read(&self, given: &str) -> TextMatch {
        let given = Forms::of(given);
        if given.words.is_empty() && !self.answers.iter().any(|(_, answer)| *answer == given.raw) {
            return TextMatch::Unknown;
        }
        let answers: Vec<Forms<'_>> = self.answers.iter().map(|(_, a)| Forms::of(a)).collect();
        let right = answers.iter().filter_map(|answer| given.tier(answer)).min();
        let wrong = self.known_wrong(&given);
        match (right, wrong) {
            (Some(right), Some((wrong, index))) if wrong <= right => TextMatch::KnownWrong(index),
            (Some(right), _) => self.accepted(&given, &answers, right),
            (None, Some((_, index))) => TextMatch::KnownWrong(index),
            (None, None) => self.slipped(&given, &answers),
        }
    }

    fn known_wrong(&self, given: &Forms<'_>) -> Option<(Tier, usize)> {
        let tiers = self.wrong.iter().enumerate();
        tiers
            .filter_map(|(n, wrong)| Some((given.tier(&Forms::of(wrong))?, n)))
            .min()
    }

    fn accepted(&self, given: &Forms<'_>, answers: &[Forms<'_>], tier: Tier) -> TextMatch {
        let hits: Vec<usize> = (0..answers.len())
            .filter(|&n| given.tier(&answers[n]) == Some(tier))
            .collect();
        self.accept(&hits, tier, None)
    }

    /// The languages of all answers that match equally well; none as soon as one of them belongs to no language.
    fn accept(&self, hits: &[usize], tier: Tier, slip: Option<Slip>) -> TextMatch {
        let hits = || hits.iter().filter_map(|&n| self.answers.get(n));
        let mut langs: Vec<Lang> = hits().filter_map(|(lang, _)| lang.cloned()).collect();
        if hits().any(|(lang, _)| lang.is_none()) {
            langs.clear();
        }
        langs.dedup();
        let answer = hits()
            .next()
            .map(|(_, answer)| (*answer).to_owned())
            .unwrap_or_default();
        TextMatch::Accepted(Accepted {
            answer,
            tier,
            slip,
            langs,
        })
    }

    fn slipped(&self, given: &Forms<'_>, answers: &[Forms<'_>]) -> TextMatch {
        let slips: Vec<Option<Slip>> = answers
            .iter()
            .map(|answer| typo::slip(&given.bare, &answer.bare))
            .collect();
        let Some(best) = slips
            .iter()
            .flatten()
            .min_by_key(|slip| slip.distance)
            .copied()
        else {
            return TextMatch::Unknown;
        };
        let is_best = |slip: &Option<Slip>| slip.is_some_and(|s| s.distance == best.distance);
        let hits: Vec<usize> = slips
            .iter()
            .enumerate()
            .filter(|(_, slip)| is_best(slip))
            .map(|(n, _)| n)
            .collect();
        match self.rival(given, answers, best.distance) {
            None => self.accept(&hits, Tier::Typo, Some(best)),
            Some(rival) => TextMatch::Confusable {
                answer: hits
                    .first()
                    .map(|&n| answers[n].raw.to_owned())
                    .unwrap_or_default(),
                rival: rival.to_owned(),
            },
        }
    }

    /// Another term that is at least as near as the right answer.
    fn rival(&self, given: &Forms<'_>, answers: &[Forms<'_>], distance: usize) -> Option<&str> {
        let rivals = self.wrong.iter().chain(self.terms);
        rivals.copied().find(|rival| {
            let rival = Forms::of(rival);
            let lengths = (rival.bare.squeezed().len(), given.bare.squeezed().len());
            // Marks are gone and what is left is mostly one byte a letter: a cheap no for terms of another length.
            lengths.0.abs_diff(lengths.1) <= distance * 4
                && answers.iter().all(|answer| answer.tier(&rival).is_none())
                && typo::distance(&given.bare, &rival.bare) <= distance
        })
    }
}

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
            key("statement of accplicability"),
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
