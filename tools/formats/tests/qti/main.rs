//! Items and packages of QTI as they come, with what their makers do in them.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod items;
#[path = "../support/mod.rs"]
mod support;

use std::io::{Cursor, Write as _};

use jalon_formats::{Draft, Format, Input, Options, export, import};
use proptest::prelude::*;
use support::cases::{assert_lines, losses, outline, questions, read, refusal};
use zip::write::{SimpleFileOptions, ZipWriter};

/// The bank that a file becomes, and what did not come over, as a person reads them.
fn story(path: &str, bytes: &[u8]) -> String {
    let input = Input { path, bytes };
    assert_eq!(Format::of(bytes), Some(Format::Qti), "{path}");
    let imported = match import(&[input], &Options::default()) {
        Ok(imported) => imported,
        Err(refusal) => return format!("refused: {refusal}\n"),
    };
    let mut story = String::new();
    for (name, bytes) in imported.draft.files() {
        let text = match name.ends_with(".toml") {
            true => String::from_utf8(bytes).unwrap(),
            false => format!("{} bytes\n", bytes.len()),
        };
        story.push_str(&format!("## {name}\n{text}\n"));
    }
    story.push_str("## losses\n");
    for loss in imported.losses.list() {
        let question = loss.question.as_deref().unwrap_or("-");
        let (place, fate) = (&loss.place, loss.fate.word());
        story.push_str(&format!(
            "{}:{} {question}: {fate} {}: {}\n",
            place.file, place.line, loss.what, loss.why
        ));
    }
    if imported.draft.modules.is_empty() {
        return story;
    }
    if let Err(errors) = support::compiled(&imported.draft) {
        story.push_str(&format!("## check\n{errors}\n"));
    }
    story
}

fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/fixtures/qti/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).unwrap()
}

fn packed(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xff, 0xfe].into_iter().chain(units).collect()
}

const PICTURE: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100"/></svg>"#;

/// A package with all that makers do: addresses in another case and with signs for spaces, an item in UTF-16, a nested section, texts
/// that several items are about, pictures, standards, and an item that no test asks.
fn package() -> Vec<u8> {
    packed(&[
        ("imsmanifest.xml", fixture("package/imsmanifest.xml")),
        ("Tests/test.xml", fixture("package/test.xml")),
        (
            "items/Q 1.xml",
            utf16(&String::from_utf8(fixture("package/q1.xml")).unwrap()),
        ),
        ("items/q2.xml", fixture("package/q2.xml")),
        ("items/q3.xml", fixture("package/q3.xml")),
        ("items/q4.xml", fixture("choice-3.0.xml")),
        (
            "items/broken.xml",
            b"<assessmentItem><itemBody></assessmentItem>".to_vec(),
        ),
        ("texts/report.xml", fixture("package/report.xml")),
        ("images/Plan de l'audit.svg", PICTURE.as_bytes().to_vec()),
    ])
}

#[test]
fn a_package_is_a_bank_with_a_module_for_each_section() {
    insta::assert_snapshot!(story("course.zip", &package()));
}

#[test]
fn items_without_a_manifest_are_one_module() {
    let bytes = packed(&[
        ("a.xml", fixture("slider.xml")),
        ("readme.txt", b"hello".to_vec()),
    ]);
    let imported = read("loose.zip", &bytes);
    assert_lines(
        "Modules and concepts",
        &outline(&imported.draft),
        &["in en", "module loose: loose", "concept loose: loose"],
    );
    assert_lines(
        "Questions",
        &questions(&imported.draft),
        &["slider: number “How far is it?\n\nIn kilometres” = 16"],
    );
    assert_lines(
        "Losses",
        &losses(&imported.losses),
        &[
            "3 [slider] changed a scale from 0 to 30: the number is typed",
            "1 [slider] guessed how it is marked: the item has no rules for it; the declared response is right",
        ],
    );
    let files = imported
        .losses
        .list()
        .iter()
        .map(|loss| loss.place.file.as_str());
    assert_eq!(
        files.collect::<Vec<_>>(),
        [
            "loose.zip/a.xml",
            "loose.zip/a.xml",
            "loose.zip",
            "loose.zip"
        ]
    );
}

