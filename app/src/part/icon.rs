//! Signs that stand beside words, never instead of them. The stylesheet draws them.

use super::el::{El, el};

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
pub(crate) fn icon(icon: Icon) -> El {
    let class = match icon {
        Icon::Check => "icon check",
        Icon::Cross => "icon cross",
        Icon::Dash => "icon dash",
    };
    el("span").class(class).attr("aria-hidden", "true")
}
