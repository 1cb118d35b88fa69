//! Choices, and statements to judge.

use jalon_draft::{Body, Choice, Choices, Key, Scoring, Texts, TrueFalse, TrueFalseFeedback};

use super::super::asked::{Parts, QuestionElement};
use super::super::fraction::{self, is_near};
use super::super::{ours, text};
use crate::html::Flow;
use crate::xml::Element;

/// An answer that can be picked.
struct Answer {
    id: String,
    share: f64,
    feedback: Texts,
}

pub(super) fn choice(
    asked: &mut QuestionElement<'_>,
    parts: &mut Parts,
    kind: &str,
) -> Option<Body> {
    let mut answers = Vec::new();
    let element = asked.element;
    for (n, answer) in element.all("answer").enumerate() {
        let texts = asked.texts(answer, Flow::Line);
        if texts.is_empty() {
            asked.losses.dropped("a choice", "it has no text");
            continue;
        }
        let id = answer
            .attribute("id")
            .map_or_else(|| letter(n), str::to_owned);
        parts.choices.push((id.clone(), texts));
        answers.push(Answer {
            id,
            share: asked.share(answer),
            feedback: asked.feedback(answer),
        });
    }
    if answers.len() < 2 {
        return asked.drop("a choice has two answers or more");
    }
    let numbering = asked.value("answernumbering");
    if !matches!(numbering.as_str(), "" | "abc" | "none") {
        asked.losses.changed(
            format!("the numbering {numbering} of the choices"),
            "a bank's choices are numbered in one way",
        );
    }
    let body = match (kind, asked.flag("single").unwrap_or(kind == "multichoice")) {
        ("multichoiceset", _) => set(asked, answers),
        (_, true) => one(asked, answers),
        (_, false) => several(asked, answers),
    };
    body.map(Body::Choice)
}

/// `a`, `b`, and so on.
pub(in super::super) fn letter(n: usize) -> String {
    match u8::try_from(n).ok().filter(|n| *n < 26) {
        Some(n) => char::from(b'a' + n).to_string(),
        None => format!("choice-{}", n + 1),
    }
}

fn body(
    asked: &QuestionElement<'_>,
    key: Key,
    scoring: Option<Scoring>,
    choices: Vec<Choice>,
) -> Choices {
    Choices {
        key,
        scoring,
        least: None,
        most: None,
        shuffle: asked.shuffle(),
        samples: None,
        choices,
    }
}

fn bare(answer: Answer) -> Choice {
    Choice {
        id: answer.id,
        feedback: answer.feedback,
        ..Choice::default()
    }
}

/// One answer is right; others may be worth a part.
fn one(asked: &mut QuestionElement<'_>, answers: Vec<Answer>) -> Option<Choices> {
    let most = answers
        .iter()
        .map(|answer| answer.share)
        .fold(f64::MIN, f64::max);
    if most <= 0.0 {
        asked.drop("none of its answers is right");
        return None;
    }
    if !is_near(most, 100.0) {
        let what = format!("the best answer, worth {} percent", fraction::written(most));
        asked
            .losses
            .changed(what, "the right choice earns all points");
    }
    let key = answers
        .iter()
        .find(|answer| answer.share == most)?
        .id
        .clone();
    let weighted = answers
        .iter()
        .any(|answer| answer.id != key && answer.share != 0.0);
    let mut choices = Vec::new();
    for answer in answers {
        let share = fraction::whole(answer.share);
        let mut choice = bare(answer);
        if weighted && choice.id != key && share != 0 {
            if share > 99 {
                asked.losses.changed(
                    format!("the choice {}, which is right as well", choice.id),
                    "only one choice can be the key; it earns 99 percent",
                );
            }
            choice.weight = Some(share.min(99));
        }
        choices.push(choice);
    }
    Some(body(asked, Key::One(key), None, choices))
}

/// Several are right: the shares say how responses that are right in part are marked.
fn several(asked: &mut QuestionElement<'_>, answers: Vec<Answer>) -> Option<Choices> {
    let right: Vec<f64> = answers
        .iter()
        .map(|one| one.share)
        .filter(|share| *share > 0.0)
        .collect();
    let wrong: Vec<f64> = answers
        .iter()
        .map(|one| one.share)
        .filter(|share| *share <= 0.0)
        .collect();
    if right.is_empty() {
        asked.drop("none of its answers is right");
        return None;
    }
    let sum: f64 = right.iter().sum();
    if (sum - 100.0).abs() > 0.5 {
        let what = format!(
            "the right answers, worth {} percent together",
            fraction::written(sum)
        );
        asked
            .losses
            .changed(what, "they have to add up to 100; they were scaled to that");
    }
    let key = answers
        .iter()
        .filter(|one| one.share > 0.0)
        .map(|one| one.id.clone());
    let key = Key::Several(key.collect());
    let scoring = scoring(asked, &right, &wrong);
    let mut choices: Vec<Choice> = Vec::new();
    let mut shares = fraction::whole_of_100(&right).into_iter();
    for answer in answers {
        let share = answer.share;
        let mut choice = bare(answer);
        if scoring.is_none() {
            choice.weight = match share > 0.0 {
                true => shares.next(),
                false => Some(fraction::whole(share)).filter(|share| *share != 0),
            };
        }
        choices.push(choice);
    }
    Some(body(asked, key, scoring.flatten(), choices))
}

