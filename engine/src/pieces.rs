//! Words apart, for the rules of languages.

/// A text, cut at each sign.
pub(crate) fn pieces(text: &str, sign: u8) -> std::str::Split<'_, char> {
    text.split(char::from(sign))
}

/// What stands before the first sign and after it, if there is one.
pub(crate) fn cut_once(text: &str, sign: u8) -> Option<(&str, &str)> {
    text.split_once(char::from(sign))
}
