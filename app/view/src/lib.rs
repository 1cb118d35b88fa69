//! Views for the browser on Leptos' reactive graph, in one type, so that a page loads less.
//!
//! ```no_run
//! use jalon_view::{IntoView, html};
//! use leptos::mount::mount_to_renderer;
//! use leptos::prelude::*;
//!
//! fn counter() -> impl IntoView {
//!     let count = RwSignal::new(0);
//!     html::button()
//!         .attr("type", "button")
//!         .prop("disabled", move || count.get() > 9)
//!         .on("click", move |_| count.update(|n| *n += 1))
//!         .child("clicked ")
//!         .child(move || count.get().to_string())
//! }
//!
//! if let Some(body) = document().body() {
//!     mount_to_renderer(&body, || counter().into_view()).forget();
//! }
//! ```
//!
//! It is used as the builder of Leptos is: [`child`](Element::child), [`class`](Element::class), [`attr`](Element::attr),
//! [`prop`](Element::prop), [`on`](Element::on), and a closure wherever something changes. Signals, memos, context, owners and
//! mounting are Leptos' own.
//!
//! # What it promises
//!
//! - A closure runs again when a signal changes that it reads, and then alone. It is an effect of Leptos', with an owner of its own.
//! - What a closure returns takes over the elements that it returned before, where their number, tags and names of attributes are the
//!   same. So the focus stays where it is. Attributes and texts that stay the same are not touched.
//! - A listener of the browser's is made once per element and event. When a closure runs again, the handler behind it is replaced.
//! - Rows of [`each`] are kept and moved by their keys. Each has an owner, which is cleaned up when the row goes.
//! - What is taken away does nothing any more: its effects don't run, and its listeners are removed.
//! - Texts are texts. Nothing here sets inner HTML.
//!
//! The tests in `tests/` hold it to that in a real browser.
//!
//! # What it costs and saves
//!
//! `view!` and Leptos' builder make a copy of the rendering code for each type of element, attribute and tree. Here each view is of
//! one type and each closure is behind one pointer, so there is one copy. Measured with the client of Jalon, in bytes that a page
//! loads with gzip: with `view!` it loads 110 kB more, and 84 kB more with `--cfg erase_components`. That is 0.55 to 0.65 s more on
//! a slow phone.
//!
//! The code of this crate weighs 3 kB of gzip (7.6 kB of WebAssembly). Each use of [`each`] is compiled for its own types of items
//! and keys, and the first one adds 2.6 kB.
//!
//! At run time, a closure costs a boxed pointer and a call through it.
//!
//! # When not to use it
//!
//! - To render on a server: there is only a browser's side.
//! - Where the size of the first load doesn't matter. Leptos' views check more: names of attributes and types of events, for example.
//! - For long lists: keys are compared one by one.

/// A function for each tag.
macro_rules! tags {
    ($($tag:ident),*) => {
        $(
            #[doc = concat!("The element `<", stringify!($tag), ">`.")]
            #[inline(never)]
            pub fn $tag() -> Element {
                Element::new(stringify!($tag))
            }
        )*
    };
}

mod attached;
mod call;
mod effect;
mod element;
mod list;
mod render;
mod tag;
mod value;

pub use element::{Element, IntoView, View};
pub use list::each;
pub use render::Mounted;
pub use tag::{html, svg};
pub use value::{AttributeText, IntoAttribute, IntoProperty};
