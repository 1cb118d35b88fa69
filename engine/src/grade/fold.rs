//! The words of a typed answer, without what a fair reader overlooks.
//!
//! A text in normal form is one string: lower case, accents as separate marks, no punctuation, one space between words.
//! Letters and digits that touch are words apart, so that "ISO27001" and "ISO 27001" have the same ones; a number that
//! another number follows ends in a dot, so that "5.15" never becomes "515" where spaces are overlooked.

use crate::language::Rules;

/// What letters come apart into, in lower case (NFD), column by column: these compress to two thirds of what rows do.
struct Table {
    /// The first code point of each range of letters, and how many it has.
    ranges: &'static [(u32, usize)],
    /// The low byte of each base letter; of a letter without marks, of what to add to it for its lower case.
    low: &'static [u8],
    /// The high bytes.
    high: &'static [u8],
    /// The first mark of each letter, from U+0300 as 1, or 0.
    mark: &'static [u8],
    /// The second.
    second: &'static [u8],
}

impl Table {
    /// The base letter and the marks of a letter, if it is in the table.
    fn apart(&self, letter: char) -> Option<(char, [Option<char>; 2])> {
        let code = u32::from(letter);
        let mut at = 0;
        for (first, count) in self.ranges {
            let place = code.wrapping_sub(*first) as usize;
            if place < *count {
                at += place;
                let byte = |column: &[u8]| column.get(at).copied().map_or(0, u32::from);
                let mark = |column| match byte(column) {
                    0 => None,
                    mark => char::from_u32(0x2FF + mark),
                };
                let marks = [mark(self.mark), mark(self.second)];
                let base = byte(self.low) | byte(self.high) << 8;
                let base = match marks[0] {
                    None => (base + code) & 0xFFFF,
                    Some(_) => base,
                };
                return Some((char::from_u32(base)?, marks));
            }
            at += count;
        }
        None
    }
}

/// Made by the build script from the Unicode tables.
const APART: Table = include!(concat!(env!("OUT_DIR"), "/fold.in"));

/// What a character is to the matcher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    /// Means something by itself: C#, C++, R&D, 100 %.
    Symbol,
    Gap,
    /// Can't be seen: soft hyphen, zero-width characters, directions, variants of an emoji.
    Nothing,
}

fn class(c: char) -> Class {
    match c {
        '0'..='9' => Class::Digit,
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '+' | '#' | '%' | '&' | '@' | '$' | '<' | '>' | '=' | '*' | '^' | '|' => Class::Symbol,
        '\0'..='\u{9F}' => Class::Gap,
        '¢'..='¥' | '°' | '±' | '×' | '÷' | '€' | '‰' => Class::Symbol,
        '²' | '³' | '¹' | '¼'..='¾' => Class::Digit,
        'ª' | 'º' | 'µ' => Class::Letter,
        '\u{AD}'
        | '\u{61C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' => Class::Nothing,
        '\u{A0}'..='\u{BF}' | '\u{2B9}'..='\u{2BC}' | '\u{2000}'..='\u{205F}' => Class::Gap,
        // Superscripts, fractions and Roman numbers; circled numbers.
        '\u{2070}'..='\u{2089}' | '\u{2150}'..='\u{218B}' | '\u{2460}'..='\u{24FF}' => Class::Digit,
        // Arrows and mathematics.
        '\u{2190}'..='\u{22FF}' => Class::Symbol,
        // Trade marks; pictures, boxes and emoji; punctuation of other scripts.
        '\u{2120}'..='\u{2122}'
        | '\u{2300}'..='\u{2BFF}'
        | '\u{3000}'..='\u{303F}'
        | '\u{1F000}'..='\u{1FAFF}'
        | '،'
        | '؛'
        | '؟'
        | '־'
        | '׳'
        | '״' => Class::Gap,
        _ => Class::Letter,
    }
}

