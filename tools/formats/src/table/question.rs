//! A question from a row, and its wordings.

use jalon_draft::{Body, Question, Texts, Wording};

use super::arrange::{self, CATEGORIES, ITEMS, TARGETS};
use super::choices::{self, Spot, spoken};
use super::columns::{Column, Field};
use super::kind::Kind;
use super::settings;
use super::sheet::{Flow, Row};
use super::true_false;
use super::typed::{self, TypedField};
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::text::short;

/// The question of a row, its concepts apart; `None` where it can't be one, which is noted.
pub(super) fn question(row: &Row<'_>, losses: &mut Losses) -> Option<Question> {
    let named = row.get(Field::Kind);
    let kind = named.and_then(Kind::parse);
    if let (Some(cell), None) = (named, kind) {
        losses.dropped(
            "the question",
            format!("“{}” isn't a known kind of question", short(cell)),
        );
        return None;
    }
    if !langs(row)
        .iter()
        .any(|lang| row.cell(Column::of(Field::Prompt).lang(lang)).is_some())
    {
        losses.dropped("the row", "the column of its prompt is empty");
        return None;
    }
    let Some(found) = kind.or_else(|| Kind::of(row)) else {
        losses.dropped("the question", "the row has no right answer");
        return None;
    };
    if kind.is_none() && matches!(found, Kind::Number | Kind::Text) {
        losses.guessed(
            format!("the kind {}", found.word()),
            "the row names none; this is what its right answer looks like",
        );
    }
    let common = settings::common(row, losses);
    let body = body(row, found, kind.is_some(), losses)?;
    note_unasked(row, losses);
    let spots = choices::spots(row);
    let mut wordings = Texts::new();
    for lang in langs(row) {
        let wording = wording(row, &lang, &body, &spots, losses);
        wordings.extend(wording.map(|wording| (lang, vec![wording])));
    }
    Some(Question {
        common,
        body,
        wordings,
    })
}

fn langs(row: &Row<'_>) -> Vec<String> {
    if row.langs().is_empty() {
        vec![UNDETERMINED.to_owned()]
    } else {
        row.langs().to_vec()
    }
}

fn body(row: &Row<'_>, kind: Kind, named: bool, losses: &mut Losses) -> Option<Body> {
    let place = TypedField { row, gap: 0 };
    match kind {
        Kind::Choice | Kind::Several => choices::choice(row, kind, named, losses),
        Kind::TrueFalse => true_false::true_false(row, losses),
        Kind::Text => typed::text(place, losses).map(Body::Text),
        Kind::Number => typed::number(place, losses).map(Body::Number),
        Kind::Match => arrange::matching(row, losses),
        Kind::Classify => arrange::classify(row, losses),
        Kind::Order => arrange::order(row, losses),
        Kind::Gaps => typed::gaps(row, losses),
        Kind::Essay => arrange::essay(row, losses),
        // Parts of a bank are no questions: their rows are read elsewhere.
        _ => None,
    }
}

/// Texts in a language in which nothing is asked.
fn note_unasked(row: &Row<'_>, losses: &mut Losses) {
    let fields = [
        Field::Explanation,
        Field::Items,
        Field::Targets,
        Field::Categories,
        Field::Text,
    ];
    for lang in row.langs().iter().filter(|lang| *lang != UNDETERMINED) {
        if row.cell(Column::of(Field::Prompt).lang(lang)).is_some() {
            continue;
        }
        let choices = (1..=row.most(0, &[Field::Choice]))
            .map(|number| Column::of(Field::Choice).number(number));
        let mut columns = fields.into_iter().map(Column::of).chain(choices);
        if columns.any(|column| row.cell(column.lang(lang)).is_some()) {
            losses.dropped(
                format!("the texts in {lang}"),
                "the column of the prompt in that language is empty",
            );
        }
    }
}

/// Another wording of a question, from a row of its own.
pub(super) fn more(row: &Row<'_>, question: &mut Question, losses: &mut Losses) {
    let spots: Vec<Spot> = match &question.body {
        Body::Choice(body) => (1..=body.choices.len())
            .filter_map(|n| u16::try_from(n).ok())
            .map(Spot::Choice)
            .collect(),
        Body::Gaps(body) => (1..=body.choices.len())
            .filter_map(|n| u16::try_from(n).ok())
            .map(Spot::Choice)
            .collect(),
        _ => Vec::new(),
    };
    let mut is_there = false;
    for lang in langs(row) {
        if let Some(wording) = wording(row, &lang, &question.body, &spots, losses) {
            question.wordings.entry(lang).or_default().push(wording);
            is_there = true;
        }
    }
    if !is_there {
        losses.dropped("the wording", "the column of its prompt is empty");
    }
}

fn wording(
    row: &Row<'_>,
    lang: &str,
    body: &Body,
    spots: &[Spot],
    losses: &mut Losses,
) -> Option<Wording> {
    let prompt = row.text(Column::of(Field::Prompt).lang(lang), Flow::Blocks, losses)?;
    let mut text = |field: Field| spoken(row, Column::of(field), lang, Flow::Blocks, losses);
    let mut wording = Wording {
        id: row
            .cell(Column::of(Field::Wording).lang(lang))
            .map(str::to_owned),
        prompt,
        explanation: text(Field::Explanation),
        ..Wording::default()
    };
    let owned = |ids: Vec<&String>| -> Vec<String> { ids.into_iter().cloned().collect() };
    match body {
        Body::Choice(body) => {
            let ids = owned(body.choices.iter().map(|one| &one.id).collect());
            wording.choices = choice_texts(row, lang, &ids, spots, losses);
        }
        Body::Gaps(body) => {
            wording.text = text(Field::Text);
            let ids = owned(body.choices.iter().map(|one| &one.id).collect());
            wording.choices = choice_texts(row, lang, &ids, spots, losses);
        }
        Body::Match(body) => {
            let items = owned(body.items.iter().map(|one| &one.id).collect());
            let targets = owned(body.targets.iter().map(|one| &one.id).collect());
            wording.items = ITEMS.texts(row, lang, &items);
            wording.targets = TARGETS.texts(row, lang, &targets);
        }
        Body::Classify(body) => {
            let items = owned(body.items.iter().map(|one| &one.id).collect());
            let categories = owned(body.categories.iter().map(|one| &one.id).collect());
            wording.items = ITEMS.texts(row, lang, &items);
            wording.categories = CATEGORIES.texts(row, lang, &categories);
        }
        Body::Order(body) => {
            let items = owned(body.items.iter().map(|one| &one.id).collect());
            wording.items = ITEMS.texts(row, lang, &items);
        }
        Body::Essay(body) => {
            wording.model = arrange::model(row, text(Field::Model));
            let points = owned(body.points.iter().map(|one| &one.id).collect());
            wording.points = arrange::points(row, lang, &points);
        }
        _ => {}
    }
    for number in 1..=row.most(0, &[Field::Hint]) {
        wording.hints.extend(spoken(
            row,
            Column::of(Field::Hint).number(number),
            lang,
            Flow::Blocks,
            losses,
        ));
    }
    Some(wording)
}

fn choice_texts(
    row: &Row<'_>,
    lang: &str,
    ids: &[String],
    spots: &[Spot],
    losses: &mut Losses,
) -> Texts {
    let each = ids.iter().zip(spots);
    each.filter_map(|(id, spot)| Some((id.clone(), spot.text(row, lang, losses)?)))
        .collect()
}
