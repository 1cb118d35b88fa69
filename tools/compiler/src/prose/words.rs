//! A text in Markdown, word by word.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::{Language, has};

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    /// In lower case. What its language elides is a word of its own and keeps its apostrophe: `l'`, `qu'`. Numbers keep what is inside
    /// them: `5.15`, `27001:2022`.
    pub(crate) text: Cow<'a, str>,
    /// Its bytes in the text.
    pub(crate) at: Range<usize>,
    /// Emphasised, strong, in code or, among other words, in capitals.
    pub(crate) stressed: bool,
    /// A mark that ends a clause stands between the word before it and this one.
    pub(crate) after_mark: bool,
}

impl Word<'_> {
    /// True for a number, or a code with a digit in it.
    pub(crate) fn is_number(&self) -> bool {
        self.text.bytes().any(|byte| byte.is_ascii_digit())
    }
}

/// The words of a text in Markdown, without marks and addresses.
pub(crate) fn words<'a>(text: &'a str, language: Option<&Language>) -> Vec<Word<'a>> {
    let mut reader = WordReader {
        text,
        elisions: language.map_or("", |language| language.elisions),
        words: Vec::new(),
        marks: Vec::new(),
        in_code: false,
        after_mark: false,
    };
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        at = if c.is_alphanumeric() {
            reader.word(at)
        } else {
            reader.mark(at, c)
        };
    }
    let mut words = reader.words;
    soften_capitals(&mut words, text);
    words
}

struct WordReader<'a> {
    text: &'a str,
    elisions: &'static str,
    words: Vec<Word<'a>>,
    /// The runs of `*` or `_` that are open.
    marks: Vec<&'a str>,
    in_code: bool,
    after_mark: bool,
}

impl<'a> WordReader<'a> {
    fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Reads a word from `at` on. Returns where it ends.
    fn word(&mut self, at: usize) -> usize {
        let rest = self.rest(at);
        let mut end = 0;
        let mut last_is_digit = false;
        let mut chars = rest.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            let next = chars.peek().map(|(_, next)| *next);
            let goes_on = match c {
                c if c.is_alphanumeric() => true,
                '.' | ',' | ':' | '/' => last_is_digit && next.is_some_and(|n| n.is_ascii_digit()),
                '\'' | '’' if self.elides(rest.get(..start).unwrap_or_default()) => {
                    end = start + c.len_utf8();
                    break;
                }
                '\'' | '’' | '-' | '‑' => next.is_some_and(char::is_alphanumeric),
                _ => false,
            };
            if !goes_on {
                break;
            }
            last_is_digit = c.is_ascii_digit();
            end = start + c.len_utf8();
        }
        let written = rest.get(..end).unwrap_or_default();
        self.words.push(Word {
            text: lower(written),
            at: at..at + end,
            stressed: !self.marks.is_empty() || self.in_code || is_capitals(written),
            after_mark: std::mem::take(&mut self.after_mark),
        });
        at + end
    }

    fn elides(&self, before: &str) -> bool {
        has(self.elisions, &before.to_lowercase())
    }

    /// Reads what is no word. Returns where it ends.
    fn mark(&mut self, at: usize, c: char) -> usize {
        let rest = self.rest(at);
        match c {
            '\\' => {
                let escaped = rest.chars().nth(1).map_or(0, char::len_utf8);
                return at + 1 + escaped;
            }
            ']' if rest.starts_with("](") => {
                let end = rest.find(')').map_or(rest.len(), |end| end + 1);
                return at + end;
            }
            '`' => self.in_code = !self.in_code,
            '*' | '_' if !self.in_code => {
                let run = rest.len() - rest.trim_start_matches(c).len();
                self.stress(at, rest.get(..run).unwrap_or_default());
                return at + run;
            }
            '.' | ',' | ';' | ':' | '?' | '!' | '(' | ')' | '«' | '»' | '“' | '”' | '\n' | '—'
            | '…' => {
                self.after_mark = true;
            }
            _ => {}
        }
        at + c.len_utf8()
    }

    /// A run of `*` or `_` opens a stretch or closes one.
    fn stress(&mut self, at: usize, run: &'a str) {
        let before = self.text.get(..at).unwrap_or_default();
        let before = before.chars().next_back();
        let after = self.rest(at + run.len()).chars().next();
        if self.marks.last() == Some(&run) && before.is_some_and(|c| !c.is_whitespace()) {
            self.marks.pop();
        } else if after.is_some_and(|c| !c.is_whitespace()) {
            self.marks.push(run);
        }
    }
}

