//! The parts of two questions that are one: which go together, and under which names.

use indexmap::IndexMap;
use jalon_draft::{Body, Choices, Key, Question, Wording};

use crate::slug::letter;

/// From the names of the other's parts to ours.
type Names = IndexMap<String, String>;

/// Gives the other's parts the names of ours: `Some` where there are as many of each sort, and whether choices had to be put in another
/// order for that.
pub(super) fn align(own: &Question, other: &mut Question) -> Option<bool> {
    let mut names = Names::new();
    let mut is_moved = false;
    for (ours, theirs) in own.body.kind().ids().iter().zip(other.body.kind().ids()) {
        if ours.len() != theirs.len() {
            return None;
        }
        let are_same = theirs.iter().all(|id| ours.contains(id));
        let are_letters = ours.iter().enumerate().all(|(n, id)| *id == letter(n));
        let is_named = are_same && !are_letters;
        let twins: Vec<usize> = match (&own.body, &other.body) {
            (Body::Choice(_), Body::Choice(_)) if !is_named => choices(own, other),
            _ => (0..ours.len()).collect(),
        };
        is_moved |= twins.iter().enumerate().any(|(n, twin)| n != *twin);
        for (there, twin) in theirs.iter().zip(twins) {
            let here = if is_named {
                Some(there)
            } else {
                ours.get(twin)
            };
            names.extend(here.map(|here| ((*there).to_owned(), (*here).to_owned())));
        }
    }
    rename(other, &names);
    if let Body::Choice(body) = &own.body {
        let place = |id: &String| body.choices.iter().position(|choice| choice.id == *id);
        for wording in other.wordings.values_mut().flatten() {
            wording.choices.sort_by_key(|id, _| place(id));
        }
    }
    Some(is_moved)
}

/// For each of the other's choices, the place of ours that it goes with: those with the same text first, then right ones with right
/// ones, each in order.
fn choices(own: &Question, other: &Question) -> Vec<usize> {
    let (ours, theirs) = (seen(own), seen(other));
    let once = |all: &[Seen], text: &str| {
        let mut places = (0..all.len()).filter(|n| all.get(*n).is_some_and(|one| one.text == text));
        let first = places.next();
        first.filter(|_| !text.is_empty() && places.next().is_none())
    };
    let mut twins: Vec<Option<usize>> = theirs
        .iter()
        .map(|one| once(&theirs, &one.text).and_then(|_| once(&ours, &one.text)))
        .collect();
    let left =
        |all: &[Seen], is_taken: &dyn Fn(usize) -> bool, is_right: Option<bool>| -> Vec<usize> {
            let each = all.iter().enumerate().filter(|(n, _)| !is_taken(*n));
            let each = each.filter(|(_, one)| is_right.is_none_or(|right| one.is_right == right));
            each.map(|(n, _)| n).collect()
        };
    let taken: Vec<usize> = twins.iter().flatten().copied().collect();
    let (here, there) = (|n: usize| taken.contains(&n), twins.clone());
    let there = |n: usize| there.get(n).is_some_and(Option::is_some);
    let right = (
        left(&ours, &here, Some(true)),
        left(&theirs, &there, Some(true)),
    );
    let groups = if right.0.len() == right.1.len() {
        let wrong = (
            left(&ours, &here, Some(false)),
            left(&theirs, &there, Some(false)),
        );
        vec![right, wrong]
    } else {
        vec![(left(&ours, &here, None), left(&theirs, &there, None))]
    };
    for (here, there) in groups {
        for (here, there) in here.into_iter().zip(there) {
            if let Some(twin) = twins.get_mut(there) {
                *twin = Some(here);
            }
        }
    }
    twins
        .into_iter()
        .enumerate()
        .map(|(n, twin)| twin.unwrap_or(n))
        .collect()
}

/// A choice as a reader sees it, and whether it is right.
struct Seen {
    text: String,
    is_right: bool,
}

fn seen(question: &Question) -> Vec<Seen> {
    let Body::Choice(Choices { key, choices, .. }) = &question.body else {
        return Vec::new();
    };
    let wording = question.wordings.values().flatten().next();
    let each = choices.iter().map(|choice| Seen {
        text: wording
            .and_then(|wording| wording.choices.get(&choice.id))
            .map(|text| text.trim().to_lowercase())
            .unwrap_or_default(),
        is_right: match key {
            Key::One(id) => *id == choice.id,
            Key::Several(ids) => ids.contains(&choice.id),
        },
    });
    each.collect()
}

fn rename(question: &mut Question, names: &Names) {
    for id in question.body.kind_mut().ids_mut() {
        if let Some(name) = names.get(id) {
            id.clone_from(name);
        }
    }
    for wording in question.wordings.values_mut().flatten() {
        rename_texts(wording, names);
    }
}

fn rename_texts(wording: &mut Wording, names: &Names) {
    for table in wording.parts_mut() {
        let all = std::mem::take(table);
        let named = all.into_iter();
        table.extend(named.map(|(id, text)| (names.get(&id).cloned().unwrap_or(id), text)));
    }
    if let Some(text) = &mut wording.text {
        *text = gaps(text, names);
    }
}

/// A text with other names in its gaps.
fn gaps(text: &str, names: &Names) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        out.push_str(before);
        out.push_str("{{");
        rest = after;
        if let Some((id, after)) = after.split_once("}}") {
            out.push_str(names.get(id.trim()).map_or(id, String::as_str));
            out.push_str("}}");
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_take_the_names_of_the_first_file() {
        let names = IndexMap::from([("1".to_owned(), "count".to_owned())]);
        assert_eq!(
            gaps("a {{1}} b {{2}} c {{", &names),
            "a {{count}} b {{2}} c {{"
        );
    }
}
