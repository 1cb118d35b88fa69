//! From Moodle's XML to a draft.

mod aligned;
mod bank;
pub(super) mod choice;
mod gaps;
pub(super) mod number;
mod old;
mod others;
mod pairs;
pub(super) mod typed;

use std::collections::HashMap;

use jalon_draft::{Body, Draft, Module, Question, Stimulus, Texts};

use super::asked::{Parts, QuestionElement, named};
use super::text::{self, Files};
use super::{category, ours};
use crate::bounds::MOST_LANGS;
use crate::html::{self, Flow};
use crate::input::{Input, Refusal};
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::markdown;
use crate::pictures::Pictures;
use crate::slug::{Taken, slug};
use crate::xml::{self, Element};

pub(super) fn read(input: &Input<'_>, losses: &mut Losses) -> Result<Draft, Refusal> {
    let mut root = xml::parse(input)?;
    if root.name != "quiz" {
        let why = format!(
            "expected <quiz>, as Moodle writes it, found <{}>",
            root.name
        );
        return Err(input.refuse(
            root.line,
            why,
            "export the questions from Moodle as “Moodle XML format”",
        ));
    }
    old::bring_up_to_date(&mut root);
    let ours = root.first(ours::NAME);
    let mut langs = ours::ids(ours, ours::LANGS);
    if langs.is_empty() {
        langs = bank::langs_of(&root);
    }
    if langs.len() > MOST_LANGS {
        let why = format!("its texts name more than {MOST_LANGS} languages");
        return Err(input.refuse(root.line, why, "split the file by language"));
    }
    let mut reading = Reading {
        input,
        losses,
        is_ours: ours.is_some(),
        langs,
        pictures: Pictures::default(),
        concepts: Vec::new(),
        draft: Draft::default(),
        at: None,
        known: HashMap::new(),
        description: None,
        stimuli: Taken::default(),
        parents: Vec::new(),
    };
    for element in root.elements() {
        match element.name.as_str() {
            "question" => reading.question(element),
            ours::NAME => {}
            name => {
                reading.losses.at(input.line(element.line), None);
                reading.losses.dropped(
                    format!("an element <{name}>"),
                    "Moodle's XML has no such element",
                );
            }
        }
    }
    Ok(reading.finish(ours))
}

struct Reading<'a> {
    input: &'a Input<'a>,
    losses: &'a mut Losses,
    is_ours: bool,
    /// The languages of its texts; none where none is named.
    langs: Vec<String>,
    pictures: Pictures,
    concepts: Vec<(String, String)>,
    draft: Draft,
    /// The module that questions go to.
    at: Option<usize>,
    /// The modules of categories, by id and titles.
    known: HashMap<(String, String), usize>,
    /// The stimulus of the questions that follow.
    description: Option<String>,
    stimuli: Taken,
    /// What the categories stand in.
    parents: Vec<Texts>,
}

