//! The words of a typed answer, without what a fair reader overlooks.

/// For each range of letters, its first code point and what each letter comes apart into, in lower case (NFD, padded with 0).
type Table = &'static [(u32, &'static [[u16; 3]])];

/// Made by the build script from the Unicode tables.
const APART: Table = include!(concat!(env!("OUT_DIR"), "/fold.in"));

/// The words of an answer in lower case, with accents as separate marks and without punctuation. Letters and digits
/// that touch are words apart, so that "ISO27001" and "ISO 27001" have the same ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words(Vec<String>);

/// What a character is to the matcher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    /// Means something by itself: C#, C++, R&D, 100 %.
    Symbol,
    Gap,
    /// Can't be seen: soft hyphen, zero-width characters.
    Nothing,
}

fn class(c: char) -> Class {
    match c {
        '0'..='9' => Class::Digit,
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '+' | '#' | '%' | '&' | '@' | '$' | '<' | '>' | '=' | '*' | '^' | '|' => Class::Symbol,
        '\0'..='\u{9F}' => Class::Gap,
        '¢'..='¥' | '°' | '±' | '×' | '÷' | '€' | '‰' | '−' => Class::Symbol,
        'ª' | 'º' | 'µ' => Class::Letter,
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{FEFF}' => Class::Nothing,
        c if c.is_numeric() => Class::Digit,
        '\u{A0}'..='\u{BF}' | '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}' => Class::Gap,
        'ʼ' | 'ʹ' => Class::Gap,
        _ => Class::Letter,
    }
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

/// Lower case, taken apart into base letter and marks, ligatures written out.
fn push_folded(word: &mut String, c: char) {
    if c.is_ascii() {
        word.push(c.to_ascii_lowercase());
        return;
    }
    let code = u32::from(c);
    let entry = APART
        .iter()
        .find_map(|(first, letters)| letters.get(usize::try_from(code.checked_sub(*first)?).ok()?));
    let Some(entry) = entry else {
        word.push(c);
        return;
    };
    for c in entry
        .iter()
        .filter_map(|&unit| char::from_u32(unit.into()))
        .filter(|&c| c != '\0')
    {
        match c {
            'œ' => word.push_str("oe"),
            'æ' => word.push_str("ae"),
            'ß' => word.push_str("ss"),
            c => word.push(c),
        }
    }
}

/// True where the gap at `at` only groups the digits of one number, as in "27 001".
fn groups_digits(text: &[char], at: usize) -> bool {
    let is_space = matches!(text.get(at), Some(' ' | '\u{A0}' | '\u{2009}' | '\u{202F}'));
    let digits = |c: &&char| c.is_ascii_digit();
    let (before, after) = (
        text.get(..at).unwrap_or_default(),
        text.get(at + 1..).unwrap_or_default(),
    );
    let ahead = after.iter().take_while(digits).count();
    let behind = before.iter().rev().take_while(digits).count();
    // "5.15 001" and "1,2 345" are numbers of several parts already.
    let stands_alone = !matches!(before.iter().rev().nth(behind), Some('.' | ',' | '-' | '/'));
    is_space && ahead == 3 && (1..=3).contains(&behind) && stands_alone
}

/// A hyphen that is a minus: before a digit, and not behind a letter or a digit.
fn is_minus(text: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| text.get(at));
    text.get(at) == Some(&'-')
        && text.get(at + 1).is_some_and(char::is_ascii_digit)
        && before.is_none_or(|&c| c == ' ')
}

impl Words {
    /// Takes an answer apart.
    pub(super) fn of(answer: &str) -> Self {
        let text: Vec<char> = answer.chars().collect();
        let mut words: Vec<String> = Vec::new();
        let mut last = Class::Gap;
        for (at, &c) in text.iter().enumerate() {
            let class = if is_minus(&text, at) {
                Class::Symbol
            } else {
                class(c)
            };
            let class = match class {
                Class::Nothing => continue,
                Class::Gap if last == Class::Digit && groups_digits(&text, at) => continue,
                class => class,
            };
            if class == Class::Gap {
                last = class;
                continue;
            }
            if class != last || class == Class::Symbol {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                push_folded(word, if c == '−' { '-' } else { c });
            }
            last = class;
        }
        Self(words)
    }

    /// The same words without accents.
    pub(super) fn without_accents(&self) -> Self {
        let plain = |word: &String| {
            let letters = word.chars().filter(|&c| !is_mark(c));
            letters
                .map(|c| match c {
                    'ø' => 'o',
                    'ł' => 'l',
                    'đ' => 'd',
                    'ı' => 'i',
                    c => c,
                })
                .collect()
        };
        Self(self.0.iter().map(plain).collect())
    }

    /// The same words without the articles and elisions before them, in any of the languages known here. A last word is
    /// never taken away, and neither is a letter before a number: "A.8.2" keeps its A.
    pub(super) fn without_articles(&self) -> Self {
        let mut words = self.0.as_slice();
        while let [first, rest @ ..] = words {
            let is_article = |word: &str| ARTICLES.contains(&word);
            let is_word =
                |word: &str| word.chars().count() > 1 && word.starts_with(char::is_alphabetic);
            let goes_on = rest
                .first()
                .is_some_and(|next| is_word(next) || is_article(next));
            if !goes_on || !is_article(first) {
                break;
            }
            words = rest;
        }
        Self(words.to_vec())
    }

    /// The words.
    pub(super) fn words(&self) -> &[String] {
        &self.0
    }

    /// All in one, so that "cyber security" and "cybersecurity" are equal; numbers stay apart: "5.15" is not "515".
    pub(super) fn squeezed(&self) -> String {
        let mut all = String::new();
        for word in &self.0 {
            let touches = |c: Option<char>| c.is_some_and(char::is_numeric);
            if touches(all.chars().next_back()) && touches(word.chars().next()) {
                all.push(' ');
            }
            all.push_str(word);
        }
        all
    }

    /// True when there is nothing to read.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// English and French articles, without accents, elided ones as they stand before an apostrophe.
const ARTICLES: [&str; 13] = [
    "the", "a", "an", "le", "la", "les", "l", "un", "une", "des", "du", "de", "d",
];

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
            assert_eq!(Words::of(&composed), Words::of(&apart), "{word}");
        }
    }

    #[test]
    fn numbers_stay_apart_and_letters_come_together() {
        let squeezed = |text: &str| Words::of(text).squeezed();
        assert_eq!(squeezed("ISO27001"), squeezed("iso/ 27001"));
        assert_eq!(squeezed("27 001"), squeezed("27001"));
        assert_eq!(squeezed("27\u{202F}001"), squeezed("27001"));
        assert_ne!(squeezed("5.15"), squeezed("515"));
        assert_ne!(squeezed("5.15"), squeezed("51.5"));
        assert_ne!(squeezed("A.8.2"), squeezed("A.82"));
        assert_ne!(squeezed("-5"), squeezed("5"));
        assert_eq!(squeezed("\u{2212}5"), squeezed("-5"));
        assert_ne!(squeezed("C#"), squeezed("C"));
        assert_eq!(squeezed("cyber-security"), squeezed("Cybersecurity"));
    }

    #[test]
    fn articles_go_and_clause_letters_stay() {
        let bare = |text: &str| Words::of(text).without_articles().words().join(" ");
        assert_eq!(bare("the statement"), "statement");
        assert_eq!(bare("de l'organisme"), "organisme");
        assert_eq!(bare("A.8.2"), "a 8 2");
        assert_eq!(bare("la"), "la");
    }
}
