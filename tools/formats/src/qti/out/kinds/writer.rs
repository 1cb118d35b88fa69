//! What QTI does for a kind.

use jalon_draft::Body;

use super::super::asked::ItemSource;
use super::super::parts::Parts;
use crate::loss::Losses;

/// How a kind is said.
pub(in super::super) struct KindWriter {
    /// Fits the body, of an item in this language, to what QTI can say; an error is why nothing of it can be.
    pub(in super::super) lower: fn(&mut Body, &str, &mut Losses) -> Result<(), String>,
    /// Fills the parts of the item.
    pub(super) write: fn(&mut Parts, &ItemSource<'_>),
}

/// For kinds of which QTI says all.
pub(super) fn as_it_is(_: &mut Body, _: &str, _: &mut Losses) -> Result<(), String> {
    Ok(())
}
