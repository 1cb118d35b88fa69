//! The formats, and how to tell one from another by what is in a file.

use std::fmt;
use std::str::FromStr;

use jalon_draft::Draft;

use crate::input::{Input, Refusal};
use crate::loss::Losses;
use crate::{aiken, decode, gift, h5p, mdbook, moodle, qti, quizdown, table, unsupported};

/// A format of questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Moodle's plain text with answers in braces.
    Gift,
    /// One question, its choices as `A.`, and `ANSWER: A`.
    Aiken,
    /// Moodle's XML.
    MoodleXml,
    /// QTI 2.1, 2.2 or 3.0: an item, a test or a package.
    Qti,
    /// A table with a question a row, commas or semicolons between its cells.
    Table,
    /// The same with tabs.
    Tsv,
    /// Quizdown's Markdown.
    Quizdown,
    /// The TOML of mdbook-quiz.
    MdbookQuiz,
    /// A package of H5P.
    H5p,
}

/// Whether a text has a format.
type Test = fn(&str) -> bool;

/// What a format can say of languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tongues {
    /// One a file.
    One,
    /// All in one file.
    All,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 9] = [
        Self::Gift,
        Self::Aiken,
        Self::MoodleXml,
        Self::Qti,
        Self::Table,
        Self::Tsv,
        Self::Quizdown,
        Self::MdbookQuiz,
        Self::H5p,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gift => "gift",
            Self::Aiken => "aiken",
            Self::MoodleXml => "moodle-xml",
            Self::Qti => "qti",
            Self::Table => "csv",
            Self::Tsv => "tsv",
            Self::Quizdown => "quizdown",
            Self::MdbookQuiz => "mdbook-quiz",
            Self::H5p => "h5p",
        }
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Gift => "GIFT",
            Self::Aiken => "Aiken",
            Self::MoodleXml => "Moodle XML",
            Self::Qti => "QTI",
            Self::Table => "CSV",
            Self::Tsv => "TSV",
            Self::Quizdown => "quizdown",
            Self::MdbookQuiz => "mdbook-quiz",
            Self::H5p => "H5P",
        }
    }

    /// True for formats that banks can be written in.
    pub fn is_written(self) -> bool {
        !matches!(self, Self::Quizdown | Self::MdbookQuiz | Self::H5p)
    }

    pub(crate) fn tongues(self) -> Tongues {
        match self {
            Self::MoodleXml | Self::Table | Self::Tsv => Tongues::All,
            _ => Tongues::One,
        }
    }

    /// The format of a file, by what is in it; its name counts for nothing.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if unsupported::of(bytes).is_some() {
            return None;
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return Some(if h5p::detect(bytes) {
                Self::H5p
            } else {
                Self::Qti
            });
        }
        let (text, _) = decode::text(bytes);
        if is_binary(&text) {
            return None;
        }
        // A header tells a table, whatever stands in its cells.
        let tests: [(Self, Test); 8] = [
            (Self::MoodleXml, moodle::detect),
            (Self::Qti, qti::detect),
            (Self::MdbookQuiz, mdbook::detect),
            (Self::Tsv, table::has_tabs),
            (Self::Table, table::detect),
            (Self::Quizdown, quizdown::detect),
            (Self::Aiken, aiken::detect),
            (Self::Gift, gift::detect),
        ];
        let mut found = tests.iter().filter(|(_, detect)| detect(&text));
        found.next().map(|(format, _)| *format)
    }

    /// Reads a file. What it doesn't say is left empty, and texts of a language that it doesn't name stand under
    /// [`crate::language::UNDETERMINED`].
    pub(crate) fn read(self, input: &Input<'_>, losses: &mut Losses) -> Result<Draft, Refusal> {
        match self {
            Self::Gift => gift::read(input, losses),
            Self::Aiken => aiken::read(input, losses),
            Self::MoodleXml => moodle::read(input, losses),
            Self::Qti => qti::read(input, losses),
            Self::Table | Self::Tsv => table::read(input, losses),
            Self::Quizdown => quizdown::read(input, losses),
            Self::MdbookQuiz => mdbook::read(input, losses),
            Self::H5p => h5p::read(input, losses),
        }
    }

    /// The draft as the format can say it; the rest is noted. `None` for formats that are only read.
    pub(crate) fn lower(self, draft: &Draft, losses: &mut Losses) -> Option<Draft> {
        match self {
            Self::Gift => Some(gift::lower(draft, losses)),
            Self::Aiken => Some(aiken::lower(draft, losses)),
            Self::MoodleXml => Some(moodle::lower(draft, losses)),
            Self::Qti => Some(qti::lower(draft, losses)),
            Self::Table | Self::Tsv => Some(table::lower(draft, losses)),
            Self::Quizdown | Self::MdbookQuiz | Self::H5p => None,
        }
    }

    /// The files of a fitted draft: the name of each, and what is in it.
    pub(crate) fn write(self, draft: &Draft) -> Vec<(String, Vec<u8>)> {
        match self {
            Self::Gift => gift::write(draft),
            Self::Aiken => aiken::write(draft),
            Self::MoodleXml => moodle::write(draft),
            Self::Qti => qti::write(draft),
            Self::Table => table::write(draft, b','),
            Self::Tsv => table::write(draft, b'\t'),
            Self::Quizdown | Self::MdbookQuiz | Self::H5p => Vec::new(),
        }
    }
}

/// True where so many signs are none that people write that the file is no text: one in a hundred.
fn is_binary(text: &str) -> bool {
    const ENOUGH: usize = 1 << 20;
    let is_odd = |sign: &char| sign.is_control() && !matches!(sign, '\t' | '\n' | '\r' | '\u{c}');
    let odd = text.chars().take(ENOUGH).filter(is_odd).count();
    odd * 100 > text.len().min(ENOUGH)
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.title())
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let mut all = Self::ALL.into_iter();
        all.find(|format| format.name() == name).ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.iter().map(|format| format.name()).collect();
            format!("expected one of {}, found {name}", names.join(", "))
        })
    }
}
