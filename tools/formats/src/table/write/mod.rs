//! From rows to the bytes of a table.

pub(super) mod kinds;
mod typed;

use std::collections::BTreeSet;

use jalon_draft::Draft;

use super::cells::protected;
use super::columns::Column;
use super::line::Line;
use super::rows::rows;
use crate::loss::Losses;

/// The byte order mark, without which Excel takes UTF-8 for something else.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// A table of everything that a draft says in rows: UTF-8 with a byte order mark, quoted where it has to be.
pub(crate) fn write(draft: &Draft, delimiter: u8) -> Vec<(String, Vec<u8>)> {
    let lines = rows(draft, &mut Losses::default());
    let name = if draft.bank.id.is_empty() {
        "questions"
    } else {
        draft.bank.id.as_str()
    };
    let extension = if delimiter == b'\t' { "tsv" } else { "csv" };
    vec![(
        format!("{name}.{extension}"),
        bytes(&lines, &draft.bank.languages, delimiter),
    )]
}

pub(super) fn bytes(lines: &[Line], langs: &[String], delimiter: u8) -> Vec<u8> {
    let columns: BTreeSet<Column> = lines
        .iter()
        .flat_map(|line| line.0.keys().copied())
        .collect();
    let mut columns: Vec<Column> = columns.into_iter().collect();
    let place = |column: &Column| {
        let lang = column
            .spoken()
            .and_then(|lang| langs.iter().position(|own| own == lang));
        (column.rank(), column.spoken().is_some(), lang)
    };
    columns.sort_by_key(place);
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(MARK.to_vec());
    // Into memory, and with as many cells in each row: nothing can fail.
    let _ = writer.write_record(columns.iter().map(|column| column.name()));
    for line in lines {
        let cell = |column: &Column| {
            line.0
                .get(column)
                .map(|text| protected(text))
                .unwrap_or_default()
        };
        let _ = writer.write_record(columns.iter().map(cell));
    }
    writer.into_inner().unwrap_or_default()
}
