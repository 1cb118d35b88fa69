//! The regions of a picture as they are written.

use jalon_engine::id::{ChoiceId, MisconceptionId};
use jalon_engine::kind::hotspot::{Shape, WHOLE};
use toml::de::DeValue;

use super::choice;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::{
    At, Decode, Languages, Node, Raw, Reader, Shape as Form, Table, record, wrong_type,
};
use jalon_draft::sources::Span;

record! {
    /// The keys of a region, of which the last three exclude one another.
    pub(crate) struct RegionKeys {
        /// Names it in the key and in every wording.
        required id: At<ChoiceId>,
        /// Keeps its place in the list when the others change theirs.
        optional pinned: bool,
        /// What picking it earns, in percent of the points.
        optional weight: At<i16>,
        /// For a learner who picked it.
        optional feedback: Languages<Raw>,
        /// The wrong idea that leads to it.
        optional misconception: At<MisconceptionId>,
        /// Left, top, width, height, in percent of the picture.
        optional rect: Percents,
        /// The middle, from the left and from the top, and the radius, in percent; the radius in percent of the width.
        optional circle: Percents,
        /// The corners, from the left and from the top, in percent.
        optional polygon: Vec<Percents>,
    }
}

/// A region.
#[derive(Debug, Clone)]
pub(crate) struct Region {
    pub(super) item: choice::Item,
    /// `None` where it could not be read.
    pub(super) shape: Option<At<Shape>>,
}

/// Numbers from 0 to 100, in hundredths.
#[derive(Debug, Clone)]
pub(crate) struct Percents {
    span: Span,
    numbers: Vec<u16>,
}

impl Decode for Percents {
    const SHAPE: Form = Form::Percents;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::Array(list) = node.value else {
            return wrong_type(node, reader);
        };
        let mut numbers = Vec::new();
        for value in list {
            let percent: Option<f64> = match value.get_ref() {
                DeValue::Integer(number) => number.as_str().replace('_', "").parse().ok(),
                DeValue::Float(number) => number.as_str().replace('_', "").parse().ok(),
                _ => return wrong_type(node, reader),
            };
            let Some(percent) = percent.filter(|percent| (0.0..=100.0).contains(percent)) else {
                let message = "a place in a picture is a number from 0 to 100, in percent";
                let span = reader.span(value.span());
                reader.note(Diagnostic::new(Code::OutOfRange, span, message).help(WHERE));
                return None;
            };
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "it is from 0 to 10,000"
            )]
            numbers.push((percent * f64::from(WHOLE) / 100.0).round() as u16);
        }
        let span = node.span;
        Some(Self { span, numbers })
    }
}

pub(super) const WHERE: &str = "0, 0 is the upper left corner, 100, 100 the lower right one";

impl Decode for Region {
    const SHAPE: Form = Form::Table;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = Table::of(node, reader)?;
        let said = ["rect", "circle", "polygon"].map(|key| Some(table.peek(key)?.key));
        let said: Vec<At<&str>> = said.into_iter().flatten().collect();
        let keys = RegionKeys::take(&mut table, reader);
        table.finish(RegionKeys::KEYS, reader);
        match said.as_slice() {
            [_] => {}
            [] => {
                let message = "this region doesn't say where it is";
                let problem = Diagnostic::new(Code::MissingKey, keys.span, message);
                reader.note(problem.help("add rect = [left, top, width, height], in percent"));
            }
            [first, second, ..] => {
                let message = format!(
                    "`{}` and `{}` both say where this region is",
                    first.value, second.value
                );
                let problem = Diagnostic::new(Code::Contradiction, second.span, message);
                let problem = problem.label(first.span, "the first one");
                reader.note(problem.help("take one of them out, or make it a region of its own"));
            }
        }
        Some(Self {
            shape: keys.shape(reader),
            item: choice::Item {
                span: keys.span,
                id: keys.id,
                pinned: keys.pinned,
                weight: keys.weight,
                feedback: keys.feedback,
                misconception: keys.misconception,
            },
        })
    }
}

impl Region {
    pub(super) fn id(&self) -> Option<&At<ChoiceId>> {
        self.item.id.as_ref()
    }

    pub(super) fn place(&self) -> Option<&At<Shape>> {
        self.shape.as_ref()
    }
}

impl RegionKeys {
    fn shape(&self, reader: &mut Reader<'_>) -> Option<At<Shape>> {
        if let Some(Percents { numbers, span }) = &self.rect {
            let sides = numbers.as_slice().try_into().ok();
            return counted(sides.map(Shape::Rect), *span, "rect", "4 numbers", reader);
        }
        if let Some(Percents { numbers, span }) = &self.circle {
            let round = numbers.as_slice().try_into().ok();
            return counted(
                round.map(Shape::Circle),
                *span,
                "circle",
                "3 numbers",
                reader,
            );
        }
        let corners = self.polygon.as_ref()?;
        let span = corners.first().map_or(self.span, |first| first.span);
        let pairs = corners.iter().map(|one| one.numbers.as_slice().try_into());
        let pairs: Option<Vec<[u16; 2]>> = pairs.collect::<Result<_, _>>().ok();
        let pairs = pairs.filter(|pairs| pairs.len() >= 3);
        let what = "3 corners or more, each of 2 numbers";
        counted(pairs.map(Shape::Polygon), span, "polygon", what, reader)
    }
}

/// A shape of as many numbers as it takes.
fn counted(
    shape: Option<Shape>,
    span: Span,
    key: &str,
    takes: &str,
    reader: &mut Reader<'_>,
) -> Option<At<Shape>> {
    let Some(value) = shape else {
        let message = format!("`{key}` takes {takes}, found another number");
        let help = match key {
            "rect" => "write rect = [left, top, width, height], in percent",
            "circle" => "write circle = [from the left, from the top, radius], in percent",
            _ => "write polygon = [[10, 10], [20, 10], [15, 20]], in percent",
        };
        reader.note(Diagnostic::new(Code::WrongType, span, message).help(help));
        return None;
    };
    Some(At { value, span })
}
