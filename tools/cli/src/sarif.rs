//! Problems for code review: SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format).

use std::path::{Component, Path};

use jalon_compiler::{Code, Diagnostic, Severity, Source, Sources, Span};
use serde::Serialize;

use crate::explain;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    version: &'a str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    /// Our columns count characters.
    column_kind: &'a str,
    results: Vec<Outcome<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'a str,
    semantic_version: &'a str,
    rules: Vec<Rule<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    id: &'a str,
    name: String,
    short_description: Message,
    full_description: Message,
    help: Message,
    default_configuration: Configuration<'a>,
}

#[derive(Serialize)]
struct Configuration<'a> {
    level: &'a str,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'a str,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

/// A text as messages take it: braces mark placeholders there, and those of a text are doubled (SARIF 2.1.0, 3.11.5).
fn message(text: impl AsRef<str>) -> Message {
    Message {
        text: text.as_ref().replace('{', "{{").replace('}', "}}"),
    }
}

impl Rule<'_> {
    fn of(code: Code) -> Self {
        let told = code.explanation();
        Self {
            id: code.as_str(),
            // The standard asks for a name in one piece.
            name: told.name.split('-').map(capital).collect(),
            short_description: message(told.summary),
            full_description: message(format!("{} {}", told.summary, told.why)),
            help: message(explain::text(code)),
            default_configuration: Configuration {
                level: level(code.severity()),
            },
        }
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

impl Location {
    fn of(sources: &Sources, span: Span) -> Self {
        let source = sources.get(span.file);
        let bytes = span.bytes();
        let (start, end) = (source.position(bytes.start), source.position(bytes.end));
        Self {
            id: None,
            physical_location: Physical {
                artifact_location: Artifact::of(source),
                region: Region {
                    start_line: start.line,
                    start_column: start.column,
                    end_line: end.line,
                    end_column: end.column,
                },
            },
            message: None,
        }
    }
}

impl Artifact {
    /// Relative to the folder in which we run wherever the file lies in it.
    fn of(source: &Source) -> Self {
        let path = Path::new(source.path());
        let here = std::env::current_dir().unwrap_or_default();
        let inside = path.strip_prefix(&here).unwrap_or(path);
        let parts = inside.components().filter_map(|part| match part {
            Component::Normal(name) => Some(encoded(&name.to_string_lossy())),
            Component::ParentDir => Some("..".to_owned()),
            _ => None,
        });
        let uri = parts.collect::<Vec<_>>().join("/");
        if inside.is_absolute() {
            Self {
                uri: format!("file:///{uri}"),
                uri_base_id: None,
            }
        } else {
            Self {
                uri,
                uri_base_id: Some("%SRCROOT%"),
            }
        }
    }
}

/// A part of a path as a URI takes it (RFC 3986, 2.3: what is unreserved stays).
fn encoded(name: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        other => format!("%{other:02X}"),
    };
    name.bytes().map(byte).collect()
}

fn outcome<'a>(sources: &Sources, problem: &'a Diagnostic, rule_index: usize) -> Outcome<'a> {
    let help = problem.help.iter().map(|help| format!("\nHelp: {help}"));
    let related = problem
        .labels
        .iter()
        .enumerate()
        .map(|(n, label)| Location {
            id: Some(n + 1),
            message: Some(message(label.message.as_str())),
            ..Location::of(sources, label.span)
        });
    Outcome {
        rule_id: problem.code.as_str(),
        rule_index,
        level: level(problem.severity()),
        message: message(
            std::iter::once(problem.message.clone())
                .chain(help)
                .collect::<String>(),
        ),
        locations: [Location::of(sources, problem.span)],
        related_locations: related.collect(),
    }
}

/// The problems as a SARIF log.
pub(crate) fn log(sources: &Sources, problems: &[Diagnostic]) -> String {
    let mut codes: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
    codes.sort();
    codes.dedup();
    let results = problems.iter().map(|problem| {
        let rule = codes.binary_search(&problem.code).unwrap_or_default();
        outcome(sources, problem, rule)
    });
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "jalon",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: codes.iter().copied().map(Rule::of).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            results: results.collect(),
        }],
    };
    // Plain data with text keys: it always has a JSON form.
    serde_json::to_string_pretty(&log).unwrap_or_default()
}
