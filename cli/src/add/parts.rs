//! What options say: ids, languages and texts in one argument.

use jalon_author::draft::Texts;

/// An id with its texts, and what is right for it, where it names that: `mars:rust=Mars|Mars`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) id: String,
    pub(super) place: Option<String>,
    pub(super) texts: Texts,
}

impl Part {
    /// Reads `ID=TEXT|TEXT`, with a text for each language or one for all of them.
    pub(super) fn read(option: &str, said: &str, langs: &[String]) -> Result<Self, String> {
        let Some((name, texts)) = said.split_once('=') else {
            return Err(format!(
                "{option}: expected an id, = and its texts, found `{said}`; try \"id={}\"",
                langs.join("|")
            ));
        };
        let (id, place) = match name.split_once(':') {
            Some((id, place)) => (id, Some(place.trim().to_owned())),
            None => (name, None),
        };
        Ok(Self {
            id: id.trim().to_owned(),
            place,
            texts: by_language(option, texts, langs)?,
        })
    }
}

fn by_language(option: &str, texts: &str, langs: &[String]) -> Result<Texts, String> {
    let all: Vec<&str> = texts.split('|').map(str::trim).collect();
    if let [one] = all.as_slice() {
        return Ok(langs
            .iter()
            .map(|lang| (lang.clone(), (*one).to_owned()))
            .collect());
    }
    if all.len() != langs.len() {
        return Err(format!(
            "{option}: expected a text for each of {}, with | between them, found {}",
            langs.join(", "),
            all.len()
        ));
    }
    let pairs = langs.iter().zip(all);
    Ok(pairs
        .map(|(lang, text)| (lang.clone(), text.to_owned()))
        .collect())
}

/// Reads `TAG=TEXT`, several times. `any` is a tag where it may be.
pub(super) fn tagged(
    option: &str,
    all: &[String],
    langs: &[String],
    has_any: bool,
) -> Result<Texts<Vec<String>>, String> {
    let mut texts: Texts<Vec<String>> = Texts::new();
    for said in all {
        let (tag, text) = said.split_once('=').unwrap_or(("", said));
        let is_known = langs.iter().any(|lang| lang == tag) || (has_any && tag == "any");
        if !is_known {
            return Err(format!(
                "{option}: expected a language of the bank ({}), = and a text, found `{said}`; try \"{}=...\"",
                langs.join(", "),
                langs.first().map_or("en", String::as_str)
            ));
        }
        texts
            .entry(tag.to_owned())
            .or_default()
            .push(text.trim().to_owned());
    }
    Ok(texts)
}
