//! From a draft to Moodle's XML.

mod answers;
pub(super) mod gaps;
mod xml;

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jalon_draft::{Body, Concepts, Difficulty, Draft, Module, Question, Texts, Wording};

use super::{category, ours};
use crate::html::{self, Flow};
use crate::markdown;
use xml::Xml;

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

struct Writer<'a> {
    xml: Xml,
    langs: &'a [String],
    pictures: &'a BTreeMap<String, Vec<u8>>,
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

    /// Plain texts in spans of languages.
    fn plain(&self, texts: &Texts) -> String {
        let escaped = texts
            .iter()
            .map(|(lang, text)| (lang.clone(), markdown::escape(text)));
        html::to_multilang(&escaped.collect(), self.langs, Flow::Line)
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
        self.xml.open("question", &[("type", kind(&question.body))]);
        let marks = answers::marks(question);
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
        self.answers(question);
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

    /// An element with plain words in a `<text>`.
    fn field(&mut self, name: &str, attributes: &[(&str, &str)], words: &str) {
        self.xml.open(name, attributes);
        self.xml.value("text", &[], words);
        self.xml.close(name);
    }

    /// An element with a text of each language.
    fn text(&mut self, name: &str, attributes: &[(&str, &str)], texts: &Texts, flow: Flow) {
        let html = html::to_multilang(texts, self.langs, flow);
        self.html(name, attributes, &html);
    }

    /// An element with HTML, and the pictures that it shows.
    fn html(&mut self, name: &str, attributes: &[(&str, &str)], html: &str) {
        self.open_html(name, attributes, html);
        self.xml.close(name);
    }

    /// The same, for more to come inside.
    fn open_html(&mut self, name: &str, attributes: &[(&str, &str)], html: &str) {
        let mut attributes = attributes.to_vec();
        attributes.push(("format", "html"));
        self.xml.open(name, &attributes);
        let (html, shown) = with_pictures(html, self.pictures);
        self.xml.value("text", &[], &html);
        for name in shown {
            if let Some(bytes) = self.pictures.get(&name) {
                let attributes = [
                    ("name", name.as_str()),
                    ("path", "/"),
                    ("encoding", "base64"),
                ];
                self.xml.value("file", &attributes, &STANDARD.encode(bytes));
            }
        }
    }
}

/// Pictures of the bank at the addresses where Moodle looks for them, and which they are.
fn with_pictures(html: &str, pictures: &BTreeMap<String, Vec<u8>>) -> (String, BTreeSet<String>) {
    const SOURCE: &str = "<img src=\"";
    let mut shown = BTreeSet::new();
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(SOURCE) {
        out.push_str(before);
        out.push_str(SOURCE);
        let name = after.split('"').next().unwrap_or_default();
        if pictures.contains_key(name) {
            shown.insert(name.to_owned());
            out.push_str("@@PLUGINFILE@@/");
        }
        rest = after;
    }
    out.push_str(rest);
    (out, shown)
}

/// A text of the first wording in each language.
fn each(question: &Question, text: impl Fn(&Wording) -> Option<String>) -> Texts {
    let wordings = question.wordings.iter();
    let texts = wordings.filter_map(|(lang, all)| Some((lang.clone(), text(all.first()?)?)));
    texts.collect()
}

fn kind(body: &Body) -> &'static str {
    match body {
        Body::Choice(_) | Body::Hotspot(_) => "multichoice",
        Body::TrueFalse(_) => "truefalse",
        Body::Text(_) => "shortanswer",
        Body::Number(_) => "numerical",
        Body::Match(_) | Body::Classify(_) => "matching",
        Body::Order(_) => "ordering",
        Body::Gaps(_) => "cloze",
        Body::Essay(_) => "essay",
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
