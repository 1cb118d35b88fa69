//! What is typed, in the cells of its row.

use jalon_draft::{Answer, Near, Number, NumberKey, Text, Written};

use crate::loss::Losses;
use crate::table::cells::{joined, joined_lists, written};
use crate::table::columns::{Column, Field};
use crate::table::line::Line;
use crate::table::settings::credit_cell;
use crate::table::typed::answer;

/// A place to type: the question itself, or one of its gaps.
pub(super) struct FieldColumns<'a> {
    pub(super) line: &'a mut Line,
    /// The gap's number; 0 for the question.
    pub(super) gap: u16,
}

impl FieldColumns<'_> {
    fn column(&self, field: Field) -> Column {
        Column::of(field).gap(self.gap)
    }

    fn put(&mut self, field: Field, text: &str) {
        let column = self.column(field);
        self.line.at(column, text);
    }
}

pub(super) fn text(mut place: FieldColumns<'_>, text: &Text, losses: &mut Losses) {
    for (lang, answers) in &text.accept {
        let cells: Vec<String> = answers.iter().map(|own| cell(own, losses)).collect();
        let column = place.column(Field::Accept).lang(lang);
        place.line.at(column, &joined(&cells));
    }
    for (lang, words) in &text.words {
        let column = place.column(Field::Required).lang(lang);
        place.line.at(column, &joined_lists(&words.required));
        let column = place.column(Field::Forbidden).lang(lang);
        place.line.at(column, &joined(&words.forbidden));
    }
    let column = place.column(Field::WordOrder);
    place.line.word(column, text.order.as_ref());
    let column = place.column(Field::Endings);
    place.line.word(column, text.endings.as_ref());
    place.put(Field::Synonyms, &joined_lists(&text.synonyms));
    place.put(
        Field::Credit,
        &text.credit.as_ref().map(credit_cell).unwrap_or_default(),
    );
    for (number, wrong) in (1..).zip(&text.wrong) {
        let cells: Vec<String> = wrong.answers.iter().map(|own| cell(own, losses)).collect();
        let column = |place: &FieldColumns<'_>, field| place.column(field).number(number);
        let (own, feedback, idea) = (
            column(&place, Field::Wrong),
            column(&place, Field::WrongFeedback),
            column(&place, Field::WrongMisconception),
        );
        place.line.at(own, &joined(&cells));
        place.line.texts(feedback, &wrong.feedback);
        place
            .line
            .at(idea, wrong.misconception.as_deref().unwrap_or_default());
    }
    let samples = text.samples.clone().unwrap_or_default();
    place.put(Field::SampleAccept, &joined(&samples.accept));
    place.put(Field::SampleReject, &joined(&samples.reject));
}

/// An answer with its marks; see [`answer`], which reads it.
fn cell(own: &Answer, losses: &mut Losses) -> String {
    let marked = |text: String, credit: Option<u8>| match credit {
        Some(credit) => format!("{text} [{credit}%]"),
        None => text,
    };
    let (text, feedback) = match own {
        Answer::Plain(text) => (text.clone(), None),
        Answer::Exact(own) => (marked(own.answer.clone(), own.credit), Some(&own.feedback)),
        Answer::Wildcard(own) => (
            marked(format!("wildcard: {}", own.wildcard), own.credit),
            Some(&own.feedback),
        ),
        Answer::Regex(own) => (
            marked(format!("regex: {}", own.regex), own.credit),
            Some(&own.feedback),
        ),
    };
    if feedback.is_some_and(|feedback| !feedback.is_empty()) {
        losses.dropped(
            format!("the feedback for “{text}”"),
            "a table has no place for feedback on a right answer",
        );
    }
    match own {
        Answer::Plain(plain) if answer(&text) != Answer::Plain(plain.clone()) => {
            format!("text: {text}")
        }
        _ => text,
    }
}

pub(super) fn number(mut place: FieldColumns<'_>, number: &Number) {
    for (at, unit) in (1..).zip(&number.units) {
        let (names, times) = (
            place.column(Field::Unit).number(at),
            place.column(Field::UnitTimes).number(at),
        );
        place.line.lists(names, &unit.names);
        place
            .line
            .at(times, &unit.times.as_ref().map(written).unwrap_or_default());
    }
    let column = place.column(Field::UnitUse);
    place.line.word(column, number.unit_use.as_ref());
    for (at, wrong) in (1..).zip(&number.wrong) {
        let column = |place: &FieldColumns<'_>, field| place.column(field).number(at);
        let (own, feedback, idea) = (
            column(&place, Field::Wrong),
            column(&place, Field::WrongFeedback),
            column(&place, Field::WrongMisconception),
        );
        place.line.at(own, &numbers(&wrong.answers));
        place.line.texts(feedback, &wrong.feedback);
        place
            .line
            .at(idea, wrong.misconception.as_deref().unwrap_or_default());
    }
    let samples = number.samples.clone().unwrap_or_default();
    place.put(Field::SampleAccept, &numbers(&samples.accept));
    place.put(Field::SampleReject, &numbers(&samples.reject));
    key(place, &number.key);
}

pub(super) fn key(mut place: FieldColumns<'_>, key: &NumberKey) {
    match key {
        NumberKey::Value(value) => place.put(Field::Correct, &written(value)),
        NumberKey::Near(Near {
            value,
            within,
            figures,
        }) => {
            place.put(Field::Correct, &written(value));
            place.put(
                Field::Tolerance,
                &within.as_ref().map(written).unwrap_or_default(),
            );
            place.put(
                Field::Figures,
                &figures
                    .map(|figures| figures.to_string())
                    .unwrap_or_default(),
            );
        }
        NumberKey::Range(range) => {
            let range = format!("{}..{}", written(&range.from), written(&range.to));
            place.put(Field::Correct, &range);
        }
    }
}

/// Numbers as a list.
fn numbers(all: &[Written]) -> String {
    joined(&all.iter().map(written).collect::<Vec<_>>())
}
