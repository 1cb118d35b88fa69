//! A draft into a bank that is there already: its modules are added, and nothing that is written is touched but for the lists in
//! `bank.toml`, whose comments and layout stay.

use std::collections::BTreeSet;

use jalon_draft::{Bank, Concept, Draft, Misconception, Texts};
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value};

use crate::complete::{fill_texts, note_lacks};
use crate::loss::{FilePosition, Losses};
use crate::slug::Taken;

/// The files to write into the bank's folder.
#[derive(Debug)]
pub struct Joined {
    /// What `bank.toml` says now.
    pub header: String,
    /// The new files: the name of each, and what is in it.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Adds the modules of a draft to a bank. Names that the bank has already are made new, which is noted.
///
/// # Errors
///
/// `header`, the text of `bank.toml`, is no TOML: with what is wrong.
pub fn join(
    header: &str,
    bank: &Draft,
    mut draft: Draft,
    losses: &mut Losses,
) -> Result<Joined, String> {
    let mut document: DocumentMut = header.parse().map_err(|error| format!("{error}"))?;
    losses.at(FilePosition::bank(), None);
    settle(&bank.bank, &mut draft, losses);
    rename(bank, &mut draft, losses);
    let modules = document
        .entry("modules")
        .or_insert(Item::Value(Value::Array(Array::new())));
    if let Some(list) = modules.as_array_mut() {
        for (id, _) in &draft.modules {
            list.push(id.as_str());
        }
    }
    let bank = &bank.bank;
    let concepts = missing(&bank.concepts, &draft.bank.concepts, |one| &one.id);
    push(&mut document, "concept", concepts.map(concept));
    let ideas = missing(&bank.misconceptions, &draft.bank.misconceptions, |one| {
        &one.id
    });
    let ideas = ideas.map(|Misconception { id, name }| named(id, name));
    push(&mut document, "misconception", ideas);
    for (key, own, new) in [
        ("term", &bank.terms, &draft.bank.terms),
        ("synonym", &bank.synonyms, &draft.bank.synonyms),
    ] {
        let new = new.iter().filter(|names| !own.contains(names));
        push(&mut document, key, new.map(group));
    }
    let files = draft
        .files()
        .into_iter()
        .filter(|(name, _)| name != "bank.toml");
    Ok(Joined {
        header: document.to_string(),
        files: files.collect(),
    })
}

/// Adds concepts to the text of a `bank.toml`.
///
/// # Errors
///
/// The text is no TOML: with what is wrong.
pub fn with_concepts(header: &str, concepts: &[Concept]) -> Result<String, String> {
    let mut document: DocumentMut = header.parse().map_err(|error| format!("{error}"))?;
    push(&mut document, "concept", concepts.iter().map(concept));
    Ok(document.to_string())
}

/// What of the new ones the bank doesn't have.
fn missing<'a, T>(
    own: &'a [T],
    new: &'a [T],
    id: fn(&T) -> &String,
) -> impl Iterator<Item = &'a T> {
    let known: BTreeSet<&String> = own.iter().map(id).collect();
    new.iter().filter(move |one| !known.contains(id(one)))
}

/// Makes the draft a part of a bank with languages and settings of its own.
fn settle(bank: &Bank, draft: &mut Draft, losses: &mut Losses) {
    fill_texts(draft, &bank.languages, losses);
    let own = &draft.bank;
    for (_, module) in &mut draft.modules {
        module.scoring = module
            .scoring
            .or(own.scoring.filter(|_| own.scoring != bank.scoring));
        module.feedback = module
            .feedback
            .or(own.feedback.filter(|_| own.feedback != bank.feedback));
        module.essays = module
            .essays
            .or(own.essays.filter(|_| own.essays != bank.essays));
        if module.credit.is_none() && own.credit != bank.credit {
            module.credit.clone_from(&own.credit);
        }
    }
    note_lacks(draft, &bank.languages, losses);
    let modules = draft.modules.iter();
    let questions = modules.flat_map(|(_, module)| &module.questions);
    let others: BTreeSet<&String> = questions.flat_map(|one| one.wordings.keys()).collect();
    for lang in others
        .into_iter()
        .filter(|lang| !bank.languages.contains(lang))
    {
        let why = format!(
            "the bank is in {}: add it to `languages`, or take them out",
            bank.languages.join(" and ")
        );
        losses.changed(format!("the texts in {lang}"), why);
    }
}

