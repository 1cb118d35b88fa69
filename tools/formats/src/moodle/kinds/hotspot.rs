//! Find a region of a picture: a choice between the names of the regions, in Moodle.

use jalon_draft::{Body, Choice, Choices, Hotspot, Image, Question};

use super::writer::{KindWriter, no_answers, no_marks};
use crate::html::{Flow, canonical};
use crate::loss::Losses;
use crate::markdown::escape;

pub(super) static WRITER: KindWriter = KindWriter {
    kind: "multichoice",
    lower,
    marks: no_marks,
    answers: no_answers,
};

fn lower(question: &mut Question, _: &[String], losses: &mut Losses) -> bool {
    let Body::Hotspot(body) = &question.body else {
        return false;
    };
    let body = choices(body.clone(), question, losses);
    question.body = Body::Choice(body);
    true
}

/// A picture with regions as a choice between their names, under the picture.
fn choices(body: Hotspot, question: &mut Question, losses: &mut Losses) -> Choices {
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
