//! `jalon add`: a question from options, or from what a person answers, to the end of a module's file.

mod ask;
mod build;
mod parts;

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jalon_author::draft::{Concept, Draft, Question, Unread};
use jalon_author::{Severity, Sources, check, draft};

use crate::check::{end, print_problems};
use crate::{End, Failure, files};

pub use ask::{Ask, Stopped};

pub(crate) const HELP: &str = "\
Without --kind, the question is asked for in the terminal. Gaps and hotspots are written in the file: `jalon new` makes one of each.

A text in several languages is written \"ID=English|French\", in the order in which bank.toml names the languages; one text alone is for all.
  choice       --choice \"a=Earth|Terre\" --choice \"b=Mars\" --key a         a second --key lets learners pick several
  true-false   --key true
  text         --accept en=Moon --accept fr=Lune                          any=... for names that belong to no language
  number       --number 8.3 --within 0.5
  match        --target \"rust=Red|Rouge\" --item \"mars:rust=Mars\"           an item names its target
  classify     --category \"rocky=Rocky|Rocheuse\" --item \"mars:rocky=Mars\"
  order        --item \"first=...\" --item \"second=...\"                     in the right order
  essay        --point \"tilt=Names the tilt|Cite l'inclinaison\" --model en=... --model fr=...

Exit codes:
  0  added
  1  nothing was written: the bank would have errors
  2  could not run: wrong arguments, no such folder or module, a file that can't be read or written";

/// The kinds that can be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Pick one choice, or several.
    Choice,
    /// Say whether a statement is true.
    TrueFalse,
    /// Type a short answer.
    Text,
    /// Type a number.
    Number,
    /// Give each item its target.
    Match,
    /// Put each item in its category.
    Classify,
    /// Put items in order.
    Order,
    /// Write a text that nobody grades.
    Essay,
}

/// What to add.
#[derive(Debug, Clone, Default, Args)]
pub struct Adding {
    /// The folder of the bank
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// The module; needed where the bank has several
    #[arg(long, value_name = "ID")]
    pub module: Option<String>,
    /// The kind of the question
    #[arg(long)]
    pub kind: Option<Kind>,
    /// The id of the question; without it, made from the prompt
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// What it tests; a concept that the bank doesn't have yet comes with its name: "ID=English|French"
    #[arg(long, value_name = "ID", requires = "kind")]
    pub concept: Vec<String>,
    /// What the learner is asked, for each language: en=...
    #[arg(long, value_name = "TAG=TEXT", requires = "kind")]
    pub prompt: Vec<String>,
    /// Why the key is right, for each language: en=...
    #[arg(long, value_name = "TAG=TEXT", requires = "kind")]
    pub explanation: Vec<String>,
    /// A choice
    #[arg(long, value_name = "ID=TEXTS", requires = "kind")]
    pub choice: Vec<String>,
    /// What is right: the id of a choice, true or false
    #[arg(long, requires = "kind")]
    pub key: Vec<String>,
    /// A right answer to type: en=..., any=...
    #[arg(long, value_name = "TAG=TEXT", requires = "kind")]
    pub accept: Vec<String>,
    /// The right number
    #[arg(long, requires = "kind", allow_hyphen_values = true)]
    pub number: Option<String>,
    /// How far away from the number is near enough: 0.5, or 2%
    #[arg(long, requires = "number")]
    pub within: Option<String>,
    /// An item
    #[arg(long, value_name = "ID=TEXTS", requires = "kind")]
    pub item: Vec<String>,
    /// A target that items may have
    #[arg(long, value_name = "ID=TEXTS", requires = "kind")]
    pub target: Vec<String>,
    /// A category that items may be in
    #[arg(long, value_name = "ID=TEXTS", requires = "kind")]
    pub category: Vec<String>,
    /// A point of an essay's checklist
    #[arg(long, value_name = "ID=TEXTS", requires = "kind")]
    pub point: Vec<String>,
    /// A model answer to an essay, for each language: en=...
    #[arg(long, value_name = "TAG=TEXT", requires = "kind")]
    pub model: Vec<String>,
}

/// Why there is no question to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum AddError {
    /// The person at the terminal stopped, or there is no terminal.
    Stopped(Stopped),
    /// The folder holds no bank itself, or one without modules.
    NoModule(PathBuf),
    /// Which of these modules?
    Which(Vec<String>),
    /// An option says what it can't: what was expected, and what was found.
    Option(String),
}

