//! How texts stand on paper: in one language, or in rows with a cell for each.

use std::collections::BTreeMap;

use jalon_engine::id::GapId;
use jalon_engine::lang::{Lang, Localised};
use jalon_engine::markup::{Address, Line, Markup};
use jalon_i18n::Words;
use jalon_i18n::paper::PaperWords;

use super::picture;
use crate::html::{self, blocks, escaped, quoted, spans};

/// A language of the paper, and our words in it.
pub(crate) struct PaperLanguage {
    /// The language.
    pub(crate) lang: Lang,
    /// What is said on screen too.
    pub(crate) words: &'static Words,
    /// What is said on paper alone.
    pub(crate) paper: &'static PaperWords,
}

/// What all pages of a paper share.
pub(crate) struct Page {
    tongues: Vec<PaperLanguage>,
    /// The bank's pictures by name, each as an address that holds all of it.
    pictures: BTreeMap<String, String>,
}

/// What stands for gaps in the texts of one language.
pub(crate) type Blanks = BTreeMap<GapId, String>;

/// A cell that texts go into.
struct Cell<'a> {
    page: &'a Page,
    blanks: Option<&'a Blanks>,
}

impl html::Page for Cell<'_> {
    fn image(&self, address: &Address, alt: &str) -> String {
        self.page.image(address, alt)
    }

    fn gap(&self, id: &GapId) -> String {
        let blank = self.blanks.and_then(|blanks| blanks.get(id));
        blank.cloned().unwrap_or_default()
    }
}

impl Page {
    /// A page with the pictures of its bank, each with its path.
    pub(super) fn new(pictures: Vec<(String, &[u8])>, langs: Vec<Lang>) -> Self {
        let tongue = |lang: Lang| PaperLanguage {
            lang,
            words: jalon_i18n::of(&lang),
            paper: jalon_i18n::paper::of(&lang),
        };
        Self {
            tongues: langs.into_iter().map(tongue).collect(),
            pictures: picture::inside(pictures),
        }
    }

    pub(crate) fn tongues(&self) -> &[PaperLanguage] {
        &self.tongues
    }

    /// The language that comes first.
    pub(crate) fn first(&self) -> Option<&Lang> {
        self.tongues.first().map(|tongue| &tongue.lang)
    }

    /// A row of the bank's texts, a cell for each language.
    pub(crate) fn row(&self, class: &str, cell: impl Fn(&PaperLanguage) -> String) -> String {
        let cells = self.tongues.iter().map(|tongue| {
            format!(
                "<div lang=\"{}\">{}</div>",
                tongue.lang.as_str(),
                cell(tongue)
            )
        });
        row(class, &cells.collect::<String>())
    }

    /// A row of what we say ourselves.
    pub(crate) fn say(&self, class: &str, words: impl Fn(&PaperLanguage) -> String) -> String {
        let cells = self.tongues.iter().map(|tongue| {
            let text = escaped(&words(tongue));
            format!("<div lang=\"{}\">{text}</div>", tongue.words.lang)
        });
        row(class, &cells.collect::<String>())
    }

    /// What we say ourselves, in all languages on one line; what is the same in several, once.
    pub(crate) fn inline(&self, words: impl Fn(&PaperLanguage) -> String) -> String {
        let texts = self.tongues.iter();
        joined(texts.map(|tongue| (tongue.words.lang, words(tongue))))
    }

    /// A short text of the bank, in the same way.
    pub(crate) fn inline_text(&self, text: &Localised<String>) -> String {
        let texts = self
            .tongues
            .iter()
            .filter_map(|tongue| Some((tongue.lang.as_str(), text.get(&tongue.lang)?.clone())));
        joined(texts)
    }

    /// Paragraphs of the bank, in a row.
    pub(crate) fn markup(&self, class: &str, text: &Localised<Markup>) -> String {
        self.row(class, |tongue| {
            text.get(&tongue.lang)
                .map_or_else(String::new, |text| self.blocks(text, None))
        })
    }

    /// Paragraphs in one language, with these blanks in their gaps.
    pub(crate) fn blocks(&self, text: &Markup, blanks: Option<&Blanks>) -> String {
        blocks(&Cell { page: self, blanks }, text)
    }

    /// One line in one language.
    pub(crate) fn line(&self, text: &Line) -> String {
        let blanks = None;
        spans(&Cell { page: self, blanks }, text)
    }

    /// A picture of the bank, which the page holds; one from elsewhere by its address.
    pub(crate) fn image(&self, address: &Address, alt: &str) -> String {
        let name = address.as_str();
        let source = self.pictures.get(name).map_or(name, String::as_str);
        format!("<img src=\"{}\" alt=\"{}\">", quoted(source), quoted(alt))
    }
}

fn row(class: &str, cells: &str) -> String {
    let space = if class.is_empty() { "" } else { " " };
    format!("<div class=\"row{space}{class}\">{cells}</div>\n")
}

/// What is the same in several languages is said once, and what is empty in none.
fn joined<'a>(texts: impl Iterator<Item = (&'a str, String)>) -> String {
    let mut said: Vec<(&str, String)> = Vec::new();
    for (lang, text) in texts {
        if !text.is_empty() && said.iter().all(|(_, own)| *own != text) {
            said.push((lang, text));
        }
    }
    let spans = said
        .iter()
        .map(|(lang, text)| format!("<span lang=\"{lang}\">{}</span>", escaped(text)));
    spans
        .collect::<Vec<_>>()
        .join(" <span class=\"or\">/</span> ")
}
