//! The links of a bank's texts, where their authors wrote them.

use std::ops::Range;

use super::AskedBank;
use jalon_draft::sources::Span;

/// A link, `[words](address)`; pictures are none.
pub(super) struct Link<'a> {
    /// What learners read of it.
    pub(super) words: &'a str,
    pub(super) address: &'a str,
    /// Where the address stands.
    pub(super) at: Span,
    /// The text that it is part of, by where that starts; unlike for links of different texts.
    pub(super) text: Span,
}

/// Every link of a bank, file by file.
pub(super) fn links<'a>(bank: &AskedBank<'a>) -> Vec<Link<'a>> {
    let mut links = Vec::new();
    for (file, source) in &bank.texts {
        let text = source.text();
        let span = |bytes| Span::new(*file, bytes);
        let mut quotes = Quotes::default();
        for (at, _) in text.match_indices("](") {
            quotes.read_up_to(at, text);
            let Some(found) = link(text, at) else {
                continue;
            };
            links.push(Link {
                words: text.get(found.words).unwrap_or_default(),
                address: text.get(found.address.clone()).unwrap_or_default(),
                at: span(found.address),
                text: span(quotes.opened.map_or(found.line, |(start, _)| start)..at),
            });
        }
    }
    links
}

/// Which text of several lines is open, if one is.
#[derive(Default)]
struct Quotes {
    read: usize,
    /// Where it starts, and the marks that end it.
    opened: Option<(usize, &'static str)>,
}

impl Quotes {
    fn read_up_to(&mut self, at: usize, text: &str) {
        while let Some(rest) = text.get(self.read..at) {
            let ends = self.opened.map(|(_, mark)| mark);
            let marks = ["\"\"\"", "'''"]
                .into_iter()
                .filter(|mark| ends.is_none_or(|end| end == *mark));
            let next = marks
                .filter_map(|mark| Some((rest.find(mark)?, mark)))
                .min();
            let Some((found, mark)) = next else { break };
            self.opened = match self.opened {
                Some(_) => None,
                None => Some((self.read + found, mark)),
            };
            self.read += found + mark.len();
        }
        self.read = self.read.max(at);
    }
}

struct Found {
    /// Where its line starts.
    line: usize,
    words: Range<usize>,
    address: Range<usize>,
}

/// The link whose words end at `at`, unless it is a picture or stands in a comment.
fn link(text: &str, at: usize) -> Option<Found> {
    let line = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let before = text.get(line..at)?;
    if before.trim_start().starts_with('#') {
        return None;
    }
    let open = line + before.rfind('[')?;
    if text.get(..open)?.ends_with(['!', '\\']) {
        return None;
    }
    let start = at + 2;
    let end = start + text.get(start..)?.find([')', '\n'])?;
    Some(Found {
        line,
        words: open + 1..at,
        address: start..end,
    })
}
