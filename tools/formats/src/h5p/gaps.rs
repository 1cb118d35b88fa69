//! Texts with marked words: gaps to fill, to fill from a list, and words to find.

use indexmap::IndexSet;
use jalon_draft::{
    Answer, Body, Choice, Choices, Gap, Gaps, Key, Offer, Pick, Question, Scoring, Text, Texts,
    Wording,
};
use serde_json::Value;

use super::content::{Content, numbered};
use super::marked::{self, Word};
use super::params::{flag, list};
use crate::html::Flow;
use crate::loss::Losses;
use crate::markdown::{escape, to_plain};
use crate::slug::letter;
use crate::text::short;

/// The most words of a text that learners pick from.
const MAX_WORDS: usize = 200;

/// Gaps to type in.
pub(super) fn blanks(content: &mut Content<'_, '_>) -> Option<Question> {
    let mut wording = content.asked_or("text", "Fill in the gaps.", "Complétez le texte.");
    let (mut lines, mut words) = (Vec::new(), Vec::new());
    let params = content.params;
    for line in list(params, "questions").iter().filter_map(Value::as_str) {
        let marked = marked::read(line, words.len());
        words.extend(marked.words);
        lines.extend(content.html(&marked.text, Flow::Blocks));
    }
    are_filled(content, &words)?;
    note_words(&words, &mut wording, content.losses);
    wording.text = Some(marked::gapped(&lines.join("\n\n")));
    note_grading(content);
    content.note_rest(&["caseSensitive", "acceptSpellingErrors"]);
    let lang = content.package.lang.clone();
    let gaps = numbered(&words, |word| Gap {
        text: Some(typed(word, &lang)),
        ..Gap::default()
    });
    let body = Gaps {
        gaps,
        ..Gaps::default()
    };
    Some(content.question(wording, Body::Gaps(body), words.len()))
}

/// What is typed into a gap.
fn typed(word: &Word, lang: &str) -> Text {
    let answers = word.answers.iter().cloned().map(Answer::Plain);
    Text {
        accept: Texts::from([(lang.to_owned(), answers.collect())]),
        ..Text::default()
    }
}

/// Notes where typed answers are marked otherwise than here.
fn note_grading(content: &mut Content<'_, '_>) {
    let behaviour = content.behaviour();
    for (key, usual, why) in [
        (
            "caseSensitive",
            true,
            "upper and lower case are the same here",
        ),
        (
            "acceptSpellingErrors",
            false,
            "typing errors in longer words are overlooked here",
        ),
    ] {
        let value = flag(behaviour.get(key)).unwrap_or(usual);
        if value == usual {
            let what = format!("behaviour.{key}: {value}");
            content.losses.changed(what, why);
        }
    }
}

/// Nothing where there is no marked word, or one with nothing in it.
fn are_filled(content: &mut Content<'_, '_>, words: &[Word]) -> Option<()> {
    if words.is_empty() || words.iter().any(|word| word.answers.is_empty()) {
        content.drop("no words are marked with stars in its text");
        return None;
    }
    Some(())
}

/// Tips are hints of the question; what is said of answers has no place.
fn note_words(words: &[Word], wording: &mut Wording, losses: &mut Losses) {
    for word in words {
        if let Some(tip) = &word.tip {
            losses.changed(
                format!("the tip “{}”", short(tip)),
                "it is now a hint for the whole question",
            );
            wording.hints.push(escape(tip));
        }
        for feedback in &word.feedback {
            losses.dropped(
                format!("the feedback “{}”", short(feedback)),
                "a gap with a list has no feedback",
            );
        }
    }
}

