//! What Moodle can say of a draft; the rest is noted.

mod gaps;
mod typed;

use jalon_draft::{
    Body, Choice, Choices, Classify, Concepts, Draft, Hotspot, Image, Key, Match, Module,
    OrderCredit, Question, Scoring, Texts,
};

use super::fraction;
use crate::html::{Flow, canonical};
use crate::loss::{Losses, Place};
use crate::lower::{Capability, common};
use crate::markdown::escape;

const KEEPS: [Capability; 4] = [
    Capability::Stimuli,
    Capability::Tries,
    Capability::Difficulty,
    Capability::Source,
];

pub(super) fn lower(draft: &Draft, losses: &mut Losses) -> Draft {
    let mut draft = common(draft, &KEEPS, losses);
    let langs = draft.bank.languages.clone();
    let concepts = &mut draft.bank.concepts;
    let used: Vec<String> = draft
        .modules
        .iter()
        .flat_map(|(_, module)| &module.questions)
        .flat_map(|question| question.common.concepts.ids())
        .map(str::to_owned)
        .collect();
    concepts.retain(|concept| used.contains(&concept.id));
    for (id, module) in &mut draft.modules {
        let place = |losses: &mut Losses, question: Option<&str>| {
            losses.at(Place::module(id), question.map(str::to_owned));
        };
        place(losses, None);
        stimuli(module, losses);
        let questions = std::mem::take(&mut module.questions);
        for question in questions {
            place(losses, Some(&question.common.id));
            module
                .questions
                .extend(fit_question(question, &langs, losses));
        }
    }
    draft
}

fn stimuli(module: &mut Module, losses: &mut Losses) {
    for stimulus in &mut module.stimuli {
        own_spelling(&mut stimulus.text, Flow::Blocks);
    }
    let is_used = |id: &str| {
        let mut questions = module.questions.iter();
        questions.any(|question| question.common.stimulus.as_deref() == Some(id))
    };
    let idle: Vec<String> = module
        .stimuli
        .iter()
        .filter(|one| !is_used(&one.id))
        .map(|one| one.id.clone())
        .collect();
    for id in idle {
        losses.dropped(format!("the text {id}"), "no question is about it");
        module.stimuli.retain(|one| one.id != id);
    }
}

/// Texts in the one spelling that comes back.
fn own_spelling(texts: &mut Texts, flow: Flow) {
    for text in texts.values_mut() {
        *text = canonical(text, flow);
    }
}

fn fit_question(mut question: Question, langs: &[String], losses: &mut Losses) -> Option<Question> {
    let common = &mut question.common;
    if common.tries.take().is_some() | common.hint_cost.take().is_some() {
        losses.dropped(
            "how often an answer may be checked, and what hints cost",
            "in Moodle, the quiz sets it",
        );
    }
    if common.penalty == Some(33) || matches!(question.body, Body::TrueFalse(_) | Body::Essay(_)) {
        common.penalty = None;
    }
    if let Concepts::Weighted(weights) = &common.concepts
        && weights.values().all(|weight| *weight == 1)
    {
        common.concepts = Concepts::Even(weights.keys().cloned().collect());
    }
    spell(&mut question);
    if let Body::Hotspot(body) = &question.body {
        let body = hotspot(body.clone(), &mut question, losses);
        question.body = Body::Choice(body);
    }
    match &mut question.body {
        Body::Choice(body) => choice(body, losses),
        Body::TrueFalse(body) => {
            if let Some(feedback) = &mut body.feedback {
                own_spelling(&mut feedback.if_true, Flow::Line);
                own_spelling(&mut feedback.if_false, Flow::Line);
            }
        }
        Body::Text(body) => typed::text(body, losses),
        Body::Number(body) => typed::number(body, losses),
        Body::Match(body) => matching(body, losses),
        Body::Classify(body) => classify(body, losses),
        Body::Order(body) => {
            if body.credit == Some(OrderCredit::Neighbours) {
                body.credit = None;
            }
        }
        Body::Gaps(_) => return gaps::gaps(question, langs, losses),
        Body::Essay(_) | Body::Hotspot(_) => {}
    }
    Some(question)
}

/// Every text of the wordings in the spelling that comes back.
fn spell(question: &mut Question) {
    for wording in question.wordings.values_mut().flatten() {
        let blocks = [
            Some(&mut wording.prompt),
            wording.explanation.as_mut(),
            wording.model.as_mut(),
        ];
        for text in blocks.into_iter().flatten().chain(&mut wording.hints) {
            *text = canonical(text, Flow::Blocks);
        }
        let lines = [
            &mut wording.choices,
            &mut wording.regions,
            &mut wording.items,
            &mut wording.targets,
            &mut wording.categories,
            &mut wording.points,
        ];
        lines
            .into_iter()
            .for_each(|texts| own_spelling(texts, Flow::Line));
    }
}

fn choice(body: &mut Choices, losses: &mut Losses) {
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

/// A picture with regions as a choice between their names, under the picture.
fn hotspot(body: Hotspot, question: &mut Question, losses: &mut Losses) -> Choices {
    losses.changed(
        "the regions of the picture",
        "Moodle has no question like it; the names of the regions are choices under the picture",
    );
    for (lang, wording) in &mut question.wordings {
        let file = match &body.image {
            Image::Same(file) => Some(file),
            Image::Each(files) => files.get(lang),
        };
        for wording in wording {
            let alt = wording.alt.take().unwrap_or_default();
            if let Some(file) = file {
                wording.prompt = format!("{}\n\n![{}]({file})", wording.prompt, escape(&alt));
            }
            wording.prompt = canonical(&wording.prompt, Flow::Blocks);
            wording.choices = std::mem::take(&mut wording.regions);
        }
    }
    let choices = body.regions.into_iter().map(|region| Choice {
        id: region.id,
        pinned: region.pinned,
        weight: region.weight,
        feedback: region.feedback,
        misconception: None,
    });
    Choices {
        key: body.key,
        scoring: body.scoring,
        least: body.least,
        most: body.most,
        shuffle: body.shuffle,
        samples: None,
        choices: choices.collect(),
    }
}

fn no_pair_scoring(scoring: &mut Option<Scoring>, losses: &mut Losses) {
    if scoring.take().is_some_and(|own| own != Scoring::Partial) {
        losses.changed(
            "the scoring",
            "Moodle gives a share for each item in its place",
        );
    }
}

fn no_feedback<'a>(feedback: impl Iterator<Item = &'a mut Texts>, losses: &mut Losses) {
    let mut found = false;
    for texts in feedback {
        found |= !texts.is_empty();
        texts.clear();
    }
    if found {
        losses.dropped(
            "the feedback on items",
            "Moodle has none on the pairs of a match",
        );
    }
}

fn matching(body: &mut Match, losses: &mut Losses) {
    no_pair_scoring(&mut body.scoring, losses);
    no_feedback(body.items.iter_mut().map(|item| &mut item.feedback), losses);
    if body.shuffle == Some(true) {
        body.shuffle = None;
    }
    if body.uses == Some(jalon_draft::Uses::Once) {
        body.uses = None;
    }
}

fn classify(body: &mut Classify, losses: &mut Losses) {
    no_pair_scoring(&mut body.scoring, losses);
    no_feedback(body.items.iter_mut().map(|item| &mut item.feedback), losses);
    if body.shuffle == Some(true) {
        body.shuffle = None;
    }
}
