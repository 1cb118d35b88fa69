//! What the learner sees: views on Leptos' signals, over the engine, mounted by a custom element into its shadow root. The folders beside `src` are the
//! clients that `jalon.js` loads.

mod chunk;
mod chunk_contents;
mod kind;
mod mounted;
mod options;
mod part;
mod platform;
mod screen;
mod state;

pub use chunk::{Chunks, Kinds, Loading, NotLoaded, Outcomes};
pub use mounted::{mount, mount_progress, read, unmount};
