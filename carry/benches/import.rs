//! How long a large file takes to come over.

use divan::Bencher;
use jalon_carry::{Format, Input, Options, import};

/// As many as a large question bank of a university has.
const QUESTIONS: usize = 10_000;

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 10)]
fn gift(bencher: Bencher<'_, '_>) {
    run(bencher, "large.gift", gift_file().as_bytes(), Format::Gift);
}

fn run(bencher: Bencher<'_, '_>, path: &str, bytes: &[u8], format: Format) {
    let options = Options {
        lang: Some("en".to_owned()),
        ..Options::default()
    };
    assert_eq!(Format::of(bytes), Some(format));
    bencher.bench(|| {
        let read = import(&[Input { path, bytes }], &options);
        let questions = read.map_or(0, |read| read.files.iter().map(|(_, n)| n).sum::<usize>());
        assert_eq!(questions, QUESTIONS);
    });
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