#[test]
fn archives_without_items_are_refused() {
    let manifest = |text: &str| packed(&[("imsmanifest.xml", text.as_bytes().to_vec())]);
    let cases = [
        (
            packed(&[("a.txt", b"hello".to_vec())]),
            "a.zip: there is no item of QTI 2.1 to 3.0 in this archive; export a content package with its items",
        ),
        (
            packed(&[("quiz.xml", fixture("old-1.2.xml"))]),
            "a.zip: this is QTI 1.2, which has other elements than QTI 2.1 to 3.0; export it as QTI 2.1 or later, or import it into Moodle and export Moodle XML there",
        ),
        (
            manifest("<manifest><resources/></manifest>"),
            "a.zip: there is no item of QTI 2.1 to 3.0 in this archive; export a content package with its items",
        ),
        (
            manifest("<manifest>"),
            "a.zip/imsmanifest.xml:1: the element <manifest> has no end tag: the file is cut short; export the file again",
        ),
        (
            b"PK\x03\x04".to_vec(),
            "a.zip: this archive can't be read: invalid Zip archive: Could not find EOCD; pack it again as a plain zip",
        ),
    ];
    for (bytes, why) in cases {
        assert_eq!(Format::of(&bytes), Some(Format::Qti));
        assert_eq!(refusal("a.zip", &bytes), why);
    }
}

#[test]
fn tests_and_manifests_alone_are_refused() {
    assert_eq!(
        refusal("test.xml", &fixture("package/test.xml")),
        "test.xml:1: <assessmentTest> names items that are in other files; give the whole package (.zip), or the items"
    );
    assert_eq!(
        refusal("imsmanifest.xml", &fixture("package/imsmanifest.xml")),
        "imsmanifest.xml:2: <manifest> names items that are in other files; give the whole package (.zip), or the items"
    );
}

#[test]
fn hostile_items_are_refused() {
    let entities = r#"<!DOCTYPE assessmentItem [<!ENTITY a "aaaa">]><assessmentItem><itemBody>&a;</itemBody></assessmentItem>"#;
    let deep = format!("<assessmentItem><itemBody>{}", "<div>".repeat(100_000));
    assert_eq!(
        refusal("entities.xml", entities.as_bytes()),
        "entities.xml:1: the file declares its own entities, which could expand without limit; remove the part between < !DOCTYPE and >"
    );
    assert_eq!(
        refusal("deep.xml", deep.as_bytes()),
        "deep.xml:1: elements are nested more than 200 deep; no file of questions needs that: check the program that wrote it"
    );
}

/// The files of a package that is handed on.
fn written(draft: &Draft) -> Vec<(String, String)> {
    let exported = export(draft, Format::Qti).unwrap();
    let (_, bytes) = &exported.files[0];
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes.clone())).unwrap();
    let names: Vec<String> = zip
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    let mut files = Vec::new();
    for name in names {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut zip.by_name(&name).unwrap(), &mut bytes).unwrap();
        files.push((name, String::from_utf8(bytes).unwrap()));
    }
    files
}

