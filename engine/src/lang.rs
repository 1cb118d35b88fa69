//! Languages, and what exists once per language. Nothing here knows how many languages there are.

use crate::shared::Shared;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use arrayvec::ArrayString;

use crate::enum_json;
use crate::json::{FromJson, Node, ToJson, Writer};

/// A language tag (BCP 47) in lower case: `en`, `fr`, `pt-br`.
#[derive(Debug, Clone, Copy, Eq, PartialOrd, Ord)]
pub struct Lang(ArrayString<MAX_LEN>);

/// The longest tag, in bytes.
const MAX_LEN: usize = 16;

impl PartialEq for Lang {
    // Out of line: it is called everywhere.
    #[inline(never)]
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Hash for Lang {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

/// The text is no language tag: two or three letters, then subtags of letters and digits behind hyphens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LangError;

impl fmt::Display for LangError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a language is a lower-case tag such as en, fr or pt-br")
    }
}

impl std::error::Error for LangError {}

impl Lang {
    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the first hyphen: `pt` of `pt-br`.
    ///
    /// ```
    /// use jalon_engine::Lang;
    ///
    /// let lang: Lang = "pt-br".parse()?;
    /// assert_eq!(lang.primary(), "pt");
    /// assert!("pt_BR".parse::<Lang>().is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }
}

fn is_lang(text: &str) -> bool {
    let mut parts = text.split('-');
    let primary = parts.next().unwrap_or_default();
    let is_primary =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_lowercase());
    let is_subtag = |part: &str| {
        (1..=8).contains(&part.len())
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    is_primary && text.len() <= MAX_LEN && parts.all(is_subtag)
}

impl FromStr for Lang {
    type Err = LangError;

    fn from_str(text: &str) -> Result<Self, LangError> {
        if !is_lang(text) {
            return Err(LangError);
        }
        ArrayString::from(text).map(Self).map_err(|_| LangError)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The languages in which somebody reads: one of the bank's, or all of them side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reading {
    /// One language.
    In(Lang),
    /// Every language of the bank, together.
    Both,
}

impl Reading {
    /// True when texts in `lang` are on screen.
    ///
    /// ```
    /// use jalon_engine::{Lang, Reading};
    ///
    /// let (en, fr): (Lang, Lang) = ("en".parse()?, "fr".parse()?);
    /// assert!(Reading::Both.shows(&fr));
    /// assert!(!Reading::In(en).shows(&fr));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn shows(&self, lang: &Lang) -> bool {
        match self {
            Self::In(one) => one == lang,
            Self::Both => true,
        }
    }
}

/// One value per language, in the bank's order of languages. A JSON object, `{"en": ..., "fr": ...}`. Shared and not copied
/// when it is cloned: texts are handed from bank to view.
///
/// ```
/// use jalon_engine::{Lang, Localised};
///
/// let (en, fr): (Lang, Lang) = ("en".parse()?, "fr".parse()?);
/// let names = Localised::from(vec![(en, "London"), (fr, "Londres")]);
/// assert_eq!(names.get(&fr), Some(&"Londres"));
/// let lengths = names.map(|_, name| name.len());
/// assert_eq!(lengths.get(&en), Some(&6));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Localised<T>(Shared<Vec<(Lang, T)>>);

impl<T> Clone for Localised<T> {
    // Out of line: it is called everywhere, and the same for every type.
    #[inline(never)]
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Localised<T> {
    /// The value in `lang`.
    pub fn get(&self, lang: &Lang) -> Option<&T> {
        self.0
            .iter()
            .find(|(l, _)| l == lang)
            .map(|(_, value)| value)
    }

    /// Every language with its value, as a list.
    pub fn all(&self) -> &[(Lang, T)] {
        &self.0
    }

    /// Every language with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &T)> {
        self.0.iter().map(|(lang, value)| (lang, value))
    }

    /// The languages there are values for.
    pub fn langs(&self) -> impl Iterator<Item = &Lang> {
        self.0.iter().map(|(lang, _)| lang)
    }

    /// True when there is no value in any language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same languages with `f` of each value.
    pub fn map<U>(&self, mut f: impl FnMut(&Lang, &T) -> U) -> Localised<U> {
        let mut all = Vec::new();
        for (lang, value) in self.0.iter() {
            all.push((*lang, f(lang, value)));
        }
        Localised(Shared::new(all))
    }
}

impl<T> Default for Localised<T> {
    #[inline(never)]
    fn default() -> Self {
        Self(Shared::default())
    }
}

impl<T> From<Vec<(Lang, T)>> for Localised<T> {
    fn from(all: Vec<(Lang, T)>) -> Self {
        Self(Shared::new(all))
    }
}

impl<T> FromIterator<(Lang, T)> for Localised<T> {
    /// Keeps the first value of a language that comes twice.
    fn from_iter<I: IntoIterator<Item = (Lang, T)>>(items: I) -> Self {
        let mut all: Vec<(Lang, T)> = Vec::new();
        for (lang, value) in items {
            if all.iter().all(|(own, _)| *own != lang) {
                all.push((lang, value));
            }
        }
        Self(Shared::new(all))
    }
}

impl<T: ToJson> ToJson for Localised<T> {
    fn to_json(&self, out: &mut Writer) {
        out.begin_object();
        for (lang, value) in self.0.iter() {
            out.member(lang.as_str(), value);
        }
        out.end_object();
    }
}

impl<T: FromJson> FromJson for Localised<T> {
    fn blank() -> Self {
        Self::default()
    }

    fn fill(&mut self, node: &Node<'_>) {
        let mut all = Vec::new();
        node.members(&mut |name, value| {
            all.push((Lang::named(name, value), T::from_json(value)));
        });
        *self = all.into();
    }
}

impl Lang {
    #[inline(never)]
    fn named(name: &str, node: &Node<'_>) -> Self {
        name.parse().unwrap_or_else(|_| {
            node.fail("no language tag");
            Self(ArrayString::new_const())
        })
    }
}

impl FromJson for Lang {
    fn blank() -> Self {
        Self(ArrayString::new_const())
    }

    fn fill(&mut self, node: &Node<'_>) {
        *self = Self::named(node.text(), node);
    }
}

impl ToJson for Lang {
    fn to_json(&self, out: &mut Writer) {
        out.text(&self.0);
    }
}

enum_json!(Reading { "in" => In(lang), "both" => Both } else Self::Both);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_a_lower_case_tag() {
        for good in ["en", "fr", "pt-br", "gsw", "zh-hant"] {
            assert_eq!(good.parse::<Lang>().unwrap().to_string(), good);
        }
        for bad in ["", "e", "EN", "français", "both", "en_GB", "en-", "-en"] {
            assert!(bad.parse::<Lang>().is_err(), "{bad}");
        }
    }
}
