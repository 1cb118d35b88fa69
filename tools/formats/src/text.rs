//! Texts that every format needs.

/// Stands in place of a model answer or a point that nobody wrote.
pub(crate) const NOTHING: &str = "…";

/// The start of a long text, for messages.
pub(crate) fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut words = text.split_whitespace();
    let mut start = String::new();
    for word in words.by_ref() {
        if !start.is_empty() {
            start.push(' ');
        }
        start.push_str(word);
        if start.chars().count() > LONGEST {
            break;
        }
    }
    let cut = start.char_indices().nth(LONGEST).map(|(at, _)| at);
    if let Some(at) = cut {
        start.truncate(at);
        start.push('…');
    }
    start
}
