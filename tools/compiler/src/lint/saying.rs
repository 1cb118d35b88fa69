//! What several rules say alike.

use super::AskedModule;
use jalon_draft::sources::Span;

/// Where advice on a whole module stands: at its title.
pub(super) fn of_module(module: &AskedModule<'_>) -> Span {
    let title = module.source.title.as_ref();
    title.map_or_else(|| Span::new(module.file(), 0..0), |title| title.span)
}

/// Some ids, in words: all of a few, the first ones of many.
pub(super) fn listed(ids: &[&str]) -> String {
    const MOST: usize = 6;
    let quoted: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
    match quoted.as_slice() {
        [] => "none".to_owned(),
        [one] => one.clone(),
        all if all.len() > MOST => {
            let (first, rest) = all.split_at(MOST);
            format!("{} and {} more", first.join(", "), rest.len())
        }
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
