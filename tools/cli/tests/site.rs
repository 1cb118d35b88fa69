//! `jalon site`, as a trainer runs it.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod command;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Output;

use command::{jalon, printed};
use serde_json::Value;
use tempfile::TempDir;

/// A folder with a new bank of these languages, and a client beside it.
fn desk(langs: &str) -> TempDir {
    let desk = TempDir::new().unwrap();
    let new = jalon(desk.path(), &["new", "bank", "--lang", langs]);
    assert_eq!(new.status.code(), Some(0));
    let client = desk.path().join("client");
    fs::create_dir_all(client.join("jalon")).unwrap();
    fs::write(client.join("jalon.js"), "// loader").unwrap();
    fs::write(client.join("jalon/checkpoint.0.wasm"), "wasm").unwrap();
    desk
}

fn site(desk: &TempDir) -> Output {
    let arguments = ["site", "bank", "--out", "out", "--client", "client"];
    jalon(desk.path(), &arguments)
}

#[track_caller]
fn written(desk: &TempDir) -> PathBuf {
    let output = site(desk);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    desk.path().join("out")
}

fn edit(desk: &TempDir, from: &str, to: &str) {
    let path = desk.path().join("bank/bank.toml");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{text}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let mut files = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.insert(path);
        }
    }
    files
}

fn pages(folder: &Path) -> Vec<(PathBuf, String)> {
    let pages = files(folder).into_iter();
    let pages = pages.filter(|path| path.extension().is_some_and(|own| own == "html"));
    pages
        .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
        .collect()
}

/// The values of an attribute.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    let rest = html.split(start.as_str()).skip(1);
    rest.map(|rest| rest.split('"').next().unwrap()).collect()
}

/// Where a relative address leads from a page.
fn target(page: &Path, address: &str) -> PathBuf {
    let mut path = page.parent().unwrap().to_owned();
    for part in Path::new(address.split(['#', '?']).next().unwrap()).components() {
        match part {
            Component::ParentDir => _ = path.pop(),
            part => path.push(part),
        }
    }
    path
}

#[test]
fn every_link_of_every_page_leads_to_a_file() {
    let desk = desk("en,fr,de");
    let out = written(&desk);
    let files = files(&out);
    let pages = pages(&out);
    // Home, progress, a lesson and a checkpoint, in three languages and in all of them; and the front page.
    assert_eq!(pages.len(), 4 * 4 + 1);
    for (page, html) in &pages {
        // What a page tells to paste is text.
        let pieces = html.split("<pre");
        let html: String = pieces
            .map(|piece| piece.split_once("</pre>").map_or(piece, |(_, rest)| rest))
            .collect();
        let id = |id: &str| html.contains(&format!("id=\"{id}\""));
        for attribute in ["href", "src", "bank"] {
            for address in values(&html, attribute) {
                if let Some(own) = address.strip_prefix('#') {
                    assert!(id(own), "{}: {address}", page.display());
                } else if !address.is_empty() && !address.starts_with("data:") {
                    assert!(
                        files.contains(&target(page, address)),
                        "{}: {address}",
                        page.display()
                    );
                }
            }
        }
        for attribute in ["module-href", "checkpoint-href"] {
            for pattern in values(&html, attribute) {
                let address = pattern.replace("{module}", "first-tour");
                assert!(files.contains(&target(page, &address)), "{pattern}");
            }
        }
    }
}

#[test]
fn a_page_says_its_language_and_where_its_others_are() {
    let desk = desk("en,fr");
    edit(
        &desk,
        "[[concept]]",
        "[site]\nurl = \"https://example.org/course\"\naccent = \"#8a1c4b\"\nname.en = \"Example & Sons\"\nname.fr = \"Exemple\"\n\n[[concept]]",
    );
    let out = written(&desk);
    let page = fs::read_to_string(out.join("fr/modules/first-tour.html")).unwrap();
    assert!(page.contains("<html lang=\"fr\""));
    assert!(page.contains("– Exemple</title>"));
    let at = "https://example.org/course";
    for line in [
        format!("<link rel=\"canonical\" href=\"{at}/fr/modules/first-tour.html\">"),
        format!("hreflang=\"en\" href=\"{at}/en/modules/first-tour.html\""),
    ] {
        assert!(page.contains(&line), "{line}");
    }
    let english = fs::read_to_string(out.join("en/index.html")).unwrap();
    assert!(english.contains("<span>Example &#38; Sons</span>"));
    let theme = fs::read_to_string(out.join("theme.css")).unwrap();
    assert!(theme.contains("--brand: #8a1c4b;"));
    let map = fs::read_to_string(out.join("sitemap.xml")).unwrap();
    // Four pages in two languages; the pages of both are for readers, not for search engines.
    assert_eq!(map.matches("<loc>").count(), 8);
    assert!(!map.contains("/both/"));
}

