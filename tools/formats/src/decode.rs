//! Bytes to text.

use std::borrow::Cow;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of a file, and the name of its encoding where that is not UTF-8. A byte order mark decides; without one, what is no
/// UTF-8 is UTF-16 where every other byte is nothing, and else Windows-1252, which older spreadsheets write.
pub(crate) fn text(bytes: &[u8]) -> (Cow<'_, str>, Option<&'static str>) {
    let encoding = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => guess(bytes),
    };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    (text, (encoding != UTF_8).then(|| encoding.name()))
}

fn guess(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let zeros = |odd: usize| {
        let each = start.iter().skip(odd).step_by(2);
        each.filter(|byte| **byte == 0).count() * 3 > start.len().max(4)
    };
    if zeros(1) {
        UTF_16LE
    } else if zeros(0) {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_come_over_from_every_encoding_of_a_spreadsheet() {
        let cases: [(&[u8], Option<&str>); 6] = [
            ("é;ç".as_bytes(), None),
            (b"\xef\xbb\xbf\xc3\xa9;\xc3\xa7", None),
            (b"\xe9;\xe7", Some("windows-1252")),
            (b"\xff\xfe\xe9\0;\0\xe7\0", Some("UTF-16LE")),
            (b"\xfe\xff\0\xe9\0;\0\xe7", Some("UTF-16BE")),
            (b"\xe9\0;\0\xe7\0", Some("UTF-16LE")),
        ];
        for (bytes, name) in cases {
            assert_eq!(text(bytes), ("é;ç".into(), name), "{bytes:?}");
        }
    }
}
