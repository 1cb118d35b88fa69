//! Whether a word can stand before another: an article before a noun, a verb before its complement. Only what can be told without a
//! dictionary is judged.

use super::Tongue;

/// Whether `before`, in lower case, can stand before a word as it is written; `None` where it can't be told.
pub(crate) fn fits(before: &str, written: &str, tongue: Tongue) -> Option<bool> {
    let capitals = written.chars().filter(|c| c.is_uppercase()).count();
    let is_word = written
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
    // Numbers and acronyms: who knows how they are read?
    if capitals > 1 || !is_word {
        return None;
    }
    let word = written.to_lowercase().replace('’', "'");
    match tongue {
        Tongue::English => fits_in_english(before, &word),
        Tongue::French => fits_in_french(before, &word),
    }
}

fn fits_in_english(before: &str, word: &str) -> Option<bool> {
    match before {
        "a" => sounds_like_a_vowel(word).map(|vowel| !vowel),
        "an" => sounds_like_a_vowel(word),
        "are" | "were" if matches!(word, "a" | "an" | "each" | "every") => Some(false),
        "is" | "was" if matches!(word, "several" | "many" | "these" | "those") => Some(false),
        _ => None,
    }
}

/// Whether an English word begins with the sound of a vowel.
fn sounds_like_a_vowel(word: &str) -> Option<bool> {
    let consonants = [
        "uni", "use", "usu", "util", "eu", "one", "once", "ubi", "ura", "ute", "ufo",
    ];
    // A negated word keeps its "un": unintended, unimportant.
    let negated = ["unin", "unim", "unid"];
    let silent = ["hour", "honest", "honour", "honor", "heir"];
    let begins = |with: &[&str]| with.iter().any(|start| word.starts_with(start));
    let first = word.chars().next()?;
    // The name of a letter.
    if word.chars().count() < 2 {
        return None;
    }
    match first {
        _ if begins(&silent) || begins(&negated) => Some(true),
        _ if begins(&consonants) => Some(false),
        'a' | 'e' | 'i' | 'o' | 'u' => Some(true),
        c if c.is_ascii_alphabetic() => Some(false),
        _ => None,
    }
}

fn fits_in_french(before: &str, word: &str) -> Option<bool> {
    let first = word.chars().next()?;
    let is_vowel = "aeiouâàéèêëîïôöûùüœæ".contains(first);
    // Of "h" and "y", nobody can tell by the letter.
    let is_clear = !matches!(first, 'h' | 'y') && word != "onze" && word.chars().count() > 1;
    let is_plural = word.ends_with(['s', 'x', 'z']);
    match before {
        "l'" | "d'" | "qu'" | "cet" => is_clear
            .then_some(is_vowel)
            .and_then(|fits| agrees(before, word, fits)),
        "le" | "la" | "du" | "au" | "ce" => is_clear
            .then_some(!is_vowel)
            .and_then(|fits| agrees(before, word, fits)),
        "un" | "une" | "cette" => agrees(before, word, true),
        "les" | "aux" | "ces" | "plusieurs" if is_clear => Some(is_plural),
        "sont" if matches!(word, "un" | "une" | "le" | "la" | "l'") => Some(false),
        "est" if matches!(word, "des" | "les" | "plusieurs" | "deux" | "trois") => Some(false),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Gender {
    Masculine,
    Feminine,
}

/// Whether the gender agrees too, where it can be told from the ending; `fits` says what else was found.
fn agrees(before: &str, word: &str, fits: bool) -> Option<bool> {
    let asked = match before {
        "le" | "un" | "du" | "au" | "ce" | "cet" => Some(Gender::Masculine),
        "la" | "une" | "cette" => Some(Gender::Feminine),
        _ => None,
    };
    match (asked, gender(word)) {
        (Some(asked), Some(found)) if asked != found => Some(false),
        (Some(_), None) if matches!(before, "un" | "une" | "cette") => None,
        _ => Some(fits),
    }
}

/// The gender of a French noun, from endings that hardly have exceptions.
fn gender(word: &str) -> Option<Gender> {
    const FEMININE: &[&str] = &[
        "tion", "sion", "xion", "ence", "ance", "ité", "eté", "ette", "trice", "euse",
    ];
    const MASCULINE: &[&str] = &["ment", "isme", "teur", "eau", "ège", "oir"];
    const EXCEPT: &[&str] = &[
        "silence", "bastion", "jument", "eau", "peau", "comité", "été", "traité", "côté", "audité",
    ];
    let ends = |with: &[&str]| with.iter().any(|ending| word.ends_with(ending));
    if word.chars().count() < 5 || EXCEPT.contains(&word) {
        return None;
    }
    if ends(FEMININE) {
        Some(Gender::Feminine)
    } else if ends(MASCULINE) {
        Some(Gender::Masculine)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(
                fits(before, word, Tongue::English),
                expected,
                "{before} {word}"
            );
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
            assert_eq!(
                fits(before, word, Tongue::French),
                expected,
                "{before} {word}"
            );
        }
    }
}
