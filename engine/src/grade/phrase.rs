//! An answer as the words that carry its meaning: numbers in figures, without articles inside, plural or singular, in
//! an order or in none, with one name for what has several.

use super::counting::{One, figures};
use super::text::{Endings, Order};
use super::{fold, typo};

/// The words that carry the meaning of a text, without accents.
pub(super) type Phrase = Vec<String>;

/// The phrase of a text in normal form, accents included: they tell "audité" from a feminine.
pub(super) fn phrase(words: &str, endings: Endings, order: Order) -> Phrase {
    let read = figures(fold::without_articles(words), One::IsArticle);
    let mut phrase = Vec::new();
    let mut rest = read.split(' ').peekable();
    while let Some(word) = rest.next() {
        if rest.peek().is_some_and(|next| is_small(word, next, order)) {
            continue;
        }
        let stem = match endings {
            Endings::Free => stem(word),
            Endings::Exact => word.to_owned(),
        };
        phrase.push(fold::without_accents(&stem));
    }
    phrase
}

/// True for a word inside a phrase that a reader doesn't miss. The last one is never taken away.
fn is_small(word: &str, next: &str, order: Order) -> bool {
    match word {
        "the" | "an" | "le" | "la" | "les" | "un" | "une" | "des" | "du" | "de" => true,
        "d" | "l" => next.len() > 1 && next.starts_with(typo::is_vowel),
        // Where the order is free, so are the words that make one.
        "of" | "and" | "et" | "s" => order == Order::Any,
        _ => false,
    }
}

/// The fewest letters that are a word without its ending: an acronym such as ISMS keeps its last letter.
const SHORTEST: usize = 4;

/// A word without the ending that makes it plural or, in French, agree. One rule serves both languages: it is held against
/// words that went the same way.
fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    let cut = |stem: &mut String, ending: &str, instead: &str| {
        let left = stem.strip_suffix(ending).map(str::len);
        match left {
            Some(left) if left + instead.len() >= SHORTEST => {
                stem.truncate(left);
                stem.push_str(instead);
                true
            }
            _ => false,
        }
    };
    let is_plain = word.len() <= SHORTEST || !word.starts_with(fold::is_letter);
    if is_plain || word.ends_with("ss") || word.ends_with("us") {
        return stem;
    }
    // Analysis, analyses.
    if cut(&mut stem, "sis", "s") {
        return stem;
    }
    if cut(&mut stem, "eaux", "eau") || cut(&mut stem, "aux", "al") {
        return stem;
    }
    cut(&mut stem, "s", "");
    for (ending, instead) in [
        ("ie", "y"),
        ("ive", "if"),
        ("euse", "eu"),
        ("eux", "eu"),
        ("trice", "teur"),
        ("elle", "el"),
        ("enne", "en"),
        ("onne", "on"),
    ] {
        if cut(&mut stem, ending, instead) {
            return stem;
        }
    }
    if stem.len() > SHORTEST + 1 {
        cut(&mut stem, "e", "");
    }
    stem
}

/// True when two phrases are the same but for their spaces.
pub(super) fn same(one: &[String], other: &[String]) -> bool {
    fold::same(&one.join(" "), &other.join(" "))
}

/// True when two phrases have the same words, in whatever order.
pub(super) fn same_in_any_order(one: &[String], other: &[String]) -> bool {
    if one.len() != other.len() || one.is_empty() {
        return false;
    }
    let mut left: Vec<&String> = other.iter().collect();
    one.iter().all(|word| {
        let at = left.iter().position(|other| *other == word);
        at.map(|at| left.swap_remove(at)).is_some()
    })
}

/// Where a phrase begins inside another one.
pub(super) fn find(inside: &[String], phrase: &[String]) -> Option<usize> {
    if phrase.is_empty() {
        return None;
    }
    inside
        .windows(phrase.len())
        .position(|window| window == phrase)
}

/// The phrase with one word for each of the things that have several names.
pub(super) fn with_one_name(phrase: &[String], groups: &[Vec<Phrase>]) -> Phrase {
    let mut named = phrase.to_vec();
    for (n, group) in groups.iter().enumerate() {
        // No text in normal form has such a word.
        let mut one = String::from("=");
        one.push_str(&n.to_string());
        for name in group {
            if same(&named, name) {
                return vec![one];
            }
            while let Some(at) = find(&named, name) {
                named.splice(at..at + name.len(), [one.clone()]);
            }
        }
    }
    named
}

/// The words of `given` in the order of those of `answer` that they are nearest to.
pub(super) fn in_order_of(given: &[String], answer: &[String]) -> Phrase {
    let mut left: Vec<&String> = given.iter().collect();
    let mut ordered = Vec::with_capacity(given.len());
    for word in answer {
        let nearest = left
            .iter()
            .enumerate()
            .min_by_key(|(_, other)| typo::distance(other, word));
        let Some((at, _)) = nearest else { break };
        ordered.push(left.remove(at).clone());
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        phrase(&fold::words(text), Endings::Free, Order::AsWritten).join(" ")
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
