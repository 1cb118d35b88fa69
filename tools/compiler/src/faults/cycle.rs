//! Concepts that need one another in a ring.

use std::collections::{BTreeMap, VecDeque};

use jalon_engine::id::ConceptId;

use crate::diagnostic::{Code, Diagnostic};
use crate::read::At;
use crate::source::bank::{Bank, Concept};

/// The shortest way from a concept over its prerequisites back to itself: each prerequisite on it, where it is named. `None` where
/// there is no way.
pub(super) fn ring<'a>(bank: &'a Bank, concept: &'a Concept) -> Option<Vec<&'a At<ConceptId>>> {
    let home = concept.id.as_ref()?.value;
    let mut reached: BTreeMap<ConceptId, &At<ConceptId>> = BTreeMap::new();
    // From where each was reached first.
    let mut from: BTreeMap<ConceptId, ConceptId> = BTreeMap::new();
    let mut next = VecDeque::from([(home, concept)]);
    while let Some((own, concept)) = next.pop_front() {
        for named in concept.prerequisites.iter().flatten() {
            if reached.contains_key(&named.value) {
                continue;
            }
            reached.insert(named.value, named);
            from.insert(named.value, own);
            if named.value == home {
                return Some(way(home, &reached, &from));
            }
            next.extend(find(bank, &named.value).map(|concept| (named.value, concept)));
        }
    }
    None
}

fn way<'a>(
    home: ConceptId,
    reached: &BTreeMap<ConceptId, &'a At<ConceptId>>,
    from: &BTreeMap<ConceptId, ConceptId>,
) -> Vec<&'a At<ConceptId>> {
    let mut way = Vec::new();
    let mut at = home;
    while let Some(named) = reached.get(&at) {
        way.push(*named);
        match from.get(&at) {
            Some(before) if *before != home => at = *before,
            _ => break,
        }
    }
    way.reverse();
    way
}

fn find<'a>(bank: &'a Bank, id: &ConceptId) -> Option<&'a Concept> {
    let mut concepts = bank.concepts.iter().flatten();
    concepts.find(|concept| concept.id.as_ref().is_some_and(|own| own.value == *id))
}

/// The problem of a ring, told once for all concepts on it.
pub(super) fn problem(ring: &[&At<ConceptId>]) -> Option<Diagnostic> {
    let (first, home) = (ring.first()?, ring.last()?.value);
    let [_, others @ ..] = ring else { return None };
    if others.is_empty() {
        let message = format!("concept `{home}` is its own prerequisite");
        let problem = Diagnostic::new(Code::PrerequisiteCycle, first.span, message);
        return Some(problem.help("take it out of its own list"));
    }
    let steps: Vec<String> = others
        .iter()
        .map(|named| format!("which needs `{}`", named.value))
        .collect();
    let message = format!(
        "concept `{home}` is, in the end, its own prerequisite: it needs `{}`, {}",
        first.value,
        steps.join(", ")
    );
    let mut problem = Diagnostic::new(Code::PrerequisiteCycle, first.span, message);
    for (own, named) in ring.iter().zip(others) {
        problem = problem.label(named.span, format!("`{}` needs it", own.value));
    }
    Some(problem.help("take out the one of them that a learner can do without at first"))
}
