//! Type a number.

use jalon_draft::{Body, Question};

use super::writer::{KindWriter, no_texts};
use crate::loss::Losses;
use crate::table::kind::Kind;
use crate::table::line::Line;
use crate::table::write::typed::{self, FieldColumns};

pub(super) static WRITER: KindWriter = KindWriter {
    kind: Kind::Number,
    cells,
    texts: no_texts,
};

fn cells(question: &Question, line: &mut Line, _: &mut Losses) {
    let Body::Number(body) = &question.body else {
        return;
    };
    typed::number(FieldColumns { line, gap: 0 }, body);
}
