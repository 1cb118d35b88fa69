//! What Jalon asks for and other formats don't have: ids, concepts, titles. What is there is left as it is.

use std::collections::BTreeSet;

use jalon_draft::{Concept, Concepts, Draft, Module, Question, Texts};

use jalon_engine::id::QuestionId;

use crate::loss::Losses;
use crate::markdown;
use crate::slug::{Taken, slug};

/// What to fill in from.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Defaults<'a> {
    /// The id that was asked for.
    pub(crate) bank: Option<&'a str>,
    /// The name of the file.
    pub(crate) file: &'a str,
}

/// The draft with everything that a bank has to have, as far as it can be filled in.
pub(crate) fn complete(mut draft: Draft, defaults: &Defaults<'_>, losses: &mut Losses) -> Draft {
    draft.bank.languages = languages(&draft);
    name_bank(&mut draft, defaults);
    name_modules(&mut draft, defaults);
    note_unnamed(&draft, losses);
    add_concepts(&mut draft, losses);
    let langs = draft.bank.languages.clone();
    fill_texts(&mut draft, &langs, losses);
    name_questions(&mut draft, losses);
    draft.bank.modules = draft.modules.iter().map(|(id, _)| id.clone()).collect();
    draft
}

/// The languages of the wordings, in the order in which they come.
pub(crate) fn languages(draft: &Draft) -> Vec<String> {
    let mut langs = Vec::new();
    let questions = draft
        .modules
        .iter()
        .flat_map(|(_, module)| &module.questions);
    let own = draft.bank.languages.iter();
    let spoken: BTreeSet<&String> = questions.clone().flat_map(|q| q.wordings.keys()).collect();
    let named = own.filter(|lang| spoken.contains(lang));
    for lang in named.chain(questions.flat_map(|question| question.wordings.keys())) {
        if !langs.contains(lang) {
            langs.push(lang.clone());
        }
    }
    if langs.is_empty() {
        langs.push("en".to_owned());
    }
    langs
}

/// An id as it is, where it can be one, or made of it; empty where it has neither letters nor digits.
pub fn id_of(text: &str) -> String {
    if text.parse::<QuestionId>().is_ok() {
        return text.to_owned();
    }
    slug(text)
}

/// The same, or nothing.
fn some_id(text: &str) -> Option<String> {
    Some(id_of(text)).filter(|id| !id.is_empty())
}

fn name_bank(draft: &mut Draft, defaults: &Defaults<'_>) {
    let asked = defaults.bank.filter(|id| !id.is_empty()).map(str::to_owned);
    let own = some_id(&draft.bank.id);
    let title = draft.bank.title.values().next();
    let title = title.and_then(|title| some_id(title));
    let names = asked.or(own).or(title).or_else(|| some_id(defaults.file));
    draft.bank.id = names.unwrap_or_else(|| "quiz".to_owned());
    if draft.bank.title.is_empty() {
        let title = if defaults.file.is_empty() {
            draft.bank.id.clone()
        } else {
            defaults.file.to_owned()
        };
        for lang in &draft.bank.languages {
            draft.bank.title.insert(lang.clone(), title.clone());
        }
    }
}

/// `1 question`, `2 questions`.
pub(crate) fn questions_of(count: usize) -> String {
    match count {
        1 => "1 question".to_owned(),
        count => format!("{count} questions"),
    }
}

fn name_modules(draft: &mut Draft, defaults: &Defaults<'_>) {
    // The file bank.toml is no module's.
    let mut taken = Taken::default();
    taken.free("bank");
    let usual = match draft.bank.id.as_str() {
        "bank" => some_id(defaults.file).unwrap_or_else(|| "questions".to_owned()),
        id => id.to_owned(),
    };
    draft
        .modules
        .retain(|(_, module)| !module.questions.is_empty());
    for (id, module) in &mut draft.modules {
        let title = module.title.values().next();
        let name = some_id(id).or_else(|| some_id(title?));
        let name = name.unwrap_or_else(|| usual.clone());
        *id = taken.free(&name);
        if module.title.is_empty() {
            module.title.clone_from(&draft.bank.title);
        }
        if module.track.is_empty() {
            module.track.clone_from(&draft.bank.title);
        }
        if module.minutes == 0 {
            // A minute a question, as most do.
            module.minutes = (module.questions.len() as u64).clamp(1, 600);
        }
    }
}

