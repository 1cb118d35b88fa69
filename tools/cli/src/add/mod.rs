//! `jalon add`: a question from options, or from what a person answers, to the end of a module's file.

mod ask;
mod bodies;
mod build;
mod error;
mod parts;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jalon_compiler::{Diagnostic, Severity, Sources, check};
use jalon_draft as draft;
use jalon_draft::{Concept, Draft, Question, Unread};

use crate::check::{end, print_problems};
use crate::files;
use crate::run::{End, Failure};

pub use ask::Ask;
pub(crate) use error::AddError;
pub use error::Stopped;

pub(crate) const HELP: &str = "\
Without --kind, the question is asked for in the terminal. One wording in each language is asked for; write others in the file.

A text in several languages is written \"ID=English|French\", in the order in which bank.toml names the languages; one text alone is for all.
A bar in a text is \\|.
  choice       --choice \"a=Earth|Terre\" --choice \"b=Mars\" --key a         a second --key lets learners pick several
  true-false   --key true
  text         --accept en=Moon --accept fr=Lune                          any=... for names that belong to no language
  number       --number 8.3 --within 0.5
  match        --target \"rust=Red|Rouge\" --item \"mars:rust=Mars\"           an item names its target
  classify     --category \"rocky=Rocky|Rocheuse\" --item \"mars:rocky=Mars\"
  order        --item \"first=...\" --item \"second=...\"                     in the right order
  gaps         --text \"en=A day has {{hours}} hours on {{planet}}.\" --text \"fr=...\"  each gap of the texts has its --gap:
               --gap \"hours:number=24\" --gap \"planet:text=Earth|Terre\"     number=9.8 within 0.1; a second text is right, too
               --gap \"why:pick=tilt\" --choice \"tilt=tilt|l'inclinaison\"      or: why:pick=tilt from tilt,speed
  hotspot      --image planets.svg --alt en=... --alt fr=... --key earth     the picture lies in the bank's folder
               --region \"earth:rect 10 20 30 15=The Earth|La Terre\"        left, top, width, height, in percent
               --region \"sun:circle 50 50 12.5=The Sun|Le Soleil\"          the middle and the radius; polygon and its corners
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
    /// Fill the gaps of a text.
    Gaps,
    /// Find a region of a picture.
    Hotspot,
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
    /// What is right: the id of a choice or region, true or false
    #[arg(long, requires = "kind")]
    pub key: Vec<String>,
    /// A right answer to type: en=..., any=...
    #[arg(long, value_name = "TAG=TEXT", requires = "kind")]
    pub accept: Vec<String>,
    /// The right number
    #[arg(long, requires = "kind", allow_hyphen_values = true)]
    pub number: Option<String>,
    /// How far away from the number is near enough: 0.5, or 2%
    #[arg(long, requires = "number", allow_hyphen_values = true)]
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
    /// A text with gaps, for each language: "en=A day has {{hours}} hours."
    #[arg(long, value_name = "TAG=TEXT", requires = "kind")]
    pub text: Vec<String>,
    /// What a gap takes
    #[arg(long, value_name = "ID:WHAT=ANSWERS", requires = "kind")]
    pub gap: Vec<String>,
    /// The picture of a hotspot: a file in the bank's folder, or one for each language: en=...
    #[arg(long, value_name = "FILE", requires = "kind")]
    pub image: Vec<String>,
    /// What the picture shows, for each language: en=...
    #[arg(long, value_name = "TAG=TEXT", requires = "kind")]
    pub alt: Vec<String>,
    /// A region of the picture
    #[arg(long, value_name = "ID:SHAPE=TEXTS", requires = "kind")]
    pub region: Vec<String>,
    /// A point of an essay's checklist
    #[arg(long, value_name = "ID=TEXTS", requires = "kind")]
    pub point: Vec<String>,
    /// A model answer to an essay, for each language: en=...
    #[arg(long, value_name = "TAG=TEXT", requires = "kind")]
    pub model: Vec<String>,
}

