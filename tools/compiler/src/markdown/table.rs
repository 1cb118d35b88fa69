//! Tables: a row of headings, a row of dashes, rows of as many cells.

use std::ops::Range;

use jalon_engine::markup::{Block, Line, Table};
use pulldown_cmark::{Alignment, Event, OffsetIter, Tag};

use super::{Blocks, Refusal};
use crate::diagnostic::{Code, Diagnostic};

impl<'a> Blocks<'a> {
    pub(super) fn table(
        &mut self,
        columns: &[Alignment],
        bytes: Range<usize>,
        events: &mut OffsetIter<'a>,
    ) {
        if columns.iter().any(|column| *column != Alignment::None) {
            let help =
                "write |---| without colons: every column starts at the same side as its heading";
            let what = "columns that are set to one side";
            self.refuse(&Refusal { what, help }, self.dashes(bytes.clone()));
        }
        let mut table = Table::default();
        while let Some((event, bytes)) = events.next() {
            match event {
                Event::Start(Tag::TableHead) => {
                    table.head = self.cells(events);
                    if table.head.iter().all(Line::is_blank) {
                        let message = "a table needs headings, which say what its columns are";
                        self.note_table(
                            Code::EmptyText,
                            bytes,
                            message,
                            "name the columns: | Clause | Finding |",
                        );
                    }
                }
                Event::Start(Tag::TableRow) => {
                    let found = self.count(bytes.clone());
                    let cells = self.cells(events);
                    if found == columns.len() {
                        table.rows.push(cells);
                    } else {
                        self.note_uneven(columns.len(), found, bytes);
                    }
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        if table.rows.is_empty() && self.is_bare(&bytes) {
            let message = "a table needs a row under its headings";
            self.note_table(
                Code::EmptyText,
                bytes,
                message,
                "write it: | 9.2 | No audit |",
            );
        }
        self.blocks.push(Block::Table(table));
    }

    fn cells(&mut self, events: &mut OffsetIter<'a>) -> Vec<Line> {
        let mut cells = Vec::new();
        while let Some((event, _)) = events.next() {
            match event {
                Event::Start(Tag::TableCell) => cells.push(self.inline(events, Vec::new())),
                Event::End(_) => break,
                _ => {}
            }
        }
        cells
    }

    /// How many cells are written in a row: Markdown itself drops those beyond the headings, and adds empty ones, without a word.
    fn count(&self, bytes: Range<usize>) -> usize {
        let row = self.raw.text.get(bytes).unwrap_or_default().trim();
        let row = row.strip_prefix('|').unwrap_or(row);
        let mut bars = 0;
        let (mut escaped, mut ends_in_bar) = (false, false);
        for sign in row.chars() {
            ends_in_bar = sign == '|' && !escaped;
            bars += usize::from(ends_in_bar);
            escaped = sign == '\\' && !escaped;
        }
        bars + usize::from(!ends_in_bar)
    }

    /// True where nothing stands under the dashes, not even a row that was refused.
    fn is_bare(&self, bytes: &Range<usize>) -> bool {
        let text = self.raw.text.get(bytes.clone()).unwrap_or_default();
        text.trim_end().lines().count() < 3
    }

    /// The second line of a table.
    fn dashes(&self, bytes: Range<usize>) -> Range<usize> {
        let text = self.raw.text.get(bytes.clone()).unwrap_or_default();
        let from = bytes.start + text.find('\n').map_or(0, |at| at + 1);
        let line = self.raw.text.get(from..bytes.end).unwrap_or_default();
        from..from + line.lines().next().unwrap_or_default().len()
    }

    fn note_uneven(&mut self, expected: usize, found: usize, bytes: Range<usize>) {
        let message =
            format!("expected {expected} cells in a row, as in the headings, found {found}");
        let help = if found > expected {
            "write \\| for a plain |"
        } else {
            "an empty cell is | |; leave an empty line between the table and what follows"
        };
        self.note_table(Code::UnevenTable, bytes, &message, help);
    }

    fn note_table(&mut self, code: Code, bytes: Range<usize>, message: &str, help: &str) {
        let text = self.raw.text.get(bytes.clone()).unwrap_or_default();
        let bytes = bytes.start..bytes.start + text.trim_end().len();
        let problem = Diagnostic::new(code, self.raw.part(bytes), message);
        self.problems.push(problem.help(self.raw.typed(help)));
    }
}
