//! From a draft to Moodle's XML.

pub(super) mod elements;
pub(super) mod gaps;
mod xml;

use std::collections::BTreeSet;

use jalon_draft::{Body, Concepts, Difficulty, Draft, Module, Question};

use self::elements::{Writer, each};
use self::xml::Xml;
use super::{category, kinds, ours};
use crate::html::{self, Flow};
use crate::markdown;

/// A fitted draft as a file.
pub(super) fn write(draft: &Draft) -> String {
    let mut writer = Writer {
        xml: Xml::new(),
        langs: &draft.bank.languages,
        pictures: &draft.pictures,
    };
    writer.xml.open("quiz", &[]);
    writer.bank(draft);
    for (id, module) in &draft.modules {
        writer.category(draft, id, module);
        let mut told = BTreeSet::new();
        for question in &module.questions {
            if let Some(id) = &question.common.stimulus
                && told.insert(id)
            {
                writer.stimulus(id, module);
            }
            writer.question(question);
        }
    }
    writer.xml.close("quiz");
    writer.xml.finish()
}

impl Writer<'_> {
    /// What Moodle has no place for.
    fn bank(&mut self, draft: &Draft) {
        let bank = &draft.bank;
        let langs = self.langs.join(" ");
        self.xml
            .open(ours::NAME, &[("id", &bank.id), (ours::LANGS, &langs)]);
        let title = self.plain(&bank.title);
        self.xml.value("title", &[], &title);
        for concept in &bank.concepts {
            let name = self.plain(&concept.name);
            self.xml.value("concept", &[("id", &concept.id)], &name);
        }
        self.xml.close(ours::NAME);
    }

    fn category(&mut self, draft: &Draft, id: &str, module: &Module) {
        let names = [self.plain(&draft.bank.title), self.plain(&module.title)];
        self.xml.open("question", &[("type", "category")]);
        self.field("category", &[], &category::path(&names));
        self.xml.value("idnumber", &[], id);
        self.xml.close("question");
    }

    fn stimulus(&mut self, id: &str, module: &Module) {
        let Some(stimulus) = module.stimuli.iter().find(|one| one.id == id) else {
            return;
        };
        self.xml.open("question", &[("type", "description")]);
        self.xml.empty(ours::NAME, &[]);
        self.field("name", &[], id);
        self.text("questiontext", &[], &stimulus.text, Flow::Blocks);
        self.xml.value("defaultgrade", &[], "0");
        self.xml.value("idnumber", &[], id);
        self.xml.close("question");
    }

    fn question(&mut self, question: &Question) {
        let common = &question.common;
        let Some(writer) = kinds::writer(&question.body) else {
            return;
        };
        self.xml.open("question", &[("type", writer.kind)]);
        let mut marks = (writer.marks)(question);
        marks.extend(common.source.clone().map(|source| (ours::SOURCE, source)));
        marks.extend(common.stimulus.clone().map(|id| (ours::STIMULUS, id)));
        let marks: Vec<(&str, &str)> = marks
            .iter()
            .map(|(key, value)| (*key, value.as_str()))
            .collect();
        self.xml.empty(ours::NAME, &marks);
        let name = name(question);
        self.field("name", &[], &name);
        self.asked(question);
        self.text(
            "generalfeedback",
            &[],
            &each(question, |one| one.explanation.clone()),
            Flow::Blocks,
        );
        self.xml
            .value("defaultgrade", &[], &common.points.unwrap_or(1).to_string());
        self.xml.value("penalty", &[], &penalty(question));
        self.xml.value("hidden", &[], "0");
        self.xml.value("idnumber", &[], &common.id);
        (writer.answers)(self, question);
        self.tags(question);
        let hints = question
            .wordings
            .values()
            .flatten()
            .map(|one| one.hints.len())
            .max();
        for n in 0..hints.unwrap_or(0) {
            self.text(
                "hint",
                &[],
                &each(question, |one| one.hints.get(n).cloned()),
                Flow::Blocks,
            );
        }
        self.xml.close("question");
    }

    fn asked(&mut self, question: &Question) {
        let prompt = each(question, |one| Some(one.prompt.clone()));
        match &question.body {
            Body::Gaps(body) => {
                let mut html = html::to_multilang(&prompt, self.langs, Flow::Blocks);
                html.push('\n');
                html.push_str(&gaps::html(question, body, self.langs).unwrap_or_default());
                self.html("questiontext", &[], &html);
            }
            _ => self.text("questiontext", &[], &prompt, Flow::Blocks),
        }
    }

    fn tags(&mut self, question: &Question) {
        let mut tags: Vec<String> = match &question.common.concepts {
            Concepts::Even(ids) => ids.iter().map(|id| format!("concept:{id}")).collect(),
            Concepts::Weighted(ids) => ids
                .iter()
                .map(|(id, weight)| format!("concept:{id}={weight}"))
                .collect(),
        };
        tags.extend(question.common.difficulty.map(|difficulty| {
            let level = match difficulty {
                Difficulty::Easy => "easy",
                Difficulty::Medium => "medium",
                Difficulty::Hard => "hard",
            };
            format!("difficulty:{level}")
        }));
        if tags.is_empty() {
            return;
        }
        self.xml.open("tags", &[]);
        for tag in tags {
            self.field("tag", &[], &tag);
        }
        self.xml.close("tags");
    }
}

/// The first words of what is asked, for lists of questions.
fn name(question: &Question) -> String {
    const LONGEST: usize = 80;
    let prompt = question.wordings.values().flatten().next();
    let plain = prompt
        .map(|one| markdown::to_plain(&one.prompt))
        .unwrap_or_default();
    let line = plain.lines().next().unwrap_or_default();
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or_default().trim_end()),
        None if line.is_empty() => question.common.id.clone(),
        None => line.to_owned(),
    }
}

/// Moodle's usual one is a third; of two answers a wrong one costs all.
fn penalty(question: &Question) -> String {
    match (&question.body, question.common.penalty) {
        (Body::TrueFalse(_), _) => "1".to_owned(),
        (Body::Essay(_), _) => "0".to_owned(),
        (_, Some(percent)) => format!("{}", percent as f64 / 100.0),
        (_, None) => "0.3333333".to_owned(),
    }
}
