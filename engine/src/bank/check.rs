//! The rules that every bank keeps, whoever wrote it. The author's tool runs the same ones and adds the place in the
//! source text.

use super::{Bank, BankFile, Concept, FORMAT, ModuleFile, Question, When, Wording};
use crate::fault::{Fault, FaultSink, Location, Spot, Subject, Violation};
use crate::id::ConceptId;
use crate::lang::Lang;
use crate::rules::{languages, range, twice, words};

pub(super) fn bank(sink: &mut impl FaultSink, file: &BankFile) {
    let langs = &file.languages;
    if file.jalon != FORMAT {
        sink.add(Location::File, || Violation::Format(file.jalon));
    }
    if langs.is_empty() {
        sink.add(Location::File, || Violation::NoLanguage);
    }
    let mut ids = langs.iter().map(Lang::as_str);
    twice(sink, Subject::Language, &mut ids, |_| Location::File);
    words(sink, Location::File, langs, Subject::Title, &file.title);
    if file.modules.is_empty() {
        sink.add(Location::File, || Violation::TooFew(Subject::Module, 1));
    }
    let mut ids = file.concepts.iter().map(|c| c.id.as_str());
    twice(sink, Subject::Concept, &mut ids, Location::Concept);
    for (n, concept) in file.concepts.iter().enumerate() {
        words(
            sink,
            Location::Concept(n),
            langs,
            Subject::Name,
            &concept.name,
        );
        prerequisites(sink, file, n, concept);
    }
    let mut ids = file.modules.iter().map(|m| m.id.as_str());
    twice(sink, Subject::Module, &mut ids, Location::Module);
    for (n, module) in file.modules.iter().enumerate() {
        let spot = Location::Module(n);
        words(sink, spot, langs, Subject::Title, &module.title);
        languages(sink, spot, langs, &module.track);
        range(sink, spot, Subject::Pass, module.pass.into(), 1..=100);
        if let Some(draw) = module.draw {
            range(sink, spot, Subject::Draw, draw.into(), 1..=u16::MAX.into());
        }
        match module.attempts {
            Some(attempts) => range(sink, spot, Subject::Attempts, attempts.into(), 1..=1000),
            None if module.feedback.when == When::AfterLastAttempt => {
                sink.add(spot, || Violation::NoLastAttempt);
            }
            None => {}
        }
    }
}

/// Misconceptions have names. They matter to those who look at answers and to no learner, so the client doesn't ask.
pub(super) fn misconceptions(faults: &mut Vec<Fault>, file: &BankFile) {
    let mut ids = file.misconceptions.iter().map(|one| one.id.as_str());
    twice(
        faults,
        Subject::Misconception,
        &mut ids,
        Location::Misconception,
    );
    for (n, misconception) in file.misconceptions.iter().enumerate() {
        let (spot, name) = (Location::Misconception(n), &misconception.name);
        words(faults, spot, &file.languages, Subject::Name, name);
    }
}

/// The misconceptions that answers are tagged with exist.
pub(super) fn tags(faults: &mut Vec<Fault>, bank: &Bank, file: &ModuleFile) {
    for (n, question) in file.questions.iter().enumerate() {
        for id in question.body.misconceptions() {
            if bank.misconception(id).is_none() {
                faults.add(Location::Key(n), || {
                    Violation::Unknown(Subject::Misconception, id.to_string())
                });
            }
        }
    }
}

fn prerequisites(sink: &mut impl FaultSink, file: &BankFile, n: usize, concept: &Concept) {
    let find = |id: &ConceptId| file.concepts.iter().find(|concept| concept.id == *id);
    for id in &concept.prerequisites {
        if find(id).is_none() {
            sink.add(Location::Concept(n), || {
                Violation::Unknown(Subject::Concept, id.to_string())
            });
        }
    }
    let mut needed: Vec<&ConceptId> = Vec::new();
    let mut next: Vec<&ConceptId> = concept.prerequisites.iter().collect();
    while let Some(id) = next.pop() {
        if *id == concept.id {
            sink.add(Location::Concept(n), || Violation::PrerequisiteCycle(*id));
            return;
        }
        if !needed.contains(&id) {
            needed.push(id);
            if let Some(concept) = find(id) {
                next.extend(&concept.prerequisites);
            }
        }
    }
}

pub(super) fn module(sink: &mut impl FaultSink, bank: &Bank, file: &ModuleFile) {
    if file.jalon != FORMAT {
        sink.add(Location::File, || Violation::Format(file.jalon));
    }
    match bank.module_info(&file.module) {
        None => sink.add(Location::File, || {
            Violation::Unknown(Subject::Module, file.module.to_string())
        }),
        Some(info) => draw(sink, info.draw, file.questions.len()),
    }
    if let Some(lesson) = &file.lesson {
        lesson_texts(sink, bank.languages(), lesson);
    }
    if file.questions.is_empty() {
        sink.add(Location::File, || Violation::TooFew(Subject::Question, 1));
    }
    let mut ids = file.questions.iter().map(|q| q.id.as_str());
    twice(sink, Subject::Question, &mut ids, Location::Question);
    for (n, question) in file.questions.iter().enumerate() {
        self::question(sink, bank, n, question);
    }
    stimuli(sink, bank.languages(), file);
}

