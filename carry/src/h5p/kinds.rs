//! The contents that ask something, as questions.

use jalon_author::draft::{
    Body, Choice, Choices, Essay, EssayPoint, Key, Order, OrderItem, Question, Scoring, Texts,
    TrueFalse, TrueFalseFeedback, Wording,
};
use serde_json::{Map, Value};

use super::params::{Package, common, flag, list, note_rest, object};
use crate::html::Flow;
use crate::loss::Losses;
use crate::table::{letter, short};

pub(super) type Params = Map<String, Value>;

/// A question of a wording in the language of the package.
pub(super) fn made(
    package: &Package<'_>,
    wording: Wording,
    body: Body,
    id: Option<&str>,
    points: Option<u64>,
) -> Question {
    let wordings = Texts::from([(package.lang.clone(), vec![wording])]);
    Question {
        common: common(id, points),
        body,
        wordings,
    }
}

/// A text for each language that there is: one.
fn said(package: &Package<'_>, text: Option<String>) -> Texts {
    text.map(|text| (package.lang.clone(), text))
        .into_iter()
        .collect()
}

pub(super) fn multi_choice(
    package: &mut Package<'_>,
    params: &Params,
    id: Option<&str>,
    losses: &mut Losses,
) -> Option<Question> {
    let mut wording = package.asked(params, "question", losses);
    let behaviour = object(params, "behaviour");
    let (mut choices, mut key) = (Vec::new(), Vec::new());
    for answer in list(params, "answers") {
        let Some(text) = package.text(answer.get("text"), Flow::Line, losses) else {
            losses.dropped("an answer", "it says nothing");
            continue;
        };
        let id = letter(choices.len());
        if flag(answer.get("correct")) == Some(true) {
            key.push(id.clone());
        }
        let more = answer.get("tipsAndFeedback").unwrap_or(&Value::Null);
        let feedback = package.text(more.get("chosenFeedback"), Flow::Line, losses);
        for (name, why) in [
            (
                "notChosenFeedback",
                "only learners who picked an answer are told something of it",
            ),
            ("tip", "hints are those of a question, not of an answer"),
        ] {
            if let Some(own) = package.text(more.get(name), Flow::Line, losses) {
                losses.dropped(format!("{name} “{}”", short(&own)), why);
            }
        }
        wording.choices.insert(id.clone(), text);
        choices.push(Choice {
            id,
            feedback: said(package, feedback),
            ..Choice::default()
        });
    }
    if choices.len() < 2 || key.is_empty() {
        losses.dropped(
            "the question",
            "it takes two answers at least, of which one is right",
        );
        return None;
    }
    let is_several = match behaviour.get("type").and_then(Value::as_str) {
        Some("multi") => true,
        Some("single") => false,
        _ => key.len() > 1,
    };
    if !is_several && key.len() > 1 {
        losses.changed(
            "the kind of question",
            "one answer may be picked and several are right: all of them are asked for",
        );
    }
    let points = u64::try_from(key.len()).unwrap_or(1);
    let is_one_point = flag(behaviour.get("singlePoint")) == Some(true);
    let (key, scoring, points) = match key.as_slice() {
        [one] if !is_several => (Key::One(one.clone()), None, None),
        _ if is_one_point => (Key::Several(key), Some(Scoring::AllOrNothing), None),
        _ => (
            Key::Several(key),
            Some(Scoring::RightMinusWrong),
            Some(points).filter(|points| *points > 1),
        ),
    };
    let shuffle = flag(behaviour.get("randomAnswers")).filter(|shuffle| !shuffle);
    note_rest(
        behaviour,
        params,
        &["type", "singlePoint", "randomAnswers"],
        losses,
    );
    let body = Choices {
        key,
        scoring,
        least: None,
        most: None,
        shuffle,
        samples: None,
        choices,
    };
    Some(made(package, wording, Body::Choice(body), id, points))
}

pub(super) fn true_false(
    package: &mut Package<'_>,
    params: &Params,
    id: Option<&str>,
    losses: &mut Losses,
) -> Option<Question> {
    let wording = package.asked(params, "question", losses);
    let Some(key) = flag(params.get("correct")) else {
        losses.dropped("the question", "whether it is true is not said");
        return None;
    };
    let behaviour = object(params, "behaviour");
    let right = package.text(behaviour.get("feedbackOnCorrect"), Flow::Line, losses);
    let wrong = package.text(behaviour.get("feedbackOnWrong"), Flow::Line, losses);
    let (right, wrong) = (said(package, right), said(package, wrong));
    let (if_true, if_false) = if key { (right, wrong) } else { (wrong, right) };
    let feedback = TrueFalseFeedback { if_true, if_false };
    let feedback = (feedback != TrueFalseFeedback::default()).then_some(feedback);
    note_rest(
        behaviour,
        params,
        &["feedbackOnCorrect", "feedbackOnWrong"],
        losses,
    );
    Some(made(
        package,
        wording,
        Body::TrueFalse(TrueFalse {
            key,
            feedback,
            samples: None,
        }),
        id,
        None,
    ))
}

