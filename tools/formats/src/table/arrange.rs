//! Items to match, to classify and to put in order, and the checklists of essays, from a row.

use jalon_draft::{
    Body, Category, Classified, Classify, Essay, EssayPoint, Match, Matched, Order, OrderItem,
    Samples, Target, Texts,
};

use super::choices::Named;
use super::columns::{Column, Field};
use super::sheet::Row;
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::text::{NOTHING, short};

/// How many items, and how many places for them, a question has at most.
const MOST: usize = 200;

/// A list of things whose ids stand in one column and whose texts stand in another, in the same order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Things {
    ids: Field,
    texts: Field,
    /// The id of one that has none, before its number.
    name: &'static str,
}

pub(super) const ITEMS: Things = Things {
    ids: Field::ItemIds,
    texts: Field::Items,
    name: "item",
};
pub(super) const TARGETS: Things = Things {
    ids: Field::TargetIds,
    texts: Field::Targets,
    name: "target",
};
pub(super) const CATEGORIES: Things = Things {
    ids: Field::CategoryIds,
    texts: Field::Categories,
    name: "category",
};
pub(super) const POINTS: Things = Things {
    ids: Field::PointIds,
    texts: Field::Checklist,
    name: "point",
};

impl Things {
    /// The id of one that has none.
    fn id(self, at: usize) -> String {
        format!("{}-{}", self.name, at + 1)
    }

    /// The column of their ids.
    pub(super) fn ids(self) -> Field {
        self.ids
    }

    /// The ids of a row's things.
    pub(super) fn of(self, row: &Row<'_>) -> Vec<String> {
        let mut ids = row.list(Column::of(self.ids));
        let langs = row.langs().iter().map(String::as_str).chain([UNDETERMINED]);
        let longest = langs
            .map(|lang| row.list(Column::of(self.texts).lang(lang)).len())
            .max();
        for at in ids.len()..longest.unwrap_or(0) {
            ids.push(self.id(at));
        }
        ids
    }

    /// What they say in a language.
    pub(super) fn texts(self, row: &Row<'_>, lang: &str, ids: &[String]) -> Texts {
        let column = Column::of(self.texts);
        let own = column.lang(lang);
        let column = if row.cell(own).is_some() {
            own
        } else {
            column.lang(UNDETERMINED)
        };
        let texts = row.list(column);
        let named = ids.iter().zip(&texts).filter(|(_, text)| !text.is_empty());
        named
            .map(|(id, text)| (id.clone(), row.part(column, text)))
            .collect()
    }

    /// The ids of a row's things with a name for each: for a cell that names some of them.
    fn find(
        self,
        row: &Row<'_>,
        ids: &[String],
        cell: &str,
        losses: &mut Losses,
    ) -> Option<String> {
        let langs = row.langs().iter().map(String::as_str).chain([UNDETERMINED]);
        let lists: Vec<Vec<String>> = langs
            .map(|lang| row.list(Column::of(self.texts).lang(lang)))
            .collect();
        let name = |at: usize| -> Vec<&str> {
            lists
                .iter()
                .filter_map(|list| list.get(at))
                .map(String::as_str)
                .filter(|text| !text.is_empty())
                .collect()
        };
        let names: Vec<Vec<&str>> = (0..ids.len()).map(name).collect();
        let is_named = row.get(self.ids).is_some() || ids.iter().any(|id| id == cell);
        let at = Named {
            ids,
            names: &names,
            is_named,
            counts: false,
        }
        .one(cell, losses)?;
        ids.get(at).cloned()
    }
}

/// What is said to a learner who put the item elsewhere, item by item.
fn feedback(row: &Row<'_>, count: usize) -> Vec<Texts> {
    let mut all = vec![Texts::new(); count];
    for lang in row.langs() {
        let column = Column::of(Field::ItemFeedback).lang(lang);
        for (texts, text) in all.iter_mut().zip(row.list(column)) {
            if !text.is_empty() {
                texts.insert(lang.clone(), row.part(column, &text));
            }
        }
    }
    all
}

/// The place of each item: `correct` lists them in the order of the items; without it, items and places stand side by side.
fn places(
    row: &Row<'_>,
    items: &[String],
    things: Things,
    ids: &[String],
    losses: &mut Losses,
) -> Option<Vec<String>> {
    let cells = row.list(Column::of(Field::Correct));
    let sizes = [items.len(), ids.len()];
    if sizes.iter().any(|size| !(2..=MOST).contains(size)) {
        losses.dropped(
            "the question",
            format!(
                "it needs 2 to {MOST} items and as many places for them, and has {} and {}",
                items.len(),
                ids.len()
            ),
        );
        return None;
    }
    if cells.is_empty() && things.texts == Field::Targets && ids.len() >= items.len() {
        return Some(ids.iter().take(items.len()).cloned().collect());
    }
    if cells.len() != items.len() {
        losses.dropped(
            "the question",
            format!(
                "`correct` has to name a place for each of its {} items, between bars; it has {}",
                items.len(),
                cells.len()
            ),
        );
        return None;
    }
    let mut places = Vec::new();
    for cell in &cells {
        let Some(place) = things.find(row, ids, cell, losses) else {
            losses.dropped(
                "the question",
                format!(
                    "“{}” in `correct` isn't one of the places for its items",
                    short(cell)
                ),
            );
            return None;
        };
        places.push(place);
    }
    Some(places)
}

