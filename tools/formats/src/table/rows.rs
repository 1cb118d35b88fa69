//! From a draft to the cells of a table.

use jalon_draft::{Bank, Draft, Module, Question, Texts, Wording};

use super::cells::joined;
use super::columns::{Column, Field};
use super::kind::Kind;
use super::line::Line;
use super::settings::{concepts_cell, credit_cell};
use super::write::kinds;
use crate::loss::{FilePosition, Losses};

/// The rows of a draft; what has no place in them is noted.
pub(super) fn rows(draft: &Draft, losses: &mut Losses) -> Vec<Line> {
    losses.at(FilePosition::bank(), None);
    let mut lines = vec![bank(&draft.bank)];
    no_lint(draft.bank.lint.is_some(), losses);
    lines.extend(groups(&draft.bank));
    for name in draft.pictures.keys() {
        losses.dropped(
            format!("the picture {name}"),
            "a table has no place for files: copy it into the folder of the bank",
        );
    }
    if draft.bank.site.is_some() {
        losses.dropped("the course site's settings", "a table has no place for it");
    }
    for (id, part) in &draft.modules {
        losses.at(FilePosition::module(id), None);
        module(id, part, &mut lines, losses);
        for own in &part.questions {
            losses.at(FilePosition::module(id), Some(own.common.id.clone()));
            question(id, own, &mut lines, losses);
        }
    }
    lines
}

fn no_lint(is_there: bool, losses: &mut Losses) {
    if is_there {
        losses.dropped("the settings of lints", "a table has no place for it");
    }
}

fn bank(bank: &Bank) -> Line {
    let mut line = Line::of(Kind::Bank);
    line.put(Field::Id, &bank.id);
    line.put(Field::Languages, &joined(&bank.languages));
    line.texts(Column::of(Field::Prompt), &bank.title);
    line.word(Column::of(Field::Scoring), bank.scoring.as_ref());
    let feedback = bank.feedback.unwrap_or_default();
    line.word(Column::of(Field::FeedbackWhen), feedback.when.as_ref());
    line.word(Column::of(Field::FeedbackShow), feedback.show.as_ref());
    line.put(
        Field::Credit,
        &bank.credit.as_ref().map(credit_cell).unwrap_or_default(),
    );
    line.word(Column::of(Field::Essays), bank.essays.as_ref());
    line
}

/// What the bank lists: concepts, misconceptions, terms and synonyms.
fn groups(bank: &Bank) -> Vec<Line> {
    let concepts = bank.concepts.iter().map(|concept| {
        let mut line = Line::of(Kind::Concept);
        line.put(Field::Id, &concept.id);
        line.texts(Column::of(Field::Prompt), &concept.name);
        line.put(Field::Prerequisites, &joined(&concept.prerequisites));
        line
    });
    let misconceptions = bank.misconceptions.iter().map(|idea| {
        let mut line = Line::of(Kind::Misconception);
        line.put(Field::Id, &idea.id);
        line.texts(Column::of(Field::Prompt), &idea.name);
        line
    });
    let named = |kind: Kind, names: &Texts<Vec<String>>| {
        let mut line = Line::of(kind);
        line.lists(Column::of(Field::Accept), names);
        line
    };
    let terms = bank.terms.iter().map(|names| named(Kind::Term, names));
    let synonyms = bank
        .synonyms
        .iter()
        .map(|names| named(Kind::Synonym, names));
    concepts
        .chain(misconceptions)
        .chain(terms)
        .chain(synonyms)
        .collect()
}

fn module(id: &str, module: &Module, lines: &mut Vec<Line>, losses: &mut Losses) {
    let mut line = Line::of(Kind::Module);
    line.put(Field::Id, id);
    line.texts(Column::of(Field::Prompt), &module.title);
    line.texts(Column::of(Field::Track), &module.track);
    line.word(Column::of(Field::Level), Some(&module.level));
    line.put(Field::Minutes, &module.minutes.to_string());
    line.count(Field::Pass, module.pass);
    line.count(Field::Draw, module.draw);
    line.count(Field::Attempts, module.attempts);
    line.word(Column::of(Field::Scoring), module.scoring.as_ref());
    let feedback = module.feedback.unwrap_or_default();
    line.word(Column::of(Field::FeedbackWhen), feedback.when.as_ref());
    line.word(Column::of(Field::FeedbackShow), feedback.show.as_ref());
    line.count(Field::Tries, module.tries);
    line.count(Field::Penalty, module.penalty);
    line.yes(Column::of(Field::Certainty), module.certainty);
    line.put(
        Field::Credit,
        &module.credit.as_ref().map(credit_cell).unwrap_or_default(),
    );
    line.word(Column::of(Field::Essays), module.essays.as_ref());
    lines.push(line);
    for stimulus in &module.stimuli {
        let mut line = Line::of(Kind::Stimulus);
        line.put(Field::Id, &stimulus.id);
        line.put(Field::Module, id);
        line.texts(Column::of(Field::Prompt), &stimulus.text);
        lines.push(line);
    }
    no_lint(module.lint.is_some(), losses);
    if module.lesson.is_some() {
        losses.dropped("the lesson", "a table has no place for it");
    }
}

fn question(module: &str, question: &Question, lines: &mut Vec<Line>, losses: &mut Losses) {
    let Some(writer) = kinds::writer(&question.body) else {
        return;
    };
    let mut line = Line::of(writer.kind);
    let common = &question.common;
    no_lint(common.lint.is_some(), losses);
    line.put(Field::Id, &common.id);
    line.put(Field::Module, module);
    line.put(Field::Concepts, &concepts_cell(&common.concepts));
    line.word(Column::of(Field::Difficulty), common.difficulty.as_ref());
    line.put(Field::Source, common.source.as_deref().unwrap_or_default());
    line.count(Field::Points, common.points);
    line.put(
        Field::Stimulus,
        common.stimulus.as_deref().unwrap_or_default(),
    );
    line.count(Field::Tries, common.tries);
    line.count(Field::Penalty, common.penalty);
    line.count(Field::HintCost, common.hint_cost);
    (writer.cells)(question, &mut line, losses);
    let most = question.wordings.values().map(Vec::len).max().unwrap_or(0);
    for at in 0..most {
        let mut own = if at == 0 {
            std::mem::take(&mut line)
        } else {
            Line::of(Kind::Wording)
        };
        if at > 0 {
            own.put(Field::Id, &common.id);
        }
        for (lang, wordings) in &question.wordings {
            if let Some(wording) = wordings.get(at) {
                self::wording(wording, lang, &mut own);
                (writer.texts)(&question.body, wording, lang, &mut own);
            }
        }
        lines.push(own);
    }
}

fn wording(wording: &Wording, lang: &str, line: &mut Line) {
    let mut text = |field: Field, text: Option<&str>| {
        line.at(Column::of(field).lang(lang), text.unwrap_or_default())
    };
    text(Field::Prompt, Some(&wording.prompt));
    text(Field::Wording, wording.id.as_deref());
    text(Field::Text, wording.text.as_deref());
    text(Field::Model, wording.model.as_deref());
    text(Field::Explanation, wording.explanation.as_deref());
    for (number, hint) in (1..).zip(&wording.hints) {
        line.at(Column::of(Field::Hint).number(number).lang(lang), hint);
    }
}
