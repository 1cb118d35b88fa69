//! Point at one region of a picture, or at several.

pub(super) mod body;
mod geometry;
mod region;

use std::sync::Arc;

use jalon_engine::bank::{Location, Subject, Violation};
use jalon_engine::grade::Policy;
use jalon_engine::id::ChoiceId;
use jalon_engine::kind::hotspot::{self, Shape, WHOLE};
use jalon_engine::kind::{Body, Kind, Response};
use jalon_engine::lang::Localised;
use jalon_engine::shared::Shared;
use toml::de::DeValue;

use super::choice;
use super::part::{OwnText, PartName};
use super::sample::{Sample, Samples};
use super::source::{KindSource, KindSpec};
use crate::compile::Compiler;
use crate::diagnostic::{Code, Diagnostic};
use crate::faults::spot::{Spot, lacking};
use crate::pictures;
use crate::read::{
    At, Decode, Languages, Node, Raw, Reader, Shape as Form, Table, record, wrong_type,
};
use geometry::{covers, fits};
use jalon_draft::sources::Span;
use region::{Region, WHERE};

pub(super) const KIND: KindSpec = KindSpec {
    kind: Kind::Hotspot,
    keys: Keys::KEYS,
    take: |table, reader| Arc::new(Source::take(table, reader)),
    response: r#"{"hotspot":["check"]}"#,
    shorthand: "check, or check,act",
};

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
        optional samples: Samples<At<choice::Key>>,
    }
}

/// One picture for all languages, or one for each.
#[derive(Debug, Clone)]
pub(crate) enum Image {
    Same(Raw),
    Each(Languages<Raw>),
}

/// A question with a picture: the picture, where the regions are, and all that a question with choices has.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    image: Option<Image>,
    shapes: Option<Vec<Region>>,
    span: Span,
    choice: choice::Source,
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

impl Source {
    /// Takes its keys out of a question.
    fn take(table: &mut Table<'_>, reader: &mut Reader<'_>) -> Self {
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

    fn compile(&self, compiler: &mut Compiler<'_>) -> hotspot::Hotspot {
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
}

impl KindSource for Source {
    fn body(&self, compiler: &mut Compiler<'_>) -> Body {
        Body::Hotspot(Shared::new(self.compile(compiler)))
    }

    fn is_whole(&self) -> bool {
        self.choice.is_whole()
    }

    fn locate(&self, place: &Location, flaw: &Violation) -> Vec<Spot> {
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

    fn samples(&self) -> Vec<Sample> {
        let mut samples = self.choice.samples();
        for sample in &mut samples {
            if let Response::Choice(picked) = &sample.response {
                sample.response = Response::Hotspot(picked.clone());
            }
        }
        samples
    }

    fn parts(&self) -> Vec<(PartName, &At<ChoiceId>)> {
        let ids = self.choice.ids();
        ids.map(|id| (PartName::Region, id)).collect()
    }

    fn own_text(&self) -> Option<OwnText> {
        Some(OwnText::Alt)
    }

    fn remarks(&self) -> Vec<&Languages<Raw>> {
        self.choice.remarks()
    }
}

fn same(compiler: &Compiler<'_>, picture: &hotspot::Picture) -> Localised<hotspot::Picture> {
    let langs = compiler.langs.iter();
    langs.map(|lang| (*lang, picture.clone())).collect()
}

/// How high a picture is, in the unit of its width.
fn height_of(picture: &hotspot::Picture) -> u32 {
    let height = u64::from(picture.height) * u64::from(WHOLE) / u64::from(picture.width.max(1));
    u32::try_from(height).unwrap_or(u32::MAX)
}
