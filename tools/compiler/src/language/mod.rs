//! What advice and typography know of each language: one file per language, each a value of one type.
//!
//! What grading knows is in the engine (`engine/src/language`), in files of the same names. The two are apart since the engine is
//! downloaded by learners, and what is here never is: some of it is ten times as long.
//!
//! To add a language, write its file and name it in [`LANGUAGES`].

mod de;
mod en;
mod fr;
mod sentence;

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use jalon_engine::lang::Lang;
use jalon_engine::language::Rules;

pub(crate) use sentence::Sentence;
#[cfg(test)]
pub(crate) use {de::GERMAN, en::ENGLISH, fr::FRENCH};

/// The languages with a file of their own.
static LANGUAGES: [&Language; 3] = [&en::ENGLISH, &fr::FRENCH, &de::GERMAN];

/// The file of a language, whatever its region. Advice that needs words is silent in a language that has none.
pub(crate) fn of(lang: &Lang) -> Option<&'static Language> {
    let mut languages = LANGUAGES.iter().copied();
    languages.find(|language| language.tag == lang.primary())
}

/// The words of a list.
type Words = LazyLock<HashSet<&'static str>>;

/// What is known of one language: data, and functions for the rules that need code. Words are in lower case; lists are words one space
/// apart, and one that ends in a hyphen stands for all that begin so.
pub(crate) struct Language {
    /// The tag of the language, without a region.
    pub(crate) tag: &'static str,
    /// Words that hold sentences together in this language and are no words in the others.
    pub(crate) holds: Words,
    /// Words that join others and say little by themselves.
    pub(crate) small: Words,
    /// Articles.
    pub(crate) articles: &'static str,
    /// What an apostrophe cuts off as a word of its own, without the apostrophe: "l'audit" is two words, "isn't" is one.
    pub(crate) elisions: &'static str,
    /// True where two plain words are more than a name that other languages share, if one of them holds a sentence together.
    pub(crate) says_much_in_two_words: bool,
    /// Words that turn a text into its opposite.
    denials: &'static str,
    /// Words that can do the work of a negation: "optional" says "not required".
    near_denials: &'static str,
    /// The beginnings of words that look like one of those, and are none.
    no_denials: &'static str,
    /// Phrases by which a choice stands for all the others. See `lint/phrases.rs`.
    pub(crate) all_of_the_above: &'static [&'static str],
    /// Phrases by which a choice refuses all the others.
    pub(crate) none_of_the_above: &'static [&'static str],
    /// What stands between the names of other choices: words that join them, words that call them choices, and what else there may be.
    pub(crate) combining: [&'static str; 3],
    /// Words that join two clauses.
    pub(crate) clause_joiners: &'static str,
    /// Words that join two things.
    pub(crate) list_joiners: &'static str,
    /// How ranges of numbers are said.
    pub(crate) ranges: Phrases,
    /// What stands between thousands.
    pub(crate) group_marks: &'static [char],
    /// What stands before decimals.
    pub(crate) decimal_marks: &'static [char],
    /// Numbers in one word, each behind its value in figures, from 3 on. Behind 1 is what only makes part of numbers.
    number_words: &'static str,
    /// Words for large or round numbers.
    pub(crate) round_numbers: &'static str,
    /// Words beside which a number is an hour.
    pub(crate) clock_words: &'static str,
    /// Words, and the numbers that each of them can stand for.
    ordinals: &'static [(&'static str, &'static [u32])],
    /// The quotation marks that stand for straight ones.
    pub(crate) quotes: [char; 2],
    /// Whether there is a space before two-part marks and inside guillemets.
    pub(crate) spaces_marks: bool,
    /// A word without its plural; `None` where it has none.
    pub(crate) singular: for<'a> fn(&Cow<'a, str>) -> Option<Cow<'a, str>>,
    /// True where a word that denies, between its neighbours, takes nothing away: "not only", "pas à pas".
    pub(crate) is_idle: fn(before: &str, own: &str, after: &str) -> bool,
    /// True for a word that turns its sentence round: not, except, least; ne … pas, sauf.
    pub(crate) turns: fn(Sentence<'_>, at: usize) -> bool,
    /// True where such a word is part of what is asked, clauses aside: it isn't in "for not stopping".
    pub(crate) asks: fn(Sentence<'_>, at: usize) -> bool,
    /// The clause that a word of a sentence opens, if it opens one.
    pub(crate) opens: fn(Sentence<'_>, at: usize) -> Option<Clause>,
    /// How far a word between its neighbours allows no exception.
    pub(crate) absolute: fn([&str; 3]) -> Option<Absolute>,
    /// Whether a word can stand behind another one, where that can be told without a dictionary.
    pub(crate) fits: fn(before: &str, word: &str) -> Option<bool>,
    /// How many syllables a word has, near enough for a reading ease; 0 for a word without vowels.
    pub(crate) syllables: fn(&str) -> usize,
    /// How easy a text is to read, from words per sentence and syllables per word: 100 is very easy, 0 very difficult.
    pub(crate) ease: fn(per_sentence: f64, per_word: f64) -> f64,
}

impl Language {
    /// How typed answers in this language are read.
    pub(crate) fn rules(&self) -> Rules {
        let lang: Option<Lang> = self.tag.parse().ok();
        lang.map_or(Rules::NONE, |lang| Rules::of([&lang]))
    }

    /// True for a word that turns a text into its opposite.
    pub(crate) fn denies(&self, word: &str) -> bool {
        has(self.denials, word)
    }

    /// True for a word that can do the work of a negation, beside those that are one.
    pub(crate) fn nearly_denies(&self, word: &str) -> bool {
        let mut whole = self.no_denials.split_whitespace();
        if whole.any(|start| word.starts_with(start)) {
            return false;
        }
        self.denies(word) || has(self.near_denials, word)
    }

    /// The numbers that a word can stand for.
    pub(crate) fn ordinals(&self, word: &str) -> &'static [u32] {
        let own = self.ordinals.iter().find(|(words, _)| has(words, word));
        own.map_or(&[], |(_, numbers)| numbers)
    }

    /// The number that a word is, and nothing for one that only makes part of numbers.
    pub(crate) fn number_word(&self, word: &str) -> Option<&'static str> {
        let mut value = "";
        for own in self.number_words.split_whitespace() {
            if own.starts_with(|c: char| c.is_ascii_digit()) {
                value = own;
            } else if own == word {
                return Some(value);
            }
        }
        None
    }
}