/// Questions of which the first answer is right: `question` and `answers` of each.
pub(super) fn single_choice_set(
    package: &mut Package<'_>,
    params: &Params,
    losses: &mut Losses,
) -> Vec<Question> {
    let mut questions = Vec::new();
    for own in list(params, "choices") {
        let Some(own) = own.as_object() else { continue };
        let wording = package.asked(own, "question", losses);
        let id = own.get("subContentId").and_then(Value::as_str);
        questions.extend(first_is_right(
            package,
            wording,
            list(own, "answers"),
            id,
            losses,
        ));
    }
    note_rest(
        object(params, "behaviour"),
        params,
        &[
            "timeoutCorrect",
            "timeoutWrong",
            "autoContinue",
            "soundEffectsEnabled",
        ],
        losses,
    );
    questions
}

/// Statements to pick the right ones from, one after the other.
pub(super) fn summary(
    package: &mut Package<'_>,
    params: &Params,
    losses: &mut Losses,
) -> Vec<Question> {
    let mut questions = Vec::new();
    for own in list(params, "summaries") {
        let Some(own) = own.as_object() else { continue };
        let mut wording = package.asked(params, "intro", losses);
        wording.hints = package
            .text(own.get("tip"), Flow::Blocks, losses)
            .into_iter()
            .collect();
        let id = own.get("subContentId").and_then(Value::as_str);
        questions.extend(first_is_right(
            package,
            wording,
            list(own, "summary"),
            id,
            losses,
        ));
    }
    if questions.len() > 1 {
        losses.changed(
            "the summary",
            "each of its choices is a question of its own; they do not add up to a text",
        );
    }
    note_rest(object(params, "behaviour"), params, &[], losses);
    questions
}

fn first_is_right(
    package: &mut Package<'_>,
    mut wording: Wording,
    answers: &[Value],
    id: Option<&str>,
    losses: &mut Losses,
) -> Option<Question> {
    let mut choices = Vec::new();
    for answer in answers {
        if let Some(text) = package.text(Some(answer), Flow::Line, losses) {
            let id = letter(choices.len());
            wording.choices.insert(id.clone(), text);
            choices.push(Choice {
                id,
                ..Choice::default()
            });
        }
    }
    if choices.len() < 2 {
        losses.dropped("the question", "it takes two answers at least");
        return None;
    }
    let body = Choices {
        key: Key::One(letter(0)),
        scoring: None,
        least: None,
        most: None,
        shuffle: None,
        samples: None,
        choices,
    };
    Some(made(package, wording, Body::Choice(body), id, None))
}

/// Paragraphs in their right order.
pub(super) fn sort_paragraphs(
    package: &mut Package<'_>,
    params: &Params,
    id: Option<&str>,
    losses: &mut Losses,
) -> Option<Question> {
    let mut wording = package.asked(params, "taskDescription", losses);
    let mut items = Vec::new();
    for paragraph in list(params, "paragraphs") {
        if let Some(text) = package.text(Some(paragraph), Flow::Line, losses) {
            let id = format!("item-{}", items.len() + 1);
            wording.items.insert(id.clone(), text);
            items.push(OrderItem { id });
        }
    }
    if items.len() < 2 {
        losses.dropped(
            "the question",
            "there are not two paragraphs to put in order",
        );
        return None;
    }
    note_rest(object(params, "behaviour"), params, &[], losses);
    Some(made(
        package,
        wording,
        Body::Order(Order {
            items,
            ..Order::default()
        }),
        id,
        None,
    ))
}

/// An essay whose keywords are looked for: points of its checklist here.
pub(super) fn essay(
    package: &mut Package<'_>,
    params: &Params,
    id: Option<&str>,
    losses: &mut Losses,
) -> Option<Question> {
    let mut wording = package.asked(params, "taskDescription", losses);
    let solution = object(params, "solution");
    wording.model = package.text(solution.get("sample"), Flow::Blocks, losses);
    let mut points = Vec::new();
    for own in list(params, "keywords") {
        let word = own
            .get("keyword")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .trim()
            .trim_matches(['*', '/']);
        if !word.is_empty() {
            let id = format!("point-{}", points.len() + 1);
            wording
                .points
                .insert(id.clone(), crate::markdown::escape(word));
            points.push(EssayPoint { id });
        }
    }
    if wording.model.is_none() || points.is_empty() {
        losses.dropped(
            "the question",
            "an essay takes a sample solution and keywords here, as its model and its checklist",
        );
        return None;
    }
    losses.changed(
        "the keywords",
        "no machine looks for them: learners tick them as points of the checklist",
    );
    note_rest(object(params, "behaviour"), params, &[], losses);
    Some(made(
        package,
        wording,
        Body::Essay(Essay {
            least: None,
            most: None,
            points,
        }),
        id,
        None,
    ))
}
