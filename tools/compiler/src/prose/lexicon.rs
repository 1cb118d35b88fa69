//! What words do in each language: which only join others, which turn a sentence round, which allow no exception.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::{Tongue, Word};

/// Words that join others and say little by themselves, English.
const SMALL_ENGLISH: &str = "\
    a about above after again against all also although am among an and another any apply are as ask asks at be because \
    been before being below best between both but by can cannot choose come comes could did do does doing done down during \
    each either every false find first following for from get gets give gives go goes had has have having he her here hers \
    him his how i if in into is it its just kind know knows last least less let like made make makes many may me means \
    might more most much must my need needs neither never new next no none nor not now of off on once one ones only or \
    other others our out over own pick put same say says see select shall she should since so some such take takes tell \
    tells than that the their them then there these they thing things this those three through to too true two under until \
    up upon us use used uses very want wants was way we well were what when where whether which while who whom whose why \
    will with within without would yes yet you your";

/// The same, French.
const SMALL_FRENCH: &str = "\
    a afin ai ainsi alors après as au aucun aucune aussi autre autres aux avait avant avec avez avoir bien c' ce cela \
    celle celles celui ces cet cette ceux chaque chez choisissez cochez comme comment contre d' dans de depuis dernier \
    dernière des deux dire dit dites doit doivent donc donne donnez dont du elle elles en encore entre es est et eu eux \
    faire fait faites faut faux font hors ici il ils indiquez j' jamais je jusqu' l' la laquelle le lequel les lesquelles \
    lesquels leur leurs lors lorsqu' lorsque lui m' ma mais me mes mieux moins mon même mêmes n' ne ni non nos notre nous \
    on ont ou où par parce parmi pas pendant peu peut peuvent plus plusieurs plutôt possible possibles pour pourquoi \
    premier première prend près puis puisqu' puisque qu' quand que quel quelle quelles quelque quelques quels qui quoi \
    rien réponse réponses s' sa sans sauf se selon sera ses seul seule seulement si soient soit son sont sous suivant \
    suivante suivantes suivants sur t' tant te tel telle telles tels toujours tous tout toute toutes trois trouve trouver \
    très un une va vers veut voici voir vos votre vous vrai vraie y étaient était été être";

/// True for a word that says little by itself.
pub(crate) fn is_small(word: &str, tongue: Tongue) -> bool {
    static ENGLISH: LazyLock<HashSet<&str>> = LazyLock::new(|| SMALL_ENGLISH.split(' ').collect());
    static FRENCH: LazyLock<HashSet<&str>> = LazyLock::new(|| SMALL_FRENCH.split(' ').collect());
    match tongue {
        Tongue::English => ENGLISH.contains(word),
        Tongue::French => FRENCH.contains(word),
    }
}

/// True for a word that carries meaning: no number, at least four letters, and not one of those that only join others.
pub(crate) fn is_content(word: &Word<'_>, tongue: Tongue) -> bool {
    !word.is_number() && word.text.chars().count() >= 4 && !is_small(&word.text, tongue)
}

