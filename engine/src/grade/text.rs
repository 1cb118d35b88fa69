//! How a typed answer is read, in named tiers.

use super::fold;
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
struct Forms {
    words: String,
    plain: String,
}

impl Forms {
    fn of(text: &str) -> Self {
        let words = fold::words(text);
        let plain = fold::without_accents(&words);
        Self { words, plain }
    }

    fn bare(&self) -> &str {
        fold::without_articles(&self.plain)
    }

    /// The strictest tier between the letter and slips in which both are the same.
    fn tier(&self, other: &Self) -> Option<Tier> {
        if fold::same(&self.words, &other.words) {
            Some(Tier::Form)
        } else if fold::same(&self.plain, &other.plain) {
            Some(Tier::Accents)
        } else if fold::same(self.bare(), other.bare()) {
            Some(Tier::Article)
        } else {
            None
        }
    }
}

impl TextKey<'_> {
    /// Reads a typed answer. A listed wrong answer beats a right one that needs as much to be overlooked, or more.
    pub fn read(&self, given: &str) -> TextMatch {
        if let Some(wrong) = self.wrong.iter().position(|wrong| *wrong == given) {
            return TextMatch::KnownWrong(wrong);
        }
        let exact = |n: usize| self.answers[n].1 == given;
        if (0..self.answers.len()).any(exact) {
            return self.accept(Tier::Exact, None, &exact);
        }
        let given = Forms::of(given);
        if given.words.is_empty() {
            return TextMatch::Unknown;
        }
        let answers: Vec<Forms> = self.answers.iter().map(|(_, a)| Forms::of(a)).collect();
        let tiers: Vec<Option<Tier>> = answers.iter().map(|a| given.tier(a)).collect();
        let right = tiers.iter().flatten().min().copied();
        let wrong = self.known_wrong(&given);
        match (right, wrong) {
            (Some(right), Some((wrong, index))) if wrong <= right => TextMatch::KnownWrong(index),
            (Some(right), _) => self.accept(right, None, &|n| tiers[n] == Some(right)),
            (None, Some((_, index))) => TextMatch::KnownWrong(index),
            (None, None) => self.slipped(&given, &answers),
        }
    }

    fn known_wrong(&self, given: &Forms) -> Option<(Tier, usize)> {
        let tiers = self.wrong.iter().enumerate();
        tiers
            .filter_map(|(n, wrong)| Some((given.tier(&Forms::of(wrong))?, n)))
            .min()
    }

    /// The first answer that is a hit, with the languages of all that are; none as soon as one of them belongs to no
    /// language.
    fn accept(&self, tier: Tier, slip: Option<Slip>, is_hit: &dyn Fn(usize) -> bool) -> TextMatch {
        let mut answer = None;
        let mut langs: Vec<Lang> = Vec::new();
        let mut any = false;
        for (n, (lang, text)) in self.answers.iter().enumerate() {
            if !is_hit(n) {
                continue;
            }
            answer = answer.or(Some(*text));
            match lang {
                Some(lang) if !langs.contains(lang) => langs.push((*lang).clone()),
                Some(_) => {}
                None => any = true,
            }
        }
        if any {
            langs.clear();
        }
        TextMatch::Accepted(Accepted {
            answer: answer.unwrap_or_default().to_owned(),
            tier,
            slip,
            langs,
        })
    }

    fn slipped(&self, given: &Forms, answers: &[Forms]) -> TextMatch {
        let mut slips: Vec<Option<Slip>> = Vec::with_capacity(answers.len());
        let mut best: Option<(Slip, &str)> = None;
        for (answer, (_, text)) in answers.iter().zip(self.answers) {
            let slip = typo::slip(given.bare(), answer.bare());
            if let Some(slip) = slip
                && best.is_none_or(|(best, _)| slip.distance < best.distance)
            {
                best = Some((slip, text));
            }
            slips.push(slip);
        }
        let Some((best, answer)) = best else {
            return TextMatch::Unknown;
        };
        match self.rival(given, answers, best.distance) {
            None => self.accept(Tier::Typo, Some(best), &|n| {
                slips[n].is_some_and(|slip| slip.distance == best.distance)
            }),
            Some(rival) => TextMatch::Confusable {
                answer: answer.to_owned(),
                rival: rival.to_owned(),
            },
        }
    }

    /// Another term that is at least as near as the right answer.
    fn rival(&self, given: &Forms, answers: &[Forms], distance: usize) -> Option<&str> {
        let given = fold::squeezed(given.bare());
        for rival in self.wrong.iter().chain(self.terms) {
            // No form has more letters than the text has bytes.
            if rival.len() + distance < given.chars().count() {
                continue;
            }
            let forms = Forms::of(rival);
            if !typo::too_far(&given, forms.bare(), distance)
                && typo::distance(&given, &fold::squeezed(forms.bare())) <= distance
                && answers.iter().all(|answer| answer.tier(&forms).is_none())
            {
                return Some(rival);
            }
        }
        None
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
