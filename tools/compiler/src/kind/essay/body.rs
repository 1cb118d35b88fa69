//! Essays: what is said of them, and how they stand on paper. Nothing grades them.

use jalon_engine::kind::essay::{Essay, Face};
use jalon_engine::kind::{Evidence, Response};
use jalon_engine::lang::Lang;

use crate::digest::json;
use crate::faults::spot::excerpt;
use crate::grading::short;
use crate::grading::trace::{SELF_ASSESSED, Trace};
use crate::html::{element, escaped};
use crate::kind::body::{KindBody, Printed};
use crate::paper::form::FormQuestion;
use crate::paper::items::LINE;
use crate::paper::page::Page;

impl KindBody for Essay {
    /// No edit takes a text away.
    fn graded(&self) -> String {
        json(&"essay")
    }

    fn shorthand(&self, text: &str) -> Option<Response> {
        Some(Response::Essay(text.to_owned()))
    }

    fn quoted(&self, response: &Response) -> String {
        match response {
            Response::Essay(given) => format!("`{}`", excerpt(given)),
            _ => short::NOTHING.to_owned(),
        }
    }

    fn why(&self, _: &Response, _: &Evidence) -> String {
        "nothing grades an essay: who wrote it compares it with the model answer".to_owned()
    }

    fn policy(&self, _: &Response) -> &'static str {
        SELF_ASSESSED
    }

    fn trace(&self, _: &Response, _: &Evidence, trace: &mut Trace) {
        trace.rule = SELF_ASSESSED;
    }

    /// The model answer, and the points that it makes.
    fn answer(&self, page: &Page, asked: &FormQuestion<'_>) -> String {
        let wording = |lang: &Lang| asked.wordings.iter().find(|(own, _)| own == lang);
        let note = page.inline(|tongue| tongue.paper.not_marked.to_owned());
        let points = page.row("why", |tongue| {
            let Some((_, wording)) = wording(&tongue.lang) else {
                return String::new();
            };
            let model = page.blocks(&wording.model, None);
            let points = wording.choices.iter();
            let points: String = points
                .map(|(_, point)| element("li", &page.line(point)))
                .collect();
            let label = escaped(tongue.paper.checklist);
            format!("{model}<p class=\"task\">{label}</p><ul class=\"checklist\">{points}</ul>")
        });
        format!("{note}{points}")
    }
}

/// How many words stand on a line that is written by hand across the page.
const WORDS_ON_LINE: u16 = 9;

/// The fewest and the most lines that are ruled; a longer text goes on overleaf.
const FEWEST_LINES: u16 = 6;
const MOST_LINES: u16 = 22;

/// The lines where nothing says how long a text is to be.
const USUAL_LINES: u16 = 12;

pub(crate) fn printed(page: &Page, face: Face) -> Printed {
    let advised = page.say("task", |tongue| tongue.words.advised(face.least, face.most));
    let words = face
        .most
        .or(face.least.map(|least| least.saturating_mul(2)));
    let wanted = words.map_or(USUAL_LINES, |words| words.div_ceil(WORDS_ON_LINE) + 1);
    let lines = wanted.clamp(FEWEST_LINES, MOST_LINES);
    let ruled = LINE.repeat(lines.into());
    let go_on = match wanted > MOST_LINES {
        true => page.say("task", |tongue| tongue.paper.go_on.to_owned()),
        false => String::new(),
    };
    Printed {
        question: format!("{advised}<p class=\"ruled\">{ruled}</p>\n{go_on}"),
        sheet: page.inline(|tongue| tongue.paper.under_question.to_owned()),
        is_long: true,
    }
}
