//! Getting a bank.

use jalon_engine::bank::{Bank, Module};
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

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

/// The answers to come for header and module.
pub(crate) type Answers = (Promise, Promise);

impl Ask {
    /// The address of the module: beside the header, in a folder of the header's name.
    fn module_address(&self) -> String {
        let end = self.bank.find(['?', '#']).unwrap_or(self.bank.len());
        let (path, query) = self.bank.split_at(end);
        let folder = path.strip_suffix(".json").unwrap_or(path);
        [folder, "/", &self.module, ".json", query].concat()
    }

    /// The module asked for, checked. `answers` are of downloads that have already begun.
    pub(crate) async fn module(&self, answers: Option<Answers>) -> Result<Module, Failure> {
        for (attribute, value) in [("bank", &self.bank), ("module", &self.module)] {
            if value.is_empty() {
                return Err(Failure::NoAttribute(attribute));
            }
        }
        let (header, part) =
            answers.unwrap_or_else(|| (fetch(&self.bank), fetch(&self.module_address())));
        let header = text(header).await;
        let bank = self.read_header(header)?;
        let part = text(part).await;
        self.read_part(&bank, part)
    }

    // What follows is not in the function above since there every value would be kept for the time after the next `await`.

    #[inline(never)]
    fn read_header(&self, header: Result<String, NoText>) -> Result<Bank, Failure> {
        let header = header.map_err(|why| why.of(&self.bank))?;
        let bank = match Bank::read(&header) {
            Ok(bank) => bank,
            Err(error) => return Err(Failure::Unreadable(self.bank.clone(), error.to_string())),
        };
        let mut all = String::new();
        for info in bank.modules() {
            if info.id.as_str() == self.module {
                return Ok(bank);
            }
            all.push_str(if all.is_empty() { "" } else { ", " });
            all.push_str(info.id.as_str());
        }
        Err(Failure::NoSuchModule(self.module.clone(), all))
    }

    #[inline(never)]
    fn read_part(&self, bank: &Bank, part: Result<String, NoText>) -> Result<Module, Failure> {
        let address = self.module_address();
        let part = part.map_err(|why| why.of(&address))?;
        match bank.read_module(&part) {
            Ok(module) => Ok(module),
            Err(error) => Err(Failure::Unreadable(address, error.to_string())),
        }
    }
}

/// Why there is no text: the server's status, or none where it doesn't answer.
struct NoText(Option<u16>);

impl NoText {
    fn of(self, address: &str) -> Failure {
        match self.0 {
            Some(status) => Failure::Status(address.to_owned(), status),
            None => Failure::NoConnection(address.to_owned()),
        }
    }
}

fn fetch(address: &str) -> Promise {
    match web_sys::window() {
        Some(window) => window.fetch_with_str(address),
        None => Promise::reject(&JsValue::NULL),
    }
}

async fn text(answer: Promise) -> Result<String, NoText> {
    let none = |_| NoText(None);
    let answer: Response = JsFuture::from(answer).await.map_err(none)?.unchecked_into();
    if !answer.ok() {
        return Err(NoText(Some(answer.status())));
    }
    let body = answer.text().map_err(none)?;
    let body = JsFuture::from(body).await.map_err(none)?;
    Ok(body.as_string().unwrap_or_default())
}
