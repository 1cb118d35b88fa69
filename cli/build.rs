//! Puts the client into the binary. `cargo xtask dist` leaves it in `cli/client`; `JALON_CLIENT` names another folder. Without one the
//! build goes on, since building the client takes a `jalon`, and `jalon serve` says what is missing.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// What a page with a checkpoint downloads from its site, besides the bank.
const FILES: [&str; 4] = ["jalon.js", "jalon_app.js", "jalon_app.bin", "jalon.css"];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=JALON_CLIENT");
    let folder = match env::var_os("JALON_CLIENT") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(&variable("CARGO_MANIFEST_DIR")).join("client"),
    };
    // The folder is always there: one that is missing would be looked at anew by every build.
    println!("cargo::rerun-if-changed={}", folder.display());
    let code = match client(&folder)? {
        Some(files) => format!("Some([{}])", files.join(", ")),
        None => "None".to_owned(),
    };
    fs::write(Path::new(&variable("OUT_DIR")).join("client.rs"), code)
}

/// The files as Rust; none where one of them is missing.
fn client(folder: &Path) -> io::Result<Option<Vec<String>>> {
    let mut files = Vec::new();
    for name in FILES {
        let path = folder.join(name);
        if !path.is_file() {
            return Ok(None);
        }
        let path = path.canonicalize()?;
        files.push(format!("({name:?}, include_bytes!({path:?}).as_slice())"));
    }
    Ok(Some(files))
}

/// A variable that cargo sets.
fn variable(name: &str) -> String {
    env::var(name).unwrap_or_default()
}
