//! What is marked up in a text: emphasis, code, links, pictures.

use jalon_engine::markup::{Block, Line, Span};

use super::{Text, Tree};

/// The marks of a text.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    /// How often something is emphasised or strong.
    pub(crate) stressed: usize,
    /// What is set as code.
    pub(crate) codes: Vec<String>,
    /// Where links point.
    pub(crate) links: Vec<String>,
    /// Which pictures are shown.
    pub(crate) pictures: Vec<String>,
    /// The words that are neither stressed nor code.
    pub(crate) rest: String,
}

impl Marks {
    /// Those of a text.
    pub(crate) fn of(text: &Text<'_>) -> Self {
        let mut marks = Self::default();
        match text.tree {
            Tree::Blocks(markup) => markup.0.iter().for_each(|block| marks.block(block)),
            Tree::Line(line) => marks.line(line),
            Tree::Words(words) => marks.rest.push_str(words),
        }
        marks
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(line) => self.line(line),
            Block::Bullets(lines) | Block::Steps(lines) => {
                lines.iter().for_each(|line| self.line(line))
            }
            Block::Code(code) => self.codes.push(code.clone()),
            Block::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.for_each(|line| self.line(line));
            }
        }
        self.rest.push('\n');
    }

    fn line(&mut self, line: &Line) {
        for span in line.0.iter() {
            match span {
                Span::Text(text) => self.rest.push_str(text),
                Span::Emphasis(_) | Span::Strong(_) => self.stressed += 1,
                Span::Code(code) => self.codes.push(code.clone()),
                Span::Link(address, line) => {
                    self.links.push(address.as_str().to_owned());
                    self.line(line);
                }
                Span::Image(address, _) => self.pictures.push(address.as_str().to_owned()),
                Span::Gap(_) => self.rest.push('…'),
            }
        }
        self.rest.push(' ');
    }
}

/// True where a text can have marks: most have none, and need no second look.
pub(crate) fn may_have(text: &Text<'_>) -> bool {
    let mut bytes = text.raw.text.bytes();
    bytes.any(|byte| matches!(byte, b'*' | b'_' | b'`' | b'['))
}
