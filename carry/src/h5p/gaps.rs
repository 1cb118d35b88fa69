//! Texts with marked words: gaps to fill, to fill from a list, and words to find.

use indexmap::IndexSet;
use jalon_author::draft::{
    Answer, Body, Choice, Choices, Gap, Gaps, Key, Offer, Pick, Question, Scoring, Text, Texts,
    Wording,
};
use serde_json::Value;

use super::kinds::{Params, made};
use super::marked::{self, Word};
use super::params::{Package, list, note_rest, object};
use crate::html::Flow;
use crate::loss::Losses;
use crate::table::{letter, short};

/// The most words of a text that learners pick from.
const MAX_WORDS: usize = 200;

/// A prompt where the content has none.
fn or_usual(package: &Package<'_>, wording: &mut Wording, en: &str, fr: &str, losses: &mut Losses) {
    if wording.prompt.is_empty() {
        let usual = if package.lang == "fr" { fr } else { en };
        usual.clone_into(&mut wording.prompt);
        losses.guessed(
            format!("“{usual}”"),
            "the content asks for nothing in words",
        );
    }
}

pub(super) fn blanks(
    package: &mut Package<'_>,
    params: &Params,
    id: Option<&str>,
    losses: &mut Losses,
) -> Option<Question> {
    let mut wording = package.asked(params, "text", losses);
    or_usual(
        package,
        &mut wording,
        "Fill in the gaps.",
        "Complétez le texte.",
        losses,
    );
    let (mut lines, mut words) = (Vec::new(), Vec::new());
    for line in list(params, "questions").iter().filter_map(Value::as_str) {
        let marked = marked::read(line, words.len());
        words.extend(marked.words);
        lines.extend(package.html(&marked.text, Flow::Blocks, losses));
    }
    let lang = package.lang.clone();
    let accepting = |word: &Word| Text {
        order: None,
        endings: None,
        synonyms: Vec::new(),
        credit: None,
        accept: Texts::from([(
            lang.clone(),
            word.answers.iter().cloned().map(Answer::Plain).collect(),
        )]),
        words: Texts::new(),
        wrong: Vec::new(),
        samples: None,
    };
    let gaps = words
        .iter()
        .zip(1..)
        .map(|(word, number): (&Word, usize)| Gap {
            id: number.to_string(),
            text: Some(accepting(word)),
            ..Gap::default()
        });
    let gaps: Vec<Gap> = gaps.collect();
    if !are_filled(&words, losses) {
        return None;
    }
    note_words(&words, &mut wording, losses);
    wording.text = Some(marked::gapped(&lines.join("\n\n")));
    let behaviour = object(params, "behaviour");
    for (key, usual, why) in [
        (
            "caseSensitive",
            true,
            "upper and lower case are the same here",
        ),
        (
            "acceptSpellingErrors",
            false,
            "slips of the keyboard are overlooked here, in longer words",
        ),
    ] {
        let value = super::params::flag(behaviour.get(key)).unwrap_or(usual);
        if value == usual {
            losses.changed(format!("behaviour.{key}: {value}"), why);
        }
    }
    note_rest(
        behaviour,
        params,
        &["caseSensitive", "acceptSpellingErrors"],
        losses,
    );
    let points = u64::try_from(gaps.len()).ok().filter(|points| *points > 1);
    Some(made(
        package,
        wording,
        Body::Gaps(Gaps {
            gaps,
            ..Gaps::default()
        }),
        id,
        points,
    ))
}

fn are_filled(words: &[Word], losses: &mut Losses) -> bool {
    let are = !words.is_empty() && words.iter().all(|word| !word.answers.is_empty());
    if !are {
        losses.dropped("the question", "no words are marked with stars in its text");
    }
    are
}

/// Tips are hints of the question; what is said of answers has no place.
fn note_words(words: &[Word], wording: &mut Wording, losses: &mut Losses) {
    for word in words {
        if let Some(tip) = &word.tip {
            losses.changed(
                format!("the tip “{}”", short(tip)),
                "it is a hint of the whole question",
            );
            wording.hints.push(crate::markdown::escape(tip));
        }
        for feedback in &word.feedback {
            losses.dropped(
                format!("the feedback “{}”", short(feedback)),
                "a gap to fill from a list says nothing",
            );
        }
    }
}

