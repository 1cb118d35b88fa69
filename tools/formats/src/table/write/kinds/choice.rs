//! Pick one choice, or several.

use jalon_draft::{Body, Key, Question, Wording};

use super::writer::{KindWriter, choice_ids, choice_texts};
use crate::loss::Losses;
use crate::table::cells::{joined, joined_lists};
use crate::table::columns::{Column, Field};
use crate::table::kind::Kind;
use crate::table::line::Line;

pub(super) static WRITER: KindWriter = KindWriter {
    kind: Kind::Choice,
    cells,
    texts,
};

fn cells(question: &Question, line: &mut Line, _: &mut Losses) {
    let Body::Choice(body) = &question.body else {
        return;
    };
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

fn texts(body: &Body, wording: &Wording, lang: &str, line: &mut Line) {
    let Body::Choice(body) = body else {
        return;
    };
    let ids = body.choices.iter().map(|one| one.id.as_str());
    choice_texts(ids, wording, lang, line);
}
