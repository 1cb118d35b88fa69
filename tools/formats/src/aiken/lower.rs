//! A draft as Aiken can say it: questions with one right choice, in plain text.

use jalon_draft::{Body, Concepts, Draft, Key, Module, Question, Texts};

use super::line::Line;
use crate::loss::{FilePosition, Losses};
use crate::lower::common;
use crate::markdown;

/// The letters of the alphabet.
const MOST: usize = 26;

pub(crate) fn lower(draft: &Draft, losses: &mut Losses) -> Draft {
    let mut draft = common(draft, &[], refusal, losses);
    draft.pictures.clear();
    let mut questions = Vec::new();
    let modules = std::mem::take(&mut draft.modules);
    losses.at(FilePosition::bank(), None);
    losses.dropped(
        "ids, concepts, titles and points",
        "Aiken has only questions, choices and the answer",
    );
    draft.bank.concepts.clear();
    draft.bank.title = Texts::new();
    if modules.len() > 1 {
        let what = format!("the {} modules", modules.len());
        losses.changed(what, "Aiken has none: all questions are in one");
    }
    for (id, module) in modules {
        for mut one in module.questions {
            losses.at(FilePosition::module(&id), Some(one.common.id.clone()));
            if question(&mut one, losses) {
                questions.push(one);
            }
        }
    }
    if !questions.is_empty() {
        let module = Module {
            questions,
            ..Module::default()
        };
        draft.modules.push((String::new(), module));
    }
    draft
}

/// Why Aiken can't say a kind; `None` where it can.
fn refusal(body: &Body) -> Option<&'static str> {
    match body {
        Body::Choice(_) => None,
        _ => Some("Aiken has only questions with choices"),
    }
}

/// False where Aiken has no such question.
fn question(question: &mut Question, losses: &mut Losses) -> bool {
    question.common = Default::default();
    question.common.concepts = Concepts::Even(Vec::new());
    let Body::Choice(body) = &mut question.body else {
        return false;
    };
    let Some(wording) = question.wordings.values_mut().flatten().next() else {
        losses.dropped("the question", "it has no wording in this language");
        return false;
    };
    let Key::One(key) = &mut body.key else {
        losses.dropped("the question", "Aiken has one right choice");
        return false;
    };
    if body.choices.len() > MOST {
        losses.dropped("the question", "Aiken has letters for only 26 choices");
        return false;
    }
    let mut drop = |is_there: bool, what: &str| {
        if is_there {
            losses.dropped(what, "Aiken has no place for it");
        }
    };
    drop(!wording.hints.is_empty(), "the hints");
    drop(wording.explanation.is_some(), "the explanation");
    drop(body.shuffle == Some(false), "the order that was to be kept");
    let has = |test: &dyn Fn(&jalon_draft::Choice) -> bool| body.choices.iter().any(test);
    drop(
        has(&|choice| !choice.feedback.is_empty()),
        "the feedback for single choices",
    );
    drop(
        has(&|choice| choice.pinned == Some(true)),
        "the places of choices that keep theirs",
    );
    drop(
        has(&|choice| choice.weight.is_some_and(|weight| weight != 0) && choice.id != *key),
        "the weights of the choices",
    );
    wording.hints.clear();
    wording.explanation = None;
    wording.prompt = stem(&wording.prompt, losses);
    body.shuffle = None;
    let mut texts = Texts::new();
    let old = key.clone();
    for (n, choice) in body.choices.iter_mut().enumerate() {
        let id = super::expected(n).to_ascii_lowercase().to_string();
        let text = wording.choices.get(&choice.id).map_or("", String::as_str);
        texts.insert(id.clone(), plain(text, losses));
        if choice.id == old {
            key.clone_from(&id);
        }
        *choice = jalon_draft::Choice {
            id,
            ..Default::default()
        };
    }
    wording.choices = texts;
    true
}

/// What is asked, on one line that is not taken for anything else.
fn stem(text: &str, losses: &mut Losses) -> String {
    let text = plain(text, losses);
    let written = markdown::to_plain(&text);
    let is_taken = !matches!(Line::of(&written), Line::Text(_)) || written.chars().count() < 2;
    if is_taken {
        let why = "in Aiken, its start means something else: “Question:” was put before it";
        losses.changed("the prompt", why);
        return format!("Question: {text}");
    }
    text
}

/// A text as one line of plain text.
fn plain(text: &str, losses: &mut Losses) -> String {
    let plain = markdown::to_plain(text);
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if markdown::is_rich(text) || plain.trim().contains('\n') {
        let start: String = line.chars().take(40).collect();
        let why = "Aiken has plain text on one line: only the words are left";
        losses.changed(format!("emphasis, lists or paragraphs of “{start}”"), why);
    }
    markdown::of_line(&line)
}
