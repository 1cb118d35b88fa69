//! What is said of a compiled question, whatever its kind: what affects its grading, why a response is graded as it is, and what a
//! paper prints.

use jalon_engine::kind::choice::Choice;
use jalon_engine::kind::text::Text;
use jalon_engine::kind::{Body, Evidence, Outcome, Response};

use crate::grading::trace::Trace;
use crate::paper::form::FormQuestion;
use crate::paper::marking::Marking;
use crate::paper::page::Page;

/// A question's key, as the engine has it.
pub(crate) trait KindBody {
    /// All that affects a grade, as JSON: the same for keys that grade alike.
    fn graded(&self) -> String;

    /// Reads a response as one types it on the command line.
    fn shorthand(&self, text: &str) -> Option<Response>;

    /// A response to it as messages quote it.
    fn quoted(&self, response: &Response) -> String;

    /// Why a response was judged as it was.
    fn why(&self, _response: &Response, _evidence: &Evidence) -> String {
        "the key says so".to_owned()
    }

    /// What to do about a sample answer that grades otherwise than its author says, `right` or not.
    fn help(&self, _evidence: &Evidence, _right: bool) -> &'static str {
        "change the key or the sample"
    }

    /// How the parts of a response that are right add up to points.
    fn policy(&self, _response: &Response) -> &'static str {
        "all-or-nothing"
    }

    /// Adds what a grade rests on.
    fn trace(&self, _response: &Response, _evidence: &Evidence, _trace: &mut Trace) {}

    /// What is right, as the key of a paper prints it.
    fn answer(&self, page: &Page, asked: &FormQuestion<'_>) -> String;

    /// How the parts of an answer add up, for whoever marks by hand.
    fn marking(&self, _points: u32) -> Marking {
        Marking::Whole
    }

    /// What of it is typed as text.
    fn typed(&self) -> Vec<&Text> {
        Vec::new()
    }

    /// Whether something is typed that a grader has to read.
    fn is_typed(&self) -> bool {
        false
    }

    /// Its choices, or its regions.
    fn choice(&self) -> Option<&Choice> {
        None
    }
}

/// How a question is printed before it is answered. It is made from a face, which holds no key.
pub(crate) struct Printed {
    /// What stands under the prompt.
    pub(crate) question: String,
    /// Where the answer goes, on the answer sheet.
    pub(crate) sheet: String,
    /// Whether the answer is long, and written under the question.
    pub(crate) is_long: bool,
}

impl Printed {
    /// A question that is answered on the answer sheet.
    pub(crate) fn new(question: String, sheet: String) -> Self {
        Self {
            question,
            sheet,
            is_long: false,
        }
    }
}

/// What a grade rests on. `kind` is that of the body.
pub(crate) fn trace(
    body: &Body,
    kind: &dyn KindBody,
    response: &Response,
    outcome: &Outcome,
) -> Trace {
    let misconceptions = body.shown_misconceptions(&outcome.evidence).into_iter();
    let mut trace = Trace {
        scoring: kind.policy(response),
        rule: "key",
        misconceptions: misconceptions.map(ToString::to_string).collect(),
        ..Trace::default()
    };
    kind.trace(response, &outcome.evidence, &mut trace);
    trace
}
