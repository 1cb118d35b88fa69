//! Tables of questions, as spreadsheets and other tools write them.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

#[path = "../carried/mod.rs"]
mod carried;
mod rows;
mod sheets;
#[path = "../support/mod.rs"]
mod support;

use carried::{bytes, fixture, format};
use jalon_formats::{Format, Input, Options, export, import};
use proptest::prelude::*;

#[test]
fn a_table_of_ours_holds_every_kind_in_both_languages() {
    insta::assert_snapshot!("ours", fixture("table/ours.csv"));
}

#[test]
fn accents_come_over_from_every_encoding() {
    let text = String::from_utf8(bytes("table/french.csv")).unwrap();
    let questions = |bytes: &[u8]| {
        let read = import(
            &[Input {
                path: "f.csv",
                bytes,
            }],
            &Options::default(),
        )
        .unwrap();
        let guesses = read
            .losses
            .list()
            .iter()
            .filter(|loss| loss.what.contains("encoding"));
        (guesses.count(), read.draft)
    };
    let (_, plain) = questions(text.as_bytes());
    let utf16 = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let latin: Vec<u8> = text
        .chars()
        .map(|sign| u8::try_from(u32::from(sign)).unwrap())
        .collect();
    for (bytes, guesses) in [
        ([b"\xef\xbb\xbf", text.as_bytes()].concat(), 0),
        (
            [b"\xff\xfe", utf16(u16::to_le_bytes).as_slice()].concat(),
            0,
        ),
        (
            [b"\xfe\xff", utf16(u16::to_be_bytes).as_slice()].concat(),
            0,
        ),
        (latin, 1),
        (text.replace('\n', "\r\n").into_bytes(), 0),
        (text.replace('\n', "\r").into_bytes(), 0),
    ] {
        let (found, draft) = questions(&bytes);
        assert_eq!((found, &draft), (guesses, &plain));
    }
}

#[test]
fn a_table_without_a_header_says_which_line_to_write() {
    let text = b"What is the capital of France?,Paris,Lyons,Nice\n";
    let input = Input {
        path: "a.csv",
        bytes: text,
    };
    let options = Options {
        format: Some(Format::Table),
        ..Options::default()
    };
    let refusal = import(&[input], &options).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "a.csv:1: expected a header among the first 20 rows, which names a column for the prompt and one for the right answer; found “What is the capital of France?,Paris,Lyons,Nice”; write as first line: id,kind,prompt_en,choice_1_en,choice_2_en,choice_3_en,correct,explanation_en"
    );
}

#[test]
fn tables_are_told_from_other_texts() {
    for name in [
        "ours.csv",
        "kahoot.csv",
        "quizizz.csv",
        "gimkit.csv",
        "moodle.csv",
        "french.csv",
    ] {
        assert_eq!(
            format(&format!("table/{name}")),
            Some(Format::Table),
            "{name}"
        );
    }
    assert_eq!(format("table/blooket.tsv"), Some(Format::Tsv));
    for text in [
        "",
        "a,b,c\n1,2,3\n",
        "Question\nWhat?\n",
        "name,answer\nx,y\n",
        "A question, and its answer.\n",
    ] {
        assert_eq!(Format::of(text.as_bytes()), None, "{text}");
    }
}

#[test]
fn no_cell_of_a_written_table_computes() {
    let text = "id,kind,prompt_en,accept_en,correct\nq1,text,'=HYPERLINK(1),'+33|-5,\nq2,number,'-x- or y?,,-5\n";
    let input = Input {
        path: "a.csv",
        bytes: text.as_bytes(),
    };
    let again = import(&[input], &Options::default()).unwrap();
    let exported = export(&again.draft, Format::Table).unwrap();
    let table = String::from_utf8(exported.files[0].1.clone()).unwrap();
    assert_eq!(
        table,
        "﻿kind,id,module,languages,prompt_en,correct,accept_en,concepts,track_en,level,minutes\nbank,a,,en,a,,,,,,\nconcept,a,,,a,,,,,,\nmodule,a,,,a,,,,a,foundation,2\ntext,q1,a,,'=HYPERLINK(1),,'+33|-5,a,,,\nnumber,q2,a,,'-x- or y?,-5,,a,,,\n"
    );
}

#[test]
fn ten_thousand_rows_are_read() {
    let mut text = String::from("id,prompt_en,choice_1_en,choice_2_en,correct\n");
    for n in 0..10_000 {
        text += &format!("q{n},What is {n}?,this {n},that {n},a\n");
    }
    let read = import(
        &[Input {
            path: "a.csv",
            bytes: text.as_bytes(),
        }],
        &Options::default(),
    )
    .unwrap();
    assert_eq!(read.draft.modules[0].1.questions.len(), 10_000);
}

proptest! {
    #[test]
    fn nothing_makes_the_reader_of_tables_fail(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let header = b"id,kind,prompt_en,choice_1_en,choice_2,correct,items_en,gap_1_correct,text_en,tolerance\n";
        for bytes in [bytes.clone(), [header, bytes.as_slice()].concat()] {
            let options = Options { format: Some(Format::Table), ..Options::default() };
            let _ = import(&[Input { path: "a.csv", bytes: &bytes }], &options);
        }
    }

    #[test]
    fn nothing_in_a_cell_makes_the_reader_of_tables_fail(
        kind in "(choice|several|true-false|text|number|match|classify|order|gaps|essay|wording|bank|module|concept|)",
        cells in proptest::collection::vec("[a-d|;\\\\'=\"0-9.,%\\[\\]:é{} -]{0,12}", 24),
    ) {
        let header = "kind,id,module,prompt_en,choice_1_en,choice_2_en,choice_1_id,choice_1_weight,correct,accept_en,tolerance,unit_1_any,items_en,items_id,targets_en,categories_en,text_en,gap_1_correct,gap_1_pick,concepts,scoring,credit,wrong_1,samples_accept,languages";
        let cells: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let text = format!("{header}\n{kind},{}\n", cells.join(","));
        let options = Options { format: Some(Format::Table), ..Options::default() };
        let read = import(&[Input { path: "a.csv", bytes: text.as_bytes() }], &options);
        if let Ok(read) = read {
            let _ = export(&read.draft, Format::Table);
        }
    }
}
