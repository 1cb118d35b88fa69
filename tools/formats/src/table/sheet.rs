//! From the text of a file to rows: what stands between cells, which row is the header, and which column holds what.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord, Trim};

use super::cells::{Decimals, unprotected};
use super::columns::{Column, Field};
use crate::input::{Input, Refusal};
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::markdown;
use crate::text::short;

/// The most rows that are read; ten times as many as a large bank has.
const MAX_ROWS: usize = 500_000;

/// The most columns that are looked at.
const MAX_COLUMNS: usize = 1000;

/// In how many of the first rows a header may stand: some templates begin with a title and advice.
const HEADER_WITHIN: usize = 20;

/// How much of a file is looked at to find the header, in bytes.
const LOOK: usize = 256 << 10;

/// What a cell of text holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Markup {
    /// The Markdown of a bank, in columns named as ours are.
    Markdown,
    /// Plain text, in the columns of other tools.
    Plain,
}

/// Whether a text may have paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    Blocks,
    Line,
}

/// The header of a table: what each column holds.
#[derive(Debug, Default)]
pub(super) struct Header {
    /// The names as they stand, with what each is known as.
    names: Vec<(String, Option<(Column, Markup)>)>,
    places: HashMap<Column, usize>,
    /// The languages of the texts, in the order of their columns.
    pub(super) langs: Vec<String>,
    /// The highest number of each field, by gap.
    most: HashMap<(u16, Field), u16>,
    gaps: u16,
    /// Whether a number in the column of the right answer is always a place.
    counts: bool,
}

/// What stands in headers of Kahoot, Blooket and Quizizz, whose right answers are numbers of choices.
const COUNTING: [&str; 3] = ["choose at least one", "answer #", "time in seconds"];

impl Header {
    fn of(record: &StringRecord) -> Self {
        let mut header = Self::default();
        for (at, name) in record.iter().take(MAX_COLUMNS).enumerate() {
            let ours = Column::ours(name).map(|column| (column, Markup::Markdown));
            let known = ours.or_else(|| Column::theirs(name).map(|column| (column, Markup::Plain)));
            let known = known.filter(|(column, _)| !header.places.contains_key(column));
            if let Some((column, _)) = known {
                header.add(column, at);
            }
            let lower = name.to_lowercase();
            header.counts |= COUNTING.iter().any(|mark| lower.contains(mark));
            header.names.push((name.trim().to_owned(), known));
        }
        header
    }

    fn add(&mut self, column: Column, at: usize) {
        self.places.insert(column, at);
        let (gap, number) = column.numbers();
        let most = self.most.entry((gap, column.field())).or_default();
        *most = number.max(*most);
        self.gaps = self.gaps.max(gap);
        let lang = column.spoken();
        if let Some(lang) = lang.filter(|lang| self.langs.iter().all(|own| own != lang)) {
            self.langs.push(lang.to_owned());
        }
    }

    fn known(&self) -> usize {
        self.places.len()
    }

    fn has(&self, fields: &[Field]) -> bool {
        self.places
            .keys()
            .any(|column| fields.contains(&column.field()))
    }

    /// True for what can't be but a table of questions: something is asked, and something is right.
    fn is_of_questions(&self) -> bool {
        let answers = [
            Field::Choice,
            Field::Correct,
            Field::Accept,
            Field::Items,
            Field::Kind,
            Field::Incorrect,
            Field::Text,
        ];
        self.has(&[Field::Prompt]) && self.has(&answers)
    }
}

/// A row of a table.
#[derive(Debug)]
pub(super) struct Row<'a> {
    header: &'a Header,
    record: &'a StringRecord,
    /// Where it starts in the file.
    pub(super) line: usize,
    pub(super) decimals: Decimals,
}

