//! `jalon explain`.

use std::io::Write;

use jalon_compiler::{Code, Explanation, LintId, Severity, Usual};

use crate::run::{End, Failure};

pub(crate) const HELP: &str = "\
Exit codes:
  0  explained
  2  there is no such rule or problem

A rule has a code and a name, J101 and missing-wording; errors and warnings have a name. Without one, all are listed.";

/// The width that paragraphs are broken to, in characters.
const WIDTH: usize = 96;

pub(crate) fn run(name: Option<&str>, out: &mut dyn Write) -> Result<End, Failure> {
    match name {
        None => write!(out, "{}", list())?,
        Some(name) => {
            let code = Code::find(name).ok_or_else(|| Failure::Explain(name.to_owned()))?;
            write!(out, "{}", text(code))?;
        }
    }
    Ok(End::Sound)
}

/// Every rule and every kind of problem, a line each.
fn list() -> String {
    let of = |severity: Severity| {
        let codes = Code::ALL.iter().copied();
        codes.filter(move |code| code.severity() == severity)
    };
    let advice: String = LintId::ALL
        .iter()
        .map(|id| line(Code::Advice(*id)))
        .collect();
    let warnings: String = of(Severity::Warning).map(line).collect();
    let errors: String = of(Severity::Error).map(line).collect();
    format!("Advice\n{advice}\nWarnings\n{warnings}\nErrors\n{errors}")
}

fn line(code: Code) -> String {
    let told = code.explanation();
    let off = if told.usual == Usual::Off {
        " (usually off)"
    } else {
        ""
    };
    let code = if matches!(code, Code::Advice(_)) {
        code.as_str()
    } else {
        ""
    };
    let gap = if code.is_empty() { "" } else { " " };
    format!("  {code}{gap}{:<24} {}{off}\n", told.name, told.summary)
}

/// All there is to say about a rule or a kind of problem.
pub(crate) fn text(code: Code) -> String {
    let told = code.explanation();
    let mut text = format!(
        "{}\n\n{}\n",
        heading(code, &told),
        wrapped(told.summary, "")
    );
    let mut part = |title: &str, body: String| text.push_str(&format!("\n{title}\n{body}\n"));
    part("Why", wrapped(told.why, "  "));
    if let Some(bad) = told.bad {
        part("Found", indented(bad));
    }
    if let Some(better) = told.better {
        part("Better", indented(better));
    }
    if let Some(source) = told.source {
        part("Source", wrapped(source, "  "));
    }
    if code.severity() != Severity::Error {
        part("Switch", indented(&switch(code, told.usual)));
    }
    text
}

fn heading(code: Code, told: &Explanation) -> String {
    let severity = code.severity().word();
    match (code, told.usual) {
        (Code::Advice(_), Usual::On) => format!("{severity}[{}]: {}", code.as_str(), told.name),
        (Code::Advice(_), Usual::Off) => {
            format!(
                "{severity}[{}]: {}, which is usually off",
                code.as_str(),
                told.name
            )
        }
        _ => format!("{severity}[{}]", told.name),
    }
}

/// How it is turned off, on, or made an error.
fn switch(code: Code, usual: Usual) -> String {
    let code = code.as_str();
    let word = match usual {
        Usual::On => "off",
        Usual::Off => "on",
    };
    let mut ways = vec![(
        format!("lint = {{ {word} = [\"{code}\"] }}"),
        format!("{word} in a question, in a module or in bank.toml"),
    )];
    if usual == Usual::On {
        let call = format!("jalon check DIR --allow {code}");
        ways.push((call, "not told in this run".to_owned()));
    }
    let call = format!("jalon check DIR --deny {code}");
    ways.push((call, "an error in this run".to_owned()));
    let width = ways.iter().map(|(way, _)| way.len()).max().unwrap_or(0);
    let lines = ways
        .iter()
        .map(|(way, what)| format!("{way:<width$}   {what}"));
    lines.collect::<Vec<_>>().join("\n")
}

fn indented(text: &str) -> String {
    let lines = text.lines().map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!("  {line}")
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A paragraph in lines of at most [`WIDTH`] characters.
fn wrapped(text: &str, indent: &str) -> String {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let length = indent.len() + line.chars().count() + 1 + word.chars().count();
        if !line.is_empty() && length > WIDTH {
            lines.push(format!("{indent}{line}"));
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(format!("{indent}{line}"));
    lines.join("\n")
}
