//! Words that are enough for an answer to be right.

use super::phrase::{self, Phrase};
use super::text::Required;
use super::{fold, typo};
use crate::language::Rules;

impl Required {
    /// The most slips in all of them together.
    pub(super) const SLIPS: usize = 2;
}

/// Where a phrase stands: distance, place, length.
type Found = (usize, usize, usize);

/// With how many slips the required words are all in a phrase, and nothing that may not be.
pub(super) fn missing(
    required: &Required,
    given: &str,
    rules: Rules,
    phrase: &dyn Fn(&str) -> Phrase,
) -> Option<usize> {
    let mut left: Vec<&str> = given.split(' ').collect();
    let mut slips = 0;
    for alternatives in &required.all {
        let mut nearest: Option<Found> = None;
        for one in alternatives {
            if let Some(found) = find_words(&left, &phrase(one), rules)
                && nearest.as_ref().is_none_or(|nearest| found < *nearest)
            {
                nearest = Some(found);
            }
        }
        let (distance, at, length) = nearest?;
        slips += distance;
        left.drain(at..at + length);
    }
    let refused = |word: &&str| rules.negates(word) || !word.starts_with(fold::is_letter);
    let is_there = |word: &String| phrase::contains(given, &phrase(word));
    let sound = !required.all.is_empty()
        && slips <= Required::SLIPS
        && !left.iter().any(refused)
        && !required.none.iter().any(is_there);
    sound.then_some(slips)
}

/// Where a phrase stands among the words, each within its own budget of slips.
fn find_words(words: &[&str], phrase: &str, rules: Rules) -> Option<Found> {
    let mut nearest: Option<Found> = None;
    for at in 0..words.len() {
        let (mut distance, mut length) = (0, 0);
        for other in phrase.split(' ') {
            let word = words.get(at + length);
            let more = word.and_then(|word| typo::word_distance(word, other, rules));
            let Some(more) = more else {
                distance = usize::MAX;
                break;
            };
            distance += more;
            length += 1;
        }
        if distance < nearest.map_or(usize::MAX, |(least, ..)| least) {
            nearest = Some((distance, at, length));
        }
    }
    nearest
}