pub(super) fn matching(row: &Row<'_>, losses: &mut Losses) -> Option<Body> {
    let (items, targets) = (ITEMS.of(row), TARGETS.of(row));
    let places = places(row, &items, TARGETS, &targets, losses)?;
    let feedback = feedback(row, items.len());
    let items = items.into_iter().zip(places).zip(feedback);
    Some(Body::Match(Match {
        uses: row.word(Field::Uses, losses),
        scoring: row.word(Field::Scoring, losses),
        shuffle: row.yes(Column::of(Field::Shuffle), losses),
        samples: None,
        items: items
            .map(|((id, target), feedback)| Matched {
                id,
                target,
                feedback,
            })
            .collect(),
        targets: targets.into_iter().map(|id| Target { id }).collect(),
    }))
}

pub(super) fn classify(row: &Row<'_>, losses: &mut Losses) -> Option<Body> {
    let (items, categories) = (ITEMS.of(row), CATEGORIES.of(row));
    let places = places(row, &items, CATEGORIES, &categories, losses)?;
    let feedback = feedback(row, items.len());
    let items = items.into_iter().zip(places).zip(feedback);
    Some(Body::Classify(Classify {
        scoring: row.word(Field::Scoring, losses),
        shuffle: row.yes(Column::of(Field::Shuffle), losses),
        samples: None,
        items: items
            .map(|((id, category), feedback)| Classified {
                id,
                category,
                feedback,
            })
            .collect(),
        categories: categories.into_iter().map(|id| Category { id }).collect(),
    }))
}

/// Items stand in the right order; so do choices, where they are all that there is.
pub(super) fn order(row: &Row<'_>, losses: &mut Losses) -> Option<Body> {
    let items = ITEMS.of(row);
    if items.len() < 2 {
        losses.dropped("the question", "there is nothing to put in order: `items` lists the items in the right order, between bars");
        return None;
    }
    let samples = Samples {
        accept: row.lists(Column::of(Field::SampleAccept)),
        reject: row.lists(Column::of(Field::SampleReject)),
    };
    Some(Body::Order(Order {
        credit: row.word(Field::Credit, losses),
        samples: (samples != Samples::default()).then_some(samples),
        items: items.into_iter().map(|id| OrderItem { id }).collect(),
    }))
}

/// An essay. What stands in place of a model that nobody wrote is noted.
pub(super) fn essay(row: &Row<'_>, losses: &mut Losses) -> Option<Body> {
    if !has_model(row) {
        losses.guessed(
            "the model answer of an essay",
            "the row has none: write in place of “…” what the learner's text is compared with; its column is `model_en`",
        );
    }
    let mut points = POINTS.of(row);
    if points.is_empty() {
        losses.guessed(
            "the checklist",
            "the row has none; its one point is that the text says what the model says",
        );
        points.push(POINTS.id(0));
    }
    Some(Body::Essay(Essay {
        least: row.whole(Field::MinWords, losses),
        most: row.whole(Field::MaxWords, losses),
        points: points.into_iter().map(|id| EssayPoint { id }).collect(),
    }))
}

fn has_model(row: &Row<'_>) -> bool {
    let langs = row.langs().iter().map(String::as_str).chain([UNDETERMINED]);
    let mut cells = langs.map(|lang| row.cell(Column::of(Field::Model).lang(lang)));
    cells.any(|cell| cell.is_some()) || row.get(Field::Correct).is_some()
}

/// The model that an essay is compared with; other tools have it in the column of the right answer.
pub(super) fn model(row: &Row<'_>, own: Option<String>) -> Option<String> {
    let column = Column::of(Field::Correct);
    let theirs = || Some(row.part(column, row.cell(column)?));
    own.or_else(theirs).or_else(|| Some(NOTHING.to_owned()))
}

/// The checklist in a language; a single point that the row doesn't word says what there is to look for.
pub(super) fn points(row: &Row<'_>, lang: &str, ids: &[String]) -> Texts {
    let mut texts = POINTS.texts(row, lang, ids);
    if let ([id], true, None) = (ids, texts.is_empty(), row.get(Field::PointIds)) {
        let text = match lang {
            "fr" => "Dit ce que dit le modèle",
            _ => "Says what the model says",
        };
        texts.insert(id.clone(), text.to_owned());
    }
    texts
}
