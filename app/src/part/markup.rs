//! Formatted text as DOM nodes. Nothing here sets inner HTML.

use jalon_engine::id::GapId;
use jalon_engine::lang::Localised;
use jalon_engine::markup::{Block, Line, Markup, Span, Table};

use super::{Reader, tongues};
use jalon_view::{Element, View, html};

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
    tongues(reader, "span", prompt, |reader, prompt| {
        let mut parts = View::default();
        for (n, block) in prompt.0.iter().enumerate() {
            let Block::Paragraph(line) = block else { break };
            parts.add((n > 0).then_some(" "));
            parts.add(spans(reader, line));
        }
        parts
    })
}

/// Paragraphs in one language, with these in the places of their gaps.
pub(crate) fn gapped(reader: Reader, markup: &Markup, gap: &dyn Fn(&GapId) -> View) -> View {
    Ink { reader, gap }.blocks(markup)
}

/// The rest of a prompt; nothing where all of it is the name.
pub(crate) fn rest(reader: Reader, prompt: Localised<Markup>) -> Option<View> {
    prompt
        .iter()
        .find(|(_, prompt)| after_name(prompt).is_some())?;
    Some(tongues(reader, "div", prompt, |reader, prompt| {
        let mut parts = View::default();
        for one in after_name(prompt).unwrap_or_default() {
            parts.add(Ink::plain(reader).block(one));
        }
        parts
    }))
}

fn after_name(prompt: &Markup) -> Option<&[Block]> {
    let is_other = |block: &Block| !matches!(block, Block::Paragraph(_));
    let at = prompt.0.iter().position(is_other)?;
    prompt.0.get(at..)
}

fn blocks(reader: Reader, markup: &Markup) -> View {
    Ink::plain(reader).blocks(markup)
}

fn spans(reader: Reader, line: &Line) -> View {
    Ink::plain(reader).spans(line)
}

/// What trees are drawn with.
#[derive(Clone, Copy)]
struct Ink<'a> {
    reader: Reader,
    /// What stands in the place of a gap.
    gap: &'a dyn Fn(&GapId) -> View,
}

impl Ink<'_> {
    fn plain(reader: Reader) -> Self {
        let gap = &|_: &GapId| View::default();
        Self { reader, gap }
    }

    fn blocks(self, markup: &Markup) -> View {
        let mut all = View::default();
        for one in markup.0.iter() {
            all.add(self.block(one));
        }
        all
    }

    /// A table scrolls inside its own box, which the keyboard can reach; its headings name it.
    fn table(self, table: &Table) -> Element {
        let mut head = html::tr();
        for heading in &table.head {
            head = head.child(match heading.is_blank() {
                true => html::td(),
                false => html::th().attr("scope", "col").child(self.spans(heading)),
            });
        }
        let mut body = html::tbody();
        for cells in &table.rows {
            let mut row = html::tr();
            for cell in cells {
                row = row.child(html::td().child(self.spans(cell)));
            }
            body = body.child(row);
        }
        html::div()
            .class("table")
            .attr("role", "group")
            .attr("tabindex", "0")
            .attr("aria-label", table.name())
            .child(html::table().child(html::thead().child(head)).child(body))
    }

    fn block(self, block: &Block) -> Element {
        let list = |tag, lines: &[Line]| {
            let mut list = html::element(tag);
            for line in lines {
                list = list.child(html::li().child(self.spans(line)));
            }
            list
        };
        match block {
            Block::Paragraph(line) => html::p().child(self.spans(line)),
            Block::Bullets(lines) => list("ul", lines),
            Block::Steps(lines) => list("ol", lines),
            Block::Code(code) => html::pre().child(html::code().child(code.clone())),
            Block::Table(table) => self.table(table),
        }
    }

    fn spans(self, line: &Line) -> View {
        let mut parts = View::default();
        for span in line.0.iter() {
            match span {
                Span::Text(text) => parts.add(text.clone()),
                Span::Emphasis(line) => parts.add(html::em().child(self.spans(line))),
                Span::Strong(line) => parts.add(html::strong().child(self.spans(line))),
                Span::Code(code) => parts.add(html::code().child(code.clone())),
                Span::Link(to, line) => {
                    parts.add(
                        html::a()
                            .attr("href", to.as_str().to_owned())
                            .child(self.spans(line)),
                    );
                }
                Span::Image(at, alt) => {
                    parts.add(
                        html::img()
                            .attr("src", self.reader.picture(at))
                            .attr("alt", alt),
                    );
                }
                Span::Gap(id) => parts.add((self.gap)(id)),
            }
        }
        parts
    }
}
