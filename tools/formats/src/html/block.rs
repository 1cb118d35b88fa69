//! What a fragment holds, flat.

use std::rc::Rc;

use super::style::Style;

/// A block with the words in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    pub(super) kind: Kind,
    pub(super) runs: Vec<Run>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    /// An item of a list, which has a number.
    Item {
        list: usize,
        ordered: bool,
    },
    /// A cell of a table, which has a number.
    Cell {
        table: usize,
        row: usize,
        heading: bool,
    },
    Code,
}

/// Words of one style, or a picture.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(super) piece: Piece,
    pub(super) style: Style,
}

/// What a run is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    Picture { address: String, alt: String },
}

impl Run {
    pub(super) fn is_blank(&self) -> bool {
        matches!(&self.piece, Piece::Text(text) if text.trim().is_empty())
    }

    /// True where readers of that language see it.
    pub(super) fn is_for(&self, lang: &str) -> bool {
        let langs = self.style.langs.as_ref();
        langs.is_none_or(|langs| langs.iter().any(|own| own == lang))
    }
}

impl Block {
    pub(super) fn new(kind: Kind) -> Self {
        Self {
            kind,
            runs: Vec::new(),
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.runs.iter().all(Run::is_blank)
    }

    /// What readers of that language see of it.
    pub(super) fn only(&self, lang: &str) -> Self {
        let runs = self.runs.iter().filter(|run| run.is_for(lang));
        Self {
            kind: self.kind,
            runs: runs.cloned().collect(),
        }
    }
}

/// The languages that a passage is for.
pub(super) type Langs = Rc<Vec<String>>;
