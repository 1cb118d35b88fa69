//! The words of a text, as they are written.

use std::borrow::Cow;

/// The words of a text in lower case: runs of letters and digits. An apostrophe ends a word: "l'audit" is two, and so is "isn't".
pub(crate) fn words(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    pieces(text).map(|piece| {
        if piece.contains(char::is_uppercase) {
            Cow::Owned(piece.to_lowercase())
        } else {
            Cow::Borrowed(piece)
        }
    })
}

/// The words of a text as they are written.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split(|c: char| !c.is_alphanumeric());
    pieces.filter(|piece| !piece.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apostrophe_ends_a_word() {
        let words: Vec<Cow<'_, str>> = words("L'audit n'est-il pas « Interne » ?").collect();
        assert_eq!(words, ["l", "audit", "n", "est", "il", "pas", "interne"]);
    }
}
