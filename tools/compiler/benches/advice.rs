//! How long advice takes on a large and varied bank. `cargo bench -p jalon-compiler --bench advice` prints the figures.

use std::fmt::Write as _;

use jalon_compiler::{Code, LintId, Options, Severity, Sources, Which, check_with};

fn main() {
    divan::main();
}

/// Questions in all, in modules of a hundred.
const QUESTIONS: usize = if cfg!(debug_assertions) { 500 } else { 10_000 };

/// One question of so many is a copy of an earlier one with a word changed.
const COPIES: usize = 100;

const LANGS: [&str; 2] = ["en", "fr"];

/// A sequence that looks random and is the same each time (Steele and Vigna, 2021: a multiplier for 64 bits).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(0xd134_2543_de82_ef95).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most
    }

    /// A word out of 4,000, common ones far more often than rare ones, as in a language.
    fn word(&mut self) -> String {
        let rank = self
            .below(4_000)
            .min(self.below(4_000))
            .min(self.below(4_000));
        let syllables = ["ka", "lo", "mi", "ne", "pu", "ra", "si", "to", "va", "ze"];
        let digits = [rank % 10, rank / 10 % 10, rank / 100 % 10, rank / 1000];
        digits.iter().map(|digit| syllables[*digit]).collect()
    }

    fn words(&mut self, number: usize) -> String {
        let words: Vec<String> = (0..number).map(|_| self.word()).collect();
        words.join(" ")
    }
}

fn header() -> String {
    let modules: String = (0..QUESTIONS / 100)
        .map(|n| format!("\"module-{n}\", "))
        .collect();
    let mut header = format!(
        "id = \"large\"\nlanguages = [\"en\", \"fr\"]\ntitle.en = \"A large bank\"\ntitle.fr = \"Une grande banque\"\nmodules = [{modules}]\n"
    );
    for n in 0..100 {
        _ = write!(
            header,
            "[[concept]]\nid = \"concept-{n}\"\nname.en = \"Concept {n}\"\nname.fr = \"Notion {n}\"\n"
        );
    }
    header
}

/// Prompts of 10 to 25 words, choices of 4 to 9, explanations of 20, two wordings in each language.
fn sources() -> Sources {
    let mut dice = Dice(27_001);
    let mut files = vec![("bank.toml".to_owned(), header())];
    let mut prompts: Vec<String> = Vec::new();
    for n in 0..QUESTIONS / 100 {
        let mut text = format!(
            "title.en = \"Module {n}\"\ntitle.fr = \"Module {n}\"\ntrack.en = \"Track\"\ntrack.fr = \"Parcours\"\nlevel = \"advanced\"\nminutes = 10\ndraw = 50\n"
        );
        for q in n * 100..(n + 1) * 100 {
            question(&mut text, q, &mut dice, &mut prompts);
        }
        files.push((format!("module-{n}.toml"), text));
    }
    files.into_iter().collect()
}

fn question(text: &mut String, q: usize, dice: &mut Dice, prompts: &mut Vec<String>) {
    let has_choices = !q.is_multiple_of(4);
    let kind = match has_choices {
        true => "kind = \"choice\"\nkey = \"a\"",
        false => "kind = \"true-false\"\nkey = true",
    };
    _ = write!(
        text,
        "\n[[question]]\nid = \"question-{q}\"\nconcepts = [\"concept-{}\"]\n{kind}\n",
        q % 100
    );
    let ids = ["a", "b", "c", "d"];
    for id in ids.into_iter().filter(|_| has_choices) {
        _ = write!(text, "[[question.choice]]\nid = \"{id}\"\n");
    }
    for lang in LANGS.into_iter().flat_map(|lang| [lang, lang]) {
        let prompt = match prompts.len() {
            all if all > 0 && q.is_multiple_of(COPIES) => {
                prompts[dice.below(all)].replacen("ka", "mi", 1)
            }
            _ => {
                let number = 10 + dice.below(16);
                dice.words(number)
            }
        };
        _ = write!(
            text,
            "[[question.{lang}]]\nprompt = \"{prompt}?\"\nexplanation = \"{}.\"\n",
            dice.words(20)
        );
        for id in ids.into_iter().filter(|_| has_choices) {
            let number = 4 + dice.below(6);
            _ = writeln!(text, "choices.{id} = \"{}\"", dice.words(number));
        }
        prompts.push(prompt);
    }
}

fn advice(sources: &Sources, options: &Options) -> usize {
    let report = check_with(sources, options);
    assert_eq!(report.count(Severity::Error), 0, "the bank is sound");
    report.count(Severity::Advice)
}

#[divan::bench(sample_count = 5)]
fn every_rule_on_10_000_questions(bencher: divan::Bencher) {
    let sources = sources();
    let options = Options::with_advice();
    bencher.bench(|| advice(&sources, &options));
}

#[divan::bench(sample_count = 5)]
fn no_rule_on_10_000_questions(bencher: divan::Bencher) {
    let sources = sources();
    let options = Options::default();
    bencher.bench(|| advice(&sources, &options));
}

#[divan::bench(sample_count = 5)]
fn near_questions_among_10_000(bencher: divan::Bencher) {
    let sources = sources();
    let others = LintId::ALL.iter().filter(|id| id.code() != "J301");
    let options = Options {
        allow: others.map(|id| Which::One(Code::Advice(*id))).collect(),
        ..Options::with_advice()
    };
    assert!(advice(&sources, &options) > 0, "there are copies");
    bencher.bench(|| advice(&sources, &options));
}
