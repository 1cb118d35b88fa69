//! What holds for the words of every language.

use std::collections::BTreeSet;

use super::*;
use crate::template::Text;
use jalon_engine::grade::Score;

/// Every text of a language that has the same name in all languages.
fn texts(lang: &str) -> Vec<Text> {
    let words = ALL.into_iter().find(|words| words.lang == lang).unwrap();
    let paper = LANGUAGES_ON_PAPER
        .into_iter()
        .find(|words| words.lang == lang);
    let progress = LANGUAGES_OF_PROGRESS
        .into_iter()
        .find(|words| words.lang == lang);
    let mut all = words.texts();
    all.extend(paper.unwrap().texts());
    all.extend(progress.unwrap().texts());
    let mut sites = LANGUAGES_OF_SITE.into_iter();
    let site = sites.find(|words| words.lang == lang);
    all.extend(site.unwrap().texts());
    all
}

/// What a language says where a value of an enum or a number with decimals chooses the text.
fn chosen(words: &Words) -> Vec<&'static str> {
    use Verdict::{Compare, NotYet, Partly, Right, Unanswered, Wrong};
    let mut all = Vec::new();
    all.extend([Right, Partly, Wrong, Unanswered, NotYet, Compare].map(words.verdict));
    all.extend(
        [
            Standing::Unknown,
            Standing::Weak,
            Standing::Growing,
            Standing::Unconfirmed,
            Standing::Solid,
        ]
        .map(words.standing),
    );
    all.extend([Level::Foundation, Level::Intermediate, Level::Advanced].map(words.level));
    all.extend(Certainty::ALL.map(words.certainty));
    all.extend(Certainty::ALL.map(words.at_stake));
    all.extend([Confidence::Over, Confidence::Well, Confidence::Under].map(words.confidence));
    all.extend(quotes(words).map(|quote| quote.0));
    let points = [(0, 1), (100, 1), (150, 2), (300, 3)];
    all.extend(points.map(|(hundredths, possible)| (words.points)(hundredths, possible).0));
    all.extend([0, 1, 2].map(|count| (words.words_written)(count).0));
    let paper = paper::of(&words.lang.parse().unwrap());
    all.extend([0, 100, 150, 300].map(|hundredths| (paper.points)(hundredths).0));
    all
}

fn quotes(words: &Words) -> [Quote; 7] {
    [
        words.mind_the_accents,
        words.mind_the_grammar,
        words.also_called,
        words.usual_order,
        words.in_short,
        words.mind_the_spelling,
        words.too_close,
    ]
}

/// Every text of a language.
fn sentences(words: &Words) -> Vec<&'static str> {
    let mut all: Vec<&str> = texts(words.lang)
        .into_iter()
        .filter(|text| !["group_mark", "and", "decimal_mark"].contains(&text.name))
        .flat_map(|text| text.forms)
        .collect();
    all.extend(chosen(words));
    all
}

fn names(text: &'static str) -> BTreeSet<&'static str> {
    Template(text).placeholders().into_iter().collect()
}

#[test]
fn every_language_has_the_words_of_every_part() {
    let tags = ALL.map(|words| words.lang);
    assert_eq!(LANGUAGES_ON_PAPER.map(|words| words.lang), tags);
    assert_eq!(LANGUAGES_OF_PROGRESS.map(|words| words.lang), tags);
    assert_eq!(LANGUAGES_OF_SITE.map(|words| words.lang), tags);
}

/// The tags for which the client has a chunk of words: `"fr" => Some(`.
fn tags_of_chunks() -> Vec<&'static str> {
    let chunks = include_str!("../../checkpoint/src/chunks.rs");
    let arms = chunks
        .lines()
        .filter_map(|line| line.split_once("\" => Some("));
    arms.map(|(tag, _)| tag.trim_start().trim_start_matches('"'))
        .collect()
}

