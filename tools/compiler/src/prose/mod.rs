//! What advice on texts is made of: words with their places, what they say in each language, how near two texts are.
//! Nothing here knows of questions.

pub(crate) mod agreement;
pub(crate) mod chance;
pub(crate) mod lexicon;
pub(crate) mod near;
pub(crate) mod range;
mod words;

pub(crate) use words::{Word, words};
