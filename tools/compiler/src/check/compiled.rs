//! A bank that passed the check.

use std::collections::BTreeSet;

use jalon_engine::bank::{Bank, Module};
use jalon_engine::id::QuestionId;

use crate::pictures::Shown;
use crate::preview::Selection;
use crate::site_settings::SiteSettings;

/// A checked bank with its modules, in reading order.
#[derive(Debug, Clone)]
pub struct CompiledBank {
    bank: Bank,
    modules: Vec<Module>,
    shown: Shown,
    sampled: BTreeSet<QuestionId>,
    site: SiteSettings,
    folder: String,
}

impl CompiledBank {
    pub(super) fn new(
        bank: Bank,
        modules: Vec<Module>,
        shown: Shown,
        sampled: BTreeSet<QuestionId>,
        site: SiteSettings,
    ) -> Self {
        Self {
            bank,
            modules,
            shown,
            sampled,
            site,
            folder: String::new(),
        }
    }

    /// The same bank, with the folder of its texts.
    pub(super) fn of_folder(self, folder: &str) -> Self {
        Self {
            folder: folder.to_owned(),
            ..self
        }
    }

    /// The folder that its texts lie in, with `/` between the parts; empty for none.
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// The header.
    pub fn bank(&self) -> &Bank {
        &self.bank
    }

    /// How its course site looks, and what it says of itself.
    pub fn site(&self) -> &SiteSettings {
        &self.site
    }

    /// The modules.
    pub fn modules(&self) -> &[Module] {
        &self.modules
    }

    /// The pictures that it shows: the path of each, relative to the folder of banks, and what is in it. They lie beside the modules,
    /// where the client looks for them.
    pub fn pictures(&self) -> Vec<(String, &[u8])> {
        let id = self.bank.id();
        let pictures = self.shown.files.iter();
        pictures
            .map(|(name, bytes)| (format!("{id}/{name}"), bytes.as_slice()))
            .collect()
    }

    /// Whether a question has sample answers, which the check has graded.
    pub(crate) fn has_samples(&self, question: &QuestionId) -> bool {
        self.sampled.contains(question)
    }

    /// The names of the pictures that it shows, those that are missing too.
    pub(super) fn picture_names(&self) -> &BTreeSet<String> {
        &self.shown.names
    }

    /// The compiled files: the path of each, relative to the folder of banks, and its JSON, sealed. The header comes first.
    pub fn files(&self) -> Vec<(String, String)> {
        let id = self.bank.id();
        let (header, modules) = self.written(Selection::Drawn);
        let modules = modules
            .into_iter()
            .map(|(name, json)| (format!("{id}/{name}"), json));
        std::iter::once((format!("{id}.json"), header))
            .chain(modules)
            .collect()
    }
}
