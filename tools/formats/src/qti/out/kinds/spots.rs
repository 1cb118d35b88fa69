//! Regions of a picture.

use jalon_draft::{Body, Image, Region};

use crate::markdown;

use super::super::asked::ItemSource;
use super::super::parts::Parts;
use super::super::rules::Shows;
use super::super::{name, quoted};
use super::choice::Picks;
use super::writer::KindWriter;
use crate::loss::Losses;

pub(super) static WRITER: KindWriter = KindWriter { lower, write };

fn write(parts: &mut Parts, asked: &ItemSource<'_>) {
    let Body::Hotspot(body) = &asked.question.body else {
        return;
    };
    parts.mark("kind", "hotspot");
    if body.shuffle == Some(false) {
        parts.mark("shuffle", "false");
    }
    let all = body.regions.iter().map(|one| (one.id.as_str(), one.weight));
    let picks = Picks {
        key: &body.key,
        scoring: body.scoring,
        all: all.collect(),
    };
    picks.declare(parts);
    let image = match &body.image {
        Image::Same(image) => image.as_str(),
        Image::Each(each) => each.values().next().map(String::as_str).unwrap_or_default(),
    };
    let (width, height) = (asked.pixels)(image);
    let alt = asked.wording.alt.clone().unwrap_or_default();
    let folder = if (asked.pictures)(image) {
        "../images/"
    } else {
        ""
    };
    parts.body.push_str(&format!(
        "    <qti-hotspot-interaction response-identifier=\"RESPONSE\"{}>\n      \
         <img src={} alt={} data-jalon-alt={} width=\"{}\" height=\"{}\"/>\n",
        picks.bounds(body.least, body.most),
        quoted(&format!("{folder}{image}")),
        quoted(&markdown::to_plain(&alt)),
        quoted(&alt),
        width.round(),
        height.round()
    ));
    for region in &body.regions {
        let text = asked
            .wording
            .regions
            .get(&region.id)
            .cloned()
            .unwrap_or_default();
        let (shape, exact, coords) = shape(region, width, height);
        parts.body.push_str(&format!(
            "      <qti-hotspot-choice identifier={} shape=\"{shape}\" coords=\"{coords}\" hotspot-label={} \
             data-jalon-name={} data-jalon-shape=\"{exact}\"/>\n",
            quoted(&name(&region.id)),
            quoted(&markdown::to_plain(&text)),
            quoted(&text),
        ));
        if let Some(html) = asked.told(&region.feedback) {
            parts
                .rules
                .notes
                .push((Shows::Choice(region.id.clone()), html));
        }
    }
    parts.body.push_str("    </qti-hotspot-interaction>\n");
}

/// The name of a region's shape, its numbers in percent, and its coordinates in pixels.
fn shape(region: &Region, width: f64, height: f64) -> (&'static str, String, String) {
    let exact = |numbers: &[f64]| {
        let numbers = numbers.iter().map(f64::to_string);
        numbers.collect::<Vec<_>>().join(" ")
    };
    let pixels = |numbers: &[f64]| {
        let each = numbers.iter().enumerate().map(|(at, number)| {
            let side = if at.is_multiple_of(2) { width } else { height };
            (number / 100.0 * side).round().max(0.0).to_string()
        });
        each.collect::<Vec<_>>().join(",")
    };
    if let Some([left, top, across, down]) = region.rect {
        let corners = [left, top, left + across, top + down];
        return ("rect", exact(&[left, top, across, down]), pixels(&corners));
    }
    if let Some(circle) = region.circle {
        return ("circle", exact(&circle), pixels(&circle));
    }
    let corners: Vec<f64> = region.polygon.iter().flatten().flatten().copied().collect();
    ("poly", exact(&corners), pixels(&corners))
}

fn lower(body: &mut Body, lang: &str, losses: &mut Losses) -> Result<(), String> {
    let Body::Hotspot(body) = body else {
        return Ok(());
    };
    if let Image::Each(each) = &body.image {
        let own = each.get(lang).or_else(|| each.values().next());
        body.image = Image::Same(own.cloned().unwrap_or_default());
    }
    let mut pinned = false;
    for region in &mut body.regions {
        pinned |= region.pinned.take().is_some_and(|is_pinned| is_pinned);
    }
    if pinned {
        losses.dropped("regions that keep their place", "regions are not shuffled");
    }
    Ok(())
}