/// Modules, questions and pictures get names that the bank doesn't have.
fn rename(bank: &Draft, draft: &mut Draft, losses: &mut Losses) {
    let mut taken = Taken::default();
    taken.free("bank");
    bank.modules.iter().for_each(|(id, _)| drop(taken.free(id)));
    for (id, _) in &mut draft.modules {
        *id = taken.free(id);
    }
    let mut taken = Taken::default();
    let all = bank
        .modules
        .iter()
        .flat_map(|(_, module)| &module.questions);
    all.for_each(|question| drop(taken.free(&question.common.id)));
    for question in draft
        .modules
        .iter_mut()
        .flat_map(|(_, module)| &mut module.questions)
    {
        let id = taken.free(&question.common.id);
        if id != question.common.id {
            let what = format!("the id `{}`", question.common.id);
            losses.about(question);
            losses.changed(
                what,
                format!("the bank already has a question with that id: it is `{id}` here"),
            );
            question.common.id = id;
        }
    }
    rename_pictures(bank, draft);
}

fn rename_pictures(bank: &Draft, draft: &mut Draft) {
    let mut taken = Taken::default();
    bank.pictures.keys().for_each(|name| drop(taken.free(name)));
    let pictures = std::mem::take(&mut draft.pictures);
    for (name, bytes) in pictures {
        let is_other = bank.pictures.get(&name).is_some_and(|own| *own != bytes);
        if is_other {
            let (stem, extension) = name.rsplit_once('.').unwrap_or((&name, "png"));
            let new = (2..).map(|n| format!("{stem}-{n}.{extension}"));
            let mut new = new.filter(|new| !bank.pictures.contains_key(new));
            if let Some(new) = new.next() {
                point(draft, &name, &new);
                draft.pictures.insert(new, bytes);
            }
        } else {
            draft.pictures.insert(name, bytes);
        }
    }
}

/// Every mention of a picture by its new name.
fn point(draft: &mut Draft, old: &str, new: &str) {
    let written = |name: &str| format!("]({name})");
    for question in draft
        .modules
        .iter_mut()
        .flat_map(|(_, module)| &mut module.questions)
    {
        for image in question.body.kind_mut().images_mut() {
            if image == old {
                new.clone_into(image);
            }
        }
        for text in question
            .body
            .kind_mut()
            .feedbacks_mut()
            .into_iter()
            .flat_map(Texts::values_mut)
        {
            *text = text.replace(&written(old), &written(new));
        }
        for wording in question.wordings.values_mut().flatten() {
            for text in wording.parts_mut().into_iter().flat_map(Texts::values_mut) {
                *text = text.replace(&written(old), &written(new));
            }
            let whole = [
                Some(&mut wording.prompt),
                wording.text.as_mut(),
                wording.explanation.as_mut(),
                wording.model.as_mut(),
            ];
            for text in whole.into_iter().flatten().chain(&mut wording.hints) {
                *text = text.replace(&written(old), &written(new));
            }
        }
    }
    for stimulus in draft
        .modules
        .iter_mut()
        .flat_map(|(_, module)| &mut module.stimuli)
    {
        for text in stimulus.text.values_mut() {
            *text = text.replace(&written(old), &written(new));
        }
    }
}

fn push(document: &mut DocumentMut, key: &str, tables: impl Iterator<Item = Table>) {
    let tables: Vec<Table> = tables.collect();
    if tables.is_empty() {
        return;
    }
    let list = document
        .entry(key)
        .or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    match list {
        Item::ArrayOfTables(list) => list.extend(tables),
        // The list is written in brackets.
        Item::Value(Value::Array(list)) => {
            list.extend(
                tables
                    .into_iter()
                    .map(|table| Value::InlineTable(inline(table))),
            );
        }
        _ => {}
    }
}

fn inline(table: Table) -> InlineTable {
    table.into_inline_table()
}

fn named(id: &str, name: &Texts) -> Table {
    let mut table = Table::new();
    table.insert("id", toml_edit::value(id));
    let mut names = Table::new();
    names.set_dotted(true);
    for (lang, text) in name {
        names.insert(lang, toml_edit::value(text.as_str()));
    }
    table.insert("name", Item::Table(names));
    table
}

fn concept(concept: &Concept) -> Table {
    let mut table = named(&concept.id, &concept.name);
    if !concept.prerequisites.is_empty() {
        table.insert(
            "prerequisites",
            toml_edit::value(list(&concept.prerequisites)),
        );
    }
    table
}

/// Names of one thing, by language.
fn group(names: &Texts<Vec<String>>) -> Table {
    let mut table = Table::new();
    for (lang, names) in names {
        table.insert(lang, toml_edit::value(list(names)));
    }
    table
}

fn list(texts: &[String]) -> Array {
    texts.iter().map(String::as_str).collect()
}
