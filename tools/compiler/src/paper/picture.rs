//! Pictures on paper: inside the page, and with letters over their regions.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jalon_engine::kind::hotspot::{Face, Picture, Shape, WHOLE};
use jalon_engine::lang::Lang;

use super::items::letter;
use super::page::Page;

/// Pictures by name, each as an address that holds all of it (RFC 2397).
pub(super) fn inside(pictures: Vec<(String, &[u8])>) -> BTreeMap<String, String> {
    let named = pictures.into_iter().map(|(path, bytes)| {
        let name = path
            .rsplit_once('/')
            .map_or(path.as_str(), |(_, name)| name);
        let kind = match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
            "svg" => "svg+xml",
            "jpg" => "jpeg",
            other => other,
        };
        let address = format!("data:image/{kind};base64,{}", STANDARD.encode(bytes));
        (name.to_owned(), address)
    });
    named.collect()
}

/// The picture of a question with its regions, once where all languages of the paper share it.
pub(crate) fn with_regions(page: &Page, face: &Face) -> String {
    let of = |lang: &Lang| face.picture.get(lang);
    let first = page.first().and_then(of);
    let mut all = page.tongues().iter().map(|tongue| of(&tongue.lang));
    if let Some(picture) = first
        && all.all(|other| other == Some(picture))
    {
        let alts = page.tongues().iter();
        let alts: Vec<&str> = alts.filter_map(|tongue| alt(face, &tongue.lang)).collect();
        return drawn(page, face, picture, &alts.join(" / "));
    }
    page.row("pictures", |tongue| {
        of(&tongue.lang).map_or_else(String::new, |picture| {
            let alt = alt(face, &tongue.lang).unwrap_or_default();
            drawn(page, face, picture, alt)
        })
    })
}

fn alt<'a>(face: &'a Face, lang: &Lang) -> Option<&'a str> {
    face.alt.get(lang).map(String::as_str)
}

/// A unit of the drawing is a hundredth of the picture's width.
const WIDE: f64 = 100.0;

fn drawn(page: &Page, face: &Face, picture: &Picture, alt: &str) -> String {
    let high = WIDE * f64::from(picture.height) / f64::from(picture.width);
    let mut shapes = String::new();
    for (id, shape) in &face.shapes {
        let place = face.choice.choices.iter().position(|(own, _)| own == id);
        let letter = letter(place.unwrap_or(0));
        let (outline, [x, y]) = outline(shape, high);
        // A string takes all that is written to it.
        let _ = write!(
            shapes,
            "<g>{outline}<circle class=\"tag\" cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"2.4\"/><text x=\"{x:.2}\" y=\"{y:.2}\">{letter}</text></g>"
        );
    }
    let image = page.image(&picture.address, alt);
    format!(
        "<figure class=\"regions\">{image}<svg viewBox=\"0 0 {WIDE} {high:.2}\" aria-hidden=\"true\">{shapes}</svg></figure>\n"
    )
}

/// A shape, and where its letter stands: inside, near its beginning, so that it covers little of what is in the middle.
fn outline(shape: &Shape, high: f64) -> (String, [f64; 2]) {
    const ROOM: f64 = 3.2;
    let x = |place: u16| f64::from(place) * WIDE / f64::from(WHOLE);
    let y = |place: u16| f64::from(place) * high / f64::from(WHOLE);
    match shape {
        Shape::Rect([left, top, width, height]) => {
            let (left, top, width, height) = (x(*left), y(*top), x(*width), y(*height));
            let outline = format!(
                "<rect x=\"{left:.2}\" y=\"{top:.2}\" width=\"{width:.2}\" height=\"{height:.2}\"/>"
            );
            let letter = [left + ROOM.min(width / 2.0), top + ROOM.min(height / 2.0)];
            (outline, letter)
        }
        Shape::Circle([middle, down, radius]) => {
            let (middle, down, radius) = (x(*middle), y(*down), x(*radius));
            let outline =
                format!("<circle cx=\"{middle:.2}\" cy=\"{down:.2}\" r=\"{radius:.2}\"/>");
            (outline, [middle, down - (radius - ROOM).max(0.0)])
        }
        Shape::Polygon(corners) => {
            let corners: Vec<[f64; 2]> = corners.iter().map(|[cx, cy]| [x(*cx), y(*cy)]).collect();
            let points: Vec<String> = corners
                .iter()
                .map(|[x, y]| format!("{x:.2},{y:.2}"))
                .collect();
            let outline = format!("<polygon points=\"{}\"/>", points.join(" "));
            (outline, middle(&corners))
        }
    }
}

fn middle(corners: &[[f64; 2]]) -> [f64; 2] {
    #[expect(clippy::cast_precision_loss, reason = "a shape has few corners")]
    let count = corners.len().max(1) as f64;
    let sum = |side: fn(&[f64; 2]) -> f64| corners.iter().map(side).sum::<f64>() / count;
    [sum(|[x, _]| *x), sum(|[_, y]| *y)]
}
