//! Typed answers that a fair teacher labelled, held against the grader: how many of those it accepts are right, and how
//! many of the right ones it accepts.
//!
//! A question is a paragraph of `en.txt` or `fr.txt`:
//!
//! ```text
//! ? the question
//! any = answers of no language | ...      en = ...      fr = ...
//! wrong = listed wrong answers            terms = other words of its field
//! synonym = names of one thing | ...      order = any   words en = a word, or this one + and this one - not this one
//! yes kind: answers to accept | ...       no kind: answers to reject | ...
//! ```
//!
//! What precedes the first question are terms of the whole file; the answers of every other question are terms too, as in a
//! bank. Labels are written before the grader runs, and change only where a teacher would change them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jalon_engine::grade::{Context, Order, Required, TextMatch, Tier};
use jalon_engine::kind::{Body, Evidence, Response, text::Text, text::WrongAnswer};
use jalon_engine::lang::{Lang, Localised};

/// An answer and what a teacher says of it.
struct Label {
    given: String,
    /// What is particular to it.
    kind: String,
    right: bool,
}

struct Question {
    prompt: String,
    body: Text,
    terms: Vec<String>,
    labels: Vec<Label>,
}

fn list(text: &str, separator: &str) -> Vec<String> {
    text.split(separator)
        .map(|part| part.trim().to_owned())
        .collect()
}

/// "a, b + c - d": a or b, and c, but not d.
fn required(text: &str) -> Required {
    let (all, none) = text
        .split_once(" - ")
        .map_or((text, None), |(all, none)| (all, Some(none)));
    Required {
        all: list(all, " + ")
            .iter()
            .map(|words| list(words, ", "))
            .collect(),
        none: none.map(|none| list(none, ", ")).unwrap_or_default(),
    }
}

fn lang(tag: &str) -> Lang {
    tag.parse().expect("a language")
}

fn add<T>(localised: &mut Localised<T>, tag: &str, value: T)
where
    T: Clone,
{
    let mut all: Vec<(Lang, T)> = localised.iter().map(|(l, v)| (*l, v.clone())).collect();
    all.push((lang(tag), value));
    *localised = all.into_iter().collect();
}

fn add_line(question: &mut Question, line: &str) {
    if let Some((label, answers)) = line.split_once(": ")
        && let Some((verdict @ ("yes" | "no"), kind)) = label.split_once(' ')
    {
        question
            .labels
            .extend(list(answers, " | ").into_iter().map(|given| Label {
                given,
                kind: kind.to_owned(),
                right: verdict == "yes",
            }));
        return;
    }
    let (key, value) = line
        .split_once(" = ")
        .unwrap_or_else(|| panic!("not understood: {line}"));
    let body = &mut question.body;
    match (key, value) {
        ("any", answers) => body.any.extend(list(answers, " | ")),
        ("en" | "fr", answers) => add(&mut body.accept, key, list(answers, " | ")),
        ("wrong", answers) => body.wrong.push(WrongAnswer {
            answers: list(answers, " | "),
            ..WrongAnswer::default()
        }),
        ("terms", terms) => question.terms.extend(list(terms, " | ")),
        ("synonym", names) => body.leeway.same.push(list(names, " | ")),
        ("order", "any") => body.leeway.order = Order::Any,
        ("order", "as-written") => body.leeway.order = Order::AsWritten,
        ("words en", words) => add(&mut body.leeway.words, "en", required(words)),
        ("words fr", words) => add(&mut body.leeway.words, "fr", required(words)),
        _ => panic!("not understood: {line}"),
    }
}

fn questions(text: &str) -> Vec<Question> {
    let mut common = Vec::new();
    let mut questions: Vec<Question> = Vec::new();
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    for line in lines {
        if let Some(prompt) = line.strip_prefix("? ") {
            questions.push(Question {
                prompt: prompt.to_owned(),
                body: Text::default(),
                terms: Vec::new(),
                labels: Vec::new(),
            });
        } else if let Some(question) = questions.last_mut() {
            add_line(question, line);
        } else if let Some(terms) = line.strip_prefix("terms = ") {
            common.extend(list(terms, " | "));
        }
    }
    let answers: Vec<Vec<String>> = questions
        .iter()
        .map(|question| {
            question
                .body
                .answers()
                .map(|(_, answer)| answer.to_owned())
                .collect()
        })
        .collect();
    for (n, question) in questions.iter_mut().enumerate() {
        let others = answers.iter().enumerate().filter(|(other, _)| *other != n);
        question
            .terms
            .extend(others.flat_map(|(_, answers)| answers.clone()));
        question.terms.extend(common.clone());
    }
    questions
}

