//! Formatted text as DOM nodes. Nothing here sets inner HTML.

use jalon_engine::lang::{Lang, Localised};
use jalon_engine::markup::{Block, Line, Markup, Span};

use super::el::{El, View, el};
use super::{Reader, tongues};

/// Paragraphs of the bank in the languages on screen, one language under another.
pub(crate) fn flow(reader: Reader, text: Localised<Markup>) -> View {
    tongues(reader, "div", text, blocks)
}

/// A line of the bank in the languages on screen, one language under another.
pub(crate) fn line(reader: Reader, text: Localised<Line>) -> View {
    tongues(reader, "span", text, spans)
}

/// The part of a prompt that names the question (its paragraphs up to the first other block), and the rest.
pub(crate) fn split(text: Localised<Markup>) -> (Localised<Line>, Localised<Markup>) {
    let part = |_: &Lang, markup: &Markup| {
        let is_other = |block: &Block| !matches!(block, Block::Paragraph(_));
        let at = markup.0.iter().position(is_other).unwrap_or(markup.0.len());
        let (head, rest) = markup.0.split_at(at);
        let mut name = Line::default();
        for block in head {
            if let Block::Paragraph(line) = block {
                if !name.0.is_empty() {
                    name.0.push(Span::Text(" ".to_owned()));
                }
                name.0.extend(line.0.iter().cloned());
            }
        }
        (name, Markup(rest.to_vec()))
    };
    let parts = text.map(part);
    let rest = parts.iter().filter(|(_, (_, rest))| !rest.0.is_empty());
    let rest = rest
        .map(|(lang, (_, rest))| (lang.clone(), rest.clone()))
        .collect();
    (parts.map(|_, (name, _)| name.clone()), rest)
}

fn blocks(markup: &Markup) -> View {
    let mut all = View::default();
    for one in &markup.0 {
        all.add(block(one));
    }
    all
}

fn block(block: &Block) -> El {
    let list = |tag, lines: &[Line]| {
        let mut list = el(tag);
        for line in lines {
            list = list.child(el("li").child(spans(line)));
        }
        list
    };
    match block {
        Block::Paragraph(line) => el("p").child(spans(line)),
        Block::Bullets(lines) => list("ul", lines),
        Block::Steps(lines) => list("ol", lines),
        Block::Code(code) => el("pre").child(el("code").child(code.clone())),
    }
}

fn spans(line: &Line) -> View {
    let mut parts = View::default();
    for span in &line.0 {
        match span {
            Span::Text(text) => parts.add(text.clone()),
            Span::Emphasis(line) => parts.add(el("em").child(spans(line))),
            Span::Strong(line) => parts.add(el("strong").child(spans(line))),
            Span::Code(code) => parts.add(el("code").child(code.clone())),
            Span::Link(to, line) => {
                parts.add(el("a").attr("href", to.as_str()).child(spans(line)));
            }
            Span::Image(at, alt) => {
                parts.add(el("img").attr("src", at.as_str()).attr("alt", alt));
            }
        }
    }
    parts
}