/// The tags of each sentence that the loader has: `retry: { en: "Retry", fr: "Réessayer" }`.
fn tags_in_loader() -> Vec<Vec<&'static str>> {
    let loader = include_str!("../../loader.js");
    let (_, words) = loader.split_once("const WORDS = {").unwrap();
    let (words, _) = words.split_once("\n};").unwrap();
    let sentences = words.split('}').filter_map(|own| own.split_once('{'));
    let tags = |(_, texts): (&'static str, &'static str)| {
        let names = texts.split(": \"").map(str::split_whitespace);
        let mut names: Vec<&str> = names.filter_map(Iterator::last).collect();
        // What stands behind the last one is its text.
        names.pop();
        names
    };
    sentences.map(tags).collect()
}

#[test]
fn the_client_can_load_every_language() {
    let (first, others) = TAGS.split_first().unwrap();
    assert_eq!(first, &BUILT_IN[0].lang);
    assert_eq!(tags_of_chunks(), others, "app/checkpoint/src/chunks.rs");
    let sentences = tags_in_loader();
    assert!(!sentences.is_empty());
    for tags in sentences {
        assert_eq!(tags, TAGS, "app/loader.js");
    }
}

#[test]
fn a_sentence_has_the_placeholders_that_its_method_fills() {
    for words in ALL {
        for text in texts(words.lang) {
            let declared: BTreeSet<&str> = text.names.iter().copied().collect();
            let forms: Vec<_> = text.forms.iter().map(|form| names(form)).collect();
            let all: BTreeSet<&str> = forms.iter().flatten().copied().collect();
            // A plural may say "one" in words, or leave a value to another form.
            assert_eq!(all, declared, "{}: {}", words.lang, text.name);
        }
        for quote in quotes(words) {
            assert_eq!(Template(quote.0).placeholders(), ["answer"]);
        }
        for hundredths in [0, 100, 150, 300] {
            let points = (words.points)(hundredths, 3).0;
            assert_eq!(names(points), BTreeSet::from(["earned", "possible"]));
            let paper = (paper::of(&words.lang.parse().unwrap()).points)(hundredths).0;
            assert_eq!(names(paper), BTreeSet::from(["count"]));
        }
        for count in 0..3 {
            assert_eq!(
                names((words.words_written)(count).0),
                BTreeSet::from(["count"])
            );
        }
    }
}

#[test]
fn a_plural_says_its_number_from_two_on() {
    let at_five = |words: &Words| {
        [
            (words.pick_exactly)(5),
            (words.earlier_attempts)(5),
            (words.minutes)(5),
            (words.tries_left)(5),
            (words.hints_shown)(5),
            (words.wrong_tries)(5),
            (words.attempts_left)(5),
            (words.no_attempt_left)(5),
        ]
    };
    for words in ALL {
        for template in at_five(words) {
            assert_eq!(template.placeholders(), ["count"], "{}", template.0);
        }
    }
}

#[test]
fn french_counts_answers_in_the_singular_up_to_one() {
    let said = [0, 1, 2].map(|count| fr::WORDS.answered(count, 5));
    assert_eq!(
        said,
        ["0 réponse sur 5", "1 réponse sur 5", "2 réponses sur 5"]
    );
}

#[test]
fn labels_begin_with_a_capital() {
    for words in ALL {
        let standing = [
            Standing::Unknown,
            Standing::Weak,
            Standing::Growing,
            Standing::Unconfirmed,
            Standing::Solid,
        ];
        for label in standing.map(words.standing) {
            assert!(label.starts_with(char::is_uppercase), "{label}");
        }
    }
}

#[test]
fn every_language_names_the_languages_of_banks() {
    for words in ALL {
        let name = |tag: &str| (words.language_name)(&tag.parse().unwrap()).to_owned();
        let named = ["en", "fr", "de", "es", "it", "pt", "nl"].map(name);
        assert!(named.iter().all(|name| name.len() > 2), "{named:?}");
        assert_eq!(name("ja"), "ja", "the tag of a language without a name");
        assert_eq!(name("pt-br"), name("pt"));
    }
}

#[test]
fn apostrophes_are_typographic_and_nothing_is_empty() {
    for sentence in ALL.into_iter().flat_map(sentences) {
        assert!(!sentence.trim().is_empty());
        assert!(!sentence.contains(['\'', '"']), "{sentence}");
    }
}

