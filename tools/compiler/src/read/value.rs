//! Single values.

use std::ops::Range;

use jalon_engine::id::{
    BankId, ChoiceId, ConceptId, GapId, IdError, MisconceptionId, ModuleId, QuestionId, StimulusId,
    WordingId,
};
use jalon_engine::lang::Lang;
use toml::de::DeValue;

use super::{Decode, Node, Reader, Shape, wrong_type};
use crate::diagnostic::{Code, Diagnostic};
use crate::suggest::{did_you_mean, one_of};
use jalon_draft::sources::Span;

/// A value and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

impl<T: Decode> Decode for At<T> {
    const SHAPE: Shape = T::SHAPE;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            value: T::decode(node, reader)?,
            span: node.span,
        })
    }
}

/// A text as its author wrote it, and where.
#[derive(Debug, Clone)]
pub(crate) struct Raw {
    pub(crate) text: String,
    pub(crate) span: Span,
    /// Where the text's first byte stands, if the file holds it letter by letter, without escapes.
    verbatim: Option<u32>,
    /// In double quotes, TOML has escapes of its own.
    escapes: bool,
}

impl Raw {
    /// A text that is all there is in its file.
    pub(crate) fn verbatim(text: &str, span: Span) -> Self {
        Self {
            text: text.to_owned(),
            span,
            verbatim: Some(0),
            escapes: false,
        }
    }

    /// Where a part of the text stands: exactly, or within the whole value.
    pub(crate) fn part(&self, bytes: Range<usize>) -> Span {
        match self.verbatim {
            Some(first) => {
                let shift = |at: usize| at.min(self.text.len()) + first as usize;
                Span::new(self.span.file, shift(bytes.start)..shift(bytes.end))
            }
            None => self.span,
        }
    }

    /// A piece of Markdown as its author has to type it: in double quotes, TOML takes one backslash of two.
    pub(crate) fn typed(&self, markdown: &str) -> String {
        let backslash = if self.escapes { r"\\" } else { r"\" };
        markdown.replace('\\', backslash)
    }

    /// True when nothing is written.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Where the content of a TOML string starts in it, if it is the same letter by letter.
fn content_start(written: &str, content: &str) -> Option<usize> {
    let quotes = ["\"\"\"", "'''", "\"", "'"];
    let quote = quotes
        .into_iter()
        .find(|quote| written.starts_with(quote))?;
    let inner = written.strip_prefix(quote)?.strip_suffix(quote)?;
    // The line break behind three quotes is not part of the text.
    let (inner, skipped) = match inner
        .strip_prefix("\r\n")
        .or_else(|| inner.strip_prefix('\n'))
    {
        Some(rest) if quote.len() == 3 => (rest, inner.len() - rest.len()),
        _ => (inner, 0),
    };
    (inner == content).then_some(quote.len() + skipped)
}

impl Decode for Raw {
    const SHAPE: Shape = Shape::String;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::String(text) = node.value else {
            return wrong_type(node, reader);
        };
        let written = reader.text.get(node.span.bytes()).unwrap_or_default();
        let start = content_start(written, text).and_then(|at| u32::try_from(at).ok());
        Some(Self {
            text: text.clone().into_owned(),
            span: node.span,
            verbatim: start.map(|at| node.span.start.saturating_add(at)),
            escapes: written.starts_with('"'),
        })
    }
}

/// A value that is there, whether it could be read or not, so that nobody says that it is missing.
#[derive(Debug, Clone)]
pub(crate) struct Tried<T>(Option<T>);

impl<T> Tried<T> {
    /// What could be read.
    pub(crate) fn get(&self) -> Option<&T> {
        self.0.as_ref()
    }
}

impl<T: Decode> Decode for Tried<T> {
    const SHAPE: Shape = T::SHAPE;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self(T::decode(node, reader)))
    }
}

impl Decode for bool {
    const SHAPE: Shape = Shape::Bool;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        node.value.as_bool().or_else(|| wrong_type(node, reader))
    }
}

