//! What the tests share: a place on the page of their own, and what is in it.

#![allow(dead_code, reason = "no file of tests uses all of it")]

use jalon_view::{IntoView, Mounted};
use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// A view in a place of its own, which goes with it.
pub(crate) struct Page {
    pub(crate) place: Element,
    view: Option<UnmountHandle<Mounted>>,
}

impl Page {
    pub(crate) fn new<V: IntoView>(view: impl FnOnce() -> V + 'static) -> Self {
        let place = document().create_element("main").unwrap();
        document().body().unwrap().append_child(&place).unwrap();
        let view = Some(mount_to_renderer(&place, move || view().into_view()));
        Self { place, view }
    }

    pub(crate) fn html(&self) -> String {
        self.place.inner_html()
    }

    pub(crate) fn text(&self) -> String {
        self.place.text_content().unwrap()
    }

    pub(crate) fn find(&self, selector: &str) -> HtmlElement {
        let found = self.place.query_selector(selector).unwrap();
        found.expect(selector).unchecked_into()
    }

    pub(crate) fn input(&self) -> HtmlInputElement {
        self.find("input").unchecked_into()
    }

    /// How many nodes there are, elements and texts.
    pub(crate) fn nodes(&self) -> usize {
        fn below(node: &web_sys::Node) -> usize {
            let mut all = 0;
            let mut child = node.first_child();
            while let Some(node) = child {
                all += 1 + below(&node);
                child = node.next_sibling();
            }
            all
        }
        below(&self.place)
    }

    pub(crate) fn unmount(&mut self) {
        self.view.take();
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.unmount();
        self.place.remove();
    }
}

/// Waits until effects have run.
pub(crate) async fn tick() {
    leptos::task::tick().await;
}

/// Counts the listeners that are added and removed from now on.
pub(crate) fn count_listeners() {
    js_sys::eval(
        "if (!window.counted) {
            window.counted = {};
            for (const name of ['addEventListener', 'removeEventListener']) {
                const former = EventTarget.prototype[name];
                EventTarget.prototype[name] = function (...given) {
                    window.counted[name] += 1;
                    return former.apply(this, given);
                };
            }
        }
        window.counted.addEventListener = 0;
        window.counted.removeEventListener = 0;",
    )
    .unwrap();
}

/// How many listeners were added and removed since.
pub(crate) fn listeners() -> (f64, f64) {
    let count = |name: &str| {
        let count = js_sys::eval(&format!("window.counted.{name}")).unwrap();
        count.as_f64().unwrap()
    };
    (count("addEventListener"), count("removeEventListener"))
}
