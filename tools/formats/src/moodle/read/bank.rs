//! What the questions of a file have in common: languages, title, concepts.

use std::collections::BTreeSet;

use jalon_draft::{Bank, Concept, Draft, Texts};

use super::super::text;
use super::Reading;
use crate::bounds::MOST_LANGS;
use crate::html::{self, Flow};
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::markdown;
use crate::xml::{Element, Node};

impl Reading<'_> {
    pub(super) fn finish(mut self, ours: Option<&Element>) -> Draft {
        self.drop_idle_stimuli();
        let title = ours.and_then(|ours| ours.first("title"));
        let title = title.map(|field| text::words(field).into_owned());
        let bank = &mut self.draft.bank;
        if let Some(title) = title {
            let title = plain_title(&title, &self.langs);
            bank.title = title;
        } else if let [first, rest @ ..] = self.parents.as_slice()
            && rest.iter().all(|parent| parent == first)
        {
            bank.title = first.clone();
        }
        bank.id = ours
            .and_then(|ours| ours.attribute("id"))
            .unwrap_or_default()
            .to_owned();
        bank.languages.clone_from(&self.langs);
        concepts(bank, ours, &self.concepts, &self.langs);
        self.draft.pictures = self.pictures.0;
        self.draft
    }

    fn drop_idle_stimuli(&mut self) {
        for (_, module) in &mut self.draft.modules {
            let used: BTreeSet<&str> = module
                .questions
                .iter()
                .filter_map(|one| one.common.stimulus.as_deref())
                .collect();
            let idle = module
                .stimuli
                .iter()
                .filter(|one| !used.contains(one.id.as_str()));
            for one in idle {
                self.losses.at(self.input.line(0), Some(one.id.clone()));
                self.losses
                    .dropped("a description", "no question follows it in its category");
            }
            let used: BTreeSet<String> = used.into_iter().map(str::to_owned).collect();
            module.stimuli.retain(|one| used.contains(&one.id));
        }
    }
}

fn plain_title(title: &str, langs: &[String]) -> Texts {
    let texts = html::to_markdown(title, Flow::Line, &mut Losses::default());
    let plain = |text: &String| markdown::to_plain(text);
    match (texts.get(UNDETERMINED), langs.is_empty()) {
        (Some(text), false) => langs
            .iter()
            .map(|lang| (lang.clone(), plain(text)))
            .collect(),
        _ => texts
            .iter()
            .map(|(lang, text)| (lang.clone(), plain(text)))
            .collect(),
    }
}

/// The concepts of the file: those of ours with their names, and tags.
fn concepts(bank: &mut Bank, ours: Option<&Element>, tags: &[(String, String)], langs: &[String]) {
    let mut known = BTreeSet::new();
    for element in ours.into_iter().flat_map(|ours| ours.all("concept")) {
        let id = element.attribute("id").unwrap_or_default().to_owned();
        if known.insert(id.clone()) {
            bank.concepts.push(Concept {
                name: plain_title(&text::words(element), langs),
                id,
                prerequisites: Vec::new(),
            });
        }
    }
    for (id, name) in tags {
        if known.insert(id.clone()) {
            let unknown = [UNDETERMINED.to_owned()];
            let langs: &[String] = if langs.is_empty() { &unknown } else { langs };
            bank.concepts.push(Concept {
                id: id.clone(),
                name: langs
                    .iter()
                    .map(|lang| (lang.clone(), name.clone()))
                    .collect(),
                prerequisites: Vec::new(),
            });
        }
    }
}

/// The languages that texts of the file name.
pub(super) fn langs_of(root: &Element) -> Vec<String> {
    let mut langs = Vec::new();
    let mut open = vec![root];
    while let Some(element) = open.pop() {
        for node in &element.children {
            match node {
                Node::Element(element) => open.push(element),
                Node::Text(text) => {
                    for lang in html::langs_in(text) {
                        if langs.len() <= MOST_LANGS && !langs.contains(&lang) {
                            langs.push(lang);
                        }
                    }
                }
            }
        }
    }
    langs.sort();
    langs
}