impl Row<'_> {
    /// What stands in a column; nothing where it is empty.
    pub(super) fn cell(&self, column: Column) -> Option<&str> {
        let at = self.header.places.get(&column)?;
        let cell = unprotected(self.record.get(*at)?);
        (!cell.is_empty()).then_some(cell)
    }

    /// What stands in a column that exists once.
    pub(super) fn get(&self, field: Field) -> Option<&str> {
        self.cell(Column::of(field))
    }

    /// A text as Markdown.
    pub(super) fn text(&self, column: Column, flow: Flow, losses: &mut Losses) -> Option<String> {
        let cell = self.cell(column)?;
        let at = self.header.places.get(&column)?;
        let known = self.header.names.get(*at)?.1?;
        let text = marked_up(cell, known.1, flow);
        if flow == Flow::Line && text.contains('\n') {
            losses.changed(
                format!("the lines of “{}”", short(cell)),
                "it is on one line here",
            );
            return Some(text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        Some(text)
    }

    /// A text in a list as Markdown of one line.
    pub(super) fn part(&self, column: Column, text: &str) -> String {
        let at = self.header.places.get(&column);
        let known = at
            .and_then(|at| self.header.names.get(*at))
            .and_then(|name| name.1);
        marked_up(
            text,
            known.map_or(Markup::Markdown, |known| known.1),
            Flow::Line,
        )
    }

    /// The languages of the table's texts.
    pub(super) fn langs(&self) -> &[String] {
        &self.header.langs
    }

    /// The highest number that a column of these fields has.
    pub(super) fn most(&self, gap: u16, fields: &[Field]) -> u16 {
        let most = fields
            .iter()
            .filter_map(|field| self.header.most.get(&(gap, *field)));
        most.copied().max().unwrap_or(0)
    }

    /// Whether a number in the column of the right answer is always a place.
    pub(super) fn counts(&self) -> bool {
        self.header.counts
    }

    /// The highest number of a gap.
    pub(super) fn gaps(&self) -> u16 {
        self.header.gaps
    }

    fn is_empty(&self) -> bool {
        self.record.iter().all(|cell| cell.trim().is_empty())
    }
}

fn marked_up(cell: &str, markup: Markup, flow: Flow) -> String {
    match (markup, flow) {
        (Markup::Markdown, _) => cell.to_owned(),
        (Markup::Plain, Flow::Line) => markdown::escape(cell),
        // Every line of a cell is a paragraph.
        (Markup::Plain, Flow::Blocks) => {
            let lines = cell.lines().map(str::trim).filter(|line| !line.is_empty());
            lines.map(markdown::escape).collect::<Vec<_>>().join("\n\n")
        }
    }
}

/// Where the table of a text begins, and how it is cut.
#[derive(Debug)]
struct Layout {
    delimiter: u8,
    header: Header,
    /// The line of the header.
    line: usize,
    /// The records up to it and with it.
    before: usize,
    /// Where the first record starts: behind a line that names the delimiter.
    start: usize,
}

/// What stands between the cells of a table of questions; `None` for any other text.
pub(super) fn delimiter(text: &str) -> Option<u8> {
    layout(text)
        .filter(|layout| layout.header.is_of_questions())
        .map(|layout| layout.delimiter)
}

/// Goes through the rows of a table. Ends of lines are those of Unix in `text`.
pub(super) fn rows(
    input: &Input<'_>,
    text: &str,
    losses: &mut Losses,
    mut each: impl FnMut(&Row<'_>, &mut Losses),
) -> Result<Vec<String>, Refusal> {
    let Some(layout) = layout(text).filter(|layout| layout.header.is_of_questions()) else {
        return Err(no_header(input, text));
    };
    let Layout {
        header, delimiter, ..
    } = &layout;
    let mut lost = vec![0_usize; header.names.len()];
    let decimals = match delimiter {
        b';' => Decimals::Comma,
        _ => Decimals::Unknown,
    };
    let mut records = Records::new(text, layout.start, *delimiter);
    let mut count = 0;
    let mut last = 0;
    while let Some((line, record)) = records.next() {
        count += 1;
        if count > MAX_ROWS {
            let why = format!("the table has more than {MAX_ROWS} rows");
            return Err(input.refuse(line, why, "split it"));
        }
        let row = Row {
            header,
            record,
            line,
            decimals,
        };
        if count == layout.before || row.is_empty() {
            continue;
        }
        losses.at(input.line(line), None);
        if count < layout.before {
            let found: Vec<&str> = record
                .iter()
                .map(str::trim)
                .filter(|cell| !cell.is_empty())
                .collect();
            losses.dropped(
                format!("“{}”", short(&found.join(" "))),
                "it is above the header",
            );
            continue;
        }
        note_shape(record, header, &mut lost, losses);
        each(&row, losses);
        last = line;
    }
    if records.is_open() {
        losses.at(input.line(last), None);
        losses.changed(
            "the last row",
            "a quotation mark is opened in it and never closed, so that one cell holds all that follows: close it",
        );
    }
    note_columns(input, &layout, &lost, losses);
    Ok(layout.header.langs)
}

/// Cells beyond the header, and how often each column that is not known holds something.
fn note_shape(record: &StringRecord, header: &Header, lost: &mut [usize], losses: &mut Losses) {
    let width = header.names.len();
    for ((_, known), (cell, lost)) in header.names.iter().zip(record.iter().zip(lost)) {
        *lost += usize::from(known.is_none() && !cell.trim().is_empty());
    }
    let beyond: Vec<&str> = record
        .iter()
        .skip(width)
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    if !beyond.is_empty() {
        losses.dropped(
            format!("“{}”", short(&beyond.join("”, “"))),
            format!("the row has more cells than the header, which has {width}: are the quotation marks of a cell missing?"),
        );
    }
    if record.len() < width {
        losses.guessed(
            format!("the last {} cells", width - record.len()),
            format!(
                "the row has {} of {width} cells; those that are missing count as empty",
                record.len()
            ),
        );
    }
}

fn note_columns(input: &Input<'_>, layout: &Layout, lost: &[usize], losses: &mut Losses) {
    losses.at(input.line(layout.line), None);
    for ((name, known), lost) in layout.header.names.iter().zip(lost) {
        if known.is_some() || *lost == 0 {
            continue;
        }
        let cells = if *lost == 1 {
            "1 cell".to_owned()
        } else {
            format!("{lost} cells")
        };
        let twice = Column::ours(name).or_else(|| Column::theirs(name));
        let why = match twice {
            Some(column) => format!("another column has `{}` already; {cells}", column.name()),
            None => format!("it isn't a known column; {cells}"),
        };
        losses.dropped(format!("the column “{}”", short(name)), why);
    }
}

fn no_header(input: &Input<'_>, text: &str) -> Refusal {
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let why = format!(
        "expected a header among the first {HEADER_WITHIN} rows, which names a column for the prompt and one for the right answer; found “{}”",
        short(first)
    );
    input.refuse(
        1,
        why,
        "write as first line: id,kind,prompt_en,choice_1_en,choice_2_en,choice_3_en,correct,explanation_en",
    )
}

/// The delimiter under which most columns of a header are known.
fn layout(text: &str) -> Option<Layout> {
    let (start, named) = separator_line(text);
    let mut end = text.len().min(start + LOOK);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let look = text.get(..end)?;
    let all = [b',', b';', b'\t'];
    let tried = all
        .iter()
        .filter(|own| named.is_none_or(|named| named == **own))
        .copied();
    let named = named.into_iter().filter(|named| !all.contains(named));
    let layouts = tried
        .chain(named)
        .filter_map(|delimiter| header_under(look, start, delimiter));
    // The first of the best, which is the comma where nothing tells.
    layouts.reduce(|best, other| {
        let is_better = other.header.known() > best.header.known();
        if is_better { other } else { best }
    })
}

fn header_under(text: &str, start: usize, delimiter: u8) -> Option<Layout> {
    let mut records = Records::new(text, start, delimiter);
    (1..=HEADER_WITHIN).find_map(|before| {
        let (line, record) = records.next()?;
        let header = Header::of(record);
        header.is_of_questions().then_some(Layout {
            delimiter,
            header,
            line,
            before,
            start,
        })
    })
}

/// `sep=;`, which Excel writes and reads: where the next line starts, and the delimiter.
fn separator_line(text: &str) -> (usize, Option<u8>) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let bare = first.trim_matches(['"', ' ', '\u{feff}']);
    let named = bare
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("sep="));
    match (named, bare.as_bytes().get(4..)) {
        (Some(_), Some([delimiter, ..])) if delimiter.is_ascii() => {
            (text.len() - rest.len(), Some(*delimiter))
        }
        (Some(_), Some([])) if first.ends_with('\t') => (text.len() - rest.len(), Some(b'\t')),
        _ => (0, None),
    }
}

