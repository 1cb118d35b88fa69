//! A problem as a person sees it.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use jalon_compiler::{Diagnostic, Severity, Source, Sources, Span};

/// The width that long lines are cut to.
const WIDTH: usize = 110;

/// Draws a problem: severity, code, message, place, excerpt, help. With ANSI colours, which the stream takes out where
/// there is no terminal.
pub fn draw(sources: &Sources, problem: &Diagnostic) -> String {
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::NOTE.with_name("advice"),
    };
    let title = level
        .primary_title(problem.message.as_str())
        .id(problem.code.as_str());
    let here = excerpt(sources, problem.span, AnnotationKind::Primary, None);
    let labels = problem.labels.iter().map(|label| {
        excerpt(
            sources,
            label.span,
            AnnotationKind::Context,
            Some(&label.message),
        )
    });
    let helps = problem
        .help
        .iter()
        .map(|help| Level::HELP.message(help.as_str()));
    let group = title.element(here).elements(labels).elements(helps);
    Renderer::styled()
        .term_width(WIDTH)
        .decor_style(DecorStyle::Ascii)
        .render(&[group])
}

/// The lines that a span touches, and only those: a bank may be long.
fn excerpt<'a>(
    sources: &'a Sources,
    span: Span,
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let source = sources.get(span.file);
    let bytes = span.bytes();
    let (start, end) = (source.floor(bytes.start), source.floor(bytes.end));
    let lines = source.lines_around(start..first_lines(source, start, end));
    let text = source.text().get(lines.clone()).unwrap_or_default();
    let inside = |at: usize| at.saturating_sub(lines.start).min(text.len());
    Snippet::source(text)
        .line_start(source.position(start).line)
        .path(source.path())
        .annotation(kind.span(inside(start)..inside(end)).label(label))
}

/// The end of a span, or of its first lines: the rest of a long text says nothing new.
fn first_lines(source: &Source, start: usize, end: usize) -> usize {
    const MOST: usize = 4;
    let text = source.text().get(start..end).unwrap_or_default();
    text.match_indices('\n')
        .nth(MOST - 1)
        .map_or(end, |(at, _)| start + at)
}