fn lower(written: &str) -> Cow<'_, str> {
    if written
        .chars()
        .all(|c| c.is_lowercase() || c.is_ascii_digit())
    {
        Cow::Borrowed(written)
    } else {
        Cow::Owned(written.to_lowercase().replace('’', "'"))
    }
}

fn is_capitals(written: &str) -> bool {
    written.chars().all(|c| !c.is_lowercase())
        && written.chars().filter(|c| c.is_alphabetic()).count() > 1
}

/// Where everything is in capitals, nothing is stressed by them.
fn soften_capitals(words: &mut [Word<'_>], text: &str) {
    if text.chars().any(char::is_lowercase) {
        return;
    }
    for word in words {
        word.stressed = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ENGLISH, FRENCH};
    use proptest::prelude::*;

    fn texts(text: &str, language: &Language) -> Vec<String> {
        words(text, Some(language))
            .into_iter()
            .map(|word| word.text.into_owned())
            .collect()
    }

    #[test]
    fn elisions_and_numbers_come_apart_as_readers_take_them() {
        for (text, expected) in [
            (
                "L'organisme n’est pas certifié",
                vec!["l'", "organisme", "n'", "est", "pas", "certifié"],
            ),
            (
                "It isn't ISO/IEC 27001:2022.",
                vec!["it", "isn't", "iso", "iec", "27001:2022"],
            ),
            (
                "see 5.15, [here](https://a.example/b) and A.8",
                vec!["see", "5.15", "here", "and", "a", "8"],
            ),
            ("a well-known *point*", vec!["a", "well-known", "point"]),
            ("", vec![]),
            ("\\", vec![]),
            ("](", vec![]),
        ] {
            let language = if text.starts_with("L'") {
                &FRENCH
            } else {
                &ENGLISH
            };
            assert_eq!(texts(text, language), expected, "{text}");
        }
    }

    #[test]
    fn what_one_language_elides_is_part_of_a_word_in_another() {
        assert_eq!(texts("d'eau", &FRENCH), ["d'", "eau"]);
        assert_eq!(texts("at D'Arcy's", &ENGLISH), ["at", "d'arcy's"]);
        assert_eq!(words("l'audit", None).len(), 1);
    }

    #[test]
    fn each_word_says_where_it_stands() {
        let text = "Où est-ce *écrit* ?";
        for word in words(text, Some(&FRENCH)) {
            assert_eq!(text[word.at.clone()].to_lowercase(), word.text);
        }
    }

    #[test]
    fn a_word_is_stressed_by_marks_or_by_capitals() {
        for (text, stressed) in [
            ("Which is *not* one?", vec!["not"]),
            ("Which is **not** one?", vec!["not"]),
            ("Which is NOT one?", vec!["not"]),
            ("WHICH IS NOT ONE?", vec![]),
            ("**Which *is* not** one?", vec!["which", "is", "not"]),
            ("3 * 4 is not 5 * 6", vec![]),
            ("a \\*literal\\* star", vec![]),
            ("Run `cargo` now", vec!["cargo"]),
            ("Lequel ne convient _pas_ ?", vec!["pas"]),
        ] {
            let words = words(text, None);
            let found: Vec<&str> = words
                .iter()
                .filter(|word| word.stressed)
                .map(|word| word.text.as_ref())
                .collect();
            assert_eq!(found, stressed, "{text}");
        }
    }

    proptest! {
        #[test]
        fn words_stand_in_order_within_any_text(text in "[a-c'’é*_`\\\\\\]\\[(). 0-9:-]{0,40}|.{0,40}") {
            let mut end = 0;
            for word in words(&text, Some(&FRENCH)) {
                prop_assert!(word.at.start >= end && word.at.end > word.at.start);
                prop_assert!(text.get(word.at.clone()).is_some());
                end = word.at.end;
            }
        }
    }
}
