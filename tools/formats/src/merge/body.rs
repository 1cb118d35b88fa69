//! Two questions that are one, each in its language.

use std::collections::HashMap;

use jalon_draft::{
    Answer, Body, Gap, GapNumber, Key, Number, OrderItem, Origin, Question, Text, TextWrong, Texts,
};
use serde::Serialize;

use super::{add, names};
use crate::loss::Losses;

/// True where two questions may be one: of a kind, with as many parts of each sort.
pub(super) fn is_alike(one: &Question, other: &Question) -> bool {
    let shared = one
        .wordings
        .keys()
        .any(|lang| other.wordings.contains_key(lang));
    !shared && shape(&one.body) == shape(&other.body)
}

/// The kind, how many parts of each sort there are, and how many of them are right.
fn shape(body: &Body) -> (u8, Vec<usize>) {
    let picks = |key: &Key| match key {
        Key::One(_) => 0,
        Key::Several(ids) => ids.len(),
    };
    match body {
        Body::Choice(body) => (0, vec![body.choices.len(), picks(&body.key)]),
        Body::TrueFalse(_) => (1, Vec::new()),
        Body::Text(_) => (2, Vec::new()),
        Body::Number(_) => (3, Vec::new()),
        Body::Match(body) => (4, vec![body.items.len(), body.targets.len()]),
        Body::Classify(body) => (5, vec![body.items.len(), body.categories.len()]),
        Body::Order(body) => (6, vec![body.items.len()]),
        Body::Gaps(body) => (7, vec![body.gaps.len(), body.choices.len()]),
        Body::Hotspot(body) => (8, vec![body.regions.len(), picks(&body.key)]),
        Body::Essay(body) => (9, vec![body.points.len()]),
    }
}

/// True where two questions are of one kind.
pub(super) fn is_of_kind(one: &Question, other: &Question) -> bool {
    shape(&one.body).0 == shape(&other.body).0
}

