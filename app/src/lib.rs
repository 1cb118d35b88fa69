//! What the learner sees: Leptos views over the engine, mounted by a custom element into its shadow root.

mod edge;
mod kind;
mod part;
mod screen;
mod state;

use std::cell::RefCell;

use js_sys::Array;
use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use part::Reader;
use screen::{Ask, Tag};

/// Half the size of the allocator that comes with the standard library, and quicker.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The views in one place.
struct Mounted {
    place: HtmlElement,
    reader: Reader,
    #[expect(dead_code, reason = "held for its drop")]
    view: UnmountHandle<jalon_view::Mounted>,
    #[expect(dead_code, reason = "held for its drop")]
    owner: Owner,
}

thread_local! {
    /// All that is mounted. Kept here, and found by its place, since an exported class takes more glue.
    static MOUNTED: RefCell<Vec<Mounted>> = const { RefCell::new(Vec::new()) };
}

/// Mounts the views of an element into `place`. `asked` are its tag, its attributes `bank` and `module`, and the languages to read in, most
/// wanted first, with commas between them; `answers` are address and answer of the bank's header and of the module: a text, the status of
/// a refusal, or nothing. `retry` has the loader ask again. Lists, since each text by itself takes more glue. Returns whether the module
/// could be read; where it could not, the views say why.
#[wasm_bindgen]
pub fn mount(place: HtmlElement, asked: &Array, answers: &Array, retry: js_sys::Function) -> bool {
    let text = |at| asked.get(at).as_string().unwrap_or_default();
    let tag = Tag::named(&text(0));
    let (bank, module) = (text(1), text(2));
    let ask = Ask { bank, module };
    let wishes = &text(3);
    // Leptos' own are made below this one, so that what views share lives as long as they do.
    let owner = Owner::new();
    let mounted = owner.clone().with(|| {
        let reader = screen::first_reader(wishes);
        let module = ask.module(answers);
        let is_read = module.is_ok();
        let view = screen::screen(tag, place.clone(), &ask, module, wishes, reader, retry);
        (
            is_read,
            Mounted {
                view: mount_to_renderer(&place, move || view),
                place,
                reader,
                owner,
            },
        )
    });
    let (is_read, mounted) = mounted;
    MOUNTED.with_borrow_mut(|all| all.push(mounted));
    is_read
}

/// Reads in other languages in a place from now on.
#[wasm_bindgen]
pub fn read(place: &HtmlElement, wishes: &str) {
    MOUNTED.with_borrow(|all| {
        if let Some(mounted) = all.iter().find(|mounted| mounted.place == *place) {
            screen::follow(mounted.reader, wishes);
        }
    });
}

/// Takes the views out of a place.
#[wasm_bindgen]
pub fn unmount(place: &HtmlElement) {
    let mounted = MOUNTED.with_borrow_mut(|all| {
        let at = all.iter().position(|mounted| mounted.place == *place)?;
        Some(all.swap_remove(at))
    });
    // Only now, since what goes with the views may ask for this list.
    drop(mounted);
}