/// True for a letter, of any script.
pub(super) fn is_letter(c: char) -> bool {
    class(c) == Class::Letter
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

/// Full-width characters and the digits of Arabic keyboards, as ASCII.
fn narrow(c: char) -> char {
    let base = match c {
        '！'..='～' => 0xFEE0,
        '٠'..='٩' => 0x660 - 0x30,
        '۰'..='۹' => 0x6F0 - 0x30,
        _ => return c,
    };
    char::from_u32(u32::from(c) - base).unwrap_or(c)
}

/// Lower case, taken apart into base letter and marks, ligatures written out.
fn push_folded(words: &mut String, c: char) {
    if c.is_ascii() {
        words.push(c.to_ascii_lowercase());
        return;
    }
    if let Some((base, marks)) = APART.apart(c) {
        match base {
            'œ' => words.push_str("oe"),
            'æ' => words.push_str("ae"),
            'ß' => words.push_str("ss"),
            base => words.push(base),
        }
        words.extend(marks.into_iter().flatten());
        return;
    }
    match c {
        '\u{FB00}' => words.push_str("ff"),
        '\u{FB01}' => words.push_str("fi"),
        '\u{FB02}' => words.push_str("fl"),
        '\u{FB03}' => words.push_str("ffi"),
        '\u{FB04}' => words.push_str("ffl"),
        '−' => words.push('-'),
        c => words.push(c),
    }
}

fn is_digit(c: char) -> bool {
    narrow(c).is_ascii_digit()
}

/// True where a gap only groups the digits of one number, as in "27 001".
fn groups_digits(before: &str, gap: char, after: &str) -> bool {
    let ahead = after.chars().take_while(|&c| is_digit(c)).count();
    let behind = before.chars().rev().take_while(|&c| is_digit(c)).count();
    matches!(gap, ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}')
        && ahead == 3
        && (1..=3).contains(&behind)
        // "5.15 001" and "1,2 345" are numbers of several parts already.
        && !matches!(before.chars().rev().nth(behind), Some('.' | ',' | '-' | '/'))
}

/// True where a dot only groups the digits of one number, as in "1.000.000", but not in "5.15.001".
fn dot_groups_digits(before: &str, after: &str) -> bool {
    let first = last_group(before.chars().rev());
    let last = last_group(after.chars());
    // A last dot ends the sentence.
    after.starts_with(is_digit) && matches!(first, Some(1..=3)) && matches!(last, Some(0 | 3))
}

/// How many digits the last of some groups has, where each before it has three.
fn last_group(chars: impl Iterator<Item = char>) -> Option<usize> {
    let mut digits = 0;
    for c in chars.take_while(|c| is_digit(*c) || *c == '.') {
        digits = match c {
            '.' if digits == 3 => 0,
            '.' => return None,
            _ => digits + 1,
        };
    }
    Some(digits)
}

/// A hyphen that is a minus: before a digit, and not behind a letter or a digit.
fn is_minus(before: &str, c: char, after: &str) -> bool {
    c == '-'
        && after.chars().next().is_some_and(is_digit)
        && (before.is_empty() || before.ends_with(' '))
}

/// The words of a text, in normal form.
pub(super) fn words(text: &str) -> String {
    words_by(text, Rules::NONE)
}

/// The words of a text, in normal form, where some languages may group the digits of a number by dots.
pub(super) fn words_by(text: &str, rules: Rules) -> String {
    let by_dots = rules.groups_by_dots();
    let mut words = String::with_capacity(text.len() + 8);
    let mut last = Class::Gap;
    let mut last_word = Class::Gap;
    let mut rest = text.chars();
    while let Some(raw) = rest.next() {
        let c = narrow(raw);
        let mut own = class(c);
        if own == Class::Gap {
            let before = text.len() - rest.as_str().len() - raw.len_utf8();
            let before = text.get(..before).unwrap_or_default();
            if is_minus(before, raw, rest.as_str()) {
                own = Class::Symbol;
            } else {
                let after = rest.as_str();
                let groups = groups_digits(before, raw, after)
                    || by_dots && raw == '.' && dot_groups_digits(before, after);
                if last != Class::Digit || !groups {
                    last = own;
                }
                continue;
            }
        }
        if own == Class::Nothing {
            continue;
        }
        if own != last || own == Class::Symbol {
            if own == Class::Digit && last_word == Class::Digit {
                words.push('.');
            }
            if !words.is_empty() {
                words.push(' ');
            }
        }
        push_folded(&mut words, c);
        last = own;
        last_word = own;
    }
    words
}

/// The same words without accents.
pub(super) fn without_accents(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    push_without_accents(&mut plain, words);
    plain
}

/// Writes words without their accents.
pub(super) fn push_without_accents(plain: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' => plain.push('d'),
            'ı' => plain.push('i'),
            c if is_mark(c) => {}
            c => plain.push(c),
        }
    }
}

/// The same words without the articles and elisions before them. A last word is never taken away, and neither is a letter
/// before a number: "A.8.2" keeps its A.
pub(super) fn without_articles(plain: &str, rules: Rules) -> &str {
    let mut words = plain;
    while let Some((first, rest)) = words.split_once(' ') {
        let next = rest.split(' ').next().unwrap_or_default();
        let goes_on = first.len() > 1
            || rules.is_article(next)
            || next.len() > 1 && next.starts_with(is_letter);
        if !goes_on || !rules.is_article(first) {
            break;
        }
        words = rest;
    }
    words
}

