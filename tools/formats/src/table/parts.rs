//! Rows that are no questions: the bank, its modules, concepts and texts that several questions are about.

use jalon_draft::{Concept, Feedback, Misconception, Module, Stimulus, Texts};

use super::columns::{Column, Field};
use super::kind::Kind;
use super::read::Reading;
use super::settings;
use super::sheet::{Flow, Row};
use crate::loss::Losses;

/// Takes over a row that is a part of the bank.
pub(super) fn part(reading: &mut Reading, row: &Row<'_>, kind: Option<Kind>, losses: &mut Losses) {
    let id = row.get(Field::Id).unwrap_or_default().to_owned();
    match kind {
        Some(Kind::Bank) => bank(reading, row, id, losses),
        Some(Kind::Module) => {
            let at = reading.module(&id, row.langs());
            if let Some((_, own)) = reading.draft.modules.get_mut(at) {
                module(row, own, losses);
            }
        }
        Some(Kind::Concept) => reading.concept(Concept {
            id,
            name: texts(row, Field::Prompt, Flow::Line, losses),
            prerequisites: row.list(Column::of(Field::Prerequisites)),
        }),
        Some(Kind::Stimulus) => {
            let at = reading.module(row.get(Field::Module).unwrap_or_default(), row.langs());
            let text = texts(row, Field::Prompt, Flow::Blocks, losses);
            if let Some((_, own)) = reading.draft.modules.get_mut(at) {
                own.stimuli.push(Stimulus { id, text });
            }
        }
        Some(Kind::Misconception) => {
            let name = texts(row, Field::Prompt, Flow::Line, losses);
            reading
                .draft
                .bank
                .misconceptions
                .push(Misconception { id, name });
        }
        Some(Kind::Term) => reading.draft.bank.terms.push(group(row)),
        Some(Kind::Synonym) => reading.draft.bank.synonyms.push(group(row)),
        _ => {}
    }
}

fn bank(reading: &mut Reading, row: &Row<'_>, id: String, losses: &mut Losses) {
    let bank = &mut reading.draft.bank;
    bank.id = id;
    bank.languages = row.list(Column::of(Field::Languages));
    bank.title = texts(row, Field::Prompt, Flow::Line, losses);
    bank.scoring = row.word(Field::Scoring, losses);
    bank.feedback = feedback(row, losses);
    bank.credit = row.read(Column::of(Field::Credit), losses, settings::credit);
    bank.essays = row.word(Field::Essays, losses);
}

fn module(row: &Row<'_>, module: &mut Module, losses: &mut Losses) {
    module.title = texts(row, Field::Prompt, Flow::Line, losses);
    module.track = texts(row, Field::Track, Flow::Line, losses);
    module.level = row.word(Field::Level, losses).unwrap_or_default();
    module.minutes = row.whole(Field::Minutes, losses).unwrap_or_default();
    module.pass = row.whole(Field::Pass, losses);
    module.draw = row.whole(Field::Draw, losses);
    module.attempts = row.whole(Field::Attempts, losses);
    module.scoring = row.word(Field::Scoring, losses);
    module.feedback = feedback(row, losses);
    module.tries = row.whole(Field::Tries, losses);
    module.penalty = row.whole(Field::Penalty, losses);
    module.certainty = row.yes(Column::of(Field::Certainty), losses);
    module.credit = row.read(Column::of(Field::Credit), losses, settings::credit);
    module.essays = row.word(Field::Essays, losses);
}

fn feedback(row: &Row<'_>, losses: &mut Losses) -> Option<Feedback> {
    let feedback = Feedback {
        when: row.word(Field::FeedbackWhen, losses),
        show: row.word(Field::FeedbackShow, losses),
    };
    (feedback != Feedback::default()).then_some(feedback)
}

fn texts(row: &Row<'_>, field: Field, flow: Flow, losses: &mut Losses) -> Texts {
    let langs = row.langs().iter();
    let texts = langs.filter_map(|lang| {
        Some((
            lang.clone(),
            row.text(Column::of(field).lang(lang), flow, losses)?,
        ))
    });
    texts.collect()
}

/// Names of one thing, by language.
fn group(row: &Row<'_>) -> Texts<Vec<String>> {
    let langs = row.langs().iter();
    let lists = langs.map(|lang| (lang.clone(), row.list(Column::of(Field::Accept).lang(lang))));
    lists.filter(|(_, list)| !list.is_empty()).collect()
}