impl fmt::Display for AddError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stopped(Stopped::ByUser) => write!(f, "stopped; nothing was written"),
            Self::Stopped(Stopped::NoTerminal) => write!(
                f,
                "there is no terminal to ask in; say what to add by options: `jalon add --help`"
            ),
            Self::NoModule(folder) => write!(
                f,
                "{}: expected the folder of a bank with a module; `jalon new` makes one",
                folder.display()
            ),
            Self::Which(all) => write!(
                f,
                "expected one of these modules: --module {}",
                all.join(", ")
            ),
            Self::Option(why) => why.fmt(f),
        }
    }
}

impl From<AddError> for Failure {
    fn from(error: AddError) -> Self {
        Self::Add(error)
    }
}

pub(crate) fn run(adding: &Adding, out: &mut dyn Write) -> Result<End, Failure> {
    add(adding, &mut ask::Terminal, out)
}

/// Does what `jalon add` does, and asks `ask`: true if the question was added.
///
/// # Errors
///
/// What kept it from that, in words.
pub fn add_asking(adding: &Adding, ask: &mut dyn Ask, out: &mut dyn Write) -> Result<bool, String> {
    let end = add(adding, ask, out).map_err(|failure| failure.to_string())?;
    Ok(end == End::Sound)
}

fn add(adding: &Adding, ask: &mut dyn Ask, out: &mut dyn Write) -> Result<End, Failure> {
    let sources = Sources::read(&adding.folder).map_err(Failure::Read)?;
    let bank = draft::read(&sources).map_err(Failure::Unread)?;
    let here = adding.folder.join("bank.toml").exists();
    let bank = bank.into_iter().next().filter(|_| here);
    let Some((folder, bank)) = bank.filter(|(_, bank)| !bank.modules.is_empty()) else {
        return Err(AddError::NoModule(adding.folder.clone()).into());
    };
    let mut adding = adding.clone();
    if adding.kind.is_none() {
        ask::fill(&mut adding, &bank, ask).map_err(AddError::Stopped)?;
    }
    let module = module(&adding, &bank)?;
    let (question, concepts) = build::question(&adding, &bank).map_err(AddError::Option)?;
    place(&sources, &folder, &module, (&question, &concepts), out)
}

fn module(adding: &Adding, bank: &Draft) -> Result<String, AddError> {
    let mut all = bank.modules.iter().map(|(id, _)| id);
    let found = match (&adding.module, bank.modules.as_slice()) {
        (None, [(only, _)]) => Some(only),
        (asked, _) => all.find(|id| Some(*id) == asked.as_ref()),
    };
    let which = || AddError::Which(bank.modules.iter().map(|(id, _)| id.clone()).collect());
    found.cloned().ok_or_else(which)
}

/// Checks the bank as it would be, and writes it if it has no errors.
fn place(
    sources: &Sources,
    folder: &str,
    module: &str,
    (question, concepts): (&Question, &[Concept]),
    out: &mut dyn Write,
) -> Result<End, Failure> {
    let path = format!("{folder}/{module}.toml");
    let header = format!("{folder}/bank.toml");
    let own = read(&path)?;
    let after = appended(&own, &question.text());
    let mut changed = vec![(path.clone(), after)];
    if !concepts.is_empty() {
        let text = jalon_carry::with_concepts(&read(&header)?, concepts).map_err(|why| {
            Failure::Unread(Unread {
                path: header.clone(),
                why,
            })
        })?;
        // Concepts come first: a question that names one that isn't there would be an error.
        changed.insert(0, (header, text));
    }
    let mut new: Sources = changed
        .iter()
        .map(|(path, text)| (path, text.as_bytes()))
        .collect();
    new.extend(sources.clone());
    let mut report = check(&new);
    report.diagnostics.retain(|problem| {
        let source = new.get(problem.span.file);
        let is_new = source.path() == path && problem.span.bytes().end > own.len();
        problem.severity() == Severity::Error || is_new
    });
    print_problems(&new, &report, out)?;
    if end(&report) == End::Unsound {
        writeln!(out, "nothing was written")?;
        return Ok(End::Unsound);
    }
    for (path, text) in &changed {
        let path = Path::new(path);
        files::write(path, text.as_bytes())
            .map_err(|error| Failure::Write(path.to_owned(), error))?;
    }
    writeln!(out, "{path}: added `{}`", question.common.id)?;
    Ok(End::Sound)
}

fn read(path: &str) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::Write(PathBuf::from(path), error))
}

/// The block behind the text, whose line ends it takes.
fn appended(text: &str, block: &str) -> String {
    let mut after = text.to_owned();
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    if !after.is_empty() && !after.ends_with('\n') {
        after.push_str(end);
    }
    after.push_str(end);
    after.push_str(&block.replace('\n', end));
    after
}
