//! Orders: how they are graded, and how they stand on paper.

use jalon_engine::id::ChoiceId;
use jalon_engine::kind::order::{Credit, Face, Order};
use jalon_engine::kind::{Evidence, FaceBody, Response};
use serde::Serialize;

use crate::digest::tagged;
use crate::grading::short;
use crate::grading::trace::Trace;
use crate::kind::body::{KindBody, Printed};
use crate::paper::form::FormQuestion;
use crate::paper::items::{blanks, given, given_at, letter, with_blanks};
use crate::paper::marking::{Marking, Sense, Share};
use crate::paper::page::Page;

/// What affects a grade.
#[derive(Serialize)]
struct Graded<'a> {
    key: Vec<&'a str>,
    credit: &'static str,
}

impl KindBody for Order {
    fn graded(&self) -> String {
        let graded = Graded {
            key: self.items.iter().map(ChoiceId::as_str).collect(),
            credit: self.credit.as_str(),
        };
        tagged("order", &graded)
    }

    fn shorthand(&self, text: &str) -> Option<Response> {
        short::ids(text).map(Response::Order)
    }

    fn quoted(&self, response: &Response) -> String {
        let Response::Order(ids) = response else {
            return short::NOTHING.to_owned();
        };
        let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
        short::list(&ids, ", ", "an empty list")
    }

    fn why(&self, _: &Response, evidence: &Evidence) -> String {
        let Evidence::Order(found) = evidence else {
            return String::new();
        };
        let what = match self.credit {
            Credit::Neighbours => "items come straight after the right one",
            Credit::Positions => "items are in their place",
            Credit::AllOrNothing => "orders are the key",
        };
        format!("{} of {} {what}", found.hits, found.of)
    }

    fn policy(&self, _: &Response) -> &'static str {
        self.credit.as_str()
    }

    /// Items that are right where they are, those that are not, and those that are nowhere.
    fn trace(&self, _: &Response, evidence: &Evidence, trace: &mut Trace) {
        let Evidence::Order(found) = evidence else {
            return;
        };
        let [mut right, mut wrong, mut missing] = [const { Vec::new() }; 3];
        for id in &self.items {
            let list = match found.given.iter().position(|given| given == id) {
                Some(at) if self.is_right(&found.given, at) => &mut right,
                Some(_) => &mut wrong,
                None => &mut missing,
            };
            list.push(id);
        }
        trace.list([right, wrong, missing].map(Vec::into_iter));
    }

    fn answer(&self, _: &Page, asked: &FormQuestion<'_>) -> String {
        let FaceBody::Order(face) = &asked.face.body else {
            return String::new();
        };
        let places = face.iter().enumerate().map(|(n, (id, _))| {
            let place = self.place(id).map_or(0, |place| place + 1);
            given_at(&letter(n), &given(&place.to_string()))
        });
        places.collect::<Vec<_>>().join(" ")
    }

    fn marking(&self, points: u32) -> Marking {
        let count = self.items.len();
        match self.credit {
            Credit::AllOrNothing => Marking::AllOrNothing,
            Credit::Positions => Marking::Parts(Sense::Place, Share::of(points, count), None),
            Credit::Neighbours => {
                let follow = Share::of(points, count.saturating_sub(1));
                Marking::Parts(Sense::Neighbour, follow, None)
            }
        }
    }
}

pub(crate) fn printed(page: &Page, face: &Face) -> Printed {
    let task = page.say("task", |tongue| tongue.paper.number_items.to_owned());
    let items = with_blanks(page, face, letter);
    Printed::new(
        format!("{task}<div class=\"items\">\n{items}</div>\n"),
        blanks((0..face.len()).map(letter)),
    )
}
