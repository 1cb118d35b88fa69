//! Whole numbers as texts, for the rules of languages.

/// Writes a number at the end of a text.
pub(crate) fn push_decimal(text: &mut String, number: u64) {
    text.push_str(&number.to_string());
}
