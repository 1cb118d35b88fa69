//! A page with a counter and a list that can be sorted.

use jalon_view::{Element, IntoView, each, html};
use leptos::mount::mount_to_renderer;
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

/// A button that counts.
fn counter() -> Element {
    let count = RwSignal::new(0);
    html::button()
        .attr("type", "button")
        .on("click", move |_| count.update(|n| *n += 1))
        .child("clicked ")
        .child(move || count.get().to_string())
}

/// Names, and a button that turns their order round. Each row keeps its element and what is typed in it.
fn names() -> Element {
    let names = RwSignal::new(vec!["Ada", "Grace", "Katherine"]);
    let rows = each(
        move || names.get(),
        |name| *name,
        |name| html::li().child(name).child(html::input()),
    );
    let turn = html::button()
        .attr("type", "button")
        .on("click", move |_| names.update(|all| all.reverse()))
        .child("turn round");
    html::div().child(html::ul().child(rows)).child(turn)
}

/// Shows both in the page's body.
#[wasm_bindgen(start)]
pub fn start() {
    if let Some(body) = document().body() {
        let page = || html::main().child(counter()).child(names()).into_view();
        mount_to_renderer(&body, page).forget();
    }
}
