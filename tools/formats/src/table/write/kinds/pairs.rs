//! Give each item its target, or put it in its category.

use jalon_draft::{Body, Question, Texts, Wording};

use super::writer::{KindWriter, list, marked, no_samples};
use crate::loss::Losses;
use crate::table::arrange::{CATEGORIES, ITEMS, TARGETS, Things};
use crate::table::cells::joined;
use crate::table::columns::{Column, Field};
use crate::table::kind::Kind;
use crate::table::line::Line;

pub(super) static MATCH: KindWriter = KindWriter {
    kind: Kind::Match,
    cells: match_cells,
    texts: match_texts,
};

pub(super) static CLASSIFY: KindWriter = KindWriter {
    kind: Kind::Classify,
    cells: classify_cells,
    texts: classify_texts,
};

fn match_cells(question: &Question, line: &mut Line, losses: &mut Losses) {
    let Body::Match(body) = &question.body else {
        return;
    };
    let items = body.items.iter();
    let items = items.map(|one| (one.id.as_str(), one.target.as_str(), &one.feedback));
    let targets = body.targets.iter().map(|one| one.id.as_str());
    filed(items.collect(), TARGETS, targets.collect(), line);
    line.word(Column::of(Field::Uses), body.uses.as_ref());
    marked(body.scoring, body.shuffle, line);
    no_samples(body.samples.is_some(), losses);
}

fn classify_cells(question: &Question, line: &mut Line, losses: &mut Losses) {
    let Body::Classify(body) = &question.body else {
        return;
    };
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

fn match_texts(body: &Body, wording: &Wording, lang: &str, line: &mut Line) {
    let places = (Field::Targets, &wording.targets);
    filed_texts(body, wording, places, lang, line);
}

fn classify_texts(body: &Body, wording: &Wording, lang: &str, line: &mut Line) {
    let places = (Field::Categories, &wording.categories);
    filed_texts(body, wording, places, lang, line);
}

/// The texts of the items, and of the places where they belong.
fn filed_texts(
    body: &Body,
    wording: &Wording,
    places: (Field, &Texts),
    lang: &str,
    line: &mut Line,
) {
    let fields = [(Field::Items, &wording.items), places];
    for (ids, (field, texts)) in body.kind().ids().iter().zip(fields) {
        list(field, ids, texts, lang, line);
    }
}
