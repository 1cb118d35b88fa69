//! One spelling for the two that QTI has: `qti-choice-interaction` with `max-choices` is `choiceInteraction` with `maxChoices`.

use crate::xml::{Element, Node};

/// The generation of a file, which decides what is meant where nothing is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    /// 2.0 to 2.2.
    Two,
    /// 3.0.
    Three,
}

/// The root with the names of version 2, and its version.
pub(super) fn normalise(mut root: Element) -> (Element, Version) {
    let version = match root.name.starts_with("qti-") {
        true => Version::Three,
        false => Version::Two,
    };
    rename(&mut root);
    (root, version)
}

/// Files are no deeper than their reader allows.
fn rename(element: &mut Element) {
    if let Some(own) = element.name.strip_prefix("qti-") {
        element.name = camel(own);
        for (name, _) in &mut element.attributes {
            let is_free = ["data-", "aria-", "xml:", "xmlns"];
            if !is_free.iter().any(|start| name.starts_with(start)) {
                *name = camel(name);
            }
        }
    }
    for child in &mut element.children {
        if let Node::Element(child) = child {
            rename(child);
        }
    }
}

/// A name in the spelling of version 2.
pub(super) fn old_name(name: &str) -> String {
    name.strip_prefix("qti-")
        .map_or_else(|| name.to_owned(), camel)
}

fn camel(kebab: &str) -> String {
    let mut out = String::with_capacity(kebab.len());
    let mut is_start = false;
    for sign in kebab.chars() {
        match sign {
            '-' => is_start = true,
            sign if is_start => {
                out.extend(sign.to_uppercase());
                is_start = false;
            }
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_are_one() {
        assert_eq!(camel("choice-interaction"), "choiceInteraction");
        assert_eq!(camel("rubric"), "rubric");
    }
}