/// Takes the texts of the other one over; what the two say otherwise is noted, and the first one's word counts.
pub(super) fn merge(own: &mut Question, mut other: Question, losses: &mut Losses) {
    losses.about(&other);
    let mut doubts = Doubts {
        kept: place(own),
        losses,
    };
    match names::align(own, &mut other) {
        Some(true) => {
            let why = format!(
                "their order differs in {}: those with the same text, and the right ones, were matched",
                doubts.kept
            );
            doubts.losses.guessed("which choices belong together", why);
        }
        Some(false) => {}
        None => {
            let (ours, theirs) = (names::count(&own.body), names::count(&other.body));
            let why = format!(
                "{} has {ours} choices, items or gaps, which are kept: compare the wordings",
                doubts.kept
            );
            doubts
                .losses
                .changed(format!("{theirs} choices, items or gaps"), why);
        }
    }
    let Question {
        common,
        body,
        wordings,
    } = other;
    doubts.differ("the points", &own.common.points, &common.points);
    if own.common.concepts.ids().is_empty() {
        own.common.concepts = common.concepts;
    }
    own.common.origins.0.extend(common.origins.0);
    doubts.blend(&mut own.body, body);
    for (lang, mut all) in wordings {
        match own.wordings.get_mut(&lang) {
            Some(_) if all.is_empty() => {}
            Some(there) => {
                let why = format!("{} has a wording in {lang} too: both are kept", doubts.kept);
                doubts.losses.changed("the wording", why);
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

/// What two questions say otherwise.
struct Doubts<'a> {
    losses: &'a mut Losses,
    /// Where the one stands whose word counts.
    kept: String,
}

impl Doubts<'_> {
    /// Takes what the other body says in its language, and notes where its key is another one.
    fn blend(&mut self, own: &mut Body, other: Body) {
        match (own, other) {
            (Body::Choice(own), Body::Choice(other)) => {
                self.keys(&own.key, &other.key);
                for (own, other) in by_id(&mut own.choices, other.choices, |one| &one.id) {
                    self.differ(
                        &format!("the weight of `{}`", own.id),
                        &own.weight,
                        &other.weight,
                    );
                    add(&mut own.feedback, other.feedback);
                }
            }
            (Body::TrueFalse(own), Body::TrueFalse(other)) => {
                self.differ("the key", &own.key, &other.key);
                match (&mut own.feedback, other.feedback) {
                    (Some(own), Some(other)) => {
                        add(&mut own.if_true, other.if_true);
                        add(&mut own.if_false, other.if_false);
                    }
                    (own @ None, other) => *own = other,
                    (Some(_), None) => {}
                }
            }
            (Body::Text(own), Body::Text(other)) => blend_text(own, other),
            (Body::Number(own), Body::Number(other)) => self.number(own, other),
            (Body::Match(own), Body::Match(other)) => {
                for (own, other) in by_id(&mut own.items, other.items, |one| &one.id) {
                    self.differ(
                        &format!("the target of `{}`", own.id),
                        &own.target,
                        &other.target,
                    );
                    add(&mut own.feedback, other.feedback);
                }
            }
            (Body::Classify(own), Body::Classify(other)) => {
                for (own, other) in by_id(&mut own.items, other.items, |one| &one.id) {
                    self.differ(
                        &format!("the category of `{}`", own.id),
                        &own.category,
                        &other.category,
                    );
                    add(&mut own.feedback, other.feedback);
                }
            }
            (Body::Order(own), Body::Order(other)) => {
                let ids = |items: &[OrderItem]| -> Vec<String> {
                    items.iter().map(|item| item.id.clone()).collect()
                };
                self.differ("the order", &ids(&own.items), &ids(&other.items));
            }
            (Body::Gaps(own), Body::Gaps(other)) => {
                for (own, other) in by_id(&mut own.gaps, other.gaps, |one| &one.id) {
                    self.gap(own, other);
                }
            }
            (Body::Hotspot(own), Body::Hotspot(other)) => {
                self.keys(&own.key, &other.key);
                for (own, other) in by_id(&mut own.regions, other.regions, |one| &one.id) {
                    add(&mut own.feedback, other.feedback);
                }
            }
            // Essays have no key, and bodies of two kinds have been told apart.
            _ => {}
        }
    }

    /// Notes where the other file has another value.
    fn differ<T: PartialEq + Serialize>(&mut self, what: &str, own: &T, other: &T) {
        if own != other {
            let what = format!("{what}, {}", said(other));
            let why = format!(
                "{} says {}, which is kept: compare them",
                self.kept,
                said(own)
            );
            self.losses.changed(what, why);
        }
    }

    /// The same for keys, whose order says nothing.
    fn keys(&mut self, own: &Key, other: &Key) {
        let sorted = |key: &Key| match key {
            Key::Several(ids) => {
                let mut ids = ids.clone();
                ids.sort();
                Key::Several(ids)
            }
            key => key.clone(),
        };
        self.differ("the key", &sorted(own), &sorted(other));
    }

    fn number(&mut self, own: &mut Number, other: Number) {
        self.differ("the key", &own.key, &other.key);
        for (own, other) in own.units.iter_mut().zip(other.units) {
            add(&mut own.names, other.names);
        }
        for wrong in other.wrong {
            let mut all = own.wrong.iter_mut();
            match all.find(|one| one.answers == wrong.answers) {
                Some(there) => add(&mut there.feedback, wrong.feedback),
                None => own.wrong.push(wrong),
            }
        }
    }

    fn gap(&mut self, own: &mut Gap, other: Gap) {
        let what = format!("the gap `{}`", own.id);
        match (&mut own.text, other.text) {
            (Some(own), Some(other)) => blend_text(own, other),
            (None, Some(_)) => self.losses.changed(
                &what,
                format!("{} has another kind of gap there", self.kept),
            ),
            (_, None) => {}
        }
        match (&mut own.number, other.number) {
            (Some(GapNumber::Whole(own)), Some(GapNumber::Whole(other))) => {
                self.number(own, *other)
            }
            (own, other) => self.differ(&what, &*own, &other),
        }
        self.differ(&what, &own.pick, &other.pick);
    }
}

/// A value as a bank has it.
fn said(value: &impl Serialize) -> String {
    toml::Value::try_from(value).map_or_else(|_| "nothing".to_owned(), |value| value.to_string())
}

/// Ours with those of the same id.
fn by_id<T>(own: &mut [T], other: Vec<T>, id: impl Fn(&T) -> &String) -> Vec<(&mut T, T)> {
    let mut others: HashMap<String, T> = other
        .into_iter()
        .map(|one| (id(&one).clone(), one))
        .collect();
    let pairs = own.iter_mut().filter_map(|own| {
        let other = others.remove(id(own))?;
        Some((own, other))
    });
    pairs.collect()
}

fn blend_text(own: &mut Text, other: Text) {
    for (lang, answers) in other.accept {
        let mut answers = answers;
        for (own_lang, ours) in &mut own.accept {
            if *own_lang != lang && ours.len() == answers.len() {
                share_feedback(ours, &mut answers);
            }
        }
        let there = own.accept.entry(lang).or_default();
        for answer in answers {
            blend_answer(there, answer);
        }
    }
    add(&mut own.words, other.words);
    for (n, wrong) in other.wrong.into_iter().enumerate() {
        blend_wrong(&mut own.wrong, n, wrong);
    }
}

/// Answers in the same places of two languages are each other's translation, so that what is said of one goes for the other.
fn share_feedback(ours: &mut [Answer], theirs: &mut [Answer]) {
    for (ours, theirs) in ours.iter_mut().zip(theirs) {
        let are_alike = credit(ours) == credit(theirs);
        if let (Some(ours), Some(theirs), true) = (feedback(ours), feedback(theirs), are_alike)
            && !ours.is_empty()
            && !theirs.is_empty()
        {
            add(ours, theirs.clone());
            add(theirs, ours.clone());
        }
    }
}

fn credit(answer: &Answer) -> Option<u8> {
    match answer {
        Answer::Plain(_) => None,
        Answer::Exact(exact) => exact.credit,
        Answer::Wildcard(wildcard) => wildcard.credit,
        Answer::Regex(regex) => regex.credit,
    }
}

/// The same answer has a word for learners in each language.
fn blend_answer(own: &mut Vec<Answer>, mut other: Answer) {
    let said = feedback(&mut other).map(std::mem::take).unwrap_or_default();
    let is_same = |one: &Answer| {
        let mut bare = one.clone();
        if let Some(texts) = feedback(&mut bare) {
            texts.clear();
        }
        bare == other
    };
    match own.iter().position(is_same).and_then(|at| own.get_mut(at)) {
        Some(there) => {
            if let Some(texts) = feedback(there) {
                add(texts, said);
            }
        }
        None => {
            if let Some(texts) = feedback(&mut other) {
                *texts = said;
            }
            own.push(other);
        }
    }
}

fn feedback(answer: &mut Answer) -> Option<&mut Texts> {
    match answer {
        Answer::Plain(_) => None,
        Answer::Exact(exact) => Some(&mut exact.feedback),
        Answer::Wildcard(wildcard) => Some(&mut wildcard.feedback),
        Answer::Regex(regex) => Some(&mut regex.feedback),
    }
}

/// Wrong answers have no names: the same answers, or the same place where the answers are of another language.
fn blend_wrong(own: &mut Vec<TextWrong>, n: usize, other: TextWrong) {
    let same = own.iter().position(|one| one.answers == other.answers);
    let free = Some(n).filter(|n| {
        let shares = |one: &TextWrong| {
            one.feedback
                .keys()
                .any(|lang| other.feedback.contains_key(lang))
        };
        own.get(*n)
            .is_some_and(|one| !shares(one) && one.feedback.is_empty() == other.feedback.is_empty())
    });
    match same.or(free).and_then(|at| own.get_mut(at)) {
        Some(there) => {
            for answer in other.answers {
                if !there.answers.contains(&answer) {
                    there.answers.push(answer);
                }
            }
            add(&mut there.feedback, other.feedback);
        }
        None => own.push(other),
    }
}
