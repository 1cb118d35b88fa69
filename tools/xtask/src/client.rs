//! The client: the wasm that cargo builds, the glue that wasm-bindgen writes around it, and the names that they get.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use crate::link;
use crate::run::{self, root};
use crate::setup::WASM;
use crate::split;

/// A client of its own: one cdylib, downloaded when one of its elements comes near.
pub(crate) struct Entry {
    /// The start of the names of its files.
    pub(crate) name: &'static str,
    package: &'static str,
    elements: &'static [&'static str],
    /// Whether parts of it are chunks, which are fetched when they are needed.
    has_chunks: bool,
}

/// Every client there is.
pub(crate) const ENTRIES: [Entry; 2] = [
    Entry {
        name: "checkpoint",
        package: "jalon-checkpoint",
        elements: &["jalon-checkpoint", "jalon-module", "jalon-prompt"],
        has_chunks: true,
    },
    Entry {
        name: "progress",
        package: "jalon-progress",
        elements: &["jalon-progress"],
        has_chunks: false,
    },
];

/// The folder of the files that carry a hash of their content, beside the loader.
pub(crate) const FOLDER: &str = "jalon";

/// What stands in `app/loader.js` for the table of files.
const TABLE: &str = "JALON_FILES";

/// Builds every client, and writes the loader `jalon.js` and the folder `jalon` of what it loads.
pub(crate) fn build(site: &Path, styles: &str) -> Result<()> {
    fs::create_dir_all(site.join(FOLDER))?;
    let styles = compact(styles);
    let (style, integrity) = write(site, "style", "css", styles.as_bytes())?;
    let style = json!([in_folder(&style), integrity]);
    let (mut elements, mut entries) = (Map::new(), Map::new());
    for entry in &ENTRIES {
        entries.insert(entry.name.to_owned(), build_entry(site, entry)?);
        elements.extend(
            entry
                .elements
                .iter()
                .map(|tag| ((*tag).to_owned(), json!(entry.name))),
        );
    }
    let table = json!({ "style": style, "elements": elements, "entries": entries });
    let loader = fs::read_to_string(root().join("app/loader.js")).context("app/loader.js")?;
    let loader = with_table(&compact(&loader), &table)?;
    fs::write(site.join("jalon.js"), loader)?;
    Ok(())
}

fn build_entry(site: &Path, entry: &Entry) -> Result<Value> {
    let linked = compile(entry)?;
    let (glue, wasm) = match entry.has_chunks {
        true => bind_split(site, entry, &linked)?,
        false => bind(&linked, entry)?,
    };
    let (wasm_file, integrity) = write(site, entry.name, "wasm", &wasm)?;
    Ok(json!({
        "glue": write_glue(site, entry.name, &glue, &wasm)?,
        "wasm": [in_folder(&wasm_file), integrity],
    }))
}

/// Glue and wasm of an entry with chunks, which are written at once.
fn bind_split(site: &Path, entry: &Entry, linked: &Path) -> Result<(String, Vec<u8>)> {
    let split = split::split(linked)?;
    let (glue, wasm) = bind(&split.main, entry)?;
    let script = fs::read_to_string(root().join("app/chunks.js")).context("app/chunks.js")?;
    let glue = split.glue(&glue, &script, |chunk, content| {
        let name = format!("{}-{chunk}", entry.name);
        let (file, integrity) = write(site, &name, "wasm", content)?;
        // The script is in the same folder.
        Ok(json!([file, integrity]))
    })?;
    Ok((glue, wasm))
}

fn in_folder(file: &str) -> String {
    format!("{FOLDER}/{file}")
}

/// Writes the glue of an entry. Its name follows the wasm too: glue goes with the wasm that it was made for.
fn write_glue(site: &Path, name: &str, glue: &str, wasm: &[u8]) -> Result<String> {
    let hash = hash(&[glue.as_bytes(), wasm].concat());
    let script = in_folder(&format!("{name}.{hash}.js"));
    fs::write(site.join(&script), compact(glue))?;
    Ok(script)
}

/// Writes a file under the name that its content gives it. Returns the name and the digest that browsers check it by.
fn write(site: &Path, name: &str, extension: &str, content: &[u8]) -> Result<(String, String)> {
    let file = format!("{name}.{}.{extension}", hash(content));
    fs::write(site.join(FOLDER).join(&file), content)?;
    let integrity = format!("sha256-{}", STANDARD.encode(Sha256::digest(content)));
    Ok((file, integrity))
}

