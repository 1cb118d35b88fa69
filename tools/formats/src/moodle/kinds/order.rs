//! Put items in order.

use jalon_draft::{Body, OrderCredit, Question};

use super::writer::{KindWriter, no_marks};
use crate::html::Flow;
use crate::loss::Losses;
use crate::moodle::write::elements::{Writer, each};

pub(super) static WRITER: KindWriter = KindWriter {
    kind: "ordering",
    lower,
    marks: no_marks,
    answers,
};

fn lower(question: &mut Question, _: &[String], _: &mut Losses) -> bool {
    let Body::Order(body) = &mut question.body else {
        return false;
    };
    if body.credit == Some(OrderCredit::Neighbours) {
        body.credit = None;
    }
    true
}

fn answers(writer: &mut Writer<'_>, question: &Question) {
    let Body::Order(body) = &question.body else {
        return;
    };
    writer.xml.value("layouttype", &[], "VERTICAL");
    writer.xml.value("selecttype", &[], "ALL");
    writer.xml.value("selectcount", &[], "0");
    writer.xml.value("gradingtype", &[], grading(body.credit));
    writer.xml.value("showgrading", &[], "SHOW");
    writer.xml.value("numberingstyle", &[], "none");
    for (n, item) in body.items.iter().enumerate() {
        let texts = each(question, |one| one.items.get(&item.id).cloned());
        let place = (n + 1).to_string();
        writer.text(
            "answer",
            &[("id", &item.id), ("fraction", &place)],
            &texts,
            Flow::Line,
        );
    }
}

fn grading(credit: Option<OrderCredit>) -> &'static str {
    match credit {
        None | Some(OrderCredit::Neighbours) => "RELATIVE_NEXT_EXCLUDE_LAST",
        Some(OrderCredit::Positions) => "ABSOLUTE_POSITION",
        Some(OrderCredit::AllOrNothing) => "ALL_OR_NOTHING",
    }
}
