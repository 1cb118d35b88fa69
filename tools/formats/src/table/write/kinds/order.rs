//! Put items in order.

use jalon_draft::{Body, Question, Wording};

use super::writer::{KindWriter, list};
use crate::loss::Losses;
use crate::table::arrange::ITEMS;
use crate::table::cells::{joined, joined_lists};
use crate::table::columns::{Column, Field};
use crate::table::kind::Kind;
use crate::table::line::Line;

pub(super) static WRITER: KindWriter = KindWriter {
    kind: Kind::Order,
    cells,
    texts,
};

fn cells(question: &Question, line: &mut Line, _: &mut Losses) {
    let Body::Order(body) = &question.body else {
        return;
    };
    let items: Vec<&str> = body.items.iter().map(|one| one.id.as_str()).collect();
    line.put(ITEMS.ids(), &joined(&items));
    line.word(Column::of(Field::Credit), body.credit.as_ref());
    let samples = body.samples.clone().unwrap_or_default();
    line.put(Field::SampleAccept, &joined_lists(&samples.accept));
    line.put(Field::SampleReject, &joined_lists(&samples.reject));
}

fn texts(body: &Body, wording: &Wording, lang: &str, line: &mut Line) {
    let Body::Order(body) = body else {
        return;
    };
    let items: Vec<&str> = body.items.iter().map(|one| one.id.as_str()).collect();
    list(Field::Items, &items, &wording.items, lang, line);
}
