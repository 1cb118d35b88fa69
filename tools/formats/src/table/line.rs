//! A row to be written.

use std::collections::BTreeMap;

use jalon_draft::Texts;

use super::cells::joined;
use super::columns::{Column, Field};
use super::kind::Kind;
use super::settings::worded;

/// The cells of a row.
#[derive(Debug, Default)]
pub(super) struct Line(pub(super) BTreeMap<Column, String>);

impl Line {
    pub(super) fn of(kind: Kind) -> Self {
        let mut line = Self::default();
        line.put(Field::Kind, kind.word());
        line
    }

    /// Fills a cell; nothing stands in it for an empty text.
    pub(super) fn put(&mut self, field: Field, text: &str) {
        self.at(Column::of(field), text);
    }

    pub(super) fn at(&mut self, column: Column, text: &str) {
        if !text.is_empty() {
            self.0.insert(column, text.to_owned());
        }
    }

    pub(super) fn count(&mut self, field: Field, count: Option<u64>) {
        if let Some(count) = count {
            self.put(field, &count.to_string());
        }
    }

    pub(super) fn word(&mut self, column: Column, value: Option<&impl serde::Serialize>) {
        if let Some(value) = value {
            self.at(column, &worded(value));
        }
    }

    pub(super) fn yes(&mut self, column: Column, value: Option<bool>) {
        if let Some(value) = value {
            self.at(column, if value { "true" } else { "false" });
        }
    }

    /// A cell for each language.
    pub(super) fn texts(&mut self, column: Column, texts: &Texts) {
        for (lang, text) in texts {
            self.at(column.lang(lang), text);
        }
    }

    /// A cell for each language, with a list in it.
    pub(super) fn lists(&mut self, column: Column, lists: &Texts<Vec<String>>) {
        for (lang, list) in lists {
            self.at(column.lang(lang), &joined(list));
        }
    }
}