pub(super) fn drag_text(
    package: &mut Package<'_>,
    params: &Params,
    id: Option<&str>,
    losses: &mut Losses,
) -> Option<Question> {
    let mut wording = package.asked(params, "taskDescription", losses);
    or_usual(
        package,
        &mut wording,
        "Fill in the gaps.",
        "Complétez le texte.",
        losses,
    );
    let text = params
        .get("textField")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let marked = marked::read(&format!("<p>{}</p>", text.replace('\n', "</p><p>")), 0);
    let others = params
        .get("distractors")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let others = marked::read(others, 0).words;
    // Here a slash is a slash: no word has alternatives.
    let name = |word: &Word| word.answers.join("/");
    let mut offers: IndexSet<String> = IndexSet::new();
    for word in marked
        .words
        .iter()
        .chain(&others)
        .map(name)
        .filter(|word| !word.is_empty())
    {
        offers.insert(word);
    }
    if !are_filled(&marked.words, losses) {
        return None;
    }
    if offers.len() < 2 {
        losses.dropped(
            "the question",
            "there is one word alone to put into its gaps",
        );
        return None;
    }
    note_words(&marked.words, &mut wording, losses);
    let place = |word: &Word| offers.get_index_of(&name(word)).map(letter);
    let gaps = marked
        .words
        .iter()
        .zip(1..)
        .map(|(word, number): (&Word, usize)| Gap {
            id: number.to_string(),
            pick: Some(Pick {
                key: place(word).unwrap_or_default(),
                from: None,
            }),
            ..Gap::default()
        });
    let gaps: Vec<Gap> = gaps.collect();
    for (at, offer) in offers.iter().enumerate() {
        wording
            .choices
            .insert(letter(at), crate::markdown::escape(offer));
    }
    let html = package.html(&marked.text, Flow::Blocks, losses)?;
    wording.text = Some(marked::gapped(&html));
    let choices = (0..offers.len())
        .map(|at| Offer {
            id: letter(at),
            pinned: None,
        })
        .collect();
    note_rest(
        object(params, "behaviour"),
        params,
        &["instantFeedback"],
        losses,
    );
    let points = u64::try_from(gaps.len()).ok().filter(|points| *points > 1);
    Some(made(
        package,
        wording,
        Body::Gaps(Gaps {
            gaps,
            choices,
            ..Gaps::default()
        }),
        id,
        points,
    ))
}

/// Words to find in a text: choices in its order.
pub(super) fn mark_the_words(
    package: &mut Package<'_>,
    params: &Params,
    id: Option<&str>,
    losses: &mut Losses,
) -> Option<Question> {
    let mut wording = package.asked(params, "taskDescription", losses);
    or_usual(
        package,
        &mut wording,
        "Which words are meant?",
        "Quels mots sont visés ?",
        losses,
    );
    let marked = marked::read(
        params
            .get("textField")
            .and_then(Value::as_str)
            .unwrap_or_default(),
        0,
    );
    let right = marked.words.len();
    if !are_filled(&marked.words, losses) {
        return None;
    }
    if right > MAX_WORDS {
        losses.dropped(
            "the question",
            format!("{right} words are marked in its text, and {MAX_WORDS} can be at most"),
        );
        return None;
    }
    let signed = package.html(&marked.text, Flow::Blocks, losses)?;
    let whole = package.html(
        &marked::filled(&marked, 0),
        Flow::Blocks,
        &mut Losses::default(),
    )?;
    let (words, key) = words(
        &marked::gapped(&crate::markdown::to_plain(&signed)),
        &marked.words,
    );
    if words.len() > MAX_WORDS || words.len() < 2 || key.len() != right {
        losses.dropped(
            "the question",
            format!(
                "its text has {} words to pick from, and from 2 to {MAX_WORDS} can be",
                words.len()
            ),
        );
        return None;
    }
    losses.changed(
        "words to mark in a text",
        "they are picked from a list of its words",
    );
    note_words(&marked.words, &mut wording, losses);
    wording.prompt = format!("{}\n\n{whole}", wording.prompt);
    for (at, word) in words.iter().enumerate() {
        wording
            .choices
            .insert(letter(at), crate::markdown::escape(word));
    }
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
    note_rest(object(params, "behaviour"), params, &[], losses);
    let points = u64::try_from(right).ok().filter(|points| *points > 1);
    Some(made(package, wording, Body::Choice(body), id, points))
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
