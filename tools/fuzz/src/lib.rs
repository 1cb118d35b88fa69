//! What every fuzz target does: whatever the bytes, a reader answers, and what it makes can be written and checked.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Cursor, Write};
use std::sync::LazyLock;

use jalon_compiler::{Sources, check};
use jalon_formats::{Draft, Format, Input, Options, export, import};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Reads bytes as a format, or as the one that they look like, and hands on what came of it.
pub fn read(bytes: &[u8], format: Option<Format>) {
    let input = Input {
        path: "input",
        bytes,
    };
    let options = Options {
        format,
        ..Options::default()
    };
    if let Ok(imported) = import(&[input], &options) {
        hand_on(&imported.draft, share(bytes));
    }
}

/// Reads bytes as one format: that of the name in the variable `JALON_FORMAT`, such as `gift`, else the one that the first byte picks.
pub fn read_each(bytes: &[u8]) {
    static CHOSEN: LazyLock<Option<Format>> = LazyLock::new(|| {
        let name = std::env::var("JALON_FORMAT").ok()?;
        Some(name.parse().expect("the name of a format"))
    });
    let (format, bytes) = match (*CHOSEN, bytes.split_first()) {
        (Some(format), _) => (format, bytes),
        (None, Some((first, rest))) => (Format::ALL[usize::from(*first) % Format::ALL.len()], rest),
        (None, None) => return,
    };
    match (format, bytes.split_first()) {
        // Hardly any change to a packed file leaves one that can be unpacked: the content is changed, and packed here.
        (Format::H5p, Some((library, content))) if !bytes.starts_with(b"PK") => {
            read(&h5p(*library, content), Some(format));
        }
        _ => read(bytes, Some(format)),
    }
}

/// Checks a sixteenth of what was read and exports another sixteenth, each to one format: both take many times as long as
/// reading, which the targets are for.
fn hand_on(draft: &Draft, share: usize) {
    match share % 16 {
        0 => holds_as_toml(draft),
        1 => {
            let format = Format::ALL
                .iter()
                .cycle()
                .nth(share / 16 % Format::ALL.len());
            let _ = format.map(|&format| export(draft, format));
        }
        _ => {}
    }
}

fn holds_as_toml(draft: &Draft) {
    let files = draft.files().into_iter();
    let sources: Sources = files
        .map(|(name, bytes)| (format!("bank/{name}"), bytes))
        .collect();
    let report = check(&sources);
    let syntax = report
        .diagnostics
        .iter()
        .find(|problem| problem.code.as_str() == "syntax");
    assert!(
        syntax.is_none(),
        "what was read is written as TOML: {syntax:?}"
    );
}

/// A number that the bytes alone decide, so that a find is found again.
fn share(bytes: &[u8]) -> usize {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish() as usize
}

/// The libraries of H5P that are read, and one that isn't.
const LIBRARIES: [&str; 8] = [
    "MultiChoice",
    "TrueFalse",
    "Blanks",
    "QuestionSet",
    "DragText",
    "MarkTheWords",
    "SingleChoiceSet",
    "Column",
];

/// A package of H5P with this content.
pub fn h5p(library: u8, content: &[u8]) -> Vec<u8> {
    let library = LIBRARIES
        .iter()
        .cycle()
        .nth(library.into())
        .copied()
        .unwrap_or_default();
    let header =
        format!("{{\"title\":\"A\",\"language\":\"en\",\"mainLibrary\":\"H5P.{library}\"}}");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let files = [
        ("h5p.json", header.as_bytes()),
        ("content/content.json", content),
    ];
    for (name, bytes) in files {
        zip.start_file(name, SimpleFileOptions::default())
            .expect("a name that can stand in an archive");
        zip.write_all(bytes).expect("memory takes what is written");
    }
    zip.finish()
        .expect("memory takes what is written")
        .into_inner()
}
