//! Slips of the keyboard: what a teacher would read over, and nothing else.

use super::fold;
use crate::language::Rules;

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

/// True for a word in which there can be a slip: numbers and symbols are right or wrong, and so is a negation.
fn can_slip(word: &str, rules: Rules) -> bool {
    word.starts_with(fold::is_letter) && !rules.negates(word) && !rules.is_number(word)
}

/// How far two texts without spaces are from each other, slip by slip, whatever they mean.
pub(super) fn distance(one: &str, other: &str) -> usize {
    // Damerau-Levenshtein, where what was swapped is not changed again: half the code of the unrestricted one.
    strsim::osa_distance(one, other)
}

/// How many letters only the one, and only the other of two texts has, in whatever order. What is not ASCII is not counted.
pub(super) fn balance(one: &str, other: &str) -> (usize, usize) {
    let mut balance = [0i16; 128];
    for (text, step) in [(one, 1), (other, -1)] {
        for byte in text.bytes() {
            if byte != b' '
                && let Some(count) = balance.get_mut(usize::from(byte.to_ascii_lowercase()))
            {
                *count = count.saturating_add(step);
            }
        }
    }
    let (mut more, mut less) = (0, 0);
    for count in balance {
        if count > 0 {
            more += usize::from(count.unsigned_abs());
        } else {
            less += usize::from(count.unsigned_abs());
        }
    }
    (more, less)
}

/// True when the letters that only one of two texts has are more than `most` slips could account for: a cheap no,
/// whatever their order.
pub(super) fn too_far(one: &str, other: &str, most: usize) -> bool {
    let (more, less) = balance(one, other);
    more.max(less) > most
}

/// The slip that makes `given` of `answer`, both in normal form, if it is one that a teacher would read over: every
/// number is the same, every word is within its own budget and the whole within its own, and nothing is negated.
pub(super) fn slip(given: &str, answer: &str, rules: Rules) -> Option<Slip> {
    let budget = budget(answer.chars().filter(|&c| fold::is_letter(c)).count());
    if budget == 0 || too_far(given, answer, budget) {
        return None;
    }
    let given: Vec<&str> = given.split(' ').collect();
    let answer: Vec<&str> = answer.split(' ').collect();
    let mut distance = 0;
    if given.len() == answer.len() {
        for (given, answer) in given.iter().zip(&answer) {
            distance += word_distance(given, answer, rules)?;
        }
    } else {
        distance = distance_across_spaces(&given, &answer, rules)?;
    }
    (distance <= budget).then_some(Slip { distance, budget })
}

/// The distance of two words, if it is within the word's own budget.
pub(super) fn word_distance(given: &str, answer: &str, rules: Rules) -> Option<usize> {
    if given == answer {
        return Some(0);
    }
    let budget = word_budget(answer);
    // A number that is asked for in words may have a slip in it; another number is never one.
    let countable = rules.is_number(answer) || can_slip(answer, rules);
    if budget == 0 || !can_slip(given, rules) || !countable {
        return None;
    }
    let distance = distance(given, answer);
    (distance <= budget && !is_other_word(given, answer, distance, rules)).then_some(distance)
}

/// The distance of two answers with different numbers of words: a space too many or too few and one slip beside it, or
/// an elision left out.
fn distance_across_spaces(mut given: &[&str], mut answer: &[&str], rules: Rules) -> Option<usize> {
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
    if let ([], [word]) | ([word], []) = (given, answer)
        && rules.is_elision(word)
    {
        return next.starts_with(is_vowel).then_some(1);
    }
    let is_sound = |words: &[&str], others: &[&str]| {
        words.iter().all(|word| can_slip(word, rules))
            && fold::keeps_apart(&joined(words, " "), &joined(others, " "), rules)
    };
    if !is_sound(given, answer) || !is_sound(answer, given) {
        return None;
    }
    let (given, whole) = (joined(given, ""), joined(answer, ""));
    if distance(&given, &whole) > 1 || is_other_word(&given, &whole, 1, rules) {
        return None;
    }
    // The word that has the slip has to be long enough for one.
    let mut before = given
        .bytes()
        .zip(whole.bytes())
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

fn joined(words: &[&str], between: &str) -> String {
    let mut joined = String::new();
    for (n, word) in words.iter().enumerate() {
        if n > 0 {
            joined.push_str(between);
        }
        joined.push_str(word);
    }
    joined
}

pub(super) fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h')
}

/// True when two words that are this far apart are rather two words, or opposites, than one word and a slip.
fn is_other_word(given: &str, answer: &str, distance: usize, rules: Rules) -> bool {
    begins_otherwise(given, answer, distance, rules)
        || has_other_prefix(given, answer, distance, rules)
        || rules.are_roles(given, answer)
        || distance > 1
            && is_changed_in_one_place(given, answer)
            && !undoubled(given).eq(undoubled(answer))
        || distance == 1 && is_short_and_changed(given, answer, rules)
}

/// The letters of a word, those that are doubled once: assymetric is asymmetric.
fn undoubled(word: &str) -> impl Iterator<Item = u8> {
    let mut last = 0;
    word.bytes().filter(move |&letter| {
        let again = letter == last;
        last = letter;
        !again
    })
}

