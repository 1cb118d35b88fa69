//! What the learner sees: Leptos views over the engine, mounted by a custom element into its shadow root.

mod edge;
mod kind;
mod part;
mod screen;
mod shared;
mod state;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use part::Reader;
use part::render::Root;
use screen::{Ask, Element, Wishes};

/// The views in one place.
struct Mounted {
    place: HtmlElement,
    wishes: Wishes,
    reader: Reader,
    owner: Owner,
    view: UnmountHandle<Root>,
}

thread_local! {
    /// All that is mounted. Kept here, and found by its place, since an exported class takes more glue.
    static MOUNTED: RefCell<Vec<Mounted>> = const { RefCell::new(Vec::new()) };
}

/// Mounts the views of the element `tag` into `place`. `bank` and `module` are its attributes, `wishes` the languages to
/// read in, most wanted first, with commas between them; `bank_answer` and `module_answer` are promises of downloads that
/// have already begun.
#[wasm_bindgen]
pub fn mount(
    place: HtmlElement,
    tag: &str,
    bank: String,
    module: String,
    wishes: String,
    bank_answer: Option<js_sys::Promise>,
    module_answer: Option<js_sys::Promise>,
) {
    let element = Element::of_tag(tag);
    let ask = Ask { bank, module };
    let answers = bank_answer.zip(module_answer);
    let owner = Owner::new();
    let mounted = owner.with(|| {
        let reader = screen::first_reader(&wishes, place.clone());
        let wishes: Wishes = Rc::new(wishes.into());
        let followed = wishes.clone();
        let of_all = owner.clone();
        let view = mount_to_renderer(&place, move || {
            screen::screen(element, ask, answers, followed, reader, of_all)
        });
        Mounted {
            place: place.clone(),
            wishes,
            reader,
            owner: owner.clone(),
            view,
        }
    });
    MOUNTED.with_borrow_mut(|all| all.push(mounted));
}

/// Reads in other languages in a place from now on.
#[wasm_bindgen]
pub fn read(place: &HtmlElement, wishes: String) {
    MOUNTED.with_borrow(|all| {
        if let Some(mounted) = all.iter().find(|mounted| mounted.place == *place) {
            screen::follow(mounted.reader, &wishes);
            mounted.wishes.replace(wishes);
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
    if let Some(Mounted { view, owner, .. }) = mounted {
        drop(view);
        // A download under way holds the owner too, and finds by this that nobody waits for it any more.
        owner.cleanup();
    }
}
