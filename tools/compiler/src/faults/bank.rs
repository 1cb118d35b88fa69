//! Faults of a bank's header.

use std::collections::BTreeSet;

use jalon_engine::bank::{Fault, Location, Subject, Violation};
use jalon_engine::id::ConceptId;

use super::cycle;
use super::explain::{Known, explain};
use super::spot::{Spot, blank, lacking, twice};
use crate::diagnostic::Diagnostic;
use crate::read::At;
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
        ..Known::default()
    };
    let mut problems = Vec::new();
    let mut rings: Vec<BTreeSet<ConceptId>> = Vec::new();
    for fault in faults {
        let ring = ring(bank, fault).unwrap_or_default();
        if let Some(problem) = cycle::problem(&ring) {
            // Each ring is told once, at the first of its concepts.
            let members: BTreeSet<ConceptId> = ring.iter().map(|named| named.value).collect();
            if !rings.contains(&members) {
                problems.push(problem);
                rings.push(members);
            }
            continue;
        }
        let spots = locate(bank, modules, fault).into_iter();
        problems.extend(spots.map(|spot| explain(&fault.flaw, spot, &known)));
    }
    problems
}

/// The concepts that need one another, where a fault is about that.
fn ring<'a>(bank: &'a Bank, fault: &Fault) -> Option<Vec<&'a At<ConceptId>>> {
    let (Location::Concept(n), Violation::PrerequisiteCycle(_)) = (&fault.place, &fault.flaw)
    else {
        return None;
    };
    cycle::ring(bank, bank.concepts.iter().flatten().nth(*n)?)
}

/// The places of a fault; none where it comes from something that was noted when it was read.
fn locate(bank: &Bank, modules: &[&Module], fault: &Fault) -> Vec<Spot> {
    match &fault.place {
        Location::File => in_file(bank, &fault.flaw),
        Location::Concept(n) => {
            let concept = bank.concepts.iter().flatten().nth(*n);
            concept.map_or_else(Vec::new, |concept| in_concept(bank, concept, &fault.flaw))
        }
        Location::Misconception(n) => {
            let mut all = bank.misconceptions.iter().flatten();
            let ids = all.clone().filter_map(|one| one.id.as_ref());
            match (&fault.flaw, all.nth(*n)) {
                (Violation::Twice(_, id), _) => twice(ids, id),
                (Violation::MissingLanguage(lang), Some(one)) => lacking(&one.name, lang),
                (Violation::EmptyText(_), Some(one)) => blank(&one.name),
                _ => Vec::new(),
            }
        }
        Location::Module(n) => match (&fault.flaw, modules.get(*n)) {
            (Violation::Twice(_, id), _) => {
                twice(bank.modules.iter().flat_map(|list| &list.value), id)
            }
            (Violation::NoLastAttempt, Some(module)) => no_last_attempt(bank, module),
            (flaw, Some(module)) => in_module(module, flaw),
            (_, None) => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn in_file(bank: &Bank, flaw: &Violation) -> Vec<Spot> {
    match flaw {
        Violation::NoLanguage => {
            let list = bank.languages.iter();
            Spot::list(
                list.filter(|list| list.value.is_empty())
                    .map(|list| list.span),
            )
        }
        Violation::Twice(_, lang) => {
            twice(bank.languages.iter().flat_map(|list| &list.value), lang)
        }
        Violation::MissingLanguage(lang) => lacking(&bank.title, lang),
        Violation::EmptyText(_) => blank(&bank.title),
        Violation::TooFew(..) => {
            let list = bank.modules.iter();
            Spot::list(
                list.filter(|list| list.value.is_empty())
                    .map(|list| list.span),
            )
        }
        _ => Vec::new(),
    }
}

fn in_concept(bank: &Bank, concept: &Concept, flaw: &Violation) -> Vec<Spot> {
    let prerequisites = || concept.prerequisites.iter().flatten();
    match flaw {
        Violation::Twice(_, id) => twice(
            bank.concepts
                .iter()
                .flatten()
                .filter_map(|concept| concept.id.as_ref()),
            id,
        ),
        Violation::MissingLanguage(lang) => lacking(&concept.name, lang),
        Violation::EmptyText(_) => blank(&concept.name),
        Violation::Unknown(_, id) => {
            let named = prerequisites().filter(|named| named.value.as_str() == id);
            Spot::list(named.map(|named| named.span))
        }
        Violation::PrerequisiteCycle(_) => {
            Spot::list(prerequisites().next().map(|named| named.span))
        }
        _ => Vec::new(),
    }
}

fn in_module(module: &Module, flaw: &Violation) -> Vec<Spot> {
    match flaw {
        Violation::MissingLanguage(lang) => lacking(module.title.iter().chain(&module.track), lang),
        Violation::EmptyText(_) => blank(&module.title),
        Violation::OutOfRange(Subject::Pass, ..) => Spot::list(module.pass.map(|pass| pass.span)),
        Violation::OutOfRange(Subject::Draw, ..) => Spot::list(module.draw.map(|draw| draw.span)),
        Violation::OutOfRange(Subject::Attempts, ..) => {
            Spot::list(module.attempts.map(|attempts| attempts.span))
        }
        _ => Vec::new(),
    }
}

/// Where the module says when feedback comes; where the bank says it for all modules, the module, and there too.
fn no_last_attempt(bank: &Bank, module: &Module) -> Vec<Spot> {
    let of_module = module.feedback.as_ref().filter(|own| own.when.is_some());
    let of_bank = bank.feedback.as_ref().map(|own| own.span);
    let spot = match of_module {
        Some(own) => Spot::from(own.span),
        None => Spot {
            span: module.span,
            see: of_bank.map(|span| (span, "the feedback of every module")),
        },
    };
    // A number of attempts that could not be read has been noted.
    Vec::from([spot])
}
