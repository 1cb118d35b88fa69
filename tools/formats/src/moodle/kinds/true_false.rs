//! Say whether a statement is true.

use jalon_draft::{Body, Question, Texts};

use super::writer::{KindWriter, no_marks};
use crate::html::Flow;
use crate::loss::Losses;
use crate::moodle::text::own_spelling;
use crate::moodle::write::elements::Writer;

pub(super) static WRITER: KindWriter = KindWriter {
    kind: "truefalse",
    lower,
    marks: no_marks,
    answers,
};

fn lower(question: &mut Question, _: &[String], _: &mut Losses) -> bool {
    for feedback in question.body.kind_mut().feedbacks_mut() {
        own_spelling(feedback, Flow::Line);
    }
    true
}

fn answers(writer: &mut Writer<'_>, question: &Question) {
    let Body::TrueFalse(body) = &question.body else {
        return;
    };
    for value in [true, false] {
        let share = if value == body.key { "100" } else { "0" };
        let word = if value { "true" } else { "false" };
        let feedback = body.feedback.as_ref().map(|feedback| match value {
            true => &feedback.if_true,
            false => &feedback.if_false,
        });
        writer.answer(
            &[("fraction", share)],
            word,
            feedback.unwrap_or(&Texts::new()),
        );
    }
}
