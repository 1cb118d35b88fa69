//! What advice on texts is made of: words with their places, what they say in each language, how near two texts are.
//! Nothing here knows of questions.

pub(crate) mod agreement;
pub(crate) mod chance;
pub(crate) mod lexicon;
pub(crate) mod near;
pub(crate) mod range;
mod words;

use jalon_engine::lang::Lang;

pub(crate) use words::{Word, words};

/// A language whose words are known here. Advice that needs words is silent in the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tongue {
    English,
    French,
}

impl Tongue {
    /// The tongue of a language, whatever its region.
    pub(crate) fn of(lang: &Lang) -> Option<Self> {
        match lang.primary() {
            "en" => Some(Self::English),
            "fr" => Some(Self::French),
            _ => None,
        }
    }
}
