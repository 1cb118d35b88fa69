//! What a table does for a kind.

use jalon_draft::{Body, Question, Scoring, Texts, Wording};

use crate::loss::Losses;
use crate::slug::letter;
use crate::table::cells::joined;
use crate::table::columns::{Column, Field};
use crate::table::kind::Kind;
use crate::table::line::Line;

/// How a kind is said.
pub(in crate::table) struct KindWriter {
    /// What its row is.
    pub(in crate::table) kind: Kind,
    /// Adds its own cells to the row.
    pub(in crate::table) cells: fn(&Question, &mut Line, &mut Losses),
    /// Adds the texts of its parts in a language, from a wording.
    pub(in crate::table) texts: fn(&Body, &Wording, &str, &mut Line),
}

/// For kinds whose parts have no texts.
pub(super) fn no_texts(_: &Body, _: &Wording, _: &str, _: &mut Line) {}

/// A list of texts in a cell; no list where all of them are empty.
pub(super) fn list(field: Field, ids: &[&str], texts: &Texts, lang: &str, line: &mut Line) {
    let texts: Vec<&str> = ids
        .iter()
        .map(|id| texts.get(*id).map_or("", String::as_str))
        .collect();
    if texts.iter().any(|text| !text.is_empty()) {
        line.at(Column::of(field).lang(lang), &joined(&texts));
    }
}

/// A cell for each choice.
pub(super) fn choice_texts<'a>(
    ids: impl Iterator<Item = &'a str>,
    wording: &Wording,
    lang: &str,
    line: &mut Line,
) {
    for (number, id) in (1..).zip(ids) {
        let text = wording.choices.get(id).map_or("", String::as_str);
        line.at(Column::of(Field::Choice).number(number).lang(lang), text);
    }
}

/// Ids that a reader could not tell: others than letters, of choices without a text, or where a text may be taken for one.
pub(super) fn choice_ids(ids: &[&str], question: &Question, line: &mut Line) {
    let wordings: Vec<_> = question
        .wordings
        .values()
        .filter_map(|all| all.first())
        .collect();
    let texts = || wordings.iter().flat_map(|wording| wording.choices.values());
    let is_doubtful = |text: &String| {
        text.len() <= 2 * ids.len()
            && text
                .chars()
                .all(|sign| sign.is_ascii_alphanumeric() || sign == '|')
    };
    let is_usual = ids.iter().enumerate().all(|(at, id)| *id == letter(at));
    let has_texts = ids.iter().all(|id| {
        wordings.iter().any(|wording| {
            wording
                .choices
                .get(*id)
                .is_some_and(|text| !text.is_empty())
        })
    });
    if is_usual && has_texts && !texts().any(is_doubtful) {
        return;
    }
    for (number, id) in (1..).zip(ids) {
        line.at(Column::of(Field::ChoiceId).number(number), id);
    }
}

pub(super) fn marked(scoring: Option<Scoring>, shuffle: Option<bool>, line: &mut Line) {
    line.word(Column::of(Field::Scoring), scoring.as_ref());
    line.yes(Column::of(Field::Shuffle), shuffle);
}

pub(super) fn no_samples(are_there: bool, losses: &mut Losses) {
    if are_there {
        losses.dropped(
            "the sample answers",
            "a table has them only for choices, orders and typed answers",
        );
    }
}