impl Decode for u64 {
    const SHAPE: Shape = Shape::Whole;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::Integer(number) = node.value else {
            return wrong_type(node, reader);
        };
        let digits = number.as_str().replace('_', "");
        match u64::from_str_radix(&digits, number.radix()) {
            Ok(number) => Some(number),
            // Any number too large for 64 bits is too large for every key.
            Err(_) if !digits.starts_with('-') => Some(Self::MAX),
            Err(_) => {
                let message = format!(
                    "`{}` takes a whole number from 0 on, found {digits}",
                    node.key
                );
                reader.note(Diagnostic::new(Code::OutOfRange, node.span, message));
                None
            }
        }
    }
}

/// What is too large either way is as large as can be: out of range for every key.
impl Decode for i16 {
    const SHAPE: Shape = Shape::Whole;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::Integer(number) = node.value else {
            return wrong_type(node, reader);
        };
        let digits = number.as_str().replace('_', "");
        let most = if digits.starts_with('-') {
            Self::MIN
        } else {
            Self::MAX
        };
        Some(Self::from_str_radix(&digits, number.radix()).unwrap_or(most))
    }
}

impl<T: Decode> Decode for Vec<T> {
    const SHAPE: Shape = Shape::List;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::Array(list) = node.value else {
            return wrong_type(node, reader);
        };
        let element = |value: &toml::Spanned<DeValue<'_>>| {
            let span = reader.span(value.span());
            T::decode(
                Node {
                    key: node.key,
                    value: value.get_ref(),
                    span,
                },
                reader,
            )
        };
        Some(list.iter().filter_map(element).collect())
    }
}

/// The id that is nearest to a text, if a change of case or a hyphen makes one of it.
fn slug(text: &str) -> Option<String> {
    let slug = text.trim().to_lowercase().replace([' ', '_'], "-");
    slug.parse::<QuestionId>().is_ok().then_some(slug)
}

/// A text that can't be an id.
pub(crate) fn invalid_id(found: At<&str>, error: &IdError) -> Diagnostic {
    let message = match error {
        IdError::Empty => "an id can't be empty".to_owned(),
        IdError::TooLong => format!("an id has at most {} characters", jalon_engine::id::MAX_LEN),
        IdError::Character(c) => format!("`{}` is no id because of {c:?}", found.value),
    };
    let help = match slug(found.value) {
        Some(id) => format!("did you mean `{id}`?"),
        None => "an id has lower-case letters, digits, hyphens and dots, and starts with a letter or a digit".to_owned(),
    };
    Diagnostic::new(Code::InvalidId, found.span, message).help(help)
}

macro_rules! ids {
    ($($id:ty)*) => {$(
        impl Decode for $id {
            const SHAPE: Shape = Shape::String;

            fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
                let DeValue::String(text) = node.value else { return wrong_type(node, reader) };
                let found = At { value: text.as_ref(), span: node.span };
                text.parse().map_err(|error| reader.note(invalid_id(found, &error))).ok()
            }
        }
    )*};
}

ids! { BankId ModuleId ConceptId QuestionId ChoiceId WordingId StimulusId MisconceptionId GapId }

impl Decode for Lang {
    const SHAPE: Shape = Shape::String;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::String(text) = node.value else {
            return wrong_type(node, reader);
        };
        let lang: Option<Self> = text.parse().ok();
        if lang.is_none() {
            let message = format!("`{text}` is no language tag");
            let help = "a language is a tag in lower case, such as en, fr or pt-br";
            reader.note(Diagnostic::new(Code::InvalidLanguage, node.span, message).help(help));
        }
        lang
    }
}

/// A closed set of words.
pub(crate) trait Names: Copy + 'static {
    /// Every word with its meaning.
    const NAMES: &'static [(&'static str, Self)];
}

impl<T: Names> Decode for T {
    const SHAPE: Shape = Shape::String;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::String(text) = node.value else {
            return wrong_type(node, reader);
        };
        let names = || T::NAMES.iter().map(|(name, _)| *name);
        let found = T::NAMES.iter().find(|(name, _)| name == text);
        if found.is_none() {
            let message = format!("`{}` takes {}, found `{text}`", node.key, one_of(names()));
            let help = did_you_mean(text, names(), || format!("write {}", one_of(names())));
            reader.note(Diagnostic::new(Code::UnknownValue, node.span, message).help(help));
        }
        found.map(|(_, value)| *value)
    }
}
