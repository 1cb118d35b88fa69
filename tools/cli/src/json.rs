//! Problems for tools. The form is written down in `jalon check --help`.

use jalon_compiler::{Diagnostic, Sources, Span};
use serde::Serialize;

/// A problem.
#[derive(Serialize)]
pub(crate) struct Problem<'a> {
    severity: &'static str,
    code: &'a str,
    #[serde(flatten)]
    place: JsonSpan<'a>,
    message: &'a str,
    help: Option<&'a str>,
    excerpt: &'a str,
    labels: Vec<Label<'a>>,
}

#[derive(Serialize)]
struct Label<'a> {
    #[serde(flatten)]
    place: JsonSpan<'a>,
    message: &'a str,
}

#[derive(Serialize)]
struct JsonSpan<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'a> JsonSpan<'a> {
    fn of(sources: &'a Sources, span: Span) -> Self {
        let source = sources.get(span.file);
        let bytes = span.bytes();
        let (start, end) = (source.position(bytes.start), source.position(bytes.end));
        Self {
            file: source.path(),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

impl<'a> Problem<'a> {
    pub(crate) fn of(sources: &'a Sources, problem: &'a Diagnostic) -> Self {
        let source = sources.get(problem.file());
        let lines = source.lines_around(problem.span.bytes());
        let labels = problem.labels.iter();
        Self {
            severity: problem.severity().word(),
            code: problem.code.as_str(),
            place: JsonSpan::of(sources, problem.span),
            message: &problem.message,
            help: problem.help.as_deref(),
            excerpt: start(source.text().get(lines).unwrap_or_default()),
            labels: labels
                .map(|label| Label {
                    place: JsonSpan::of(sources, label.span),
                    message: &label.message,
                })
                .collect(),
        }
    }
}

/// The start of an excerpt: a line of prose is long enough to find the place, and a line can be a whole file.
fn start(excerpt: &str) -> &str {
    const MOST: usize = 2000;
    let end = excerpt
        .char_indices()
        .nth(MOST)
        .map_or(excerpt.len(), |(at, _)| at);
    excerpt.get(..end).unwrap_or_default()
}

/// The problems as a JSON array.
pub(crate) fn problems(sources: &Sources, problems: &[Diagnostic]) -> String {
    let problems: Vec<Problem<'_>> = problems
        .iter()
        .map(|one| Problem::of(sources, one))
        .collect();
    // Plain data with text keys: it always has a JSON form.
    serde_json::to_string_pretty(&problems).unwrap_or_default()
}
