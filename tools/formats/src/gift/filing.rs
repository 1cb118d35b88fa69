//! What a question is filed under: concepts, difficulty, the category.

use jalon_draft::{Concepts, Difficulty};

/// Concepts, with weights where one of them has some.
pub(super) fn weighed(concepts: Vec<(String, Option<u64>)>) -> Concepts {
    if concepts.iter().any(|(_, weight)| weight.is_some()) {
        let all = concepts.into_iter();
        Concepts::Weighted(all.map(|(id, weight)| (id, weight.unwrap_or(1))).collect())
    } else {
        let mut ids: Vec<String> = Vec::new();
        for (id, _) in concepts {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        Concepts::Even(ids)
    }
}

/// A difficulty by its name.
pub(super) fn difficulty(name: &str) -> Option<Difficulty> {
    match name {
        "easy" => Some(Difficulty::Easy),
        "medium" => Some(Difficulty::Medium),
        "hard" => Some(Difficulty::Hard),
        _ => None,
    }
}

/// A category's path without what Moodle puts in front; `//` is a stroke that separates nothing.
pub(super) fn title(path: &str) -> String {
    const STROKE: &str = "\u{1}";
    let path = path.replace("//", STROKE);
    let mut parts: Vec<&str> = path.split('/').map(str::trim).collect();
    let is_context = |part: &&str| part.starts_with('$') && part.ends_with('$');
    if parts.first().is_some_and(is_context) {
        parts.remove(0);
    }
    if parts.len() > 1 && parts.first() == Some(&"top") {
        parts.remove(0);
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" / ").replace(STROKE, "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_is_called_after_the_path_of_its_category() {
        for (path, name) in [
            ("Audits", "Audits"),
            ("$course$/top/Audits/Internal", "Audits / Internal"),
            ("$course$/ISO//IEC 27001", "ISO/IEC 27001"),
            ("top", "top"),
            ("$module$/", ""),
        ] {
            assert_eq!(title(path), name, "{path}");
        }
    }
}
