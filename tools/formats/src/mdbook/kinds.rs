//! The kinds of question that mdbook-quiz knows.

use std::collections::HashSet;

use jalon_draft::{Accept, Answer, Body, Choice, Choices, Key, Text, Texts, TrueFalse, Wording};
use toml::{Table, Value};

use super::text_of;
use crate::html::Flow;
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::prose::rewritten;
use crate::slug::letter;
use crate::text::short;

/// The prompt; `None` where there is none, which is noted.
fn asked(prompt: &mut Table, losses: &mut Losses) -> Option<String> {
    let text = text_of(prompt.remove("prompt"));
    let text = text.and_then(|text| rewritten(&text, Flow::Blocks, losses));
    if text.is_none() {
        losses.dropped("the question", "it asks nothing: prompt.prompt is missing");
    }
    text
}

/// A list of texts; what is none of them is noted.
fn texts(value: Option<Value>, key: &str, losses: &mut Losses) -> Vec<String> {
    let Some(Value::Array(values)) = value else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for value in values {
        match value {
            Value::String(text) => out.push(text),
            other => losses.dropped(format!("{other} in {key}"), "it isn't text"),
        }
    }
    out
}

pub(super) fn choice(
    prompt: &mut Table,
    answer: &mut Table,
    wording: &mut Wording,
    losses: &mut Losses,
) -> Option<Body> {
    wording.prompt = asked(prompt, losses)?;
    let (mut right, is_list) = match answer.remove("answer") {
        Some(Value::String(text)) => (vec![text], false),
        value => (texts(value, "answer.answer", losses), true),
    };
    let mut wrong = texts(prompt.remove("distractors"), "prompt.distractors", losses);
    once(&mut right, &[], losses);
    once(&mut wrong, &right, losses);
    if right.is_empty() || right.len() + wrong.len() < 2 {
        losses.dropped(
            "the question",
            "it needs a right answer, and at least two answers: answer.answer and prompt.distractors",
        );
        return None;
    }
    let (all, is_fixed) = arranged(&right, wrong, prompt, losses);
    let rights: HashSet<&String> = right.iter().collect();
    let mut choices = Vec::new();
    let mut key = Vec::new();
    for (at, text) in all.iter().enumerate() {
        let id = letter(at);
        let Some(own) = rewritten(text, Flow::Line, losses) else {
            losses.dropped(
                "the question",
                format!("its answer “{}” is empty", short(text)),
            );
            return None;
        };
        wording.choices.insert(id.clone(), own);
        if rights.contains(text) {
            key.push(id.clone());
        }
        choices.push(Choice {
            id,
            ..Choice::default()
        });
    }
    let key = match key.as_slice() {
        [one] if !is_list => Key::One(one.clone()),
        _ => Key::Several(key),
    };
    let shuffle = is_fixed.then_some(false);
    Some(Body::Choice(Choices {
        key,
        scoring: None,
        least: None,
        most: None,
        shuffle,
        samples: None,
        choices,
    }))
}

/// Takes out what is there twice: a choice is its text there.
fn once(texts: &mut Vec<String>, others: &[String], losses: &mut Losses) {
    let mut seen: HashSet<String> = others.iter().cloned().collect();
    texts.retain(|text| {
        let is_new = seen.insert(text.clone());
        if !is_new {
            losses.dropped(format!("the answer “{}”", short(text)), "it is a duplicate");
        }
        is_new
    });
}

/// The answers in their order, and whether they keep it.
fn arranged(
    right: &[String],
    wrong: Vec<String>,
    prompt: &mut Table,
    losses: &mut Losses,
) -> (Vec<String>, bool) {
    let index = prompt.remove("answerIndex");
    let is_sorted = prompt.remove("sortAnswers") == Some(Value::Boolean(true));
    let place = index
        .as_ref()
        .and_then(Value::as_integer)
        .and_then(|index| usize::try_from(index).ok());
    let mut all = wrong;
    match (place, is_sorted) {
        (Some(place), is_sorted) => {
            if is_sorted {
                losses.dropped(
                    "sortAnswers",
                    "answerIndex already gives the place of the right answer",
                );
            }
            if place > all.len() {
                losses.changed(
                    format!("answerIndex = {place}"),
                    "there are not as many answers: the right one is the last",
                );
            }
            let place = place.min(all.len());
            all.splice(place..place, right.iter().cloned());
            (all, true)
        }
        (None, is_sorted) => {
            if let Some(index) = index {
                losses.dropped(
                    format!("answerIndex = {index}"),
                    "it isn't a place among the answers",
                );
            }
            all.splice(0..0, right.iter().cloned());
            if is_sorted {
                all.sort();
            }
            (all, is_sorted)
        }
    }
}

