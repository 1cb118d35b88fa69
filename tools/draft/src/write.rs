//! From a draft to a bank's files.

use crate::draft::Draft;
use crate::layout;
use crate::question::Question;

impl Draft {
    /// The files of the bank: the name of each, without folder, and what is in it.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let header = ("bank.toml".to_owned(), bytes(&self.bank));
        let modules = self.modules.iter();
        let modules = modules.map(|(id, module)| (format!("{id}.toml"), bytes(module)));
        let pictures = self.pictures.clone().into_iter();
        std::iter::once(header)
            .chain(modules)
            .chain(pictures)
            .collect()
    }
}

impl Question {
    /// The question as it stands in a module's file, from its heading to its last line.
    pub fn text(&self) -> String {
        layout::question(self)
    }
}

fn bytes(value: &impl serde::Serialize) -> Vec<u8> {
    let text = layout::of(value).to_string();
    text.trim_start_matches('\n').as_bytes().to_vec()
}
