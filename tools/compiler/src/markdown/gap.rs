//! Gaps in a text: `{{id}}`.

use std::ops::Range;

use jalon_engine::id::GapId;

use crate::diagnostic::{Code, Diagnostic};
use crate::read::{At, Raw, invalid_id};
use jalon_draft::sources::Span;

/// What a text is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// Prose alone; braces are braces.
    Prose,
    /// Prose with gaps.
    Gaps,
}

/// A piece of prose with its place in it.
pub(super) enum Piece<'a> {
    Prose(&'a str, usize),
    /// What is between the braces, with them.
    Gap(Result<GapId, Diagnostic>),
}

const OPEN: &str = "{{";
const CLOSE: &str = "}}";

/// Where gaps are opened, and where each that is closed ends.
fn opened(text: &str) -> impl Iterator<Item = (usize, Option<usize>)> {
    text.match_indices(OPEN).map(move |(open, _)| {
        let inside = text.get(open + OPEN.len()..).unwrap_or_default();
        let close = inside.find(CLOSE).filter(|close| {
            let next = inside.find(OPEN);
            next.is_none_or(|next| next > *close)
        });
        let end = close.map(|close| open + OPEN.len() + close + CLOSE.len());
        (open, end)
    })
}

/// Where gaps are, braces included.
fn found(text: &str) -> Vec<Range<usize>> {
    let gap = |(open, end): (usize, Option<usize>)| Some(open..end?);
    opened(text).filter_map(gap).collect()
}

/// Takes a piece of prose, which starts at this byte of the source, apart at its gaps.
pub(super) fn pieces<'a>(raw: &Raw, text: &'a str, start: usize) -> Vec<Piece<'a>> {
    let mut all = Vec::new();
    let mut from = 0;
    for gap in found(text) {
        all.push(Piece::Prose(
            text.get(from..gap.start).unwrap_or_default(),
            from,
        ));
        from = gap.end;
        let span = raw.part(start + gap.start..start + gap.end);
        all.push(Piece::Gap(gap_of(text.get(gap).unwrap_or_default(), span)));
    }
    all.push(Piece::Prose(text.get(from..).unwrap_or_default(), from));
    all
}

fn gap_of(written: &str, span: Span) -> Result<GapId, Diagnostic> {
    let id = name(written);
    id.parse()
        .map_err(|error| invalid_id(At { value: id, span }, &error))
}

fn name(written: &str) -> &str {
    let inside = written.strip_prefix(OPEN).unwrap_or(written);
    inside.strip_suffix(CLOSE).unwrap_or(inside).trim()
}

/// A gap that is opened and never closed.
pub(super) fn unclosed(raw: &Raw, text: &str, start: usize) -> Option<Diagnostic> {
    let (open, _) = opened(text).find(|(_, end)| end.is_none())?;
    let span = raw.part(start + open..start + open + OPEN.len());
    let problem = Diagnostic::new(Code::BrokenMarkup, span, "a gap is opened and never closed");
    Some(problem.help("write {{its-id}}"))
}

/// Every place of a gap in a text.
pub(crate) fn places(raw: &Raw, id: &str) -> Vec<Span> {
    let all = found(&raw.text).into_iter();
    let own = all.filter(|gap| name(raw.text.get(gap.clone()).unwrap_or_default()) == id);
    own.map(|gap| raw.part(gap)).collect()
}
