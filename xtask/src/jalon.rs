//! The `jalon` that instructors use: one binary, with the client inside it for `jalon serve`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::run::root;
use crate::{bank, dist, setup};

/// What of the site goes into the binary; `cli/build.rs` looks for the same.
const FILES: [&str; 4] = ["jalon.js", "jalon_app.js", "jalon_app.bin", "jalon.css"];

/// Builds the client, then the binary around it, and says where it is.
pub(crate) fn build() -> Result<()> {
    setup::ensure(setup::CLIENT)?;
    dist::build()?;
    println!("jalon: {}", bank::release()?.display());
    Ok(())
}

/// Leaves the site's client where the next build of `jalon` finds it.
pub(crate) fn hand_over(site: &Path) -> Result<()> {
    copy(site, &root().join("cli/client"))
}

/// Copies what differs: a file that is written anew has `jalon` built again.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for name in FILES {
        let file = from.join(name);
        let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let file = to.join(name);
        if fs::read(&file).ok().as_ref() != Some(&bytes) {
            fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::Scratch;

    #[test]
    fn a_client_that_is_there_already_is_left_alone() {
        let (site, client) = (Scratch::new("site"), Scratch::new("client"));
        for name in FILES {
            fs::write(site.path().join(name), name).unwrap();
        }
        copy(site.path(), client.path()).unwrap();
        let changed = |name| client.path().join(name).metadata().unwrap().modified();
        let before = FILES.map(|name| changed(name).unwrap());
        fs::write(site.path().join("jalon.css"), "new").unwrap();
        copy(site.path(), client.path()).unwrap();
        let after = FILES.map(|name| changed(name).unwrap());
        assert_eq!(before[..3], after[..3]);
        let css = fs::read_to_string(client.path().join("jalon.css")).unwrap();
        assert_eq!(css, "new");
    }

    #[test]
    fn the_binary_looks_for_the_files_that_it_is_handed() {
        let script = fs::read_to_string(root().join("cli/build.rs")).unwrap();
        for name in FILES {
            assert!(script.contains(&format!("{name:?}")), "{name}");
        }
    }
}
