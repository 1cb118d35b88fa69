//! From a table to a draft.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use jalon_draft::{Concept, Concepts, Draft, Module, Question, Texts};

use super::columns::{Column, Field};
use super::kind::Kind;
use super::sheet::{self, Row};
use super::{parts, question, settings};
use crate::decode;
use crate::input::{Input, Refusal};
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::slug::slug;
use crate::text::short;

/// Reads a table.
pub(crate) fn read(input: &Input<'_>, losses: &mut Losses) -> Result<Draft, Refusal> {
    let (text, encoding) = decode::text(input.bytes);
    losses.at(input.line(1), None);
    let has_mark = encoding_rs::Encoding::for_bom(input.bytes).is_some();
    if let (Some(name), false) = (encoding, has_mark) {
        losses.guessed(
            format!("the encoding, {name}"),
            "the file isn't UTF-8 and doesn't name its encoding: if accents are wrong, save it as “CSV UTF-8”",
        );
    }
    if text.contains('\u{fffd}') {
        losses.changed(
            "letters that can't be read",
            "they are � now: save the file as “CSV UTF-8”",
        );
    }
    let text = unix(&text);
    let mut reading = Reading::default();
    let langs = sheet::rows(input, &text, losses, |row, losses| {
        reading.row(input, row, losses)
    })?;
    Ok(reading.done(langs))
}

/// Ends of lines as those of Unix.
pub(super) fn unix(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// What has been read so far.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) draft: Draft,
    /// The places of modules, by what their cells say.
    modules: HashMap<String, usize>,
    /// The module of the last question, which wordings add to; `None` behind a row that is none.
    last: Option<usize>,
    concepts: HashSet<String>,
}

impl Reading {
    fn row(&mut self, input: &Input<'_>, row: &Row<'_>, losses: &mut Losses) {
        losses.at(input.line(row.line), name(row));
        let kind = row.get(Field::Kind).and_then(Kind::parse);
        match kind {
            Some(Kind::Wording) => self.wording(row, losses),
            Some(
                Kind::Bank
                | Kind::Module
                | Kind::Concept
                | Kind::Stimulus
                | Kind::Misconception
                | Kind::Term
                | Kind::Synonym,
            ) => {
                parts::part(self, row, kind, losses);
            }
            _ => {
                self.last = None;
                if let Some(mut question) = question::question(row, losses) {
                    question.common.concepts = self.concepts_of(row);
                    self.add(row, question);
                }
            }
        }
    }

    fn wording(&mut self, row: &Row<'_>, losses: &mut Losses) {
        let module = self.last.and_then(|at| self.draft.modules.get_mut(at));
        let question = module.and_then(|(_, module)| module.questions.last_mut());
        match question {
            Some(question) if row.get(Field::Id).is_none_or(|id| id == question.common.id) => {
                question.common.origins.0.extend(losses.origins().0);
                question::more(row, question, losses);
            }
            _ => losses.dropped(
                "the wording",
                "the row above is not the question that it belongs to",
            ),
        }
    }

    fn add(&mut self, row: &Row<'_>, question: Question) {
        let at = self.module(row.get(Field::Module).unwrap_or_default(), row.langs());
        self.last = Some(at);
        if let Some((_, module)) = self.draft.modules.get_mut(at) {
            module.questions.push(question);
        }
    }

    /// The place of the module that a cell names.
    pub(super) fn module(&mut self, cell: &str, langs: &[String]) -> usize {
        if let Some(at) = self.modules.get(cell) {
            return *at;
        }
        let mut module = Module::default();
        let mut id = cell.to_owned();
        if !is_id(cell) {
            id = slug(cell);
            if !cell.is_empty() {
                module.title.extend(named(cell, langs));
            }
        }
        let at = self.draft.modules.len();
        self.draft.modules.push((id, module));
        self.modules.insert(cell.to_owned(), at);
        at
    }

    /// The concepts of a row; those that are named by no id get one.
    fn concepts_of(&mut self, row: &Row<'_>) -> Concepts {
        let cell = row.get(Field::Concepts).unwrap_or_default();
        let named = settings::concepts(cell)
            .into_iter()
            .filter_map(|(name, weight)| {
                let id = if is_id(&name) {
                    name.clone()
                } else {
                    slug(&name)
                };
                if !id.is_empty() && id != name && self.concepts.insert(id.clone()) {
                    self.draft.bank.concepts.push(Concept {
                        id: id.clone(),
                        name: self::named(&name, row.langs()),
                        prerequisites: Vec::new(),
                    });
                }
                (!id.is_empty()).then_some((id, weight))
            });
        let named: Vec<(String, Option<u64>)> = named.collect();
        if named.iter().any(|(_, weight)| weight.is_some()) {
            Concepts::Weighted(
                named
                    .into_iter()
                    .map(|(id, weight)| (id, weight.unwrap_or(1)))
                    .collect(),
            )
        } else {
            Concepts::Even(named.into_iter().map(|(id, _)| id).collect())
        }
    }

    /// A concept with a row of its own.
    pub(super) fn concept(&mut self, concept: Concept) {
        self.concepts.insert(concept.id.clone());
        self.draft.bank.concepts.push(concept);
    }

    fn done(self, langs: Vec<String>) -> Draft {
        let mut draft = self.draft;
        if draft.bank.languages.is_empty() {
            draft.bank.languages = sheet::or_unknown(langs);
        }
        draft.bank.modules = draft.modules.iter().map(|(id, _)| id.clone()).collect();
        draft
    }
}

/// A name that has no language of its own stands in each of the table's.
fn named(name: &str, langs: &[String]) -> Texts {
    let langs = sheet::or_unknown(langs.to_vec());
    langs
        .into_iter()
        .map(|lang| (lang, name.to_owned()))
        .collect()
}

fn is_id(text: &str) -> bool {
    text.parse::<jalon_engine::id::QuestionId>().is_ok()
}

/// What a row is called in the report: its id, or the start of what it asks.
fn name(row: &Row<'_>) -> Option<String> {
    let prompts = row
        .langs()
        .iter()
        .map(|lang| Column::of(Field::Prompt).lang(lang));
    let prompt = prompts
        .chain([Column::of(Field::Prompt).lang(UNDETERMINED)])
        .find_map(|column| row.cell(column));
    row.get(Field::Id).or(prompt).map(short)
}
