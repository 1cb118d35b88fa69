//! Advice on what a bank covers: wordings for a retake, concepts that a question tests.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::bank::Bank;
use crate::source::module::Module;
use crate::source::question::Question;

/// Warns of questions that a retake can only ask in the same words.
pub(crate) fn single_wordings(module: &Module) -> impl Iterator<Item = Diagnostic> {
    module.questions().iter().flat_map(single_wording)
}

fn single_wording(question: &Question) -> impl Iterator<Item = Diagnostic> {
    question.wordings.values().filter_map(|(lang, wordings)| {
        let [wording] = wordings.as_slice() else {
            return None;
        };
        let message =
            format!("there is one wording in `{lang}`, so a retake can't ask in other words");
        let help =
            format!("add a second [[question.{lang}]], as an expert would put it another time");
        Some(Diagnostic::new(Code::SingleWording, wording.span, message).help(help))
    })
}

/// Warns of stimuli that no question is about, which nobody would see.
pub(crate) fn unused_stimuli(module: &Module) -> impl Iterator<Item = Diagnostic> {
    let named = module.questions().iter();
    let named = named.filter_map(|question| question.common.stimulus.as_ref());
    let used: BTreeSet<&str> = named.map(|id| id.value.as_str()).collect();
    let ids = module.stimuli().iter().filter_map(|one| one.id.as_ref());
    let unused = ids.filter(move |id| !used.contains(id.value.as_str()));
    unused.map(|id| {
        let message = format!("no question is about the stimulus `{}`", id.value);
        let help = format!(
            "write stimulus = \"{}\" into the questions that are, or take it out",
            id.value
        );
        Diagnostic::new(Code::UnusedStimulus, id.span, message).help(help)
    })
}

/// Warns of concepts that no question tests.
pub(crate) fn unused_concepts(bank: &Bank, modules: &[&Module]) -> Vec<Diagnostic> {
    let questions = modules.iter().flat_map(|module| module.questions());
    let tags = questions.filter_map(|question| question.common.concepts.as_ref());
    let used: BTreeSet<&str> = tags
        .flat_map(|tags| &tags.entries)
        .map(|(id, _)| id.value.as_str())
        .collect();
    let ids = bank
        .concepts
        .iter()
        .flatten()
        .filter_map(|concept| concept.id.as_ref());
    let unused = ids.filter(|id| !used.contains(id.value.as_str()));
    unused
        .map(|id| {
            let message = format!("no question tests the concept `{}`", id.value);
            let help = "write a question about it, or take it out";
            Diagnostic::new(Code::UnusedConcept, id.span, message).help(help)
        })
        .collect()
}
