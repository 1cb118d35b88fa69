use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::*;

fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    written(|zip| {
        for (name, bytes) in files {
            let options = SimpleFileOptions::default();
            zip.start_file(*name, options).expect("an entry");
            zip.write_all(bytes).expect("its bytes");
        }
    })
}

fn written(fill: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    fill(&mut zip);
    zip.finish().expect("an archive").into_inner()
}

fn opened(bytes: &[u8], limits: Limits) -> Result<Archive<'_>, String> {
    let input = Input {
        path: "a.zip",
        bytes,
    };
    Archive::open_within(&input, limits).map_err(|refusal| refusal.to_string())
}

/// What an archive is refused for, at the latest when all of it is read.
fn refusal(bytes: &[u8], limits: Limits) -> String {
    let mut archive = match opened(bytes, limits) {
        Ok(archive) => archive,
        Err(why) => return why,
    };
    let names: Vec<String> = archive.names().map(str::to_owned).collect();
    let mut reads = names.iter().map(|name| archive.read(name));
    let refused = reads.find_map(Result::err);
    refused.map_or_else(|| "not refused".to_owned(), |refusal| refusal.to_string())
}

#[test]
fn a_file_is_found_from_where_its_address_stands() {
    let bytes = packed(&[
        ("imsmanifest.xml", b"<m/>"),
        ("items\\Q 1.xml", b"one"),
        ("images/été.png", b"two"),
        ("__MACOSX/items/._Q 1.xml", b"litter"),
    ]);
    let mut archive = opened(&bytes, LIMITS).expect("it opens");
    let names: Vec<&str> = archive.names().collect();
    assert_eq!(
        names,
        ["imsmanifest.xml", "items/Q 1.xml", "images/été.png"]
    );
    let cases = [
        ("", "items/Q%201.xml", Some("items/Q 1.xml")),
        ("", "./Items/q 1.XML#part", Some("items/Q 1.xml")),
        (
            "items/Q 1.xml",
            "../images/%C3%A9t%C3%A9.png",
            Some("images/été.png"),
        ),
        ("items/Q 1.xml", "/images/été.png", Some("images/été.png")),
        ("items/Q 1.xml", "../../images/été.png", None),
        ("items/Q 1.xml", "https://example.org/images/été.png", None),
        ("", "items", None),
        ("", "%", None),
    ];
    for (from, address, expected) in cases {
        assert_eq!(archive.find(from, address), expected, "{from} {address}");
    }
    assert_eq!(archive.read("items/Q 1.xml"), Ok(b"one".to_vec()));
    assert_eq!(archive.path("items/Q 1.xml"), "a.zip/items/Q 1.xml");
}

#[test]
fn a_bomb_is_refused_before_it_fills_the_memory() {
    let zeros = vec![0; 3 << 20];
    let bytes = packed(&[("bomb.xml", &zeros)]);
    assert_eq!(
        refusal(&bytes, LIMITS),
        "a.zip/bomb.xml: the file is more than 200 times as large unpacked as it is packed; \
         check the program that packed it, or split it"
    );
    let small = Limits {
        entry: 1 << 20,
        ratio: 2000,
        ..LIMITS
    };
    assert_eq!(
        refusal(&bytes, small),
        "a.zip/bomb.xml: the file has more than 1048576 bytes; check the program that packed it, or split it"
    );
}

#[test]
fn an_archive_that_grows_file_by_file_is_refused() {
    let limits = Limits {
        total: 2500,
        ..LIMITS
    };
    let part: &[u8] = &[b'x'; 1000];
    let two = packed(&[("1.xml", part), ("2.xml", part)]);
    assert_eq!(refusal(&two, limits), "not refused");
    let three = packed(&[("1.xml", part), ("2.xml", part), ("3.xml", part)]);
    assert_eq!(
        refusal(&three, limits),
        "a.zip/3.xml: the archive has more than 2500 bytes unpacked; check the program that packed it, or split it"
    );
}