pub(super) fn short_answer(
    prompt: &mut Table,
    answer: &mut Table,
    wording: &mut Wording,
    losses: &mut Losses,
) -> Option<Body> {
    wording.prompt = asked(prompt, losses)?;
    let mut right: Vec<String> = text_of(answer.remove("answer")).into_iter().collect();
    right.extend(texts(
        answer.remove("alternatives"),
        "answer.alternatives",
        losses,
    ));
    right.iter_mut().for_each(|text| *text = on_one_line(text));
    right.retain(|text| !text.is_empty());
    once(&mut right, &[], losses);
    if right.is_empty() {
        losses.dropped(
            "the question",
            "no answer is right: answer.answer is missing",
        );
        return None;
    }
    match text_of(prompt.remove("response")).as_deref() {
        None | Some("short") => {}
        Some(form @ ("long" | "code")) => losses.changed(
            format!("response = \"{form}\""),
            "the answer is typed on one line",
        ),
        Some(form) => losses.dropped(
            format!("response = \"{form}\""),
            "expected short, long or code",
        ),
    }
    Some(accepting(right))
}

fn accepting(answers: Vec<String>) -> Body {
    let accept: Accept = Texts::from([(
        UNDETERMINED.to_owned(),
        answers.into_iter().map(Answer::Plain).collect(),
    )]);
    Body::Text(Text {
        accept,
        ..Text::default()
    })
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A program to trace: what it prints, or that it does not compile.
pub(super) fn tracing(
    prompt: &mut Table,
    answer: &mut Table,
    wording: &mut Wording,
    losses: &mut Losses,
) -> Option<Body> {
    let Some(program) = text_of(prompt.remove("program")) else {
        losses.dropped(
            "the question",
            "there is no program to trace: prompt.program is missing",
        );
        return None;
    };
    let program = unmarked(&program, losses);
    let compiles = match answer.remove("doesCompile") {
        Some(Value::Boolean(compiles)) => compiles,
        _ => {
            losses.dropped("the question", "answer.doesCompile is missing");
            return None;
        }
    };
    let stdout = text_of(answer.remove("stdout")).filter(|_| compiles);
    if let Some(line) = answer.remove("lineNumber") {
        losses.dropped(
            format!("lineNumber = {line}"),
            "mdbook-quiz asks for it and doesn't grade it",
        );
    }
    let printed = stdout
        .as_deref()
        .map(str::trim_end)
        .filter(|printed| !printed.is_empty());
    let (asked, body) = match printed {
        Some(printed) => {
            losses.changed(
                "whether the program compiles",
                "the question is what it prints",
            );
            if printed.contains('\n') {
                losses.changed(
                    "the lines of what it prints",
                    "the answer is typed on one line",
                );
            }
            (
                "What does this program print?",
                accepting(vec![on_one_line(printed)]),
            )
        }
        None => {
            if compiles {
                losses.changed(
                    "what the program prints",
                    "answer.stdout is missing: the question is whether it compiles",
                );
            }
            (
                "Does this program compile?",
                Body::TrueFalse(TrueFalse {
                    key: compiles,
                    feedback: None,
                    samples: None,
                }),
            )
        }
    };
    losses.guessed(format!("“{asked}”"), "mdbook-quiz words this prompt itself");
    wording.prompt = format!("{asked}\n\n{}", fenced(&program));
    Some(body)
}

/// A program without the marks that set parts of it off: `` `[part]` ``.
fn unmarked(program: &str, losses: &mut Losses) -> String {
    let mut out = String::new();
    let mut rest = program;
    while let Some((before, after)) = rest.split_once("`[") {
        let Some((part, behind)) = after.split_once("]`") else {
            break;
        };
        losses.dropped(
            format!("the mark around “{}”", short(part)),
            "code is shown as it is",
        );
        out.push_str(before);
        out.push_str(part);
        rest = behind;
    }
    out + rest
}

/// A block of code, whose fence is longer than any run of the same sign in it.
fn fenced(code: &str) -> String {
    let longest = code
        .split(|sign| sign != '`')
        .map(str::len)
        .max()
        .unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!(
        "{fence}\n{}\n{fence}",
        code.trim_end().trim_start_matches('\n')
    )
}
