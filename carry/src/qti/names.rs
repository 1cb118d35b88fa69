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

/// The name of the first element of a text, without prefix: of what may be XML, before it is read as such.
pub(super) fn root(text: &str) -> Option<&str> {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    while let Some(behind) = rest.strip_prefix('<') {
        // A document type may hold declarations of its own.
        let declares = |text: &str| {
            let head = text.split('>').next().unwrap_or_default();
            head.starts_with("!DOCTYPE") && head.contains('[')
        };
        let end = match behind {
            doctype if declares(doctype) => "]>",
            comment if comment.starts_with("!--") => "-->",
            other if other.starts_with(['?', '!']) => ">",
            tag => {
                let name = tag.split(|c: char| c.is_whitespace() || "/>".contains(c));
                let name = name.into_iter().next().unwrap_or_default();
                return Some(name.rsplit(':').next().unwrap_or(name));
            }
        };
        rest = behind.split_once(end)?.1.trim_start();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_are_one() {
        assert_eq!(camel("choice-interaction"), "choiceInteraction");
        assert_eq!(camel("rubric"), "rubric");
    }

    #[test]
    fn the_first_element_shows_before_a_file_is_read() {
        for (text, name) in [
            ("<a/>", Some("a")),
            (
                "\u{feff}<?xml version=\"1.0\"?>\n<!-- <b> --><x:a y='1'>",
                Some("a"),
            ),
            ("<!DOCTYPE a><a>", Some("a")),
            ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>", Some("a")),
            ("a <b>", None),
            ("<!--", None),
            ("", None),
        ] {
            assert_eq!(root(text), name, "{text}");
        }
    }
}
