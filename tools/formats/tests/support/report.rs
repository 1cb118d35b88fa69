//! What a person sees of an import: the bank's files, and the loss report.

use jalon_formats::{Format, Imported, Input, Loss, Options, import};

/// Reads a file of a format, in English where the file says nothing.
pub(crate) fn imported(path: &str, bytes: &[u8], format: Format) -> Imported {
    let options = Options {
        format: Some(format),
        langs: vec!["en".to_owned()],
        bank: Some("quiz".to_owned()),
        ..Options::default()
    };
    import(&[Input { path, bytes }], &options).unwrap()
}

/// The modules as they are written, and what was lost.
pub(crate) fn shown(imported: &Imported) -> String {
    let mut out = String::new();
    for (name, bytes) in imported.draft.files() {
        out.push_str(&format!(
            "--- {name}\n{}\n",
            String::from_utf8_lossy(&bytes)
        ));
    }
    out.push_str("--- losses\n");
    for loss in imported.losses.list() {
        out.push_str(&line(loss));
        out.push('\n');
    }
    out
}

/// A loss with its file and line, its question, and what became of it.
pub(crate) fn line(loss: &Loss) -> String {
    let question = loss.question.as_deref().unwrap_or("-");
    let (place, fate) = (&loss.place, loss.fate.word());
    format!(
        "{}:{} [{question}] {fate} {}: {}",
        place.file, place.line, loss.what, loss.why
    )
}
