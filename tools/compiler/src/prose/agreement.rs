//! Whether a word can stand before another: an article before a noun, a verb before its complement. Only what can be told without a
//! dictionary is judged.

use crate::language::Language;

/// Whether `before`, in lower case, can stand before a word as it is written; `None` where it can't be told.
pub(crate) fn fits(before: &str, written: &str, language: &Language) -> Option<bool> {
    let capitals = written.chars().filter(|c| c.is_uppercase()).count();
    let is_word = written
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
    // Numbers and acronyms: who knows how they are read?
    if capitals > 1 || !is_word {
        return None;
    }
    let word = written.to_lowercase().replace('’', "'");
    (language.fits)(before, &word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ENGLISH, FRENCH};

    #[test]
    fn an_article_tells_what_can_follow_it() {
        for (before, word, expected) in [
            ("an", "audit", Some(true)),
            ("an", "policy", Some(false)),
            ("a", "policy", Some(true)),
            ("a", "audit", Some(false)),
            ("a", "university", Some(true)),
            ("an", "hour", Some(true)),
            ("an", "unintended", Some(true)),
            ("an", "law", Some(false)),
            ("an", "ISMS", None),
            ("a", "SME", None),
            ("a", "8", None),
            ("an", "m", None),
            ("are", "a", Some(false)),
            ("is", "several", Some(false)),
            ("the", "policy", None),
        ] {
            assert_eq!(fits(before, word, &ENGLISH), expected, "{before} {word}");
        }
        for (before, word, expected) in [
            ("l'", "audit", Some(true)),
            ("l'", "mesure", Some(false)),
            ("le", "audit", Some(false)),
            ("le", "contrôle", Some(true)),
            ("la", "certification", Some(true)),
            ("la", "règlement", Some(false)),
            ("un", "exigence", Some(false)),
            ("une", "document", Some(false)),
            ("une", "exigence", Some(true)),
            ("une", "guide", None),
            ("les", "mesures", Some(true)),
            ("les", "mesure", Some(false)),
            ("le", "hasard", None),
            ("sont", "une", Some(false)),
        ] {
            assert_eq!(fits(before, word, &FRENCH), expected, "{before} {word}");
        }
    }
}