/// The letters and digits of a text in normal form without the spaces between words, so that "cyber security" and
/// "cybersecurity" are equal.
pub(super) fn squeezed(words: &str) -> String {
    let mut all = String::with_capacity(words.len());
    for word in words.split(' ') {
        all.push_str(word);
    }
    all
}

/// True when two texts in normal form differ in their spaces at most, and there is something in them. A space may not
/// hide a negation: "no table" is not "notable", nor "a symmetric" "asymmetric".
pub(super) fn same(one: &str, other: &str, rules: Rules) -> bool {
    !one.is_empty()
        && one
            .bytes()
            .filter(|b| *b != b' ')
            .eq(other.bytes().filter(|b| *b != b' '))
        && (one == other || keeps_apart(one, other, rules) && keeps_apart(other, one, rules))
}

/// True when the words of one text that would turn the next one round are words of their own in the other text too.
pub(super) fn keeps_apart(one: &str, other: &str, rules: Rules) -> bool {
    let mut end = 0;
    for (n, word) in one.split(' ').enumerate() {
        end += word.len();
        // Prefixes of Greek and Latin, which many languages share.
        let turns = matches!(word, "a" | "an")
            || n == 0 && matches!(word, "des" | "de")
            || rules.is_separate(word);
        if turns && !ends_a_word(other, end) {
            return false;
        }
    }
    true
}

/// True when a word ends behind that many bytes, spaces not counted.
fn ends_a_word(text: &str, bytes: usize) -> bool {
    let mut end = 0;
    text.split(' ').any(|word| {
        end += word.len();
        end == bytes
    })
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn the_small_table_agrees_with_the_unicode_library() {
        let blocks = [0x00C0..0x0250u32, 0x0370..0x0530, 0x1E00..0x1F00];
        for c in blocks.into_iter().flatten().filter_map(char::from_u32) {
            let mut ours = String::new();
            push_folded(&mut ours, c);
            let theirs: String = c.to_lowercase().nfd().collect();
            let theirs = theirs
                .replace('œ', "oe")
                .replace('æ', "ae")
                .replace('ß', "ss");
            assert_eq!(ours, theirs, "{c}");
        }
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same_words() {
        for word in ["é", "Évaluation", "ŒUVRE", "naïveté", "façon", "Йод", "Ứng"] {
            let composed: String = word.nfc().collect();
            let apart: String = word.nfd().collect();
            assert_eq!(words(&composed), words(&apart), "{word}");
        }
    }

    #[test]
    fn a_text_has_one_normal_form() {
        for (text, normal) in [
            ("ISO/IEC 27001:2022", "iso iec 27001. 2022"),
            ("iso27001", "iso 27001"),
            ("27 001", "27001"),
            ("27\u{202F}001", "27001"),
            ("1 000 000", "1000000"),
            ("2022 001", "2022. 001"),
            ("5.15 001", "5. 15. 001"),
            ("２７００１", "27001"),
            ("A.8.2", "a 8. 2"),
            ("-5", "- 5"),
            ("\u{2212}5", "- 5"),
            ("1 -5", "1 - 5"),
            ("27006-1", "27006. 1"),
            ("C++ & C#", "c + + & c #"),
            ("cyber-security!", "cyber security"),
            ("  …  ", ""),
            ("Certi\u{FB01}é 👍\u{FE0F}", "certifie\u{301}"),
        ] {
            assert_eq!(words(text), normal, "{text}");
        }
    }

    #[test]
    fn numbers_stay_apart_and_letters_come_together() {
        let squeezed = |text: &str| squeezed(&words(text));
        assert_eq!(squeezed("ISO27001"), squeezed("iso/ 27001"));
        assert_ne!(squeezed("5.15"), squeezed("515"));
        assert_ne!(squeezed("5.15"), squeezed("51.5"));
        assert_ne!(squeezed("A.8.2"), squeezed("A.82"));
        assert_ne!(squeezed("-5"), squeezed("5"));
        assert_ne!(squeezed("C#"), squeezed("C"));
        assert_eq!(squeezed("cyber-security"), squeezed("Cybersecurity"));
    }

    #[test]
    fn articles_go_and_clause_letters_stay() {
        for (text, bare) in [
            ("the statement", "statement"),
            ("de l'organisme", "organisme"),
            ("la 27001", "27001"),
            ("the A.8.2", "a 8. 2"),
            ("A.8.2", "a 8. 2"),
            ("a b", "a b"),
            ("la", "la"),
            ("de la", "la"),
        ] {
            assert_eq!(without_articles(&words(text), Rules::ALL), bare, "{text}");
        }
    }
}
