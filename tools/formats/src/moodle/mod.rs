//! Moodle's XML: the format in which it hands question banks on whole.
//!
//! Texts are HTML, in several languages where spans of its multilang filter say so. What Moodle has no word for rides along in
//! elements and attributes of our own ([`ours`]), which it passes over: a file of ours comes back as it was, and in Moodle it
//! works all the same.

mod asked;
mod category;
mod cloze;
mod fraction;
mod kinds;
mod lower;
mod ours;
mod read;
mod text;
mod write;

use jalon_draft::Draft;

use crate::input::{Input, Refusal};
use crate::loss::Losses;
use crate::xml;

/// True for a `<quiz>` with questions in it, which is no other format's root element.
pub(crate) fn detect(text: &str) -> bool {
    xml::root_name(text) == Some("quiz")
}

pub(crate) fn read(input: &Input<'_>, losses: &mut Losses) -> Result<Draft, Refusal> {
    read::read(input, losses)
}

pub(crate) fn lower(draft: &Draft, losses: &mut Losses) -> Draft {
    lower::lower(draft, losses)
}

pub(crate) fn write(draft: &Draft) -> Vec<(String, Vec<u8>)> {
    let id = &draft.bank.id;
    let name = if id.is_empty() { "quiz" } else { id };
    vec![(format!("{name}.xml"), write::write(draft).into_bytes())]
}
