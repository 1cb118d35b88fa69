//! Marks that rules give for what is picked, said as a correct response and a mapping say them.

use crate::loss::Losses;

use super::condition::Test;
use super::declared::{Cardinality, Entry, Mapping, Response};
use super::marking::{Award, Marking};
use super::reader::short_number;

/// Puts what the rules say of responses into their declarations, where the rules decide: they mark, the declarations don't.
pub(super) fn settle(responses: &mut [Response], marking: &mut Marking, losses: &mut Losses) {
    for response in responses {
        if response.base != "identifier" {
            continue;
        }
        whole(response, marking, losses);
        if response.cardinality != Cardinality::Ordered {
            picks(response, marking);
        }
        if response.cardinality == Cardinality::Single {
            agree(response, marking, losses);
        }
    }
}

/// Rules for several values at once: the best is right, and no other earns anything here.
fn whole(response: &mut Response, marking: &mut Marking, losses: &mut Losses) {
    let own = |award: &Award| match &award.test {
        Test::Whole(values) if award.response == response.id && award.worth > 0.0 => {
            Some((values.clone(), award.worth))
        }
        _ => None,
    };
    let mut all: Vec<(Vec<String>, f64)> = marking.awards.iter().filter_map(own).collect();
    if response.correct.is_empty() {
        all.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        if let Some((best, _)) = all.first() {
            response.correct.clone_from(best);
        }
    }
    for (values, worth) in all.iter().filter(|(values, _)| *values != response.correct) {
        losses.dropped(
            format!("{} for {}", points(*worth), values.join(", ")),
            "a response that is partly right is marked by a general rule, not one by one",
        );
    }
}

fn points(worth: f64) -> String {
    match worth == 1.0 {
        true => "1 point".to_owned(),
        false => format!("{} points", short_number(worth)),
    }
}

/// Rules that give marks for one pick each: together they are a mapping.
fn picks(response: &mut Response, marking: &mut Marking) {
    if marking.mapped.contains(&response.id) {
        return;
    }
    let mut entries: Vec<Entry> = Vec::new();
    let mut add = |key: &String, value: f64| match entries.iter_mut().find(|own| own.key == *key) {
        Some(own) => own.value = own.value.max(value),
        None => entries.push(Entry {
            key: key.clone(),
            value,
            minds_case: true,
        }),
    };
    let is_single = response.cardinality == Cardinality::Single;
    for award in marking
        .awards
        .iter()
        .filter(|award| award.response == response.id)
    {
        match &award.test {
            Test::Value(value) => add(value, award.worth),
            Test::Correct if is_single => {
                response
                    .correct
                    .iter()
                    .for_each(|value| add(value, award.worth));
            }
            // Marked as a whole as well, and so not by each.
            _ => return,
        }
    }
    let says_no_more = |entry: &Entry| response.correct == [entry.key.clone()];
    if entries.iter().all(says_no_more) {
        return;
    }
    response.mapping = Some(Mapping {
        entries,
        default: 0.0,
        least: None,
        most: None,
    });
    marking.mapped.push(response.id.clone());
    marking.awards.retain(|award| award.response != response.id);
}

/// Where the marks go to another choice than the one that is declared right, they decide.
fn agree(response: &mut Response, marking: &Marking, losses: &mut Losses) {
    let Some(mapping) = response
        .mapping
        .as_ref()
        .filter(|_| marking.mapped.contains(&response.id))
    else {
        return;
    };
    let most = mapping
        .entries
        .iter()
        .map(|one| one.value)
        .fold(0.0, f64::max);
    if most <= 0.0 || response.correct.iter().any(|own| mapping.of(own) >= most) {
        return;
    }
    let best = mapping.entries.iter().find(|one| one.value >= most);
    let Some(best) = best.map(|one| one.key.clone()) else {
        return;
    };
    if !response.correct.is_empty() {
        losses.changed(
            format!("the correct response, {}", response.correct.join(", ")),
            format!("the rules for marking give the points to {best}, which is the key here"),
        );
    }
    response.correct = vec![best];
}
