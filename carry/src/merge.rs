//! Several files as one bank: one after the other, or one quiz in several languages.

mod body;

use std::collections::BTreeSet;

use jalon_author::draft::{Draft, Module, Question, Texts};

use crate::loss::{Losses, Place};

/// A draft, and the name of the file that it is from.
type Named = (String, Draft);

/// One draft after the other, each with its own modules.
pub(crate) fn append(drafts: Vec<Named>) -> Draft {
    let mut all = drafts.into_iter();
    let Some((_, mut joined)) = all.next() else {
        return Draft::default();
    };
    name_modules(&mut joined, "");
    for (file, mut draft) in all {
        name_modules(&mut draft, &file);
        joined.modules.append(&mut draft.modules);
        share(&mut joined, draft);
    }
    joined
}

/// A module without a name is called after its file.
fn name_modules(draft: &mut Draft, file: &str) {
    for (id, module) in &mut draft.modules {
        if id.is_empty() && module.title.is_empty() {
            file.clone_into(id);
        }
    }
}

/// What stands in the header, and the pictures.
fn share(joined: &mut Draft, draft: Draft) {
    for lang in draft.bank.languages {
        if !joined.bank.languages.contains(&lang) {
            joined.bank.languages.push(lang);
        }
    }
    add(&mut joined.bank.title, draft.bank.title);
    for concept in draft.bank.concepts {
        let mut own = joined.bank.concepts.iter_mut();
        match own.find(|own| own.id == concept.id) {
            Some(own) => add(&mut own.name, concept.name),
            None => joined.bank.concepts.push(concept),
        }
    }
    for misconception in draft.bank.misconceptions {
        let mut own = joined.bank.misconceptions.iter_mut();
        match own.find(|own| own.id == misconception.id) {
            Some(own) => add(&mut own.name, misconception.name),
            None => joined.bank.misconceptions.push(misconception),
        }
    }
    group(&mut joined.bank.terms, draft.bank.terms);
    group(&mut joined.bank.synonyms, draft.bank.synonyms);
    for (name, bytes) in draft.pictures {
        joined.pictures.entry(name).or_insert(bytes);
    }
}

/// Groups have no names: those of two languages belong together by their place where there are as many of them.
fn group(own: &mut Vec<Texts<Vec<String>>>, other: Vec<Texts<Vec<String>>>) {
    if own.len() == other.len() {
        for (own, other) in own.iter_mut().zip(other) {
            add(own, other);
        }
    } else {
        let new: Vec<_> = other
            .into_iter()
            .filter(|group| !own.contains(group))
            .collect();
        own.extend(new);
    }
}

/// Adds the texts of languages that are not there.
pub(super) fn add<T>(own: &mut Texts<T>, other: Texts<T>) {
    for (lang, text) in other {
        own.entry(lang).or_insert(text);
    }
}

/// One quiz in several languages: questions are matched by id, then by order and structure.
pub(crate) fn merge(drafts: Vec<Named>, losses: &mut Losses) -> Draft {
    let mut all = drafts.into_iter();
    let Some((_, mut joined)) = all.next() else {
        return Draft::default();
    };
    for (file, mut draft) in all {
        let modules = std::mem::take(&mut draft.modules);
        for (n, (id, module)) in modules.into_iter().enumerate() {
            let by_id = joined
                .modules
                .iter()
                .position(|(own, _)| *own == id && !id.is_empty());
            match by_id.or(Some(n).filter(|n| *n < joined.modules.len())) {
                Some(at) => {
                    if let Some((_, own)) = joined.modules.get_mut(at) {
                        losses.at(place(&file), None);
                        merge_module(own, module, &file, losses);
                    }
                }
                None => {
                    losses.at(place(&file), None);
                    let what = format!("the module {id}");
                    losses.changed(what, "the other file has none in its place: it stands by itself, in one language");
                    joined.modules.push((id, module));
                }
            }
        }
        share(&mut joined, draft);
    }
    joined
}

fn place(file: &str) -> Place {
    Place {
        file: file.to_owned(),
        line: 0,
    }
}

fn merge_module(own: &mut Module, other: Module, file: &str, losses: &mut Losses) {
    add(&mut own.title, other.title);
    add(&mut own.track, other.track);
    for stimulus in other.stimuli {
        let mut stimuli = own.stimuli.iter_mut();
        match stimuli.find(|one| one.id == stimulus.id) {
            Some(one) => add(&mut one.text, stimulus.text),
            None => own.stimuli.push(stimulus),
        }
    }
    merge_lesson(own, other.lesson);
    let pairs = pairs(&own.questions, &other.questions);
    for (question, at) in other.questions.into_iter().zip(pairs) {
        losses.at(place(file), Some(name(&question)));
        match at.and_then(|at| own.questions.get_mut(at)) {
            Some(twin) => body::merge(twin, question, losses),
            None => {
                losses.changed(
                    "the question",
                    "the other file has none like it: it stands by itself, in one language",
                );
                own.questions.push(question);
            }
        }
    }
    let langs: BTreeSet<String> = own
        .questions
        .iter()
        .flat_map(|one| one.wordings.keys().cloned())
        .collect();
    for question in &own.questions {
        let lacks: Vec<&str> = langs
            .iter()
            .filter(|lang| !question.wordings.contains_key(*lang))
            .map(String::as_str)
            .collect();
        if !lacks.is_empty() && !langs.is_empty() {
            losses.at(place(file), Some(name(question)));
            let why = "no question of the other file goes with it: write the wording, or take the question out";
            losses.changed(format!("no wording in {}", lacks.join(", ")), why);
        }
    }
}

