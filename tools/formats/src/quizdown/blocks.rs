//! The blocks of a Markdown text, with the place of each, and its options.

use std::ops::Range;

use pulldown_cmark::{Event, Options as Extensions, Parser, Tag, TagEnd};

use super::options::Options;
use crate::lines::Lines;

/// A block at the top of a text.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) kind: Kind,
    /// Its source.
    pub(super) range: Range<usize>,
    pub(super) line: usize,
}

#[derive(Debug)]
pub(super) enum Kind {
    /// A heading: where its text stands.
    Heading(Range<usize>),
    Quote,
    List(List),
    Rule,
    Options(Options),
    /// Paragraphs, code, tables and whatever else.
    Text,
}

#[derive(Debug)]
pub(super) struct List {
    pub(super) is_ordered: bool,
    pub(super) items: Vec<Item>,
}

/// An item of a list: its text, the remarks and the lists in it.
#[derive(Debug, Default)]
pub(super) struct Item {
    pub(super) text: Range<usize>,
    pub(super) quotes: Vec<Range<usize>>,
    pub(super) lists: Vec<Range<usize>>,
    pub(super) line: usize,
}

/// A text whose options are cut out; places stay.
pub(super) struct Cut {
    pub(super) text: String,
    options: Vec<(usize, Options)>,
}

/// Cuts options out: what stands between two lines of three hyphens, where that is a map of YAML. Others are rules, and the line under a
/// heading belongs to it.
pub(super) fn cut(text: &str) -> Cut {
    let mut out = String::with_capacity(text.len());
    let mut options = Vec::new();
    let mut kept = 0;
    let mut open: Option<(usize, usize)> = None;
    let mut at = 0;
    let mut is_behind_text = false;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let bare = line.trim_end();
        if bare == "---" {
            match open {
                Some((start, own)) => {
                    let inner = text.get(start + 3..at).unwrap_or_default();
                    if let Some(found) = Options::parse(inner, own) {
                        options.push((start, found));
                        let end = at + line.len();
                        out.push_str(text.get(kept..start).unwrap_or_default());
                        out.extend(
                            text.get(start..end)
                                .unwrap_or_default()
                                .chars()
                                .flat_map(blank),
                        );
                        kept = end;
                        open = None;
                    } else {
                        open = Some((at, number));
                    }
                }
                None if !is_behind_text => open = Some((at, number)),
                None => {}
            }
        }
        is_behind_text = !bare.is_empty() && bare != "---" && !bare.starts_with('#');
        at += line.len();
    }
    out.push_str(text.get(kept..).unwrap_or_default());
    Cut { text: out, options }
}

/// Spaces in place of a sign, as many as it has bytes; ends of lines stay.
fn blank(sign: char) -> impl Iterator<Item = char> {
    let (blank, count) = match sign {
        '\n' => ('\n', 1),
        sign => (' ', sign.len_utf8()),
    };
    std::iter::repeat_n(blank, count)
}

/// The blocks of a text, and its options among them.
pub(super) fn blocks(cut: Cut) -> (String, Vec<Block>) {
    let Cut { text, options } = cut;
    let mut blocks: Vec<Block> = Vec::new();
    let mut reading = Reading::default();
    for (event, range) in Parser::new_ext(&text, Extensions::ENABLE_TABLES).into_offset_iter() {
        if let Some(kind) = reading.take(event, &range) {
            blocks.push(Block {
                kind,
                range: reading.range.clone(),
                line: 0,
            });
        }
    }
    for (at, found) in options {
        blocks.push(Block {
            kind: Kind::Options(found),
            range: at..at,
            line: 0,
        });
    }
    blocks.sort_by_key(|block| block.range.start);
    let lines = Lines::new(&text);
    for block in &mut blocks {
        block.line = lines.of(block.range.start);
        if let Kind::List(list) = &mut block.kind {
            for item in &mut list.items {
                item.line = lines.of(item.text.start);
            }
        }
    }
    (text, blocks)
}

/// What has been read of a block.
#[derive(Debug, Default)]
struct Reading {
    depth: usize,
    /// The source of the block at the top.
    range: Range<usize>,
    /// The text of a heading.
    inner: Option<Range<usize>>,
    list: Option<List>,
}

impl Reading {
    /// Takes the next event; a block that ends with it.
    fn take(&mut self, event: Event<'_>, range: &Range<usize>) -> Option<Kind> {
        match event {
            Event::Start(tag) => {
                if self.depth == 0 {
                    self.range = range.clone();
                    self.inner = None;
                    self.list = None;
                }
                self.start(&tag, range);
                self.depth += 1;
                None
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                (self.depth == 0).then(|| self.end(tag))
            }
            Event::Rule if self.depth == 0 => {
                self.range = range.clone();
                Some(Kind::Rule)
            }
            _ => {
                if self.depth == 1 {
                    let start = self.inner.as_ref().map_or(range.start, |inner| inner.start);
                    self.inner = Some(start..range.end);
                }
                None
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match (self.depth, tag) {
            (0, Tag::List(first)) => {
                self.list = Some(List {
                    is_ordered: first.is_some(),
                    items: Vec::new(),
                });
            }
            (1, Tag::Item) => {
                if let Some(list) = &mut self.list {
                    list.items.push(Item {
                        text: range.clone(),
                        ..Item::default()
                    });
                }
            }
            (2, Tag::BlockQuote(_) | Tag::List(_)) => {
                let list = self.list.as_mut();
                if let Some(item) = list.and_then(|list| list.items.last_mut()) {
                    item.text.end = item.text.end.min(range.start);
                    match tag {
                        Tag::List(_) => item.lists.push(range.clone()),
                        _ => item.quotes.push(range.clone()),
                    }
                }
            }
            (1, _) => {
                let start = self.inner.as_ref().map_or(range.start, |inner| inner.start);
                self.inner = Some(start..range.end);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) -> Kind {
        match tag {
            TagEnd::Heading(_) => Kind::Heading(self.inner.take().unwrap_or(0..0)),
            TagEnd::BlockQuote(_) => Kind::Quote,
            TagEnd::List(_) => self.list.take().map_or(Kind::Text, Kind::List),
            _ => Kind::Text,
        }
    }
}
