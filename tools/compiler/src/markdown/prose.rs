//! A stretch of prose inside a line, which knows where each of its parts stands in the source.

use std::ops::Range;

/// Prose put together from pieces: the parser cuts it at every mark, escape and line break.
#[derive(Debug, Default)]
pub(super) struct Prose {
    pub(super) text: String,
    /// For each piece, where it starts in the prose and in the source.
    pieces: Vec<(usize, usize)>,
}

impl Prose {
    pub(super) fn push(&mut self, text: &str, source: usize) {
        self.pieces.push((self.text.len(), source));
        self.text.push_str(text);
    }

    /// Where a byte of the prose stands in the source.
    pub(super) fn source(&self, at: usize) -> usize {
        let n = self.pieces.partition_point(|(start, _)| *start <= at);
        let piece = n.checked_sub(1).and_then(|n| self.pieces.get(n));
        piece.map_or(at, |(start, source)| source + (at - start))
    }
}

/// A mark that was opened and never closed, in the part of the source that came out as prose. One with spaces on both
/// sides, or behind a backslash, is meant as it stands.
pub(super) fn unclosed(source: &str, bytes: Range<usize>) -> Option<Range<usize>> {
    let mark = source
        .as_bytes()
        .get(bytes.start)
        .copied()
        .filter(|byte| b"*`".contains(byte))?;
    let is_mark = |at: usize| source.as_bytes().get(at) == Some(&mark);
    let start = (0..bytes.start)
        .rev()
        .take_while(|&at| is_mark(at))
        .last()
        .unwrap_or(bytes.start);
    let end = (bytes.start..source.len())
        .find(|&at| !is_mark(at))
        .unwrap_or(source.len());
    let before = source
        .get(..start)
        .and_then(|text| text.chars().next_back());
    let after = source.get(end..).and_then(|text| text.chars().next());
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let stands_alone = mark == b'*' && is_space(before) && is_space(after);
    (!stands_alone && before != Some('\\')).then_some(start..end)
}

/// True where the `](` at this byte belongs to a link and not to plain brackets, which have a backslash.
pub(super) fn is_link(source: &str, at: usize) -> bool {
    let is_plain = |at: usize| {
        source
            .get(..at)
            .is_some_and(|before| before.ends_with('\\'))
    };
    let open = source.get(..at).and_then(|before| before.rfind('['));
    !is_plain(at) && open.is_some_and(|open| !is_plain(open))
}
