//! What each kind of question adds to its row.

use jalon_draft::{
    Body, Choices, Classify, Essay, GapNumber, Gaps, Key, Match, Order, Question, Scoring, Texts,
};

use super::typed::{self, Place};
use crate::loss::Losses;
use crate::slug::letter;
use crate::table::arrange::{CATEGORIES, ITEMS, POINTS, TARGETS, Things};
use crate::table::cells::{joined, joined_lists};
use crate::table::columns::{Column, Field};
use crate::table::rows::Line;

/// Adds what the kind of a question has.
pub(in crate::table) fn body(
    body: &Body,
    question: &Question,
    line: &mut Line,
    losses: &mut Losses,
) {
    match body {
        Body::Choice(body) => choice(body, question, line),
        Body::TrueFalse(body) => {
            line.yes(Column::of(Field::Correct), Some(body.key));
            let feedback = body.feedback.clone().unwrap_or_default();
            line.texts(Column::of(Field::FeedbackTrue), &feedback.if_true);
            line.texts(Column::of(Field::FeedbackFalse), &feedback.if_false);
            let samples = body.samples.clone().unwrap_or_default();
            let list = |all: &[bool]| joined(&all.iter().map(bool::to_string).collect::<Vec<_>>());
            line.put(Field::SampleAccept, &list(&samples.accept));
            line.put(Field::SampleReject, &list(&samples.reject));
        }
        Body::Text(body) => typed::text(Place { line, gap: 0 }, body, losses),
        Body::Number(body) => typed::number(Place { line, gap: 0 }, body),
        Body::Match(body) => matching(body, line, losses),
        Body::Classify(body) => classify(body, line, losses),
        Body::Order(body) => order(body, line),
        Body::Gaps(body) => gaps(body, question, line, losses),
        Body::Essay(body) => essay(body, line),
        Body::Hotspot(_) => {}
    }
}

fn choice(body: &Choices, question: &Question, line: &mut Line) {
    let ids: Vec<&str> = body.choices.iter().map(|one| one.id.as_str()).collect();
    choice_ids(&ids, question, line);
    let key = match &body.key {
        Key::One(id) => joined(&[id]),
        // A bar behind a single one says that it is a list.
        Key::Several(ids) => match ids.as_slice() {
            [one] => format!("{}|", joined(&[one])),
            ids => joined(ids),
        },
    };
    line.put(Field::Correct, &key);
    for (number, choice) in (1..).zip(&body.choices) {
        let column = |field| Column::of(field).number(number);
        line.yes(column(Field::ChoicePinned), choice.pinned);
        let weight = choice.weight.map(|weight| weight.to_string());
        line.at(column(Field::ChoiceWeight), &weight.unwrap_or_default());
        line.texts(column(Field::ChoiceFeedback), &choice.feedback);
        line.at(
            column(Field::ChoiceMisconception),
            choice.misconception.as_deref().unwrap_or_default(),
        );
    }
    line.word(Column::of(Field::Scoring), body.scoring.as_ref());
    line.count(Field::Least, body.least);
    line.count(Field::Most, body.most);
    line.yes(Column::of(Field::Shuffle), body.shuffle);
    let samples = body.samples.clone().unwrap_or_default();
    let list = |keys: &[Key]| {
        let keys = keys.iter().map(|key| match key {
            Key::One(id) => vec![id.clone()],
            Key::Several(ids) => ids.clone(),
        });
        joined_lists(&keys.collect::<Vec<_>>())
    };
    line.put(Field::SampleAccept, &list(&samples.accept));
    line.put(Field::SampleReject, &list(&samples.reject));
}

/// Ids that a reader could not tell: others than letters, of choices without a text, or where a text may be taken for one.
fn choice_ids(ids: &[&str], question: &Question, line: &mut Line) {
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

fn matching(body: &Match, line: &mut Line, losses: &mut Losses) {
    let items = body.items.iter();
    let items = items.map(|one| (one.id.as_str(), one.target.as_str(), &one.feedback));
    let targets = body.targets.iter().map(|one| one.id.as_str());
    filed(items.collect(), TARGETS, targets.collect(), line);
    line.word(Column::of(Field::Uses), body.uses.as_ref());
    marked(body.scoring, body.shuffle, line);
    no_samples(body.samples.is_some(), losses);
}

fn classify(body: &Classify, line: &mut Line, losses: &mut Losses) {
    let items = body.items.iter();
    let items = items.map(|one| (one.id.as_str(), one.category.as_str(), &one.feedback));
    let categories = body.categories.iter().map(|one| one.id.as_str());
    filed(items.collect(), CATEGORIES, categories.collect(), line);
    marked(body.scoring, body.shuffle, line);
    no_samples(body.samples.is_some(), losses);
}

/// Items, each with its id, the place where it belongs and its feedback; and the places.
fn filed(items: Vec<(&str, &str, &Texts)>, places: Things, ids: Vec<&str>, line: &mut Line) {
    let each = |part: fn(&(&str, &str, &Texts)) -> String| {
        joined(&items.iter().map(part).collect::<Vec<_>>())
    };
    line.put(ITEMS.ids(), &each(|(id, ..)| (*id).to_owned()));
    line.put(places.ids(), &joined(&ids));
    line.put(Field::Correct, &each(|(_, place, _)| (*place).to_owned()));
    let texts: Vec<&Texts> = items.iter().map(|(.., texts)| *texts).collect();
    feedback(&texts, line);
}

fn marked(scoring: Option<Scoring>, shuffle: Option<bool>, line: &mut Line) {
    line.word(Column::of(Field::Scoring), scoring.as_ref());
    line.yes(Column::of(Field::Shuffle), shuffle);
}

/// A list for each language, with a part for each item.
fn feedback(items: &[&Texts], line: &mut Line) {
    let mut langs: Vec<&String> = Vec::new();
    for lang in items.iter().flat_map(|texts| texts.keys()) {
        if !langs.contains(&lang) {
            langs.push(lang);
        }
    }
    for lang in langs {
        let parts: Vec<&str> = items
            .iter()
            .map(|texts| texts.get(lang).map_or("", String::as_str))
            .collect();
        line.at(Column::of(Field::ItemFeedback).lang(lang), &joined(&parts));
    }
}

fn no_samples(are_there: bool, losses: &mut Losses) {
    if are_there {
        losses.dropped(
            "the sample answers",
            "a table has them only for choices, orders and typed answers",
        );
    }
}

fn order(body: &Order, line: &mut Line) {
    let items: Vec<&str> = body.items.iter().map(|one| one.id.as_str()).collect();
    line.put(ITEMS.ids(), &joined(&items));
    line.word(Column::of(Field::Credit), body.credit.as_ref());
    let samples = body.samples.clone().unwrap_or_default();
    line.put(Field::SampleAccept, &joined_lists(&samples.accept));
    line.put(Field::SampleReject, &joined_lists(&samples.reject));
}

fn essay(body: &Essay, line: &mut Line) {
    let points: Vec<&str> = body.points.iter().map(|one| one.id.as_str()).collect();
    line.put(POINTS.ids(), &joined(&points));
    line.count(Field::MinWords, body.least);
    line.count(Field::MaxWords, body.most);
}

fn gaps(body: &Gaps, question: &Question, line: &mut Line, losses: &mut Losses) {
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
            typed::text(Place { line, gap }, text, losses);
        }
        match &own.number {
            Some(GapNumber::Key(key)) => typed::key(Place { line, gap }, key),
            Some(GapNumber::Whole(number)) => typed::number(Place { line, gap }, number),
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
