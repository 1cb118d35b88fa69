//! Pictures beside a bank's texts: which there are, how large they are, and which of them the bank shows.

use std::collections::{BTreeMap, BTreeSet};

use jalon_engine::bank::ModuleFile;
use jalon_engine::kind::hotspot::Picture;
use jalon_engine::markup::Address;
use serde_json::Value;

use crate::compile::Compiler;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::Raw;
use crate::suggest::did_you_mean;
use jalon_draft::sources::{FileId, MAX_PICTURE_BYTES, Source, Sources, Span};

/// The pictures of a folder, by name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pictures<'a>(BTreeMap<&'a str, &'a [u8]>);

impl<'a> Pictures<'a> {
    /// Those that lie beside the texts of a folder.
    pub(crate) fn of(sources: &'a Sources, folder: &str) -> Self {
        let inside = sources.pictures().filter_map(|(path, bytes)| {
            let (own, name) = path.rsplit_once('/').unwrap_or(("", path));
            (own == folder).then_some((name, bytes))
        });
        Self(inside.collect())
    }

    pub(crate) fn get(&self, name: &str) -> Option<&'a [u8]> {
        self.0.get(name).copied()
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.0.keys().copied()
    }

    /// Why there is no picture of that name, and what may have been meant.
    fn missing(&self, name: &str, span: Span) -> Diagnostic {
        let message = format!("there is no picture `{name}` beside the bank's texts");
        let help = match name.contains(['/', '\\']) {
            true => {
                "pictures lie in the bank's own folder; write the name of the file alone".to_owned()
            }
            false => did_you_mean(name, self.0.keys().copied(), || {
                "put the file (svg, png, jpg or webp) into the folder of bank.toml".to_owned()
            }),
        };
        Diagnostic::new(Code::MissingPicture, span, message).help(help)
    }
}

impl Compiler<'_> {
    /// A picture of the bank's folder. What is wrong with it is noted, and something stands in for it.
    pub(crate) fn picture(&mut self, raw: &Raw) -> Picture {
        let name = raw.text.as_str();
        let Some(bytes) = self.pictures.get(name) else {
            self.note(self.pictures.missing(name, raw.span));
            return stand_in();
        };
        match picture(name, bytes) {
            Ok(picture) => picture,
            Err((message, help)) => {
                let message = format!("the picture `{name}` {message}");
                self.note(Diagnostic::new(Code::InvalidPicture, raw.span, message).help(help));
                stand_in()
            }
        }
    }
}

/// What stands for a picture that is missing, so that the rest can be checked.
pub(crate) fn stand_in() -> Picture {
    Picture {
        address: Address::try_from("0.svg".to_owned()).expect("a name is an address"),
        width: 1,
        height: 1,
    }
}

fn picture(name: &str, bytes: &[u8]) -> Result<Picture, (&'static str, &'static str)> {
    // Anything else would have to be written in another way in an address.
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    if !name.chars().all(is_plain) {
        return Err((
            "has a name that no address can have",
            "rename the file: letters without accents, digits, hyphens and dots",
        ));
    }
    if bytes.len() > MAX_PICTURE_BYTES {
        return Err((
            "has more than 8 MB",
            "make it smaller: every learner downloads it",
        ));
    }
    let unread = (
        "can't be read, or doesn't say how large it is",
        "save it as svg with a viewBox, png, jpg or webp",
    );
    let (width, height) = size(bytes).ok_or(unread)?;
    let address = Address::try_from(name.to_owned()).map_err(|_| unread)?;
    Ok(Picture {
        address,
        width,
        height,
    })
}

/// Width and height in pixels, at least 1 and at most 100,000 each.
fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let size = png(bytes)
        .or_else(|| jpeg(bytes))
        .or_else(|| webp(bytes))
        .or_else(|| svg(bytes))?;
    let good = |side: u32| (1..=100_000).contains(&side);
    (good(size.0) && good(size.1)).then_some(size)
}

