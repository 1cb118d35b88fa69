//! TOML itself: one parse, and what is wrong in words that help.

use toml::de::{DeTable, DeValue};

use super::{Node, Reader, Table};
use crate::diagnostic::{Code, Diagnostic};

/// More errors than this in one file come from one slip, such as a quote that was never closed.
const MOST: usize = 20;

/// Reads a text as TOML and hands its top table to `f`; `None` where it is not TOML.
pub(crate) fn parse<T>(
    reader: &mut Reader<'_>,
    f: impl FnOnce(Table<'_>, &mut Reader<'_>) -> T,
) -> Option<T> {
    let (top, errors) = DeTable::parse_recoverable(reader.text);
    if errors.is_empty() {
        let value = DeValue::Table(top.into_inner());
        let span = reader.span(0..0);
        let table = Table::of(
            Node {
                key: "",
                value: &value,
                span,
            },
            reader,
        )?;
        return Some(f(table, reader));
    }
    let mut problems: Vec<Diagnostic> = errors.iter().map(|error| explain(error, reader)).collect();
    problems.sort();
    problems.dedup_by(|a, b| {
        a.message == b.message && a.span.start == b.span.start || too_deep(a) && too_deep(b)
    });
    problems.truncate(MOST);
    reader.problems.extend(problems);
    None
}

const TOO_DEEP: &str = "too many brackets or dots inside one another";

fn too_deep(problem: &Diagnostic) -> bool {
    problem.message.ends_with(TOO_DEEP)
}

const NO_VALUE: &str = "this is no value";
const IN_QUOTES: &str = "put texts in quotes: \"...\"; numbers have digits only";

/// Slips that people make, known by how the parser's message starts: what to say, and what to try.
const SLIPS: &[(&str, &str, &str)] = &[
    (
        "invalid multi-line basic string",
        "this text is never closed",
        "close it with the three quotes it was opened with: \"\"\"",
    ),
    (
        "invalid basic string",
        "this text is never closed on its line",
        "close it with a quote; a text of several lines is between three quotes: \"\"\"",
    ),
    (
        "missing escaped value",
        "a backslash can't be alone in a text",
        "write it twice: \\\\",
    ),
    (
        "duplicate key",
        "this is there twice",
        "keep one of them; a list of tables repeats its heading in double brackets: [[...]]",
    ),
    (
        "unexpected key or value",
        "expected the end of the line",
        "each key has a line of its own; a quote inside a text is written \\\"",
    ),
    ("string values must be quoted", NO_VALUE, IN_QUOTES),
    ("invalid boolean", NO_VALUE, IN_QUOTES),
    ("invalid float", NO_VALUE, IN_QUOTES),
    ("invalid integer", NO_VALUE, IN_QUOTES),
];

/// The parser speaks of its grammar; an instructor thinks of quotes and brackets.
fn explain(error: &toml::de::Error, reader: &Reader<'_>) -> Diagnostic {
    let message = error.message();
    let span = reader.span(error.span().unwrap_or(0..0));
    let problem = |words: &str| Diagnostic::new(Code::Syntax, span, format!("not TOML: {words}"));
    if message.contains("recurs") {
        return problem(TOO_DEEP);
    }
    if message.starts_with("string values") && span.start == span.end {
        return problem("a value is missing")
            .help("write it after the equals sign, texts in quotes");
    }
    match SLIPS.iter().find(|(start, ..)| message.starts_with(start)) {
        Some((_, words, help)) => problem(words).help(*help),
        None => problem(message),
    }
}
