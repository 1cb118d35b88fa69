//! Runs of words as a line of Markdown.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::block::{Piece, Run};
use super::style::Style;
use crate::loss::Losses;
use crate::markdown::escape;

/// A kind of mark around words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Around {
    Link,
    Strong,
    Emphasis,
}

const AROUND: [Around; 3] = [Around::Link, Around::Strong, Around::Emphasis];

/// A line of Markdown. Where Markdown can't stress just these words, they are not stressed, which is noted.
pub(super) fn markdown(runs: &[Run], in_table: bool, losses: &mut Losses) -> String {
    let mut runs = settled(runs);
    let text = written(&runs, in_table);
    let is_plain = |run: &Run| !run.style.strong && !run.style.emphasis;
    if runs.iter().all(is_plain) || reads_as(&text, &runs, in_table) {
        return text;
    }
    losses.changed(
        "the stress on some words",
        "it starts or ends inside a word, where a bank's texts can't have it",
    );
    for run in &mut runs {
        (run.style.strong, run.style.emphasis) = (false, false);
    }
    written(&merged(runs), in_table)
}

/// The longest row of backticks.
pub(super) fn longest_ticks(text: &str) -> usize {
    let mut longest = 0;
    let mut row = 0;
    for sign in text.chars() {
        row = if sign == '`' { row + 1 } else { 0 };
        longest = longest.max(row);
    }
    longest
}

/// One space for several over all runs, none at the ends, and none right inside marks.
fn settled(runs: &[Run]) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    // A space belongs to what both its neighbours have in common.
    let mut space: Option<Style> = None;
    for run in runs {
        let Piece::Text(text) = &run.piece else {
            flush(&mut out, &mut space, &run.style);
            out.push(run.clone());
            continue;
        };
        let words = text.trim_matches([' ', '\n', '\t']);
        if words.is_empty() || text.starts_with([' ', '\n', '\t']) {
            space.get_or_insert_with(|| run.style.clone());
        }
        if words.is_empty() {
            continue;
        }
        flush(&mut out, &mut space, &run.style);
        out.push(Run {
            piece: Piece::Text(words.replace(['\n', '\t'], " ")),
            style: run.style.clone(),
        });
        if text.ends_with([' ', '\n', '\t']) {
            space = Some(run.style.clone());
        }
    }
    merged(out)
}

fn flush(out: &mut Vec<Run>, space: &mut Option<Style>, next: &Style) {
    let Some(last) = out.last().map(|run| run.style.clone()) else {
        *space = None;
        return;
    };
    if space.take().is_some() {
        let style = Style {
            strong: last.strong && next.strong,
            emphasis: last.emphasis && next.emphasis,
            code: last.code && next.code,
            link: last.link.filter(|own| next.link.as_ref() == Some(own)),
            ..Style::default()
        };
        let piece = Piece::Text(" ".to_owned());
        out.push(Run { piece, style });
    }
}

/// Runs of one style as one.
fn merged(runs: Vec<Run>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    for mut run in runs {
        run.style.langs = None;
        if let (Some(last), Piece::Text(text)) = (out.last_mut(), &run.piece)
            && let (Piece::Text(before), true) = (&mut last.piece, last.style == run.style)
        {
            before.push_str(text);
            continue;
        }
        out.push(run);
    }
    out
}

fn has(style: &Style, around: Around) -> bool {
    match around {
        Around::Link => style.link.is_some(),
        Around::Strong => style.strong,
        Around::Emphasis => style.emphasis,
    }
}

fn written(runs: &[Run], in_table: bool) -> String {
    let mut out = String::new();
    let mut open: Vec<Around> = Vec::new();
    let mut link = None;
    for (at, run) in runs.iter().enumerate() {
        let stays = |around: &Around| {
            has(&run.style, *around) && (*around != Around::Link || run.style.link == link)
        };
        let keep = open.iter().take_while(|around| stays(around)).count();
        close(&mut out, &mut open, keep, link.as_deref());
        let mut new: Vec<Around> = AROUND
            .into_iter()
            .filter(|around| has(&run.style, *around) && !open.contains(around))
            .collect();
        // What reaches farther stands outside.
        new.sort_by_key(|around| std::cmp::Reverse(reach(runs, at, *around)));
        for around in new {
            match around {
                Around::Link => {
                    link = run.style.link.clone();
                    if out.ends_with('!') {
                        out.pop();
                        out.push_str("\\!");
                    }
                    out.push('[');
                }
                Around::Strong => out.push_str("**"),
                Around::Emphasis => out.push('*'),
            }
            open.push(around);
        }
        piece(&mut out, run, in_table);
    }
    close(&mut out, &mut open, 0, link.as_deref());
    out
}

