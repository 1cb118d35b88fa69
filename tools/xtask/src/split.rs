//! Cuts a client into chunks: what only the functions marked `#[wasm_split]` reach is fetched when one of them is called. The work is
//! `wasm_split_cli_support`'s, which Leptos' own build tool uses, too. The script that it writes is not used: `app/chunks.js` checks digests
//! and tries again past the cache.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use serde_json::{Map, Value, json};
use walrus::ModuleConfig;
use wasm_split_cli_support::{Options, transform};

/// The module that the wasm imports its chunks' loaders from. No file: the glue defines it.
const LOADERS: &str = "./chunks.js";

/// What stands in `app/chunks.js` for the table of files.
const TABLE: &str = "JALON_CHUNKS";

/// A client that was cut.
pub(crate) struct Split {
    /// What wasm-bindgen is to bind.
    pub(crate) main: PathBuf,
    /// The files of each chunk, by the names that the tool gives them.
    files: Vec<(String, Vec<String>)>,
    folder: PathBuf,
}

/// Cuts a linked wasm, which has to have its relocations.
pub(crate) fn split(wasm: &Path) -> Result<Split> {
    let folder = wasm.with_extension("split");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let (input, main) = (fs::read(wasm)?, folder.join("main.wasm"));
    let mut options = Options::new(&input);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = LOADERS;
    let done = transform(options).map_err(|error| anyhow!("{error:#}"))?;
    let mut files: Vec<_> = done.prefetch_map.into_iter().collect();
    files.sort();
    Ok(Split {
        main,
        files,
        folder,
    })
}

impl Split {
    /// Writes the chunks through `write`, which gets a name and the content and returns what the table says of it, and puts what loads them in
    /// front of the glue.
    pub(crate) fn glue(
        &self,
        glue: &str,
        script: &str,
        mut write: impl FnMut(&str, &[u8]) -> Result<Value>,
    ) -> Result<String> {
        let (mut chunks, mut written) = (Map::new(), Map::new());
        for (chunk, files) in &self.files {
            let mut all = Vec::new();
            for file in files {
                if !written.contains_key(file) {
                    let path = self.folder.join(file).with_extension("wasm");
                    let content = compact(&path)?;
                    written.insert(file.clone(), write(&self.name(file), &content)?);
                }
                all.push(written.get(file).cloned());
            }
            chunks.insert(chunk.clone(), json!(all));
        }
        if script.matches(TABLE).count() != 1 {
            bail!("app/chunks.js has to name {TABLE} once, where the table of files goes");
        }
        let script = script.replace(TABLE, &Value::from(chunks).to_string());
        Ok([&script, "\n", &with_loaders(glue)?].concat())
    }

    /// The chunks that a file is for: `kinds`, `kinds-outcomes`.
    fn name(&self, file: &str) -> String {
        let needs = |(_, files): &&(String, Vec<String>)| files.iter().any(|own| own == file);
        let names: Vec<&str> = self
            .files
            .iter()
            .filter(needs)
            .map(|(chunk, _)| chunk.as_str())
            .collect();
        names.join("-")
    }
}

/// Without names, and with numbers as short as they can be: a linker that keeps relocations pads them.
fn compact(wasm: &Path) -> Result<Vec<u8>> {
    let mut config = ModuleConfig::new();
    let config = config
        .generate_producers_section(false)
        .generate_name_section(false);
    Ok(config.parse_file(wasm)?.emit_wasm())
}

/// The glue, with the loaders where it imports a module of them.
fn with_loaders(glue: &str) -> Result<String> {
    let mut lines = Vec::new();
    for line in glue.lines() {
        let import = line.strip_prefix("import * as ");
        lines.push(match import.and_then(|rest| rest.split_once(" from ")) {
            Some((name, from)) if from.contains(LOADERS) => format!("const {name} = loaders;"),
            Some(_) => bail!("the glue imports another module: {line}"),
            None => line.to_owned(),
        });
    }
    lines.push(String::new());
    Ok(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split() -> Split {
        let files = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        Split {
            main: PathBuf::new(),
            files: vec![
                ("kinds".to_owned(), files(&["chunk_3", "split_kinds"])),
                ("outcomes".to_owned(), files(&["chunk_3", "split_outcomes"])),
            ],
            folder: PathBuf::new(),
        }
    }

    #[test]
    fn a_file_is_named_after_the_chunks_that_need_it() {
        let names = ["chunk_3", "split_kinds", "split_outcomes"].map(|file| split().name(file));
        assert_eq!(names, ["kinds-outcomes", "kinds", "outcomes"]);
    }

    #[test]
    fn the_glue_takes_the_loaders_from_the_script_before_it() {
        let glue = "import * as import1 from \"./chunks.js\"\nlet wasm;\n";
        assert_eq!(
            with_loaders(glue).unwrap(),
            "const import1 = loaders;\nlet wasm;\n"
        );
        assert!(with_loaders("import * as import1 from \"elsewhere\"\n").is_err());
    }

    #[test]
    fn the_script_has_one_place_for_the_table() {
        let script = fs::read_to_string(crate::run::root().join("app/chunks.js")).unwrap();
        assert_eq!(script.matches(TABLE).count(), 1);
    }
}
