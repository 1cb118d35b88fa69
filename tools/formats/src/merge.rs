//! Several files as one bank: one after the other, or one quiz in several languages.

mod body;
mod matching;
mod names;

use std::collections::BTreeSet;

use jalon_draft::{Draft, Module, Texts, add_missing};

use self::matching::Matching;
use crate::loss::{FilePosition, Losses};

/// A draft, and the path of the file that it is from.
type Named = (String, Draft);

/// One draft after the other, each with its own modules.
pub(crate) fn append(drafts: Vec<Named>) -> Draft {
    let are_several = drafts.len() > 1;
    let mut all = drafts.into_iter();
    let Some((file, mut joined)) = all.next() else {
        return Draft::default();
    };
    if are_several {
        name_modules(&mut joined, stem(&file));
    }
    for (file, mut draft) in all {
        name_modules(&mut draft, stem(&file));
        joined.modules.append(&mut draft.modules);
        share(&mut joined, draft);
    }
    joined
}

/// A module without a name is called after its file.
fn name_modules(draft: &mut Draft, file: &str) {
    let langs = langs(draft);
    for (id, module) in &mut draft.modules {
        if id.is_empty() && module.title.is_empty() {
            file.clone_into(id);
            let titles = langs.iter().map(|lang| (lang.clone(), file.to_owned()));
            module.title.extend(titles);
        }
    }
}

/// The name of a file without folder and extensions; `quiz.fr.gift` is `quiz`.
pub(crate) fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = name.split('.').find(|part| !part.is_empty());
    stem.unwrap_or("quiz")
}

/// What stands in the header, and the pictures.
fn share(joined: &mut Draft, draft: Draft) {
    for lang in draft.bank.languages {
        if !joined.bank.languages.contains(&lang) {
            joined.bank.languages.push(lang);
        }
    }
    add_missing(&mut joined.bank.title, draft.bank.title);
    for concept in draft.bank.concepts {
        let mut own = joined.bank.concepts.iter_mut();
        match own.find(|own| own.id == concept.id) {
            Some(own) => add_missing(&mut own.name, concept.name),
            None => joined.bank.concepts.push(concept),
        }
    }
    for misconception in draft.bank.misconceptions {
        let mut own = joined.bank.misconceptions.iter_mut();
        match own.find(|own| own.id == misconception.id) {
            Some(own) => add_missing(&mut own.name, misconception.name),
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
            add_missing(own, other);
        }
    } else {
        let new: Vec<_> = other
            .into_iter()
            .filter(|group| !own.contains(group))
            .collect();
        own.extend(new);
    }
}

/// One quiz in several languages: questions are matched by id, then by what both say, by order and structure.
pub(crate) fn merge(drafts: Vec<Named>, losses: &mut Losses) -> Draft {
    let mut all = drafts.into_iter();
    let Some((_, mut joined)) = all.next() else {
        return Draft::default();
    };
    for (file, mut draft) in all {
        note_languages(&joined, &draft, &file, losses);
        let modules = std::mem::take(&mut draft.modules);
        let mut matching = Matching::of(&joined, &modules);
        for (n, (id, module)) in modules.into_iter().enumerate() {
            match matching.home(&joined, n, &id, &module) {
                Some(at) => matching.module(&mut joined.modules, at, module, losses),
                None => joined.modules.push((id, module)),
            }
        }
        losses.at(whole(&file), None);
        matching.note(losses);
        share(&mut joined, draft);
    }
    note_lacks(&mut joined, losses);
    joined
}

/// A file as a whole.
fn whole(file: &str) -> FilePosition {
    FilePosition {
        file: file.to_owned(),
        line: 0,
    }
}

/// Nothing can be put together where both files are in one language.
fn note_languages(joined: &Draft, draft: &Draft, file: &str, losses: &mut Losses) {
    let (ours, theirs) = (langs(joined), langs(draft));
    if !theirs.is_empty() && theirs.is_subset(&ours) {
        losses.at(whole(file), None);
        let langs: Vec<&str> = theirs.iter().map(String::as_str).collect();
        let what = format!("the language, {}", langs.join(", "));
        let why = "an earlier file is in it too, so no wordings can be matched: if one of them is in another language, give the languages in order, as --lang en,fr";
        losses.changed(what, why);
    }
}

