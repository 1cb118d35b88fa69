//! Hotspots: what is asked, and what is written.

use jalon_draft::{Body, Draft, Hotspot, Image, Region, Texts, Wording};

use super::adding::Adding;
use super::ask::{Ask, firsts, several, tagged, valid};
use super::error::Stopped;
use super::parts::{each, joined, key, parts};

pub(super) fn ask(adding: &mut Adding, bank: &Draft, ask: &mut dyn Ask) -> Result<(), Stopped> {
    let langs = &bank.bank.languages;
    let pictures: Vec<String> = bank.pictures.keys().cloned().collect();
    if pictures.is_empty() {
        return Err(Stopped::NoPicture);
    }
    let at = ask.one_of("Which picture?", &pictures)?;
    adding.image = pictures.get(at).cloned().into_iter().collect();
    adding.alt = tagged("What it shows, for those who don't see it", langs, ask)?;
    let regions = several("Name of region", langs, ask)?;
    for (at, texts) in regions.iter().enumerate() {
        let name = texts.first().map_or("", String::as_str);
        let question = format!("Where is `{name}`? ({SHAPES}, in percent)");
        let shape = valid(&question, ask, |shape| {
            shaped(name, shape).map(|_| shape.trim().to_owned())
        })?;
        let texts = joined(texts);
        adding.region.push(format!("{}:{shape}={texts}", at + 1));
    }
    let at = ask.one_of("Which one is right?", &firsts(&regions))?;
    adding.key = vec![format!("{}", at + 1)];
    Ok(())
}

pub(super) fn body(
    adding: &Adding,
    langs: &[String],
    wordings: &mut Texts<Wording>,
) -> Result<Body, String> {
    let image = image(&adding.image, langs)?;
    let alts = each("--alt", &adding.alt, langs)?;
    for (lang, wording) in wordings.iter_mut() {
        let alt = alts.get(lang).ok_or_else(|| {
            format!("expected what the picture shows, for each language; try --alt \"{lang}=...\"")
        })?;
        wording.alt = Some(alt.clone());
    }
    let regions = parts("--region", &adding.region, langs, wordings, |wording| {
        &mut wording.regions
    });
    let regions = regions.map_err(|why| match adding.region.as_slice() {
        [] => format!("{why}; after the id and a colon comes its place, in percent: {SHAPES}"),
        _ => why,
    })?;
    let regions = regions.into_iter().map(|part| {
        let shape = part.place.as_deref().unwrap_or_default();
        shaped(&part.id, shape).map_err(|why| format!("--region: {why}"))
    });
    Ok(Body::Hotspot(Hotspot {
        image,
        key: key(&adding.key, "region")?,
        scoring: None,
        least: None,
        most: None,
        shuffle: None,
        samples: None,
        regions: regions.collect::<Result<_, _>>()?,
    }))
}

/// A file for all languages, or one for each.
fn image(said: &[String], langs: &[String]) -> Result<Image, String> {
    match said {
        [one] if !one.contains('=') => Ok(Image::Same(one.clone())),
        [] => Err(
            "expected --image with the name of a file in the bank's folder; try --image map.svg"
                .to_owned(),
        ),
        several => each("--image", several, langs).map(Image::Each),
    }
}

/// The shapes of regions, as they are said.
const SHAPES: &str = "rect LEFT TOP WIDTH HEIGHT, circle X Y RADIUS or polygon X Y X Y X Y";

/// A region where its shape says: `rect 10 20 30 15`, `circle 50 50 12.5`, `polygon 60 10 90 10 75 30`, in percent.
fn shaped(id: &str, shape: &str) -> Result<Region, String> {
    let unread = || {
        format!(
            "expected the place of `{id}`, in percent of the picture, as {SHAPES}; found `{shape}`"
        )
    };
    let mut words = shape.split([' ', ',']).filter(|word| !word.is_empty());
    let name = words.next().unwrap_or_default();
    let numbers: Vec<f64> = words
        .map(|word| word.parse().map_err(|_| unread()))
        .collect::<Result<_, _>>()?;
    let mut region = Region {
        id: id.to_owned(),
        ..Region::default()
    };
    match (name, numbers.as_slice()) {
        ("rect", &[left, top, width, height]) => region.rect = Some([left, top, width, height]),
        ("circle", &[x, y, radius]) => region.circle = Some([x, y, radius]),
        ("polygon", corners) if corners.len() >= 6 && corners.len() % 2 == 0 => {
            let (corners, _) = corners.as_chunks::<2>();
            region.polygon = Some(corners.to_vec());
        }
        _ => return Err(unread()),
    }
    Ok(region)
}
