//! `jalon stats`.

use std::io::Write;
use std::path::PathBuf;

use jalon_compiler::{ConceptCount, Counts, Lack, Named, Stats, Thin, stats};

use crate::check::{end, print_problems};
use crate::run::{End, Failure, read};
use crate::summary::count;

pub(crate) const STATS_HELP: &str = "\
Exit codes:
  0  no errors in the banks (there may be warnings)
  1  errors in the banks: they are listed instead, on the standard error
  2  could not run: wrong arguments, no such folder, a file that can't be read

A question counts for each of its concepts; wordings are counted by language. Thin is:
  no-questions             a concept that no question tests
  small-pool               a module with less than half as many questions again as an attempt draws
  few-questions            a concept of which a module that draws has one question, so that each attempt asks it
  one-difficulty           a concept whose questions are all said to be as hard as one another
  unused-kinds             kinds of question that the bank doesn't use
  one-wording              questions that a retake can only ask in the same words
  no-difficulty, no-hints, no-source
  no-samples               questions with typed answers that no sample answer tries the grader on
  untagged-misconceptions  wrong ideas that no wrong answer is tagged with

--json prints an array with one object per bank:
  bank, version, languages
  all          questions, points; kinds and difficulties, each a list of name, questions; languages, a list of language,
               questions, wordings; concepts, a list of concept, questions, difficulties, languages
  modules      a list of the same per module, with module and draw (null where attempts ask everything)
  thin         a list: lack, one of the words above; names (ids of questions, concepts, misconceptions, modules, or names of
               kinds); where they apply, module, languages, there and wanted (how many there are and should be)";

/// Problems go to `err`: what is in `out` is the numbers alone.
pub(crate) fn run(
    folders: &[PathBuf],
    as_json: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<End, Failure> {
    let sources = read(folders)?;
    let report = jalon_compiler::check(&sources);
    if end(&report) == End::Unsound {
        print_problems(&sources, &report, err)?;
        return Ok(End::Unsound);
    }
    let all: Vec<Stats> = report.banks.iter().map(stats).collect();
    if as_json {
        // Plain data with text keys: it always has a JSON form.
        writeln!(
            out,
            "{}",
            serde_json::to_string_pretty(&all).unwrap_or_default()
        )?;
    } else {
        let drawn: Vec<String> = all.iter().map(draw).collect();
        write!(out, "{}", drawn.join("\n"))?;
    }
    Ok(End::Sound)
}

/// The longest line.
const WIDE: usize = 100;

/// The most modules that have columns of their own.
const MOST_COLUMNS: usize = 9;

fn draw(stats: &Stats) -> String {
    let mut all = format!(
        "{}: {} in {}, {}, version {}\n",
        stats.bank,
        count(stats.all.questions, "question"),
        count(stats.modules.len(), "module"),
        stats.languages.join(" and "),
        stats.version
    );
    for table in [modules(stats), kinds(stats), concepts(stats)] {
        all.push('\n');
        all.push_str(&table.draw());
    }
    all.push_str("\nThin\n");
    if stats.thin.is_empty() {
        all.push_str("  nothing\n");
    }
    for thin in &stats.thin {
        all.push_str(&say(thin));
    }
    all
}

/// Rows of cells; all but the first column, and a last one of bars, stand to the right.
struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    /// A number for each row, drawn as a bar behind it.
    bars: Vec<usize>,
}

