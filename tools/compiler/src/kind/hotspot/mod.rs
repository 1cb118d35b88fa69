//! Point at one region of a picture, or at several.

mod geometry;

use jalon_engine::bank::{Location, Subject, Violation};
use jalon_engine::grade::Policy;
use jalon_engine::id::{ChoiceId, MisconceptionId};
use jalon_engine::kind::Response;
use jalon_engine::kind::hotspot::{self, Shape, WHOLE};
use jalon_engine::lang::Localised;
use toml::de::DeValue;

use super::{Sample, choice};
use crate::compile::Compiler;
use crate::diagnostic::{Code, Diagnostic};
use crate::faults::{Spot, lacking};
use crate::pictures;
use crate::read::{
    At, Decode, Languages, Node, Raw, Reader, Shape as Form, Table, record, wrong_type,
};
use crate::sources::Span;
use geometry::{covers, fits, height_of};

record! {
    /// The keys of a question with a picture.
    pub(crate) struct Keys {
        /// The picture: a file, or one for each language.
        required image: Image,
        /// What is right: a region's id, or a list of them.
        required key: At<choice::Key>,
        /// How a response that is right in part is marked, where several may be picked.
        optional scoring: At<Policy>,
        /// How many have to be picked, where several may be.
        optional least: At<u64>,
        /// How many may be picked, where several may be.
        optional most: At<u64>,
        /// Whether each attempt puts the list of the regions in a new order.
        optional shuffle: bool,
        /// The regions; their names are in the wordings.
        required regions("region"): Vec<Region>,
        /// Sample answers, written like a key.
        optional samples: super::Samples<At<choice::Key>>,
    }
}

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

/// One picture for all languages, or one for each.
#[derive(Debug, Clone)]
pub(crate) enum Image {
    Same(Raw),
    Each(Languages<Raw>),
}

/// A region.
#[derive(Debug, Clone)]
pub(crate) struct Region {
    item: choice::Item,
    /// `None` where it could not be read.
    shape: Option<At<Shape>>,
}

/// Numbers from 0 to 100, in hundredths.
#[derive(Debug, Clone)]
pub(crate) struct Percents {
    span: Span,
    numbers: Vec<u16>,
}

/// A question with a picture: the picture, where the regions are, and all that a question with choices has.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    image: Option<Image>,
    shapes: Option<Vec<Region>>,
    span: Span,
    pub(crate) choice: choice::Source,
}

impl Decode for Image {
    const SHAPE: Form = Form::Picture;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match node.value {
            DeValue::String(_) => Raw::decode(node, reader).map(Self::Same),
            DeValue::Table(_) => Languages::decode(node, reader).map(Self::Each),
            _ => wrong_type(node, reader),
        }
    }
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

