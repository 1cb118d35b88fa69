//! Texts that say nearly the same in nearly the same words, found among many without comparing each with each.
//!
//! Two texts that share most of their words share at least one of the rarest words of each. So each text is held against
//! those only that have one of its rarest words too (prefix filtering: Chaudhuri, Ganti and Kaushik, A primitive operator for
//! similarity joins in data cleaning, 2006; Bayardo, Ma and Srikant, Scaling up all pairs similarity search, 2007). What
//! is left is compared word by word, in order.

use std::borrow::Cow;
use std::collections::HashMap;

/// A text to compare.
#[derive(Debug, Clone, Default)]
pub(crate) struct Text<'a> {
    /// Whose it is. Texts of one owner are never compared.
    pub(crate) owner: usize,
    /// Texts with different ones are never alike: the numbers in it, or what it is about.
    pub(crate) group: String,
    /// Its words, in order, in one spelling.
    pub(crate) words: Vec<Cow<'a, str>>,
}

/// Two texts that are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The one that stands earlier, by its place among the texts.
    pub(crate) first: usize,
    /// The later one.
    pub(crate) second: usize,
    pub(crate) likeness: Likeness,
}

/// How near two texts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Likeness {
    /// How many words have to be put in, left out or changed to make one text of the other.
    changes: usize,
    /// How many words the longer text has.
    of: usize,
}

impl Likeness {
    fn between(one: &Numbered, other: &Numbered) -> Self {
        Self {
            changes: strsim::generic_levenshtein(&one.ordered, &other.ordered),
            of: one.ordered.len().max(other.ordered.len()),
        }
    }

    /// Four words of five are the same: what differs is a detail.
    fn is_near(self) -> bool {
        self.of > 0 && self.of - self.changes.min(self.of) >= common_words(self.of)
    }

    fn is_nearer_than(self, other: Self) -> bool {
        self.changes * other.of < other.changes * self.of
    }

    /// The share of words that are the same and in the same order, in percent, rounded down.
    pub(crate) fn percent(self) -> usize {
        100 * (self.of - self.changes.min(self.of)) / self.of.max(1)
    }
}

/// How many words texts that are alike have in common at least, if the longer one has so many.
fn common_words(longer: usize) -> usize {
    (4 * longer).div_ceil(5)
}

/// How many texts of a group with a word in common are looked at, the latest first. It bounds the time in a bank in which thousands
/// of texts are made of the same few words.
const MOST_CANDIDATES: usize = 300;

