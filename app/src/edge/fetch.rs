//! Getting a bank.

use jalon_engine::bank::{Bank, Module};
use jalon_engine::id::ModuleId;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Why there is no bank to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The tag lacks an attribute.
    NoAttribute(&'static str),
    /// No answer from the server.
    NoConnection(String),
    /// The server refused.
    Status(String, u16),
    /// The file is not what it should be.
    Unreadable(String, String),
    /// The bank has other modules.
    NoSuchModule(String, Vec<String>),
}

/// What a tag asks for, and downloads of it that have already begun.
#[derive(Clone)]
pub(crate) struct Ask {
    /// The address of the bank's header.
    pub(crate) bank: String,
    /// The module's id.
    pub(crate) module: String,
    /// The answers to come for header and module, the first time.
    pub(crate) answers: Option<(Promise, Promise)>,
}

impl Ask {
    /// The address of the module: beside the header, in a folder of the header's name.
    fn module_address(&self) -> String {
        let (path, query) = match self.bank.find(['?', '#']) {
            Some(at) => self.bank.split_at(at),
            None => (self.bank.as_str(), ""),
        };
        format!(
            "{}/{}.json{query}",
            path.strip_suffix(".json").unwrap_or(path),
            self.module
        )
    }

    /// The module asked for, checked.
    pub(crate) async fn module(self) -> Result<Module, Failure> {
        let module_address = self.module_address();
        if self.bank.is_empty() {
            return Err(Failure::NoAttribute("bank"));
        }
        if self.module.is_empty() {
            return Err(Failure::NoAttribute("module"));
        }
        let (header, part) = match self.answers {
            Some((header, part)) => (header, part),
            None => (fetch(&self.bank), fetch(&module_address)),
        };
        let header = text(header, &self.bank).await?;
        let bank = Bank::read(&header)
            .map_err(|error| Failure::Unreadable(self.bank.clone(), error.to_string()))?;
        let known = |id: &ModuleId| bank.module_info(id).is_some();
        if !self.module.parse().is_ok_and(|id| known(&id)) {
            let all = bank
                .modules()
                .iter()
                .map(|info| info.id.to_string())
                .collect();
            return Err(Failure::NoSuchModule(self.module, all));
        }
        let part = text(part, &module_address).await?;
        bank.read_module(&part)
            .map_err(|error| Failure::Unreadable(module_address, error.to_string()))
    }
}

fn fetch(address: &str) -> Promise {
    match web_sys::window() {
        Some(window) => window.fetch_with_str(address),
        None => Promise::reject(&JsValue::NULL),
    }
}

async fn text(answer: Promise, address: &str) -> Result<String, Failure> {
    let none = |_| Failure::NoConnection(address.to_owned());
    let answer: Response = JsFuture::from(answer).await.map_err(none)?.unchecked_into();
    if !answer.ok() {
        return Err(Failure::Status(address.to_owned(), answer.status()));
    }
    let body = JsFuture::from(answer.text().map_err(none)?)
        .await
        .map_err(none)?;
    Ok(body.as_string().unwrap_or_default())
}
