//! What stands in one cell: lists, numbers, words for yes and no, and the sign that keeps a text from being a formula.

use jalon_draft::Written;
use jalon_engine::grade::{Numeral, Unread};

/// What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection").
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text as a cell that no spreadsheet computes: an apostrophe in front, which [`unprotected`] takes off. Numbers stay as they are.
pub(super) fn protected(text: &str) -> String {
    let inner = text.strip_prefix('\'').unwrap_or(text);
    let is_quoted = inner.len() < text.len() && inner.starts_with('\'');
    let is_number = text.parse::<f64>().is_ok_and(f64::is_finite);
    if (inner.starts_with(FORMULA) || is_quoted) && !is_number {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// A cell without the spaces around it and without the apostrophe in front of what would be a formula.
pub(super) fn unprotected(cell: &str) -> &str {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(FORMULA) || text.starts_with('\'') => text,
        _ => cell,
    }
}

/// The parts of a list. A backslash keeps a separator from being one, and a backslash from keeping.
pub(super) fn list(cell: &str) -> Vec<String> {
    pieces(cell, '|')
        .iter()
        .map(|part| unescaped(part.trim()))
        .collect()
}

/// Lists in a list: `a;b|c`.
pub(super) fn lists(cell: &str) -> Vec<Vec<String>> {
    let inner = |part: &String| -> Vec<String> {
        let parts = pieces(part, ';');
        parts.iter().map(|part| unescaped(part.trim())).collect()
    };
    pieces(cell, '|').iter().map(inner).collect()
}

/// A list as a cell.
pub(super) fn joined<T: AsRef<str>>(parts: &[T]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| escaped(part.as_ref())).collect();
    parts.join("|")
}

/// Lists in a list as a cell.
pub(super) fn joined_lists(lists: &[Vec<String>]) -> String {
    let inner = |list: &Vec<String>| -> String {
        let parts: Vec<String> = list.iter().map(|part| escaped(part)).collect();
        parts.join(";")
    };
    lists.iter().map(inner).collect::<Vec<_>>().join("|")
}

/// Cuts at separators that no backslash precedes; the backslashes stay.
fn pieces(text: &str, separator: char) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut is_escaped = false;
    for sign in text.chars() {
        if sign == separator && !is_escaped {
            out.push(String::new());
            continue;
        }
        is_escaped = sign == '\\' && !is_escaped;
        if let Some(last) = out.last_mut() {
            last.push(sign);
        }
    }
    out
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if matches!(sign, '\\' | '|' | ';') {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

/// Backslashes in front of other signs belong to the text, as in `C:\new`.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let next = signs.peek().copied();
        match next {
            Some(kept @ ('\\' | '|' | ';')) if sign == '\\' => {
                out.push(kept);
                signs.next();
            }
            _ => out.push(sign),
        }
    }
    out
}

/// How a file writes decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decimals {
    /// With a comma, as spreadsheets do where semicolons stand between cells.
    Comma,
    /// Nobody said.
    Unknown,
}

/// A number as a bank writes it, or why it is none.
pub(super) fn number(cell: &str, decimals: Decimals) -> Result<Written, String> {
    if let Some(plain) = plain_number(cell) {
        return Ok(plain);
    }
    if let Some(text) = cell
        .strip_prefix('"')
        .and_then(|cell| cell.strip_suffix('"'))
    {
        return Ok(Written::Text(text.to_owned()));
    }
    let spaced = cell.replace(['\u{a0}', '\u{202f}'], " ");
    if decimals == Decimals::Comma {
        let bare = spaced.replace(' ', "");
        if bare.matches(',').count() == 1
            && let Some(number) = plain_number(&bare.replace(',', "."))
        {
            return Ok(number);
        }
    }
    match Numeral::read(&spaced) {
        Ok(number) => {
            let plain = plain_number(number.as_str());
            Ok(plain.unwrap_or(Written::Text(spaced)))
        }
        Err(Unread::Ambiguous(doubt)) => Err(format!(
            "“{cell}” may be {} or {}: write it without a thousands separator and with a decimal point",
            doubt.grouped, doubt.decimal
        )),
        Err(_) => Err(format!("“{cell}” isn't a number")),
    }
}

