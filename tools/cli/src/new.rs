//! `jalon new`: a bank to begin with, which is kept in `tools/cli/starter`.

use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

use crate::run::{End, Failure};
use crate::{files, schema};

const BANK: &str = include_str!("../starter/bank.toml");
const MODULE: &str = include_str!("../starter/first-tour.toml");
const PICTURE: &str = include_str!("../starter/planets.svg");

/// The languages that the starter is written in (BCP 47): those of the interface.
pub(crate) const LANGUAGES: [&str; 3] = ["en", "fr", "de"];

/// Writes the bank into a folder that has no files yet, and says what to do next.
pub(crate) fn run(folder: &Path, langs: &[String], out: &mut dyn Write) -> Result<End, Failure> {
    if is_taken(folder) {
        return Err(Failure::Taken(folder.to_owned()));
    }
    let id = name(folder);
    for (name, text) in bank(&id, langs) {
        let path = folder.join(name);
        files::write(&path, text.as_bytes())
            .map_err(|error| Failure::Write(path.clone(), error))?;
        writeln!(out, "{}", path.display())?;
    }
    let shown = typed(folder);
    writeln!(
        out,
        "\nNext:\n  jalon serve {shown}    shows the bank in a browser, and again at each save\n  \
         jalon check {shown}    says what is wrong, and what could be better"
    )?;
    Ok(End::Sound)
}

/// Whether there is anything; what is hidden, such as `.git`, is in nobody's way.
fn is_taken(folder: &Path) -> bool {
    let is_seen = |name: OsString| !name.as_encoded_bytes().starts_with(b".");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    folder.is_file() || entries.map(|entry| entry.file_name()).any(is_seen)
}

/// The folder as one would type it behind a command.
fn typed(folder: &Path) -> String {
    let name = folder.display().to_string();
    let is_plain = |sign: char| sign.is_alphanumeric() || "-_./\\:~+,".contains(sign);
    let name = match name.strip_prefix('-') {
        Some(_) => format!("./{name}"),
        None => name,
    };
    if name.chars().all(is_plain) {
        name
    } else {
        format!("\"{name}\"")
    }
}

/// What the folder is called, as an id; that of the starter where nothing is left of it.
fn name(folder: &Path) -> Option<String> {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| PathBuf::from(folder));
    let name = whole.file_name()?.to_string_lossy().into_owned();
    let id = jalon_formats::id_of(&name);
    (!id.is_empty()).then_some(id)
}

/// The files of the bank: the name of each, and what is in it.
fn bank(id: &Option<String>, langs: &[String]) -> Vec<(String, String)> {
    let mut header = only(BANK, langs);
    if let Some(id) = id {
        header = edited(&header, |document| {
            if let Some(own) = document.get_mut("id").and_then(Item::as_value_mut) {
                *own = Value::from(id.as_str()).decorated(" ", "");
            }
        });
    }
    let mut all = vec![
        ("first-tour.toml".to_owned(), only(MODULE, langs)),
        ("planets.svg".to_owned(), PICTURE.to_owned()),
    ];
    for (name, text) in schema::all() {
        all.push((format!("schema/{name}"), text));
    }
    // The header comes last: until it is there, nobody looks for the others.
    all.push(("bank.toml".to_owned(), header));
    all
}

fn edited(text: &str, edit: impl FnOnce(&mut DocumentMut)) -> String {
    // It is a file of ours, and a test reads it.
    let mut document: DocumentMut = text.parse().unwrap_or_default();
    edit(&mut document);
    document.to_string()
}

/// The text in some of its languages.
fn only(text: &str, langs: &[String]) -> String {
    let is_kept = |tag: &str| langs.iter().any(|lang| lang == tag);
    let dropped: Vec<&str> = LANGUAGES.into_iter().filter(|tag| !is_kept(tag)).collect();
    if dropped.is_empty() {
        return text.to_owned();
    }
    edited(text, |document| {
        for lang in dropped {
            without(document.as_table_mut(), lang);
        }
        if let Some(list) = document.get_mut("languages").and_then(Item::as_array_mut) {
            list.retain(|tag| tag.as_str().is_some_and(is_kept));
            list.fmt();
        }
    })
}

/// Takes a language out of a table and of all that is in it. What was said before its texts is said before those that follow.
fn without(table: &mut dyn TableLike, lang: &str) {
    let comment = before(table, lang);
    if let Some(gone) = table.remove(lang) {
        hand_on(comment, &gone, table);
    }
    let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    for key in keys {
        match table.get_mut(&key) {
            Some(Item::ArrayOfTables(list)) => list.iter_mut().for_each(|one| without(one, lang)),
            Some(item) => {
                if let Some(inner) = item.as_table_like_mut() {
                    without(inner, lang);
                }
            }
            None => {}
        }
    }
}

/// The comment before a key, or before the first block of its list.
fn before(table: &dyn TableLike, name: &str) -> Option<String> {
    let item = table.get(name)?;
    let first: Option<&Table> = item
        .as_array_of_tables()
        .and_then(|list| list.iter().next());
    let decor = match first {
        Some(block) => block.decor(),
        None => table.key(name)?.leaf_decor(),
    };
    let prefix = decor.prefix()?.as_str()?;
    prefix.contains('#').then(|| prefix.to_owned())
}

/// The comments of texts that are gone, to the texts of the language that is left.
fn hand_on(comment: Option<String>, gone: &Item, table: &mut dyn TableLike) {
    let mut left = table.iter_mut();
    let Some((mut key, item)) = left.find(|(key, _)| LANGUAGES.contains(&key.get())) else {
        return;
    };
    let first = item.as_array_of_tables_mut();
    let Some(first) = first.and_then(|list| list.iter_mut().next()) else {
        if let Some(comment) = comment {
            key.leaf_decor_mut().set_prefix(comment);
        }
        return;
    };
    if let Some(comment) = comment {
        first.decor_mut().set_prefix(comment);
    }
    let wording = gone
        .as_array_of_tables()
        .and_then(|list| list.iter().next());
    if let Some(wording) = wording {
        same_comments(wording, first);
    }
}

/// Says the same before the same keys.
fn same_comments(from: &dyn TableLike, to: &mut dyn TableLike) {
    for (mut key, item) in to.iter_mut() {
        let comment = before(from, key.get());
        match (from.get(key.get()), item.as_table_like_mut()) {
            (Some(from), Some(to)) => {
                if let Some(from) = from.as_table_like() {
                    same_comments(from, to);
                }
            }
            _ => {
                if let Some(comment) = comment {
                    key.leaf_decor_mut().set_prefix(comment);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_starter_is_written_in_every_language_of_the_interface() {
        assert_eq!(LANGUAGES, jalon_i18n::TAGS);
    }
}
