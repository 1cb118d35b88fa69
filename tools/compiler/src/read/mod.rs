//! From TOML to typed values that know where they stand. Every problem is noted and reading goes on.

mod record;
mod syntax;
mod table;
mod value;

use jalon_engine::lang::Lang;
use toml::de::DeValue;

pub(crate) use record::record;
pub(crate) use syntax::parse;
pub(crate) use table::{Entry, Languages, Named, Table};
pub(crate) use value::{At, Names, Raw, Tried, invalid_id};

use crate::diagnostic::{Code, Diagnostic};
use jalon_draft::sources::{FileId, Span};

/// What a value is read with.
pub(crate) struct Reader<'a> {
    pub(crate) file: FileId,
    pub(crate) text: &'a str,
    /// The bank's languages, once they are known.
    pub(crate) langs: Option<&'a [Lang]>,
    pub(crate) problems: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    /// The same text, read for a bank of these languages.
    pub(crate) fn with_languages<'b>(&'b mut self, langs: Option<&'b [Lang]>) -> Reader<'b> {
        Reader {
            file: self.file,
            text: self.text,
            langs,
            problems: self.problems,
        }
    }

    /// Reads a value ahead of its turn; what is wrong with it is noted when its turn comes.
    pub(crate) fn quietly<T: Decode>(&self, node: Node<'_>) -> Option<T> {
        let mut unheard = Vec::new();
        let mut reader = Reader {
            file: self.file,
            text: self.text,
            langs: self.langs,
            problems: &mut unheard,
        };
        T::decode(node, &mut reader)
    }

    pub(crate) fn note(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    pub(crate) fn span(&self, bytes: std::ops::Range<usize>) -> Span {
        Span::new(self.file, bytes)
    }
}

/// A value in the text, under the key that it belongs to.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a> {
    pub(crate) key: &'a str,
    pub(crate) value: &'a DeValue<'a>,
    pub(crate) span: Span,
}

/// What can be read from a value.
pub(crate) trait Decode: Sized {
    /// What the value has to be, as a person would say it.
    const SHAPE: Shape;

    /// Reads it. What is wrong is noted; `None` where nothing of it can be used.
    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self>;
}

/// The shape of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    String,
    Whole,
    Bool,
    List,
    Table,
    Languages,
    Key,
    Concepts,
    Number,
    NumberKey,
    Answer,
    Picture,
    Percents,
    Rule,
}

impl Shape {
    fn words(self) -> &'static str {
        match self {
            Self::String => "a string",
            Self::Whole => "a whole number",
            Self::Bool => "true or false",
            Self::List => "a list",
            Self::Table => "a table",
            Self::Languages => "a value for each language",
            Self::Key => "a choice's id or a list of them",
            Self::Number => "a number",
            Self::NumberKey => "a number, { value = 93, within = 0.5 } or { from = 90, to = 96 }",
            Self::Answer => "an answer in quotes, or { wildcard = \"...\" }",
            Self::Picture => "the name of a file, or one for each language",
            Self::Rule => "the code or the name of a rule",
            Self::Percents => "a list of numbers, in percent",
            Self::Concepts => "a list of concepts, or a table of concepts with weights",
        }
    }

    fn try_this(self, found: &DeValue<'_>) -> Option<&'static str> {
        match (self, found) {
            (
                Self::String | Self::Key | Self::Answer | Self::Rule,
                DeValue::Integer(_)
                | DeValue::Float(_)
                | DeValue::Boolean(_)
                | DeValue::Datetime(_),
            ) => Some("put it in quotes"),
            (Self::Whole | Self::Bool, DeValue::String(_)) => Some("write it without quotes"),
            (Self::List | Self::Concepts, DeValue::String(_)) => {
                Some("put it in square brackets: [\"...\"]")
            }
            (Self::List, DeValue::Table(_)) => {
                Some("a heading in double brackets, such as [[question]], adds a table to a list")
            }
            (Self::Languages, DeValue::String(_) | DeValue::Array(_)) => {
                Some("put the language behind the key: title.en = ..., title.fr = ...")
            }
            (Self::Table, DeValue::Array(_)) => {
                Some("a heading in single brackets, such as [lesson], starts a table")
            }
            _ => None,
        }
    }
}

/// What was found, as a person would say it.
fn found(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "a truth value",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// Notes that a value has another shape.
pub(crate) fn wrong_type<T: Decode>(node: Node<'_>, reader: &mut Reader<'_>) -> Option<T> {
    let message = format!(
        "`{}` takes {}, found {}",
        node.key,
        T::SHAPE.words(),
        found(node.value)
    );
    let help = T::SHAPE.try_this(node.value).map(str::to_owned);
    reader.note(Diagnostic::new(Code::WrongType, node.span, message).maybe_help(help));
    None
}
