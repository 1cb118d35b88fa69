//! Fill the gaps of a text.

use jalon_draft::{Body, GapNumber, Question, Wording};

use super::writer::{KindWriter, choice_ids, choice_texts, marked, no_samples};
use crate::loss::Losses;
use crate::table::cells::{joined, joined_lists};
use crate::table::columns::{Column, Field};
use crate::table::kind::Kind;
use crate::table::line::Line;
use crate::table::write::typed::{self, FieldColumns};

pub(super) static WRITER: KindWriter = KindWriter {
    kind: Kind::Gaps,
    cells,
    texts,
};

fn cells(question: &Question, line: &mut Line, losses: &mut Losses) {
    let Body::Gaps(body) = &question.body else {
        return;
    };
    let ids: Vec<&str> = body.choices.iter().map(|one| one.id.as_str()).collect();
    choice_ids(&ids, question, line);
    for (number, choice) in (1..).zip(&body.choices) {
        line.yes(
            Column::of(Field::ChoicePinned).number(number),
            choice.pinned,
        );
    }
    for (gap, own) in (1..).zip(&body.gaps) {
        let column = |field| Column::of(field).gap(gap);
        line.at(column(Field::Id), &own.id);
        let weight = own.weight.map(|weight| weight.to_string());
        line.at(column(Field::Weight), &weight.unwrap_or_default());
        if let Some(text) = &own.text {
            typed::text(FieldColumns { line, gap }, text, losses);
        }
        match &own.number {
            Some(GapNumber::Key(key)) => typed::key(FieldColumns { line, gap }, key),
            Some(GapNumber::Whole(number)) => typed::number(FieldColumns { line, gap }, number),
            None => {}
        }
        if let Some(pick) = &own.pick {
            line.at(column(Field::Pick), &pick.key);
            line.at(
                column(Field::From),
                &joined(pick.from.as_deref().unwrap_or_default()),
            );
        }
    }
    line.put(Field::AnyOrder, &joined_lists(&body.any_order));
    marked(body.scoring, body.shuffle, line);
    no_samples(body.samples.is_some(), losses);
}

fn texts(body: &Body, wording: &Wording, lang: &str, line: &mut Line) {
    let Body::Gaps(body) = body else {
        return;
    };
    let ids = body.choices.iter().map(|one| one.id.as_str());
    choice_texts(ids, wording, lang, line);
}
