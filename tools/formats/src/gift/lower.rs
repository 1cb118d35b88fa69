//! A draft as GIFT can say it.

use jalon_draft::{Body, Draft, Question, Texts, Wording};

use super::kinds;
use super::text;
use crate::loss::{FilePosition, Losses};
use crate::lower::{self, Capability};
use crate::text::NOTHING;

pub(crate) fn lower(draft: &Draft, losses: &mut Losses) -> Draft {
    let keeps = [
        Capability::Stimuli,
        Capability::Difficulty,
        Capability::Source,
    ];
    let mut draft = lower::common(draft, &keeps, kinds::refusal, losses);
    draft.pictures.clear();
    for (id, module) in &mut draft.modules {
        losses.at(FilePosition::module(id), None);
        for stimulus in &mut module.stimuli {
            for text in stimulus.text.values_mut() {
                mend(text, losses);
            }
        }
        let all = std::mem::take(&mut module.questions).into_iter();
        let fitted = all.filter_map(|mut one| {
            losses.at(FilePosition::module(id), Some(one.common.id.clone()));
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
    if !lower_kind(&mut question.body, wording, losses) {
        return false;
    }
    texts(wording, losses);
    if matches!(question.body, Body::Essay(_)) {
        essay(wording, losses);
    }
    for feedback in question.body.kind_mut().feedbacks_mut() {
        feedback.values_mut().for_each(|text| mend(text, losses));
    }
    true
}

/// Fits a body, also as the kind that it becomes; false where GIFT can't say it.
fn lower_kind(body: &mut Body, wording: &mut Wording, losses: &mut Losses) -> bool {
    loop {
        let before = std::mem::discriminant(body);
        let writer = kinds::writer(body);
        if !writer.is_some_and(|writer| (writer.lower)(body, wording, losses)) {
            return false;
        }
        if std::mem::discriminant(body) == before {
            return true;
        }
    }
}

fn texts(wording: &mut Wording, losses: &mut Losses) {
    let own = [
        Some(&mut wording.prompt),
        wording.model.as_mut(),
        wording.explanation.as_mut(),
    ];
    for text in own.into_iter().flatten() {
        mend(text, losses);
    }
    for text in wording.parts_mut().into_iter().flat_map(Texts::values_mut) {
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
