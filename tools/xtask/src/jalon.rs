//! The `jalon` that instructors use: one binary, with the client inside it for `jalon serve`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::client::FOLDER;
use crate::run::root;
use crate::{bank, dist, setup};

/// Builds the client, then the binary around it, and says where it is.
pub(crate) fn build() -> Result<()> {
    setup::ensure(setup::CLIENT)?;
    dist::build()?;
    println!("jalon: {}", bank::release()?.display());
    Ok(())
}

/// Leaves the site's client where the next build of `jalon` finds it.
pub(crate) fn hand_over(site: &Path) -> Result<()> {
    copy(site, &root().join("tools/cli/client"))
}

/// Copies what differs, since a file that is written anew has `jalon` built again, and removes what the site doesn't have.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.join(FOLDER)).context("cannot create the folder of the client")?;
    let names = |folder: &Path| dist::files(&folder.join(FOLDER));
    for file in names(from)? {
        renew(
            &file,
            &to.join(FOLDER).join(file.file_name().unwrap_or_default()),
        )?;
    }
    // The loader comes after what it names.
    renew(&from.join("jalon.js"), &to.join("jalon.js"))?;
    for file in names(to)? {
        let name = file.file_name().unwrap_or_default();
        if !from.join(FOLDER).join(name).exists() {
            fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
        }
    }
    Ok(())
}

fn renew(from: &Path, to: &Path) -> Result<()> {
    let bytes = fs::read(from).with_context(|| format!("cannot read {}", from.display()))?;
    if fs::read(to).ok().as_ref() != Some(&bytes) {
        fs::write(to, bytes).with_context(|| format!("cannot write {}", to.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::Scratch;

    #[test]
    fn a_client_is_handed_over_whole_and_what_is_there_already_is_left_alone() {
        let (site, client) = (Scratch::new("site"), Scratch::new("client"));
        fs::create_dir(site.path().join(FOLDER)).unwrap();
        for name in ["jalon.js", "jalon/a.1.js", "jalon/a.1.wasm"] {
            fs::write(site.path().join(name), name).unwrap();
        }
        copy(site.path(), client.path()).unwrap();
        let changed = |name| client.path().join(name).metadata().unwrap().modified();
        let before = changed("jalon/a.1.wasm").unwrap();
        fs::remove_file(site.path().join("jalon/a.1.js")).unwrap();
        fs::write(site.path().join("jalon/a.2.js"), "new").unwrap();
        copy(site.path(), client.path()).unwrap();
        assert_eq!(changed("jalon/a.1.wasm").unwrap(), before);
        let files = dist::files(&client.path().join(FOLDER)).unwrap();
        let names = files.iter().map(|file| file.file_name().unwrap());
        assert_eq!(names.collect::<Vec<_>>(), ["a.1.wasm", "a.2.js"]);
    }
}
