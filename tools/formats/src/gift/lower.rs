//! A draft as GIFT can say it.

use jalon_draft::{Body, Draft, Question, Wording};

use super::lower_kind;
use super::text;
use crate::loss::{Losses, Place};
use crate::lower::{self, Capability};
use crate::text::NOTHING;

pub(crate) fn lower(draft: &Draft, losses: &mut Losses) -> Draft {
    let keeps = [
        Capability::Stimuli,
        Capability::Difficulty,
        Capability::Source,
    ];
    let mut draft = lower::common(draft, &keeps, losses);
    draft.pictures.clear();
    for (id, module) in &mut draft.modules {
        losses.at(Place::module(id), None);
        for stimulus in &mut module.stimuli {
            for text in stimulus.text.values_mut() {
                mend(text, losses);
            }
        }
        let all = std::mem::take(&mut module.questions).into_iter();
        let fitted = all.filter_map(|mut one| {
            losses.at(Place::module(id), Some(one.common.id.clone()));
            question(&mut one, losses).then_some(one)
        });
        module.questions = fitted.collect();
    }
    draft
}

/// False where GIFT has no such question.
fn question(question: &mut Question, losses: &mut Losses) -> bool {
    let Some(wording) = question.wordings.values_mut().flatten().next() else {
        losses.dropped("the question", "it has no wording in this language");
        return false;
    };
    if !wording.hints.is_empty() {
        let what = format!("{} hints", wording.hints.len());
        losses.dropped(what, "GIFT has none");
        wording.hints.clear();
    }
    if !lower_kind::lower(&mut question.body, wording, losses) {
        return false;
    }
    texts(wording, losses);
    if matches!(question.body, Body::Essay(_)) {
        essay(wording, losses);
    }
    for feedback in question.body.feedbacks_mut() {
        feedback.values_mut().for_each(|text| mend(text, losses));
    }
    true
}

fn texts(wording: &mut Wording, losses: &mut Losses) {
    let parts = [
        &mut wording.choices,
        &mut wording.items,
        &mut wording.targets,
        &mut wording.points,
    ];
    let parts = parts.into_iter().flat_map(|texts| texts.values_mut());
    let own = [
        Some(&mut wording.prompt),
        wording.model.as_mut(),
        wording.explanation.as_mut(),
    ];
    for text in own.into_iter().flatten().chain(parts) {
        mend(text, losses);
    }
}

/// A text without spaces around it, and without pictures that lie beside the bank.
fn mend(text: &mut String, losses: &mut Losses) {
    *text = text::without_pictures(text.trim(), &text::is_local, losses).replace("\r\n", "\n");
}

/// Moodle's essays have one text besides what is asked: the general feedback.
fn essay(wording: &mut Wording, losses: &mut Losses) {
    if wording.points.values().any(|point| point != NOTHING) {
        let why = "Moodle's essays have none: it is kept in a comment of the file";
        losses.changed("the checklist", why);
    }
    if wording.explanation.take().is_some() {
        let why = "the general feedback of an essay is its model answer";
        losses.dropped("the explanation", why);
    }
}