/// Words to drag into a text: each gap offers all of them.
pub(super) fn drag_text(content: &mut Content<'_, '_>) -> Option<Question> {
    let (en, fr) = ("Fill in the gaps.", "Complétez le texte.");
    let mut wording = content.asked_or("taskDescription", en, fr);
    let text = string(content, "textField").replace('\n', "</p><p>");
    let marked = marked::read(&format!("<p>{text}</p>"), 0);
    let others = marked::read(string(content, "distractors"), 0).words;
    are_filled(content, &marked.words)?;
    // Here a slash is a slash: no word has alternatives.
    let name = |word: &Word| word.answers.join("/");
    let words = marked.words.iter().chain(&others).map(name);
    let offers: IndexSet<String> = words.filter(|word| !word.is_empty()).collect();
    if offers.len() < 2 {
        return content.drop("it has only one word to put into its gaps");
    }
    note_words(&marked.words, &mut wording, content.losses);
    let place = |word: &Word| offers.get_index_of(&name(word)).map(letter);
    let gaps = numbered(&marked.words, |word| Gap {
        pick: Some(Pick {
            key: place(word).unwrap_or_default(),
            from: None,
        }),
        ..Gap::default()
    });
    let named = offers.iter().enumerate();
    wording.choices = named
        .map(|(at, offer)| (letter(at), escape(offer)))
        .collect();
    let html = content.html(&marked.text, Flow::Blocks)?;
    wording.text = Some(marked::gapped(&html));
    content.note_rest(&["instantFeedback"]);
    let choices = (0..offers.len()).map(|at| Offer {
        id: letter(at),
        pinned: None,
    });
    let body = Gaps {
        gaps,
        choices: choices.collect(),
        ..Gaps::default()
    };
    Some(content.question(wording, Body::Gaps(body), marked.words.len()))
}

fn string<'c>(content: &Content<'c, '_>, key: &str) -> &'c str {
    let params = content.params;
    params.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// Words to find in a text: choices in its order.
pub(super) fn mark_the_words(content: &mut Content<'_, '_>) -> Option<Question> {
    let (en, fr) = ("Which words are meant?", "Quels mots sont visés ?");
    let mut wording = content.asked_or("taskDescription", en, fr);
    let marked = marked::read(string(content, "textField"), 0);
    let right = marked.words.len();
    are_filled(content, &marked.words)?;
    if right > MAX_WORDS {
        let why = format!("{right} words are marked in its text, and at most {MAX_WORDS} can be");
        return content.drop(why);
    }
    let signed = content.html(&marked.text, Flow::Blocks)?;
    // What is lost in it was noted with the signs.
    let lost = &mut Losses::default();
    let filled = marked::filled(&marked, 0);
    let whole = content.package.html(&filled, Flow::Blocks, lost)?;
    let (words, key) = words(&marked::gapped(&to_plain(&signed)), &marked.words);
    if words.len() > MAX_WORDS || words.len() < 2 || key.len() != right {
        let count = words.len();
        return content.drop(format!(
            "its text has {count} words to pick from, and needs 2 to {MAX_WORDS}"
        ));
    }
    content.losses.changed(
        "words to mark in a text",
        "they are picked from a list of its words",
    );
    note_words(&marked.words, &mut wording, content.losses);
    wording.prompt = format!("{}\n\n{whole}", wording.prompt);
    let named = words.iter().enumerate();
    wording.choices = named.map(|(at, word)| (letter(at), escape(word))).collect();
    let choices = (0..words.len()).map(|at| Choice {
        id: letter(at),
        ..Choice::default()
    });
    let body = Choices {
        key: Key::Several(key),
        scoring: Some(Scoring::RightMinusWrong),
        least: None,
        most: None,
        shuffle: Some(false),
        samples: None,
        choices: choices.collect(),
    };
    content.note_rest(&[]);
    Some(content.question(wording, Body::Choice(body), right))
}

/// The words of a text, those that come again with a number, and the ids of the marked ones.
fn words(text: &str, marked: &[Word]) -> (Vec<String>, Vec<String>) {
    let (mut words, mut key) = (Vec::<String>::new(), Vec::new());
    let mut seen = std::collections::BTreeMap::<String, usize>::new();
    for part in text.split_whitespace() {
        let number = part
            .split_once("{{")
            .and_then(|(_, rest)| rest.split_once("}}"))
            .map(|(number, _)| number);
        let own =
            number.and_then(|number| marked.get(number.parse::<usize>().ok()?.checked_sub(1)?));
        let word = match own {
            Some(word) => word.answers.join("/"),
            None => part
                .trim_matches(|sign: char| !sign.is_alphanumeric())
                .to_owned(),
        };
        if word.is_empty() {
            continue;
        }
        if own.is_some() {
            key.push(letter(words.len()));
        }
        let times = seen.entry(word.clone()).or_insert(0);
        *times += 1;
        words.push(if *times > 1 {
            format!("{word} ({times})")
        } else {
            word
        });
    }
    (words, key)
}