/// A number as TOML writes it: a point, and no mark of thousands.
fn plain_number(text: &str) -> Option<Written> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if !digits.starts_with(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    let is_whole = digits.chars().all(|sign| sign.is_ascii_digit());
    if is_whole && !(digits.len() > 1 && digits.starts_with('0')) {
        return text.parse().ok().map(Written::Whole);
    }
    let fraction: f64 = text.parse().ok()?;
    // What a float can't say to the last digit stays a text, which is exact.
    let is_exact = fraction.to_string() == text;
    is_exact.then_some(Written::Fraction(fraction))
}

/// A number as a learner would type it, with its unit.
pub(super) fn sample(cell: &str) -> Written {
    match (plain_number(cell), number(cell, Decimals::Unknown)) {
        (Some(plain), _) => plain,
        (None, Ok(Written::Text(text))) => Written::Text(text),
        (None, _) => Written::Text(cell.to_owned()),
    }
}

/// A number of a bank as a cell: a text that would be read as something else stands in quotation marks.
pub(super) fn written(number: &Written) -> String {
    match number {
        Written::Whole(number) => number.to_string(),
        Written::Fraction(number) => number.to_string(),
        Written::Text(text) if self::number(text, Decimals::Unknown).as_ref() == Ok(number) => {
            text.clone()
        }
        Written::Text(text) => format!("\"{text}\""),
    }
}

/// A whole number that is not negative; spreadsheets write `2.0` and `2,00`.
pub(super) fn count(cell: &str) -> Option<u64> {
    let whole = match cell.split_once(['.', ',']) {
        Some((whole, zeros)) if zeros.chars().all(|sign| sign == '0') => whole,
        Some(_) => return None,
        None => cell,
    };
    whole.trim_end_matches('%').trim().parse().ok()
}

/// Words for yes and for no, also in French.
pub(super) fn truth(cell: &str) -> Option<bool> {
    match super::theirs::folded(cell).join(" ").as_str() {
        "true" | "t" | "yes" | "y" | "1" | "vrai" | "v" | "oui" | "o" | "right" | "correct"
        | "x" | "juste" => Some(true),
        "false" | "f" | "no" | "n" | "0" | "faux" | "non" | "wrong" | "incorrect" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_kept_from_computing_and_read_as_it_was() {
        for text in [
            "=1+1", "+33 1", "-x", "@a", "'=1", "''", "'tis", "'", "-5", "plain", "'-5",
        ] {
            let cell = protected(text);
            assert_eq!(unprotected(&cell), text, "{cell}");
            let is_number = text.parse::<f64>().is_ok();
            assert!(
                !cell.starts_with(['=', '+', '-', '@']) || is_number,
                "{cell}"
            );
        }
        assert_eq!(protected("-5"), "-5");
    }

    #[test]
    fn a_list_keeps_the_signs_that_separate() {
        let parts = ["a|b", "c;d", "C:\\new", "\\", "e\\|", ""];
        assert_eq!(list(&joined(&parts)), parts);
        let nested = vec![
            vec!["a;b".to_owned(), "c|d".to_owned()],
            vec!["\\e".to_owned()],
        ];
        assert_eq!(lists(&joined_lists(&nested)), nested);
        assert_eq!(list("C:\\new | D"), ["C:\\new", "D"]);
    }

    #[test]
    fn a_number_with_a_comma_is_read_where_nobody_can_mistake_it() {
        use Decimals::{Comma, Unknown};
        let text = |text: &str| Ok(Written::Text(text.to_owned()));
        for (cell, decimals, read) in [
            ("93", Unknown, Ok(Written::Whole(93))),
            ("-5", Unknown, Ok(Written::Whole(-5))),
            ("2.75", Unknown, Ok(Written::Fraction(2.75))),
            ("2,75", Unknown, Ok(Written::Fraction(2.75))),
            ("2,75", Comma, Ok(Written::Fraction(2.75))),
            ("1,234", Comma, Ok(Written::Fraction(1.234))),
            ("1 234,5", Comma, Ok(Written::Fraction(1234.5))),
            ("3/4", Unknown, text("3/4")),
            ("0.10", Unknown, text("0.10")),
        ] {
            assert_eq!(number(cell, decimals), read, "{cell}");
        }
        assert!(number("1,234", Unknown).is_err_and(|why| why.contains("1234 or 1.234")));
        assert!(number("many", Unknown).is_err());
    }
}
