//! QTI 2.1, 2.2 and 3.0: items, and packages with tests.
//!
//! Files are read in the spelling of version 2 (`names`), with what an item declares (`declared`), how it is marked (`marking`), and
//! what it asks (`body`, and a module for each kind). Packages have a manifest and tests, whose sections are modules.

mod awarded;
mod body;
mod choice;
mod condition;
mod declared;
mod essay;
mod feedback;
mod files;
mod formula;
mod gaps;
mod item;
mod manifest;
mod marking;
mod names;
mod order;
mod out;
mod package;
mod pairs;
mod pictures;
mod reader;
mod slider;
mod spots;
mod test;
mod typed;

use jalon_draft::Draft;

use crate::archive::Archive;
use crate::input::{Input, Refusal};
use crate::loss::Losses;
use crate::{decode, xml};

use files::Files;

pub(crate) use out::{lower, write};

/// True for items, tests and manifests, and for QTI 1.2, which is refused with a word.
pub(crate) fn detect(text: &str) -> bool {
    let root = xml::root_name(text).map(names::old_name);
    let known = [
        "assessmentItem",
        "assessmentTest",
        "assessmentSection",
        "assessmentStimulus",
        "questestinterop",
    ];
    match root.as_deref() {
        Some("manifest") => text.contains("qti"),
        Some(root) => known.contains(&root),
        None => false,
    }
}

pub(crate) fn read(input: &Input<'_>, losses: &mut Losses) -> Result<Draft, Refusal> {
    if input.bytes.starts_with(b"PK") {
        let archive = Archive::open(input)?;
        return package::read(input, Files::Packed(Box::new(archive)), losses);
    }
    let (text, _) = decode::text(input.bytes);
    if xml::root_name(&text) == Some("questestinterop") {
        return Err(input.refuse(1, package::OLD, package::OLD_HELP));
    }
    let (root, version) = names::normalise(xml::parse(input)?);
    let line = root.line;
    match root.name.as_str() {
        "assessmentItem" => {
            let mut files = Files::Alone(*input);
            Ok(package::alone(&root, version, &mut files, losses))
        }
        "assessmentTest" | "assessmentSection" | "assessmentStimulus" | "manifest" => {
            let why = format!("<{}> names items that are in other files", root.name);
            Err(input.refuse(line, why, "give the whole package (.zip), or the items"))
        }
        other => {
            let why =
                format!("expected <assessmentItem> or <qti-assessment-item>, found <{other}>");
            Err(input.refuse(line, why, "give an item, or a package (.zip)"))
        }
    }
}