fn big(bytes: &[u8], at: usize, len: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + len)?;
    Some(
        bytes
            .iter()
            .fold(0, |sum, byte| sum << 8 | u32::from(*byte)),
    )
}

fn little(bytes: &[u8], at: usize, len: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + len)?;
    let from_last = bytes.iter().rev();
    Some(from_last.fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
}

/// PNG (RFC 2083, 4.1.1): the first chunk says it.
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    Some((big(bytes, 16, 4)?, big(bytes, 20, 4)?))
}

/// JPEG (ITU-T T.81, B.2.2): the first frame header says it.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    bytes.strip_prefix(&[0xff, 0xd8])?;
    let mut at = 2;
    loop {
        let (mark, kind) = (big(bytes, at, 1)?, big(bytes, at + 1, 1)?);
        match (mark, kind) {
            (0xff, 0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf) => {
                return Some((big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?));
            }
            (0xff, 0xff) => at += 1,
            (0xff, _) => at += 2 + big(bytes, at + 2, 2)? as usize,
            _ => return None,
        }
    }
}

/// WebP (RFC 9649, 2.5 to 2.7): the first chunk says it, in one of three ways.
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.get(..4)? != b"RIFF" || bytes.get(8..12)? != b"WEBP" {
        return None;
    }
    match bytes.get(12..16)? {
        b"VP8 " => Some((
            little(bytes, 26, 2)? & 0x3fff,
            little(bytes, 28, 2)? & 0x3fff,
        )),
        b"VP8L" => {
            let sides = little(bytes, 21, 4)?;
            Some(((sides & 0x3fff) + 1, (sides >> 14 & 0x3fff) + 1))
        }
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        _ => None,
    }
}

/// SVG: its own width and height, else those of its `viewBox`; drawn at least as wide as a text is, since it loses nothing by it.
fn svg(bytes: &[u8]) -> Option<(u32, u32)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let tag = text.split_once("<svg")?.1.split_once('>')?.0;
    let pixels = |name| {
        attribute(tag, name)?
            .trim_end_matches("px")
            .trim()
            .parse::<f64>()
            .ok()
    };
    let sides = pixels("width").zip(pixels("height")).or_else(|| {
        let all = attribute(tag, "viewBox")?.split([' ', ',']);
        let mut sides = all.filter(|side| !side.is_empty()).skip(2);
        Some((sides.next()?.parse().ok()?, sides.next()?.parse().ok()?))
    });
    let (width, height) = sides.filter(|(width, height)| *width > 0.0 && *height > 0.0)?;
    let times = (720.0 / width).ceil().max(1.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is out of range is refused"
    )]
    Some((
        (width * times).round() as u32,
        (height * times).round() as u32,
    ))
}

/// The value of an attribute of an XML tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    loop {
        let (before, behind) = rest.split_once(name)?;
        let behind = behind.trim_start().strip_prefix('=').map(str::trim_start);
        let quote = behind.and_then(|value| value.chars().next());
        if let (Some(value), Some(quote @ ('"' | '\''))) = (behind, quote)
            && before.ends_with(char::is_whitespace)
        {
            return value.strip_prefix(quote)?.split(quote).next();
        }
        rest = rest.get(before.len() + name.len()..)?;
    }
}

/// The pictures that a bank shows.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// Their names, those of missing ones too.
    pub(crate) names: BTreeSet<String>,
    /// Those that are there, in the order of their names.
    pub(crate) files: Vec<(String, Vec<u8>)>,
}

impl Shown {
    /// Finds them in compiled modules, wherever they are: in formatted texts and as pictures of questions.
    pub(crate) fn of<'a>(
        modules: impl Iterator<Item = &'a ModuleFile>,
        pictures: &Pictures<'_>,
    ) -> Self {
        let mut names = BTreeSet::new();
        for module in modules {
            // Plain data with text keys: it always has a JSON form.
            let module = serde_json::to_value(module).unwrap_or_default();
            add_names(&module, &mut names);
        }
        let file = |name: &String| Some((name.clone(), pictures.get(name)?.to_vec()));
        let files = names.iter().filter_map(file).collect();
        Self { names, files }
    }

    /// Adds one that is shown elsewhere.
    pub(crate) fn add(&mut self, name: &str, pictures: &Pictures<'_>) {
        if self.names.insert(name.to_owned())
            && let Some(bytes) = pictures.get(name)
        {
            self.files.push((name.to_owned(), bytes.to_vec()));
            self.files.sort();
        }
    }
}