fn words(list: &'static str) -> HashSet<&'static str> {
    list.split_whitespace().collect()
}

/// True when a word is in a list.
pub(crate) fn has(list: &str, word: &str) -> bool {
    list.split_whitespace()
        .any(|own| match own.strip_suffix('-') {
            Some(stem) => word.starts_with(stem),
            None => word == own,
        })
}

/// How far a word allows no exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Absolute {
    /// Always, never, only; toujours, jamais, uniquement.
    Strong,
    /// All, every, nothing; tout, seul. These are in many plain sentences too.
    Weak,
}

/// What a word opens that a negative can stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Clause {
    /// "Why is it not so?": everything behind it is about a reason.
    Reason,
    /// Any other.
    Other,
}

/// The side of a range that a number closes, and whether the number is in it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Side {
    /// From the number on.
    Up { inside: bool },
    /// Up to the number.
    Down { inside: bool },
}

pub(crate) const FROM: Side = Side::Up { inside: true };
pub(crate) const BEYOND: Side = Side::Up { inside: false };
pub(crate) const TO: Side = Side::Down { inside: true };
pub(crate) const BELOW: Side = Side::Down { inside: false };

/// What makes a range of numbers.
#[derive(Debug)]
pub(crate) struct Phrases {
    /// What stands before two numbers, and what between them.
    pub(crate) between: &'static [(&'static str, &'static [&'static str])],
    /// What stands before one.
    pub(crate) before: &'static [(&'static str, Side)],
    /// What stands behind one.
    pub(crate) behind: &'static [(&'static str, Side)],
}

/// A word with its ending replaced.
fn swapped<'a>(word: &Cow<'a, str>, ending: &str, instead: &str) -> Option<Cow<'a, str>> {
    word.strip_suffix(ending)
        .map(|root| Cow::Owned(root.to_owned() + instead))
}

/// Groups of neighbouring vowels, and whether one of them has more than one.
fn groups(word: &str, is_vowel: fn(char) -> bool) -> (usize, bool) {
    let mut before = false;
    let mut count = 0;
    let mut has_neighbours = false;
    for c in word.chars() {
        let vowel = is_vowel(c);
        count += usize::from(vowel && !before);
        has_neighbours |= vowel && before;
        before = vowel;
    }
    (count, has_neighbours)
}

/// How often a part is in a word, without overlap. A word is too short to prepare a search for each part.
fn times(word: &str, part: &str) -> usize {
    let (mut rest, part) = (word.as_bytes(), part.as_bytes());
    let mut count = 0;
    while let [first, behind @ ..] = rest {
        // Hardly ever is the first letter the same.
        let is_here = part.first() == Some(first) && rest.starts_with(part);
        count += usize::from(is_here);
        rest = match rest.get(part.len()..) {
            Some(behind) if is_here => behind,
            _ => behind,
        };
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_the_interface_has_a_file_here_and_in_the_engine() {
        assert_eq!(LANGUAGES.map(|language| language.tag), jalon_i18n::TAGS);
        for language in LANGUAGES {
            assert_ne!(language.rules(), Rules::NONE, "{}", language.tag);
        }
    }

    #[test]
    fn no_word_holds_sentences_together_in_two_languages() {
        for word in [
            "the", "of", "le", "de", "on", "a", "or", "in", "est", "as", "die", "der", "des", "es",
            "war", "den", "hat", "an", "nicht", "und", "sind",
        ] {
            let holding = LANGUAGES
                .iter()
                .filter(|language| language.holds.contains(word));
            assert!(holding.count() <= 1, "{word}");
        }
    }

    #[test]
    fn what_is_nearly_a_negation_is_no_word_that_looks_like_one() {
        let (en, fr, de) = (&ENGLISH, &FRENCH, &GERMAN);
        for (language, word, expected) in [
            (en, "unable", true),
            (en, "information", false),
            (en, "unauthorised", true),
            (en, "understood", false),
            (en, "exception", true),
            (fr, "exception", true),
            (fr, "échoue", true),
            (fr, "intrus", true),
            (en, "optional", true),
            (fr, "facultatif", true),
            (fr, "n", true),
            (fr, "norme", false),
            (fr, "inutile", true),
            (de, "unabhängig", true),
            (de, "unternehmen", false),
            (de, "und", false),
            (de, "keiner", true),
            (de, "freiwillig", true),
            (de, "norm", false),
        ] {
            assert_eq!(language.nearly_denies(word), expected, "{word}");
        }
    }
}
