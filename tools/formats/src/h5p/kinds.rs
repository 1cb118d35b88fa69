//! The contents that ask something, as questions.

use jalon_draft::{
    Body, Choice, Choices, Essay, EssayPoint, Key, Order, OrderItem, Question, Scoring, TrueFalse,
    TrueFalseFeedback, Wording,
};
use serde_json::Value;

use super::content::Content;
use super::gaps;
use super::params::{flag, list, object};
use crate::html::Flow;
use crate::markdown::escape;
use crate::slug::letter;
use crate::text::short;

/// How the contents of a library are read.
#[derive(Clone, Copy)]
pub(super) enum LibraryReader {
    One(fn(&mut Content<'_, '_>) -> Option<Question>),
    Several(fn(&mut Content<'_, '_>) -> Vec<Question>),
}

impl LibraryReader {
    /// That of a library, with or without its version; nothing where it asks nothing.
    pub(super) fn of(library: &str) -> Option<Self> {
        let name = library.split(' ').next().unwrap_or_default();
        Some(match name {
            "H5P.MultiChoice" => Self::One(multi_choice),
            "H5P.TrueFalse" => Self::One(true_false),
            "H5P.Blanks" => Self::One(gaps::blanks),
            "H5P.DragText" => Self::One(gaps::drag_text),
            "H5P.MarkTheWords" => Self::One(gaps::mark_the_words),
            "H5P.SingleChoiceSet" => Self::Several(single_choice_set),
            "H5P.Summary" => Self::Several(summary),
            "H5P.SortParagraphs" => Self::One(sort_paragraphs),
            "H5P.Essay" => Self::One(essay),
            _ => return None,
        })
    }
}

fn multi_choice(content: &mut Content<'_, '_>) -> Option<Question> {
    let mut wording = content.asked(content.params, "question");
    let (mut choices, mut key) = (Vec::new(), Vec::new());
    let params = content.params;
    for answer in list(params, "answers") {
        let Some(text) = content.line(answer.get("text")) else {
            content.losses.dropped("an answer", "it is empty");
            continue;
        };
        let id = letter(choices.len());
        if flag(answer.get("correct")) == Some(true) {
            key.push(id.clone());
        }
        wording.choices.insert(id.clone(), text);
        choices.push(Choice {
            id,
            feedback: content.said(beside(answer, "chosenFeedback")),
            ..Choice::default()
        });
        note_beside(content, answer);
    }
    if choices.len() < 2 || key.is_empty() {
        return content.drop("it needs at least two answers, one of them right");
    }
    let behaviour = content.behaviour();
    let is_several = match behaviour.get("type").and_then(Value::as_str) {
        Some("multi") => true,
        Some("single") => false,
        _ => key.len() > 1,
    };
    if !is_several && key.len() > 1 {
        content.losses.changed(
            "the kind of question",
            "one answer may be picked and several are right: all of them are asked for",
        );
    }
    let is_one_point = flag(behaviour.get("singlePoint")) == Some(true);
    let (key, scoring, points) = match key.as_slice() {
        [one] if !is_several => (Key::One(one.clone()), None, 1),
        _ if is_one_point => (Key::Several(key), Some(Scoring::AllOrNothing), 1),
        right => {
            let points = right.len();
            (Key::Several(key), Some(Scoring::RightMinusWrong), points)
        }
    };
    content.note_rest(&["type", "singlePoint", "randomAnswers"]);
    let shuffle = flag(behaviour.get("randomAnswers")).filter(|shuffle| !shuffle);
    let body = chosen(key, scoring, shuffle, choices);
    Some(content.question(wording, body, points))
}

/// What stands beside an answer; older contents have it in the answer itself.
fn beside<'a>(answer: &'a Value, name: &str) -> Option<&'a Value> {
    let newer = answer
        .get("tipsAndFeedback")
        .and_then(|more| more.get(name));
    newer.or_else(|| answer.get(name))
}

fn note_beside(content: &mut Content<'_, '_>, answer: &Value) {
    for (name, why) in [
        (
            "notChosenFeedback",
            "only learners who pick an answer see feedback on it",
        ),
        ("tip", "a question has hints, an answer has none"),
    ] {
        if let Some(own) = content.line(beside(answer, name)) {
            let what = format!("{name} “{}”", short(&own));
            content.losses.dropped(what, why);
        }
    }
}

fn chosen(key: Key, scoring: Option<Scoring>, shuffle: Option<bool>, choices: Vec<Choice>) -> Body {
    Body::Choice(Choices {
        key,
        scoring,
        least: None,
        most: None,
        shuffle,
        samples: None,
        choices,
    })
}

