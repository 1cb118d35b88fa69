//! The client of a learner's progress through a bank: what `jalon.js` loads for `jalon-progress`.

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Half the size of the allocator that comes with the standard library, and quicker.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Mounts the views of an element into `place`; see [`jalon_app::mount_progress`]. Returns a promise, as every client does.
#[wasm_bindgen]
pub async fn mount(place: HtmlElement, asked: Array, answers: Array, retry: Function) -> bool {
    jalon_app::mount_progress(place, &asked, &answers, retry)
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
