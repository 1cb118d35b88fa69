//! How long files of 10,000 questions take. The target is about a second each.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

use jalon_formats::{Format, Input, Options, import};

fn main() {
    divan::main();
}

const QUESTIONS: usize = if cfg!(debug_assertions) { 500 } else { 10_000 };

fn read(bencher: divan::Bencher, path: &str, format: Format, text: &str) {
    let options = Options {
        format: Some(format),
        ..Options::default()
    };
    bencher.bench(|| {
        let bytes = text.as_bytes();
        let imported = import(&[Input { path, bytes }], &options).unwrap();
        let questions = imported.draft.modules.iter();
        let count: usize = questions.map(|(_, module)| module.questions.len()).sum();
        assert_eq!(count, QUESTIONS);
    });
}

/// A choice in two languages, with feedback, an explanation and a hint.
fn moodle() -> String {
    let both = |en: &str, fr: &str| {
        format!(
            "<text><![CDATA[<p><span lang=\"en\" class=\"multilang\">{en}</span><span lang=\"fr\" class=\"multilang\">{fr}</span></p>]]></text>"
        )
    };
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n".to_owned();
    for n in 0..QUESTIONS {
        let prompt = both(
            &format!("Which <em>control</em> is number {n} of the catalogue?"),
            &format!("Quelle <em>mesure</em> porte le numéro {n} du catalogue ?"),
        );
        let feedback = both("Read the clause <b>again</b>.", "Relisez <b>l'article</b>.");
        out.push_str(&format!(
            "<question type=\"multichoice\"><name><text>Question {n}</text></name><questiontext format=\"html\">{prompt}</questiontext>
            <generalfeedback format=\"html\">{feedback}</generalfeedback><defaultgrade>1.0000000</defaultgrade>
            <penalty>0.3333333</penalty><hidden>0</hidden><idnumber>q-{n}</idnumber><single>true</single>\n"
        ));
        for (at, share) in ["100", "0", "-50", "0"].iter().enumerate() {
            let choice = both(
                &format!("Control {at} of {n}"),
                &format!("Mesure {at} de {n}"),
            );
            out.push_str(&format!(
                "<answer fraction=\"{share}\" format=\"html\">{choice}<feedback format=\"html\">{feedback}</feedback></answer>\n"
            ));
        }
        out.push_str(&format!(
            "<hint format=\"html\">{feedback}</hint><tags><tag><text>concept:controls</text></tag></tags></question>\n"
        ));
    }
    out + "</quiz>\n"
}

#[divan::bench(sample_count = 5)]
fn moodle_xml_of_10_000_questions(bencher: divan::Bencher) {
    read(bencher, "quiz.xml", Format::MoodleXml, &moodle());
}

#[divan::bench(sample_count = 5)]
fn gift_of_10_000_questions(bencher: divan::Bencher) {
    let file = gift_file();
    assert_eq!(Format::of(file.as_bytes()), Some(Format::Gift));
    read(bencher, "large.gift", Format::Gift, &file);
}

fn gift_file() -> String {
    let questions = (0..QUESTIONS).map(|n| {
        let question = match n % 5 {
            0 => "Which standard guides? {\n\t=ISO/IEC 27002 # Yes.\n\t~ISO/IEC 27001 # It requires.\n\t~%50%both\n\t####See *clause 1*.\n}",
            1 => "[html]<p>Who owns a <b>risk</b>?</p> {=the owner =%50%somebody =%0%nobody # Then it is lost.}",
            2 => "How many controls are there? {#93:0 ####In the edition of 2022.}",
            3 => "[markdown]What is *each* of these? {=27001 -> requirements =27002 -> guidance =27000 -> vocabulary}",
            _ => "An audit is a test of people. {F#It tests a system.#Right.}",
        };
        let category = match n % 500 {
            0 => format!("$CATEGORY: $course$/top/Part {n}\n\n"),
            _ => String::new(),
        };
        format!("{category}// [id:question-{n}] [tag:topic {}]\n::Question {n}:: {n}. {question}\n\n", n % 40)
    });
    questions.collect()
}
