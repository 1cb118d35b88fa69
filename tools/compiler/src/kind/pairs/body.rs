//! Items with targets or categories: how they are graded, and how they stand on paper.

use std::collections::{BTreeMap, BTreeSet};

use jalon_engine::id::ChoiceId;
use jalon_engine::kind::pairs::{Face, Match, Pairs, Placed, Uses};
use jalon_engine::kind::{Evidence, FaceBody, Response};
use serde::Serialize;

use crate::digest::tagged;
use crate::grading::short;
use crate::grading::trace::Trace;
use crate::kind::body::{KindBody, Printed};
use crate::paper::form::FormQuestion;
use crate::paper::items::{blanks, given, given_at, letter_of, lettered, with_blanks};
use crate::paper::marking::Marking;
use crate::paper::page::{Page, PaperLanguage};

/// What affects a grade.
#[derive(Serialize)]
struct Graded<'a> {
    key: BTreeMap<&'a str, &'a str>,
    places: BTreeSet<&'a str>,
    scoring: &'static str,
    /// Of targets: whether each can be given once.
    #[serde(skip_serializing_if = "Option::is_none")]
    once: Option<bool>,
}

impl<'a> Graded<'a> {
    fn of(body: &'a Pairs, once: Option<bool>) -> Self {
        let items = body.items.iter();
        Self {
            key: items
                .map(|item| (item.id.as_str(), item.place.as_str()))
                .collect(),
            places: body.places.iter().map(ChoiceId::as_str).collect(),
            scoring: body.scoring.as_str(),
            once,
        }
    }
}

impl KindBody for Match {
    fn graded(&self) -> String {
        let once = Some(self.uses == Uses::Once);
        tagged("match", &Graded::of(&self.pairs, once))
    }

    fn shorthand(&self, text: &str) -> Option<Response> {
        short::pairs(text).map(Response::Match)
    }

    fn quoted(&self, response: &Response) -> String {
        match response {
            Response::Match(given) => quoted(given),
            _ => short::NOTHING.to_owned(),
        }
    }

    fn why(&self, response: &Response, evidence: &Evidence) -> String {
        self.pairs.why(response, evidence)
    }

    fn policy(&self, response: &Response) -> &'static str {
        self.pairs.policy(response)
    }

    fn trace(&self, response: &Response, evidence: &Evidence, trace: &mut Trace) {
        self.pairs.trace(response, evidence, trace);
    }

    fn answer(&self, _: &Page, asked: &FormQuestion<'_>) -> String {
        match &asked.face.body {
            FaceBody::Match(face, _) => placed(&self.pairs, face),
            _ => String::new(),
        }
    }

    fn marking(&self, points: u32) -> Marking {
        self.pairs.marking(points)
    }
}

/// A question of items and categories.
impl KindBody for Pairs {
    fn graded(&self) -> String {
        tagged("classify", &Graded::of(self, None))
    }

    fn shorthand(&self, text: &str) -> Option<Response> {
        short::pairs(text).map(Response::Classify)
    }

    fn quoted(&self, response: &Response) -> String {
        match response {
            Response::Classify(given) => quoted(given),
            _ => short::NOTHING.to_owned(),
        }
    }

    fn why(&self, _: &Response, evidence: &Evidence) -> String {
        let Evidence::Pairs(found) = evidence else {
            return String::new();
        };
        format!(
            "{} right, {} wrong and {} left out",
            found.right.len(),
            found.wrong.len(),
            found.missing.len()
        )
    }

    fn policy(&self, _: &Response) -> &'static str {
        self.scoring.as_str()
    }

    fn trace(&self, _: &Response, evidence: &Evidence, trace: &mut Trace) {
        if let Evidence::Pairs(found) = evidence {
            trace.list([&found.right, &found.wrong, &found.missing].map(|ids| ids.iter()));
        }
    }

    fn answer(&self, _: &Page, asked: &FormQuestion<'_>) -> String {
        match &asked.face.body {
            FaceBody::Classify(face) => placed(self, face),
            _ => String::new(),
        }
    }

    fn marking(&self, points: u32) -> Marking {
        let items = self.items.len();
        let wrong = items * self.places.len().saturating_sub(1);
        Marking::parts(self.scoring, points, items, wrong)
    }
}

fn quoted(given: &Placed) -> String {
    let pairs = given
        .iter()
        .map(|(item, place)| format!("`{item}` in `{place}`"));
    short::list(&pairs.collect::<Vec<_>>(), ", ", "an empty table")
}

fn placed(body: &Pairs, face: &Face) -> String {
    let items = face.items.iter().enumerate().map(|(n, (id, _))| {
        let place = body
            .item(id)
            .map_or_else(String::new, |item| letter_of(&item.place, &face.places));
        given_at(&number(n), &given(&place))
    });
    items.collect::<Vec<_>>().join(" ")
}

fn number(n: usize) -> String {
    (n + 1).to_string()
}

pub(crate) fn printed_match(page: &Page, face: &Face, uses: Uses) -> Printed {
    printed(page, face, |tongue| match uses {
        Uses::Once => tongue.words.each_once,
        Uses::Often => tongue.words.each_often,
    })
}

pub(crate) fn printed_classify(page: &Page, face: &Face) -> Printed {
    printed(page, face, |tongue| tongue.words.each_often)
}

fn printed(page: &Page, face: &Face, often: impl Fn(&PaperLanguage) -> &'static str) -> Printed {
    let places = lettered(page, &face.places, "plain");
    let items = with_blanks(page, &face.items, number);
    let task = page.say("task", |tongue| {
        format!("{} {}", tongue.paper.write_letters, often(tongue))
    });
    Printed::new(
        format!(
            "{task}<div class=\"pairs\">\n<div class=\"items\">\n{items}</div>\n<div class=\"places\">\n{places}</div>\n</div>\n"
        ),
        blanks((0..face.items.len()).map(number)),
    )
}