impl Reading<'_> {
    fn question(&mut self, element: &Element) {
        self.losses
            .at(self.input.line(element.line), name_of(element));
        let kind = element.attribute("type").unwrap_or_default();
        match kind {
            "category" => self.category(element),
            "description" => self.description(element),
            kind => {
                if let Some(question) = self.asked(element, kind) {
                    self.add(question, element);
                }
            }
        }
    }

    fn asked(&mut self, element: &Element, kind: &str) -> Option<Question> {
        let unknown = [UNDETERMINED.to_owned()];
        let langs: &[String] = if self.langs.is_empty() {
            &unknown
        } else {
            &self.langs
        };
        let mut asked = QuestionElement {
            element,
            langs,
            ours: element.first(ours::NAME),
            losses: self.losses,
            pictures: &mut self.pictures,
            concepts: &mut self.concepts,
        };
        let mut parts = Parts::default();
        let body = body(&mut asked, &mut parts, kind)?;
        let question = asked.finish(body, parts);
        if !self.is_ours && langs.len() > 1 && !speaks(element) {
            self.losses.guessed(
                "the texts of the question in each language",
                "the file has them once; they are used for all languages",
            );
        }
        Some(question)
    }

    fn add(&mut self, mut question: Question, element: &Element) {
        let own = element.first(ours::NAME);
        question.common.stimulus = match own {
            Some(ours) => ours.attribute(ours::STIMULUS).map(str::to_owned),
            None => self.description.clone(),
        };
        let at = *self.at.get_or_insert_with(|| {
            self.draft.modules.push((String::new(), Module::default()));
            self.draft.modules.len() - 1
        });
        if let Some((_, module)) = self.draft.modules.get_mut(at) {
            module.questions.push(question);
        }
    }

    /// What follows goes to the module of this category.
    fn category(&mut self, element: &Element) {
        self.description = None;
        let path = element
            .first("category")
            .map(|field| text::words(field).into_owned());
        let names = category::names(&path.unwrap_or_default());
        if let Some(info) = element.first("info").map(text::html)
            && !html::to_markdown(&info, Flow::Blocks, &mut Losses::default()).is_empty()
        {
            self.losses.dropped(
                "the description of a category",
                "modules have a lesson, and no description",
            );
        }
        let number = element
            .first("idnumber")
            .map(|field| field.text().trim().to_owned());
        let title = names
            .last()
            .map(|name| self.title(name))
            .unwrap_or_default();
        let id = number.filter(|id| !id.is_empty());
        let id = id.or_else(|| {
            names
                .last()
                .and_then(|_| title.values().next())
                .map(|name| slug(name))
        });
        let id = id.unwrap_or_default();
        let parent = names.iter().rev().nth(1).map(|name| self.title(name));
        self.parents.push(parent.unwrap_or_default());
        let known = self.known.entry((id.clone(), format!("{title:?}")));
        self.at = Some(*known.or_insert_with(|| {
            let module = Module {
                title,
                ..Module::default()
            };
            self.draft.modules.push((id, module));
            self.draft.modules.len() - 1
        }));
    }

    /// A name in plain words, by language.
    fn title(&mut self, name: &str) -> Texts {
        let texts = html::to_markdown(name, Flow::Line, self.losses);
        let plain = texts
            .into_iter()
            .map(|(lang, text)| (lang, markdown::to_plain(&text)));
        let mut plain: Texts = plain.collect();
        if let (Some(text), false) = (plain.get(UNDETERMINED).cloned(), self.langs.is_empty()) {
            plain = self
                .langs
                .iter()
                .map(|lang| (lang.clone(), text.clone()))
                .collect();
        }
        plain
    }

    /// A text that nobody answers, which the questions behind it are about.
    fn description(&mut self, element: &Element) {
        let Some(field) = element.first("questiontext") else {
            return;
        };
        let html = text::html(field);
        let mut files = Files::of(field, &mut self.pictures);
        let text = html::to_markdown_with(&html, Flow::Blocks, &mut files, self.losses);
        files.note_rest(self.losses);
        let number = element
            .first("idnumber")
            .map(|field| field.text().trim().to_owned());
        let name = number
            .filter(|id| !id.is_empty())
            .unwrap_or_else(|| slug(&name_of(element).unwrap_or_default()));
        let name = if name.is_empty() {
            "text".to_owned()
        } else {
            name
        };
        let id = self.stimuli.free(&name);
        let mut texts = Texts::new();
        let langs = if self.langs.is_empty() {
            vec![UNDETERMINED.to_owned()]
        } else {
            self.langs.clone()
        };
        for lang in langs {
            let own = text
                .get(&lang)
                .or_else(|| text.get(UNDETERMINED))
                .or_else(|| text.values().next());
            texts.extend(own.map(|text| (lang, text.clone())));
        }
        if texts.is_empty() {
            return;
        }
        if element.first(ours::NAME).is_none() {
            self.losses.guessed(
                "the questions of a description",
                "it is shown with the questions that follow it in its category",
            );
        }
        let at = *self.at.get_or_insert_with(|| {
            self.draft.modules.push((String::new(), Module::default()));
            self.draft.modules.len() - 1
        });
        if let Some((_, module)) = self.draft.modules.get_mut(at) {
            module.stimuli.push(Stimulus {
                id: id.clone(),
                text: texts,
            });
        }
        self.description = Some(id);
    }
}

/// What people call a question: its name, or the number that names it.
fn name_of(element: &Element) -> Option<String> {
    let names = ["name", "idnumber"]
        .iter()
        .filter_map(|name| element.first(name));
    let mut names = names.map(|field| {
        let name = named(text::words(field).trim());
        markdown::to_plain(&name)
            .chars()
            .take(60)
            .collect::<String>()
    });
    names.find(|name| !name.is_empty())
}

/// True where a question has texts of one language.
fn speaks(element: &Element) -> bool {
    element
        .elements()
        .any(|field| !html::langs_in(&text::words(field)).is_empty() || speaks(field))
}

fn body(asked: &mut QuestionElement<'_>, parts: &mut Parts, kind: &str) -> Option<Body> {
    if !matches!(kind, "cloze" | "multianswer" | "gapselect" | "ddwtos") {
        parts.prompt = asked.field("questiontext", Flow::Blocks);
    }
    match kind {
        "multichoice" | "multichoiceset" => choice::choice(asked, parts, kind),
        "truefalse" => choice::true_false(asked),
        "shortanswer" => typed::short_answer(asked),
        "numerical" => number::numerical(asked),
        "matching" | "match" | "ddmatch" => pairs::matching(asked, parts),
        "ordering" => pairs::ordering(asked, parts),
        "cloze" | "multianswer" => gaps::cloze(asked, parts),
        "gapselect" | "ddwtos" => gaps::words(asked, parts, kind),
        "essay" => others::essay(asked, parts),
        "" => asked.drop("its kind is missing"),
        kind => asked.drop(others::why_not(kind)),
    }
}
