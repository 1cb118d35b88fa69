//! Languages as keys, wherever they stand in a draft.

use crate::texts::{Naming, relabel};
use crate::{Bank, Draft, Lesson, Module, Question};

impl Draft {
    /// The same with other names for its languages; texts of those that get none are left out.
    #[must_use]
    pub fn relabelled(mut self, name: Naming<'_>) -> Self {
        bank(&mut self.bank, name);
        for (_, part) in &mut self.modules {
            module(part, name);
        }
        self
    }

    /// The same in one language alone.
    #[must_use]
    pub fn only(self, lang: &str) -> Self {
        self.relabelled(&|own| (own == lang).then(|| own.to_owned()))
    }
}

impl Question {
    /// The same with other names for its languages; texts of those that get none are left out.
    pub fn relabel(&mut self, name: Naming<'_>) {
        relabel(&mut self.wordings, name);
        self.body.kind_mut().relabel(name);
    }
}

fn bank(bank: &mut Bank, name: Naming<'_>) {
    let langs = std::mem::take(&mut bank.languages);
    bank.languages = langs.iter().filter_map(|lang| name(lang)).collect();
    relabel(&mut bank.title, name);
    if let Some(site) = &mut bank.site {
        site.name.iter_mut().for_each(|own| relabel(own, name));
        site.description
            .iter_mut()
            .for_each(|own| relabel(own, name));
    }
    for concept in &mut bank.concepts {
        relabel(&mut concept.name, name);
    }
    for misconception in &mut bank.misconceptions {
        relabel(&mut misconception.name, name);
    }
    for group in bank.terms.iter_mut().chain(&mut bank.synonyms) {
        relabel(group, name);
    }
    // A single name of a thing is no synonym.
    bank.terms.retain(|group| !group.is_empty());
    bank.synonyms
        .retain(|group| group.values().map(Vec::len).sum::<usize>() > 1);
}

fn module(module: &mut Module, name: Naming<'_>) {
    relabel(&mut module.title, name);
    relabel(&mut module.track, name);
    for stimulus in &mut module.stimuli {
        relabel(&mut stimulus.text, name);
    }
    module.lesson.iter_mut().for_each(|part| lesson(part, name));
    for question in &mut module.questions {
        question.relabel(name);
    }
}

fn lesson(lesson: &mut Lesson, name: Naming<'_>) {
    let texts = [
        &mut lesson.summary,
        &mut lesson.overview,
        &mut lesson.explanation,
        &mut lesson.example,
    ];
    texts.into_iter().for_each(|text| relabel(text, name));
    for block in &mut lesson.blocks {
        relabel(&mut block.title, name);
        relabel(&mut block.text, name);
    }
    for paragraph in lesson.illustrations.iter_mut().chain(&mut lesson.prompt) {
        relabel(&mut paragraph.text, name);
    }
    for callout in &mut lesson.callouts {
        relabel(&mut callout.title, name);
        relabel(&mut callout.text, name);
    }
}
