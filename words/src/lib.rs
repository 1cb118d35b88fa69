//! Every sentence that a learner reads from us, in every interface language. The client says them on screen, the
//! author's tool on paper and in static pages.
//!
//! A language is one value of [`Words`]; a sentence that is missing in it doesn't compile.

mod en;
mod fr;

use jalon_engine::bank::Level;
use jalon_engine::feedback::Verdict;
use jalon_engine::lang::{Lang, Reading};
use jalon_engine::progress::Standing;

/// The words of one interface language.
#[expect(missing_docs, reason = "the English words say what each is")]
pub struct Words {
    /// The language's tag.
    pub lang: &'static str,
    /// What the language calls another one: "French", « français ».
    pub language_name: fn(&Lang) -> String,

    pub loading: &'static str,
    pub not_loaded: &'static str,
    pub no_connection: fn(url: &str) -> String,
    pub bad_status: fn(url: &str, status: u16) -> String,
    pub unreadable: fn(url: &str, why: &str) -> String,
    pub no_such_module: fn(module: &str, known: &[&str]) -> String,
    pub no_attribute: fn(name: &str) -> String,
    pub retry: &'static str,

    pub language: &'static str,
    pub both_languages: &'static str,

    pub checkpoint: &'static str,
    pub answered: fn(usize, usize) -> String,
    pub question: fn(usize) -> String,
    pub pick_several: &'static str,
    pub is_true: &'static str,
    pub is_false: &'static str,
    pub your_answer: &'static str,
    pub any_language: &'static str,
    pub too_long: &'static str,
    pub submit: &'static str,
    pub unanswered: fn(&[usize]) -> String,
    pub go_to_question: fn(usize) -> String,
    pub submit_anyway: &'static str,

    pub verdict: fn(Verdict) -> &'static str,
    pub right_answer: &'static str,
    pub why: &'static str,
    pub mind_the_accents: fn(answer: &str) -> String,
    pub mind_the_spelling: fn(answer: &str) -> String,
    pub other_language: fn(&Lang) -> String,
    pub too_close: fn(rival: &str) -> String,
    pub expected: fn(answer: &str) -> String,

    pub result: &'static str,
    pub passed: &'static str,
    pub not_passed: &'static str,
    pub points: fn(earned: u32, possible: u32) -> String,
    pub percent: fn(u32) -> String,
    pub needed: fn(pass: u8) -> String,
    pub try_again: &'static str,
    pub other_words: &'static str,
    pub by_concept: &'static str,
    pub standing: fn(Standing) -> &'static str,
    pub earlier_attempts: fn(usize) -> String,

    pub set_aside: &'static str,
    pub storage_full: &'static str,
    pub storage_forbidden: &'static str,
    pub bank_changed: &'static str,

    pub level: fn(Level) -> &'static str,
    pub minutes: fn(u16) -> String,
    pub overview: &'static str,
    pub explanation: &'static str,
    pub example: &'static str,
    pub illustrations: &'static str,
    pub tip: &'static str,
    pub warning: &'static str,
    pub prompt: &'static str,
    pub your_text: &'static str,
    pub text_is_saved: &'static str,
}

/// Every interface language, the one for readers of other languages first.
pub const ALL: [&Words; 2] = [&en::WORDS, &fr::WORDS];

/// The words for readers of `lang`; English where we don't speak it.
pub fn of(lang: &Lang) -> &'static Words {
    let own = ALL.into_iter().find(|words| words.lang == lang.primary());
    own.unwrap_or(&en::WORDS)
}

/// The words for somebody who reads like this, each language once.
pub fn for_reading(reading: &Reading, languages: &[Lang]) -> Vec<&'static Words> {
    let shown = languages.iter().filter(|lang| reading.shows(lang));
    let mut all: Vec<&'static Words> = Vec::new();
    for words in shown.map(of) {
        if all.iter().all(|known| known.lang != words.lang) {
            all.push(words);
        }
    }
    if all.is_empty() {
        all.push(&en::WORDS);
    }
    all
}

/// Numbers one after another, with the last one joined by `and`.
fn list(numbers: &[usize], and: &str) -> String {
    let mut text = String::new();
    for (n, number) in numbers.iter().enumerate() {
        if n > 0 {
            text.push_str(if n + 1 == numbers.len() { and } else { ", " });
        }
        text.push_str(&number.to_string());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every sentence of a language, with sample values filled in.
    fn sentences(words: &Words) -> Vec<String> {
        let french: Lang = "fr".parse().unwrap();
        let fixed = [
            words.loading,
            words.not_loaded,
            words.retry,
            words.language,
            words.both_languages,
            words.checkpoint,
            words.pick_several,
            words.is_true,
            words.is_false,
            words.your_answer,
            words.any_language,
            words.too_long,
            words.submit,
            words.submit_anyway,
            words.right_answer,
            words.why,
            words.result,
            words.passed,
            words.not_passed,
            words.try_again,
            words.other_words,
            words.by_concept,
            words.set_aside,
            words.storage_full,
            words.storage_forbidden,
            words.bank_changed,
            words.overview,
            words.explanation,
            words.example,
            words.illustrations,
            words.tip,
            words.warning,
            words.prompt,
            words.your_text,
            words.text_is_saved,
        ];
        let mut all: Vec<String> = fixed.map(str::to_owned).to_vec();
        all.extend([
            (words.language_name)(&french),
            (words.no_connection)("b.json"),
            (words.bad_status)("b.json", 404),
            (words.unreadable)("b.json", "line 1"),
            (words.no_such_module)("m", &["a", "b"]),
            (words.no_attribute)("bank"),
            (words.answered)(1, 2),
            (words.question)(1),
            (words.unanswered)(&[1, 3, 4]),
            (words.unanswered)(&[1]),
            (words.go_to_question)(2),
            (words.mind_the_accents)("été"),
            (words.mind_the_spelling)("guide"),
            (words.other_language)(&french),
            (words.too_close)("guide"),
            (words.expected)("guide"),
            (words.points)(1, 2),
            (words.percent)(50),
            (words.needed)(60),
            (words.earlier_attempts)(2),
            (words.minutes)(14),
        ]);
        all
    }

    #[test]
    fn french_has_a_no_break_space_before_high_punctuation_and_inside_guillemets() {
        for sentence in sentences(&fr::WORDS) {
            let chars: Vec<char> = sentence.chars().collect();
            for (before, sign) in chars.iter().zip(chars.iter().skip(1)) {
                let expected = match sign {
                    ';' | '!' | '?' | '%' => '\u{202F}',
                    ':' | '»' => '\u{A0}',
                    _ => continue,
                };
                assert_eq!(*before, expected, "before {sign} in {sentence:?}");
            }
            for (sign, after) in chars.iter().zip(chars.iter().skip(1)) {
                assert!(
                    *sign != '«' || *after == '\u{A0}',
                    "after « in {sentence:?}"
                );
            }
        }
    }

    #[test]
    fn apostrophes_are_typographic_and_nothing_is_empty() {
        for sentence in ALL.into_iter().flat_map(sentences) {
            assert!(!sentence.trim().is_empty());
            assert!(!sentence.contains('\''), "{sentence}");
        }
    }
}
