//! HTML tag by tag.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::Flow;
use super::read::{HtmlReader, ReadHtml};
use crate::loss::Losses;
use crate::pictures::Shelf;

/// How many attributes a tag may have.
const MOST_ATTRIBUTES: usize = 1000;

pub(super) fn read(html: &str, flow: Flow, shelf: &mut dyn Shelf, losses: &mut Losses) -> ReadHtml {
    if has_giant_tag(html) {
        losses.dropped(
            "a text",
            format!("a tag in it has more than {MOST_ATTRIBUTES} attributes"),
        );
        return ReadHtml {
            blocks: Vec::new(),
            langs: Vec::new(),
        };
    }
    let tokenizer = Tokenizer::new(
        Sink(RefCell::new(HtmlReader::new(flow, shelf, losses))),
        TokenizerOpts::default(),
    );
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(html));
    // The sink never asks for a pause.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.0.into_inner().finish()
}

/// The tokenizer compares each attribute with those before it.
fn has_giant_tag(html: &str) -> bool {
    let mut quote = None;
    let mut gaps: Option<usize> = None;
    for byte in html.bytes() {
        match (gaps, quote) {
            (None, _) if byte == b'<' => gaps = Some(0),
            (None, _) => {}
            (Some(_), Some(open)) if open == byte => quote = None,
            (Some(_), Some(_)) => {}
            (Some(_), None) if byte == b'>' => gaps = None,
            (Some(n), None) => {
                if matches!(byte, b'"' | b'\'') {
                    quote = Some(byte);
                }
                let is_gap = byte.is_ascii_whitespace() || matches!(byte, b'/' | b'"' | b'\'');
                gaps = Some(n + usize::from(is_gap));
                if n > MOST_ATTRIBUTES {
                    return true;
                }
            }
        }
    }
    false
}

struct Sink<'a>(RefCell<HtmlReader<'a>>);

impl TokenSink for Sink<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                reader.start(&tag);
                return raw_text(&tag.name);
            }
            Token::TagToken(tag) => reader.end(&tag.name),
            Token::CharacterTokens(text) => reader.text(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// What the tokenizer can't know: in some elements tags are plain text.
fn raw_text(name: &str) -> TokenSinkResult<()> {
    match name {
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
            TokenSinkResult::RawData(RawKind::Rawtext)
        }
        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
        _ => TokenSinkResult::Continue,
    }
}
