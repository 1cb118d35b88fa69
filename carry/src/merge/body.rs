//! Two questions that are one, each in its language.

use indexmap::IndexMap;
use jalon_author::draft::{
    Answer, Body, Gap, GapNumber, Key, Number, Question, Text, TextWrong, Texts, Wording,
};

use super::add;
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

/// Takes the texts of the other one over; what the two say otherwise is noted, and the first one's word counts.
pub(super) fn merge(own: &mut Question, mut other: Question, losses: &mut Losses) {
    if shape(&own.body).0 != shape(&other.body).0 {
        losses.dropped(
            "the question",
            "the one of the same id in the other file is of another kind",
        );
        return;
    }
    let names = renaming(&parts(&own.body), &parts(&other.body));
    match names {
        Some(names) => rename(&mut other, &names),
        None => {
            let what = format!(
                "{} parts in place of {}",
                count(&parts(&other.body)),
                count(&parts(&own.body))
            );
            losses.changed(
                what,
                "the two files disagree on choices, items or gaps: compare the wordings",
            );
        }
    }
    let Question {
        common,
        body,
        wordings,
    } = other;
    if own.common.points != common.points {
        let said = |points: Option<u64>| points.unwrap_or(1);
        let what = format!("{} points", said(common.points));
        losses.changed(
            what,
            format!(
                "the other file says {}, which is kept",
                said(own.common.points)
            ),
        );
    }
    if own.common.concepts.ids().is_empty() {
        own.common.concepts = common.concepts;
    }
    blend(&mut own.body, body, losses);
    for (lang, mut all) in wordings {
        match own.wordings.get_mut(&lang) {
            Some(_) if all.is_empty() => {}
            Some(there) => {
                let why = format!(
                    "both files have wordings in {lang}: it stands beside the one of the other file"
                );
                losses.changed("the wording", why);
                there.append(&mut all);
            }
            None => {
                own.wordings.insert(lang, all);
            }
        }
    }
}

/// The ids of parts, sort by sort.
fn parts(body: &Body) -> Vec<Vec<String>> {
    fn ids<T>(all: &[T], id: impl Fn(&T) -> &String) -> Vec<String> {
        all.iter().map(|one| id(one).clone()).collect()
    }
    match body {
        Body::Choice(body) => vec![ids(&body.choices, |one| &one.id)],
        Body::TrueFalse(_) | Body::Text(_) | Body::Number(_) => Vec::new(),
        Body::Match(body) => vec![
            ids(&body.items, |one| &one.id),
            ids(&body.targets, |one| &one.id),
        ],
        Body::Classify(body) => vec![
            ids(&body.items, |one| &one.id),
            ids(&body.categories, |one| &one.id),
        ],
        Body::Order(body) => vec![ids(&body.items, |one| &one.id)],
        Body::Gaps(body) => vec![
            ids(&body.gaps, |one| &one.id),
            ids(&body.choices, |one| &one.id),
        ],
        Body::Hotspot(body) => vec![ids(&body.regions, |one| &one.id)],
        Body::Essay(body) => vec![ids(&body.points, |one| &one.id)],
    }
}

fn count(parts: &[Vec<String>]) -> usize {
    parts.iter().map(Vec::len).sum()
}

/// From the other's ids to ours: the same ones, or those in the same places. `None` where there are more of one sort.
fn renaming(own: &[Vec<String>], other: &[Vec<String>]) -> Option<IndexMap<String, String>> {
    let mut names = IndexMap::new();
    for (own, other) in own.iter().zip(other) {
        if own.len() != other.len() {
            return None;
        }
        let same = other.iter().all(|id| own.contains(id));
        for (there, here) in other.iter().zip(own) {
            names.insert(
                there.clone(),
                if same { there.clone() } else { here.clone() },
            );
        }
    }
    Some(names)
}

fn rename(question: &mut Question, names: &IndexMap<String, String>) {
    let new = |id: &mut String| {
        if let Some(name) = names.get(id) {
            id.clone_from(name);
        }
    };
    let key = |key: &mut Key| match key {
        Key::One(id) => new(id),
        Key::Several(ids) => ids.iter_mut().for_each(new),
    };
    match &mut question.body {
        Body::Choice(body) => {
            key(&mut body.key);
            body.choices.iter_mut().for_each(|one| new(&mut one.id));
        }
        Body::TrueFalse(_) | Body::Text(_) | Body::Number(_) => {}
        Body::Match(body) => {
            for item in &mut body.items {
                new(&mut item.id);
                new(&mut item.target);
            }
            body.targets.iter_mut().for_each(|one| new(&mut one.id));
        }
        Body::Classify(body) => {
            for item in &mut body.items {
                new(&mut item.id);
                new(&mut item.category);
            }
            body.categories.iter_mut().for_each(|one| new(&mut one.id));
        }
        Body::Order(body) => body.items.iter_mut().for_each(|one| new(&mut one.id)),
        Body::Gaps(body) => {
            for gap in &mut body.gaps {
                new(&mut gap.id);
                if let Some(pick) = &mut gap.pick {
                    new(&mut pick.key);
                    pick.from.iter_mut().flatten().for_each(new);
                }
            }
            body.choices.iter_mut().for_each(|one| new(&mut one.id));
            body.any_order.iter_mut().flatten().for_each(new);
        }
        Body::Hotspot(body) => {
            key(&mut body.key);
            body.regions.iter_mut().for_each(|one| new(&mut one.id));
        }
        Body::Essay(body) => body.points.iter_mut().for_each(|one| new(&mut one.id)),
    }
    for wording in question.wordings.values_mut().flatten() {
        rename_texts(wording, names);
    }
}

