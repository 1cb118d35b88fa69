//! Identities. Each is its own type, so that a concept can't be passed where a choice is meant, and each has one
//! textual form: parsing and printing are inverses.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use arrayvec::ArrayString;

use crate::json::{FromJson, Node, ToJson, Writer};

/// Why a text can't be an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IdError {
    /// The text is empty.
    Empty,
    /// The text is longer than [`MAX_LEN`] bytes.
    TooLong,
    /// This character is not a lower-case letter, a digit, a hyphen or a dot, or it is not allowed in first place.
    Character(char),
}

/// The longest id, in bytes.
///
/// ```
/// use jalon_engine::id::{ChoiceId, IdError, MAX_LEN};
///
/// assert!("a".repeat(MAX_LEN).parse::<ChoiceId>().is_ok());
/// assert_eq!("a".repeat(MAX_LEN + 1).parse::<ChoiceId>(), Err(IdError::TooLong));
/// assert_eq!("Guide".parse::<ChoiceId>(), Err(IdError::Character('G')));
/// ```
pub const MAX_LEN: usize = 64;

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("an id can't be empty"),
            Self::TooLong => write!(f, "an id has at most {MAX_LEN} characters"),
            Self::Character(c) => write!(
                f,
                "“{c}” can't stand there: an id has lower-case letters, digits, hyphens and dots, and starts with a letter or a digit"
            ),
        }
    }
}

impl std::error::Error for IdError {}

fn check(text: &str) -> Result<(), IdError> {
    if text.len() > MAX_LEN {
        return Err(IdError::TooLong);
    }
    let first = text.chars().next().ok_or(IdError::Empty)?;
    let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    if !word(first) {
        return Err(IdError::Character(first));
    }
    match text.chars().find(|&c| !(word(c) || c == '-' || c == '.')) {
        Some(c) => Err(IdError::Character(c)),
        None => Ok(()),
    }
}

/// The text inside every id.
#[derive(Clone, Copy, Eq, PartialOrd, Ord)]
struct Id(ArrayString<MAX_LEN>);

impl PartialEq for Id {
    // Out of line: it is called everywhere.
    #[inline(never)]
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Hash for Id {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl FromStr for Id {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        check(text)?;
        ArrayString::from(text)
            .map(Self)
            .map_err(|_| IdError::TooLong)
    }
}

#[inline(never)]
fn id_from_json(text: &str, node: &Node<'_>) -> Id {
    text.parse().unwrap_or_else(|_| {
        node.fail("no id");
        Id(ArrayString::new_const())
    })
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Id);

        impl $name {
            /// The textual form.
            pub fn as_str(&self) -> &str {
                &self.0.0
            }

            /// The name of a member, which is an id.
            #[allow(dead_code, reason = "few ids name members")]
            pub(crate) fn named(text: &str, node: &Node<'_>) -> Self {
                Self(id_from_json(text, node))
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                text.parse().map(Self)
            }
        }

        impl FromJson for $name {
            fn blank() -> Self {
                Self(Id(ArrayString::new_const()))
            }

            fn fill(&mut self, node: &Node<'_>) {
                self.0 = id_from_json(node.text(), node);
            }
        }

        impl ToJson for $name {
            fn to_json(&self, out: &mut Writer) {
                out.text(self.as_str());
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.as_str())
            }
        }
    )*};
}

ids! {
    /// Names a bank; saved progress is filed under it.
    BankId
    /// Names a module: a lesson and its checkpoint.
    ModuleId
    /// Names a concept, the thing that questions test.
    ConceptId
    /// Names a wrong idea that wrong answers can come from.
    MisconceptionId
    /// Names a question; progress is tied to it, so it never changes.
    QuestionId
    /// Names a choice of a question, in every wording and language.
    ChoiceId
    /// Names a gap of a question, in every wording and language.
    GapId
    /// Names a wording among those of one question in one language.
    WordingId
    /// Names one attempt of one learner.
    AttemptId
    /// Names what several questions of a module are about.
    StimulusId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parsing_and_printing_are_inverses() {
        for text in ["a", "iso-27000", "27002.purpose", "0-a.b"] {
            assert_eq!(text.parse::<ConceptId>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_id_says_why() {
        assert_eq!("".parse::<ChoiceId>(), Err(IdError::Empty));
        assert_eq!("-a".parse::<ChoiceId>(), Err(IdError::Character('-')));
        assert_eq!("Guide".parse::<ChoiceId>(), Err(IdError::Character('G')));
        assert_eq!("a:b".parse::<ChoiceId>(), Err(IdError::Character(':')));
        assert_eq!("a".repeat(65).parse::<ChoiceId>(), Err(IdError::TooLong));
    }
}
