//! `jalon build`.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use jalon_compiler::CompiledBank;
use serde_json::Value;

use crate::check::{end, print_problems};
use crate::run::{End, Failure, read};
use crate::summary;

pub(crate) fn run(folders: &[PathBuf], target: &Path, out: &mut dyn Write) -> Result<End, Failure> {
    let sources = read(folders)?;
    let report = jalon_compiler::check(&sources);
    print_problems(&sources, &report, out)?;
    if end(&report) == End::Unsound {
        return Ok(End::Unsound);
    }
    for bank in &report.banks {
        build(bank, target, out)?;
        writeln!(
            out,
            "{}",
            summary::bank(bank, report.diagnostics.is_empty())
        )?;
    }
    Ok(End::Sound)
}

/// Writes a bank, also into a folder that is being served.
fn build(bank: &CompiledBank, target: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    let id = bank.bank().id().as_str();
    let files = bank.files();
    let header = target.join(format!("{id}.json"));
    let before = fs::read_to_string(&header).unwrap_or_default();
    for (name, bytes) in bank.pictures() {
        put(target, &name, bytes, out)?;
    }
    // The header comes last: until it is there, readers see the old bank and not half of the new one.
    for (name, json) in files.iter().rev() {
        put(target, name, json.as_bytes(), out)?;
    }
    let now = files.first().map_or("", |(_, json)| json);
    if now != before {
        let mut keep = named(&before);
        keep.extend(named(now));
        remove_others(&target.join(id), id, &keep);
    }
    Ok(())
}

fn put(target: &Path, name: &str, bytes: &[u8], out: &mut dyn Write) -> Result<(), Failure> {
    let path = target.join(name);
    crate::files::write(&path, bytes).map_err(|error| Failure::Write(path.clone(), error))?;
    writeln!(out, "{} ({} bytes)", path.display(), bytes.len())?;
    Ok(())
}

/// The files of modules that a header names.
fn named(header: &str) -> BTreeSet<String> {
    let header: Value = serde_json::from_str(header).unwrap_or_default();
    let modules = header["modules"].as_array().into_iter().flatten();
    let files = modules.filter_map(|module| module["file"].as_str());
    files.map(str::to_owned).collect()
}

/// Removes modules of earlier versions. Those of the version before stay, for whoever has its header in a cache. A file that can't be read or
/// removed is in nobody's way.
fn remove_others(folder: &Path, bank: &str, keep: &BTreeSet<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().into_string().unwrap_or_default();
        if !keep.contains(&name) && is_module(&entry.path(), &name, bank) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a file is a module that was built for the bank, by its name and its content.
fn is_module(path: &Path, name: &str, bank: &str) -> bool {
    let parts = name
        .strip_suffix(".json")
        .and_then(|name| name.rsplit_once('.'));
    let Some((id, hash)) = parts else {
        return false;
    };
    if hash.len() != 16 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return false;
    }
    let content: Value = fs::read(path)
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default();
    content["jalon"].is_u64() && content["bank"] == bank && content["module"] == id
}
