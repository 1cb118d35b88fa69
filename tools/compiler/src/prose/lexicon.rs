//! What words do in each language: which only join others, which turn a sentence round, which allow no exception.

use std::borrow::Cow;

use super::Word;
use crate::language::{Absolute, Language, Sentence};

/// True for a word that carries meaning: no number, at least four letters, and not one of those that only join others.
pub(crate) fn is_content(word: &Word<'_>, language: &Language) -> bool {
    !word.is_number()
        && word.text.chars().count() >= 4
        && !language.small.contains(word.text.as_ref())
}

/// A word without its plural.
pub(crate) fn singular<'a>(word: Cow<'a, str>, language: &Language) -> Cow<'a, str> {
    if word.len() <= 3 {
        return word;
    }
    (language.singular)(&word).unwrap_or(word)
}

/// The places, among the words of a sentence, of those that turn it round: not, except, least; ne … pas, sauf.
pub(crate) fn negations(words: &[Word<'_>], language: &Language) -> Vec<usize> {
    let turns = |at: &usize| (language.turns)(Sentence(words), *at);
    (0..words.len()).filter(turns).collect()
}

/// The words that allow no exception, by their places among the others.
pub(crate) fn absolutes(words: &[Word<'_>], language: &Language) -> Vec<(usize, Absolute)> {
    let absolute = |at: usize| Some((at, (language.absolute)(Sentence(words).around(at))?));
    (0..words.len()).filter_map(absolute).collect()
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;
    use crate::language::{ENGLISH, FRENCH};

    fn found(
        text: &str,
        language: &Language,
        f: impl Fn(&[Word<'_>], &Language) -> Vec<usize>,
    ) -> Vec<String> {
        let words = words(text, Some(language));
        let places = f(&words, language);
        places
            .into_iter()
            .map(|at| words[at].text.to_string())
            .collect()
    }

    #[test]
    fn what_turns_a_sentence_round_is_found_and_look_alikes_are_not() {
        for (text, expected) in [
            ("Which is not a clause?", vec!["not"]),
            ("All of these except one", vec!["except"]),
            ("the least likely", vec!["least"]),
            ("at least two", vec![]),
            ("at the least", vec![]),
            ("Which doesn't apply?", vec!["doesn't"]),
            ("not only this", vec![]),
            ("nothing to note", vec![]),
        ] {
            assert_eq!(found(text, &ENGLISH, negations), expected, "{text}");
        }
        for (text, expected) in [
            ("Laquelle n'est pas une clause ?", vec!["pas"]),
            ("Toutes, sauf une", vec!["sauf"]),
            ("le moins probable", vec!["moins"]),
            ("au moins deux", vec![]),
            ("un premier pas", vec![]),
            ("ne pas seulement lire", vec![]),
        ] {
            assert_eq!(found(text, &FRENCH, negations), expected, "{text}");
        }
    }

    #[test]
    fn words_that_allow_no_exception_are_found() {
        let places = |words: &[Word<'_>], language: &Language| {
            absolutes(words, language)
                .into_iter()
                .map(|(at, _)| at)
                .collect()
        };
        let (en, fr) = (&ENGLISH, &FRENCH);
        for (text, language, expected) in [
            ("It is always and only so", en, vec!["always", "only"]),
            ("after all, not only at all", en, vec![]),
            ("Tous les audits, toujours", fr, vec!["tous", "toujours"]),
            ("tout d'abord, pas du tout", fr, vec![]),
        ] {
            assert_eq!(found(text, language, places), expected, "{text}");
        }
    }

    #[test]
    fn plural_and_singular_are_one_word() {
        let (en, fr) = (&ENGLISH, &FRENCH);
        for (word, expected, language) in [
            ("policies", "policy", en),
            ("controls", "control", en),
            ("process", "process", en),
            ("processes", "process", en),
            ("status", "status", en),
            ("organisation's", "organisation", en),
            ("mesures", "mesure", fr),
            ("niveaux", "niveau", fr),
            ("normaux", "normal", fr),
        ] {
            assert_eq!(singular(word.into(), language), expected);
        }
    }

    #[test]
    fn small_words_are_small() {
        assert!(ENGLISH.small.contains("which") && FRENCH.small.contains("lesquels"));
        assert!(!ENGLISH.small.contains("risk") && !FRENCH.small.contains("risque"));
    }
}
