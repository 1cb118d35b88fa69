//! A bank as QTI can say it. What other players take another way is noted, though it comes back whole.

use jalon_draft::{Draft, Question};

use super::kinds;
use crate::loss::{FilePosition, Losses};
use crate::lower::{self, Capability};

pub(crate) fn lower(draft: &Draft, losses: &mut Losses) -> Draft {
    let keeps = [
        Capability::Draw,
        Capability::Stimuli,
        Capability::Difficulty,
        Capability::Source,
    ];
    let mut draft = lower::common(draft, &keeps, kinds::refusal, losses);
    let lang = draft.bank.languages.first().cloned().unwrap_or_default();
    for (id, module) in &mut draft.modules {
        let place = |losses: &mut Losses, question: Option<&str>| {
            losses.at(FilePosition::module(id), question.map(str::to_owned));
        };
        module.questions.retain_mut(|question| {
            place(losses, Some(&question.common.id));
            match question_fits(question, &lang, losses) {
                Ok(()) => true,
                Err(why) => {
                    losses.dropped("the question", why);
                    false
                }
            }
        });
        place(losses, None);
        let questions = module.questions.len() as u64;
        if module.draw.is_some_and(|draw| draw >= questions) {
            losses.dropped(
                "how many questions are drawn",
                "all that are left are asked",
            );
            module.draw = None;
        }
        let used = |stimulus: &str| {
            let mut all = module.questions.iter();
            all.any(|question| question.common.stimulus.as_deref() == Some(stimulus))
        };
        module.stimuli.retain(|stimulus| {
            let is_used = used(&stimulus.id);
            if !is_used {
                let what = format!("the text `{}`", stimulus.id);
                losses.dropped(what, "no question is about it");
            }
            is_used
        });
    }
    draft
}

fn question_fits(question: &mut Question, lang: &str, losses: &mut Losses) -> Result<(), String> {
    let Some(wording) = question
        .wordings
        .get_mut(lang)
        .and_then(|all| all.first_mut())
    else {
        return Err(format!("it has no wording in {lang}"));
    };
    if !wording.hints.is_empty() {
        losses.dropped(
            "the hints",
            "items have a place for them only where they are asked in steps",
        );
        wording.hints.clear();
    }
    match kinds::writer(&question.body) {
        Some(writer) => (writer.lower)(&mut question.body, lang, losses),
        None => Ok(()),
    }
}
