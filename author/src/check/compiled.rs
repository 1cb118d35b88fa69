//! A bank that passed the check.

use jalon_engine::bank::{Bank, Module};
use jalon_engine::json::write;

/// A checked bank with its modules, in reading order.
#[derive(Debug, Clone)]
pub struct CompiledBank {
    bank: Bank,
    modules: Vec<Module>,
}

impl CompiledBank {
    pub(super) fn new(bank: Bank, modules: Vec<Module>) -> Self {
        Self { bank, modules }
    }

    /// The header.
    pub fn bank(&self) -> &Bank {
        &self.bank
    }

    /// The modules.
    pub fn modules(&self) -> &[Module] {
        &self.modules
    }

    /// The compiled files: the path of each, relative to the folder of banks, and its JSON.
    pub fn files(&self) -> Vec<(String, String)> {
        let id = self.bank.id();
        let header = (format!("{id}.json"), write(self.bank.file()));
        let modules = self.modules.iter().map(|module| {
            (
                format!("{id}/{}.json", module.info().id),
                write(module.file()),
            )
        });
        std::iter::once(header).chain(modules).collect()
    }
}
