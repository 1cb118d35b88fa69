//! The static site: every file of `dist/`, under the name that pages and hosts rely on.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::run::{self, root};
use crate::{bank, client, jalon};

/// Writes the site anew and says where it is. The former one stays until the new one is whole. The client goes into `jalon`, too.
pub(crate) fn build() -> Result<PathBuf> {
    let site = root().join("dist");
    let next = root().join("dist.next");
    clear(&next)?;
    let ((), time) = run::timed(|| fill(&next)).inspect_err(|_| drop(clear(&next)))?;
    swap(&next, &site)?;
    println!("dist: built in {time}");
    Ok(site)
}

/// The client, and the site of the shipped bank around it, by way of the command line that instructors use.
fn fill(folder: &Path) -> Result<()> {
    let built = run::target_dir().join("client-files");
    clear(&built)?;
    client::build(&built, &styles(&root().join("app/style"))?)?;
    jalon::hand_over(&built)?;
    bank::site(&built, folder)
}

/// The style sheets that `index.txt` lists, one after the other.
fn styles(folder: &Path) -> Result<String> {
    let index = text(&folder.join("index.txt"))?;
    let order = style_order(&index, &sheets(folder)?)?;
    order.iter().map(|name| text(&folder.join(name))).collect()
}

/// The order that the index gives: one file a line, each once, none of the folder's left out.
fn style_order<'a>(index: &'a str, present: &[String]) -> Result<Vec<&'a str>> {
    let listed: Vec<&str> = index
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    for (at, name) in listed.iter().enumerate() {
        if listed[..at].contains(name) {
            bail!("app/style/index.txt lists {name} twice: keep the line where it belongs");
        }
    }
    if let Some(name) = present.iter().find(|name| !listed.contains(&name.as_str())) {
        bail!("app/style/index.txt does not list {name}: add a line where it belongs");
    }
    Ok(listed)
}

fn sheets(folder: &Path) -> Result<Vec<String>> {
    let names = files(folder)?.into_iter().filter_map(|file| {
        let name = file.file_name()?.to_str()?.to_owned();
        name.ends_with(".css").then_some(name)
    });
    Ok(names.collect())
}

/// The files of one folder, sorted; not those of its folders.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn swap(next: &Path, site: &Path) -> Result<()> {
    let former = site.with_file_name("dist.former");
    clear(&former)?;
    if site.exists() {
        fs::rename(site, &former).context("cannot set the former dist aside")?;
    }
    fs::rename(next, site).context("cannot put the new dist in its place")?;
    clear(&former)
}

fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

fn text(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn styles_follow_the_index_and_not_the_alphabet() {
        let order = style_order(
            "tokens.css\n\n base.css \n",
            &names(&["base.css", "tokens.css"]),
        );
        assert_eq!(order.unwrap(), ["tokens.css", "base.css"]);
    }

    #[test]
    fn a_sheet_left_out_or_listed_twice_is_named() {
        let message = |index| {
            style_order(index, &names(&["a.css"]))
                .unwrap_err()
                .to_string()
        };
        assert!(message("").contains("does not list a.css"));
        assert!(message("a.css\na.css").contains("lists a.css twice"));
    }

    #[test]
    fn styles_are_joined_and_a_listed_file_must_exist() {
        let folder = run::Scratch::new("styles");
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        write("b.css", "b { top: 0 }\n");
        write("a.css", "a { left: 0 }\n");
        write("index.txt", "b.css\na.css\n");
        assert_eq!(
            styles(folder.path()).unwrap(),
            "b { top: 0 }\na { left: 0 }\n"
        );
        write("index.txt", "b.css\na.css\nc.css\n");
        assert!(format!("{:#}", styles(folder.path()).unwrap_err()).contains("c.css"));
    }

    #[test]
    fn the_new_site_takes_the_place_of_the_former_whole() {
        let top = run::Scratch::new("swap");
        let (next, site) = (top.path().join("dist.next"), top.path().join("dist"));
        for (folder, file) in [(&site, "old"), (&next, "new")] {
            fs::create_dir(folder).unwrap();
            fs::write(folder.join(file), "").unwrap();
        }
        swap(&next, &site).unwrap();
        assert_eq!(files(&site).unwrap(), [site.join("new")]);
        assert_eq!(fs::read_dir(top.path()).unwrap().count(), 1);
    }
}