/// True for a changed letter in a word of five: shall, shell, small. Only a neighbour on the keyboard may slip in.
fn is_short_and_changed(given: &str, answer: &str, rules: Rules) -> bool {
    if given.len() > 5 || given.len() != answer.len() {
        return false;
    }
    let mut pairs = given.bytes().zip(answer.bytes()).filter(|(a, b)| a != b);
    match (pairs.next(), pairs.next()) {
        (Some((one, other)), None) => !are_mistaken(one, other, rules),
        _ => false,
    }
}

/// Encrypt, decrypt; inclusion, exclusion; million, billion; asymmetric, symmetric.
fn begins_otherwise(given: &str, answer: &str, distance: usize, rules: Rules) -> bool {
    let (mut one, mut other) = (given.as_bytes(), answer.as_bytes());
    while let ([one_rest @ .., a], [other_rest @ .., b]) = (one, other)
        && a == b
    {
        (one, other) = (one_rest, other_rest);
    }
    if one.first() == other.first() {
        return false;
    }
    match (one, other) {
        // Two neighbours swapped.
        ([a, b, ..], [c, d, ..]) if a == d && b == c => distance > 1 && one.len() <= 3,
        ([a], [b]) => word_budget(answer) < 2 || !are_mistaken(*a, *b, rules),
        // Accreditation begins with no prefix, for no word begins with "cc".
        ([b'a'], []) | ([], [b'a']) => {
            let shorter = if one.is_empty() { given } else { answer };
            let mut letters = shorter.chars();
            let first = letters.next();
            !first.is_some_and(is_vowel) && first != letters.next()
        }
        ([_], []) | ([], [_]) => false,
        _ => distance > 1,
    }
}

/// Letters side by side on a keyboard, English or French, or alike to the ear.
fn are_mistaken(one: u8, other: u8, rules: Rules) -> bool {
    const ROWS: [&[u8]; 6] = [
        b"qwertyuiop",
        b"asdfghjkl",
        b"zxcvbnm",
        b"azertyuiop",
        b"qsdfghjklm",
        b"wxcvbn csksz iy",
    ];
    ROWS.iter()
        .flat_map(|row| row.windows(2))
        .any(|pair| pair == [one, other] || pair == [other, one])
        || rules.are_neighbours(one, other)
}

/// Prefixes that are each other's opposite.
const OPPOSITE: [(&str, &str); 6] = [
    ("macro", "micro"),
    ("hyper", "hypo"),
    ("inter", "intra"),
    ("endo", "exo"),
    ("ante", "anti"),
    ("mono", "multi"),
];

/// True when two words are nearer to each other without a prefix that turns the meaning round: symetric, asymmetric.
fn has_other_prefix(given: &str, answer: &str, distance: usize, rules: Rules) -> bool {
    let opposite = |(one, other): &(&str, &str)| {
        given.starts_with(one) && answer.starts_with(other)
            || given.starts_with(other) && answer.starts_with(one)
    };
    if OPPOSITE.iter().any(opposite) {
        return true;
    }
    let nearer = |one: &str, other: &str| self::distance(one, other) < distance;
    rules.turning_prefixes().any(|prefix| {
        match (given.strip_prefix(prefix), answer.strip_prefix(prefix)) {
            (None, Some(rest)) => {
                is_whole(prefix, rest)
                    && (nearer(given, rest) || is_other(given, rest, distance, rules))
            }
            (Some(rest), None) => is_whole(prefix, rest) && nearer(rest, answer),
            _ => false,
        }
    })
}

/// True when the first word has a turning prefix of its own before what is left of the second: re-, de-.
fn is_other(given: &str, rest: &str, distance: usize, rules: Rules) -> bool {
    rules.turning_prefixes().any(|prefix| {
        let own = given.strip_prefix(prefix);
        own.is_some_and(|own| self::distance(own, rest) < distance)
    })
}

/// True when what follows an "a" can be a word: none begins with "cc".
fn is_whole(prefix: &str, rest: &str) -> bool {
    let mut letters = rest.chars();
    prefix != "a" || letters.next() != letters.next()
}

/// True for two slips in the same place, or two letters changed for others: stalactite, stalagmite; corrective,
/// collective. Fingers slip here and there; where they change a whole piece of a word, another one was meant.
fn is_changed_in_one_place(given: &str, answer: &str) -> bool {
    let (mut one, mut other) = (given.as_bytes(), answer.as_bytes());
    while let ([a, one_rest @ ..], [b, other_rest @ ..]) = (one, other)
        && a == b
    {
        (one, other) = (one_rest, other_rest);
    }
    while let ([one_rest @ .., a], [other_rest @ .., b]) = (one, other)
        && a == b
    {
        (one, other) = (one_rest, other_rest);
    }
    let differ = one.iter().zip(other).filter(|(a, b)| a != b).count();
    let (shorter, longer) = (one.len().min(other.len()), one.len().max(other.len()));
    (1..=2).contains(&shorter) && longer == 2 || shorter == longer && differ == 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip_of(given: &str, answer: &str) -> Option<usize> {
        slip(&fold::words(given), &fold::words(answer), Rules::ALL).map(|slip| slip.distance)
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
