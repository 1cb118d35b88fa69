//! From a bank's files to a draft.

use std::collections::BTreeMap;
use std::fmt;

use crate::bank::Bank;
use crate::draft::Draft;
use crate::module::Module;
use crate::sources::Sources;

/// Why there is no draft. A bank that passed the check has one.
#[derive(Debug)]
pub struct Unread {
    /// The file.
    pub path: String,
    /// What is wrong with it.
    pub why: String,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.why)
    }
}

impl std::error::Error for Unread {}

/// The drafts of all banks among the sources, with the folder of each.
///
/// # Errors
///
/// A file is no bank's: `jalon_compiler::check` says more of what is wrong with it.
pub fn read(sources: &Sources) -> Result<Vec<(String, Draft)>, Unread> {
    let headers = sources
        .iter()
        .filter(|(_, source)| source.name() == "bank.toml");
    headers
        .map(|(_, header)| {
            let bank: Bank = parse(header.path(), header.text())?;
            let folder = header.folder();
            let mut modules = Vec::new();
            for id in &bank.modules {
                let name = format!("{id}.toml");
                let mut files = sources.iter().map(|(_, source)| source);
                let file = files.find(|source| source.folder() == folder && source.name() == name);
                if let Some(file) = file {
                    modules.push((id.clone(), parse::<Module>(file.path(), file.text())?));
                }
            }
            let pictures = pictures(sources, folder);
            let draft = Draft {
                bank,
                modules,
                pictures,
            };
            Ok((folder.to_owned(), draft))
        })
        .collect()
}

fn parse<T: serde::de::DeserializeOwned>(path: &str, text: &str) -> Result<T, Unread> {
    toml::from_str(text).map_err(|error| Unread {
        path: path.to_owned(),
        why: error.to_string(),
    })
}

fn pictures(sources: &Sources, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let inside = sources.pictures().filter_map(|(path, bytes)| {
        let (own, name) = path.rsplit_once('/').unwrap_or(("", path));
        (own == folder).then(|| (name.to_owned(), bytes.to_vec()))
    });
    inside.collect()
}
