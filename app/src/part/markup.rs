//! Formatted text as DOM nodes. Nothing here sets inner HTML.

use jalon_engine::lang::Localised;
use jalon_engine::markup::{Block, Line, Markup, Span, Table};

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

/// What names a question: the paragraphs of its prompt up to the first other block, as one line.
pub(crate) fn name(reader: Reader, prompt: Localised<Markup>) -> View {
    tongues(reader, "span", prompt, |prompt| {
        let mut parts = View::default();
        for (n, block) in prompt.0.iter().enumerate() {
            let Block::Paragraph(line) = block else { break };
            parts.add((n > 0).then_some(" "));
            parts.add(spans(line));
        }
        parts
    })
}

/// The rest of a prompt; nothing where all of it is the name.
pub(crate) fn rest(reader: Reader, prompt: Localised<Markup>) -> Option<View> {
    prompt
        .iter()
        .find(|(_, prompt)| after_name(prompt).is_some())?;
    Some(tongues(reader, "div", prompt, |prompt| {
        let mut parts = View::default();
        for one in after_name(prompt).unwrap_or_default() {
            parts.add(block(one));
        }
        parts
    }))
}

fn after_name(prompt: &Markup) -> Option<&[Block]> {
    let is_other = |block: &Block| !matches!(block, Block::Paragraph(_));
    let at = prompt.0.iter().position(is_other)?;
    prompt.0.get(at..)
}

fn blocks(markup: &Markup) -> View {
    let mut all = View::default();
    for one in markup.0.iter() {
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
        Block::Table(table) => self::table(table),
    }
}

/// A table scrolls inside its own box, which the keyboard can reach; its headings name it.
fn table(table: &Table) -> El {
    let mut head = el("tr");
    for heading in &table.head {
        head = head.child(match heading.is_blank() {
            true => el("td"),
            false => el("th").attr("scope", "col").child(spans(heading)),
        });
    }
    let mut body = el("tbody");
    for cells in &table.rows {
        let mut row = el("tr");
        for cell in cells {
            row = row.child(el("td").child(spans(cell)));
        }
        body = body.child(row);
    }
    el("div")
        .class("table")
        .attr("role", "group")
        .attr("tabindex", "0")
        .attr("aria-label", &table.name())
        .child(el("table").child(el("thead").child(head)).child(body))
}

fn spans(line: &Line) -> View {
    let mut parts = View::default();
    for span in line.0.iter() {
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
