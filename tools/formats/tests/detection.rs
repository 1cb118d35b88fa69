//! A format is found by what is in a file, and no prose is taken for one.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use jalon_formats::{Format, Input, Options, import};

#[test]
fn prose_and_other_files_are_not_taken_for_questions() {
    for text in [
        "",
        "A letter.\n\nDear Anna,\n\nthe answer: yes, we come. {No braces} are needed.\n\nYours, Bob\n",
        "# A heading {#anchor}\n\nProse with `{code}` and {braces}.\n\n- a list\n- of two\n",
        "fn main() {\n    let x = [1, 2];\n    println!(\"{x:?} {} = {}\", 1, 2);\n}\n",
        "body { color: red }\n\n.a > .b { margin: 0 }\n",
        "\\documentclass{article}\n\\begin{document}\n$\\frac{1}{2}$, see~\\ref{eq:one}.\n\\end{document}\n",
        "A) Introduction\nB) Methods\nC) Results\n\nThat was the table of contents.\n",
        "Minutes\n\nA. Smith opened the meeting.\nB. Jones took notes.\nAnswer to the letter: later.\n",
        "id: 5\nname: {a: b}\n",
        "Subject: {name}\n\nHello {name}, your code is {code}.\n",
    ] {
        assert_eq!(Format::of(text.as_bytes()), None, "{text}");
    }
}

#[test]
fn a_file_of_another_program_is_named_with_a_way_out() {
    for (bytes, said) in [
        (
            &b"PK\x03\x04 xl/workbook.xml"[..],
            "a workbook; save the sheet",
        ),
        (
            b"PK\x03\x04 word/document.xml",
            "a document of a word processor",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a workbook"),
        (b"\x1f\x8b\x08", "a backup of a Moodle course"),
        (b"%PDF-1.4\n<< >> {=a ~b}\n", "a PDF"),
        (b"\xef\xbb\xbf \n", "an empty file"),
    ] {
        let refused = import(
            &[Input {
                path: "file",
                bytes,
            }],
            &Options::default(),
        );
        let why = refused.unwrap_err().to_string();
        assert!(why.contains(said), "{why}");
    }
    let noise: Vec<u8> = (0..4000_u32).map(|n| (n * n / 7) as u8).collect();
    let noise = [&b"::a:: q {T}\n\n"[..], &noise].concat();
    assert_eq!(Format::of(&noise), None);
}

#[test]
fn a_table_is_told_by_its_header_whatever_stands_in_its_cells() {
    let text = "question,answer 1,answer 2,correct\n::a:: Which {=x ~y}?,a,b,1\n";
    assert_eq!(Format::of(text.as_bytes()), Some(Format::Table));
}

#[test]
fn questions_are_found_whatever_stands_in_front() {
    for (text, format) in [
        ("A title\n\nThe sky is blue. {T}\n", Format::Gift),
        ("// comments\n// alone\n\n::Q1::Write.{}\n", Format::Gift),
        ("Two and two {=4 =four}.\n", Format::Gift),
        ("Which?{~one =two}", Format::Gift),
        ("Wie viele? {#5:1}\n", Format::Gift),
        (
            "Chapter 1\n\nWhich?\nA) {T}\nB) two\nANSWER: A\n",
            Format::Aiken,
        ),
        ("Laquelle ?\nA. une\nB. deux\nRÉPONSE : B\n", Format::Aiken),
    ] {
        assert_eq!(Format::of(text.as_bytes()), Some(format), "{text}");
    }
}
