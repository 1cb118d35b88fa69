//! From the loader's downloads to a module.

use jalon_engine::bank::{Bank, Module};
use js_sys::Array;
use wasm_bindgen::JsValue;

/// Why there is no bank to show.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The tag lacks an attribute.
    NoAttribute(&'static str),
    /// No answer from the server.
    NoConnection(String),
    /// The server refused.
    Status(String, u16),
    /// The file is not what it should be.
    Unreadable(String, String),
    /// The bank has other modules, these.
    NoSuchModule(String, String),
}

/// What a tag asks for.
pub(crate) struct Ask {
    /// The address of the bank's header.
    pub(crate) bank: String,
    /// The module's id.
    pub(crate) module: String,
}

impl Ask {
    /// The module asked for, checked. `answers` are address and answer of the header, then of the module.
    pub(crate) fn module(&self, answers: &Array) -> Result<Module, Failure> {
        for (attribute, value) in [("bank", &self.bank), ("module", &self.module)] {
            if value.is_empty() {
                return Err(Failure::NoAttribute(attribute));
            }
        }
        let (address, header) = text(answers, 0)?;
        let bank = match Bank::read(&header) {
            Ok(bank) => bank,
            Err(error) => return Err(Failure::Unreadable(address, error.words())),
        };
        self.exists_in(&bank)?;
        let (address, part) = text(answers, 2)?;
        match bank.read_module(&part) {
            Ok(module) => Ok(module),
            Err(error) => Err(Failure::Unreadable(address, error.words())),
        }
    }

    fn exists_in(&self, bank: &Bank) -> Result<(), Failure> {
        let mut all = String::new();
        for info in bank.modules() {
            if info.id.as_str() == self.module {
                return Ok(());
            }
            all.push_str(if all.is_empty() { "" } else { ", " });
            all.push_str(info.id.as_str());
        }
        Err(Failure::NoSuchModule(self.module.clone(), all))
    }
}

/// The address at that place, and the text behind it.
#[inline(never)]
fn text(answers: &Array, at: u32) -> Result<(String, String), Failure> {
    let address = answers.get(at).as_string().unwrap_or_default();
    let answer: JsValue = answers.get(at + 1);
    if let Some(text) = answer.as_string() {
        return Ok((address, text));
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a status has three digits"
    )]
    Err(match answer.as_f64() {
        Some(status) => Failure::Status(address, status as u16),
        None => Failure::NoConnection(address),
    })
}
