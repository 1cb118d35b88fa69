//! Sample answers, run through the real grader: an answer that grades otherwise than its author says is an error.

use jalon_engine::bank;
use jalon_engine::grade::Context;

use crate::diagnostic::{Code, Diagnostic};
use crate::kind;
use crate::kind::not_ready::not_ready;
use crate::kind::sample::Sample;
use crate::kind::source::KindSource;

/// The problems with the samples of a question.
pub(crate) fn problems(
    source: &dyn KindSource,
    question: &bank::Question,
    context: Context<'_>,
) -> Vec<Diagnostic> {
    let samples = source.samples();
    samples
        .iter()
        .filter_map(|sample| problem(sample, question, context))
        .collect()
}

fn problem(sample: &Sample, question: &bank::Question, context: Context<'_>) -> Option<Diagnostic> {
    let (body, response) = (&question.body, &sample.response);
    let kind = kind::of(body);
    let given = kind.quoted(response);
    let said = if sample.right { "accept" } else { "reject" };
    let (message, help) = match body.score_in(response, question.points, context) {
        Ok(outcome) if outcome.score.is_full() == sample.right => return None,
        Ok(outcome) => {
            let did = match outcome.score {
                score if score.is_full() => "accepts",
                score if score.is_nothing() => "rejects",
                _ => "gives a part of the points to",
            };
            let why = kind.why(response, &outcome.evidence);
            (
                format!("{given} is under `{said}`, but the grader {did} it: {why}"),
                Some(kind.help(&outcome.evidence, sample.right)),
            )
        }
        Err(reason) => (
            format!(
                "{given} is under `{said}`, but can't be graded: {}",
                not_ready(&reason)
            ),
            None,
        ),
    };
    let problem = Diagnostic::new(Code::SampleMismatch, sample.span, message);
    Some(problem.maybe_help(help.map(str::to_owned)))
}
