//! Moodle's XML: the format in which it hands question banks on whole.
//!
//! Texts are HTML, in several languages where spans of its multilang filter say so. What Moodle has no word for rides along in
//! elements and attributes of our own ([`ours`]), which it passes over: a file of ours comes back as it was, and in Moodle it
//! works all the same.

mod asked;
mod category;
mod cloze;
mod fit;
mod fraction;
mod ours;
mod read;
mod text;
mod write;

use jalon_author::draft::Draft;

use crate::input::{Input, Refusal};
use crate::loss::Losses;

/// True for a `<quiz>` with questions in it, which is no other format's root element.
pub(crate) fn is_here(text: &str) -> bool {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let (end, skipped) = if rest.starts_with("<!--") {
            ("-->", 4)
        } else if rest.starts_with("<?") || rest.starts_with("<!") {
            (">", 1)
        } else {
            break;
        };
        let Some(at) = rest.get(skipped..).and_then(|rest| rest.find(end)) else {
            return false;
        };
        rest = rest
            .get(skipped + at + end.len()..)
            .unwrap_or_default()
            .trim_start();
    }
    let after = rest.strip_prefix("<quiz");
    after.is_some_and(|after| after.starts_with(['>', '/', ' ', '\n', '\r', '\t']))
}

pub(crate) fn read(input: &Input<'_>, losses: &mut Losses) -> Result<Draft, Refusal> {
    read::read(input, losses)
}

pub(crate) fn fit(draft: &Draft, losses: &mut Losses) -> Draft {
    fit::fit(draft, losses)
}

pub(crate) fn write(draft: &Draft) -> Vec<(String, Vec<u8>)> {
    let id = &draft.bank.id;
    let name = if id.is_empty() { "quiz" } else { id };
    vec![(format!("{name}.xml"), write::write(draft).into_bytes())]
}
