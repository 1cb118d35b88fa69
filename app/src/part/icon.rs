//! Signs that stand beside words, never instead of them. The stylesheet draws them.

use jalon_view::{Element, html};

/// A sign.
#[derive(Clone, Copy)]
pub(crate) enum Icon {
    /// Right.
    Check,
    /// Wrong.
    Cross,
    /// Neither.
    Dash,
}

/// Draws a sign, hidden from screen readers.
pub(crate) fn icon(icon: Icon) -> Element {
    let class = match icon {
        Icon::Check => "icon check",
        Icon::Cross => "icon cross",
        Icon::Dash => "icon dash",
    };
    html::span().class(class).attr("aria-hidden", "true")
}