/// The scoring that the shares amount to: nothing where they are weights of their own, and nothing in it for the usual one.
#[allow(
    clippy::option_option,
    reason = "the usual scoring is left unsaid, as in a draft"
)]
fn scoring(asked: &QuestionElement<'_>, right: &[f64], wrong: &[f64]) -> Option<Option<Scoring>> {
    let even = 100.0 / right.len() as f64;
    let is_even = |all: &[f64], share: f64| all.iter().all(|one| is_near(*one, share));
    if !is_even(right, even) && !is_even(right, fraction::nearest(even)) {
        return None;
    }
    let costs = |share: f64| is_even(wrong, -share) || is_even(wrong, -fraction::nearest(share));
    let fits = [
        (None, costs(100.0 / wrong.len() as f64)),
        (Some(Scoring::Partial), costs(0.0)),
        (Some(Scoring::RightMinusWrong), costs(even)),
    ];
    let said = asked.ours(ours::SCORING);
    let mut fitting = fits
        .into_iter()
        .filter(|(_, fits)| *fits)
        .map(|(scoring, _)| scoring);
    let first = fitting.clone().next()?;
    let said = fitting.find(|scoring| Some(name(*scoring)) == said);
    Some(said.unwrap_or(first))
}

/// How a scoring is called where the shares leave it open.
pub(in super::super) fn name(scoring: Option<Scoring>) -> &'static str {
    match scoring {
        Some(Scoring::AllOrNothing) => "all-or-nothing",
        Some(Scoring::Partial) => "partial",
        Some(Scoring::RightMinusWrong) => "right-minus-wrong",
        Some(Scoring::PartialWithPenalty) | None => "partial-with-penalty",
    }
}

/// The boxes to tick of a cloze text that has nothing else in it: their text, share and feedback.
pub(super) fn boxes(
    asked: &mut QuestionElement<'_>,
    parts: &mut Parts,
    boxes: Vec<(Texts, f64, Texts)>,
) -> Option<Body> {
    // Each box that is right is marked as 100 percent.
    let right = boxes.iter().filter(|(_, share, _)| *share > 0.0).count();
    let mut answers = Vec::new();
    for (n, (texts, share, feedback)) in boxes.into_iter().enumerate() {
        let id = letter(n);
        parts.choices.push((id.clone(), texts));
        let part = if share > 0.0 { right as f64 } else { 1.0 };
        answers.push(Answer {
            id,
            share: share / part,
            feedback,
        });
    }
    if answers.len() < 2 {
        return asked.drop("a choice has two answers or more");
    }
    several(asked, answers).map(Body::Choice)
}

/// The right set or nothing: a type that many sites add.
fn set(asked: &mut QuestionElement<'_>, answers: Vec<Answer>) -> Option<Choices> {
    let key: Vec<String> = answers
        .iter()
        .filter(|one| one.share > 0.0)
        .map(|one| one.id.clone())
        .collect();
    if key.is_empty() {
        asked.drop("none of its answers is right");
        return None;
    }
    let choices = answers.into_iter().map(bare).collect();
    Some(body(
        asked,
        Key::Several(key),
        Some(Scoring::AllOrNothing),
        choices,
    ))
}

/// What an answer says of the statement; old files say it in the language of who wrote them.
fn judgement(answer: &Element) -> Option<bool> {
    match text::words(answer).trim().to_lowercase().as_str() {
        "true" | "vrai" => Some(true),
        "false" | "faux" => Some(false),
        _ => None,
    }
}

pub(super) fn true_false(asked: &mut QuestionElement<'_>) -> Option<Body> {
    let element = asked.element;
    let answers: Vec<&Element> = element.all("answer").collect();
    let [first, second] = answers.as_slice() else {
        return asked.drop("true or false has two answers");
    };
    let shown = |answer: &Element| text::words(answer).trim().to_owned();
    let (true_one, false_one) = match (judgement(first), judgement(second)) {
        (Some(true), _) | (_, Some(false)) => (first, second),
        (Some(false), _) | (_, Some(true)) => (second, first),
        (None, None) => {
            asked.losses.guessed(
                format!("“{}” as true, “{}” as false", shown(first), shown(second)),
                "the first answer is the true one where they are in another language",
            );
            (first, second)
        }
    };
    let key = asked.share(true_one) > asked.share(false_one);
    let feedback = TrueFalseFeedback {
        if_true: asked.feedback(true_one),
        if_false: asked.feedback(false_one),
    };
    Some(Body::TrueFalse(TrueFalse {
        key,
        feedback: (feedback != TrueFalseFeedback::default()).then_some(feedback),
        samples: None,
    }))
}
