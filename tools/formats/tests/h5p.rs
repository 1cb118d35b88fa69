//! Packages of H5P.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod carried;
mod support;

use std::io::{Cursor, Write as _};

use carried::seen;
use jalon_formats::{Format, Input, Options, import};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::cases::{assert_lines, losses, outline, questions, read, refusal};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A picture of one point.
const PICTURE: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>";

fn packed(library: &str, lang: &str, content: &str) -> Vec<u8> {
    let header = json!({
        "title": "A small quiz", "language": lang, "mainLibrary": library, "license": "CC BY",
        "authors": [{"name": "A. Uthor", "role": "Author"}], "embedTypes": ["div"], "preloadedDependencies": [],
    });
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [
        ("h5p.json", header.to_string().as_bytes()),
        ("content/content.json", content.as_bytes()),
        ("content/images/town.svg", PICTURE),
        ("H5P.MultiChoice-1.16/library.json", b"{}"),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn part(library: &str, id: &str, params: Value) -> Value {
    json!({ "library": library, "params": params, "subContentId": id, "metadata": { "title": format!("The {id}") } })
}

fn multi_choice() -> Value {
    json!({
        "question": "<p>Which of these are <em>towns</em>?</p>",
        "answers": [
            { "text": "<div>Oslo</div>", "correct": true, "tipsAndFeedback": { "tip": "<p>Up north</p>", "chosenFeedback": "<p>Yes!</p>", "notChosenFeedback": "<p>It is.</p>" } },
            { "text": "<div>Norway</div>", "correct": false, "tipsAndFeedback": { "chosenFeedback": "<p>A country</p>" } },
            { "text": "<div>A &amp; B</div>", "correct": "true" },
        ],
        "media": { "type": { "library": "H5P.Image 1.1", "params": { "file": { "path": "images/town.svg" }, "alt": "A town" } } },
        "behaviour": { "type": "auto", "singlePoint": false, "randomAnswers": false, "enableRetry": false, "enableSolutionsButton": true, "passPercentage": 100 },
        "overallFeedback": [{ "from": 0, "to": 50, "feedback": "Try again" }, { "from": 51, "to": 100 }],
    })
}

fn set() -> Value {
    json!({
        "introPage": { "showIntroPage": true, "title": "Hello", "introduction": "<p>Read well.</p>" },
        "passPercentage": 60,
        "poolSize": 4,
        "endGame": { "message": "Done", "overallFeedback": [{ "from": 0, "to": 100, "feedback": "Well played" }] },
        "questions": [
            part("H5P.MultiChoice 1.16", "11111111-aaaa-4bbb-8ccc-000000000001", multi_choice()),
            part("H5P.TrueFalse 1.8", "11111111-aaaa-4bbb-8ccc-000000000002", json!({
                "question": "<p>Oslo is in Norway.</p>", "correct": "true",
                "behaviour": { "feedbackOnCorrect": "Right", "feedbackOnWrong": "Look at a map", "enableRetry": true },
            })),
            part("H5P.Blanks 1.14", "blanks", json!({
                "text": "<p>Fill in.</p>",
                "questions": ["<p>The capital is *Oslo/Christiania:Its old name counts*.</p>", "<p>2 ** 2 is *4*</p>"],
                "behaviour": { "caseSensitive": true, "acceptSpellingErrors": false, "enableRetry": true },
            })),
            part("H5P.DragText 1.10", "drag", json!({
                "taskDescription": "Drag the words.",
                "textField": "A *dog:It barks* chases a *cat\\+Yes\\-No*.\nThe *dog* wins.",
                "distractors": "*fish* *bird*",
                "behaviour": { "instantFeedback": false },
            })),
            part("H5P.MarkTheWords 1.11", "mark", json!({
                "taskDescription": "Mark the <strong>verbs</strong>.",
                "textField": "<p>We *run*, and the run *ends*.</p>",
            })),
            part("H5P.SingleChoiceSet 1.11", "single", json!({
                "choices": [
                    { "subContentId": "one", "question": "<p>What barks?</p>", "answers": ["<p>A dog</p>", "<p>A cat</p>"] },
                    { "subContentId": "two", "question": "<p>What meows?</p>", "answers": ["<p>A cat</p>"] },
                ],
            })),
            part("H5P.Essay 1.5", "essay", json!({
                "taskDescription": "<p>Tell of Oslo.</p>", "solution": { "sample": "<p>Oslo lies on a fjord.</p>" },
                "keywords": [{ "keyword": "fjord" }, { "keyword": "*harbour*" }],
            })),
            part("H5P.SortParagraphs 0.11", "sort", json!({
                "taskDescription": "<p>Sort.</p>", "paragraphs": ["<p>First</p>", "<p>Second</p>"],
            })),
            part("H5P.Summary 1.10", "summary", json!({
                "intro": "<p>Pick the right one.</p>",
                "summaries": [{ "subContentId": "sum", "summary": ["<p>Dogs bark</p>", "<p>Dogs meow</p>"], "tip": "Listen" }],
            })),
            part("H5P.DragQuestion 1.14", "board", json!({ "question": {} })),
        ],
    })
}

#[test]
fn a_question_set_comes_over_with_its_pictures() {
    let bytes = packed("H5P.QuestionSet", "en", &set().to_string());
    assert_eq!(Format::of(&bytes), Some(Format::H5p));
    insta::assert_snapshot!(seen("set.h5p", &bytes));
}

#[test]
fn a_single_question_comes_over_in_its_language() {
    let content = json!({ "questions": ["<p>La capitale est *Oslo*.</p>"], "text": "" });
    let package = packed("H5P.Blanks", "fr", &content.to_string());
    let imported = read("trous.h5p", &package);
    assert_lines(
        "Modules and concepts",
        &outline(&imported.draft),
        &[
            "in fr",
            "module a-small-quiz: A small quiz",
            "concept a-small-quiz: A small quiz",
        ],
    );
    assert_lines(
        "Questions",
        &questions(&imported.draft),
        &["completez-le-texte: gaps “Complétez le texte.” “La capitale est {{1}}.” {1: = Oslo}"],
    );
    assert_lines(
        "Losses",
        &losses(&imported.losses),
        &[
            r#"dropped authors: [{"name":"A. Uthor","role":"Author"}]: a bank has no place for it"#,
            r#"dropped license: "CC BY": a bank has no place for it"#,
            "[A small quiz] guessed “Complétez le texte.”: the content has no prompt of its own",
            "[A small quiz] changed behaviour.caseSensitive: true: upper and lower case are the same here",
            "[A small quiz] changed behaviour.acceptSpellingErrors: false: typing errors in longer words are overlooked here",
        ],
    );
}

#[test]
fn what_asks_something_comes_out_of_slides() {
    let content = json!({ "presentation": { "slides": [
        { "elements": [{ "action": { "library": "H5P.Text 1.1", "params": { "text": "<p>Hello</p>" } } }] },
        { "elements": [{ "action": part("H5P.MultiChoice 1.16", "q", multi_choice()) }] },
    ] } });
    let package = packed("H5P.CoursePresentation", "und", &content.to_string());
    let imported = read("slides.h5p", &package);
    assert_eq!(imported.draft.bank.languages, ["en"]);
    assert_lines(
        "Losses",
        &losses(&imported.losses),
        &[
            r#"dropped authors: [{"name":"A. Uthor","role":"Author"}]: a bank has no place for it"#,
            r#"dropped license: "CC BY": a bank has no place for it"#,
            "dropped the H5P.CoursePresentation: questions in it are imported; pages, slides and films aren't",
            "dropped the H5P.Text 1.1: questions in it are imported; pages, slides and films aren't",
            "[The q] dropped notChosenFeedback “It is.”: only learners who pick an answer see feedback on it",
            "[The q] dropped tip “Up north”: a question has hints, an answer has none",
            "[The q] dropped behaviour.enableRetry: false: there is no such setting here",
            "[The q] dropped the feedback “Try again” for 0 to 50 percent: feedback belongs to answers here, not to points",
        ],
    );
}

#[test]
fn no_question_comes_of_what_asks_nothing() {
    let no_object = "a.h5p/content/content.json:1: this isn't a JSON object: invalid type: sequence, expected a map at line 1 column 0; export the package again";
    for (library, content, why) in [
        (
            "H5P.Accordion",
            "{\"panels\": []}",
            "a.h5p: it has no questions that can be imported: its main library is H5P.Accordion; export its questions as a question set of H5P",
        ),
        ("H5P.Blanks", "[1]", no_object),
        ("H5P.Blanks", &"[".repeat(100_000), no_object),
    ] {
        let package = packed(library, "en", content);
        assert_eq!(refusal("a.h5p", &package), why);
    }
    let content = r#"{"question": "<p>x</p>", "answers": []}"#;
    let imported = read("a.h5p", &packed("H5P.MultiChoice", "en", content));
    assert_eq!(imported.draft.modules, []);
    assert_lines(
        "Losses",
        &losses(&imported.losses),
        &[
            r#"dropped authors: [{"name":"A. Uthor","role":"Author"}]: a bank has no place for it"#,
            r#"dropped license: "CC BY": a bank has no place for it"#,
            "[A small quiz] dropped the question: it needs at least two answers, one of them right",
        ],
    );
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "[a-z*/:<>&\\\\+-]{0,12}".prop_map(Value::from),
    ];
    let keys = proptest::sample::select(
        &[
            "question",
            "questions",
            "answers",
            "text",
            "correct",
            "behaviour",
            "textField",
            "distractors",
            "choices",
            "params",
            "library",
            "summaries",
            "summary",
            "paragraphs",
            "keywords",
            "solution",
            "sample",
            "media",
            "type",
            "file",
            "path",
            "taskDescription",
            "overallFeedback",
            "feedback",
            "tipsAndFeedback",
            "tip",
            "passPercentage",
            "poolSize",
            "endGame",
        ][..],
    );
    leaf.prop_recursive(4, 48, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((keys.clone(), inner), 0..6).prop_map(|all| Value::Object(
                all.into_iter()
                    .map(|(key, value)| (key.to_owned(), value))
                    .collect()
            )),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn nothing_makes_the_reader_of_packages_fail(content in value(), library in "H5P\\.(QuestionSet|MultiChoice|TrueFalse|Blanks|DragText|MarkTheWords|SingleChoiceSet|Summary|SortParagraphs|Essay|Column)") {
        let wrapped = json!({ "questions": [part(&library, "x", content.clone())] });
        for content in [content, wrapped] {
            let bytes = packed(&library, "en", &content.to_string());
            let _ = import(&[Input { path: "a.h5p", bytes: &bytes }], &Options::default());
        }
    }
}