/// The records of a text with the lines on which they start.
struct Records<'a> {
    text: &'a str,
    reader: csv::Reader<&'a [u8]>,
    record: StringRecord,
    /// Where the reader's text starts in the whole one.
    start: usize,
    /// Up to where lines are counted.
    counted: usize,
    line: usize,
    /// Where the last record started.
    last: usize,
    /// Whether a cell of it has several lines.
    is_tall: bool,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, start: usize, delimiter: u8) -> Self {
        let part = text.get(start..).unwrap_or_default();
        let mut builder = ReaderBuilder::new();
        builder
            .has_headers(false)
            .flexible(true)
            .trim(Trim::None)
            .delimiter(delimiter);
        Self {
            text,
            reader: builder.from_reader(part.as_bytes()),
            record: StringRecord::new(),
            start,
            counted: 0,
            line: 1,
            last: start,
            is_tall: false,
        }
    }

    fn next(&mut self) -> Option<(usize, &StringRecord)> {
        // The text is UTF-8 and rows may have any length, so that nothing can fail.
        if !self.reader.read_record(&mut self.record).unwrap_or(false) {
            return None;
        }
        let at = self.record.position().map_or(0, csv::Position::byte);
        let mut at = self.start + usize::try_from(at).unwrap_or(0);
        // Empty lines are no records.
        let bytes = self.text.as_bytes();
        while bytes.get(at) == Some(&b'\n') {
            at += 1;
        }
        let passed = bytes.get(self.counted..at).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        (self.counted, self.last) = (at, at);
        self.is_tall = self.record.iter().any(|cell| cell.contains('\n'));
        Some((self.line, &self.record))
    }

    /// True where the last record has a quotation mark that is never closed.
    fn is_open(&self) -> bool {
        let last = self.text.get(self.last..).unwrap_or_default();
        self.is_tall && last.matches('"').count() % 2 == 1
    }
}

/// The languages of a header that names none are unknown.
pub(super) fn or_unknown(langs: Vec<String>) -> Vec<String> {
    if langs.is_empty() {
        vec![UNDETERMINED.to_owned()]
    } else {
        langs
    }
}