impl Adding {
    /// An option that says what questions of this kind don't have.
    fn stray(&self, kind: Kind) -> Option<String> {
        use Kind::{Choice, Classify, Essay, Gaps, Hotspot, Match, Number, Order, Text, TrueFalse};
        let list =
            |option, said: &[String], kinds: &'static [Kind]| (option, !said.is_empty(), kinds);
        let all: [(&str, bool, &'static [Kind]); 15] = [
            list("--choice", &self.choice, &[Choice, Gaps]),
            list("--key", &self.key, &[Choice, TrueFalse, Hotspot]),
            list("--accept", &self.accept, &[Text]),
            ("--number", self.number.is_some(), &[Number]),
            ("--within", self.within.is_some(), &[Number]),
            list("--item", &self.item, &[Match, Classify, Order]),
            list("--target", &self.target, &[Match]),
            list("--category", &self.category, &[Classify]),
            list("--text", &self.text, &[Gaps]),
            list("--gap", &self.gap, &[Gaps]),
            list("--image", &self.image, &[Hotspot]),
            list("--alt", &self.alt, &[Hotspot]),
            list("--region", &self.region, &[Hotspot]),
            list("--point", &self.point, &[Essay]),
            list("--model", &self.model, &[Essay]),
        ];
        let mut all = all.into_iter();
        let (option, _, kinds) =
            all.find(|(_, is_said, kinds)| *is_said && !kinds.contains(&kind))?;
        let names = kinds.iter().filter_map(Kind::to_possible_value);
        let names: Vec<String> = names.map(|name| name.get_name().to_owned()).collect();
        Some(format!(
            "{option} is of questions of kind {}; leave it out, or say another --kind",
            names.join(", ")
        ))
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
    let none = || AddError::NoModule(adding.folder.clone());
    let sources = Sources::read(&adding.folder).map_err(Failure::Read)?;
    if !adding.folder.join("bank.toml").exists() {
        return Err(none().into());
    }
    let bank = match draft::read(&sources) {
        Ok(bank) => bank.into_iter().next(),
        Err(unread) => return broken(&sources, unread, out),
    };
    let (folder, bank) = bank
        .filter(|(_, bank)| !bank.modules.is_empty())
        .ok_or_else(none)?;
    let mut adding = adding.clone();
    let is_asked = adding.kind.is_none();
    if is_asked {
        ask::fill(&mut adding, &bank, ask).map_err(AddError::Stopped)?;
    }
    let module = module(&adding, &bank)?;
    let (question, concepts) = build::question(&adding, &bank).map_err(AddError::Option)?;
    let end = place(&sources, &folder, &module, (&question, &concepts), out)?;
    if is_asked && end == End::Unsound {
        // Nobody likes to type it all again.
        writeln!(
            out,
            "This is the question, to be put into the file by hand:\n\n{}",
            question.text()
        )?;
    }
    Ok(end)
}

/// Nothing can be added to a bank that can't be read: says why.
fn broken(sources: &Sources, unread: Unread, out: &mut dyn Write) -> Result<End, Failure> {
    let mut report = check(sources);
    report
        .diagnostics
        .retain(|problem| problem.severity() == Severity::Error);
    if end(&report) == End::Sound {
        return Err(Failure::Unread(unread));
    }
    print_problems(sources, &report, out)?;
    writeln!(out, "{}", BROKEN)?;
    Ok(End::Unsound)
}

const BROKEN: &str = "nothing was written: the bank already has errors; fix them first";

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
        let text = jalon_formats::with_concepts(&read(&header)?, concepts).map_err(|why| {
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
    let is_new = |problem: &Diagnostic| {
        new.get(problem.span.file).path() == path && problem.span.bytes().end > own.len()
    };
    let has_errors = end(&report) == End::Unsound;
    report
        .diagnostics
        .retain(|problem| problem.severity() == Severity::Error || !has_errors && is_new(problem));
    print_problems(&new, &report, out)?;
    if has_errors {
        let is_theirs = concepts.is_empty() && !report.diagnostics.iter().any(is_new);
        writeln!(
            out,
            "{}",
            if is_theirs {
                BROKEN
            } else {
                "nothing was written"
            }
        )?;
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
