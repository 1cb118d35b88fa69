//! Which modules and questions of two files are one.

use std::collections::{HashMap, HashSet};

use jalon_draft::{Answer, Body, Draft, Module, Question, add_missing};

use super::{body, merge_lesson};
use crate::loss::Losses;

/// A question's place: the module's, and its own there.
type Spot = (usize, usize);

/// What is left to be matched in the file that is there.
pub(super) struct Matching {
    /// Our questions by their ids.
    ids: HashMap<String, Spot>,
    /// Those that nothing goes with so far, and that none of the other file's ids names.
    free: HashSet<Spot>,
    /// The modules that one of the other file's goes with.
    taken: HashSet<usize>,
    /// How many were matched by something else than their ids.
    guessed: usize,
}

impl Matching {
    pub(super) fn of(joined: &Draft, others: &[(String, Module)]) -> Self {
        let theirs = others.iter().flat_map(|(_, module)| &module.questions);
        let theirs: HashSet<&str> = theirs.map(|one| one.common.id.as_str()).collect();
        let mut matching = Self {
            ids: HashMap::new(),
            free: HashSet::new(),
            taken: HashSet::new(),
            guessed: 0,
        };
        for (m, (_, module)) in joined.modules.iter().enumerate() {
            for (q, question) in module.questions.iter().enumerate() {
                let id = &question.common.id;
                if id.is_empty() || !theirs.contains(id.as_str()) {
                    matching.free.insert((m, q));
                } else {
                    matching.ids.insert(id.clone(), (m, q));
                }
            }
        }
        matching
    }

    /// The module of ours that one of the other file goes with: the one of its id, the one that most of its questions are in, or the one in
    /// its place.
    pub(super) fn home(
        &mut self,
        joined: &Draft,
        n: usize,
        id: &str,
        other: &Module,
    ) -> Option<usize> {
        let mut modules = joined.modules.iter();
        let by_id = modules.position(|(own, _)| own == id && !id.is_empty());
        let mut votes: HashMap<usize, usize> = HashMap::new();
        for question in &other.questions {
            if let Some((m, _)) = self.ids.get(&question.common.id) {
                *votes.entry(*m).or_default() += 1;
            }
        }
        let most = votes
            .into_iter()
            .max_by_key(|(m, count)| (*count, usize::MAX - m));
        let in_place = Some(n).filter(|n| *n < joined.modules.len());
        let found = by_id.or(most.map(|(m, _)| m)).or(in_place);
        let found =
            found.filter(|at| !self.taken.contains(at) || by_id.is_some() || most.is_some());
        self.taken.extend(found);
        found
    }

    /// Takes the texts of a module over.
    pub(super) fn module(
        &mut self,
        modules: &mut [(String, Module)],
        at: usize,
        other: Module,
        losses: &mut Losses,
    ) {
        let Some((_, own)) = modules.get_mut(at) else {
            return;
        };
        add_missing(&mut own.title, other.title);
        add_missing(&mut own.track, other.track);
        for stimulus in other.stimuli {
            let mut stimuli = own.stimuli.iter_mut();
            match stimuli.find(|one| one.id == stimulus.id) {
                Some(one) => add_missing(&mut one.text, stimulus.text),
                None => own.stimuli.push(stimulus),
            }
        }
        merge_lesson(own, other.lesson);
        let spots = self.spots(modules, at, &other.questions, losses);
        for (question, spot) in other.questions.into_iter().zip(spots) {
            let twin = spot.and_then(|(m, q)| modules.get_mut(m)?.1.questions.get_mut(q));
            match twin {
                Some(twin) => body::merge(twin, question, losses),
                None => {
                    if let Some((_, own)) = modules.get_mut(at) {
                        own.questions.push(question);
                    }
                }
            }
        }
    }

    /// For each question of the other file's, the one of ours that it goes with.
    fn spots(
        &mut self,
        modules: &[(String, Module)],
        at: usize,
        others: &[Question],
        losses: &mut Losses,
    ) -> Vec<Option<Spot>> {
        let get = |(m, q): Spot| modules.get(m)?.1.questions.get(q);
        let mut spots: Vec<Option<Spot>> = Vec::new();
        for other in others {
            let spot = self.ids.remove(&other.common.id);
            let is_twin = spot
                .and_then(get)
                .is_some_and(|own| own.body.is_of_kind(&other.body));
            if let (Some(spot), false) = (spot, is_twin) {
                losses.about(other);
                let what = format!("the id `{}`", other.common.id);
                losses.changed(
                    what,
                    "the question of that id in the other file is of another kind",
                );
                self.free.insert(spot);
            }
            spots.push(spot.filter(|_| is_twin));
        }
        let own = modules
            .get(at)
            .map_or(&[][..], |(_, module)| &module.questions);
        let free = |free: &HashSet<Spot>, q: usize| free.contains(&(at, q));
        for (other, q) in anchors(own, others, &|q| free(&self.free, q), &|o| {
            spots.get(o) == Some(&None)
        }) {
            if let Some(spot) = spots.get_mut(other) {
                *spot = Some((at, q));
                self.free.remove(&(at, q));
                self.guessed += 1;
            }
        }
        self.by_order(own, at, others, &mut spots);
        spots
    }

