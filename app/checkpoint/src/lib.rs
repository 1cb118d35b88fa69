//! The client of a checkpoint: what `jalon.js` loads for `jalon-checkpoint`, `jalon-module` and `jalon-prompt`.

mod chunks;

use jalon_app::NotLoaded;
use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Half the size of the allocator that comes with the standard library, and quicker.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Mounts the views of an element into `place`; see [`jalon_app::mount`].
///
/// # Errors
///
/// A chunk that the module needs can't be loaded. Nothing is mounted.
#[wasm_bindgen]
pub async fn mount(
    place: HtmlElement,
    asked: Array,
    answers: Array,
    retry: Function,
) -> Result<bool, JsError> {
    jalon_app::mount(place, &asked, &answers, retry, chunks::CHUNKS)
        .await
        .map_err(|NotLoaded| JsError::new("a part of the client could not be loaded"))
}

/// Reads in other languages in a place from now on.
#[wasm_bindgen]
pub fn read(place: &HtmlElement, wishes: &str) {
    jalon_app::read(place, wishes);
}

/// Takes the views out of a place.
#[wasm_bindgen]
pub fn unmount(place: &HtmlElement) {
    jalon_app::unmount(place);
}
