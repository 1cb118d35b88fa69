//! Write a text that nobody grades.

use jalon_draft::{Body, Question, Wording};

use super::writer::{KindWriter, list};
use crate::loss::Losses;
use crate::table::arrange::POINTS;
use crate::table::cells::joined;
use crate::table::columns::Field;
use crate::table::kind::Kind;
use crate::table::line::Line;

pub(super) static WRITER: KindWriter = KindWriter {
    kind: Kind::Essay,
    cells,
    texts,
};

fn cells(question: &Question, line: &mut Line, _: &mut Losses) {
    let Body::Essay(body) = &question.body else {
        return;
    };
    let points: Vec<&str> = body.points.iter().map(|one| one.id.as_str()).collect();
    line.put(POINTS.ids(), &joined(&points));
    line.count(Field::MinWords, body.least);
    line.count(Field::MaxWords, body.most);
}

fn texts(body: &Body, wording: &Wording, lang: &str, line: &mut Line) {
    let Body::Essay(body) = body else {
        return;
    };
    let points: Vec<&str> = body.points.iter().map(|one| one.id.as_str()).collect();
    list(Field::Checklist, &points, &wording.points, lang, line);
}