/// The tier in which an answer is accepted.
fn read(question: &Question, given: &str) -> Option<Tier> {
    let terms: Vec<&str> = question.terms.iter().map(String::as_str).collect();
    let body = Body::Text(question.body.clone());
    let langs = [lang("en"), lang("fr")];
    let context = Context {
        terms: &terms,
        langs: Some(&langs),
    };
    let outcome = body.score_in(&Response::Text(given.to_owned()), 1, context);
    let outcome = outcome.expect("an answer to be judged");
    match outcome.evidence {
        Evidence::Text(TextMatch::Accepted(accepted)) => {
            assert!(outcome.score.is_full());
            Some(accepted.tier)
        }
        _ => {
            assert!(outcome.score.is_nothing());
            None
        }
    }
}

/// How often the grader and the teacher say yes.
#[derive(Default, Clone, Copy)]
struct Count {
    both: usize,
    grader_alone: usize,
    teacher_alone: usize,
}

fn share(part: usize, other: usize) -> f64 {
    if part + other == 0 {
        return 1.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "they are hundreds")]
    let share = part as f64 / (part + other) as f64;
    share
}

impl Count {
    fn precision(self) -> f64 {
        share(self.both, self.grader_alone)
    }

    fn recall(self) -> f64 {
        share(self.both, self.teacher_alone)
    }
}

/// What the grader makes of all labels of a language.
#[derive(Default)]
struct Measure {
    all: Count,
    tiers: BTreeMap<Tier, Count>,
    kinds: BTreeMap<String, Count>,
    /// What it never may accept, and did.
    forbidden: Vec<String>,
    /// Where it and the teacher differ.
    differences: String,
}

impl Measure {
    fn add(&mut self, question: &Question, label: &Label) {
        let tier = read(question, &label.given);
        let count = |count: &mut Count| match (tier.is_some(), label.right) {
            (true, true) => count.both += 1,
            (true, false) => count.grader_alone += 1,
            (false, true) => count.teacher_alone += 1,
            (false, false) => {}
        };
        count(&mut self.all);
        count(self.kinds.entry(label.kind.clone()).or_default());
        if let Some(tier) = tier {
            count(self.tiers.entry(tier).or_default());
        }
        if tier.is_some() == label.right {
            return;
        }
        let line = format!(
            "{} ({}), asked: {}",
            label.given, label.kind, question.prompt
        );
        let said = if label.right { "rejects" } else { "accepts" };
        let _ = writeln!(self.differences, "  {said} {line} {tier:?}");
        if !label.right && matches!(&*label.kind, "digit" | "negation" | "confusable") {
            self.forbidden.push(line);
        }
    }

    /// Precision of each tier, and the recall of it with those before it.
    fn print(&self, lang: &str) -> String {
        let mut text = String::new();
        let wanted = self.all.both + self.all.teacher_alone;
        let mut reached = 0;
        for tier in Tier::ALL {
            let count = self.tiers.get(&tier).copied().unwrap_or_default();
            reached += count.both;
            let (precision, recall) = (count.precision(), share(reached, wanted - reached));
            let tier = format!("{tier:?}");
            let _ = writeln!(
                text,
                "{lang} {tier:<9} accepts {:>3}, precision {precision:.3}, recall up to here {recall:.3}",
                count.both + count.grader_alone
            );
        }
        for (kind, count) in &self.kinds {
            let (yes, no) = (count.both + count.teacher_alone, count.grader_alone);
            let _ = writeln!(
                text,
                "{lang} {kind:<11} {}/{yes} accepted, {no} wrongly",
                count.both
            );
        }
        let (precision, recall) = (self.all.precision(), self.all.recall());
        let _ = writeln!(
            text,
            "{lang} all       precision {precision:.3}, recall {recall:.3}"
        );
        text + &self.differences
    }
}

#[expect(
    clippy::print_stdout,
    reason = "figures are for those who ask for them with --nocapture"
)]
fn hold(lang: &str, text: &str) {
    let questions = questions(text);
    let mut measure = Measure::default();
    let mut answers = 0;
    for question in &questions {
        for label in &question.labels {
            measure.add(question, label);
            answers += 1;
        }
    }
    println!(
        "{lang} {} questions, {answers} answers\n{}",
        questions.len(),
        measure.print(lang)
    );
    assert!(
        questions.len() >= 30 && answers >= 300,
        "the corpus is too small"
    );
    assert!(
        measure.forbidden.is_empty(),
        "never to be accepted: {:#?}",
        measure.forbidden
    );
    assert!(
        measure.all.precision() >= 0.99,
        "too many wrong answers are accepted"
    );
    assert!(
        measure.all.recall() >= 0.95,
        "too many right answers are rejected"
    );
}

#[test]
fn english_answers_are_graded_as_a_fair_teacher_would() {
    hold("en", include_str!("en.txt"));
}

#[test]
fn french_answers_are_graded_as_a_fair_teacher_would() {
    hold("fr", include_str!("fr.txt"));
}
