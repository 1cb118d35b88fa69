//! Slips of the keyboard: what a teacher would read over, and nothing else.

use super::fold::Words;

/// A distance within its budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    /// Damerau-Levenshtein distance: letters left out, put in, changed, or two neighbours swapped.
    pub distance: usize,
    /// The most that an answer of this length is allowed.
    pub budget: usize,
}

/// How many slips a word or an answer of so many letters may have: none in a short one, where a slip makes another
/// word, up to three in a long one.
pub fn budget(letters: usize) -> usize {
    match letters {
        0..=4 => 0,
        5..=8 => 1,
        9..=15 => 2,
        _ => 3,
    }
}

/// Prefixes that turn a word into its opposite, without accents.
const NEGATIONS: [&str; 14] = [
    "a", "an", "un", "non", "in", "im", "il", "ir", "dis", "mis", "de", "des", "anti", "contre",
];

/// Words that turn a phrase into its opposite, without accents.
const NEGATION_WORDS: [&str; 12] = [
    "not", "no", "non", "never", "without", "pas", "ne", "n", "sans", "jamais", "aucun", "aucune",
];

/// How far two answers are from each other, slip by slip, whatever they mean.
pub(super) fn distance(one: &Words, other: &Words) -> usize {
    strsim::damerau_levenshtein(&one.squeezed(), &other.squeezed())
}

/// The slip that makes `given` of `answer`, if it is one that a teacher would read over: every number is the same,
/// every word is within its own budget and the whole within its own, and nothing is negated.
pub(super) fn slip(given: &Words, answer: &Words) -> Option<Slip> {
    let squeezed = (given.squeezed(), answer.squeezed());
    let letters = squeezed.1.chars().filter(|c| c.is_alphabetic()).count();
    let budget = budget(letters);
    // The difference in length is the least distance there can be: a cheap no first.
    let lengths = (squeezed.0.chars().count(), squeezed.1.chars().count());
    if budget == 0 || lengths.0.abs_diff(lengths.1) > budget {
        return None;
    }
    if numbers(given).ne(numbers(answer)) || negations(given).ne(negations(answer)) {
        return None;
    }
    let (distance, budget) = if given.words().len() == answer.words().len() {
        let mut total = 0;
        for (given, answer) in given.words().iter().zip(answer.words()) {
            total += word_distance(given, answer)?;
        }
        (total, budget)
    } else {
        // A space too many or too few, and at most one slip beside it.
        (
            strsim::damerau_levenshtein(&squeezed.0, &squeezed.1),
            budget.min(1),
        )
    };
    (distance <= budget).then_some(Slip { distance, budget })
}

fn numbers(words: &Words) -> impl Iterator<Item = &String> {
    words
        .words()
        .iter()
        .filter(|word| !word.chars().all(char::is_alphabetic))
}

fn negations(words: &Words) -> impl Iterator<Item = &String> {
    words
        .words()
        .iter()
        .filter(|word| NEGATION_WORDS.contains(&word.as_str()))
}

/// The distance of two words, if it is within the word's own budget.
fn word_distance(given: &str, answer: &str) -> Option<usize> {
    if given == answer {
        return Some(0);
    }
    if negates(given, answer) || negates(answer, given) {
        return None;
    }
    let distance = strsim::damerau_levenshtein(given, answer);
    (distance <= budget(answer.chars().count())).then_some(distance)
}

/// True when `long` is `short` behind a negative prefix: uncertifiable, certifiable.
fn negates(long: &str, short: &str) -> bool {
    long.strip_suffix(short)
        .is_some_and(|prefix| NEGATIONS.contains(&prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip_of(given: &str, answer: &str) -> Option<usize> {
        slip(&Words::of(given), &Words::of(answer)).map(|slip| slip.distance)
    }

    #[test]
    fn long_words_forgive_what_short_ones_do_not() {
        assert_eq!(slip_of("requirment", "requirement"), Some(1));
        assert_eq!(slip_of("guidnace", "guidance"), Some(1));
        assert_eq!(
            slip_of("statment of aplicability", "statement of applicability"),
            Some(2)
        );
        assert_eq!(slip_of("ISMP", "ISMS"), None);
        assert_eq!(slip_of("risk under", "risk owner"), None);
    }

    #[test]
    fn digits_and_negations_are_no_slips() {
        assert_eq!(
            slip_of("annexe B 27002 article", "annexe B 27001 article"),
            None
        );
        assert_eq!(slip_of("organisation 2022", "organization 2022"), Some(1));
        assert_eq!(slip_of("uncertifiable", "certifiable"), None);
        assert_eq!(slip_of("certifiable", "uncertifiable"), None);
        assert_eq!(slip_of("non certifiable", "certifiable"), None);
        assert_eq!(slip_of("no requirements", "on requirements"), None);
    }
}
