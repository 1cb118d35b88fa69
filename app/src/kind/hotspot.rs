//! A picture whose regions can be pointed at, and the list of them, which says the same and is there for everybody.

use std::rc::Rc;

use jalon_engine::id::ChoiceId;
use jalon_engine::kind::Response;
use jalon_engine::kind::choice::Pick;
use jalon_engine::kind::hotspot::{Face, Picture, Shape, WHOLE};
use jalon_engine::lang::Localised;

use super::choice;
use super::choice::ChoiceOption;
use super::option::Choosable;
use super::question_ctx::QuestionCtx;
use crate::part::BETWEEN;
use jalon_view::{Element, IntoView, View, html, svg};

pub(crate) const STYLES: &str = include_str!("../../style/kinds/hotspot.css");

/// How far a sign reaches from its middle.
const SIGN: u64 = 300;

pub(super) fn inputs(ctx: &Rc<QuestionCtx>, face: Face) -> View {
    let Face {
        choice,
        picture,
        alt,
        shapes,
    } = face;
    let list = choice::inputs(ctx, choice.clone(), Response::Hotspot);
    let board = Board {
        ctx: ctx.clone(),
        pick: choice.pick,
        shapes,
    };
    let reader = ctx.reader();
    let pictures = move || {
        let mut all = View::default();
        for (picture, alt) in on_screen(&board, &picture, &alt) {
            let img = html::img()
                .attr("src", reader.picture(&picture.address))
                .attr("alt", &alt)
                .attr("width", picture.width.to_string())
                .attr("height", picture.height.to_string());
            let drawn = html::div().class("picture").child(img);
            all.add(drawn.child(board.overlay(&picture)));
        }
        all
    };
    let mut all = pictures.into_view();
    all.add(list);
    all
}

/// The pictures to show, each once with all that it is said to show.
fn on_screen(
    board: &Board,
    picture: &Localised<Picture>,
    alt: &Localised<String>,
) -> Vec<(Picture, String)> {
    let reading = board.ctx.reader().reading();
    let mut all: Vec<(Picture, String)> = Vec::new();
    for (lang, picture) in picture.iter() {
        let alt = alt.get(lang).filter(|_| reading.shows(lang));
        let Some(alt) = alt else { continue };
        match all.last_mut() {
            Some((own, said)) if own == picture => {
                said.push_str(BETWEEN);
                said.push_str(alt);
            }
            _ => all.push((picture.clone(), alt.clone())),
        }
    }
    all
}

/// What lies over the picture. Screen readers have the list.
struct Board {
    ctx: Rc<QuestionCtx>,
    pick: Pick,
    shapes: Vec<(ChoiceId, Shape)>,
}

impl Board {
    fn overlay(&self, picture: &Picture) -> Element {
        let width = u64::from(WHOLE);
        let height = width * u64::from(picture.height) / u64::from(picture.width.max(1));
        let mut overlay = svg::svg()
            .attr("viewBox", numbers(&[0, 0, width, height]))
            .attr("aria-hidden", "true");
        let mut signs = View::default();
        for (id, shape) in &self.shapes {
            let one = Rc::new(ChoiceOption {
                ctx: self.ctx.clone(),
                pick: self.pick,
                id: *id,
                wrap: Response::Hotspot,
            });
            let (drawn, [x, y]) = outline(shape, height);
            let (state, pointed, pick) = (one.clone(), one.clone(), self.pick);
            overlay = overlay.child(
                drawn
                    .attr("class", move || Some(class(&state).to_owned()))
                    .on("click", move |_| {
                        if !pointed.ctx.is_settled() {
                            pointed.pick(pick == Pick::One || !pointed.is_picked());
                        }
                    }),
            );
            let inside = |at: u64, end: u64| at.max(SIGN).min(end.saturating_sub(SIGN));
            let (x, y) = (inside(x, width), inside(y, height));
            signs.add(move || sign(&one, x, y));
        }
        overlay.child(signs)
    }
}

fn class(one: &ChoiceOption) -> &'static str {
    match one.mark() {
        Some((_, true)) => "region right",
        Some((true, false)) => "region wrong",
        Some((false, false)) => "region over",
        None if one.is_picked() => "region picked",
        None => "region",
    }
}

/// What became of a region, in a sign.
fn sign(one: &ChoiceOption, x: u64, y: u64) -> Option<Element> {
    let (class, path) = match one.mark()? {
        (_, true) => ("sign right", "M-130 10l90 90 170-190"),
        (true, false) => ("sign wrong", "M-100-100l200 200m0-200l-200 200"),
        (false, false) => return None,
    };
    let at = ["translate(", &numbers(&[x, y]), ")"].concat();
    let disc = svg::circle().attr("r", SIGN.to_string());
    let sign = svg::g().class(class).attr("transform", &at).child(disc);
    Some(sign.child(svg::path().attr("d", path)))
}

/// A shape over a picture of that height, and a place at its edge, up on the right, where a sign hides nothing that stands in it.
fn outline(shape: &Shape, height: u64) -> (Element, [u64; 2]) {
    let down = |y: u16| u64::from(y) * height / u64::from(WHOLE);
    let with = |tag, values: &[(&'static str, u64)]| {
        let mut drawn = html::element(tag);
        for (name, value) in values {
            drawn = drawn.attr(name, value.to_string());
        }
        drawn
    };
    match shape {
        Shape::Rect([x, y, w, h]) => {
            let (x, y, w, h) = (u64::from(*x), down(*y), u64::from(*w), down(*h));
            let sides = [("x", x), ("y", y), ("width", w), ("height", h)];
            (with("rect", &sides), [x + w, y])
        }
        Shape::Circle([x, y, radius]) => {
            let (x, y, radius) = (u64::from(*x), down(*y), u64::from(*radius));
            (
                with("circle", &[("cx", x), ("cy", y), ("r", radius)]),
                [x + radius * 7 / 10, y.saturating_sub(radius * 7 / 10)],
            )
        }
        Shape::Polygon(corners) => {
            let (mut flat, mut best) = (Vec::new(), [0, height]);
            for [x, y] in corners {
                let (x, y) = (u64::from(*x), down(*y));
                flat.push(x);
                flat.push(y);
                if x + best[1] > best[0] + y {
                    best = [x, y];
                }
            }
            (svg::polygon().attr("points", numbers(&flat)), best)
        }
    }
}

/// Numbers in a row.
fn numbers(all: &[u64]) -> String {
    let mut text = String::new();
    for number in all {
        text.push_str(&number.to_string());
        text.push(' ');
    }
    text
}
