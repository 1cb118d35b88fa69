//! Faults of a bank's header.

use jalon_engine::bank::{Fault, Flaw, Place, What};

use super::explain::{Known, explain};
use super::{Spot, blank, lacking, twice};
use crate::diagnostic::Diagnostic;
use crate::source::bank::{Bank, Concept};
use crate::source::module::Module;

/// The problems behind the faults of a bank. `modules` are those that the engine saw, in its order.
pub(crate) fn of_bank(bank: &Bank, modules: &[&Module], faults: &[Fault]) -> Vec<Diagnostic> {
    let concepts = bank
        .concepts
        .iter()
        .flatten()
        .filter_map(|concept| concept.id.as_ref());
    let concepts: Vec<&str> = concepts.map(|id| id.value.as_str()).collect();
    let known = Known {
        concepts: &concepts,
        parts: &[],
    };
    let problems = faults.iter().flat_map(|fault| {
        let spots = locate(bank, modules, fault);
        let known = &known;
        spots
            .into_iter()
            .map(move |spot| explain(&fault.flaw, spot, known))
    });
    problems.collect()
}

/// The places of a fault; none where it comes from something that was noted when it was read.
fn locate(bank: &Bank, modules: &[&Module], fault: &Fault) -> Vec<Spot> {
    match &fault.place {
        Place::File => in_file(bank, &fault.flaw),
        Place::Concept(n) => {
            let concept = bank.concepts.iter().flatten().nth(*n);
            concept.map_or_else(Vec::new, |concept| in_concept(bank, concept, &fault.flaw))
        }
        Place::Module(n) => match (&fault.flaw, modules.get(*n)) {
            (Flaw::Twice(_, id), _) => twice(bank.modules.iter().flat_map(|list| &list.value), id),
            (flaw, Some(module)) => in_module(module, flaw),
            (_, None) => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn in_file(bank: &Bank, flaw: &Flaw) -> Vec<Spot> {
    match flaw {
        Flaw::NoLanguage => {
            let list = bank.languages.iter();
            Spot::list(
                list.filter(|list| list.value.is_empty())
                    .map(|list| list.span),
            )
        }
        Flaw::Twice(_, lang) => twice(bank.languages.iter().flat_map(|list| &list.value), lang),
        Flaw::MissingLanguage(lang) => lacking(&bank.title, lang),
        Flaw::EmptyText(_) => blank(&bank.title),
        Flaw::TooFew(..) => {
            let list = bank.modules.iter();
            Spot::list(
                list.filter(|list| list.value.is_empty())
                    .map(|list| list.span),
            )
        }
        _ => Vec::new(),
    }
}

fn in_concept(bank: &Bank, concept: &Concept, flaw: &Flaw) -> Vec<Spot> {
    let prerequisites = || concept.prerequisites.iter().flatten();
    match flaw {
        Flaw::Twice(_, id) => twice(
            bank.concepts
                .iter()
                .flatten()
                .filter_map(|concept| concept.id.as_ref()),
            id,
        ),
        Flaw::MissingLanguage(lang) => lacking(&concept.name, lang),
        Flaw::EmptyText(_) => blank(&concept.name),
        Flaw::Unknown(_, id) => {
            let named = prerequisites().filter(|named| named.value.as_str() == id);
            Spot::list(named.map(|named| named.span))
        }
        Flaw::PrerequisiteCycle(_) => Spot::list(prerequisites().next().map(|named| named.span)),
        _ => Vec::new(),
    }
}

fn in_module(module: &Module, flaw: &Flaw) -> Vec<Spot> {
    match flaw {
        Flaw::MissingLanguage(lang) => lacking(module.title.iter().chain(&module.track), lang),
        Flaw::EmptyText(_) => blank(&module.title),
        Flaw::OutOfRange(What::Pass, ..) => Spot::list(module.pass.map(|pass| pass.span)),
        Flaw::OutOfRange(What::Draw, ..) => Spot::list(module.draw.map(|draw| draw.span)),
        _ => Vec::new(),
    }
}
