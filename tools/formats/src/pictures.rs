//! Pictures that come along with questions: which of them a bank can have, and under which name.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use crate::address;
use crate::loss::Losses;

/// The largest picture that a bank takes.
const MAX_BYTES: usize = 8 << 20;

/// Where the pictures of a text come from.
pub(crate) trait Shelf {
    /// The address under which a text shows the picture. Where it can't, that is noted.
    fn find(&mut self, address: &str, losses: &mut Losses) -> Option<String>;
}

/// The pictures of a bank, by file name.
#[derive(Debug, Default)]
pub(crate) struct Pictures(pub(crate) BTreeMap<String, Vec<u8>>);

impl Pictures {
    /// Takes a picture in; the name it has in the bank.
    ///
    /// # Errors
    ///
    /// Why a bank can't have it.
    pub(crate) fn add(&mut self, name: &str, bytes: Vec<u8>) -> Result<String, String> {
        let Some(extension) = kind(&bytes) else {
            return Err("a bank's pictures are svg, png, jpg or webp".to_owned());
        };
        if bytes.len() > MAX_BYTES {
            let size = bytes.len() >> 20;
            return Err(format!(
                "it has {size} MB, and a bank's pictures up to 8 MB"
            ));
        }
        let stem = legal(name);
        let mut name = format!("{stem}.{extension}");
        let mut n = 1;
        while self.0.get(&name).is_some_and(|own| *own != bytes) {
            n += 1;
            name = format!("{stem}-{n}.{extension}");
        }
        self.0.insert(name.clone(), bytes);
        Ok(name)
    }

    /// Takes a picture in that stands in an address itself: `data:image/png;base64,...`.
    fn add_data(&mut self, data: &str) -> Result<String, String> {
        let (kind, written) = data.split_once(',').unwrap_or_default();
        let bytes = match kind.ends_with(";base64") {
            true => decode(written)?,
            false => unescaped(written).into_bytes(),
        };
        let n = self.0.len() + 1;
        self.add(&format!("picture-{n}"), bytes)
    }
}

impl Shelf for Pictures {
    fn find(&mut self, address: &str, losses: &mut Losses) -> Option<String> {
        if address
            .get(..5)
            .is_some_and(|start| start.eq_ignore_ascii_case("data:"))
        {
            let name = self.add_data(address);
            return name
                .map_err(|why| losses.dropped("a picture in the text", why))
                .ok();
        }
        let found = address::of(address);
        if found.is_none() {
            let start: String = address.chars().take(60).collect();
            losses.dropped(
                format!("the picture {start}"),
                "a picture can't have this address",
            );
        }
        found
    }
}

/// The bytes that base64 stands for, whatever its line breaks and padding.
///
/// # Errors
///
/// It is no base64.
pub(crate) fn decode(base64: &str) -> Result<Vec<u8>, String> {
    const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    const BASE64: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
    let mut written: Vec<u8> = base64.bytes().collect();
    written.retain(|byte| !byte.is_ascii_whitespace());
    BASE64
        .decode(written)
        .map_err(|_| "it isn't valid base64".to_owned())
}

/// `%20` as a space, and so on.
pub(crate) fn unescaped(address: &str) -> String {
    let bytes = address.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = bytes.get(at + 1..at + 3).filter(|_| byte == b'%');
        let sign = hex
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(sign.unwrap_or(byte));
        at += if sign.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The extension of a picture, by what is in it.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some("png");
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Some("jpg");
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some("webp");
    }
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let start = String::from_utf8_lossy(start);
    let is_xml = start
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('<');
    (is_xml && start.contains("<svg")).then_some("svg")
}

/// A file's name without its extension, in letters that every address can have.
fn legal(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut out = String::new();
    for sign in stem.chars().take(80) {
        match plain(sign) {
            Some(letters) => out.push_str(letters),
            None if sign.is_ascii_alphanumeric() || matches!(sign, '_' | '.') => out.push(sign),
            None if out.ends_with('-') => {}
            None => out.push('-'),
        }
    }
    let legal = out.trim_matches(['-', '.']);
    match legal {
        "" => "picture".to_owned(),
        legal => legal.to_owned(),
    }
}

/// A letter with an accent, without it.
fn plain(sign: char) -> Option<&'static str> {
    Some(match sign {
        'à' | 'â' | 'ä' | 'á' => "a",
        'ç' => "c",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'î' | 'ï' | 'í' => "i",
        'ô' | 'ö' | 'ó' => "o",
        'ù' | 'û' | 'ü' | 'ú' => "u",
        'À' | 'Â' => "A",
        'É' | 'È' | 'Ê' => "E",
        'œ' => "oe",
        'ß' => "ss",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_gets_a_name_that_every_address_can_have() {
        let png = b"\x89PNG\r\n\x1a\n1".to_vec();
        let mut pictures = Pictures::default();
        for (name, expected) in [
            ("schéma de l'audit (1).png", "schema-de-l-audit-1.png"),
            ("../../etc/passwd", "passwd.png"),
            ("x.jpg", "x.png"),
            ("日本.png", "picture.png"),
            ("x.png", "x.png"),
        ] {
            assert_eq!(pictures.add(name, png.clone()).as_deref(), Ok(expected));
        }
        let other = b"\x89PNG\r\n\x1a\n2".to_vec();
        assert_eq!(pictures.add("x.png", other).as_deref(), Ok("x-2.png"));
        assert!(pictures.add("x.gif", b"GIF89a".to_vec()).is_err());
        assert!(pictures.add("x.html", b"<html><script>".to_vec()).is_err());
    }

    #[test]
    fn a_picture_in_an_address_comes_along() {
        let mut pictures = Pictures::default();
        let mut losses = Losses::default();
        let data = "data:image/png;base64,iVBORw0KGgo=";
        let found = pictures.find(data, &mut losses);
        assert_eq!(found.as_deref(), Some("picture-1.png"));
        let data = "data:image/svg+xml,%3Csvg/%3E";
        let found = pictures.find(data, &mut losses);
        assert_eq!(found.as_deref(), Some("picture-2.svg"));
        assert!(losses.is_empty());
        assert_eq!(pictures.find("data:text/html,<b>", &mut losses), None);
        assert_eq!(pictures.find("javascript:x", &mut losses), None);
        assert_eq!(losses.list().len(), 2);
    }
}