fn note_unnamed(draft: &Draft, losses: &mut Losses) {
    let modules = draft.modules.iter();
    let questions = modules.flat_map(|(_, module)| &module.questions);
    let unnamed = questions.filter(|question| some_id(&question.common.id).is_none());
    let unnamed = unnamed.count();
    if unnamed > 0 {
        losses.guessed(
            format!("the ids of {}", questions_of(unnamed)),
            "the file has none; they were made from the prompts: keep them, since saved progress refers to them",
        );
    }
}

fn name_questions(draft: &mut Draft, losses: &mut Losses) {
    let mut taken = Taken::default();
    let modules = draft.modules.iter_mut();
    for question in modules.flat_map(|(_, module)| &mut module.questions) {
        let name = some_id(&question.common.id).unwrap_or_else(|| from_prompt(question));
        let name = taken.free(&name);
        if !question.common.id.is_empty() && question.common.id != name {
            let what = format!("the id “{}”", question.common.id);
            let why = format!(
                "ids are unique, and have lower-case letters, digits, hyphens and dots: it is `{name}` now"
            );
            losses.about(question);
            losses.changed(what, why);
        }
        question.common.id = name;
    }
}

fn from_prompt(question: &Question) -> String {
    let wording = question.wordings.values().flatten().next();
    let prompt = wording.map(|wording| slug(&markdown::to_plain(&wording.prompt)));
    prompt
        .filter(|id| !id.is_empty())
        .unwrap_or_else(|| "question".to_owned())
}

fn add_concepts(draft: &mut Draft, losses: &mut Losses) {
    let langs = draft.bank.languages.clone();
    let mut known: BTreeSet<String> = draft
        .bank
        .concepts
        .iter()
        .map(|one| one.id.clone())
        .collect();
    for (id, module) in &mut draft.modules {
        let bare = module.questions.iter_mut();
        let bare: Vec<&mut Question> = bare
            .filter(|one| one.common.concepts.ids().is_empty())
            .collect();
        if !bare.is_empty() {
            let what = format!("the concept of {} in {id}", questions_of(bare.len()));
            let why = format!(
                "the file names none; all questions are under `{id}`: split it, since results are given by concept"
            );
            losses.guessed(what, why);
        }
        for question in bare {
            question.common.concepts = Concepts::Even(vec![id.clone()]);
            if known.insert(id.clone()) {
                draft.bank.concepts.push(Concept {
                    id: id.clone(),
                    name: module.title.clone(),
                    prerequisites: Vec::new(),
                });
            }
        }
        let named = module
            .questions
            .iter()
            .flat_map(|one| one.common.concepts.ids());
        for concept in named {
            if known.insert(concept.to_owned()) {
                let name = langs.iter().map(|lang| (lang.clone(), concept.to_owned()));
                draft.bank.concepts.push(Concept {
                    id: concept.to_owned(),
                    name: name.collect(),
                    prerequisites: Vec::new(),
                });
            }
        }
    }
}

/// Names and titles in every language: the one that there is stands in for those that there are not.
pub(crate) fn fill_texts(draft: &mut Draft, langs: &[String], losses: &mut Losses) {
    let mut lacking = BTreeSet::new();
    let mut fill = |texts: &mut Texts| {
        let Some(any) = texts.values().next().cloned() else {
            return;
        };
        for lang in langs {
            texts.entry(lang.clone()).or_insert_with(|| {
                lacking.insert(lang.clone());
                any.clone()
            });
        }
        texts.retain(|lang, _| langs.contains(lang));
    };
    fill(&mut draft.bank.title);
    for concept in &mut draft.bank.concepts {
        fill(&mut concept.name);
    }
    for misconception in &mut draft.bank.misconceptions {
        fill(&mut misconception.name);
    }
    for (_, module) in &mut draft.modules {
        let Module { title, track, .. } = module;
        fill(title);
        fill(track);
    }
    for lang in lacking {
        let what = format!("names and titles in {lang}");
        losses.guessed(
            what,
            "they exist only in another language, which is used instead: write your own",
        );
    }
}

/// How many questions lack a wording in each of these languages.
pub(crate) fn note_lacks(draft: &Draft, langs: &[String], losses: &mut Losses) {
    let modules = draft.modules.iter();
    let questions: Vec<&Question> = modules.flat_map(|(_, module)| &module.questions).collect();
    for lang in langs {
        let lacking = questions
            .iter()
            .filter(|one| !one.wordings.contains_key(lang));
        let lacking = lacking.count();
        if lacking > 0 {
            let what = format!(
                "no wording in {lang} in {lacking} of {} questions",
                questions.len()
            );
            let why = "a bank needs every text in each of its languages: write them, or import a file of that language with --merge";
            losses.changed(what, why);
        }
    }
}
