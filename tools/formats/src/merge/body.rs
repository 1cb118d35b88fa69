//! Two questions that are one, each in its language.

use jalon_draft::{Conflict, Conflicts, Origin, Question};

use super::names;
use crate::loss::Losses;

/// True where two questions may be one: of a kind, with as many parts of each sort.
pub(super) fn is_alike(one: &Question, other: &Question) -> bool {
    let shared = one
        .wordings
        .keys()
        .any(|lang| other.wordings.contains_key(lang));
    !shared
        && one.body.is_of_kind(&other.body)
        && one.body.kind().shape() == other.body.kind().shape()
}

/// Takes the texts of the other one over; what the two say otherwise is noted, and the first one's word counts.
pub(super) fn merge(own: &mut Question, mut other: Question, losses: &mut Losses) {
    losses.about(&other);
    let kept = place(own);
    match names::align(own, &mut other) {
        Some(true) => {
            let why = format!(
                "their order differs in {kept}: those with the same text, and the right ones, were matched"
            );
            losses.guessed("which choices belong together", why);
        }
        Some(false) => {}
        None => {
            let count = |question: &Question| question.body.kind().ids().iter().map(Vec::len).sum();
            let (ours, theirs): (usize, usize) = (count(own), count(&other));
            let why = format!(
                "{kept} has {ours} choices, items or gaps, which are kept: compare the wordings"
            );
            losses.changed(format!("{theirs} choices, items or gaps"), why);
        }
    }
    let Question {
        common,
        body,
        wordings,
    } = other;
    let mut conflicts = Conflicts::default();
    conflicts.differ("the points", &own.common.points, &common.points);
    if own.common.concepts.ids().is_empty() {
        own.common.concepts = common.concepts;
    }
    own.common.origins.0.extend(common.origins.0);
    own.body.merge(body, &mut conflicts);
    for conflict in conflicts.0 {
        note(conflict, &kept, losses);
    }
    for (lang, mut all) in wordings {
        match own.wordings.get_mut(&lang) {
            Some(_) if all.is_empty() => {}
            Some(there) => {
                let why = format!("{kept} has a wording in {lang} too: both are kept");
                losses.changed("the wording", why);
                there.append(&mut all);
            }
            None => {
                own.wordings.insert(lang, all);
            }
        }
    }
}

/// Where a question stands, for people.
fn place(question: &Question) -> String {
    match question.common.origins.0.first() {
        Some(Origin { file, line: 0, .. }) => file.clone(),
        Some(Origin { file, line, .. }) => format!("{file}:{line}"),
        None => "the first file".to_owned(),
    }
}

/// What the two say otherwise, where the first one's word is kept.
fn note(conflict: Conflict, kept: &str, losses: &mut Losses) {
    match conflict {
        Conflict::Value { what, own, other } => losses.changed(
            format!("{what}, {other}"),
            format!("{kept} says {own}, which is kept: compare them"),
        ),
        Conflict::Sort { what } => {
            losses.changed(what, format!("{kept} has another kind of gap there"));
        }
    }
}
