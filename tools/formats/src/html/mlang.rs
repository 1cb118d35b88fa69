//! Passages for readers of a language: spans of Moodle's filter, and the braces of `{mlang}`.

use std::rc::Rc;

use super::block::Langs;
use crate::language::UNDETERMINED;

/// Part of a text that may have `{mlang}` in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'a> {
    Text(&'a str),
    /// From here on for readers of these languages.
    Opens(Langs),
    /// From here on for all.
    Closes,
}

/// A language as Moodle writes it (`fr_CA`), as its tag (`fr-ca`). Nothing for what is none.
pub(super) fn tag(written: &str) -> Option<String> {
    let tag = written.trim().to_ascii_lowercase().replace('_', "-");
    match tag.parse::<jalon_engine::lang::Lang>() {
        Ok(_) => Some(tag),
        Err(_) if tag == "other" => Some(UNDETERMINED.to_owned()),
        Err(_) => None,
    }
}

/// Takes a text apart at `{mlang fr}` and `{mlang}`.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("{mlang") {
        let inside = rest.get(at + "{mlang".len()..).unwrap_or_default();
        let Some((names, after)) = inside.split_once('}') else {
            break;
        };
        if at > 0 {
            parts.push(Part::Text(rest.get(..at).unwrap_or_default()));
        }
        let langs: Vec<String> = names.split(',').filter_map(tag).collect();
        parts.push(match langs.is_empty() {
            true => Part::Closes,
            false => Part::Opens(Rc::new(langs)),
        });
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest));
    }
    parts
}
