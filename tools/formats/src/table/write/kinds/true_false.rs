//! Say whether a statement is true.

use jalon_draft::{Body, Question};

use super::writer::{KindWriter, no_texts};
use crate::loss::Losses;
use crate::table::cells::joined;
use crate::table::columns::{Column, Field};
use crate::table::kind::Kind;
use crate::table::line::Line;

pub(super) static WRITER: KindWriter = KindWriter {
    kind: Kind::TrueFalse,
    cells,
    texts: no_texts,
};

fn cells(question: &Question, line: &mut Line, _: &mut Losses) {
    let Body::TrueFalse(body) = &question.body else {
        return;
    };
    line.yes(Column::of(Field::Correct), Some(body.key));
    let feedback = body.feedback.clone().unwrap_or_default();
    line.texts(Column::of(Field::FeedbackTrue), &feedback.if_true);
    line.texts(Column::of(Field::FeedbackFalse), &feedback.if_false);
    let samples = body.samples.clone().unwrap_or_default();
    let list = |all: &[bool]| joined(&all.iter().map(bool::to_string).collect::<Vec<_>>());
    line.put(Field::SampleAccept, &list(&samples.accept));
    line.put(Field::SampleReject, &list(&samples.reject));
}
