//! Aiken: a question on a line, its choices as `A)`, and `ANSWER: A`.

mod line;
mod lower;
mod read;

use jalon_draft::{Body, Draft, Key};

use crate::markdown;
use line::Line;

pub(crate) use lower::lower;
pub(crate) use read::read;

/// True where a line names the answer and two choices or more stand before it.
pub(crate) fn detect(text: &str) -> bool {
    let mut choices = 0;
    for line in text.lines() {
        match Line::of(line) {
            Line::Choice { letter, .. } if letter == expected(choices) => choices += 1,
            Line::Answer { .. } if choices >= 2 => return true,
            Line::Answer { .. } => choices = 0,
            Line::Choice { letter: 'A', .. } => choices = 1,
            _ => {}
        }
    }
    false
}

/// The letter of the choice behind so many.
fn expected(choices: usize) -> char {
    u8::try_from(choices)
        .ok()
        .filter(|n| *n < 26)
        .map_or('\0', |n| char::from(b'A' + n))
}

/// One file: Aiken has no place for modules.
pub(crate) fn write(draft: &Draft) -> Vec<(String, Vec<u8>)> {
    let mut out = String::new();
    let questions = draft
        .modules
        .iter()
        .flat_map(|(_, module)| &module.questions);
    for question in questions {
        let Some(wording) = question.wordings.values().flatten().next() else {
            continue;
        };
        let Body::Choice(body) = &question.body else {
            continue;
        };
        out.push_str(&markdown::to_plain(&wording.prompt));
        let mut answer = 'A';
        for (n, choice) in body.choices.iter().enumerate() {
            let letter = expected(n);
            let text = wording
                .choices
                .get(&choice.id)
                .map(|text| markdown::to_plain(text));
            out.push_str(&format!("\n{letter}) {}", text.unwrap_or_default()));
            if body.key == Key::One(choice.id.clone()) {
                answer = letter;
            }
        }
        out.push_str(&format!("\nANSWER: {answer}\n\n"));
    }
    let id = draft.bank.id.as_str();
    let name = if id.is_empty() { "quiz" } else { id };
    vec![(format!("{name}.txt"), out.into_bytes())]
}
