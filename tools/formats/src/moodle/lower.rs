//! What Moodle can say of a draft; the rest is noted.

use jalon_draft::{Body, Concepts, Draft, Module, Question};

use super::kinds;
use super::text::own_spelling;
use crate::html::{Flow, canonical};
use crate::loss::{FilePosition, Losses};
use crate::lower::{Capability, common};

const KEEPS: [Capability; 4] = [
    Capability::Stimuli,
    Capability::Tries,
    Capability::Difficulty,
    Capability::Source,
];

pub(super) fn lower(draft: &Draft, losses: &mut Losses) -> Draft {
    let mut draft = common(draft, &KEEPS, kinds::refusal, losses);
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
            losses.at(FilePosition::module(id), question.map(str::to_owned));
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
    lower_kind(&mut question, langs, losses).then_some(question)
}

/// Fits the question, also as the kind that it becomes; false where Moodle can't say it.
fn lower_kind(question: &mut Question, langs: &[String], losses: &mut Losses) -> bool {
    loop {
        let before = std::mem::discriminant(&question.body);
        let writer = kinds::writer(&question.body);
        if !writer.is_some_and(|writer| (writer.lower)(question, langs, losses)) {
            return false;
        }
        if std::mem::discriminant(&question.body) == before {
            return true;
        }
    }
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
        for texts in wording.parts_mut() {
            own_spelling(texts, Flow::Line);
        }
    }
}
