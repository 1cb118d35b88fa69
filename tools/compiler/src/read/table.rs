//! Tables: with keys that are known, and with keys that are languages or ids.

use std::str::FromStr;

use jalon_engine::lang::Lang;
use toml::de::DeValue;

use super::{At, Decode, Node, Reader, Shape, wrong_type};
use crate::diagnostic::{Code, Diagnostic};
use crate::suggest::{did_you_mean, one_of};
use jalon_draft::sources::Span;

/// A key with its value.
#[derive(Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub(crate) key: At<&'a str>,
    pub(crate) node: Node<'a>,
}

/// A table of which the entries are taken one by one.
pub(crate) struct Table<'a> {
    pub(crate) span: Span,
    entries: Vec<Entry<'a>>,
}

impl Decode for () {
    const SHAPE: Shape = Shape::Table;

    fn decode(_: Node<'_>, _: &mut Reader<'_>) -> Option<Self> {
        Some(())
    }
}

impl<'a> Table<'a> {
    /// The entries of a value that has to be a table.
    pub(crate) fn of(node: Node<'a>, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::Table(table) = node.value else {
            wrong_type::<()>(node, reader);
            return None;
        };
        let entries = table.iter().map(|(key, value)| {
            let span = reader.span(key.span());
            let key = At {
                value: key.get_ref().as_ref(),
                span,
            };
            let node = Node {
                key: key.value,
                value: value.get_ref(),
                span: reader.span(value.span()),
            };
            Entry { key, node }
        });
        Some(Self {
            span: node.span,
            entries: entries.collect(),
        })
    }

    /// Looks at an entry and leaves it in.
    pub(crate) fn peek(&self, key: &str) -> Option<&Entry<'a>> {
        self.entries.iter().find(|entry| entry.key.value == key)
    }

    /// Takes an entry out.
    pub(crate) fn take(&mut self, key: &str) -> Option<Entry<'a>> {
        let at = self
            .entries
            .iter()
            .position(|entry| entry.key.value == key)?;
        Some(self.entries.remove(at))
    }

    /// Takes a value that may be absent.
    pub(crate) fn optional<T: Decode>(&mut self, key: &str, reader: &mut Reader<'_>) -> Option<T> {
        T::decode(self.take(key)?.node, reader)
    }

    /// Takes a value that has to be there.
    pub(crate) fn required<T: Decode>(&mut self, key: &str, reader: &mut Reader<'_>) -> Option<T> {
        if let Some(entry) = self.take(key) {
            return T::decode(entry.node, reader);
        }
        let message = format!("`{key}` is missing");
        let help = match T::SHAPE {
            Shape::String => format!("add {key} = \"...\""),
            Shape::Bool => format!("add {key} = true or {key} = false"),
            shape => format!("add `{key}`, which is {}", shape.words()),
        };
        reader.note(Diagnostic::new(Code::MissingKey, self.span, message).help(help));
        None
    }

    /// What has not been taken.
    pub(crate) fn rest(self) -> Vec<Entry<'a>> {
        self.entries
    }

    /// Notes what has not been taken: nobody knows those keys.
    pub(crate) fn finish(self, known: &[&str], reader: &mut Reader<'_>) {
        for entry in self.entries {
            reader.note(unknown_key(entry.key, known.iter().copied()));
        }
    }
}

/// A key that nobody knows.
pub(crate) fn unknown_key<'k>(
    key: At<&str>,
    known: impl Iterator<Item = &'k str> + Clone,
) -> Diagnostic {
    let message = format!("unknown key `{}`", key.value);
    let help = did_you_mean(key.value, known.clone(), || {
        format!("the keys here are {}", one_of(known))
    });
    Diagnostic::new(Code::UnknownKey, key.span, message).help(help)
}

/// One value per language: `title.en`, `title.fr`. A value that could not be read is there as `None`, so that nobody
/// says that it is missing.
#[derive(Debug, Clone)]
pub(crate) struct Languages<T> {
    pub(crate) span: Span,
    pub(crate) entries: Vec<(At<Lang>, Option<T>)>,
}

impl<T> Languages<T> {
    /// True when something is written in `lang`.
    pub(crate) fn has(&self, lang: &Lang) -> bool {
        self.entries.iter().any(|(key, _)| key.value == *lang)
    }

    /// What could be read.
    pub(crate) fn values(&self) -> impl Iterator<Item = (&Lang, &T)> {
        self.entries
            .iter()
            .filter_map(|(lang, value)| Some((&lang.value, value.as_ref()?)))
    }
}

impl<T: Decode> Languages<T> {
    /// Reads entries whose keys are languages; other keys are noted, with `known` ones as what may have been meant.
    pub(crate) fn read(
        span: Span,
        entries: Vec<Entry<'_>>,
        known: &[&str],
        reader: &mut Reader<'_>,
    ) -> Self {
        let mut read = Self {
            span,
            entries: Vec::new(),
        };
        for entry in entries {
            if let Some(lang) = language(entry.key, known, reader) {
                let value = T::decode(entry.node, reader);
                read.entries.push((
                    At {
                        value: lang,
                        span: entry.key.span,
                    },
                    value,
                ));
            }
        }
        read
    }
}

impl<T: Decode> Decode for Languages<T> {
    const SHAPE: Shape = Shape::Languages;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if !node.value.is_table() {
            return wrong_type(node, reader);
        }
        let table = Table::of(node, reader)?;
        let span = table.span;
        Some(Self::read(span, table.rest(), &[], reader))
    }
}

/// A key that has to be one of the bank's languages.
fn language(key: At<&str>, known: &[&str], reader: &mut Reader<'_>) -> Option<Lang> {
    let lang = Lang::from_str(key.value).ok();
    let Some(langs) = reader.langs else {
        // The bank's languages could not be read, which has been noted; anything that can be one is taken for one.
        return lang;
    };
    if let Some(lang) = lang.filter(|lang| langs.contains(lang)) {
        return Some(lang);
    }
    let names = || langs.iter().map(Lang::as_str);
    let problem = if known.is_empty() || looks_like_language(key.value) {
        let message = format!("`{}` is no language of the bank", key.value);
        let help = format!(
            "the bank has {}; add the language to `languages` in bank.toml, or take this out",
            one_of(names()).replace(" or ", " and ")
        );
        Diagnostic::new(Code::UnknownLanguage, key.span, message).help(help)
    } else {
        unknown_key(key, known.iter().copied().chain(names()))
    };
    reader.note(problem);
    None
}

/// Two letters, or subtags: no key of ours is like that.
fn looks_like_language(key: &str) -> bool {
    Lang::from_str(key).is_ok_and(|lang| lang.primary().len() == 2)
}

/// One value per id: the texts of choices, the weights of concepts.
#[derive(Debug, Clone)]
pub(crate) struct Named<I, T> {
    pub(crate) entries: Vec<(At<I>, Option<T>)>,
}

impl<I, T> Decode for Named<I, T>
where
    I: FromStr<Err = jalon_engine::id::IdError>,
    T: Decode,
{
    const SHAPE: Shape = Shape::Table;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let table = Table::of(node, reader)?;
        let mut entries = Vec::new();
        for entry in table.rest() {
            let value = T::decode(entry.node, reader);
            match entry.key.value.parse() {
                Ok(id) => entries.push((
                    At {
                        value: id,
                        span: entry.key.span,
                    },
                    value,
                )),
                Err(error) => reader.note(super::value::invalid_id(entry.key, &error)),
            }
        }
        Some(Self { entries })
    }
}