/// A word without its plural: the S-stemmer for English (Harman, How effective is suffixing?, 1991), the plural rules of the
/// minimal stemmer for French (Savoy, A stemming procedure and stopword list for general French corpora, 1999).
pub(crate) fn singular(word: Cow<'_, str>, tongue: Tongue) -> Cow<'_, str> {
    // Every ending that is looked for has one of these letters last.
    if word.len() <= 3 || !word.ends_with(['s', 'x']) {
        return word;
    }
    let swap = |ending: &str, instead: &str| {
        word.strip_suffix(ending)
            .map(|root| Cow::Owned(root.to_owned() + instead))
    };
    let swapped = match tongue {
        Tongue::English if word.ends_with("ss") || word.ends_with("us") => None,
        Tongue::English => swap("'s", "")
            .or_else(|| {
                swap("ies", "y").filter(|_| !word.ends_with("eies") && !word.ends_with("aies"))
            })
            .or_else(|| swap("sses", "ss"))
            .or_else(|| swap("s", "")),
        Tongue::French if word.ends_with("ss") => None,
        Tongue::French => swap("eaux", "eau")
            .or_else(|| swap("aux", "al"))
            .or_else(|| swap("s", "")),
    };
    swapped.unwrap_or(word)
}

/// The places, among the words of a sentence, of those that turn it round: not, except, least; ne … pas, sauf.
pub(crate) fn negations(words: &[Word<'_>], tongue: Tongue) -> Vec<usize> {
    let text = |at: Option<usize>| {
        at.and_then(|at| words.get(at))
            .map_or("", |word| word.text.as_ref())
    };
    let turns = |at: usize| {
        let (before, own, after) = (text(at.checked_sub(1)), text(Some(at)), text(Some(at + 1)));
        match tongue {
            Tongue::English => match own {
                // "Not only" takes nothing away.
                "not" => !matches!(after, "only" | "just" | "merely" | "necessarily"),
                // "At least", "at the least".
                "least" => before != "at" && text(at.checked_sub(2)) != "at",
                "never" | "except" | "cannot" => true,
                "exception" => after == "of",
                own => own.ends_with("n't"),
            },
            Tongue::French => match own {
                "sauf" | "excepté" | "exceptée" | "exceptés" | "exceptées" | "hormis"
                | "nullement" | "aucunement" => true,
                "exception" => matches!(after, "de" | "d'" | "du" | "des"),
                // "Un pas" is a step.
                "pas" | "jamais" => {
                    let earlier = words.get(..at).unwrap_or_default();
                    earlier
                        .iter()
                        .any(|word| matches!(word.text.as_ref(), "ne" | "n'"))
                        && !matches!(after, "seulement" | "uniquement")
                }
                "moins" => {
                    matches!(before, "le" | "la" | "les") && text(at.checked_sub(2)) != "tout"
                }
                _ => false,
            },
        }
    };
    (0..words.len()).filter(|at| turns(*at)).collect()
}

/// How far a word allows no exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Absolute {
    /// Always, never, only; toujours, jamais, uniquement.
    Strong,
    /// All, every, nothing; tout, seul. These are in many plain sentences too.
    Weak,
}

/// The words that allow no exception, by their places among the others.
pub(crate) fn absolutes(words: &[Word<'_>], tongue: Tongue) -> Vec<(usize, Absolute)> {
    let text = |at: Option<usize>| {
        at.and_then(|at| words.get(at))
            .map_or("", |word| word.text.as_ref())
    };
    let absolute = |at: usize| {
        let (before, own, after) = (text(at.checked_sub(1)), text(Some(at)), text(Some(at + 1)));
        let found = match tongue {
            Tongue::English => absolute_in_english(before, own, after),
            Tongue::French => absolute_in_french(before, own, after),
        };
        found.map(|found| (at, found))
    };
    (0..words.len()).filter_map(absolute).collect()
}

fn absolute_in_english(before: &str, own: &str, after: &str) -> Option<Absolute> {
    match own {
        "only" if matches!(before, "not" | "if") => None,
        "all" if matches!(before, "at" | "after" | "above" | "in") || after == "but" => None,
        "always" | "never" | "only" | "completely" | "entirely" | "absolutely" | "totally"
        | "exclusively" | "solely" | "invariably" => Some(Absolute::Strong),
        "all" | "every" | "everybody" | "everyone" | "everything" | "nobody" | "nothing" => {
            Some(Absolute::Weak)
        }
        _ => None,
    }
}

fn absolute_in_french(before: &str, own: &str, after: &str) -> Option<Absolute> {
    match own {
        "seulement" if matches!(before, "non" | "pas") => None,
        "tout" | "toute"
            if matches!(before, "du" | "en")
                || matches!(
                    after,
                    "d'" | "de" | "à" | "au" | "en" | "comme" | "cas" | "fait"
                ) =>
        {
            None
        }
        "toujours" | "jamais" | "uniquement" | "seulement" | "exclusivement" | "absolument"
        | "totalement" | "entièrement" | "systématiquement" | "invariablement" => {
            Some(Absolute::Strong)
        }
        "tout" | "toute" | "tous" | "toutes" | "aucun" | "aucune" | "seul" | "seule" | "seuls"
        | "seules" => Some(Absolute::Weak),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    fn found(
        text: &str,
        tongue: Tongue,
        f: impl Fn(&[Word<'_>], Tongue) -> Vec<usize>,
    ) -> Vec<String> {
        let words = words(text);
        let places = f(&words, tongue);
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
            assert_eq!(found(text, Tongue::English, negations), expected, "{text}");
        }
        for (text, expected) in [
            ("Laquelle n'est pas une clause ?", vec!["pas"]),
            ("Toutes, sauf une", vec!["sauf"]),
            ("le moins probable", vec!["moins"]),
            ("au moins deux", vec![]),
            ("un premier pas", vec![]),
            ("ne pas seulement lire", vec![]),
        ] {
            assert_eq!(found(text, Tongue::French, negations), expected, "{text}");
        }
    }

    #[test]
    fn words_that_allow_no_exception_are_found() {
        let places = |words: &[Word<'_>], tongue| {
            absolutes(words, tongue)
                .into_iter()
                .map(|(at, _)| at)
                .collect()
        };
        for (text, tongue, expected) in [
            (
                "It is always and only so",
                Tongue::English,
                vec!["always", "only"],
            ),
            ("after all, not only at all", Tongue::English, vec![]),
            (
                "Tous les audits, toujours",
                Tongue::French,
                vec!["tous", "toujours"],
            ),
            ("tout d'abord, pas du tout", Tongue::French, vec![]),
        ] {
            assert_eq!(found(text, tongue, places), expected, "{text}");
        }
    }

    #[test]
    fn plural_and_singular_are_one_word() {
        for (word, expected, tongue) in [
            ("policies", "policy", Tongue::English),
            ("controls", "control", Tongue::English),
            ("process", "process", Tongue::English),
            ("processes", "process", Tongue::English),
            ("status", "status", Tongue::English),
            ("organisation's", "organisation", Tongue::English),
            ("mesures", "mesure", Tongue::French),
            ("niveaux", "niveau", Tongue::French),
            ("normaux", "normal", Tongue::French),
        ] {
            assert_eq!(singular(word.into(), tongue), expected);
        }
    }

    #[test]
    fn small_words_are_small() {
        assert!(is_small("which", Tongue::English) && is_small("lesquels", Tongue::French));
        assert!(!is_small("risk", Tongue::English) && !is_small("risque", Tongue::French));
    }
}
