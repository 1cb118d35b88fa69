//! What is said of a text that is being written, and of one that is compared.

use crate::Words;

impl Words {
    /// The number of words.
    pub fn count_words(&self, n: usize) -> String {
        let number = self.number(&n.to_string());
        (self.words_written)(n).fill(&["count"], &[number.as_str().into()])
    }

    /// How long a text should be; nothing where nothing is advised.
    pub fn advised(&self, least: Option<u16>, most: Option<u16>) -> String {
        let number = |n: u16| self.number(&n.to_string());
        match (least, most) {
            (None, None) => String::new(),
            (Some(least), None) => self.advised_least(&number(least)),
            (None, Some(most)) => self.advised_most(&number(most)),
            (Some(least), Some(most)) => self.advised_between(&number(least), &number(most)),
        }
    }

    /// That a text is longer than this many characters.
    pub fn longest_text(&self, most: usize) -> String {
        self.text_too_long(&self.number(&most.to_string()))
    }
}