#[test]
fn search_engines_are_told_what_a_page_is() {
    let desk = desk("en");
    let out = written(&desk);
    for (page, expected) in [
        ("en/index.html", "Course"),
        ("en/modules/first-tour.html", "LearningResource"),
        ("en/checkpoints/first-tour.html", "Quiz"),
    ] {
        let html = fs::read_to_string(out.join(page)).unwrap();
        let (_, data) = html
            .split_once("<script type=\"application/ld+json\">")
            .unwrap();
        let (data, _) = data.split_once("</script>").unwrap();
        let data: Value = serde_json::from_str(data).unwrap();
        assert_eq!(data["@type"], expected, "{page}");
    }
    // One language needs no choice.
    let html = fs::read_to_string(out.join("en/index.html")).unwrap();
    assert!(!html.contains("data-language="));
    assert!(!out.join("both").exists());
}

#[test]
fn a_bank_with_errors_writes_nothing_and_lists_them() {
    let desk = desk("en");
    edit(
        &desk,
        "[[concept]]",
        "[site]\naccent = \"blue\"\n\n[[concept]]",
    );
    let output = site(&desk);
    assert_eq!(output.status.code(), Some(1));
    assert!(printed(&output).contains("expected a colour such as #1d5fa8, found `blue`"));
    assert!(!desk.path().join("out").exists());
}

#[test]
fn a_folder_that_holds_something_else_is_left_alone() {
    let desk = desk("en");
    let out = desk.path().join("out");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("thesis.txt"), "ten years of work").unwrap();
    let output = site(&desk);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        said.contains("expected a new or empty folder, or a site that jalon wrote"),
        "{said}"
    );
    assert_eq!(files(&out).len(), 1);
}

#[test]
fn a_second_run_removes_what_is_gone_and_keeps_what_is_not_its_own() {
    let desk = desk("en,fr");
    let out = written(&desk);
    fs::write(out.join("CNAME"), "example.org").unwrap();
    let modules = || -> Vec<PathBuf> {
        let inside = files(&out.join("banks/bank")).into_iter();
        let is_json = |path: &PathBuf| path.extension().is_some_and(|own| own == "json");
        inside.filter(is_json).collect()
    };
    let first = modules();
    let bank = desk.path().join("bank");
    fs::rename(bank.join("first-tour.toml"), bank.join("second-tour.toml")).unwrap();
    edit(&desk, "[\"first-tour\"]", "[\"second-tour\"]");
    written(&desk);
    assert!(!out.join("fr/modules/first-tour.html").exists());
    assert!(out.join("fr/modules/second-tour.html").exists());
    assert!(out.join("CNAME").exists());
    // Whoever has the header of the version before still finds its module; the one before that is gone.
    assert_eq!(first.len(), 1);
    assert!(first.iter().all(|path| path.exists()));
    fs::rename(bank.join("second-tour.toml"), bank.join("third-tour.toml")).unwrap();
    edit(&desk, "[\"second-tour\"]", "[\"third-tour\"]");
    written(&desk);
    assert!(first.iter().all(|path| !path.exists()));
    assert_eq!(modules().len(), 2);
}

#[test]
fn several_banks_are_named() {
    let desk = desk("en");
    assert_eq!(
        jalon(desk.path(), &["new", "other", "--lang", "en"])
            .status
            .code(),
        Some(0)
    );
    let output = jalon(
        desk.path(),
        &["site", ".", "--out", "out", "--client", "client"],
    );
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        said.contains("expected one bank, found bank, other"),
        "{said}"
    );
}