/// For each text the earlier one that is most like it, if one is. What is like an earlier text is found by that one and not
/// by itself, so that there are as many pairs as texts too many.
pub(crate) fn pairs(texts: &[Text<'_>]) -> Vec<Pair> {
    let numbered = numbered(texts);
    let mut with_word: HashMap<(u32, u32), Vec<usize>> = HashMap::new();
    // For each text, the last one that was held against it.
    let mut held = vec![usize::MAX; texts.len()];
    let mut pairs = Vec::new();
    for (second, own) in numbered.iter().enumerate() {
        let mut best: Option<Pair> = None;
        for word in own.rarest() {
            let others = with_word
                .get(&(own.group, word))
                .map(Vec::as_slice)
                .unwrap_or_default();
            for &first in others.iter().rev().take(MOST_CANDIDATES) {
                let is_new = held
                    .get_mut(first)
                    .is_some_and(|held| std::mem::replace(held, second) != second);
                let likeness = is_new.then(|| numbered.get(first)?.likeness(own)).flatten();
                if let Some(likeness) = likeness
                    && best.is_none_or(|best| likeness.is_nearer_than(best.likeness))
                {
                    best = Some(Pair {
                        first,
                        second,
                        likeness,
                    });
                }
            }
        }
        match best {
            Some(pair) => pairs.push(pair),
            None => own
                .rarest()
                .for_each(|word| with_word.entry((own.group, word)).or_default().push(second)),
        }
    }
    pairs
}

/// A text whose words and whose group are numbers.
struct Numbered {
    owner: usize,
    group: u32,
    ordered: Vec<u32>,
    /// The rarest first; the second time that a word comes in a text, it is a word of its own.
    by_rarity: Vec<u32>,
}

impl Numbered {
    /// The rarest words: any text that is alike has one of them among its own rarest.
    fn rarest(&self) -> impl Iterator<Item = u32> {
        let all = self.by_rarity.len();
        let kept = if all == 0 {
            0
        } else {
            all - common_words(all) + 1
        };
        self.by_rarity.iter().copied().take(kept)
    }

    /// How near another text is, if it is near.
    fn likeness(&self, other: &Self) -> Option<Likeness> {
        let (one, two) = (&self.by_rarity, &other.by_rarity);
        let least = common_words(one.len().max(two.len()));
        if one.len().min(two.len()) < least
            || self.group != other.group
            || self.owner == other.owner
        {
            return None;
        }
        // The rarest words come first and are the first to be missed: most texts are let go after a few.
        let mut missing = one.iter().filter(|word| !two.contains(word));
        if missing.nth(one.len() - least).is_some() {
            return None;
        }
        Some(Likeness::between(self, other)).filter(|likeness| likeness.is_near())
    }
}

fn numbered(texts: &[Text<'_>]) -> Vec<Numbered> {
    let mut groups: HashMap<&str, u32> = HashMap::new();
    let mut names: HashMap<(&str, usize), u32> = HashMap::new();
    let mut frequency: Vec<u32> = Vec::new();
    let mut id = |word, times| {
        let next = u32::try_from(frequency.len()).unwrap_or(u32::MAX);
        let id = *names.entry((word, times)).or_insert(next);
        if id == next {
            frequency.push(0);
        }
        if let Some(frequency) = frequency.get_mut(id as usize) {
            *frequency += 1;
        }
        id
    };
    let mut numbered: Vec<Numbered> = Vec::with_capacity(texts.len());
    for text in texts {
        let (mut ordered, mut by_rarity) = (Vec::new(), Vec::new());
        for word in &text.words {
            let plain = id(word.as_ref(), 0);
            let times = ordered.iter().filter(|own| **own == plain).count();
            by_rarity.push(if times == 0 { plain } else { id(word, times) });
            ordered.push(plain);
        }
        let next = u32::try_from(groups.len()).unwrap_or(u32::MAX);
        numbered.push(Numbered {
            owner: text.owner,
            group: *groups.entry(text.group.as_str()).or_insert(next),
            ordered,
            by_rarity,
        });
    }
    for text in &mut numbered {
        text.by_rarity
            .sort_by_key(|id| (frequency.get(*id as usize).copied(), *id));
    }
    numbered
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(owner: usize, words: &str) -> Text<'_> {
        Text {
            owner,
            group: String::new(),
            words: words.split_whitespace().map(Cow::from).collect(),
        }
    }

    fn found(texts: &[Text<'_>]) -> Vec<(usize, usize, usize)> {
        let pairs = pairs(texts).into_iter();
        pairs
            .map(|pair| (pair.first, pair.second, pair.likeness.percent()))
            .collect()
    }

    #[test]
    fn four_words_of_five_are_alike() {
        let one = text(
            0,
            "which clause asks for an internal audit programme every year",
        );
        for (other, expected) in [
            (
                "which clause asks for an internal audit programme every year",
                vec![(0, 1, 100)],
            ),
            (
                "which clause asks for an internal audit plan every year",
                vec![(0, 1, 90)],
            ),
            (
                "which clause asks for an internal audit plan each year",
                vec![(0, 1, 80)],
            ),
            (
                "which clause asks for an external audit plan each year",
                vec![],
            ),
            (
                "year every programme audit internal an for asks clause which",
                vec![],
            ),
            ("", vec![]),
        ] {
            assert_eq!(found(&[one.clone(), text(1, other)]), expected, "{other}");
        }
    }

    #[test]
    fn one_owner_and_other_groups_are_not_compared() {
        let words = "which clause asks for an audit";
        let (one, own, mut other) = (text(0, words), text(0, words), text(1, words));
        assert_eq!(found(&[one.clone(), own]), []);
        other.group = "27002".to_owned();
        assert_eq!(found(&[one, other]), []);
    }

    #[test]
    fn many_that_are_the_same_are_held_against_the_first() {
        let texts: Vec<Text> = (0..1000)
            .map(|n| text(n, "the same words again and again"))
            .collect();
        let found = found(&texts);
        assert_eq!(found.len(), 999);
        assert!(found.iter().all(|(first, ..)| *first == 0));
    }

    proptest! {
        #[test]
        fn nothing_near_is_overlooked(all in prop::collection::vec((0usize..6, "[abc]( [a-f]){0,9}"), 0..30)) {
            let texts: Vec<Text> = all.iter().map(|(owner, words)| text(*owner, words)).collect();
            let numbered = numbered(&texts);
            let mut kept: Vec<usize> = Vec::new();
            let mut expected = Vec::new();
            for (second, own) in numbered.iter().enumerate() {
                let near = kept.iter().filter_map(|first| numbered[*first].likeness(own));
                match near.map(Likeness::percent).max() {
                    Some(percent) => expected.push((second, percent)),
                    None => kept.push(second),
                }
            }
            let found: Vec<_> = found(&texts).into_iter().map(|(_, second, percent)| (second, percent)).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
