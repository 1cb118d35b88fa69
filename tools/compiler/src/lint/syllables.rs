//! How many syllables a word has, near enough for a reading ease: groups of vowels, less those that nobody says.

use std::borrow::Cow;

use crate::language::Language;

/// The syllables of a word, at least one.
pub(crate) fn syllables(word: &str, language: &Language) -> usize {
    let lower = match word.chars().any(char::is_uppercase) {
        true => Cow::Owned(word.to_lowercase()),
        false => Cow::Borrowed(word),
    };
    (language.syllables)(&lower).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ENGLISH, FRENCH, GERMAN};

    #[test]
    fn english_words() {
        for (word, expected) in [
            ("the", 1),
            ("a", 1),
            ("table", 2),
            ("made", 1),
            ("people", 2),
            ("standard", 2),
            ("standards", 2),
            ("security", 4),
            ("information", 4),
            ("certification", 5),
            ("organisation", 5),
            ("required", 2),
            ("requires", 2),
            ("needed", 2),
            ("walked", 1),
            ("decided", 3),
            ("serious", 3),
            ("creating", 3),
            ("audit", 2),
            ("auditor", 3),
            ("guide", 1),
            ("guidance", 2),
            ("processes", 3),
            ("changes", 2),
            ("clause", 1),
            ("clauses", 2),
            ("management", 3),
            ("idea", 3),
            ("special", 2),
            ("question", 2),
            ("I", 1),
            ("my", 1),
            ("yes", 1),
            ("use", 1),
            ("used", 1),
            ("rhythm", 1),
            ("science", 2),
            ("patience", 2),
            ("audience", 3),
            ("client", 2),
            ("experience", 4),
            ("reliable", 4),
            ("area", 3),
            ("evaluation", 5),
            ("equal", 2),
            ("sequence", 2),
            ("language", 2),
            ("controls", 2),
            ("useful", 2),
            ("element", 3),
            ("requirements", 3),
            ("completely", 3),
            ("annual", 3),
            ("reading", 2),
            ("quiet", 2),
            ("theory", 3),
        ] {
            assert_eq!(syllables(word, &ENGLISH), expected, "{word}");
        }
    }

    #[test]
    fn french_words() {
        for (word, expected) in [
            ("le", 1),
            ("la", 1),
            ("mesure", 2),
            ("mesures", 2),
            ("norme", 1),
            ("sécurité", 4),
            ("information", 4),
            ("certification", 5),
            ("organisme", 3),
            ("organisent", 3),
            ("exigence", 3),
            ("recommandation", 5),
            ("audit", 2),
            ("idée", 2),
            ("théorie", 3),
            ("client", 2),
            ("document", 3),
            ("peuvent", 1),
            ("doivent", 1),
            ("œuvre", 1),
            ("question", 2),
            ("y", 1),
            ("déclaration", 4),
            ("applicabilité", 6),
            ("que", 1),
            ("quelle", 1),
            ("deux", 1),
            ("risques", 1),
            ("technique", 2),
            ("association", 4),
            ("évaluation", 4),
            ("oublier", 3),
            ("réel", 2),
            ("propriétaire", 4),
            ("confidentialité", 6),
            ("expérience", 3),
            ("entreprise", 3),
            ("bien", 1),
            ("pied", 1),
            ("actuel", 3),
            ("quel", 1),
            ("industrie", 3),
            ("journaux", 2),
            ("prévue", 2),
            ("suite", 1),
        ] {
            assert_eq!(syllables(word, &FRENCH), expected, "{word}");
        }
    }

    #[test]
    fn german_words() {
        for (word, expected) in [
            ("der", 1),
            ("Norm", 1),
            ("Maßnahme", 3),
            ("Prüfung", 2),
            ("Information", 5),
            ("Zertifizierung", 5),
            ("Anforderung", 4),
            ("Steuer", 2),
            ("Mauer", 2),
            ("Feier", 2),
            ("Quelle", 2),
            ("Vertraulichkeit", 4),
            ("Verfügbarkeit", 4),
            ("Integrität", 4),
            ("aktuell", 3),
            ("zwei", 1),
            ("Bäume", 2),
            ("Idee", 2),
        ] {
            assert_eq!(syllables(word, &GERMAN), expected, "{word}");
        }
    }
}
