//! Regions of a picture.

use jalon_draft::{self as draft, Hotspot, Image, Region, Wording};

use crate::markdown;
use crate::xml::Element;

use super::choice::{Picking, feedback};
use super::declared::{number, spaced};
use super::pictures;
use super::reader::{InteractionDraft, Item, ItemReader, Made, named};

pub(super) fn read(
    reader: &mut ItemReader<'_, '_>,
    item: &mut Item<'_>,
    block: &Element,
    html: &str,
) -> Made {
    let response = item.response_of(block)?.clone();
    let spots: Vec<&Element> = block.all("hotspotChoice").collect();
    let names = named(&spots, "r");
    let picking = Picking::of(reader, item, block, &response, &names)?;
    let (image, size, alt) = picture(reader, item, block)?;
    let mut wording = Wording {
        alt: Some(alt),
        ..reader.asking(html)
    };
    let mut regions = Vec::new();
    let mut unnamed = false;
    for (spot, (own, id)) in spots.iter().zip(&names) {
        reader.losses.on_line(spot.line);
        let mut region = shape(spot, size).ok_or_else(|| {
            let shape = spot.attribute("shape").unwrap_or_default();
            format!("the region `{own}` has a shape that can't be read ({shape})")
        })?;
        if spot.attribute("shape") == Some("ellipse") {
            reader
                .losses
                .changed("an ellipse", "it is a polygon of 24 corners");
        }
        let label = ["hotspotLabel", "label", "aria-label"];
        let label = label.iter().find_map(|name| spot.attribute(name));
        let name = match label.map(spaced).filter(|label| !label.is_empty()) {
            Some(_) if spot.attribute("data-jalon-name").is_some() => spot
                .attribute("data-jalon-name")
                .unwrap_or_default()
                .to_owned(),
            Some(label) => markdown::escape(&label),
            None => {
                unnamed = true;
                own.clone()
            }
        };
        wording.regions.insert(id.clone(), name);
        region.id.clone_from(id);
        region.feedback = feedback(reader, item, &response.id, own);
        let weight = picking.weights.as_ref();
        let weight = weight.and_then(|all| all.iter().find(|(of, _)| of == id));
        region.weight = weight.map(|(_, weight)| *weight);
        regions.push(region);
    }
    if unnamed {
        reader.losses.guessed(
            "the names of the regions",
            "the item has none, and learners who can't see the picture pick by name: write what each shows",
        );
    }
    let keeps = item.mark("shuffle") == Some("false");
    Ok(InteractionDraft {
        body: draft::Body::Hotspot(Hotspot {
            image: Image::Same(image),
            key: picking.key,
            scoring: picking.scoring,
            least: picking.least,
            most: picking.most,
            shuffle: keeps.then_some(false),
            samples: None,
            regions,
        }),
        wording,
        responses: vec![response.id],
    })
}

/// The picture's name in the bank, its size in the pixels that coordinates count, and what it shows.
fn picture(
    reader: &mut ItemReader<'_, '_>,
    item: &Item<'_>,
    block: &Element,
) -> Result<(String, (f64, f64), String), String> {
    let held = block.first("object").or_else(|| block.first("img"));
    let held = held.or_else(|| block.first("picture").and_then(|one| one.first("img")));
    let held = held.ok_or("the item has no picture")?;
    let address = held.attribute("data").or_else(|| held.attribute("src"));
    let address = address.unwrap_or_default();
    let name = reader.writer(item.file).take(address);
    let name = name.ok_or_else(|| format!("its picture {address} is missing"))?;
    let declared = number(held, "width").zip(number(held, "height"));
    let own = reader
        .shelf
        .pictures
        .0
        .get(&name)
        .and_then(|bytes| pictures::size(bytes));
    let size = declared
        .filter(|(width, height)| *width > 0.0 && *height > 0.0)
        .or(own);
    let size = size.ok_or_else(|| format!("the size of its picture {address} can't be read"))?;
    let alt = match held.attribute("alt") {
        Some(alt) => alt.to_owned(),
        None => held.text(),
    };
    let alt = held.attribute("data-jalon-alt").map_or(alt, str::to_owned);
    let alt = spaced(&alt);
    if alt.is_empty() {
        let title = item.root.attribute("title").unwrap_or("A picture");
        reader.losses.guessed(
            format!("the alternative text of the picture, “{title}”"),
            "the item has none; it is for learners who can't see the picture: write it",
        );
        return Ok((name, size, markdown::escape(title)));
    }
    let alt = match held.attribute("data-jalon-alt") {
        Some(_) => alt,
        None => markdown::escape(&alt),
    };
    Ok((name, size, alt))
}

/// A shape in percent of the picture.
fn shape(spot: &Element, (width, height): (f64, f64)) -> Option<Region> {
    let mut region = Region::default();
    if let Some(exact) = spot.attribute("data-jalon-shape") {
        let numbers: Vec<f64> = exact
            .split_whitespace()
            .filter_map(|one| one.parse().ok())
            .collect();
        fill(&mut region, spot.attribute("shape")?, &numbers)?;
        return Some(region);
    }
    let coords = spot.attribute("coords")?.split(',');
    let coords: Option<Vec<(f64, bool)>> = coords
        .map(|one| {
            let one = one.trim();
            let (digits, is_percent) = match one.strip_suffix('%') {
                Some(digits) => (digits, true),
                None => (one, false),
            };
            let number = digits
                .trim()
                .parse::<f64>()
                .ok()
                .filter(|number| number.is_finite())?;
            Some((number, is_percent))
        })
        .collect();
    let percent = |at: usize, (number, is_percent): (f64, bool)| {
        let side = if at.is_multiple_of(2) { width } else { height };
        let share = if is_percent {
            number
        } else {
            number / side * 100.0
        };
        (share * 100.0).round() / 100.0
    };
    let numbers: Vec<f64> = coords?
        .into_iter()
        .enumerate()
        .map(|(at, one)| percent(at, one))
        .collect();
    let numbers = match (spot.attribute("shape")?, numbers.as_slice()) {
        ("rect", [left, top, right, bottom]) => vec![*left, *top, right - left, bottom - top],
        _ => numbers,
    };
    fill(&mut region, spot.attribute("shape")?, &numbers)?;
    Some(region)
}

fn fill(region: &mut Region, shape: &str, numbers: &[f64]) -> Option<()> {
    match (shape, numbers) {
        ("rect", [left, top, width, height]) => {
            region.rect = Some([*left, *top, *width, *height]);
        }
        ("circle", [x, y, radius]) => region.circle = Some([*x, *y, *radius]),
        ("ellipse", [x, y, across, down]) => {
            let corners = (0..24).map(|n| {
                let angle = f64::from(n) * std::f64::consts::TAU / 24.0;
                let round = |number: f64| (number * 100.0).round() / 100.0;
                [
                    round(x + across * angle.cos()),
                    round(y + down * angle.sin()),
                ]
            });
            region.polygon = Some(corners.collect());
        }
        ("poly", corners) if corners.len() >= 6 && corners.len() % 2 == 0 => {
            let mut corners: Vec<[f64; 2]> = corners
                .chunks_exact(2)
                .filter_map(|corner| Some([*corner.first()?, *corner.get(1)?]))
                .collect();
            if corners.len() > 3 && corners.first() == corners.last() {
                corners.pop();
            }
            region.polygon = Some(corners);
        }
        _ => return None,
    }
    Some(())
}