fn stimuli(sink: &mut impl FaultSink, langs: &[Lang], file: &ModuleFile) {
    let mut ids = file.stimuli.iter().map(|stimulus| stimulus.id.as_str());
    twice(sink, Subject::Stimulus, &mut ids, Location::Stimulus);
    for (n, stimulus) in file.stimuli.iter().enumerate() {
        let spot = Location::Stimulus(n);
        languages(sink, spot, langs, &stimulus.text);
        for (_, text) in stimulus.text.iter() {
            if text.is_blank() {
                sink.add(spot, || Violation::EmptyText(Subject::Stimulus));
            }
        }
    }
    for (n, question) in file.questions.iter().enumerate() {
        if let Some(id) = &question.stimulus
            && file.stimuli.iter().all(|stimulus| stimulus.id != *id)
        {
            sink.add(Location::Question(n), || {
                Violation::Unknown(Subject::Stimulus, id.to_string())
            });
        }
    }
}

fn draw(sink: &mut impl FaultSink, draw: Option<u16>, questions: usize) {
    if let Some(draw) = draw.filter(|&draw| usize::from(draw) > questions) {
        sink.add(Location::File, || {
            Violation::OutOfRange(Subject::Draw, draw.into(), 1..=questions as u64)
        });
    }
}

fn lesson_texts(sink: &mut impl FaultSink, langs: &[Lang], lesson: &super::Lesson) {
    let spot = Location::Lesson;
    for text in [
        &lesson.summary,
        &lesson.overview,
        &lesson.explanation,
        &lesson.example,
    ] {
        languages(sink, spot, langs, text);
    }
    for text in lesson.illustrations.iter().chain(&lesson.prompt) {
        languages(sink, spot, langs, text);
    }
    for block in &lesson.blocks {
        words(sink, spot, langs, Subject::Title, &block.title);
        languages(sink, spot, langs, &block.text);
    }
    for callout in &lesson.callouts {
        words(sink, spot, langs, Subject::Title, &callout.title);
        languages(sink, spot, langs, &callout.text);
    }
}

fn question(sink: &mut impl FaultSink, bank: &Bank, n: usize, question: &Question) {
    let (spot, langs) = (Location::Question(n), bank.languages());
    if question.tags.is_empty() {
        sink.add(spot, || Violation::TooFew(Subject::Concept, 1));
    }
    let mut ids = question.tags.iter().map(|t| t.concept.as_str());
    twice(sink, Subject::Concept, &mut ids, |_| spot);
    for tag in &question.tags {
        if bank.concept(&tag.concept).is_none() {
            sink.add(spot, || {
                Violation::Unknown(Subject::Concept, tag.concept.to_string())
            });
        }
        range(sink, spot, Subject::Weight, tag.weight.into(), 1..=100);
    }
    range(sink, spot, Subject::Points, question.points.into(), 1..=100);
    let allowance = question.allowance;
    range(sink, spot, Subject::Tries, allowance.tries.into(), 1..=20);
    range(
        sink,
        spot,
        Subject::Penalty,
        allowance.penalty.into(),
        0..=100,
    );
    range(
        sink,
        spot,
        Subject::HintCost,
        allowance.hint_cost.into(),
        0..=100,
    );
    languages(sink, spot, langs, &question.wordings);
    // One explained and another not would leave the reader of one language without.
    let is_explained = question.is_explained();
    for (lang, wordings) in question.wordings.iter() {
        if wordings.is_empty() {
            sink.add(spot, || Violation::MissingLanguage(*lang));
        }
        let mut ids = wordings.iter().map(|wording| wording.id.as_str());
        twice(sink, Subject::Wording, &mut ids, |w| {
            Location::Wording(n, lang, w)
        });
        for (w, wording) in wordings.iter().enumerate() {
            let spot = Location::Wording(n, lang, w);
            if wording.prompt.is_blank() {
                sink.add(spot, || Violation::EmptyText(Subject::Prompt));
            }
            if is_explained && wording.explanation.is_blank() {
                sink.add(spot, || Violation::EmptyText(Subject::Explanation));
            }
            hints(sink, spot, wording, question.hint_count());
        }
    }
    question.body.check(sink, langs, n, question);
}

/// Every wording has as many hints as the first one, so that a change of language or wording takes none away.
fn hints(sink: &mut impl FaultSink, spot: Spot<'_>, wording: &Wording, expected: usize) {
    let found = wording.hints.len();
    if found != expected {
        sink.add(spot, || Violation::Hints(found, expected));
    }
    for hint in &wording.hints {
        if hint.is_blank() {
            sink.add(spot, || Violation::EmptyText(Subject::Hint));
        }
    }
}