#[test]
fn french_has_a_no_break_space_before_high_punctuation_and_inside_guillemets() {
    for sentence in sentences(&fr::WORDS) {
        let mut before = ' ';
        for sign in sentence.chars() {
            let expected = match sign {
                ';' | '!' | '?' | '%' => '\u{202F}',
                ':' | '»' => '\u{A0}',
                _ => before,
            };
            assert_eq!(before, expected, "before {sign} in {sentence:?}");
            assert!(before != '«' || sign == '\u{A0}', "after « in {sentence:?}");
            before = sign;
        }
    }
}

#[test]
fn german_has_low_opening_quotes_and_a_no_break_space_before_percent() {
    for sentence in sentences(&de::WORDS) {
        assert!(!sentence.contains(['”', '«', '»', '’']), "{sentence}");
        let opened = sentence.matches('„').count();
        assert_eq!(opened, sentence.matches('“').count(), "{sentence}");
        let mut before = 'x';
        for sign in sentence.chars() {
            match sign {
                '%' | '…' => assert_eq!(before, '\u{A0}', "before {sign} in {sentence:?}"),
                ':' | ';' | '!' | '?' | '.' | ',' => {
                    assert!(!before.is_whitespace(), "before {sign} in {sentence:?}");
                }
                _ => {}
            }
            before = sign;
        }
    }
}

fn account(hints: u16, wrong_tries: u16, certainty: Option<Certainty>) -> Account {
    let nothing = Score::all_or_nothing(false, 1);
    let mark = certainty.map_or(nothing.into(), |level| level.mark(nothing, nothing));
    Account {
        mark,
        hints,
        wrong_tries,
        certainty,
    }
}

#[test]
fn what_a_mark_depends_on_is_said_before_it() {
    let both = |account: Account| ALL.map(|words| words.account(&account));
    assert_eq!(
        both(account(1, 2, Some(Certainty::High))),
        [
            "Very sure, 1 hint, 2 wrong tries: \u{2212}2 out of 1 point",
            "Certitude forte, 1 indice, 2 erreurs\u{A0}: \u{2212}2 points sur 1",
            "Sehr sicher, 1 Hinweis, 2 Fehlversuche: \u{2212}2 von 1 Punkt",
        ]
    );
    assert_eq!(
        both(account(2, 0, None)),
        [
            "2 hints: 0 out of 1 point",
            "2 indices\u{A0}: 0 point sur 1",
            "2 Hinweise: 0 von 1 Punkt",
        ]
    );
    let share = Certainty::Middle.mark(Score::default(), Score::all_or_nothing(false, 1));
    assert_eq!(
        ALL.map(|words| words.share(share)),
        ["\u{2212}67%", "\u{2212}67\u{202F}%", "\u{2212}67\u{A0}%"]
    );
}

#[test]
fn points_are_written_as_each_language_does() {
    let all = |hundredths, possible| ALL.map(|words| words.count_points(hundredths, possible));
    assert_eq!(
        all(0, 1),
        ["0 out of 1 point", "0 point sur 1", "0 von 1 Punkt"]
    );
    assert_eq!(
        all(100, 2),
        ["1 out of 2 points", "1 point sur 2", "1 von 2 Punkten"]
    );
    assert_eq!(
        all(150, 2),
        [
            "1.5 out of 2 points",
            "1,5 point sur 2",
            "1,5 von 2 Punkten"
        ]
    );
    assert_eq!(
        all(266, 3),
        [
            "2.66 out of 3 points",
            "2,66 points sur 3",
            "2,66 von 3 Punkten"
        ]
    );
    assert_eq!(
        all(205, 3),
        [
            "2.05 out of 3 points",
            "2,05 points sur 3",
            "2,05 von 3 Punkten"
        ]
    );
}

#[test]
fn every_language_is_named_by_its_tag() {
    assert_eq!(ALL.map(|words| words.lang), TAGS);
}
