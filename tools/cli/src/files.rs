//! Files, written whole or not at all.

use std::fs;
use std::io;
use std::path::Path;

/// Writes beside the file and renames, so that nobody reads half a file.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    let beside = folder.join(name);
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // Nothing to add if this fails too: the first error is the one to tell.
        let _ = fs::remove_file(&beside);
    }
    written
}