/// The elements of an item in the order in which the schema has them.
const ORDER: [&str; 11] = [
    "qti-context-declaration",
    "qti-response-declaration",
    "qti-outcome-declaration",
    "qti-template-declaration",
    "qti-template-processing",
    "qti-assessment-stimulus-ref",
    "qti-stylesheet",
    "qti-item-body",
    "qti-catalog-info",
    "qti-response-processing",
    "qti-modal-feedback",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn an_item_has_its_parts_in_the_order_of_the_standard(draft in support::draft()) {
        for (name, text) in written(&draft) {
            if !name.starts_with("items/") {
                continue;
            }
            let starts = text.lines().filter_map(|line| line.strip_prefix("  <qti-"));
            let places: Vec<usize> = starts
                .map(|line| {
                    let own = line.split([' ', '>', '/']).next().unwrap();
                    ORDER.iter().position(|other| other.strip_prefix("qti-") == Some(own)).unwrap()
                })
                .collect();
            prop_assert!(places.is_sorted(), "{text}");
        }
    }

    #[test]
    fn no_change_of_a_package_makes_it_panic(place in 0_usize..6000, byte: u8, len in 0_usize..40) {
        for file in [
            "choice-2.2.xml", "several-fields.xml", "match.xml", "order-hottext-essay.xml", "rules-text.xml", "gap-match.xml",
            "package/imsmanifest.xml", "package/test.xml", "package/q3.xml",
        ] {
            let mut bytes = fixture(file);
            let at = place % bytes.len();
            bytes[at] = byte;
            let end = (at + 1 + len).min(bytes.len());
            let mut shorter = bytes.clone();
            shorter.drain(at + 1..end);
            for bytes in [bytes, shorter] {
                let package = packed(&[("test.xml", bytes.clone()), ("imsmanifest.xml", bytes.clone())]);
                let options = Options { format: Some(Format::Qti), ..Options::default() };
                let _ = import(&[Input { path: "a.zip", bytes: &package }], &options);
                let _ = import(&[Input { path: "a.xml", bytes: &bytes }], &Options { format: Some(Format::Qti), ..Options::default() });
            }
        }
    }
}

/// What comes back of a bank in each of its languages is what was fitted.
fn comes_back(draft: &Draft) {
    let exported = export(draft, Format::Qti).unwrap();
    for ((path, bytes), fitted) in exported.files.iter().zip(&exported.fitted) {
        let options = Options {
            bank: Some(fitted.bank.id.clone()),
            ..Options::default()
        };
        let read = import(&[Input { path, bytes }], &options).unwrap();
        pretty_assertions::assert_eq!(read.losses.list(), [], "{path}");
        let (own, other) = (support::essence(&read.draft), support::essence(fitted));
        // A comparison that shows the difference takes minutes over a bank of this size.
        let first = own
            .lines()
            .zip(other.lines())
            .find(|(one, other)| one != other);
        assert_eq!(first, None, "{path}");
        assert_eq!(own.len(), other.len(), "{path}");
        assert_eq!(read.draft.bank.concepts, fitted.bank.concepts);
    }
}

#[test]
fn the_shipped_banks_come_back() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../questions");
    let sources = jalon_draft::Sources::read(folder.as_ref()).unwrap();
    let drafts = jalon_draft::read(&sources).unwrap();
    assert!(!drafts.is_empty());
    for (_, draft) in &drafts {
        comes_back(draft);
    }
}

#[test]
fn a_bank_with_all_that_items_can_say_is_written() {
    let draft: Draft = whole();
    support::compiled(&draft).unwrap();
    comes_back(&draft);
    let files = written(&draft);
    let mut story = String::new();
    for (name, text) in files {
        story.push_str(&format!("## {name}\n{text}\n"));
    }
    let exported = export(&draft, Format::Qti).unwrap();
    for loss in exported.losses.list() {
        let question = loss.question.as_deref().unwrap_or("-");
        story.push_str(&format!(
            "{} {question}: {} {}: {}\n",
            loss.place.file,
            loss.fate.word(),
            loss.what,
            loss.why
        ));
    }
    insta::assert_snapshot!(story);
}

/// A bank in one language, of questions that say what items can say in few words.
fn whole() -> Draft {
    let bank = r#"
id = "whole"
languages = ["en"]
title.en = "All & everything"
modules = ["27k"]
[[concept]]
id = "27001"
name.en = "ISO/IEC 27001"
"#;
    let module = String::from_utf8(fixture("whole.toml")).unwrap();
    let files = [
        ("b/bank.toml".to_owned(), bank.as_bytes().to_vec()),
        ("b/27k.toml".to_owned(), module.into_bytes()),
        ("b/map.svg".to_owned(), PICTURE.as_bytes().to_vec()),
    ];
    let sources: jalon_draft::Sources = files.into_iter().collect();
    let mut drafts = jalon_draft::read(&sources).unwrap();
    drafts.pop().unwrap().1
}