    /// The next one in order of the same kind and structure that nobody has.
    fn by_order(
        &mut self,
        own: &[Question],
        at: usize,
        others: &[Question],
        spots: &mut [Option<Spot>],
    ) {
        // Not far off: a question that one file alone has moves the others by a few places.
        const NEAR: usize = 20;
        let mut next = 0;
        for (other, spot) in others.iter().zip(spots) {
            if let Some((m, q)) = spot {
                next = if *m == at { *q + 1 } else { next };
                continue;
            }
            let near = (next..own.len().min(next + NEAR)).chain(next.saturating_sub(NEAR)..next);
            let is_twin = |q: &usize| {
                self.free.contains(&(at, *q))
                    && own.get(*q).is_some_and(|one| body::is_alike(one, other))
            };
            if let Some(q) = near.into_iter().find(is_twin) {
                self.free.remove(&(at, q));
                self.guessed += 1;
                *spot = Some((at, q));
                next = q + 1;
            }
        }
    }

    /// Says how many were matched without ids.
    pub(super) fn note(&self, losses: &mut Losses) {
        if self.guessed > 0 {
            let what = match self.guessed {
                1 => "which question goes with 1 of these".to_owned(),
                more => format!("which questions go with {more} of these"),
            };
            losses.guessed(
                what,
                "they have no ids in common: they were matched by the numbers and names in both, by order and by structure; compare them",
            );
        }
    }
}

/// Pairs of the other file's questions and ours that say the same numbers, names and answers, wherever they stand: what only one question
/// of each file says is a vote, and a pair is each other's best by two votes at least.
fn anchors(
    own: &[Question],
    others: &[Question],
    is_free: &dyn Fn(usize) -> bool,
    is_open: &dyn Fn(usize) -> bool,
) -> Vec<(usize, usize)> {
    let (ours, theirs) = (sole(own, is_free), sole(others, is_open));
    let mut votes: HashMap<(usize, usize), usize> = HashMap::new();
    for (word, (o, weight)) in &theirs {
        let Some((q, _)) = ours.get(word) else {
            continue;
        };
        let both = others.get(*o).zip(own.get(*q));
        if both.is_some_and(|(other, own)| body::is_alike(own, other)) {
            *votes.entry((*o, *q)).or_default() += weight;
        }
    }
    let best = |pick: &dyn Fn(&(usize, usize)) -> usize| {
        let mut best: HashMap<usize, (usize, usize)> = HashMap::new();
        for (pair, count) in &votes {
            let (most, next) = best.entry(pick(pair)).or_default();
            if count > most {
                (*most, *next) = (*count, *most);
            } else if count > next {
                *next = *count;
            }
        }
        best
    };
    let (by_other, by_own) = (best(&|pair| pair.0), best(&|pair| pair.1));
    let is_best = |count: usize, best: Option<&(usize, usize)>| {
        best.is_some_and(|(most, next)| count == *most && count > *next)
    };
    let pairs = votes.iter().filter(|((o, q), count)| {
        **count >= 2 && is_best(**count, by_other.get(o)) && is_best(**count, by_own.get(q))
    });
    pairs.map(|(pair, _)| *pair).collect()
}

/// The words that a single question says: its place, and how much each tells.
fn sole(questions: &[Question], counts: &dyn Fn(usize) -> bool) -> HashMap<String, (usize, usize)> {
    let mut all: HashMap<String, Option<(usize, usize)>> = HashMap::new();
    for (n, question) in questions.iter().enumerate().filter(|(n, _)| counts(*n)) {
        for (word, weight) in words(question) {
            let entry = all.entry(word).or_insert(Some((n, weight)));
            if entry.is_some_and(|(own, _)| own != n) {
                *entry = None;
            }
        }
    }
    let sole = all.into_iter();
    sole.filter_map(|(word, found)| Some((word, found?)))
        .collect()
}

/// What a question says that a translation keeps: numbers and answers tell most, then names and other words of some length.
fn words(question: &Question) -> HashMap<String, usize> {
    let mut all = HashMap::new();
    let wordings = question.wordings.values().flatten();
    let texts = wordings.flat_map(|wording| {
        let own = [Some(&wording.prompt), wording.text.as_ref()];
        let parts = wording.choices.values().chain(wording.items.values());
        own.into_iter()
            .flatten()
            .chain(parts)
            .chain(wording.targets.values())
    });
    for text in texts {
        for word in text.split(|sign: char| !sign.is_alphanumeric()) {
            let has_digit = word.chars().any(|sign| sign.is_ascii_digit());
            if has_digit || word.chars().count() > 3 {
                all.insert(word.to_lowercase(), if has_digit { 2 } else { 1 });
            }
        }
    }
    match &question.body {
        Body::Number(body) => {
            all.insert(format!("= {:?}", body.key), 2);
        }
        Body::Text(body) => {
            for answer in body.accept.values().flatten() {
                if let Answer::Plain(text)
                | Answer::Exact(jalon_draft::Exact { answer: text, .. }) = answer
                {
                    all.insert(format!("= {}", text.to_lowercase()), 2);
                }
            }
        }
        _ => {}
    }
    all
}
