//! Files of other programs, which people take for files of questions: what they are, and how to get at the questions.

/// A sort of file that is not read.
pub(crate) struct Foreign {
    /// What it is.
    pub(crate) name: &'static str,
    /// How to get at the questions.
    pub(crate) help: &'static str,
}

const WORKBOOK: Foreign = Foreign {
    name: "a workbook",
    help: "save the sheet with the questions as “CSV UTF-8”, and import that",
};
const DOCUMENT: Foreign = Foreign {
    name: "a document of a word processor",
    help: "save it as plain text in UTF-8, and import that: GIFT and Aiken are plain text",
};
const BACKUP: Foreign = Foreign {
    name: "a backup of a Moodle course or another compressed file",
    help: "export the question bank of the course as Moodle XML, and import that",
};
const PDF: Foreign = Foreign {
    name: "a PDF",
    help: "import the file that it was made from",
};
const EMPTY: Foreign = Foreign {
    name: "an empty file",
    help: "check which file it is",
};

/// What stands in an archive of each, which names its files at its start and at its end.
const IN_ARCHIVES: [(&[u8], &Foreign); 5] = [
    (b"xl/workbook", &WORKBOOK),
    (b"opendocument.spreadsheet", &WORKBOOK),
    (b"word/document.xml", &DOCUMENT),
    (b"opendocument.text", &DOCUMENT),
    (b"moodle_backup.xml", &BACKUP),
];

/// What a file is, where it is one of these.
pub(crate) fn of(bytes: &[u8]) -> Option<&'static Foreign> {
    const ENDS: usize = 64 << 10;
    if bytes.starts_with(b"PK\x03\x04") {
        let start = bytes.get(..ENDS.min(bytes.len())).unwrap_or_default();
        let end = bytes
            .get(bytes.len().saturating_sub(ENDS)..)
            .unwrap_or_default();
        let holds = |name: &&[u8]| {
            let found = |part: &[u8]| part.windows(name.len()).any(|window| window == *name);
            found(start) || found(end)
        };
        let mut all = IN_ARCHIVES.iter();
        return all
            .find(|(name, _)| holds(name))
            .map(|(_, foreign)| *foreign);
    }
    match bytes {
        // Compound files: Excel and Word before 2007.
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(&WORKBOOK),
        [0x1f, 0x8b, ..] => Some(&BACKUP),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some(&PDF),
        bytes => is_empty(bytes).then_some(&EMPTY),
    }
}

fn is_empty(bytes: &[u8]) -> bool {
    let (text, _) = crate::decode::text(bytes);
    text.trim().is_empty()
}
