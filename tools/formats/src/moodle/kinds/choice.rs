//! Pick one choice, or several.

use jalon_draft::{Body, Choices, Key, Question, Scoring};

use super::writer::{KindWriter, Marks};
use crate::html::{self, Flow};
use crate::loss::Losses;
use crate::moodle::fraction;
use crate::moodle::ours;
use crate::moodle::read::choice::name;
use crate::moodle::text::own_spelling;
use crate::moodle::write::elements::{Writer, each};

pub(super) static WRITER: KindWriter = KindWriter {
    kind: "multichoice",
    lower,
    marks,
    answers,
};

fn lower(question: &mut Question, _: &[String], losses: &mut Losses) -> bool {
    let Body::Choice(body) = &mut question.body else {
        return false;
    };
    if body.least.take().is_some() | body.most.take().is_some() {
        losses.dropped(
            "how many choices have to be picked, or may be",
            "Moodle has no such rule",
        );
    }
    if body.shuffle == Some(true) {
        body.shuffle = None;
    }
    let mut pinned = false;
    for choice in &mut body.choices {
        pinned |= choice.pinned.take() == Some(true);
        own_spelling(&mut choice.feedback, Flow::Line);
    }
    if pinned {
        losses.dropped(
            "the fixed place of a choice",
            "Moodle shuffles all choices or none",
        );
    }
    weights(body, losses);
    match body.scoring {
        Some(Scoring::AllOrNothing) => {
            losses.changed(
                "the scoring all-or-nothing",
                "Moodle adds up shares; a wrong choice costs as much as a right one earns",
            );
            body.scoring = None;
        }
        Some(Scoring::PartialWithPenalty) => body.scoring = None,
        _ => {}
    }
    true
}

/// Weights that Moodle knows.
fn weights(body: &mut Choices, losses: &mut Losses) {
    let is_key = |id: &String| match &body.key {
        Key::One(key) => key == id,
        Key::Several(keys) => keys.contains(id),
    };
    let several = matches!(body.key, Key::Several(_));
    if body.choices.iter().all(|choice| choice.weight.is_none()) {
        return;
    }
    let mut changed = Vec::new();
    for choice in &mut body.choices {
        let Some(weight) = choice.weight else {
            continue;
        };
        if !several && is_key(&choice.id) || weight == 0 {
            choice.weight = None;
            continue;
        }
        let near = fraction::whole(fraction::nearest(weight.into()));
        if near != weight {
            changed.push(choice.id.clone());
            choice.weight = Some(near).filter(|near| *near != 0);
        }
    }
    let keys = body.choices.iter().filter(|choice| is_key(&choice.id));
    let sum: i32 = keys.filter_map(|choice| choice.weight).map(i32::from).sum();
    if several && ((sum - 100).abs() > 1 || is_scoring(body)) {
        losses.changed(
            "the weights of the choices",
            "Moodle has no shares like these, or reads them as one of its own ways of marking",
        );
        body.choices
            .iter_mut()
            .for_each(|choice| choice.weight = None);
    } else if !changed.is_empty() {
        losses.changed(
            format!("the weight of {}", changed.join(", ")),
            "Moodle has only certain shares; it is the nearest of them",
        );
    }
}

/// True where weights say what a scoring says.
fn is_scoring(body: &Choices) -> bool {
    let weights = |is_right: bool| {
        let choices = body.choices.iter();
        let of = choices.filter(move |one| (one.weight.unwrap_or(0) > 0) == is_right);
        of.map(|one| one.weight.unwrap_or(0)).collect::<Vec<i16>>()
    };
    let (right, wrong) = (weights(true), weights(false));
    let is_even = |all: &[i16]| all.windows(2).all(|pair| (pair[0] - pair[1]).abs() <= 1);
    is_even(&right) && is_even(&wrong)
}

/// The scoring, where shares of points may not tell it from another.
fn marks(question: &Question) -> Marks {
    let Body::Choice(body) = &question.body else {
        return Vec::new();
    };
    let is_several = matches!(body.key, Key::Several(_));
    let is_weighted = body.choices.iter().any(|one| one.weight.is_some());
    let scoring = (ours::SCORING, name(body.scoring).to_owned());
    match is_several && !is_weighted {
        true => vec![scoring],
        false => Vec::new(),
    }
}

fn answers(writer: &mut Writer<'_>, question: &Question) {
    let Body::Choice(body) = &question.body else {
        return;
    };
    let single = matches!(body.key, Key::One(_));
    writer
        .xml
        .value("single", &[], if single { "true" } else { "false" });
    writer.shuffle(body.shuffle);
    writer.xml.value("answernumbering", &[], "abc");
    for choice in &body.choices {
        let texts = each(question, |one| one.choices.get(&choice.id).cloned());
        let share = fraction::written(share(body, &choice.id));
        let html = html::to_multilang(&texts, writer.langs, Flow::Line);
        writer.answer(
            &[("id", &choice.id), ("fraction", &share)],
            &html,
            &choice.feedback,
        );
    }
}

/// What picking a choice earns.
fn share(body: &Choices, id: &str) -> f64 {
    let weight = body
        .choices
        .iter()
        .find(|one| one.id == id)
        .and_then(|one| one.weight);
    let keys = match &body.key {
        Key::One(key) => {
            return if key == id {
                100.0
            } else {
                fraction::nearest(weight.unwrap_or(0).into())
            };
        }
        Key::Several(keys) => keys,
    };
    if body.choices.iter().any(|one| one.weight.is_some()) {
        return fraction::nearest(weight.unwrap_or(0).into());
    }
    let is_right = keys.iter().any(|key| key == id);
    let even = 100.0 / keys.len() as f64;
    let wrong = body.choices.len() - keys.len();
    match (is_right, body.scoring) {
        (true, _) => even,
        (false, Some(Scoring::Partial)) => 0.0,
        (false, Some(Scoring::RightMinusWrong)) => -even,
        (false, _) => -100.0 / wrong as f64,
    }
}
