//! HTML of other formats to the Markdown of a bank.

use jalon_author::draft::Texts;

use crate::import::UNKNOWN;
use crate::loss::Losses;
use crate::markdown;

/// What a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flow {
    /// Paragraphs, lists, tables and code.
    Blocks,
    /// One line.
    Line,
}

pub(crate) fn to_markdown(html: &str, _: Flow, _: &mut Losses) -> Texts {
    let text = scraper::Html::parse_fragment(html);
    let text: String = text.root_element().text().collect();
    Texts::from([(UNKNOWN.to_owned(), markdown::escape(text.trim()))])
}
