//! Pictures of a package: which came along, and how large they are.

use std::collections::HashMap;

use crate::pictures::Pictures;

/// The pictures that came along, with the name of each in the bank by its name in the package.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    pub(super) names: HashMap<String, String>,
    pub(super) pictures: Pictures,
}

/// The width and the height of a picture in its own pixels.
pub(super) fn size(bytes: &[u8]) -> Option<(f64, f64)> {
    let size = raster_size(bytes).or_else(|| svg_size(bytes));
    size.filter(|(width, height)| *width > 0.0 && *height > 0.0)
}

fn svg_size(bytes: &[u8]) -> Option<(f64, f64)> {
    let input = crate::input::Input { path: "", bytes };
    let root = crate::xml::parse(&input).ok()?;
    let side = |name| {
        let text = root.attribute(name)?.trim();
        let text = text.strip_suffix("px").unwrap_or(text);
        text.parse::<f64>().ok()
    };
    if let Some(sides) = side("width").zip(side("height")) {
        return Some(sides);
    }
    let numbers = root.attribute("viewBox")?.split([' ', ',']);
    let numbers: Vec<f64> = numbers.filter_map(|number| number.parse().ok()).collect();
    match numbers.as_slice() {
        [_, _, width, height] => Some((*width, *height)),
        _ => None,
    }
}

fn raster_size(bytes: &[u8]) -> Option<(f64, f64)> {
    let big = |at: usize, len: usize| {
        let part = bytes.get(at..at.checked_add(len)?)?;
        Some(
            part.iter()
                .fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte)),
        )
    };
    let little = |at: usize, len: usize| {
        let part = bytes.get(at..at.checked_add(len)?)?;
        Some(
            part.iter()
                .rev()
                .fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte)),
        )
    };
    let (width, height) = match bytes.get(..4)? {
        b"\x89PNG" => (big(16, 4)?, big(20, 4)?),
        [0xff, 0xd8, ..] => {
            // Segments, of which one of the frame headers has the size.
            let mut at = 2;
            loop {
                let marker = big(at, 2)?;
                let len = usize::try_from(big(at.checked_add(2)?, 2)?).ok()?;
                let is_frame = (0xffc0..=0xffcf).contains(&marker);
                if is_frame && !matches!(marker, 0xffc4 | 0xffc8 | 0xffcc) {
                    break (big(at + 7, 2)?, big(at + 5, 2)?);
                }
                at = at.checked_add(2)?.checked_add(len)?;
            }
        }
        b"RIFF" => match bytes.get(12..16)? {
            b"VP8 " => (little(26, 2)? & 0x3fff, little(28, 2)? & 0x3fff),
            b"VP8L" => {
                let bits = little(21, 4)?;
                ((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1)
            }
            b"VP8X" => (little(24, 3)? + 1, little(27, 3)? + 1),
            _ => return None,
        },
        _ => return None,
    };
    Some((f64::from(width), f64::from(height)))
}