/// Names of pictures; those of other places, with a scheme or a path of their own, are left out.
fn add_names(json: &Value, names: &mut BTreeSet<String>) {
    match json {
        Value::Array(items) => items.iter().for_each(|item| add_names(item, names)),
        Value::Object(members) => {
            for (name, value) in members {
                let address = match (name.as_str(), value) {
                    ("img", Value::Array(parts)) => parts.first(),
                    ("address", address) => Some(address),
                    _ => None,
                };
                if let Some(Value::String(address)) = address
                    && !address.starts_with('/')
                    && !address.contains(':')
                {
                    names.insert(address.clone());
                }
                add_names(value, names);
            }
        }
        _ => {}
    }
}

/// Pictures of formatted texts that are not there, each where a text names it.
pub(crate) fn missing(
    pictures: &Pictures<'_>,
    names: &BTreeSet<String>,
    texts: &[(FileId, &Source)],
) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for name in names.iter().filter(|name| pictures.get(name).is_none()) {
        for (file, source) in texts {
            for (at, _) in source.text().match_indices(&format!("]({name})")) {
                let span = Span::new(*file, at + 2..at + 2 + name.len());
                problems.push(pictures.missing(name, span));
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_says_how_large_it_is() {
        let png = [
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(),
            &[0, 0, 1, 44, 0, 0, 0, 200, 8, 2],
        ];
        assert_eq!(size(&png.concat()), Some((300, 200)));
        let jpeg = [
            [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2].as_slice(),
            &[0xff, 0xc0, 0, 17, 8, 0, 200, 1, 44, 3],
        ];
        assert_eq!(size(&jpeg.concat()), Some((300, 200)));
        let webp = |chunk: &[u8]| [b"RIFF\0\0\0\0WEBP", chunk].concat();
        let lossy = b"VP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x2c\x01\xc8\0";
        assert_eq!(size(&webp(lossy)), Some((300, 200)));
        let sides: u32 = 299 | 199 << 14;
        let lossless = [b"VP8L\0\0\0\0\x2f".as_slice(), &sides.to_le_bytes()].concat();
        assert_eq!(size(&webp(&lossless)), Some((300, 200)));
        let extended = b"VP8X\x0a\0\0\0\0\0\0\0\x2b\x01\0\xc7\0\0";
        assert_eq!(size(&webp(extended)), Some((300, 200)));
    }

    #[test]
    fn a_drawing_is_as_wide_as_a_text_or_wider() {
        for (tag, expected) in [
            ("<svg width=\"800\" height='600px'>", Some((800, 600))),
            ("<svg viewBox=\"0 0 300 200\">", Some((900, 600))),
            (
                "<svg stroke-width=\"3\" viewBox='0,0,24,12'/>",
                Some((720, 360)),
            ),
            (
                "<?xml version=\"1.0\"?>\n<svg\nwidth = \"100%\" viewBox=\"0 0 900 450\">",
                Some((900, 450)),
            ),
            ("<svg>", None),
            ("<svg width=\"0\" height=\"5\">", None),
            ("<svg width=\"1e9\" height=\"1e9\">", None),
            ("no picture", None),
        ] {
            assert_eq!(size(tag.as_bytes()), expected, "{tag}");
        }
    }

    #[test]
    fn what_is_cut_short_is_no_picture() {
        for whole in [
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0".as_slice(),
            &[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0],
            b"RIFF\0\0\0\0WEBPVP8X\x0a\0",
            b"\xff\xd8",
            b"",
        ] {
            for len in 0..=whole.len() {
                assert_eq!(size(&whole[..len]), None);
            }
        }
    }
}
