//! The words of a sentence, by their places.

use crate::prose::Word;

/// The words of a sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sentence<'a>(pub(crate) &'a [Word<'a>]);

impl<'a> Sentence<'a> {
    /// The word at a place; nothing where there is none.
    pub(crate) fn word(self, at: usize) -> &'a str {
        self.0.get(at).map_or("", |word| word.text.as_ref())
    }

    /// The word so many places before another.
    pub(crate) fn before(self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// A word between its neighbours.
    pub(crate) fn around(self, at: usize) -> [&'a str; 3] {
        [self.before(at, 1), self.word(at), self.word(at + 1)]
    }

    /// The place of the last of these words that stands before another.
    pub(crate) fn last_before(self, at: usize, words: &[&str]) -> Option<usize> {
        let before = self.0.get(..at).unwrap_or_default();
        before
            .iter()
            .rposition(|word| words.contains(&word.text.as_ref()))
    }

    /// True where a mark that ends a clause stands before a word.
    pub(crate) fn is_after_mark(self, at: usize) -> bool {
        self.0.get(at).is_some_and(|word| word.after_mark)
    }

    /// True for the first word of the sentence or of a clause.
    pub(crate) fn begins_anew(self, at: usize) -> bool {
        at == 0 || self.is_after_mark(at)
    }

    /// True where the sentence has more than one clause.
    pub(crate) fn has_marks(self) -> bool {
        self.0.iter().skip(1).any(|word| word.after_mark)
    }

    /// "In which case", "dans quel cas": a question, though its first word is another one.
    pub(crate) fn follows_preposition(self, at: usize) -> bool {
        at == 1 && self.word(0).chars().count() <= 4
    }

    /// "Choose the one that is not so", "Which is the law that does not apply?"
    pub(crate) fn points(self, at: usize, asking: &[&str], verbs: &[&str]) -> bool {
        asking.contains(&self.word(0)) && verbs.contains(&self.word(1)) && at <= 5
    }
}
