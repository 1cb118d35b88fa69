//! What options say: ids, languages and texts in one argument, numbers and keys.

use jalon_draft::{Answer, Key, Near, NumberKey, Text, Texts, Wording, Written};

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

    /// What stands before the texts.
    pub(super) fn name(&self) -> String {
        match &self.place {
            Some(place) => format!("{}:{place}", self.id),
            None => self.id.clone(),
        }
    }
}

fn by_language(option: &str, texts: &str, langs: &[String]) -> Result<Texts, String> {
    let all = split(texts);
    if let [one] = all.as_slice() {
        return Ok(langs
            .iter()
            .map(|lang| (lang.clone(), one.clone()))
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
    Ok(pairs.map(|(lang, text)| (lang.clone(), text)).collect())
}

/// The texts between bars. `\|` is a bar, and `\\` a backslash.
fn split(texts: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut signs = texts.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign == '|' {
            all.push(String::new());
        } else if let Some(text) = all.last_mut() {
            let plain = signs.next_if(|next| sign == '\\' && matches!(next, '|' | '\\'));
            text.push(plain.unwrap_or(sign));
        }
    }
    all.iter().map(|text| text.trim().to_owned()).collect()
}

/// Texts as [`split`] reads them.
pub(super) fn joined(texts: &[String]) -> String {
    let plain = |text: &String| text.replace('\\', r"\\").replace('|', r"\|");
    let all: Vec<String> = texts.iter().map(plain).collect();
    all.join("|")
}

/// Reads `TAG=TEXT`, once for each language at most.
pub(super) fn each(option: &str, all: &[String], langs: &[String]) -> Result<Texts, String> {
    let texts = tagged(option, all, langs, false)?.into_iter();
    let one = |(lang, texts): (String, Vec<String>)| match <[String; 1]>::try_from(texts) {
        Ok([text]) => Ok((lang, text)),
        Err(several) => Err(format!(
            "{option}: expected one text in each language, found {} in {lang}; further wordings are written in the file",
            several.len()
        )),
    };
    texts.map(one).collect()
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

/// The parts of an option; their texts go into the wordings.
pub(super) fn parts(
    option: &str,
    said: &[String],
    langs: &[String],
    wordings: &mut Texts<Wording>,
    place: fn(&mut Wording) -> &mut Texts,
) -> Result<Vec<Part>, String> {
    if said.is_empty() {
        return Err(format!("expected {option} \"id={}\"", langs.join("|")));
    }
    let parts = said.iter().map(|one| Part::read(option, one, langs));
    let parts: Vec<Part> = parts.collect::<Result<_, _>>()?;
    for part in &parts {
        for (lang, text) in &part.texts {
            if let Some(wording) = wordings.get_mut(lang) {
                place(wording).insert(part.id.clone(), text.clone());
            }
        }
    }
    Ok(parts)
}

/// One key shows radio buttons, several show check boxes.
pub(super) fn key(keys: &[String], what: &str) -> Result<Key, String> {
    match keys {
        [] => Err(format!("expected --key with the id of the right {what}")),
        [one] => Ok(Key::One(one.clone())),
        several => Ok(Key::Several(several.to_vec())),
    }
}

/// A text to type, with its right answers by language.
pub(super) fn accepting(accept: Texts<Vec<Answer>>) -> Text {
    Text {
        accept,
        ..Text::default()
    }
}

/// The key of a number.
pub(super) fn near(value: &str, within: Option<&str>) -> NumberKey {
    let value = written(value);
    match within.map(written) {
        None => NumberKey::Value(value),
        within => NumberKey::Near(Near {
            value,
            within,
            figures: None,
        }),
    }
}

/// As TOML writes it, where that says the same; else in quotes.
fn written(text: &str) -> Written {
    let text = text.trim();
    if let Ok(whole) = text.parse::<i64>() {
        return Written::Whole(whole);
    }
    match text.parse::<f64>() {
        Ok(number) if number.to_string() == text => Written::Fraction(number),
        _ => Written::Text(text.to_owned()),
    }
}