fn merge_lesson(own: &mut Module, other: Option<jalon_author::draft::Lesson>) {
    match (&mut own.lesson, other) {
        (Some(own), Some(other)) => {
            add(&mut own.summary, other.summary);
            add(&mut own.overview, other.overview);
            add(&mut own.explanation, other.explanation);
            add(&mut own.example, other.example);
            for (own, other) in own.blocks.iter_mut().zip(other.blocks) {
                add(&mut own.title, other.title);
                add(&mut own.text, other.text);
            }
            for (own, other) in own.callouts.iter_mut().zip(other.callouts) {
                add(&mut own.title, other.title);
                add(&mut own.text, other.text);
            }
            let others = other.illustrations.into_iter().chain(other.prompt);
            for (own, other) in own
                .illustrations
                .iter_mut()
                .chain(&mut own.prompt)
                .zip(others)
            {
                add(&mut own.text, other.text);
            }
        }
        (own @ None, other) => *own = other,
        (Some(_), None) => {}
    }
}

/// What a person would call a question.
fn name(question: &Question) -> String {
    if !question.common.id.is_empty() {
        return question.common.id.clone();
    }
    let wording = question.wordings.values().flatten().next();
    wording.map_or_else(String::new, |wording| {
        wording.prompt.chars().take(60).collect()
    })
}

/// For each of the others, the question that it goes with: the one of its id, else the next one in order of the same kind and
/// structure that nobody has.
fn pairs(own: &[Question], others: &[Question]) -> Vec<Option<usize>> {
    let mut free = vec![true; own.len()];
    let ids: std::collections::BTreeMap<&str, usize> = own
        .iter()
        .enumerate()
        .filter(|(_, one)| !one.common.id.is_empty())
        .map(|(at, one)| (one.common.id.as_str(), at))
        .collect();
    let mut found: Vec<Option<usize>> = others
        .iter()
        .map(|other| {
            let at = *ids.get(other.common.id.as_str())?;
            let is_free = free.get_mut(at)?;
            std::mem::take(is_free).then_some(at)
        })
        .collect();
    let mut next = 0;
    for (n, other) in others.iter().enumerate() {
        let Some(slot) = found.get_mut(n) else {
            continue;
        };
        if let Some(at) = slot {
            next = *at + 1;
            continue;
        }
        // Not far off: a question that one file alone has moves the others by a few places.
        const NEAR: usize = 20;
        let near = (next..own.len().min(next + NEAR)).chain(next.saturating_sub(NEAR)..next);
        let is_twin = |at: &usize| {
            free.get(*at) == Some(&true)
                && own.get(*at).is_some_and(|one| body::is_alike(one, other))
        };
        *slot = near.into_iter().find(is_twin);
        if let Some(at) = *slot {
            if let Some(is_free) = free.get_mut(at) {
                *is_free = false;
            }
            next = at + 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may fail")]

    use std::path::Path;

    use jalon_author::{Sources, draft};

    use super::*;

    fn bank() -> Draft {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cli/tests/bank");
        let sources = Sources::read(&folder).unwrap();
        let mut draft = draft::read(&sources).unwrap().remove(0).1;
        // Names of one thing in two languages are in neither alone.
        draft.bank.synonyms.clear();
        draft
    }

    fn halves(draft: &Draft) -> (Named, Named) {
        let half = |lang: &str| (format!("quiz.{lang}.gift"), draft.clone().only(lang));
        (half("en"), half("fr"))
    }

    #[test]
    fn two_halves_make_the_whole() {
        let whole = bank();
        let (en, fr) = halves(&whole);
        let mut losses = Losses::default();
        let merged = merge(vec![en, fr], &mut losses);
        assert_eq!(losses.list(), []);
        for ((id, merged), (_, module)) in merged.modules.iter().zip(&whole.modules) {
            for (merged, question) in merged.questions.iter().zip(&module.questions) {
                assert_eq!(merged, question, "in {id}");
            }
            assert_eq!(merged, module);
        }
        assert_eq!(merged, whole);
    }

    #[test]
    fn questions_without_ids_are_matched_by_order_and_structure() {
        let whole = bank();
        let (en, mut fr) = halves(&whole);
        for (_, module) in &mut fr.1.modules {
            // One that the other file doesn't have comes first, and the names of parts are others.
            let mut extra = module.questions[0].clone();
            extra.common.id.clear();
            extra.body = draft::Body::TrueFalse(draft::TrueFalse {
                key: true,
                feedback: None,
                samples: None,
            });
            for question in &mut module.questions {
                question.common.id.clear();
            }
            module.questions.insert(0, extra);
        }
        let mut losses = Losses::default();
        let merged = merge(vec![en, fr], &mut losses);
        for ((_, merged), (_, module)) in merged.modules.iter().zip(&whole.modules) {
            let paired = merged.questions.iter().zip(&module.questions);
            let whole = paired.filter(|(merged, question)| merged.wordings == question.wordings);
            assert!(whole.count() + 1 >= module.questions.len());
        }
        assert!(
            !losses.is_empty(),
            "the extra question stands alone, and the report says so"
        );
    }

    #[test]
    fn a_key_that_differs_is_reported_and_the_first_one_kept() {
        let whole = bank();
        let (en, mut fr) = halves(&whole);
        let questions =
            fr.1.modules
                .iter_mut()
                .flat_map(|(_, module)| &mut module.questions);
        let mut keys = questions.filter_map(|question| match &mut question.body {
            draft::Body::TrueFalse(body) => Some(&mut body.key),
            _ => None,
        });
        let key = keys.next().unwrap();
        *key = !*key;
        let mut losses = Losses::default();
        let merged = merge(vec![en, fr], &mut losses);
        assert_eq!(merged, whole);
        let said: Vec<&str> = losses
            .list()
            .iter()
            .map(|loss| loss.what.as_str())
            .collect();
        assert_eq!(said, ["the key"]);
    }
}
