//! From the loader's downloads to a module.

use jalon_engine::bank::{Bank, Module, ModuleInfo};
use jalon_engine::kind::{ResponseProcessing, SelectedResponse};
use js_sys::Array;
use wasm_bindgen::JsValue;

use crate::chunk::{Kinds, Loading, NotLoaded};

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

/// A module, and the inputs of its rare kinds where it has any.
pub(crate) struct Loaded {
    pub(crate) module: Module,
    pub(crate) kinds: Option<Kinds>,
}

/// What a tag asks for.
pub(crate) struct Ask {
    /// The address of the bank's header.
    pub(crate) bank: String,
    /// The module's id; empty where all of the bank is asked for.
    pub(crate) module: String,
}

impl Ask {
    /// The module asked for, checked, with what its kinds need. `answers` are address and answer of the header, then of the module.
    pub(crate) async fn module(
        &self,
        answers: &Array,
        load: fn() -> Loading<Kinds>,
    ) -> Result<Result<Loaded, Failure>, NotLoaded> {
        let read = self.bank(answers).and_then(|bank| {
            let is_selected = is_selected_response(self.info(&bank)?);
            Ok((bank, is_selected, text(answers, 2)?))
        });
        let (bank, is_selected, (address, part)) = match read {
            Ok(read) => read,
            Err(failure) => return Ok(Err(failure)),
        };
        let kinds = match is_selected {
            true => None,
            false => Some(load().await?),
        };
        let processing = kinds.map_or(&SelectedResponse as &dyn ResponseProcessing, |kinds| {
            kinds.processing
        });
        Ok(match bank.read_module_with(&part, processing) {
            Ok(module) => Ok(Loaded { module, kinds }),
            Err(error) => Err(Failure::Unreadable(address, error.words())),
        })
    }

    /// The bank, checked; `answers` are address and answer of its header.
    pub(crate) fn bank(&self, answers: &Array) -> Result<Bank, Failure> {
        if self.bank.is_empty() {
            return Err(Failure::NoAttribute("bank"));
        }
        let (address, header) = text(answers, 0)?;
        Bank::read(&header).map_err(|error| Failure::Unreadable(address, error.words()))
    }

    fn info<'a>(&self, bank: &'a Bank) -> Result<&'a ModuleInfo, Failure> {
        if self.module.is_empty() {
            return Err(Failure::NoAttribute("module"));
        }
        let mut all = String::new();
        for info in bank.modules() {
            if info.id.as_str() == self.module {
                return Ok(info);
            }
            all.push_str(if all.is_empty() { "" } else { ", " });
            all.push_str(info.id.as_str());
        }
        Err(Failure::NoSuchModule(self.module.clone(), all))
    }
}

/// Whether all questions of a module are. A header that doesn't say what kinds there are may have any.
fn is_selected_response(info: &ModuleInfo) -> bool {
    !info.kinds.is_empty() && info.kinds.iter().all(|kind| SelectedResponse.covers(*kind))
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
