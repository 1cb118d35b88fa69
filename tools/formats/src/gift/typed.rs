//! Questions with a place to type.

use std::collections::BTreeSet;

use jalon_draft::{Answer, Body, Exact, Text, TextWrong, Texts, Wildcard};
use jalon_engine::kind::text::MAX_CHARS;

use super::answers::Entry;
use super::build::{Made, Room, Said};
use super::choices;
use super::escape;
use super::marks::About;
use crate::language::UNDETERMINED;

/// A right answer in the making.
struct Right {
    text: String,
    worth: f64,
    feedback: Texts,
}

pub(super) fn text(entries: &[Entry<'_>], room: &mut Room<'_>) -> Option<Made> {
    let (mut right, wrong) = sorted(entries, room);
    if right.is_empty() {
        let why = "expected a right answer, found none that a learner could type";
        room.losses.dropped("the question", why);
        return None;
    }
    let worth: Vec<f64> = right.iter().map(|one| one.worth).collect();
    if !worth.iter().any(|worth| *worth >= 99.99)
        && let Some(one) = choices::best(&worth, room).and_then(|at| right.get_mut(at))
    {
        one.worth = 100.0;
    }
    show_one(&mut right, room);
    let answers: Vec<Answer> = right.into_iter().map(|one| answer(one, room)).collect();
    let any = room.marks.get(About::Any).and_then(|n| n.parse().ok());
    let any = any.unwrap_or(0_usize).min(answers.len());
    let mut accept = Texts::new();
    if any > 0 {
        let mut own = answers;
        let rest = own.split_off(any);
        accept.insert("any".to_owned(), own);
        if !rest.is_empty() {
            accept.insert(UNDETERMINED.to_owned(), rest);
        }
    } else {
        accept.insert(UNDETERMINED.to_owned(), answers);
    }
    let body = Text {
        accept,
        wrong,
        ..Text::default()
    };
    Some(Made {
        body: Body::Text(body),
        wording: Said::default(),
    })
}

/// Right answers and wrong ones.
fn sorted(entries: &[Entry<'_>], room: &mut Room<'_>) -> (Vec<Right>, Vec<TextWrong>) {
    let mut seen = BTreeSet::new();
    let mut right = Vec::new();
    let mut wrong: Vec<TextWrong> = Vec::new();
    for entry in entries {
        choices::note_oddities(entry, room);
        room.stand(entry.text);
        if escape::find(entry.text.raw, "->").is_some() {
            let why = "Moodle reads answers with -> as pairs; as not all of them have one, they were read as written";
            room.losses.guessed("-> in a typed answer", why);
        }
        let text = entry.text.plain();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let worth = entry.worth();
        if let Some(why) = refusal(&text) {
            let what = match (&entry.feedback, text.is_empty(), worth > 0.0) {
                (Some(_), false, false) => "the feedback for any other answer".to_owned(),
                _ => format!("the answer “{text}”"),
            };
            room.losses.dropped(what, why);
            continue;
        }
        if !seen.insert(text.to_lowercase()) {
            let why = "it is a duplicate: upper and lower case are the same";
            room.losses.dropped(format!("the answer “{text}”"), why);
            continue;
        }
        let feedback = room.maybe(entry.feedback);
        room.stand(entry.text);
        if worth > 0.0 {
            right.push(Right {
                text,
                worth,
                feedback,
            });
            continue;
        }
        if worth < 0.0 {
            let why = "a wrong answer earns nothing and costs nothing here";
            room.losses.changed(format!("the weight {worth} %"), why);
        }
        let own = match has_star(&text) {
            true => Answer::Wildcard(Wildcard {
                wildcard: text,
                ..Wildcard::default()
            }),
            false => Answer::Plain(literal(&text)),
        };
        match wrong.last_mut() {
            Some(last) if last.feedback == feedback => last.answers.push(own),
            _ => wrong.push(TextWrong {
                answers: vec![own],
                feedback,
                misconception: None,
            }),
        }
    }
    (right, wrong)
}

/// Why a bank can't have such an answer.
pub(super) fn refusal(text: &str) -> Option<&'static str> {
    let has_letters = literal(text).chars().any(char::is_alphanumeric);
    if text.is_empty() {
        Some("there is no text in it")
    } else if text.chars().count() > MAX_CHARS {
        Some("an answer has 200 characters at most: learners can't type more")
    } else if !has_letters && has_star(text) {
        Some("a star alone matches every answer")
    } else if !has_letters {
        Some("typed answers are compared by their letters and digits, and it has none")
    } else {
        None
    }
}

/// True where a star stands for any letters.
pub(super) fn has_star(text: &str) -> bool {
    text.replace("\\*", "").contains('*')
}

/// An answer without stars that stand for anything: those with a backslash stay.
fn literal(text: &str) -> String {
    text.replace("\\*", "*")
}

/// Learners can't be shown a pattern: where all that is right is one, its words make an answer.
fn show_one(right: &mut Vec<Right>, room: &mut Room<'_>) {
    let full = |one: &&Right| one.worth >= 99.99;
    if right.iter().filter(full).any(|one| !has_star(&one.text)) {
        return;
    }
    let Some(first) = right.iter().find(full) else {
        return;
    };
    let words = first
        .text
        .replace("\\*", "\u{1}")
        .replace('*', " ")
        .replace('\u{1}', "\\*");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let why = format!(
        "learners can't be shown the pattern “{}”: write the answer in full",
        first.text
    );
    room.losses.guessed(format!("the answer “{words}”"), why);
    right.retain(|one| one.text.to_lowercase() != words.to_lowercase());
    right.insert(
        0,
        Right {
            text: words,
            worth: 100.0,
            feedback: Texts::new(),
        },
    );
}

fn answer(right: Right, room: &mut Room<'_>) -> Answer {
    let Right {
        text,
        worth,
        feedback,
    } = right;
    let credit = (worth < 99.99).then(|| choices::whole(worth, 1, 99, room));
    let credit = credit.and_then(|credit| u8::try_from(credit).ok());
    if has_star(&text) {
        return Answer::Wildcard(Wildcard {
            wildcard: text,
            credit,
            feedback,
        });
    }
    let answer = literal(&text);
    if credit.is_none() && feedback.is_empty() {
        return Answer::Plain(answer);
    }
    Answer::Exact(Exact {
        answer,
        credit,
        feedback,
    })
}