fn true_false(content: &mut Content<'_, '_>) -> Option<Question> {
    let wording = content.asked(content.params, "question");
    let Some(key) = flag(content.params.get("correct")) else {
        return content.drop("it doesn't say whether the statement is true");
    };
    let behaviour = content.behaviour();
    let right = content.said(behaviour.get("feedbackOnCorrect"));
    let wrong = content.said(behaviour.get("feedbackOnWrong"));
    let (if_true, if_false) = if key { (right, wrong) } else { (wrong, right) };
    let feedback = TrueFalseFeedback { if_true, if_false };
    let feedback = (feedback != TrueFalseFeedback::default()).then_some(feedback);
    content.note_rest(&["feedbackOnCorrect", "feedbackOnWrong"]);
    let body = TrueFalse {
        key,
        feedback,
        samples: None,
    };
    Some(content.question(wording, Body::TrueFalse(body), 1))
}

/// Questions of which the first answer is right: `question` and `answers` of each.
fn single_choice_set(content: &mut Content<'_, '_>) -> Vec<Question> {
    let mut questions = Vec::new();
    let params = content.params;
    for own in list(params, "choices").iter().filter_map(Value::as_object) {
        let wording = content.asked(own, "question");
        let id = own.get("subContentId").and_then(Value::as_str);
        questions.extend(first_is_right(content, wording, list(own, "answers"), id));
    }
    content.note_rest(&[
        "timeoutCorrect",
        "timeoutWrong",
        "autoContinue",
        "soundEffectsEnabled",
    ]);
    questions
}

/// Statements to pick the right ones from, one after the other.
fn summary(content: &mut Content<'_, '_>) -> Vec<Question> {
    let mut questions = Vec::new();
    let params = content.params;
    for own in list(params, "summaries")
        .iter()
        .filter_map(Value::as_object)
    {
        let mut wording = content.asked(params, "intro");
        let tip = own.get("tip").and_then(Value::as_str);
        let tip = tip.and_then(|tip| content.html(tip, Flow::Blocks));
        wording.hints = tip.into_iter().collect();
        let id = own.get("subContentId").and_then(Value::as_str);
        questions.extend(first_is_right(content, wording, list(own, "summary"), id));
    }
    if questions.len() > 1 {
        content.losses.changed(
            "the summary",
            "each of its choices is a question of its own; they do not add up to a text",
        );
    }
    content.note_rest(&[]);
    questions
}

fn first_is_right(
    content: &mut Content<'_, '_>,
    mut wording: Wording,
    answers: &[Value],
    id: Option<&str>,
) -> Option<Question> {
    let mut choices = Vec::new();
    for answer in answers {
        if let Some(text) = content.line(Some(answer)) {
            let id = letter(choices.len());
            wording.choices.insert(id.clone(), text);
            choices.push(Choice {
                id,
                ..Choice::default()
            });
        }
    }
    if choices.len() < 2 {
        return content.drop("it needs at least two answers");
    }
    let body = chosen(Key::One(letter(0)), None, None, choices);
    let mut question = content.question(wording, body, 1);
    question.common.id = id.unwrap_or_default().to_lowercase();
    Some(question)
}

/// Paragraphs in their right order.
fn sort_paragraphs(content: &mut Content<'_, '_>) -> Option<Question> {
    let mut wording = content.asked(content.params, "taskDescription");
    let mut items = Vec::new();
    let params = content.params;
    for paragraph in list(params, "paragraphs") {
        if let Some(text) = content.line(Some(paragraph)) {
            let id = format!("item-{}", items.len() + 1);
            wording.items.insert(id.clone(), text);
            items.push(OrderItem { id });
        }
    }
    if items.len() < 2 {
        return content.drop("it has fewer than two paragraphs to put in order");
    }
    content.note_rest(&[]);
    let body = Order {
        items,
        ..Order::default()
    };
    Some(content.question(wording, Body::Order(body), 1))
}

/// An essay whose keywords are looked for: points of its checklist here.
fn essay(content: &mut Content<'_, '_>) -> Option<Question> {
    let mut wording = content.asked(content.params, "taskDescription");
    let solution = object(content.params, "solution");
    let sample = solution.get("sample").and_then(Value::as_str);
    wording.model = sample.and_then(|sample| content.html(sample, Flow::Blocks));
    let mut points = Vec::new();
    for own in list(content.params, "keywords") {
        let word = own.get("keyword").and_then(Value::as_str);
        let word = word.unwrap_or_default().trim().trim_matches(['*', '/']);
        if !word.is_empty() {
            let id = format!("point-{}", points.len() + 1);
            wording.points.insert(id.clone(), escape(word));
            points.push(EssayPoint { id });
        }
    }
    if wording.model.is_none() || points.is_empty() {
        return content.drop(
            "an essay takes a sample solution and keywords here, as its model and its checklist",
        );
    }
    content.losses.changed(
        "the keywords",
        "nothing searches the text for them: learners tick them as points of the checklist",
    );
    content.note_rest(&[]);
    let body = Essay {
        least: None,
        most: None,
        points,
    };
    Some(content.question(wording, Body::Essay(body), 1))
}
