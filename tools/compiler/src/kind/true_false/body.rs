//! Statements to judge: how they are graded, and how they stand on paper.

use jalon_engine::kind::true_false::TrueFalse;
use jalon_engine::kind::{Evidence, Response};
use jalon_i18n::Words;
use serde::Serialize;

use crate::digest::tagged;
use crate::grading::short;
use crate::html::escaped;
use crate::kind::body::{KindBody, Printed};
use crate::paper::form::FormQuestion;
use crate::paper::page::Page;

/// What affects a grade.
#[derive(Serialize)]
struct Graded {
    key: bool,
}

impl KindBody for TrueFalse {
    fn graded(&self) -> String {
        tagged("true-false", &Graded { key: self.key })
    }

    fn shorthand(&self, text: &str) -> Option<Response> {
        text.trim().parse().ok().map(Response::TrueFalse)
    }

    fn quoted(&self, response: &Response) -> String {
        match response {
            Response::TrueFalse(given) => format!("`{given}`"),
            _ => short::NOTHING.to_owned(),
        }
    }

    fn why(&self, _: &Response, _: &Evidence) -> String {
        format!("the key is {}", self.key)
    }

    fn answer(&self, page: &Page, _: &FormQuestion<'_>) -> String {
        let said = page.inline(|tongue| word(tongue.words, self.key).to_owned());
        format!("<span class=\"given\">{said}</span>")
    }
}

fn word(words: &Words, truth: bool) -> &'static str {
    if truth { words.is_true } else { words.is_false }
}

const CIRCLE: &str = "<span class=\"letter one\"></span>";

pub(crate) fn printed(page: &Page) -> Printed {
    let task = page.say("task", |tongue| tongue.paper.pick_one.to_owned());
    let offered = page.row("", |tongue| {
        let words = [true, false].map(|truth| escaped(word(tongue.words, truth)));
        let said = words.map(|word| format!("<span class=\"offer\">{CIRCLE}{word}</span>"));
        said.concat()
    });
    let truths = [true, false].map(|truth| {
        let said = page.inline(|tongue| word(tongue.words, truth).to_owned());
        format!("<span class=\"offer\">{CIRCLE}{said}</span>")
    });
    Printed::new(task + &offered, truths.join(" "))
}
