//! QTI 3.0: a content package with a manifest, a test for each module, and an item for each question.
//!
//! Marks of ours stand in `data-jalon-` attributes, where the standard allows any; other players pass over them.

mod asked;
mod item;
mod kinds;
mod lower;
mod package;
mod parts;
mod rules;

pub(crate) use lower::lower;
pub(crate) use package::write;

/// The value of a number that is written as a decimal or a fraction, and whether a decimal says it exactly.
fn decimal(text: &str) -> Option<(f64, bool)> {
    let text = text.trim();
    if let Ok(value) = text.parse::<f64>() {
        return value.is_finite().then_some((value, true));
    }
    let (over, under) = text.split_once('/')?;
    let over = over.trim().parse::<f64>().ok()?;
    let under = under.trim().parse::<f64>().ok()?;
    let value = over / under;
    let mut rest = under.abs();
    while rest > 1.0 && rest % 2.0 == 0.0 {
        rest /= 2.0;
    }
    while rest > 1.0 && rest % 5.0 == 0.0 {
        rest /= 5.0;
    }
    value.is_finite().then_some((value, rest == 1.0))
}

/// A text in an attribute, with its quotes.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            sign => out.push(sign),
        }
    }
    out.push('"');
    out
}

/// A text in an element.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// An id as an identifier of XML, which begins with a letter.
fn name(id: &str) -> String {
    match id.starts_with(|first: char| first.is_ascii_alphabetic()) {
        true => id.to_owned(),
        false => format!("_{id}"),
    }
}