/// The first 16 hexadecimal digits of SHA-256.
fn hash(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A script or a style sheet without indentation, and without the comments that have lines of their own: 3 kB of gzip less in the first load.
/// No text in them may go over several lines. What else minifying saves is not worth a parser.
fn compact(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut is_open = false;
    for line in text.lines().map(str::trim) {
        let is_comment = is_open || line.starts_with("//") || line.starts_with("/*");
        if is_open || line.starts_with("/*") {
            is_open = !line.ends_with("*/");
        }
        if !is_comment && !line.is_empty() {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

fn with_table(loader: &str, table: &Value) -> Result<String> {
    if loader.matches(TABLE).count() != 1 {
        bail!("app/loader.js has to name {TABLE} once, where the table of files goes");
    }
    Ok(loader.replace(TABLE, &table.to_string()))
}

/// Builds in a target folder of its own, so as never to wait for another cargo, nor to make it rebuild.
fn compile(entry: &Entry) -> Result<PathBuf> {
    let target = run::target_dir().join("client");
    let arguments = [
        "rustc",
        "--package",
        entry.package,
        "--lib",
        "--profile",
        "client",
        "--target",
        WASM,
        "--locked",
    ];
    let mut cargo = run::cargo(arguments);
    if entry.has_chunks {
        // What the wasm is split by.
        cargo.args(["--", "-Clink-args=--emit-relocs"]);
    }
    cargo.env("CARGO_TARGET_DIR", &target);
    link::with_this_program(&mut cargo)?;
    let flags = short_paths(&root(), &registries());
    cargo.env("CARGO_ENCODED_RUSTFLAGS", encoded(&flags));
    run::run(&mut cargo)?;
    let file = format!("{}.wasm", entry.package.replace('-', "_"));
    Ok(target.join(WASM).join("client").join(file))
}

/// The glue that wasm-bindgen writes, and the wasm that goes with it.
fn bind(wasm: &Path, entry: &Entry) -> Result<(String, Vec<u8>)> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .out_name(entry.name)
        .web(true)?
        .typescript(false)
        // The loader says where the wasm is.
        .omit_default_module_path(true)
        // Chunks import them.
        .keep_lld_exports(entry.has_chunks)
        .remove_name_section(true)
        .remove_producers_section(true);
    let mut bound = bindgen
        .generate_output()
        .context("wasm-bindgen refuses the client")?;
    let wasm = bound.wasm_mut().emit_wasm();
    Ok((bound.js().to_owned(), wasm))
}

/// Cuts the folders of this machine out of the paths that panic messages carry: a smaller file, and
/// the same one wherever it is built.
fn short_paths(root: &Path, registries: &[PathBuf]) -> Vec<OsString> {
    let folders = registries.iter().map(PathBuf::as_path).chain([root]);
    folders
        .map(|folder| {
            let mut flag = OsString::from("--remap-path-prefix=");
            flag.push(folder.join(""));
            flag.push("=");
            flag
        })
        .collect()
}

/// Where cargo unpacks the sources of dependencies: one folder per registry.
fn registries() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let mut folders: Vec<PathBuf> = sources
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    folders.sort();
    folders
}

/// Flags as `CARGO_ENCODED_RUSTFLAGS` wants them, which allows for spaces in paths.
fn encoded(flags: &[OsString]) -> OsString {
    flags.join(&OsString::from("\u{1f}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_content() {
        let site = run::Scratch::new("names");
        fs::create_dir(site.path().join(FOLDER)).unwrap();
        let glue = |glue: &str, wasm: &[u8]| write_glue(site.path(), "a", glue, wasm).unwrap();
        let first = glue("glue", b"wasm");
        assert_eq!(first, glue("glue", b"wasm"));
        assert_ne!(first, glue("other glue", b"wasm"));
        assert_ne!(first, glue("glue", b"other wasm"));
        let wasm = |wasm: &[u8]| write(site.path(), "a", "wasm", wasm).unwrap().0;
        let first = wasm(b"wasm");
        assert_eq!(first, wasm(b"wasm"));
        assert_ne!(first, wasm(b"other wasm"));
        let file = site.path().join(in_folder(&first));
        assert_eq!(fs::read(file).unwrap(), b"wasm");
    }

    #[test]
    fn scripts_go_without_comments_and_indentation() {
        let script =
            "// One.\n/**\n * Two.\n */\nlet a = \"/*\"; // three\n\n  /* Four. */\n  b(\"//\");\n";
        let kept = "let a = \"/*\"; // three\nb(\"//\");\n";
        assert_eq!(compact(script), kept);
        assert_eq!(compact(kept), kept);
    }

    #[test]
    fn no_text_of_our_scripts_goes_over_several_lines() {
        for name in ["app/loader.js", "app/chunks.js"] {
            let script = fs::read_to_string(root().join(name)).unwrap();
            let split = |line: &&str| line.matches('`').count() % 2 == 1;
            assert_eq!(script.lines().find(split), None, "{name}");
        }
    }

    /// The digest of the empty text, as the standard of subresource integrity writes it.
    #[test]
    fn a_file_gets_the_digest_that_browsers_check() {
        let site = run::Scratch::new("integrity");
        fs::create_dir(site.path().join(FOLDER)).unwrap();
        let (file, integrity) = write(site.path(), "a", "css", b"").unwrap();
        assert_eq!(file, "a.e3b0c44298fc1c14.css");
        assert_eq!(
            integrity,
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
    }

    #[test]
    fn the_loader_has_one_place_for_the_table() {
        let loader = fs::read_to_string(root().join("app/loader.js")).unwrap();
        let filled = with_table(&loader, &json!({ "style": [] })).unwrap();
        assert!(filled.contains(r#"export const files = {"style":[]};"#));
        assert!(with_table("no place", &json!({})).is_err());
    }

    #[test]
    fn every_element_belongs_to_one_entry() {
        let mut elements: Vec<&str> = Vec::new();
        for entry in &ENTRIES {
            elements.extend(entry.elements);
        }
        let count = elements.len();
        elements.sort_unstable();
        elements.dedup();
        assert_eq!(elements.len(), count);
    }

    #[test]
    fn paths_lose_the_folders_of_this_machine() {
        let flags = short_paths(
            Path::new("/a b/jalon"),
            &[PathBuf::from("/c/registry/src/x")],
        );
        let registry = "--remap-path-prefix=/c/registry/src/x/=";
        let both = format!("{registry}\u{1f}--remap-path-prefix=/a b/jalon/=");
        assert_eq!(encoded(&flags), OsString::from(both));
    }
}
