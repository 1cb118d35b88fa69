//! Hotspots: how they are graded, and how they stand on paper. Their regions are choices.

use jalon_engine::kind::choice::Choice;
use jalon_engine::kind::hotspot::{Face, Hotspot};
use jalon_engine::kind::{Evidence, FaceBody, Response};

use crate::grading::short;
use crate::grading::trace::Trace;
use crate::kind::body::{KindBody, Printed};
use crate::kind::choice::body::{choices, picked, policy, quoted};
use crate::paper::form::FormQuestion;
use crate::paper::items::letters;
use crate::paper::marking::Marking;
use crate::paper::page::Page;
use crate::paper::picture;

impl KindBody for Hotspot {
    fn graded(&self) -> String {
        self.choice.graded()
    }

    fn shorthand(&self, text: &str) -> Option<Response> {
        short::ids(text).map(|ids| Response::Hotspot(ids.into_iter().collect()))
    }

    fn quoted(&self, response: &Response) -> String {
        match response {
            Response::Hotspot(picked) => quoted(picked),
            _ => short::NOTHING.to_owned(),
        }
    }

    fn why(&self, response: &Response, evidence: &Evidence) -> String {
        self.choice.why(response, evidence)
    }

    fn policy(&self, response: &Response) -> &'static str {
        match response {
            Response::Hotspot(given) => policy(&self.choice, given),
            _ => self.choice.policy(response),
        }
    }

    fn trace(&self, response: &Response, evidence: &Evidence, trace: &mut Trace) {
        self.choice.trace(response, evidence, trace);
    }

    fn answer(&self, _: &Page, asked: &FormQuestion<'_>) -> String {
        match &asked.face.body {
            FaceBody::Hotspot(face) => picked(&self.choice, &face.choice.choices),
            _ => String::new(),
        }
    }

    fn marking(&self, points: u32) -> Marking {
        self.choice.marking(points)
    }

    fn choice(&self) -> Option<&Choice> {
        Some(&self.choice)
    }
}

pub(crate) fn printed(page: &Page, face: &Face) -> Printed {
    let picture = picture::with_regions(page, face);
    let list = choices(page, &face.choice, |tongue| tongue.paper.pick_region);
    Printed::new(
        format!("<div class=\"spot\">\n{picture}<div>\n{list}</div>\n</div>\n"),
        letters(face.choice.choices.len(), &face.choice.pick),
    )
}
