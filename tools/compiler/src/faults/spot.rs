//! Where faults show in a text.

use jalon_draft::sources::Span;
use jalon_engine::lang::Lang;

use crate::read::{At, Languages, Raw};

/// Where a fault shows, and what else to look at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spot {
    pub(crate) span: Span,
    /// What belongs to it, and what that is.
    pub(crate) see: Option<(Span, &'static str)>,
}

impl From<Span> for Spot {
    fn from(span: Span) -> Self {
        Self { span, see: None }
    }
}

impl Spot {
    pub(crate) fn list(spans: impl IntoIterator<Item = Span>) -> Vec<Self> {
        spans.into_iter().map(Self::from).collect()
    }
}

/// Those among some texts in which a language is missing.
pub(crate) fn lacking<'a, T: 'a>(
    texts: impl IntoIterator<Item = &'a Languages<T>>,
    lang: &Lang,
) -> Vec<Spot> {
    Spot::list(
        texts
            .into_iter()
            .filter(|text| !text.has(lang))
            .map(|text| text.span),
    )
}

/// Those among some texts that say nothing.
pub(super) fn blank<'a>(texts: impl IntoIterator<Item = &'a Languages<Raw>>) -> Vec<Spot> {
    let raws = texts
        .into_iter()
        .flat_map(|text| text.values().map(|(_, raw)| raw));
    Spot::list(raws.filter(|raw| raw.is_blank()).map(|raw| raw.span))
}

/// The second and later places of an id among others, each with the first.
pub(crate) fn twice<'a, I: ToString + 'a>(
    ids: impl Iterator<Item = &'a At<I>>,
    id: &str,
) -> Vec<Spot> {
    let mut places = ids
        .filter(|at| at.value.to_string() == id)
        .map(|at| at.span);
    let first = places.next();
    places
        .map(|span| Spot {
            span,
            see: first.map(|first| (first, "first written here")),
        })
        .collect()
}

/// The start of a text that may be long.
pub(crate) fn excerpt(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
