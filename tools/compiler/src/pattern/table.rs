//! The automaton of a pattern, made as small as can be and written as the engine reads it.

use std::collections::HashMap;
use std::ops::Range;

use jalon_engine::grade::table_char;
use regex_automata::dfa::dense::{self, DFA};
use regex_automata::dfa::{Automaton, StartKind};
use regex_automata::nfa::thompson;
use regex_automata::util::primitives::StateID;
use regex_automata::{Anchored, Input, MatchKind};
use regex_syntax::hir::Hir;

use super::Refusal;

/// The most states that a pattern may need: twenty times what a spelling with variants does.
const MOST_STATES: usize = 200;

/// The most numbers in a table; a learner downloads each as a letter or two.
pub(super) const MOST_NUMBERS: usize = 4096;

/// The memory that an automaton may take while it is being made, in bytes.
const MEMORY: usize = 1 << 18;

/// The automaton of a pattern as the engine reads it.
pub(super) fn table(hir: &Hir) -> Result<String, Refusal> {
    let nfa = thompson::Compiler::new()
        .configure(
            thompson::Config::new()
                .utf8(false)
                .nfa_size_limit(Some(MEMORY))
                .which_captures(thompson::WhichCaptures::None),
        )
        .build_from_hir(hir)
        .map_err(|error| match error.size_limit() {
            Some(_) => Refusal::TooLarge,
            None => Refusal::Impossible(error.to_string()),
        })?;
    let dfa = dense::Builder::new()
        .configure(
            dense::Config::new()
                .start_kind(StartKind::Anchored)
                .match_kind(MatchKind::All)
                .dfa_size_limit(Some(MEMORY))
                .determinize_size_limit(Some(MEMORY)),
        )
        .build_from_nfa(&nfa)
        .map_err(|error| {
            if error.is_size_limit_exceeded() {
                Refusal::TooLarge
            } else {
                Refusal::Impossible(error.to_string())
            }
        })?;
    let classes: Vec<u8> = (0..=255).map(|byte| dfa.byte_classes().get(byte)).collect();
    let states = smallest(&reachable(&dfa)?);
    if states.iter().all(|state| !state.ends) {
        return Err(Refusal::Nothing);
    }
    written(&states, &classes).ok_or(Refusal::TooLarge)
}

/// A state: whether a text may end there, and where each class of bytes leads.
#[derive(Clone)]
struct State {
    ends: bool,
    next: Vec<usize>,
}

/// The states that can be reached, the first one first.
fn reachable(dfa: &DFA<Vec<u32>>) -> Result<Vec<State>, Refusal> {
    let start = dfa
        .start_state_forward(&Input::new("").anchored(Anchored::Yes))
        .map_err(|error| Refusal::Impossible(error.to_string()))?;
    let mut numbers: HashMap<StateID, usize> = HashMap::from([(start, 0)]);
    let mut ids = vec![start];
    let mut states = Vec::new();
    while let Some(&id) = ids.get(states.len()) {
        let mut next = Vec::new();
        for unit in dfa.byte_classes().representatives(0..=255) {
            let Some(byte) = unit.as_u8() else { continue };
            let target = dfa.next_state(id, byte);
            let number = *numbers.entry(target).or_insert_with(|| {
                ids.push(target);
                ids.len() - 1
            });
            next.push(number);
        }
        states.push(State {
            ends: dfa.is_match_state(dfa.next_eoi_state(id)),
            next,
        });
    }
    Ok(states)
}

/// The same automaton with as few states as there can be (Moore's algorithm): those that no text tells apart become one.
fn smallest(states: &[State]) -> Vec<State> {
    let mut groups: Vec<usize> = states.iter().map(|state| usize::from(state.ends)).collect();
    let mut known = 0;
    loop {
        let mut names: HashMap<(usize, Vec<usize>), usize> = HashMap::new();
        let refined: Vec<usize> = states
            .iter()
            .zip(&groups)
            .map(|(state, group)| {
                let next = state.next.iter().filter_map(|&to| groups.get(to).copied());
                let count = names.len();
                *names.entry((*group, next.collect())).or_insert(count)
            })
            .collect();
        groups = refined;
        if names.len() == known {
            break;
        }
        known = names.len();
    }
    let mut merged = Vec::new();
    for (state, &group) in states.iter().zip(&groups) {
        // Groups are named in the order in which they are met.
        if group == merged.len() {
            let next = state.next.iter().filter_map(|&to| groups.get(to).copied());
            merged.push(State {
                ends: state.ends,
                next: next.collect(),
            });
        }
    }
    merged
}

/// The table as a text; `None` where it is too large.
fn written(states: &[State], classes: &[u8]) -> Option<String> {
    if states.len() > MOST_STATES {
        return None;
    }
    let is_dead = |n: usize, state: &State| !state.ends && state.next.iter().all(|&to| to == n);
    let rows: Vec<Option<Row>> = states
        .iter()
        .enumerate()
        .map(|(n, state)| (!is_dead(n, state)).then(|| Row::of(state, classes)))
        .collect();
    let mut places = Vec::new();
    let mut length = 0;
    for row in &rows {
        places.push(row.as_ref().map(|_| length));
        length += row.as_ref().map_or(0, |row| 2 + 3 * row.ranges.len());
    }
    if length > MOST_NUMBERS {
        return None;
    }
    let target = |to: usize| {
        places
            .get(to)
            .copied()
            .flatten()
            .map_or(0, |place| place + 1)
    };
    let mut numbers = Vec::new();
    for row in rows.iter().flatten() {
        numbers.extend([
            2 * row.ranges.len() + usize::from(row.ends),
            target(row.usual),
        ]);
        for (bytes, to) in &row.ranges {
            numbers.extend([bytes.start, bytes.end - 1, target(*to)]);
        }
    }
    let signs = numbers
        .into_iter()
        .map(|number| table_char(u32::try_from(number).ok()?));
    signs.collect()
}

/// A state with its bytes in ranges.
struct Row {
    ends: bool,
    /// Where most bytes lead.
    usual: usize,
    /// The bytes that lead elsewhere.
    ranges: Vec<(Range<usize>, usize)>,
}

impl Row {
    fn of(state: &State, classes: &[u8]) -> Self {
        let mut ranges: Vec<(Range<usize>, usize)> = Vec::new();
        for (byte, class) in classes.iter().enumerate() {
            let to = state.next.get(usize::from(*class)).copied().unwrap_or(0);
            match ranges.last_mut() {
                Some((bytes, last)) if *last == to => bytes.end = byte + 1,
                _ => ranges.push((byte..byte + 1, to)),
            }
        }
        let mut counts: HashMap<usize, usize> = HashMap::new();
        for (_, to) in &ranges {
            *counts.entry(*to).or_default() += 1;
        }
        // Of those with equally many ranges the first, so that a build can be repeated.
        let usual = ranges
            .iter()
            .rev()
            .max_by_key(|(_, to)| counts.get(to))
            .map_or(0, |(_, to)| *to);
        ranges.retain(|(_, to)| *to != usual);
        Self {
            ends: state.ends,
            usual,
            ranges,
        }
    }
}
