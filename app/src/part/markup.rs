//! Formatted text as DOM nodes. Nothing here sets inner HTML.

use jalon_engine::lang::{Lang, Localised};
use jalon_engine::markup::{Block, Line, Markup, Span};
use leptos::prelude::*;

use super::el::{El, Part, el};
use super::{Reader, tongues};

/// Paragraphs of the bank in the languages on screen, one language under another.
pub(crate) fn flow(reader: Reader, text: Localised<Markup>) -> AnyView {
    tongues(reader, "div", text, |markup| blocks(markup).alone())
}

/// A line of the bank in the languages on screen, one language under another.
pub(crate) fn line(reader: Reader, text: Localised<Line>) -> AnyView {
    tongues(reader, "span", text, |line| spans(line).alone())
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

fn blocks(markup: Markup) -> Vec<El> {
    markup.0.into_iter().map(block).collect()
}

fn block(block: Block) -> El {
    let items = |lines: Vec<Line>| -> Vec<El> {
        lines
            .into_iter()
            .map(|line| el("li").child(spans(line)))
            .collect()
    };
    match block {
        Block::Paragraph(line) => el("p").child(spans(line)),
        Block::Bullets(lines) => el("ul").child(items(lines)),
        Block::Steps(lines) => el("ol").child(items(lines)),
        Block::Code(code) => el("pre").child(el("code").child(code)),
    }
}

fn spans(line: Line) -> Vec<AnyView> {
    let mut parts = Vec::new();
    for span in line.0 {
        match span {
            Span::Text(text) => text.push_to(&mut parts),
            Span::Emphasis(line) => el("em").child(spans(line)).push_to(&mut parts),
            Span::Strong(line) => el("strong").child(spans(line)).push_to(&mut parts),
            Span::Code(code) => el("code").child(code).push_to(&mut parts),
            Span::Link(to, line) => {
                el("a")
                    .attr("href", to.as_str())
                    .child(spans(line))
                    .push_to(&mut parts);
            }
            Span::Image(at, alt) => {
                el("img")
                    .attr("src", at.as_str())
                    .attr("alt", alt)
                    .push_to(&mut parts);
            }
        }
    }
    parts
}