fn reach(runs: &[Run], at: usize, around: Around) -> usize {
    let first = runs.get(at).and_then(|run| run.style.link.as_ref());
    let rest = runs.iter().skip(at);
    rest.take_while(|run| match around {
        Around::Link => run.style.link.as_ref() == first,
        other => has(&run.style, other),
    })
    .count()
}

fn close(out: &mut String, open: &mut Vec<Around>, keep: usize, link: Option<&str>) {
    while open.len() > keep {
        match open.pop() {
            Some(Around::Link) => {
                out.push_str("](");
                out.push_str(
                    &link
                        .unwrap_or_default()
                        .replace('&', "\\&")
                        .replace('|', "%7C"),
                );
                out.push(')');
            }
            Some(Around::Strong) => out.push_str("**"),
            Some(Around::Emphasis) => out.push('*'),
            None => {}
        }
    }
}

fn piece(out: &mut String, run: &Run, in_table: bool) {
    match &run.piece {
        Piece::Picture { address, alt } => {
            let address = address.replace('&', "\\&").replace('|', "%7C");
            out.push_str(&format!("![{}]({address})", prose(alt, false)));
        }
        Piece::Text(text) if run.style.code && !text.trim().is_empty() => {
            let text = match in_table {
                true => text.replace('|', "\\|"),
                false => text.clone(),
            };
            let ticks = "`".repeat(longest_ticks(&text) + 1);
            let gap = if text.starts_with('`') || text.ends_with('`') {
                " "
            } else {
                ""
            };
            out.push_str(&[&ticks, gap, &text, gap, &ticks].concat());
        }
        Piece::Text(text) => out.push_str(&prose(text, out.is_empty())),
    }
}

/// Prose, with care for what only means something where a line starts.
fn prose(text: &str, starts_line: bool) -> String {
    if starts_line {
        return escape(text);
    }
    let guarded = escape(&format!("x{text}"));
    guarded.get(1..).unwrap_or_default().to_owned()
}

/// True where Markdown reads a line as these runs.
fn reads_as(text: &str, runs: &[Run], in_table: bool) -> bool {
    let text = match in_table {
        true => format!("| {text} |\n| --- |"),
        false => text.to_owned(),
    };
    let expected = runs.iter().filter_map(|run| match &run.piece {
        Piece::Text(text) => Some((
            text.clone(),
            Style {
                link: None,
                ..run.style.clone()
            },
        )),
        Piece::Picture { .. } => None,
    });
    joined(expected) == joined(read(&text).into_iter())
}

/// Words by style, with no regard to where runs are cut.
fn joined(runs: impl Iterator<Item = (String, Style)>) -> Vec<(String, Style)> {
    let mut out: Vec<(String, Style)> = Vec::new();
    for (text, style) in runs {
        match out.last_mut() {
            Some((before, own)) if *own == style => before.push_str(&text),
            _ => out.push((text, style)),
        }
    }
    out
}

fn read(text: &str) -> Vec<(String, Style)> {
    let mut style = Style::default();
    let mut runs = Vec::new();
    let mut pictures = 0_usize;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Strong) => style.strong = true,
            Event::End(TagEnd::Strong) => style.strong = false,
            Event::Start(Tag::Emphasis) => style.emphasis = true,
            Event::End(TagEnd::Emphasis) => style.emphasis = false,
            Event::Start(Tag::Image { .. }) => pictures += 1,
            Event::End(TagEnd::Image) => pictures = pictures.saturating_sub(1),
            Event::Text(text) if pictures == 0 => runs.push((text.into_string(), style.clone())),
            Event::Code(text) if pictures == 0 => {
                let mut style = style.clone();
                style.code = true;
                runs.push((text.into_string(), style));
            }
            _ => {}
        }
    }
    runs
}
