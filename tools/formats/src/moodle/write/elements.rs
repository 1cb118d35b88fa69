//! The elements that all questions are made of.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jalon_draft::{Question, Texts, Wording};

use super::xml::Xml;
use crate::html::{self, Flow};
use crate::markdown;

/// A file in the making.
pub(in crate::moodle) struct Writer<'a> {
    pub(in crate::moodle) xml: Xml,
    pub(in crate::moodle) langs: &'a [String],
    pub(in crate::moodle) pictures: &'a BTreeMap<String, Vec<u8>>,
}

impl Writer<'_> {
    /// Plain texts in spans of languages.
    pub(in crate::moodle) fn plain(&self, texts: &Texts) -> String {
        let escaped = texts
            .iter()
            .map(|(lang, text)| (lang.clone(), markdown::escape(text)));
        html::to_multilang(&escaped.collect(), self.langs, Flow::Line)
    }

    /// An element with plain words in a `<text>`.
    pub(in crate::moodle) fn field(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        words: &str,
    ) {
        self.xml.open(name, attributes);
        self.xml.value("text", &[], words);
        self.xml.close(name);
    }

    /// An element with a text of each language.
    pub(in crate::moodle) fn text(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        texts: &Texts,
        flow: Flow,
    ) {
        let html = html::to_multilang(texts, self.langs, flow);
        self.html(name, attributes, &html);
    }

    /// An element with HTML, and the pictures that it shows.
    pub(in crate::moodle) fn html(&mut self, name: &str, attributes: &[(&str, &str)], html: &str) {
        self.open_html(name, attributes, html);
        self.xml.close(name);
    }

    /// The same, for more to come inside.
    pub(in crate::moodle) fn open_html(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        html: &str,
    ) {
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

    pub(in crate::moodle) fn shuffle(&mut self, shuffle: Option<bool>) {
        let value = if shuffle == Some(false) {
            "false"
        } else {
            "true"
        };
        self.xml.value("shuffleanswers", &[], value);
    }

    /// An answer with the feedback on it.
    pub(in crate::moodle) fn answer(
        &mut self,
        attributes: &[(&str, &str)],
        html: &str,
        feedback: &Texts,
    ) {
        self.open_html("answer", attributes, html);
        if !feedback.is_empty() {
            self.text("feedback", &[], feedback, Flow::Line);
        }
        self.xml.close("answer");
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
pub(in crate::moodle) fn each(
    question: &Question,
    text: impl Fn(&Wording) -> Option<String>,
) -> Texts {
    let wordings = question.wordings.iter();
    let texts = wordings.filter_map(|(lang, all)| Some((lang.clone(), text(all.first()?)?)));
    texts.collect()
}
