//! What is right: a number, what is near enough, or a range.

use jalon_engine::grade::Numeral;
use jalon_engine::kind::number::{self, NumberFlaw, Tolerance};
use toml::de::DeValue;

use crate::diagnostic::{Code, Diagnostic};
use crate::read::{At, Decode, Node, Reader, Shape, record, wrong_type};
use jalon_draft::sources::Span;

record! {
    /// A number, and what is near enough.
    pub(crate) struct Near {
        /// The number.
        required value: At<Numeral>,
        /// How far away is near enough: a number, or a share such as "2%".
        optional within: At<Numeral>,
        /// How many significant figures count.
        optional figures: At<u64>,
    }
}

record! {
    /// A range with both its ends.
    pub(crate) struct Range {
        /// The least that is right.
        required from: At<Numeral>,
        /// The most that is right.
        required to: At<Numeral>,
    }
}

/// What is right.
#[derive(Debug, Clone)]
pub(crate) enum Key {
    Value(At<Numeral>),
    Near(Near),
    Range(Range),
}

impl Decode for Key {
    const SHAPE: Shape = Shape::NumberKey;

    /// Nothing where a part of it could not be read, so that nobody holds anything against the rest.
    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match node.value {
            DeValue::Table(table) if table.contains_key("from") || table.contains_key("to") => {
                let range = Range::decode(node, reader)?;
                (range.from.is_some() && range.to.is_some()).then_some(Self::Range(range))
            }
            DeValue::Table(table) => {
                let near = Near::decode(node, reader)?;
                let is_whole = near.value.is_some()
                    && near.within.is_some() == table.contains_key("within")
                    && near.figures.is_some() == table.contains_key("figures");
                if let (Some(within), Some(figures)) = (&near.within, &near.figures) {
                    let message = "`within` and `figures` both say how near is near enough";
                    let problem = Diagnostic::new(Code::Contradiction, figures.span, message);
                    let problem = problem.label(within.span, "this one too");
                    reader.note(problem.help("take one of them out"));
                }
                is_whole.then_some(Self::Near(near))
            }
            DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) => {
                At::decode(node, reader).map(Self::Value)
            }
            _ => wrong_type(node, reader),
        }
    }
}

impl Key {
    /// The engine's form.
    ///
    /// # Errors
    ///
    /// There is no such tolerance, which stands at this place.
    pub(super) fn compiled(&self) -> Result<number::Key, (NumberFlaw, Span)> {
        let value = |at: &Option<At<Numeral>>| at.clone().map(|at| at.value).unwrap_or_default();
        let (number, tolerance, span) = match self {
            Self::Value(at) => (at.value.clone(), Tolerance::Exact, at.span),
            Self::Near(near) => {
                let (tolerance, span) = near.tolerance();
                (value(&near.value), tolerance, span)
            }
            Self::Range(range) => {
                return Ok(number::Key {
                    from: value(&range.from),
                    to: value(&range.to),
                    value: None,
                });
            }
        };
        number::Key::near(number, &tolerance).map_err(|flaw| (flaw, span))
    }

    /// The numbers that are right by themselves.
    pub(super) fn numbers(&self) -> impl Iterator<Item = &At<Numeral>> {
        let (one, other) = match self {
            Self::Value(at) => (Some(at), None),
            Self::Near(near) => (near.value.as_ref(), None),
            Self::Range(range) => (range.from.as_ref(), range.to.as_ref()),
        };
        one.into_iter().chain(other)
    }

    pub(super) fn span(&self) -> Span {
        match self {
            Self::Value(at) => at.span,
            Self::Near(near) => near.span,
            Self::Range(range) => range.span,
        }
    }
}

impl Near {
    /// How far away is near enough, and where that stands.
    fn tolerance(&self) -> (Tolerance, Span) {
        match (&self.within, &self.figures) {
            (Some(At { value, span }), _) if value.as_str().ends_with('%') => {
                (Tolerance::Relative(value.clone()), *span)
            }
            (Some(At { value, span }), _) => (Tolerance::Absolute(value.clone()), *span),
            (None, Some(figures)) => (Tolerance::Figures(figures.value), figures.span),
            (None, None) => (Tolerance::Exact, self.span),
        }
    }
}
