//! Markdown of other formats, with all that theirs may hold, as that of a bank.

use crate::html::{Flow, to_markdown};
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::markdown;

/// A text of a file whose texts are Markdown; `None` where nothing is left to read.
pub(crate) fn rewritten(text: &str, flow: Flow, losses: &mut Losses) -> Option<String> {
    let mut texts = to_markdown(&markdown::to_html(text), flow, losses);
    if let Some(own) = texts.shift_remove(UNDETERMINED) {
        return Some(own);
    }
    // Spans of Moodle, in a file that knows no languages.
    let mut texts = texts.into_values();
    let first = texts.next()?;
    for other in texts {
        losses.dropped(
            format!("“{other}”"),
            "the file has one language: the first one of the text is used",
        );
    }
    Some(first)
}