const WHERE: &str = "0, 0 is the upper left corner, 100, 100 the lower right one";

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
    fn id(&self) -> Option<&At<ChoiceId>> {
        self.item.id.as_ref()
    }

    fn place(&self) -> Option<&At<Shape>> {
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

impl Source {
    pub(crate) const KEYS: &'static [&'static str] = Keys::KEYS;

    /// Takes its keys out of a question.
    pub(crate) fn take(table: &mut Table<'_>, reader: &mut Reader<'_>) -> Self {
        let keys = Keys::take(table, reader);
        let items = |regions: &Vec<Region>| regions.iter().map(|one| one.item.clone()).collect();
        Self {
            image: keys.image,
            span: keys.span,
            choice: choice::Source {
                span: keys.span,
                key: keys.key,
                scoring: keys.scoring,
                least: keys.least,
                most: keys.most,
                shuffle: keys.shuffle,
                choices: keys.regions.as_ref().map(items),
                samples: keys.samples,
            },
            shapes: keys.regions,
        }
    }

    fn regions(&self) -> impl Iterator<Item = &Region> {
        let regions = self.shapes.iter().flatten();
        regions.filter(|region| region.item.id.is_some())
    }

    pub(super) fn is_whole(&self) -> bool {
        self.choice.key.is_some() && self.choice.choices.is_some()
    }

    pub(super) fn compile(&self, compiler: &mut Compiler<'_>) -> hotspot::Hotspot {
        let picture = match &self.image {
            None => same(compiler, &pictures::stand_in()),
            Some(Image::Same(raw)) => {
                let picture = compiler.picture(raw);
                same(compiler, &picture)
            }
            Some(Image::Each(each)) => {
                compiler.localised(each, |compiler, _, raw| compiler.picture(raw))
            }
        };
        let heights = picture.iter().map(|(_, picture)| height_of(picture));
        self.note_shapes(heights.min().unwrap_or(u32::MAX), compiler);
        if self.shapes.as_ref().is_some_and(|all| all.len() < 2) {
            let span = self.regions().last().map_or(self.span, |one| one.item.span);
            let message = "expected at least 2 regions, found fewer";
            let help = "each region has a heading [[question.region]], an id and a place";
            compiler.note(Diagnostic::new(Code::TooFew, span, message).help(help));
        }
        // What could not be read has been noted, and is the whole picture until it is mended.
        let shape = |region: &Region| region.shape.as_ref().map(|at| at.value.clone());
        let whole = Shape::Rect([0, 0, WHOLE, WHOLE]);
        let shapes = self
            .regions()
            .map(|region| shape(region).unwrap_or(whole.clone()));
        hotspot::Hotspot {
            shapes: shapes.collect(),
            choice: self.choice.compile(compiler),
            picture,
        }
    }

    /// The regions with their places, where both could be read.
    fn places(&self) -> Vec<(&At<ChoiceId>, &At<Shape>)> {
        let place = |region| Some((Region::id(region)?, Region::place(region)?));
        self.regions().filter_map(place).collect()
    }

    /// Notes what only the picture's proportions and the regions together can tell.
    fn note_shapes(&self, height: u32, compiler: &mut Compiler<'_>) {
        let places = self.places();
        for (n, (id, place)) in places.iter().enumerate() {
            if !place.value.is_inside() {
                continue;
            }
            if let Err(message) = fits(&place.value, height) {
                compiler.note(Diagnostic::new(Code::OutOfRange, place.span, message).help(WHERE));
            }
            let above = places.iter().skip(n + 1);
            let cover = |(_, other): &&(_, &At<Shape>)| covers(&other.value, &place.value, height);
            if let Some((other, over)) = above.into_iter().find(cover) {
                let message = format!(
                    "region `{}` lies under `{}`, so nobody can point at it",
                    id.value, other.value
                );
                let problem = Diagnostic::new(Code::Contradiction, place.span, message);
                let problem = problem.label(over.span, "what lies on top of it");
                compiler.note(problem.help("write the larger region first: later ones lie on top"));
            }
        }
    }

    pub(super) fn samples(&self) -> Vec<Sample> {
        let mut samples = self.choice.samples();
        for sample in &mut samples {
            if let Response::Choice(picked) = &sample.response {
                sample.response = Response::Hotspot(picked.clone());
            }
        }
        samples
    }

    pub(super) fn locate(&self, place: &Location, flaw: &Violation) -> Vec<Spot> {
        match (place, flaw) {
            // Noted in the words of this kind.
            (_, Violation::TooFew(Subject::Choice | Subject::Region, _)) => Vec::new(),
            (Location::Choice(_, at), Violation::Shape) => {
                let region = self.regions().nth(*at);
                let shape = region.and_then(|region| region.shape.as_ref());
                Spot::list(shape.map(|at| at.span))
            }
            (Location::Key(_), Violation::MissingLanguage(lang)) => match &self.image {
                Some(Image::Each(each)) => lacking([each], lang),
                _ => Vec::new(),
            },
            _ => self.choice.locate(place, flaw),
        }
    }
}

fn same(compiler: &Compiler<'_>, picture: &hotspot::Picture) -> Localised<hotspot::Picture> {
    let langs = compiler.langs.iter();
    langs.map(|lang| (*lang, picture.clone())).collect()
}