impl Table {
    fn draw(&self) -> String {
        let all = || std::iter::once(&self.head).chain(&self.rows);
        let width = |column: usize| {
            let cells = all().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.head.len()).map(width).collect();
        let used: usize = widths.iter().map(|width| width + 2).sum();
        let most = self.bars.iter().copied().max().unwrap_or(0).max(1);
        let room = WIDE.saturating_sub(used).min(40);
        let mut text = String::new();
        for (n, row) in all().enumerate() {
            let mut line = String::new();
            for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
                match column {
                    0 => line.push_str(&format!("{cell:<width$}")),
                    _ => line.push_str(&format!("  {cell:>width$}")),
                }
            }
            if let Some(bar) = n.checked_sub(1).and_then(|n| self.bars.get(n)) {
                line.push_str("  ");
                line.push_str(&"█".repeat((bar * room.min(most)).div_ceil(most)));
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

/// Nothing there is a dot, so that the numbers stand out.
fn number(n: usize) -> String {
    match n {
        0 => "·".to_owned(),
        n => n.to_string(),
    }
}

fn modules(stats: &Stats) -> Table {
    let mut head: Vec<String> = ["Modules", "questions", "draw", "points"]
        .map(str::to_owned)
        .to_vec();
    head.extend(names(&stats.all.difficulties));
    head.extend(
        stats
            .languages
            .iter()
            .map(|lang| format!("wordings {lang}")),
    );
    let row = |name: String, draw: String, counts: &Counts| {
        let mut row = vec![
            name,
            number(counts.questions),
            draw,
            counts.points.to_string(),
        ];
        row.extend(numbers(&counts.difficulties));
        row.extend(counts.languages.iter().map(|one| number(one.wordings)));
        row
    };
    let own = stats.modules.iter().enumerate().map(|(n, one)| {
        let draw = one
            .draw
            .map_or_else(|| "all".to_owned(), |draw| draw.to_string());
        row(format!("{} {}", n + 1, one.module), draw, &one.counts)
    });
    let mut rows: Vec<_> = own.collect();
    rows.push(row("all".to_owned(), String::new(), &stats.all));
    Table {
        head,
        rows,
        bars: Vec::new(),
    }
}

fn names(all: &[Named]) -> impl Iterator<Item = String> {
    all.iter().map(|one| one.name.to_owned())
}

fn numbers(all: &[Named]) -> impl Iterator<Item = String> {
    all.iter().map(|one| number(one.questions))
}

/// The heads of the columns of modules, which are named by their places; none where they would not fit.
fn module_heads(stats: &Stats) -> Vec<String> {
    let count = stats.modules.len();
    let shown = if count <= MOST_COLUMNS { count } else { 0 };
    (1..=shown).map(|n| n.to_string()).collect()
}

/// A number from each module that has a column.
fn by_module(stats: &Stats, of: impl Fn(&Counts) -> Option<usize>) -> Vec<String> {
    let shown = module_heads(stats).len();
    let modules = stats.modules.iter().take(shown);
    modules
        .map(|module| number(of(&module.counts).unwrap_or(0)))
        .collect()
}

fn kinds(stats: &Stats) -> Table {
    let mut head = vec!["Kinds".to_owned(), "all".to_owned()];
    head.extend(module_heads(stats));
    let rows = stats.all.kinds.iter().enumerate().map(|(n, kind)| {
        let mut row = vec![kind.name.to_owned(), number(kind.questions)];
        row.extend(by_module(stats, |counts| {
            Some(counts.kinds.get(n)?.questions)
        }));
        row
    });
    Table {
        head,
        rows: rows.collect(),
        bars: stats.all.kinds.iter().map(|kind| kind.questions).collect(),
    }
}

/// The longest name of a concept that is shown whole.
const NAME: usize = 32;

fn concepts(stats: &Stats) -> Table {
    let mut head = vec!["Concepts".to_owned(), "all".to_owned()];
    head.extend(module_heads(stats));
    head.extend(names(&stats.all.difficulties));
    head.extend(stats.languages.iter().cloned());
    let rows = stats.all.concepts.iter().enumerate().map(|(n, concept)| {
        let mut row = vec![short(&concept.concept), number(concept.questions)];
        row.extend(by_module(stats, |counts| {
            Some(counts.concepts.get(n)?.questions)
        }));
        row.extend(numbers(&concept.difficulties));
        row.extend(wordings(concept));
        row
    });
    Table {
        head,
        rows: rows.collect(),
        bars: Vec::new(),
    }
}

fn wordings(concept: &ConceptCount) -> impl Iterator<Item = String> {
    concept.languages.iter().map(|one| number(one.wordings))
}

/// Without its middle, where it is long: names differ at their ends more often than not.
fn short(name: &str) -> String {
    const END: usize = 12;
    match name.chars().count() {
        0..=NAME => name.to_owned(),
        length => {
            let beginning = name.chars().take(NAME - 1 - END);
            let end = name.chars().skip(length - END);
            beginning.chain(['…']).chain(end).collect()
        }
    }
}

/// One line on what is thin, and its names below.
fn say(thin: &Thin) -> String {
    let many = thin.names.len();
    let there = thin.there.unwrap_or(0);
    let module = thin.module.as_deref().unwrap_or_default();
    let langs = thin.languages.join(" and ");
    let line = match thin.lack {
        Lack::SmallPool => {
            return format!(
                "  {module}: {} for an attempt that draws from them; with {} or more, a retake differs\n",
                count(there, "question"),
                thin.wanted.unwrap_or(0)
            );
        }
        Lack::NoQuestions => format!("{} without questions", count(many, "concept")),
        Lack::FewQuestions => format!(
            "{module}: {} with {} in {langs}, in which attempts can't differ",
            count(many, "concept"),
            count(there, "question")
        ),
        Lack::OneDifficulty => format!("{} of one difficulty only", count(many, "concept")),
        Lack::UnusedKinds => format!("{} not used", count(many, "kind")),
        Lack::OneWording => format!("{} with one wording in {langs}", count(many, "question")),
        Lack::NoDifficulty => format!("{} without a difficulty", count(many, "question")),
        Lack::NoSamples => format!(
            "{} with typed answers and without sample answers",
            count(many, "question")
        ),
        Lack::NoHints => format!("{} without hints", count(many, "question")),
        Lack::NoSource => format!("{} without a source", count(many, "question")),
        Lack::UntaggedMisconceptions => {
            format!(
                "{} that no wrong answer is tagged with",
                count(many, "misconception")
            )
        }
    };
    format!("  {line}\n      {}\n", listed(&thin.names))
}

/// As many names as fit on a line, and how many more there are.
fn listed(names: &[String]) -> String {
    const ROOM: usize = WIDE - 20;
    let mut line = String::new();
    for (n, name) in names.iter().enumerate() {
        if n > 0 && line.len() + name.len() > ROOM {
            return format!("{line}, and {} more", names.len() - n);
        }
        line.push_str(if n > 0 { ", " } else { "" });
        line.push_str(name);
    }
    line
}
