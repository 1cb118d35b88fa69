//! What stands in a line: prose, emphasis, code, links, pictures.

use std::ops::Range;

use jalon_engine::id::GapId;
use jalon_engine::lang::Lang;
use jalon_engine::markup::{Address, Line, Span};
use pulldown_cmark::{CowStr, Event, LinkType, Tag};

use super::gap::{self, Piece, Takes};
use super::prose::{Prose, is_link, unclosed};
use super::{Refusal, refused};
use crate::diagnostic::{Code, Diagnostic};
use crate::read::Raw;
use crate::typography::{self, Around};

/// Deeper than any text needs, and shallow enough for everyone who walks the tree.
const DEEPEST: usize = 8;

/// A line in the making, flat, so that typography sees what stands beside each stretch of prose.
pub(super) struct Inline<'a> {
    raw: &'a Raw,
    lang: &'a Lang,
    takes: Takes,
    problems: &'a mut Vec<Diagnostic>,
    tokens: Vec<Token>,
    depth: usize,
}

enum Token {
    Prose(Prose),
    Code(String),
    Gap(GapId),
    Open(Frame),
    Close,
}

/// What is open.
enum Frame {
    Emphasis,
    Strong,
    /// The address is `None` where it was refused.
    Link(Option<Address>),
    Image(Option<Address>, Range<usize>),
    /// Too deep: what is in it stays, without the stress.
    Flat,
}

