//! An answer as the words that carry its meaning: numbers in figures, without articles inside, plural or singular, in
//! an order or in none, with one name for what has several.

use super::counting::{One, figures};
use super::text::{Endings, Order};
use super::{fold, typo};
use crate::language::Rules;

/// The words that carry the meaning of a text, without accents, one space apart.
pub(super) type Phrase = String;

/// The phrase of a text in normal form, accents included: they tell "audité" from a feminine.
pub(super) fn phrase(words: &str, endings: Endings, order: Order, rules: Rules) -> Phrase {
    let read = figures(fold::without_articles(words, rules), One::IsArticle, rules);
    let mut phrase = String::with_capacity(read.len());
    let mut rest = Some(read.as_str());
    while let Some((word, behind)) = rest.map(first_word) {
        rest = behind;
        if rest.is_some_and(|rest| is_small(word, first_word(rest).0, order, rules)) {
            continue;
        }
        let (stem, ending) = match endings {
            Endings::Free if word.starts_with(fold::is_letter) => rules.stem(word),
            _ => (word, ""),
        };
        let mut plain = fold::without_accents(stem);
        if endings == Endings::Free {
            rules.spell_plainly(&mut plain);
        }
        push_word(&mut phrase, &plain);
        phrase.push_str(ending);
    }
    phrase
}

/// The first word, and those behind it.
fn first_word(words: &str) -> (&str, Option<&str>) {
    match words.split_once(' ') {
        Some((word, rest)) => (word, Some(rest)),
        None => (words, None),
    }
}

fn push_word(phrase: &mut Phrase, word: &str) {
    if !phrase.is_empty() {
        phrase.push(' ');
    }
    phrase.push_str(word);
}

/// True for a word inside a phrase that a reader doesn't miss. The last one is never taken away.
fn is_small(word: &str, next: &str, order: Order, rules: Rules) -> bool {
    rules.is_filler(word)
        || rules.is_elision(word) && next.len() > 1 && next.starts_with(typo::is_vowel)
        // Where the order is free, so are the words that make one.
        || order == Order::Any && rules.is_joiner(word)
}

/// How many words there are.
pub(super) fn length(phrase: &str) -> usize {
    match phrase {
        "" => 0,
        words => 1 + words.bytes().filter(|byte| *byte == b' ').count(),
    }
}

/// True when two phrases have the same words, in whatever order.
pub(super) fn same_in_any_order(one: &str, other: &str) -> bool {
    let times = |phrase: &str, word: &str| {
        let mut times = 0;
        for own in phrase.split(' ') {
            times += usize::from(own == word);
        }
        times
    };
    // The same words have as many letters, and each is there as often.
    !one.is_empty()
        && one.len() == other.len()
        && one
            .split(' ')
            .all(|word| times(one, word) == times(other, word))
}

/// What stands before and behind a phrase, word by word, inside another one.
fn around<'a>(inside: &'a str, phrase: &str) -> Option<(&'a str, &'a str)> {
    if phrase.is_empty() {
        return None;
    }
    let mut at = 0;
    loop {
        let behind = inside.get(at..)?;
        if let Some(rest) = behind.strip_prefix(phrase)
            && (rest.is_empty() || rest.starts_with(' '))
        {
            return Some((inside.get(..at)?, rest));
        }
        at += behind.bytes().position(|byte| byte == b' ')? + 1;
    }
}

/// True when a phrase stands, word by word, inside another one.
pub(super) fn contains(inside: &str, phrase: &str) -> bool {
    around(inside, phrase).is_some()
}

/// The phrase with one word for each of the things that have several names.
pub(super) fn with_one_name(phrase: &str, groups: &[Vec<Phrase>], rules: Rules) -> Phrase {
    let mut named = phrase.to_owned();
    for (n, group) in groups.iter().enumerate() {
        // No text in normal form has such a word.
        let mut one = String::from("=");
        one.push_str(&(n as u64).to_string());
        for name in group {
            if fold::same(&named, name, rules) {
                return one;
            }
            while let Some((before, behind)) = around(&named, name) {
                named = [before, &one, behind].concat();
            }
        }
    }
    named
}

/// The words of `given` in the order of those of `answer` that they are nearest to.
pub(super) fn in_order_of(given: &str, answer: &str) -> Phrase {
    let mut left: Vec<&str> = given.split(' ').collect();
    let mut ordered = String::with_capacity(given.len());
    for word in answer.split(' ') {
        let (mut nearest, mut least) = (0, usize::MAX);
        for (at, other) in left.iter().enumerate() {
            let distance = typo::distance(other, word);
            if distance < least {
                (nearest, least) = (at, distance);
            }
        }
        if nearest < left.len() {
            push_word(&mut ordered, left.remove(nearest));
        }
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        phrase(
            &fold::words(text),
            Endings::Free,
            Order::AsWritten,
            Rules::of(&["en", "fr"].map(|tag| tag.parse().unwrap())),
        )
    }

    #[test]
    fn plural_and_agreement_are_the_same_word() {
        for (one, other) in [
            ("requirement", "requirements"),
            ("nonconformity", "nonconformities"),
            ("process", "processes"),
            ("analysis", "analyses"),
            ("cause", "causes"),
            ("status", "status"),
            ("accrédité", "accréditées"),
            ("certifié", "certifiés"),
            ("corrective", "correctif"),
            ("niveau", "niveaux"),
            ("national", "nationaux"),
            ("dangereux", "dangereuse"),
            ("directeur", "directrices"),
            ("organisationnel", "organisationnelles"),
            (
                "plan de traitement des risques",
                "plan de traitement du risque",
            ),
        ] {
            assert_eq!(of(one), of(other));
        }
    }

    #[test]
    fn other_words_stay_others() {
        for (one, other) in [
            ("audit", "audité"),
            ("ISMS", "ISM"),
            ("port", "porte"),
            ("annex A", "annex"),
            ("vitamin D deficiency", "vitamin deficiency"),
            ("verre à vin", "verre de vin"),
            ("certificate", "certification"),
        ] {
            assert_ne!(of(one), of(other));
        }
    }
}
