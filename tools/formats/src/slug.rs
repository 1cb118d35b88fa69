//! Names for things that have none.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

/// The longest id that is made of a text, in characters.
const LONGEST: usize = 40;

/// The id of the nth part, counted from 0: letters, then numbers.
pub(crate) fn letter(at: usize) -> String {
    match u8::try_from(at) {
        Ok(at @ 0..=25) => char::from(b'a' + at).to_string(),
        _ => format!("c{}", at + 1),
    }
}

/// A text as an id: its letters without accents, its digits, and hyphens in place of what is between them. Empty where a text has
/// neither letters nor digits of the Latin alphabet.
pub(crate) fn slug(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        let folded = fold(sign);
        if folded.is_empty() {
            if !out.is_empty() && !out.ends_with('-') {
                out.push('-');
            }
        } else {
            out.push_str(folded.as_str());
        }
        if out.len() >= LONGEST {
            break;
        }
    }
    out.truncate(LONGEST);
    out.trim_matches(['-', '.']).to_owned()
}

/// A letter or digit in lower case without its accent; nothing for any other sign.
fn fold(sign: char) -> String {
    match sign {
        'œ' | 'Œ' => "oe".to_owned(),
        'æ' | 'Æ' => "ae".to_owned(),
        'ß' => "ss".to_owned(),
        sign => {
            let parts = std::iter::once(sign).nfkd();
            let kept = parts.filter(|part| part.is_ascii_alphanumeric() || *part == '.');
            kept.map(|part| part.to_ascii_lowercase()).collect()
        }
    }
}

/// Names that are taken, with the last number that was put behind each.
#[derive(Debug, Default)]
pub(crate) struct Taken(BTreeMap<String, usize>);

impl Taken {
    /// The name, or the first one free after it: `a`, `a-2`, `a-3`.
    pub(crate) fn free(&mut self, name: &str) -> String {
        let mut free = name.to_owned();
        while self.0.contains_key(&free) {
            let n = self.0.entry(name.to_owned()).or_insert(1);
            *n += 1;
            free = format!("{name}-{n}");
        }
        self.0.insert(free.clone(), 1);
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_an_id() {
        for (text, id) in [
            ("Qu’est-ce que l’œuvre ?", "qu-est-ce-que-l-oeuvre"),
            ("ISO/IEC 27001:2022", "iso-iec-27001-2022"),
            ("A.8.2", "a.8.2"),
            ("  --x--  ", "x"),
            ("日本", ""),
        ] {
            assert_eq!(slug(text), id);
        }
        assert!(slug(&"long ".repeat(40)).len() <= LONGEST);
    }

    #[test]
    fn a_name_is_given_once() {
        let mut taken = Taken::default();
        assert_eq!(
            [taken.free("a"), taken.free("a"), taken.free("a")],
            ["a", "a-2", "a-3"]
        );
    }
}
