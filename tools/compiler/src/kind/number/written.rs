//! Numbers as they are written, and why they can't be read.

use jalon_engine::grade::{Doubt, Numeral, Unread};
use jalon_engine::kind::number::{self, Amount};
use toml::de::DeValue;

use crate::diagnostic::{Code, Diagnostic};
use crate::faults::spot::excerpt;
use crate::read::{Decode, Node, Reader, Shape, wrong_type};
use jalon_draft::sources::Span;

/// A number as it is written.
#[derive(Debug, Clone)]
pub(crate) enum Written {
    /// As TOML writes numbers: the point is for decimals.
    Number(String),
    /// In quotes, as a learner would type it.
    Text(String),
}

impl Written {
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Number(text) | Self::Text(text) => text,
        }
    }
}

impl Decode for Written {
    const SHAPE: Shape = Shape::Number;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let plain = |text: &str| Self::Number(text.replace(['_', '+'], "").to_lowercase());
        match node.value {
            DeValue::String(text) => Some(Self::Text(text.clone().into_owned())),
            DeValue::Integer(number) => Some(plain(number.as_str())),
            DeValue::Float(number) => Some(plain(number.as_str())),
            _ => wrong_type(node, reader),
        }
    }
}

impl Decode for Numeral {
    const SHAPE: Shape = Shape::Number;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let written = Written::decode(node, reader)?;
        let read = match &written {
            Written::Number(text) => Self::parse(text).ok_or(Unread::Unreadable),
            Written::Text(text) => Self::read(text),
        };
        let note = |why| {
            let problem = invalid(&written, node.span, &why);
            let alone = "write the number alone; it is in the first of the question's units";
            reader.note(match why {
                Unread::UnknownUnit => problem.help(alone),
                _ => problem,
            });
        };
        read.map_err(note).ok()
    }
}

/// A number that can't be read.
pub(super) fn invalid(written: &Written, span: Span, why: &Unread) -> Diagnostic {
    let message = format!(
        "`{}` is no number: {}",
        excerpt(written.text()),
        unread(why)
    );
    let help = match why {
        Unread::Ambiguous(Doubt { grouped, decimal }) => {
            format!("write {grouped} or {decimal} without quotes")
        }
        Unread::UnknownUnit | Unread::NoUnit => {
            "take it out, or give the unit a heading [[question.unit]]".to_owned()
        }
        _ => "write it like 1234.5, \"3/4\" or \"1.5e6\"".to_owned(),
    };
    Diagnostic::new(Code::InvalidNumber, span, message).help(help)
}

/// Why a text is no number.
pub(crate) fn unread(why: &Unread) -> String {
    match why {
        Unread::NoNumber => "there is no number in it".to_owned(),
        Unread::Several => "there is more than one number in it".to_owned(),
        Unread::Unreadable => {
            "it is written in a way that is not read, or has more than 40 digits".to_owned()
        }
        Unread::Ambiguous(Doubt { grouped, decimal }) => {
            format!("it may be `{grouped}` or `{decimal}`")
        }
        Unread::UnknownUnit => "it has a unit or a word that the question doesn't have".to_owned(),
        Unread::NoUnit => "it has no unit, and the question needs one".to_owned(),
        why => why.to_string(),
    }
}

/// A number as it is written, in the key's unit.
pub(super) fn in_key_unit(body: &number::Number, written: &Written) -> Result<Numeral, Unread> {
    let text = match written {
        Written::Number(text) => return Numeral::parse(text).ok_or(Unread::Unreadable),
        Written::Text(text) => text,
    };
    let typed = body.read(text)?;
    match (typed.doubt(), typed.unit) {
        (Some(doubt), _) => Err(doubt),
        (None, None) => Ok(typed.number),
        (None, unit) => {
            let number = typed.number;
            Ok(Numeral::of(body.in_key_unit(&Amount { number, unit })))
        }
    }
}
