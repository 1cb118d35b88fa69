//! Choices: how they are graded, and how they stand on paper.

use std::collections::{BTreeMap, BTreeSet};

use jalon_engine::id::ChoiceId;
use jalon_engine::kind::choice::{self, Choice, Face, Item, Key, Pick};
use jalon_engine::kind::{Evidence, FaceBody, Response};
use serde::Serialize;

use crate::digest::tagged;
use crate::grading::short;
use crate::grading::trace::Trace;
use crate::kind::body::{KindBody, Printed};
use crate::paper::form::FormQuestion;
use crate::paper::items::{given, letter_of, lettered, letters};
use crate::paper::marking::Marking;
use crate::paper::page::{Page, PaperLanguage};

/// What affects a grade.
#[derive(Serialize)]
struct Graded<'a> {
    pick: &'static str,
    key: BTreeSet<&'a str>,
    choices: BTreeSet<&'a str>,
    /// Where several may be picked.
    #[serde(skip_serializing_if = "Option::is_none")]
    scoring: Option<(&'static str, u16, Option<u16>)>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    weights: BTreeMap<&'a str, i16>,
}

impl KindBody for Choice {
    fn graded(&self) -> String {
        let (pick, scoring) = match &self.key {
            Key::One(_) => ("one", None),
            Key::Several(key) => {
                let how = (key.scoring.as_str(), key.picks.least, key.picks.most);
                ("several", Some(how))
            }
        };
        fn weight(item: &Item) -> Option<(&str, i16)> {
            Some((item.id.as_str(), item.weight?))
        }
        let graded = Graded {
            pick,
            key: self.key.iter().map(ChoiceId::as_str).collect(),
            choices: self.choices.iter().map(|item| item.id.as_str()).collect(),
            scoring,
            weights: self.choices.iter().filter_map(weight).collect(),
        };
        tagged("choice", &graded)
    }

    fn shorthand(&self, text: &str) -> Option<Response> {
        short::ids(text).map(|ids| Response::Choice(ids.into_iter().collect()))
    }

    fn quoted(&self, response: &Response) -> String {
        let Response::Choice(picked) = response else {
            return short::NOTHING.to_owned();
        };
        quoted(picked)
    }

    fn why(&self, _: &Response, evidence: &Evidence) -> String {
        let Evidence::Choice(found) = evidence else {
            return String::new();
        };
        let (hits, wrong, missed) = (
            found.hits.len(),
            found.false_picks.len(),
            found.missed.len(),
        );
        format!("{hits} right, {wrong} wrong and {missed} missed")
    }

    fn policy(&self, response: &Response) -> &'static str {
        match response {
            Response::Choice(given) => policy(self, given),
            _ => self.scoring().as_str(),
        }
    }

    fn trace(&self, _: &Response, evidence: &Evidence, trace: &mut Trace) {
        if let Evidence::Choice(found) = evidence {
            trace.list([&found.hits, &found.false_picks, &found.missed].map(|ids| ids.iter()));
        }
    }

    fn answer(&self, _: &Page, asked: &FormQuestion<'_>) -> String {
        match &asked.face.body {
            FaceBody::Choice(face) => picked(self, &face.choices),
            _ => String::new(),
        }
    }

    fn marking(&self, points: u32) -> Marking {
        let has_weights = self.choices.iter().any(|item| item.weight.is_some());
        match &self.key {
            Key::Several(key) if !has_weights => {
                let right = key.right.len();
                let wrong = self.choices.len().saturating_sub(right);
                Marking::parts(key.scoring, points, right, wrong)
            }
            Key::One(_) | Key::Several(_) => Marking::Whole,
        }
    }

    fn choice(&self) -> Option<&Choice> {
        Some(self)
    }
}

pub(crate) fn quoted(picked: &choice::Response) -> String {
    let ids: Vec<String> = picked.iter().map(|id| format!("`{id}`")).collect();
    short::list(&ids, " with ", "an empty list")
}

pub(crate) fn policy(body: &Choice, given: &choice::Response) -> &'static str {
    match body.weights(given) {
        Some(_) => "weights",
        None => body.scoring().as_str(),
    }
}

pub(crate) fn printed(page: &Page, face: &Face) -> Printed {
    let question = choices(page, face, |tongue| tongue.paper.pick_one);
    Printed::new(question, letters(face.choices.len(), &face.pick))
}

/// A list of lettered texts; the letters stand in circles where one is right, else in squares.
pub(crate) fn choices(page: &Page, face: &Face, one: fn(&PaperLanguage) -> &'static str) -> String {
    let (task, class) = match face.pick {
        Pick::One => (page.say("task", |tongue| one(tongue).to_owned()), "one"),
        Pick::Several(picks) => {
            let most = picks.most.map(usize::from);
            let how_many = |tongue: &PaperLanguage| tongue.words.how_many(picks.least.into(), most);
            (page.say("task", how_many), "several")
        }
    };
    task + &lettered(page, &face.choices, class)
}

/// The letters of what is right, in order, and what others weigh.
pub(crate) fn picked<T>(body: &Choice, shown: &[(ChoiceId, T)]) -> String {
    let right = shown.iter().filter(|(id, _)| body.key.contains(id));
    let right: Vec<String> = right.map(|(id, _)| given(&letter_of(id, shown))).collect();
    let weighed = shown.iter().filter_map(|(id, _)| {
        let item = body.choices.iter().find(|item| item.id == *id)?;
        let weight = item.weight.filter(|weight| *weight != 0)?;
        let sign = if weight < 0 { "\u{2212}" } else { "+" };
        Some(format!(
            "{} {sign}{}\u{A0}%",
            letter_of(id, shown),
            weight.unsigned_abs()
        ))
    });
    let weighed: Vec<String> = weighed.collect();
    let weighed = match weighed.as_slice() {
        [] => String::new(),
        all => format!(" ({})", all.join(", ")),
    };
    right.join(", ") + &weighed
}
