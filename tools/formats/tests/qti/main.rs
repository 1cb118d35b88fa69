//! Items and packages of QTI as they come, with what their makers do in them.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

#[path = "../support/mod.rs"]
mod support;

use std::io::{Cursor, Write as _};

use jalon_formats::{Draft, Format, Input, Options, export, import};
use proptest::prelude::*;
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

macro_rules! items {
    ($($name:ident: $file:literal;)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(story($file, &fixture($file)));
        }
    )*};
}

items! {
    rules_that_name_a_set_name_the_key: "rules-set.xml";
    rules_that_name_choices_give_weights: "rules-weights.xml";
    rules_count_where_the_declared_response_says_otherwise: "rules-disagree.xml";
    rules_for_each_pick_are_marks_for_each_choice: "rules-members.xml";
    another_order_that_earns_something_is_told_of: "rules-order.xml";
    decimal_places_are_a_tolerance: "rules-places.xml";
    a_range_without_its_ends_is_told_of: "rules-open-range.xml";
    what_a_rubric_says_beside_its_list_is_a_point_as_well: "essay-notes.xml";
    marks_for_each_choice_are_one_of_the_usual_ways: "choice-2.2.xml";
    feedback_for_right_answers_is_the_explanation: "choice-3.0.xml";
    upper_and_lower_case_are_told_apart_in_version_2: "text-case-2.1.xml";
    upper_and_lower_case_are_the_same_in_version_3: "text-case-3.0.xml";
    rules_that_look_at_texts_become_answers_and_patterns: "rules-text.xml";
    several_fields_are_gaps_of_one_text: "several-fields.xml";
    an_answer_that_counts_once_in_several_gaps_is_noted: "same-in-three-gaps.xml";
    two_bounds_are_a_range: "number-range.xml";
    a_slider_is_a_number: "slider.xml";
    words_from_a_list_fill_gaps: "gap-match.xml";
    items_that_share_a_target_are_classified: "match.xml";
    things_to_join_are_matched: "associate.xml";
    an_item_that_asks_several_things_is_several_questions: "order-hottext-essay.xml";
    numbers_drawn_for_each_learner_are_no_question: "template.xml";
    what_no_kind_asks_is_said: "upload.xml";
    one_right_choice_leaves_a_part_to_others: "one-right-of-many.xml";
    the_old_version_is_refused_with_a_word: "old-1.2.xml";
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
    insta::assert_snapshot!(story("loose.zip", &bytes));
}

#[test]
fn archives_without_items_are_refused() {
    let cases = [
        packed(&[("a.txt", b"hello".to_vec())]),
        packed(&[("quiz.xml", fixture("old-1.2.xml"))]),
        packed(&[(
            "imsmanifest.xml",
            b"<manifest><resources/></manifest>".to_vec(),
        )]),
        packed(&[("imsmanifest.xml", b"<manifest>".to_vec())]),
        b"PK\x03\x04".to_vec(),
    ];
    let stories = cases.iter().map(|bytes| story("a.zip", bytes));
    insta::assert_snapshot!(stories.collect::<String>());
}

#[test]
fn tests_and_manifests_alone_are_refused() {
    let test = fixture("package/test.xml");
    let manifest = fixture("package/imsmanifest.xml");
    insta::assert_snapshot!(story("test.xml", &test) + &story("imsmanifest.xml", &manifest));
}

#[test]
fn hostile_items_are_refused() {
    let entities = r#"<!DOCTYPE assessmentItem [<!ENTITY a "aaaa">]><assessmentItem><itemBody>&a;</itemBody></assessmentItem>"#;
    let deep = format!("<assessmentItem><itemBody>{}", "<div>".repeat(100_000));
    insta::assert_snapshot!(
        story("entities.xml", entities.as_bytes()) + &story("deep.xml", deep.as_bytes())
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
