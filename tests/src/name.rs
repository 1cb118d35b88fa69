//! How a test says which thing it means: by its accessible name, as a person would read it out.

use std::fmt;

/// A name to look for.
///
/// A plain `&str` means: the things of exactly that name or, if there are none, those whose name holds these
/// words. Words are whole ("Question 1" is not in "Question 10"), capitals count, and every kind and amount of
/// white space is one space, no-break spaces included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    words: Option<String>,
    exact: bool,
}

/// The name as a whole, never a part of it.
#[must_use]
pub fn exact(name: &str) -> Name {
    Name {
        words: Some(plain(name)),
        exact: true,
    }
}

/// Whatever the name is.
#[must_use]
pub fn any() -> Name {
    Name {
        words: None,
        exact: false,
    }
}

impl From<&str> for Name {
    fn from(words: &str) -> Self {
        Self {
            words: Some(plain(words)),
            exact: false,
        }
    }
}

impl From<&String> for Name {
    fn from(words: &String) -> Self {
        Self::from(words.as_str())
    }
}

impl From<String> for Name {
    fn from(words: String) -> Self {
        Self::from(words.as_str())
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.words, self.exact) {
            (None, _) => f.write_str("of any name"),
            (Some(words), true) => write!(f, "named exactly \"{words}\""),
            (Some(words), false) => write!(f, "\"{words}\""),
        }
    }
}

/// How well a name answers to what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    No,
    Part,
    Whole,
}

impl Name {
    pub(crate) fn fit(&self, name: &str) -> Fit {
        let Some(words) = &self.words else {
            return Fit::Whole;
        };
        let name = plain(name);
        if name == *words {
            Fit::Whole
        } else if !self.exact && holds_words(&name, words) {
            Fit::Part
        } else {
            Fit::No
        }
    }
}

/// The text with every run of white space as one space, and without the invisible marks that break lines.
#[must_use]
pub fn plain(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}'))
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `text` holds `words`, not cut out of the middle of a longer word or number.
pub(crate) fn holds_words(text: &str, words: &str) -> bool {
    let joins = |a: Option<char>, b: Option<char>| matches!((a, b), (Some(a), Some(b)) if a.is_alphanumeric() && b.is_alphanumeric());
    text.match_indices(words).any(|(at, found)| {
        let (before, after) = (&text[..at], &text[at + found.len()..]);
        !joins(before.chars().next_back(), found.chars().next())
            && !joins(found.chars().next_back(), after.chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_any_kind_is_one_space() {
        assert_eq!(plain(" Score\u{a0}:\n  60\u{202f}% "), "Score : 60 %");
        assert_eq!(plain("infor\u{ad}mation"), "information");
    }

    #[test]
    fn words_are_whole() {
        assert!(holds_words("Question 1 of 10", "Question 1"));
        assert!(!holds_words("Question 10", "Question 1"));
        assert!(holds_words("Question 10, then Question 1", "Question 1"));
        assert!(holds_words("l'ISO 27001", "ISO 27001"));
        assert!(holds_words("Score: 60 %.", "60 %"));
    }

    #[test]
    fn a_whole_name_beats_a_part() {
        assert_eq!(Name::from("Submit").fit("Submit"), Fit::Whole);
        assert_eq!(Name::from("Submit").fit("Submit\u{a0}all"), Fit::Part);
        assert_eq!(exact("Submit").fit("Submit all"), Fit::No);
        assert_eq!(any().fit(""), Fit::Whole);
    }
}
