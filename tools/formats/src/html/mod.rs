//! HTML of other formats to the Markdown of a bank, and back.
//!
//! Fragments are read tag by tag, without a tree: what they hold is flat in the end, and nesting without end costs nothing. Blocks and
//! runs of words know which language they belong to, and each language is written on its own.

mod block;
mod effects;
mod inline;
mod mlang;
mod named;
mod read;
mod style;
mod tag;
mod tokens;
mod write;

#[cfg(test)]
mod tests;

use jalon_draft::Texts;

use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::markdown;
use crate::pictures::{Pictures, Shelf};

/// What a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flow {
    /// Paragraphs, lists, tables and code.
    Blocks,
    /// One line.
    Line,
}

/// An HTML fragment as Markdown: a text for each language that it names, or one under [`UNDETERMINED`]; none where there is nothing to
/// read. Pictures keep their addresses.
pub(crate) fn to_markdown(html: &str, flow: Flow, losses: &mut Losses) -> Texts {
    to_markdown_with(html, flow, &mut Pictures::default(), losses)
}

/// The same, with pictures that come from somewhere.
pub(crate) fn to_markdown_with(
    html: &str,
    flow: Flow,
    shelf: &mut dyn Shelf,
    losses: &mut Losses,
) -> Texts {
    let html = html.trim();
    if html.is_empty() {
        return Texts::new();
    }
    if !html.contains(['<', '&', '$', '\\', '{', '\n']) && !html.contains("  ") {
        let plain = html.replace(['\u{a0}', '\u{202f}'], " ");
        return Texts::from([(UNDETERMINED.to_owned(), markdown::escape(plain.trim()))]);
    }
    let read = tokens::read(html, flow, shelf, losses);
    let mut langs = read.langs.clone();
    if langs.is_empty() {
        langs.push(UNDETERMINED.to_owned());
    }
    let mut texts = Texts::new();
    for lang in langs {
        let text = write::markdown(&read.blocks, &lang, flow, losses);
        if !text.is_empty() {
            texts.insert(lang, text);
        }
    }
    texts
}

/// An HTML fragment as plain words.
pub(crate) fn to_plain(html: &str) -> String {
    let texts = to_markdown(html, Flow::Line, &mut Losses::default());
    texts
        .values()
        .next()
        .map(|text| markdown::to_plain(text))
        .unwrap_or_default()
}

/// The languages that an HTML fragment names.
pub(crate) fn langs_in(html: &str) -> Vec<String> {
    named::langs(html)
}

/// Markdown as this module writes it: the same text in the one spelling that comes back from HTML.
pub(crate) fn canonical(text: &str, flow: Flow) -> String {
    let mut texts = to_markdown(&markdown::to_html(text), flow, &mut Losses::default());
    texts.shift_remove(UNDETERMINED).unwrap_or_default()
}

/// The HTML of a text in several languages.
pub(crate) fn to_multilang(texts: &Texts, langs: &[String], flow: Flow) -> String {
    let each = texts.iter().map(|(lang, text)| {
        let html = match flow {
            Flow::Blocks => markdown::to_html(text),
            Flow::Line => markdown::to_inline_html(text),
        };
        (lang.clone(), html)
    });
    in_spans(&each.collect(), langs)
}

/// HTML of several languages: once, where it is the same in all of `langs`, else in one span per language, of which Moodle shows
/// the reader's.
pub(crate) fn in_spans(html: &Texts, langs: &[String]) -> String {
    let mut each = html.values();
    let Some(first) = each.next() else {
        return String::new();
    };
    if html.len() == langs.len() && each.all(|other| other == first) {
        return first.clone();
    }
    let spans = html
        .iter()
        .map(|(lang, html)| format!(r#"<span lang="{lang}" class="multilang">{html}</span>"#));
    spans.collect()
}