/// The languages of the wordings.
fn langs(draft: &Draft) -> BTreeSet<String> {
    let modules = draft.modules.iter();
    let questions = modules.flat_map(|(_, module)| &module.questions);
    questions
        .flat_map(|one| one.wordings.keys().cloned())
        .collect()
}

/// What is there in one language and lacks in another.
fn note_lacks(joined: &mut Draft, losses: &mut Losses) {
    let langs = langs(joined);
    let modules = joined.modules.iter_mut();
    for question in modules.flat_map(|(_, module)| &mut module.questions) {
        losses.about(question);
        let has = |lang: &&String| question.wordings.contains_key(*lang);
        let lacks: Vec<&str> = langs
            .iter()
            .filter(|lang| !has(lang))
            .map(String::as_str)
            .collect();
        if !lacks.is_empty() {
            let why = "no question of the other file matches it: write the wording, or remove the question";
            losses.changed(format!("no wording in {}", lacks.join(", ")), why);
            continue;
        }
        let explained: BTreeSet<&String> = question
            .wordings
            .iter()
            .filter(|(_, all)| all.iter().any(|wording| wording.explanation.is_some()))
            .map(|(lang, _)| lang)
            .collect();
        if !explained.is_empty() && explained.len() < langs.len() {
            let why = "the other file has none: write it, or remove this one";
            losses.changed(
                format!("the explanation, in {} only", joined_by_comma(&explained)),
                why,
            );
        }
        let mut said: BTreeSet<BTreeSet<String>> = BTreeSet::new();
        for texts in question.body.kind_mut().feedbacks_mut() {
            said.insert(texts.keys().cloned().collect());
        }
        for said in said
            .iter()
            .filter(|said| !said.is_empty() && said.len() < langs.len())
        {
            let why = "the other file has none: write it, or remove this one";
            let said: BTreeSet<&String> = said.iter().collect();
            losses.changed(format!("feedback in {} only", joined_by_comma(&said)), why);
        }
    }
}

fn joined_by_comma(langs: &BTreeSet<&String>) -> String {
    let langs: Vec<&str> = langs.iter().map(|lang| lang.as_str()).collect();
    langs.join(", ")
}

fn merge_lesson(own: &mut Module, other: Option<jalon_draft::Lesson>) {
    match (&mut own.lesson, other) {
        (Some(own), Some(other)) => {
            add_missing(&mut own.summary, other.summary);
            add_missing(&mut own.overview, other.overview);
            add_missing(&mut own.explanation, other.explanation);
            add_missing(&mut own.example, other.example);
            for (own, other) in own.blocks.iter_mut().zip(other.blocks) {
                add_missing(&mut own.title, other.title);
                add_missing(&mut own.text, other.text);
            }
            for (own, other) in own.callouts.iter_mut().zip(other.callouts) {
                add_missing(&mut own.title, other.title);
                add_missing(&mut own.text, other.text);
            }
            let others = other.illustrations.into_iter().chain(other.prompt);
            for (own, other) in own
                .illustrations
                .iter_mut()
                .chain(&mut own.prompt)
                .zip(others)
            {
                add_missing(&mut own.text, other.text);
            }
        }
        (own @ None, other) => *own = other,
        (Some(_), None) => {}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may fail")]

    use std::path::Path;

    use jalon_draft::{self as draft, Sources};

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
        let other = *key;
        let mut losses = Losses::default();
        let merged = merge(vec![en, fr], &mut losses);
        assert_eq!(merged, whole);
        let said: Vec<&str> = losses
            .list()
            .iter()
            .map(|loss| loss.what.as_str())
            .collect();
        assert_eq!(said, [format!("the key, {other}")]);
    }
}
