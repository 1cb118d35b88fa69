//! A question of a bank in one line: `capital: choice “Which town?” (x) Oslo ( ) Bergen # No.`
//!
//! Right choices have an `x`, feedback follows `#`, and `;` separates items. Values that are not set are left out. Each struct is taken
//! apart field by field, so that a new field doesn't compile until it is in the line.

mod kinds;

use std::fmt::Debug;

use jalon_draft::*;
use serde::Serialize;

/// A question in one line. Its concept is left out where the bank has no other.
pub(crate) fn describe(question: &Question, bank: &Bank) -> String {
    let asked = Asked {
        wordings: &question.wordings,
        is_monolingual: bank.languages.len() == 1,
    };
    let mut line = Line(vec![format!("{}:", question.common.id)]);
    asked.body(&question.body, &mut line);
    common(&question.common, bank, &mut line);
    asked.rest(&mut line);
    line.0.join(" ")
}

/// The parts of a line.
struct Line(Vec<String>);

impl Line {
    fn push(&mut self, part: impl Into<String>) {
        self.0.push(part.into());
    }

    /// An option that was set.
    fn option(&mut self, name: &str, value: Option<&impl Debug>) {
        if let Some(value) = value {
            self.push(format!("{name} {value:?}"));
        }
    }

    /// An option with a name of its own.
    fn word(&mut self, name: &str, value: Option<&impl Serialize>) {
        if let Some(value) = value {
            self.push(format!("{name} {}", word(value)));
        }
    }
}

/// The name of a value in the files of a bank.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value).unwrap() {
        serde_json::Value::String(word) => word,
        other => other.to_string(),
    }
}

fn common(common: &Common, bank: &Bank, line: &mut Line) {
    let Common {
        id: _,
        concepts,
        difficulty,
        source,
        points,
        stimulus,
        tries,
        penalty,
        hint_cost,
        lint,
        origins: _,
    } = common;
    let is_the_only_one =
        matches!(concepts, Concepts::Even(ids) if ids.len() == 1) && bank.concepts.len() == 1;
    if !is_the_only_one {
        line.push(format!("concepts {}", word(concepts)));
    }
    line.word("difficulty", difficulty.as_ref());
    line.option("source", source.as_ref());
    line.option("points", points.as_ref());
    line.word("about", stimulus.as_ref());
    line.option("tries", tries.as_ref());
    line.option("penalty", penalty.as_ref());
    line.option("hint cost", hint_cost.as_ref());
    line.option("lint", lint.as_ref());
}

/// How a question is asked.
struct Asked<'a> {
    wordings: &'a Texts<Vec<Wording>>,
    is_monolingual: bool,
}

impl Asked<'_> {
    /// What each wording says in one place: `A door` or `en A door / fr Une porte`.
    fn each(&self, text: impl Fn(&Wording) -> Option<String>) -> Option<String> {
        let all = self
            .wordings
            .iter()
            .flat_map(|(lang, all)| all.iter().map(move |one| (lang, one)));
        let all = all.filter_map(|(lang, one)| Some(self.in_language(lang, &text(one)?)));
        let all: Vec<String> = all.collect();
        (!all.is_empty()).then(|| all.join(" / "))
    }

    /// A text with its language, where there are several. Answers of no language are under `any`.
    fn in_language(&self, lang: &str, text: &str) -> String {
        match self.is_monolingual && lang != "any" {
            true => text.to_owned(),
            false => format!("{lang} {text}"),
        }
    }

    /// A text with its language.
    fn texts(&self, texts: &Texts) -> String {
        let all = texts
            .iter()
            .map(|(lang, text)| self.in_language(lang, text));
        all.collect::<Vec<_>>().join(" / ")
    }

    /// A part of a question: its id where it isn't the usual one, and its text.
    fn part(&self, n: usize, id: &str, own: impl Fn(&Wording) -> &Texts) -> String {
        let text = self.each(|wording| own(wording).get(id).cloned());
        let text = text.unwrap_or_else(|| "(no text)".to_owned());
        match usual(n, id) {
            true => text,
            false => format!("{id}: {text}"),
        }
    }

    fn feedback(&self, feedback: &Texts, misconception: Option<&String>) -> String {
        let mut out = String::new();
        if !feedback.is_empty() {
            out += &format!(" # {}", self.texts(feedback));
        }
        if let Some(id) = misconception {
            out += &format!(" ({id})");
        }
        out
    }

    /// What belongs to no kind, and what kinds have in common.
    fn rest(&self, line: &mut Line) {
        let quoted = |text: String| format!("“{text}”");
        for (name, text) in [
            ("wording", self.each(|wording| wording.id.clone())),
            ("model", self.each(|wording| wording.model.clone())),
            (
                "hints",
                self.each(|wording| (!wording.hints.is_empty()).then(|| wording.hints.join("; "))),
            ),
            (
                "explanation",
                self.each(|wording| wording.explanation.clone()),
            ),
        ] {
            if let Some(text) = text {
                line.push(format!("{name} {}", quoted(text)));
            }
        }
    }

    fn body(&self, body: &Body, line: &mut Line) {
        let prompt = self
            .each(|wording| Some(wording.prompt.clone()))
            .unwrap_or_default();
        let mut start = |kind: &str| line.push(format!("{kind} “{prompt}”"));
        match body {
            Body::Choice(own) => {
                start("choice");
                self.choices(own, line);
            }
            Body::TrueFalse(own) => {
                start(if own.key { "true" } else { "false" });
                self.true_false(own, line);
            }
            Body::Text(own) => {
                start("text");
                line.push(self.text(own));
            }
            Body::Number(own) => {
                start("number");
                line.push(self.number(own));
            }
            Body::Match(own) => {
                start("match");
                self.matching(own, line);
            }
            Body::Classify(own) => {
                start("classify");
                self.classify(own, line);
            }
            Body::Order(own) => {
                start("order");
                self.order(own, line);
            }
            Body::Gaps(own) => {
                start("gaps");
                self.gaps(own, line);
            }
            Body::Hotspot(own) => {
                start("hotspot");
                line.option("=", Some(own));
            }
            Body::Essay(own) => {
                start("essay");
                self.essay(own, line);
            }
            other => start(&format!("{other:?}")),
        }
    }
}

/// Whether an id is the one that a part gets when its file names none.
fn usual(n: usize, id: &str) -> bool {
    let letter = u8::try_from(n).ok().and_then(|n| b'a'.checked_add(n));
    letter.is_some_and(|letter| id.as_bytes() == [letter])
}
