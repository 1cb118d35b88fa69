//! Views.

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
