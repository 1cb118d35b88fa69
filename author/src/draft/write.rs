//! From a draft to a bank's files.

use serde::Serialize;

use super::Draft;

impl Draft {
    /// The files of the bank: the name of each, without folder, and what is in it.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let header = ("bank.toml".to_owned(), toml(&self.bank));
        let modules = self.modules.iter();
        let modules = modules.map(|(id, module)| (format!("{id}.toml"), toml(module)));
        let pictures = self.pictures.clone().into_iter();
        std::iter::once(header)
            .chain(modules)
            .chain(pictures)
            .collect()
    }
}

/// Plain data with text keys: it always has a TOML form.
fn toml(value: &impl Serialize) -> Vec<u8> {
    toml::to_string(value).unwrap_or_default().into_bytes()
}
