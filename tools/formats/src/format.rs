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

/// What there is to know of a format: a new one is a variant of [`Format`] and a row of [`FORMATS`].
struct FormatSpec {
    format: Format,
    /// Its name on the command line.
    name: &'static str,
    /// Its name for people.
    title: &'static str,
    /// True for a text that looks like it; `None` where no text does.
    is_text: Option<fn(&str) -> bool>,
    /// True for a ZIP archive that looks like it; `None` where no archive does.
    is_archive: Option<fn(&[u8]) -> bool>,
    read: fn(&Input<'_>, &mut Losses) -> Result<Draft, Refusal>,
    /// How banks are written in it; `None` for a format that is only read.
    write: Option<WriteSpec>,
}

/// How banks are written in a format.
struct WriteSpec {
    /// The version that is written, of a format that has several.
    version: Option<&'static str>,
    languages: Languages,
    /// The draft as the format can say it; the rest is noted.
    lower: fn(&Draft, &mut Losses) -> Draft,
    /// The files of a lowered draft.
    files: fn(&Draft) -> Files,
}

/// Files: the name of each, and what is in it.
type Files = Vec<(String, Vec<u8>)>;

/// How many languages a file of a format can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Languages {
    /// One a file.
    One,
    /// All in one file.
    All,
}

/// Every format, in the order of [`Format`].
static FORMATS: &[FormatSpec] = &[
    FormatSpec {
        format: Format::Gift,
        name: "gift",
        title: "GIFT",
        is_text: Some(gift::detect),
        is_archive: None,
        read: gift::read,
        write: Some(WriteSpec {
            version: None,
            languages: Languages::One,
            lower: gift::lower,
            files: gift::write,
        }),
    },
    FormatSpec {
        format: Format::Aiken,
        name: "aiken",
        title: "Aiken",
        is_text: Some(aiken::detect),
        is_archive: None,
        read: aiken::read,
        write: Some(WriteSpec {
            version: None,
            languages: Languages::One,
            lower: aiken::lower,
            files: aiken::write,
        }),
    },
    FormatSpec {
        format: Format::MoodleXml,
        name: "moodle-xml",
        title: "Moodle XML",
        is_text: Some(moodle::detect),
        is_archive: None,
        read: moodle::read,
        write: Some(WriteSpec {
            version: None,
            languages: Languages::All,
            lower: moodle::lower,
            files: moodle::write,
        }),
    },
    FormatSpec {
        format: Format::Qti,
        name: "qti",
        title: "QTI",
        is_text: Some(qti::detect),
        // An archive of no other format is taken for a package: its reader says what it lacks.
        is_archive: Some(|_| true),
        read: qti::read,
        write: Some(WriteSpec {
            version: Some("3.0"),
            languages: Languages::One,
            lower: qti::lower,
            files: qti::write,
        }),
    },
    FormatSpec {
        format: Format::Table,
        name: "csv",
        title: "CSV",
        is_text: Some(table::detect),
        is_archive: None,
        read: table::read,
        write: Some(WriteSpec {
            version: None,
            languages: Languages::All,
            lower: table::lower,
            files: |draft| table::write(draft, b','),
        }),
    },
    FormatSpec {
        format: Format::Tsv,
        name: "tsv",
        title: "TSV",
        is_text: Some(table::has_tabs),
        is_archive: None,
        read: table::read,
        write: Some(WriteSpec {
            version: None,
            languages: Languages::All,
            lower: table::lower,
            files: |draft| table::write(draft, b'\t'),
        }),
    },
    FormatSpec {
        format: Format::Quizdown,
        name: "quizdown",
        title: "quizdown",
        is_text: Some(quizdown::detect),
        is_archive: None,
        read: quizdown::read,
        write: None,
    },
    FormatSpec {
        format: Format::MdbookQuiz,
        name: "mdbook-quiz",
        title: "mdbook-quiz",
        is_text: Some(mdbook::detect),
        is_archive: None,
        read: mdbook::read,
        write: None,
    },
    FormatSpec {
        format: Format::H5p,
        name: "h5p",
        title: "H5P",
        is_text: None,
        is_archive: Some(h5p::detect),
        read: h5p::read,
        write: None,
    },
];

/// The order in which files are held against the formats: what only one format has comes first. A header tells a table, whatever
/// is in its cells.
const DETECTION: [Format; FORMATS.len()] = [
    Format::H5p,
    Format::MoodleXml,
    Format::Qti,
    Format::MdbookQuiz,
    Format::Tsv,
    Format::Table,
    Format::Quizdown,
    Format::Aiken,
    Format::Gift,
];

// The row of a format is looked up by its place.
const _: () = {
    let mut at = 0;
    while at < FORMATS.len() {
        assert!(FORMATS[at].format as usize == at);
        at += 1;
    }
};

impl Format {
    /// Every format.
    pub const ALL: [Self; FORMATS.len()] = {
        let mut all = [Self::Gift; FORMATS.len()];
        let mut at = 0;
        while at < FORMATS.len() {
            all[at] = FORMATS[at].format;
            at += 1;
        }
        all
    };

    fn spec(self) -> &'static FormatSpec {
        &FORMATS[self as usize]
    }

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        self.spec().name
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        self.spec().title
    }

    /// True for formats that banks can be written in.
    pub fn is_written(self) -> bool {
        self.spec().write.is_some()
    }

    /// The version that banks are written in, of a format that has several.
    pub fn written_version(self) -> Option<&'static str> {
        self.spec().write.as_ref()?.version
    }

    /// True for formats that banks are written in with a set of files for each language.
    pub fn is_written_by_language(self) -> bool {
        self.languages() == Some(Languages::One)
    }

    /// How many languages a written file holds. `None` for formats that are only read.
    pub(crate) fn languages(self) -> Option<Languages> {
        Some(self.spec().write.as_ref()?.languages)
    }

    /// The format of a file, by what is in it; its name counts for nothing.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if unsupported::of(bytes).is_some() {
            return None;
        }
        let mut all = DETECTION.into_iter();
        if bytes.starts_with(b"PK\x03\x04") {
            return all.find(|format| format.spec().is_archive.is_some_and(|is| is(bytes)));
        }
        let (text, _) = decode::text(bytes);
        if is_binary(&text) {
            return None;
        }
        all.find(|format| format.spec().is_text.is_some_and(|is| is(&text)))
    }

    /// Reads a file. What it doesn't say is left empty, and texts of a language that it doesn't name stand under
    /// [`crate::language::UNDETERMINED`].
    pub(crate) fn read(self, input: &Input<'_>, losses: &mut Losses) -> Result<Draft, Refusal> {
        (self.spec().read)(input, losses)
    }

    /// The draft as the format can say it; the rest is noted. `None` for formats that are only read.
    pub(crate) fn lower(self, draft: &Draft, losses: &mut Losses) -> Option<Draft> {
        let write = self.spec().write.as_ref()?;
        Some((write.lower)(draft, losses))
    }

    /// The files of a lowered draft. None for formats that are only read.
    pub(crate) fn write(self, draft: &Draft) -> Files {
        let write = self.spec().write.as_ref();
        write.map_or_else(Vec::new, |write| (write.files)(draft))
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
