//! FORMAT.

use jalon_author::draft::Draft;

use crate::input::{Input, Refusal};
use crate::loss::Losses;

pub(crate) fn is_here(text: &str) -> bool {
    let _ = text;
    false
}

pub(crate) fn read(input: &Input<'_>, losses: &mut Losses) -> Result<Draft, Refusal> {
    let _ = losses;
    Err(input.refuse(0, "not read yet", ""))
}

pub(crate) fn fit(draft: &Draft, losses: &mut Losses) -> Draft {
    let _ = losses;
    draft.clone()
}

pub(crate) fn write(draft: &Draft) -> Vec<(String, Vec<u8>)> {
    let _ = draft;
    Vec::new()
}