fn rename_texts(wording: &mut Wording, names: &IndexMap<String, String>) {
    let tables = [
        &mut wording.choices,
        &mut wording.regions,
        &mut wording.items,
        &mut wording.targets,
        &mut wording.categories,
        &mut wording.points,
    ];
    for table in tables {
        let all = std::mem::take(table);
        let named = all.into_iter();
        table.extend(named.map(|(id, text)| (names.get(&id).cloned().unwrap_or(id), text)));
    }
    if let Some(text) = &mut wording.text {
        *text = gaps(text, names);
    }
}

/// A text with other names in its gaps.
fn gaps(text: &str, names: &IndexMap<String, String>) -> String {
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

/// Takes what the other body says in its language, and notes where its key is another one.
fn blend(own: &mut Body, other: Body, losses: &mut Losses) {
    match (own, other) {
        (Body::Choice(own), Body::Choice(other)) => {
            disagree("the key", &own.key, &other.key, losses);
            for (own, other) in own.choices.iter_mut().zip(other.choices) {
                disagree(
                    &format!("the weight of {}", own.id),
                    &own.weight,
                    &other.weight,
                    losses,
                );
                add(&mut own.feedback, other.feedback);
            }
        }
        (Body::TrueFalse(own), Body::TrueFalse(other)) => {
            disagree("the key", &own.key, &other.key, losses);
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
        (Body::Number(own), Body::Number(other)) => blend_number(own, other, losses),
        (Body::Match(own), Body::Match(other)) => {
            for (own, other) in own.items.iter_mut().zip(other.items) {
                disagree(
                    &format!("the target of {}", own.id),
                    &own.target,
                    &other.target,
                    losses,
                );
                add(&mut own.feedback, other.feedback);
            }
        }
        (Body::Classify(own), Body::Classify(other)) => {
            for (own, other) in own.items.iter_mut().zip(other.items) {
                disagree(
                    &format!("the category of {}", own.id),
                    &own.category,
                    &other.category,
                    losses,
                );
                add(&mut own.feedback, other.feedback);
            }
        }
        (Body::Order(own), Body::Order(other)) => {
            disagree("the order", &own.items, &other.items, losses)
        }
        (Body::Gaps(own), Body::Gaps(other)) => {
            for (own, other) in own.gaps.iter_mut().zip(other.gaps) {
                blend_gap(own, other, losses);
            }
        }
        (Body::Hotspot(own), Body::Hotspot(other)) => {
            disagree("the key", &own.key, &other.key, losses);
            for (own, other) in own.regions.iter_mut().zip(other.regions) {
                add(&mut own.feedback, other.feedback);
            }
        }
        // Essays have no key, and bodies of two kinds have been told apart.
        _ => {}
    }
}

fn disagree<T: PartialEq + std::fmt::Debug>(what: &str, own: &T, other: &T, losses: &mut Losses) {
    if own != other {
        let why = "the two files disagree: the first one's is kept; compare them";
        losses.changed(what, why);
    }
}

fn blend_text(own: &mut Text, other: Text) {
    for (lang, answers) in other.accept {
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

fn blend_number(own: &mut Number, other: Number, losses: &mut Losses) {
    disagree("the key", &own.key, &other.key, losses);
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

fn blend_gap(own: &mut Gap, other: Gap, losses: &mut Losses) {
    match (&mut own.text, other.text) {
        (Some(own), Some(other)) => blend_text(own, other),
        (None, Some(_)) => losses.changed(
            format!("the gap {}", own.id),
            "the other file has another sort of gap there",
        ),
        (_, None) => {}
    }
    if let (Some(GapNumber::Whole(own)), Some(GapNumber::Whole(other))) =
        (&mut own.number, &other.number)
    {
        blend_number(own, (**other).clone(), losses);
    } else {
        disagree(
            &format!("the gap {}", own.id),
            &own.number,
            &other.number,
            losses,
        );
    }
    disagree(
        &format!("the gap {}", own.id),
        &own.pick,
        &other.pick,
        losses,
    );
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