#[test]
fn headers_that_lie_are_found_out() {
    let text = b"some text that is longer than what is said of it".repeat(1000);
    let honest = packed(&[("a.xml", &text)]);
    let size = u32::try_from(text.len()).expect("short").to_le_bytes();
    let at: Vec<usize> = (0..honest.len() - 4)
        .filter(|at| honest[*at..*at + 4] == size)
        .collect();
    assert!(!at.is_empty());
    let lying = |said: u32| {
        let mut bytes = honest.clone();
        for at in &at {
            bytes[*at..*at + 4].copy_from_slice(&said.to_le_bytes());
        }
        refusal(&bytes, LIMITS)
    };
    assert_eq!(
        lying(10),
        "a.zip/a.xml: the file can't be unpacked: File is larger than its declared uncompressed size; \
         pack the archive again as a plain zip"
    );
    // One that says more than there is takes no memory for it.
    assert_eq!(lying(u32::MAX - 1), "not refused");
    let mut torn = honest.clone();
    let middle = torn.len() / 3;
    torn[middle] ^= 0xff;
    assert_ne!(refusal(&torn, LIMITS), "not refused");
}

#[test]
fn names_that_lead_out_of_the_archive_are_refused() {
    let names = [
        "../a.xml",
        "items/../../a.xml",
        "/etc/passwd",
        "C:\\a.xml",
        "..\\..\\a.xml",
    ];
    for name in names {
        let why = refusal(&packed(&[("ok.xml", b""), (name, b"x")]), LIMITS);
        assert!(why.contains("points outside the archive"), "{name}: {why}");
    }
    let link = written(|zip| {
        zip.add_symlink("a.xml", "/etc/passwd", SimpleFileOptions::default())
            .expect("a link");
    });
    assert_eq!(
        refusal(&link, LIMITS),
        "a.zip: the entry `a.xml` is a link; pack the file itself in its place"
    );
}

#[test]
fn a_hundred_thousand_entries_are_refused_by_their_number() {
    let headers = b"PK\x01\x02".repeat(100_000);
    let bytes = [b"PK\x03\x04".to_vec(), headers].concat();
    assert_eq!(
        refusal(&bytes, LIMITS),
        "a.zip: the archive has 100000 entries; at most 65535 are read; split it"
    );
    let few = Limits {
        entries: 2,
        ..LIMITS
    };
    let three = packed(&[("1", b""), ("2", b""), ("3", b"")]);
    assert!(refusal(&three, few).contains("has 3 entries"));
}

#[test]
fn what_is_no_archive_is_refused() {
    for bytes in [&b"PK\x03\x04 and no more"[..], b""] {
        let why = refusal(bytes, LIMITS);
        assert!(
            why.starts_with("a.zip: this archive can't be read: "),
            "{why}"
        );
    }
    let whole = packed(&[("a.xml", b"<a/>")]);
    assert_ne!(refusal(&whole[..whole.len() - 10], LIMITS), "not refused");
}

#[test]
fn an_archive_in_an_archive_is_bytes() {
    let inner = packed(&[("a.xml", b"<a/>")]);
    let outer = packed(&[("inner.zip", &inner)]);
    let mut archive = opened(&outer, LIMITS).expect("it opens");
    assert_eq!(archive.names().collect::<Vec<_>>(), ["inner.zip"]);
    assert_eq!(archive.read("inner.zip"), Ok(inner));
}

proptest::proptest! {
    #[test]
    fn no_bytes_make_it_panic(place in 0_usize..400, byte: u8, cut in 0_usize..400) {
        let mut bytes = packed(&[("imsmanifest.xml", b"<m/>"), ("items/a.xml", b"<a/>")]);
        if let Some(at) = bytes.get_mut(place) {
            *at = byte;
        }
        let cut = cut.min(bytes.len());
        refusal(&bytes, LIMITS);
        refusal(&bytes[cut..], LIMITS);
        refusal(&bytes[..cut], LIMITS);
    }
}
