//! What the learner sees: Leptos views over the engine, mounted by a custom element into its shadow root.

mod edge;
mod kind;
mod part;
mod screen;
mod state;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use part::Reader;
use screen::{Ask, Element, Wanted};

/// A mounted element; unmounts when it is dropped.
#[wasm_bindgen]
pub struct Mounted {
    wanted: Wanted,
    reader: Reader,
    #[expect(dead_code, reason = "held for its drop")]
    view: Box<dyn std::any::Any>,
}

#[wasm_bindgen]
impl Mounted {
    /// Follows the element's `lang` attribute.
    pub fn read(&self, lang: Option<String>) {
        screen::follow(self.reader, lang.as_deref());
        self.wanted.replace(lang);
    }

    /// Takes the views away.
    pub fn unmount(self) {}
}

/// Mounts the views of the element `tag` into `place`. `bank` and `module` are its attributes; `bank_answer` and
/// `module_answer` are promises of downloads that have already begun.
#[wasm_bindgen]
pub fn mount(
    place: HtmlElement,
    tag: &str,
    bank: String,
    module: String,
    lang: Option<String>,
    bank_answer: Option<js_sys::Promise>,
    module_answer: Option<js_sys::Promise>,
) -> Mounted {
    let element = Element::of_tag(tag);
    let ask = Ask {
        bank,
        module,
        answers: bank_answer.zip(module_answer),
    };
    let owner = Owner::new();
    let reader = owner.with(|| screen::first_reader(lang.as_deref(), place.clone()));
    let wanted = Wanted::new(lang.into());
    let attribute = wanted.clone();
    let view = mount_to(place, move || {
        screen::screen(element, ask, attribute, reader)
    });
    Mounted {
        wanted,
        reader,
        view: Box::new((view, owner)),
    }
}
