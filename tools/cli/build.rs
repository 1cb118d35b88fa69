//! Puts the client into the binary. `cargo xtask dist` leaves it in `tools/cli/client`; `JALON_CLIENT` names another folder. Without one the
//! build goes on, since building the client takes a `jalon`, and `jalon serve` says what is missing.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=JALON_CLIENT");
    let folder = match env::var_os("JALON_CLIENT") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(&variable("CARGO_MANIFEST_DIR")).join("client"),
    };
    // The folder is always there: one that is missing would be looked at anew by every build.
    println!("cargo::rerun-if-changed={}", folder.display());
    let code = match names(&folder)? {
        names if names.is_empty() => "None".to_owned(),
        names => format!("Some(&[{}])", included(&folder, &names)?),
    };
    fs::write(Path::new(&variable("OUT_DIR")).join("client.rs"), code)
}

/// The loader and what it loads, sorted; none where there is no loader.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    if !folder.join("jalon.js").is_file() {
        return Ok(Vec::new());
    }
    let mut names = vec!["jalon.js".to_owned()];
    for entry in fs::read_dir(folder.join("jalon"))? {
        names.push(format!("jalon/{}", entry?.file_name().display()));
    }
    names.sort();
    Ok(names)
}

/// The files as Rust.
fn included(folder: &Path, names: &[String]) -> io::Result<String> {
    let mut files = String::new();
    for name in names {
        let path = folder.join(name).canonicalize()?;
        files += &format!("({name:?}, include_bytes!({path:?}).as_slice()),");
    }
    Ok(files)
}

/// A variable that cargo sets.
fn variable(name: &str) -> String {
    env::var(name).unwrap_or_default()
}
