//! From a draft to a bank's files.

use serde::Serialize;
use toml::{Table, Value};

use super::{Draft, layout};

impl Draft {
    /// The files of the bank: the name of each, without folder, and what is in it.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let header = ("bank.toml".to_owned(), written(&self.bank));
        let modules = self.modules.iter();
        let modules = modules.map(|(id, module)| (format!("{id}.toml"), written(module)));
        let pictures = self.pictures.clone().into_iter();
        std::iter::once(header)
            .chain(modules)
            .chain(pictures)
            .collect()
    }
}

/// The file of plain data, in the layout of every bank.
fn written(value: &impl Serialize) -> Vec<u8> {
    // It is a table with text keys, which always has a TOML form.
    let table = match Value::try_from(value) {
        Ok(Value::Table(table)) => table,
        _ => Table::new(),
    };
    layout::document(table).to_string().into_bytes()
}
