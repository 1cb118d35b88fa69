//! Slips of the keyboard: what a teacher would read over, and nothing else.

use super::fold;

/// A distance within its budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    /// Damerau-Levenshtein distance: letters left out, put in, changed, or two neighbours swapped.
    pub distance: usize,
    /// The most that an answer of this length is allowed.
    pub budget: usize,
}

/// How many slips an answer of so many letters may have: none in a short one, where a slip makes another word, up to
/// three in a long one. A single word may have two at most.
pub fn budget(letters: usize) -> usize {
    match letters {
        0..=4 => 0,
        5..=8 => 1,
        9..=15 => 2,
        _ => 3,
    }
}

fn word_budget(word: &str) -> usize {
    budget(word.chars().count()).min(2)
}

/// Words that turn a phrase into its opposite, without accents.
fn negates(word: &str) -> bool {
    matches!(
        word,
        "not"
            | "no"
            | "non"
            | "never"
            | "without"
            | "pas"
            | "ne"
            | "n"
            | "sans"
            | "jamais"
            | "aucun"
            | "aucune"
    )
}

/// True for a word in which there can be a slip: numbers and symbols are right or wrong, and so is a negation.
fn can_slip(word: &str) -> bool {
    word.starts_with(fold::is_letter) && !negates(word)
}

/// How far two texts without spaces are from each other, slip by slip, whatever they mean.
pub(super) fn distance(one: &str, other: &str) -> usize {
    // Damerau-Levenshtein, where what was swapped is not changed again: half the code of the unrestricted one.
    strsim::osa_distance(one, other)
}

/// True when the letters that only one of two texts has are more than `most` slips could account for: a cheap no,
/// whatever their order.
pub(super) fn too_far(one: &str, other: &str, most: usize) -> bool {
    // What is not ASCII is not counted, which errs on the side of looking closer.
    let mut balance = [0i32; 128];
    for (text, step) in [(one, 1), (other, -1)] {
        for byte in text.bytes() {
            if byte != b' '
                && let Some(count) = balance.get_mut(usize::from(byte))
            {
                *count += step;
            }
        }
    }
    let (mut more, mut less) = (0, 0);
    for count in balance {
        if count > 0 {
            more += count.unsigned_abs() as usize;
        } else {
            less += count.unsigned_abs() as usize;
        }
    }
    more.max(less) > most
}

/// The slip that makes `given` of `answer`, both in normal form, if it is one that a teacher would read over: every
/// number is the same, every word is within its own budget and the whole within its own, and nothing is negated.
pub(super) fn slip(given: &str, answer: &str) -> Option<Slip> {
    let budget = budget(answer.chars().filter(|&c| fold::is_letter(c)).count());
    if budget == 0 || too_far(given, answer, budget) {
        return None;
    }
    let given: Vec<&str> = given.split(' ').collect();
    let answer: Vec<&str> = answer.split(' ').collect();
    let mut distance = 0;
    if given.len() == answer.len() {
        for (given, answer) in given.iter().zip(&answer) {
            distance += word_distance(given, answer)?;
        }
    } else {
        distance = distance_across_spaces(&given, &answer)?;
    }
    (distance <= budget).then_some(Slip { distance, budget })
}

/// The distance of two words, if it is within the word's own budget.
fn word_distance(given: &str, answer: &str) -> Option<usize> {
    if given == answer {
        return Some(0);
    }
    let budget = word_budget(answer);
    if budget == 0 || !can_slip(given) || !can_slip(answer) {
        return None;
    }
    let distance = distance(given, answer);
    (distance <= budget && !is_other_word(given, answer, distance)).then_some(distance)
}

/// The distance of two answers with different numbers of words: a space too many or too few and one slip beside it, or
/// an elision left out.
fn distance_across_spaces(mut given: &[&str], mut answer: &[&str]) -> Option<usize> {
    let mut next = "";
    while let ([one, given_rest @ ..], [other, answer_rest @ ..]) = (given, answer)
        && one == other
    {
        (given, answer) = (given_rest, answer_rest);
    }
    while let ([given_rest @ .., one], [answer_rest @ .., other]) = (given, answer)
        && one == other
    {
        (given, answer, next) = (given_rest, answer_rest, one);
    }
    if let ([], ["d" | "l"]) | (["d" | "l"], []) = (given, answer) {
        return next.starts_with(is_vowel).then_some(1);
    }
    for word in given.iter().chain(answer) {
        if !can_slip(word) {
            return None;
        }
    }
    let (joined_given, joined) = (given.concat(), answer.concat());
    if distance(&joined_given, &joined) > 1 || is_other_word(&joined_given, &joined, 1) {
        return None;
    }
    // The word that has the slip has to be long enough for one.
    let mut before = joined_given
        .bytes()
        .zip(joined.bytes())
        .take_while(|(one, other)| one == other)
        .count();
    for word in answer {
        if before < word.len() {
            return (word_budget(word) > 0).then_some(1);
        }
        before -= word.len();
    }
    (word_budget(answer.last()?) > 0).then_some(1)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h')
}

/// True when two words that are this far apart differ in how they begin, so that the one is rather another word, or the
/// opposite: uncertifiable, certifiable; encrypt, decrypt; inclusion, exclusion; million, billion.
fn is_other_word(given: &str, answer: &str, distance: usize) -> bool {
    let (mut one, mut other) = (given.as_bytes(), answer.as_bytes());
    while let ([one_rest @ .., a], [other_rest @ .., b]) = (one, other)
        && a == b
    {
        (one, other) = (one_rest, other_rest);
    }
    if one.first() == other.first() || one.len() > 3 || other.len() > 3 {
        return false;
    }
    match (one, other) {
        _ if distance > 1 => true,
        ([_], [_]) => word_budget(answer) < 2,
        // Asymmetric, symmetric; but accreditation begins with no prefix, for no word begins with "cc".
        ([b'a'], []) | ([], [b'a']) => {
            let shorter = if one.is_empty() { given } else { answer };
            let mut letters = shorter.chars();
            let first = letters.next();
            !first.is_some_and(is_vowel) && first != letters.next()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip_of(given: &str, answer: &str) -> Option<usize> {
        slip(&fold::words(given), &fold::words(answer)).map(|slip| slip.distance)
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

    #[test]
    fn a_missing_space_hides_no_slip_in_a_short_word() {
        assert_eq!(slip_of("annexb", "annex a"), None);
        assert_eq!(slip_of("annexab", "annex a"), None);
        assert_eq!(slip_of("smiscertification", "SMSI certification"), None);
        assert_eq!(
            slip_of("statement ofaplicability", "statement of applicability"),
            Some(1)
        );
        assert_eq!(slip_of("vitamin", "vitamin d"), None);
    }

    #[test]
    fn an_elision_may_be_left_out_but_no_letter_that_means_something() {
        assert_eq!(
            slip_of("déclaration applicabilité", "déclaration d'applicabilité"),
            Some(1)
        );
        assert_eq!(slip_of("vitamin deficiency", "vitamin D deficiency"), None);
    }
}