impl<'a> Inline<'a> {
    pub(super) fn new(
        raw: &'a Raw,
        lang: &'a Lang,
        takes: Takes,
        problems: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            raw,
            lang,
            takes,
            problems,
            tokens: Vec::new(),
            depth: 0,
        }
    }

    pub(super) fn refuse(&mut self, refusal: &Refusal, bytes: Range<usize>) {
        self.problems.push(refused(self.raw, refusal, bytes));
    }

    fn note(&mut self, code: Code, bytes: Range<usize>, message: &str, help: &str) {
        self.problems
            .push(Diagnostic::new(code, self.raw.part(bytes), message).help(self.raw.typed(help)));
    }

    pub(super) fn push(&mut self, event: Event<'_>, bytes: Range<usize>) {
        match event {
            Event::Text(text) => self.prose(&text, bytes),
            Event::SoftBreak => self.prose(" ", bytes),
            Event::Code(code) => self.tokens.push(Token::Code(code.into_string())),
            Event::Start(tag) => self.open(tag, bytes),
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                self.tokens.push(Token::Close);
            }
            Event::HardBreak => {
                self.prose(" ", bytes.clone());
                let help = "leave an empty line to start a new paragraph, or take away the spaces at the line's end";
                self.refuse(
                    &Refusal {
                        what: "a line break inside a paragraph",
                        help,
                    },
                    bytes,
                );
            }
            Event::InlineHtml(_) | Event::Html(_) => {
                let help = "write \\< for a plain <; *emphasis*, **strong** and `code` are there for the rest";
                self.refuse(&Refusal { what: "HTML", help }, bytes);
            }
            _ => {}
        }
    }

    fn prose(&mut self, text: &str, bytes: Range<usize>) {
        self.find_unclosed(bytes.clone());
        if self.takes == Takes::Prose {
            return self.plain(text, bytes);
        }
        self.problems
            .extend(gap::unclosed(self.raw, text, bytes.start));
        for piece in gap::pieces(self.raw, text, bytes.start) {
            match piece {
                Piece::Prose("", _) => {}
                Piece::Prose(text, at) => self.plain(text, bytes.start + at..bytes.end),
                Piece::Gap(Ok(id)) => self.tokens.push(Token::Gap(id)),
                Piece::Gap(Err(problem)) => self.problems.push(problem),
            }
        }
    }

    fn plain(&mut self, text: &str, bytes: Range<usize>) {
        if let Some(Token::Prose(prose)) = self.tokens.last_mut() {
            prose.push(text, bytes.start);
        } else {
            let mut prose = Prose::default();
            prose.push(text, bytes.start);
            self.tokens.push(Token::Prose(prose));
        }
    }

    fn find_unclosed(&mut self, bytes: Range<usize>) {
        let Some(mark) = unclosed(&self.raw.text, bytes) else {
            return;
        };
        let written = self.raw.text.get(mark.clone()).unwrap_or_default();
        let (what, plain) = match written {
            mark if mark.starts_with('`') => ("a backtick".to_owned(), "\\`"),
            mark => (format!("`{mark}`"), "\\*"),
        };
        let message = format!("{what} is opened and never closed, or the reverse");
        let help = format!(
            "put it right before the first word and right after the last one; write {} for a plain one",
            self.raw.typed(plain)
        );
        let span = self.raw.part(mark);
        let again = self
            .problems
            .last()
            .is_some_and(|last| last.span == span && last.code == Code::BrokenMarkup);
        if !again {
            self.problems
                .push(Diagnostic::new(Code::BrokenMarkup, span, message).help(help));
        }
    }

    fn open(&mut self, tag: Tag<'_>, bytes: Range<usize>) {
        self.depth += 1;
        let frame = match tag {
            _ if self.depth > DEEPEST => {
                let help = "a word needs one kind of stress at most";
                self.refuse(
                    &Refusal {
                        what: "so many marks inside one another",
                        help,
                    },
                    bytes,
                );
                Frame::Flat
            }
            Tag::Emphasis => Frame::Emphasis,
            Tag::Strong => Frame::Strong,
            Tag::Link {
                link_type: LinkType::Email,
                ..
            } => {
                let help = "write [words](mailto:someone@example.org)";
                self.refuse(
                    &Refusal {
                        what: "a bare e-mail address as a link",
                        help,
                    },
                    bytes,
                );
                Frame::Flat
            }
            Tag::Link {
                dest_url, title, ..
            } => Frame::Link(self.address(dest_url, &title, bytes)),
            Tag::Image {
                dest_url, title, ..
            } => Frame::Image(self.address(dest_url, &title, bytes.clone()), bytes),
            _ => Frame::Flat,
        };
        self.tokens.push(Token::Open(frame));
    }

    fn address(&mut self, url: CowStr<'_>, title: &str, bytes: Range<usize>) -> Option<Address> {
        if !title.is_empty() {
            let help = "leave the words in quotes behind the address out";
            self.refuse(
                &Refusal {
                    what: "a title on a link or a picture",
                    help,
                },
                bytes.clone(),
            );
        }
        let url = url.into_string();
        let found = format!("`{url}` is no address that a text may have");
        let address = Address::try_from(url);
        if let Err(error) = &address {
            self.note(Code::InvalidAddress, bytes, &found, &error.to_string());
        }
        address.ok()
    }

    /// The finished line.
    pub(super) fn finish(mut self) -> Line {
        self.find_unclosed_links();
        self.typeset();
        self.tree()
    }

    /// `[words](address` without its last bracket comes out as prose.
    fn find_unclosed_links(&mut self) {
        let prose = self.tokens.iter().filter_map(|token| match token {
            Token::Prose(prose) => Some(prose),
            _ => None,
        });
        let found: Vec<Range<usize>> = prose
            .flat_map(|prose| {
                prose
                    .text
                    .match_indices("](")
                    .map(|(at, _)| prose.source(at))
            })
            .filter(|&at| is_link(&self.raw.text, at))
            .map(|at| at..at + 2)
            .collect();
        for bytes in found {
            let help =
                "write [words](address), without spaces in the address, or \\[ for a plain bracket";
            self.note(Code::BrokenMarkup, bytes, "this link is not complete", help);
        }
    }

    fn typeset(&mut self) {
        for n in 0..self.tokens.len() {
            let around = Around {
                before: self.char_before(n),
                after: self.char_after(n),
            };
            let Some(Token::Prose(prose)) = self.tokens.get_mut(n) else {
                continue;
            };
            let set = typography::set(&prose.text, self.lang, around);
            for at in set.gaps {
                self.problems
                    .push(typography::gap(self.raw, prose.source(at)));
            }
            // Nobody asks for places any more.
            prose.text = set.text;
        }
    }

    fn char_before(&self, n: usize) -> Option<char> {
        self.tokens
            .iter()
            .take(n)
            .rev()
            .find_map(|token| match token {
                Token::Prose(Prose { text, .. }) | Token::Code(text) => text.chars().next_back(),
                // As good as a word.
                Token::Gap(_) => Some('x'),
                Token::Open(_) | Token::Close => None,
            })
    }

    fn char_after(&self, n: usize) -> Option<char> {
        self.tokens
            .iter()
            .skip(n + 1)
            .find_map(|token| match token {
                Token::Prose(Prose { text, .. }) | Token::Code(text) => text.chars().next(),
                Token::Gap(_) => Some('x'),
                Token::Open(_) | Token::Close => None,
            })
    }

    fn tree(mut self) -> Line {
        let mut open: Vec<(Frame, Vec<Span>)> = Vec::new();
        let mut line = Vec::new();
        for token in std::mem::take(&mut self.tokens) {
            match token {
                Token::Prose(prose) => line.push(Span::Text(prose.text)),
                Token::Code(code) => line.push(Span::Code(code)),
                Token::Gap(id) => line.push(Span::Gap(id)),
                Token::Open(frame) => open.push((frame, std::mem::take(&mut line))),
                Token::Close => {
                    if let Some((frame, outer)) = open.pop() {
                        let inner = std::mem::replace(&mut line, outer);
                        self.close(frame, inner, &mut line);
                    }
                }
            }
        }
        line.into()
    }

    fn close(&mut self, frame: Frame, inner: Vec<Span>, line: &mut Vec<Span>) {
        match frame {
            Frame::Emphasis => line.push(Span::Emphasis(inner.into())),
            Frame::Strong => line.push(Span::Strong(inner.into())),
            Frame::Link(Some(address)) => line.push(Span::Link(address, inner.into())),
            Frame::Image(address, bytes) => {
                let shown = Line::from(inner).to_plain();
                if shown.trim().is_empty() {
                    let help = "say between the brackets what the picture shows: ![a locked door](door.svg)";
                    self.note(
                        Code::EmptyText,
                        bytes,
                        "a picture needs words for those who don't see it",
                        help,
                    );
                }
                line.extend(address.map(|address| Span::Image(address, shown)));
            }
            Frame::Link(None) | Frame::Flat => line.extend(inner),
        }
    }
}
