//! Statements to judge, from a row.

use jalon_draft::{Body, Samples, Texts, TrueFalse, TrueFalseFeedback};

use super::cells::truth;
use super::choices::{Spot, ids, key, spots};
use super::columns::{Column, Field};
use super::sheet::{Flow, Row};
use crate::loss::Losses;
use crate::text::short;

/// True for “true” and “false” themselves: a question that is answered by yes or no is no statement to judge.
pub(super) fn says_truth(spot: Spot, row: &Row<'_>) -> bool {
    const WORDS: [&str; 4] = ["true", "false", "vrai", "faux"];
    let cells = spot.cells(row);
    let mut cells = cells.iter().map(|cell| cell.to_lowercase());
    judged(spot, row).is_some() && cells.all(|cell| WORDS.contains(&cell.as_str()))
}

/// What a choice says, where that is true or false, in every language.
fn judged(spot: Spot, row: &Row<'_>) -> Option<bool> {
    let cells = spot.cells(row);
    let mut says = cells.iter().map(|cell| truth(cell));
    let first = says.next()??;
    says.all(|other| other == Some(first)).then_some(first)
}

/// A statement to judge.
pub(super) fn true_false(row: &Row<'_>, losses: &mut Losses) -> Option<Body> {
    let spots = spots(row);
    let key = match (spots.as_slice(), row.get(Field::Correct)) {
        ([], cell) => cell.and_then(truth),
        (spots, _) => {
            let (ids, is_named) = ids(row, spots);
            let (places, _) = key(row, spots, &ids, is_named, losses)?;
            let [at] = places.as_slice() else {
                losses.dropped("the question", "a statement can't be both true and false");
                return None;
            };
            note_words(spots, row, losses);
            spots.get(*at).and_then(|spot| judged(*spot, row))
        }
    };
    let Some(key) = key else {
        let cell = row.get(Field::Correct).unwrap_or_default();
        losses.dropped(
            "the question",
            format!("expected true or false, found “{}”", short(cell)),
        );
        return None;
    };
    let feedback = TrueFalseFeedback {
        if_true: said(row, &spots, true, losses),
        if_false: said(row, &spots, false, losses),
    };
    let samples = Samples {
        accept: row
            .list(Column::of(Field::SampleAccept))
            .iter()
            .filter_map(|cell| truth(cell))
            .collect(),
        reject: row
            .list(Column::of(Field::SampleReject))
            .iter()
            .filter_map(|cell| truth(cell))
            .collect(),
    };
    Some(Body::TrueFalse(TrueFalse {
        key,
        feedback: (feedback != TrueFalseFeedback::default()).then_some(feedback),
        samples: (samples != Samples::default()).then_some(samples),
    }))
}

/// Buttons have words of their own.
fn note_words(spots: &[Spot], row: &Row<'_>, losses: &mut Losses) {
    let others = spots.iter().filter(|spot| !says_truth(**spot, row));
    let words: Vec<&str> = others.flat_map(|spot| spot.cells(row)).collect();
    if !words.is_empty() {
        let what = format!("the choices “{}”", short(&words.join("”, “")));
        losses.changed(what, "a statement is answered by true or false");
    }
}

/// What is said to those who gave an answer, in its own column or in that of the choice.
fn said(row: &Row<'_>, spots: &[Spot], answer: bool, losses: &mut Losses) -> Texts {
    let own = Column::of(if answer {
        Field::FeedbackTrue
    } else {
        Field::FeedbackFalse
    });
    let choice = spots
        .iter()
        .find(|spot| judged(**spot, row) == Some(answer));
    let choice = choice.map(|spot| Column::of(Field::ChoiceFeedback).number(spot.number()));
    let mut texts = Texts::new();
    for lang in row.langs() {
        let text = row.text(own.lang(lang), Flow::Line, losses);
        let text = text.or_else(|| row.text(choice?.lang(lang), Flow::Line, losses));
        texts.extend(text.map(|text| (lang.clone(), text)));
    }
    texts
}
