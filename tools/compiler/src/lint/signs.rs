//! What of a text is no word and says something all the same: signs of mathematics and of currencies, and code to the letter.

use super::Text;
use super::marks::{Marks, may_have};

/// The signs of a text, in order. Texts with the same words and other signs say different things: `a == b` and `a != b`, 5 % and 5 €.
pub(super) fn signs(text: &Text<'_>) -> String {
    let mut signs = String::new();
    if may_have(text) && text.raw.text.contains('`') {
        signs.extend(Marks::of(text).codes);
    }
    let mut before = ' ';
    let mut rest = text.plain.chars().peekable();
    while let Some(c) = rest.next() {
        let counts = match c {
            // A minus; any other one is a hyphen or a dash.
            '-' | '−' | '–' => {
                !before.is_alphanumeric() && rest.peek().is_some_and(char::is_ascii_digit)
            }
            c if c.is_ascii() => "+=<>%$&|^~*#@".contains(c),
            c => !c.is_alphanumeric() && !c.is_whitespace() && !"’‘“”«»…—‑·•".contains(c),
        };
        if counts {
            signs.push(c);
        }
        before = c;
    }
    signs
}
