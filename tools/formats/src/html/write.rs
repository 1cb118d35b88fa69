//! From blocks to Markdown, for the readers of one language.

use super::Flow;
use super::block::{Block, Kind, Piece, Run};
use super::inline;
use crate::loss::Losses;

pub(super) fn markdown(blocks: &[Block], lang: &str, flow: Flow, losses: &mut Losses) -> String {
    let blocks: Vec<Block> = blocks.iter().map(|block| block.only(lang)).collect();
    match flow {
        Flow::Blocks => all(&blocks, losses),
        Flow::Line => line(&blocks, losses),
    }
}

/// Everything on one line.
fn line(blocks: &[Block], losses: &mut Losses) -> String {
    let mut runs: Vec<Run> = Vec::new();
    let mut several = false;
    for block in blocks.iter().filter(|block| !block.is_blank()) {
        if let Some(last) = runs.last() {
            several = true;
            let mut style = last.style.clone();
            style.code = false;
            let piece = Piece::Text(" ".to_owned());
            runs.push(Run { piece, style });
        }
        runs.extend(block.runs.iter().cloned().map(|mut run| {
            run.style.code |= block.kind == Kind::Code;
            run
        }));
    }
    if several {
        losses.changed(
            "a text of several paragraphs or items",
            "texts of this kind have one line; they follow one another on it",
        );
    }
    inline::markdown(&runs, false, losses)
}

fn all(blocks: &[Block], losses: &mut Losses) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = blocks;
    let mut last_list: Option<(bool, bool)> = None;
    while let Some((first, after)) = rest.split_first() {
        let same = 1 + after
            .iter()
            .take_while(|block| belongs(first.kind, block.kind))
            .count();
        let (group, after) = rest.split_at(same.min(rest.len()));
        rest = after;
        let (part, list) = match first.kind {
            Kind::Paragraph => (inline::markdown(&first.runs, false, losses), None),
            Kind::Code => (code(first), None),
            Kind::Item { ordered, .. } => {
                let other = last_list.is_some_and(|(own, other)| own == ordered && !other);
                (list(group, ordered, other, losses), Some((ordered, other)))
            }
            Kind::Cell { .. } => (table(group, losses), None),
        };
        if !part.is_empty() {
            parts.push(part);
            last_list = list;
        }
    }
    parts.join("\n\n")
}

/// True where two blocks are parts of one list or table.
fn belongs(first: Kind, next: Kind) -> bool {
    match (first, next) {
        (Kind::Item { list, .. }, Kind::Item { list: own, .. }) => list == own,
        (Kind::Cell { table, .. }, Kind::Cell { table: own, .. }) => table == own,
        _ => false,
    }
}

fn code(block: &Block) -> String {
    let mut text = String::new();
    for run in &block.runs {
        if let Piece::Text(own) = &run.piece {
            text.push_str(own);
        }
    }
    let text = text.strip_prefix('\n').unwrap_or(&text).trim_end();
    if text.trim().is_empty() {
        return String::new();
    }
    let fence = "`".repeat(inline::longest_ticks(text).max(2) + 1);
    format!("{fence}\n{text}\n{fence}")
}

/// A list; one that follows another of its kind has the other sign, or both would be one.
fn list(items: &[Block], ordered: bool, other: bool, losses: &mut Losses) -> String {
    let mut lines = Vec::new();
    for item in items.iter().filter(|item| !item.is_blank()) {
        let sign = match (ordered, other) {
            (true, false) => format!("{}.", lines.len() + 1),
            (true, true) => format!("{})", lines.len() + 1),
            (false, false) => "-".to_owned(),
            (false, true) => "*".to_owned(),
        };
        lines.push(format!(
            "{sign} {}",
            inline::markdown(&item.runs, false, losses)
        ));
    }
    lines.join("\n")
}

/// A table as rows of bars. One without headings takes its first row for them; one of a single row is a paragraph.
fn table(cells: &[Block], losses: &mut Losses) -> String {
    let mut rows: Vec<(bool, Vec<String>)> = Vec::new();
    let mut at = None;
    for cell in cells {
        let Kind::Cell { row, heading, .. } = cell.kind else {
            continue;
        };
        if at != Some(row) {
            at = Some(row);
            rows.push((true, Vec::new()));
        }
        if let Some((is_head, row)) = rows.last_mut() {
            *is_head &= heading;
            row.push(inline::markdown(&cell.runs, true, losses));
        }
    }
    rows.retain(|(_, row)| row.iter().any(|cell| !cell.is_empty()));
    let Some((has_head, _)) = rows.first() else {
        return String::new();
    };
    if rows.len() == 1 {
        losses.changed("a table of one row", "it is now a paragraph");
        let cells = rows.into_iter().flat_map(|(_, row)| row);
        return cells
            .filter(|cell| !cell.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
    }
    if !has_head {
        losses.changed(
            "a table without headings",
            "a bank's tables need a row of headings; the first row was taken",
        );
    }
    let width = rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
    let mut lines = Vec::new();
    for (_, mut row) in rows {
        row.resize(width, String::new());
        lines.push(format!("| {} |", row.join(" | ")));
        if lines.len() == 1 {
            lines.push(format!("|{}", " --- |".repeat(width)));
        }
    }
    lines.join("\n")
}
