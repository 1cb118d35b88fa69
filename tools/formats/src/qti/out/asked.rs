//! A question in one language, and its texts as HTML.

use jalon_draft::{Question, Wording};

use crate::markdown;

/// A question in one language, and where its pictures are.
pub(super) struct ItemSource<'a> {
    pub(super) question: &'a Question,
    pub(super) wording: &'a Wording,
    pub(super) lang: &'a str,
    /// The names of the pictures in the package.
    pub(super) pictures: &'a dyn Fn(&str) -> bool,
    pub(super) pixels: &'a dyn Fn(&str) -> (f64, f64),
    /// The file of the text that it is about.
    pub(super) stimulus: Option<(String, String)>,
}

impl ItemSource<'_> {
    /// Markdown as HTML, with its pictures where they are in the package.
    pub(super) fn blocks(&self, text: &str) -> String {
        self.placed(markdown::to_html(text))
    }

    /// The same for a text of one line.
    pub(super) fn line(&self, text: &str) -> String {
        self.placed(markdown::to_inline_html(text))
    }

    fn placed(&self, html: String) -> String {
        let mut out = String::with_capacity(html.len());
        let mut parts = html.split("src=\"");
        out.push_str(parts.next().unwrap_or_default());
        for part in parts {
            out.push_str("src=\"");
            let address = part.split('"').next().unwrap_or_default();
            if (self.pictures)(address) {
                out.push_str("../images/");
            }
            out.push_str(part);
        }
        out
    }

    /// What is told in the language of the item.
    pub(super) fn told(&self, texts: &jalon_draft::Texts) -> Option<String> {
        texts.get(self.lang).map(|text| self.line(text))
    }
}
