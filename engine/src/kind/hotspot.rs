//! Point at one region of a picture, or at several (QTI: hotspot interaction). The regions are choices, whose names are in the
//! wordings, so that the whole works from a list; where they are in the picture is all that this kind adds.

use super::{SelectedWordings, choice};
use crate::bank::Question;
use crate::fault::{FaultSink, Location, Subject, Violation};
use crate::id::ChoiceId;
use crate::json::{FromJson, Node, ToJson, Writer};
use crate::lang::{Lang, Localised};
use crate::markup::Address;
use crate::rules;
use crate::struct_json;

/// The whole width, or height, of a picture, in the unit in which places in it are given.
pub const WHOLE: u16 = 10_000;

/// A picture with regions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hotspot {
    /// The regions as choices, and what is right.
    pub choice: choice::Choice,
    /// Where each region is, in the order of the choices; those that come later lie on top.
    pub shapes: Vec<Shape>,
    /// The picture, in every language.
    pub picture: Localised<Picture>,
}

/// A picture, and its size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Where it is.
    pub address: Address,
    /// How wide it is, in pixels; 1 and up.
    pub width: u32,
    /// How high it is, in pixels; 1 and up.
    pub height: u32,
}

/// Where a region is: places are shares of the picture's width and height, from 0 to [`WHOLE`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Left, top, width, height.
    Rect([u16; 4]),
    /// The middle, from the left and from the top, and the radius, which is a share of the picture's width.
    Circle([u16; 3]),
    /// The corners, from the left and from the top; at least three.
    Polygon(Vec<[u16; 2]>),
}

/// What a learner may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// The regions as a list.
    pub choice: choice::Face,
    /// The picture.
    pub picture: Localised<Picture>,
    /// What it shows.
    pub alt: Localised<String>,
    /// Where the regions are, the undermost first.
    pub shapes: Vec<(ChoiceId, Shape)>,
}

impl Hotspot {
    pub(super) fn face(&self, drawn: &SelectedWordings<'_>, order: &[ChoiceId]) -> Face {
        let mut shapes = Vec::new();
        for (item, shape) in self.choice.choices.iter().zip(&self.shapes) {
            shapes.push((item.id, shape.clone()));
        }
        Face {
            choice: self.choice.face(drawn, order),
            picture: self.picture.clone(),
            alt: drawn.map(|_, wording| wording.alt.clone()),
            shapes,
        }
    }

    pub(super) fn check(
        &self,
        sink: &mut impl FaultSink,
        langs: &[Lang],
        n: usize,
        question: &Question,
    ) {
        self.choice.check(sink, langs, n);
        let spot = Location::Key(n);
        rules::languages(sink, spot, langs, &self.picture);
        for (_, picture) in self.picture.iter() {
            for size in [picture.width, picture.height] {
                rules::range(sink, spot, Subject::Picture, size.into(), 1..=100_000);
            }
        }
        if self.shapes.len() != self.choice.choices.len() {
            sink.add(spot, || {
                Violation::TooFew(Subject::Region, self.choice.choices.len())
            });
        }
        for (c, shape) in self.shapes.iter().enumerate() {
            if !shape.is_inside() {
                sink.add(Location::Choice(n, c), || Violation::Shape);
            }
        }
        for (lang, wordings) in question.wordings.iter() {
            for (w, wording) in wordings.iter().enumerate() {
                if wording.alt.trim().is_empty() {
                    sink.add(Location::Wording(n, lang, w), || {
                        Violation::EmptyText(Subject::Alt)
                    });
                }
            }
        }
    }
}

impl Shape {
    /// True when it has a size, and all of it is inside the picture. A circle's top and bottom are not looked at, since they depend on
    /// the picture's proportions.
    pub fn is_inside(&self) -> bool {
        let spans = |from: u16, size: u16| size > 0 && from <= WHOLE && size <= WHOLE - from;
        match self {
            Self::Rect([x, y, width, height]) => spans(*x, *width) && spans(*y, *height),
            Self::Circle([x, y, radius]) => {
                *radius > 0 && radius <= x && *y <= WHOLE && *x <= WHOLE && *radius <= WHOLE - *x
            }
            Self::Polygon(corners) => {
                let is_in = |[x, y]: &[u16; 2]| *x <= WHOLE && *y <= WHOLE;
                corners.len() >= 3 && corners.iter().all(is_in)
            }
        }
    }
}

fn numbers(numbers: &mut [u16], node: &Node<'_>) {
    let mut n = 0;
    node.items(&mut |item| {
        if let Some(number) = numbers.get_mut(n) {
            number.fill(item);
        }
        n += 1;
    });
    if n != numbers.len() {
        node.fail("another number of numbers");
    }
}

impl<const N: usize> FromJson for [u16; N] {
    fn blank() -> Self {
        [0; N]
    }

    fn fill(&mut self, node: &Node<'_>) {
        numbers(self, node);
    }
}

impl<const N: usize> ToJson for [u16; N] {
    fn to_json(&self, out: &mut Writer) {
        out.begin_list();
        for number in self {
            out.item(number);
        }
        out.end_list();
    }
}

crate::enum_json!(Shape {
    "rect" => Rect(sides), "circle" => Circle(round), "polygon" => Polygon(corners)
} else Self::Polygon(Vec::new()));
struct_json!(Picture {
    address,
    width,
    height
});
struct_json!(Hotspot {
    choice,
    shapes,
    picture
});
