//! What can be asked for.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand};
use jalon_formats::Format;

use crate::print::{PRINT_HELP, Printing};
use crate::stats::STATS_HELP;

use crate::check::{self, Checking};
use crate::explain;

/// Check and build question banks.
#[derive(Debug, Parser)]
#[command(name = "jalon", version, after_help = EXIT_CODES)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

impl Arguments {
    /// True where the results have no colours, which a terminal may not want. To look for them takes a sixth of the time of grading.
    pub fn is_plain(&self) -> bool {
        matches!(self.command, Command::Grade(_))
    }
}

const EXIT_CODES: &str = "\
Exit codes:
  0  no errors in the banks (there may be warnings)
  1  errors in the banks
  2  could not run: wrong arguments, no such folder, a file that can't be read or written";

const LESSON_HELP: &str = "\
Exit codes:
  0  no errors in the banks (there may be warnings)
  1  errors in the banks
  2  could not run: wrong arguments, no such folder, no such module or no lesson in it, a file that can't be read

The fragment is one <article class=\"lesson\"> with every text in every language of the bank, each in a <span> or <div>
with data-tongue and its lang attribute. The written prompt is not in it. Problems go to the standard error.";

const SITE_HELP: &str = "\
Copy the folder to any static host, also into a sub-folder; nothing has to be set there. `[site]` in bank.toml names publisher, logo, colour,
fonts, licence and the address, without which there is no sitemap. Files in the folder that jalon didn't write stay as they are.

Exit codes:
  0  no errors in the bank (there may be warnings), and the site is written
  1  errors in the bank; nothing is written
  2  could not run: wrong arguments, no such folder, more than one bank in it, a folder that holds something else, a file that can't be written";

const SERVE_HELP: &str = "\
The page lists the modules. A module's page has its lesson and its checkpoint, by the same client and from the same files as on a site.
After each save it shows the new texts at the same place, and keeps the answers given so far; where a key has changed, that answer is
cleared. While there are errors, the page says so and shows the last version without errors. The problems of a question are shown beside
it.

At first, a checkpoint asks every question, in the order of the file, and shows the wording that was edited last. `As learners get it`
draws questions, wordings and orders as on a site. The two keep their answers apart, in the browser.

Exit codes:
  0  stopped by Ctrl-C
  2  could not run: wrong arguments, no such folder, no bank in it, a port that is taken";

fn grade_help() -> String {
    let forms = jalon_compiler::response_forms().into_iter();
    let forms = forms.map(|form| {
        format!(
            "  {:<13}{:<36}in short: {}\n",
            form.kind, form.saved, form.short
        )
    });
    GRADE_HELP.replace("{forms}", &forms.collect::<String>())
}

/// `{forms}` stands for the responses, kind by kind.
const GRADE_HELP: &str = "\
Exit codes:
  0  graded, or handed back as not ready
  1  errors in the banks, or lines that can't be graded
  2  could not run: wrong arguments, no such question, a response or a file that can't be read

A response is written as it is saved:
{forms}  any kind     \"nothing\"                           no answer, or one that was withdrawn

--responses reads one {\"question\":\"ID\",\"response\":{...}} a line and prints one object a line, in the same order:
  question     the question's id
  verdict      \"right\", \"partly\", \"wrong\", \"self-assessed\"; \"not-ready\" with a reason; \"error\" with a message and the line's number
  earned       points, rounded down to hundredths
  possible     points
  trace        scoring, rule, and what the rule rests on; before, hints, tries, certainty, where they count

A line may have more members, as there are options for one response:
  hints        how many hints were shown before it
  tries        how many wrong tries came before it
  certainty    how sure the learner was, 1 to 3; 1 where the module asks and nothing is said

What counts, in this order: the key; each hint takes its cost off, in percent of the points; so does each wrong try; what
is left is marked by the certainty, so that a wrong answer may earn less than nothing.

--json prints the same object for one response, with why in words, and in the trace the nearest other term";

const FMT_HELP: &str = "\
Exit codes:
  0  every file is formatted
  1  with --check, files that are not formatted; files that can't be parsed, which `jalon check` explains
  2  could not run: wrong arguments, no such folder, a file that can't be read or written";

const SCHEMA_HELP: &str = "\
A file names its schema in its first line, which Taplo and Tombi read:
  #:schema ./schema/module.json

`jalon new` writes the schemas beside the bank, and these lines into its files. For an existing bank:
  jalon schema --out DIR/schema";

const IMPORT_HELP: &str = "\
Exit codes:
  0  the questions were imported, and the bank has no errors
  1  no question was imported, or the bank has errors: fix what the report or `jalon check` lists
  2  could not run: wrong arguments, a file in none of the formats or against its rules, a folder that can't be written

The report lists each thing that was dropped, changed or guessed, with file, line and reason. With --merge, questions of an English and a
French file are matched by id, then by order and structure; where the two disagree, the first one counts, and the report says so.

--json prints one object:
  files        what was read: file, format, questions
  written      the files that were written
  questions    how many were imported
  whole        how many of them with nothing dropped, changed or guessed
  dropped, changed, guessed    how many things
  losses       each of them: file, line (0 where there are none), question, fate, what, why";

/// What the help of `jalon export` ends with.
fn export_help() -> String {
    let one = Format::ALL.into_iter();
    let one = one.filter(|format| format.is_written_by_language());
    let titles: Vec<&str> = one.map(Format::title).collect();
    let titles = match titles.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    };
    EXPORT_HELP.replace("{titles}", &titles)
}

/// `{titles}` stands for the formats that know one language a file.
const EXPORT_HELP: &str = "\
Exit codes:
  0  written
  1  errors in the banks; nothing was written
  2  could not run: wrong arguments, no such folder, a file that can't be read or written

{titles} know one language a file: each language of the bank gets files of its own, MODULE.en.gift and MODULE.fr.gift, which
`jalon import --merge` puts together again. The report lists each thing that the format can't express.

--json prints one object: written, questions, whole, dropped, changed, guessed and losses, as `jalon import --json` does";

const NEW_HELP: &str = "\
The bank is about the solar system: a module with a lesson and one question of each kind, and comments that say what each key is for.
Change it into yours. The folder's name becomes the id of the bank.

Exit codes:
  0  written
  2  could not run: wrong arguments, a folder with files in it, a file that can't be written";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start a bank with one worked question of each kind, to change into yours
    #[command(after_help = NEW_HELP)]
    New {
        /// The folder of the bank; it is made if it isn't there
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// The languages of its texts
        #[arg(
            long,
            value_name = "TAGS",
            value_delimiter = ',',
            value_parser = PossibleValuesParser::new(crate::new::LANGUAGES),
            default_value = "en,fr"
        )]
        lang: Vec<String>,
    },
    /// Add a question to a bank, in the terminal or from options
    #[command(after_help = crate::add::help())]
    Add(Box<crate::add::Adding>),
    /// List all problems and advice: where each is, what was expected, what was found, and one thing to try
    #[command(after_help = check::HELP)]
    Check(Checking),
    /// Explain an error, a warning or a piece of advice; without a name, list them all
    #[command(after_help = explain::HELP)]
    Explain {
        /// Its code or name, such as J101 or missing-language
        #[arg(value_name = "NAME")]
        name: Option<String>,
    },
    /// Check banks and write the JSON that the client reads; write nothing while there are errors
    #[command(after_help = EXIT_CODES)]
    Build {
        /// Folders that hold a bank.toml, or hold such folders
        #[arg(required = true, value_name = "DIR")]
        folders: Vec<PathBuf>,
        /// The folder to write to; it is made if it isn't there
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Write the static course site of a bank: home, lessons, checkpoints; nothing while there are errors
    #[command(after_help = SITE_HELP)]
    Site(SiteArguments),
    /// Print a module's lesson as an HTML fragment, for pages that show it without script
    #[command(after_help = LESSON_HELP)]
    Lesson {
        /// Folders that hold a bank.toml, or hold such folders
        #[arg(required = true, value_name = "DIR")]
        folders: Vec<PathBuf>,
        /// The module; BANK/MODULE where several banks have one of that id
        #[arg(long, value_name = "ID")]
        module: String,
    },
    /// Show question counts per concept, kind, difficulty and language, and flag thin coverage
    #[command(after_help = STATS_HELP)]
    Stats {
        /// Folders that hold a bank.toml, or hold such folders
        #[arg(required = true, value_name = "DIR")]
        folders: Vec<PathBuf>,
        /// Print the numbers as JSON, for tools
        #[arg(long)]
        json: bool,
    },
    /// Print a module as a paper: forms drawn from a seed, answer sheets and a key, as HTML
    #[command(after_help = PRINT_HELP)]
    Print(Printing),
    /// Preview banks in a browser as learners see them, with their problems, updated at each save
    #[command(after_help = SERVE_HELP)]
    Serve(Serving),
    /// Grade responses as a learner's would be, and show why
    #[command(after_help = grade_help())]
    Grade(Grading),
    /// Format the files of banks, and keep their content and comments
    #[command(after_help = FMT_HELP)]
    Fmt {
        /// Folders that hold a bank.toml, or hold such folders
        #[arg(required = true, value_name = "DIR")]
        folders: Vec<PathBuf>,
        /// Write nothing; list the files that are not formatted
        #[arg(long)]
        check: bool,
    },
    /// Print the JSON Schema of a module's file, for editors that complete and check as you type
    #[command(after_help = SCHEMA_HELP)]
    Schema {
        /// The schema of bank.toml
        #[arg(long)]
        bank: bool,
        /// Write both schemas into this folder: bank.json and module.json
        #[arg(long, value_name = "DIR", conflicts_with = "bank")]
        out: Option<PathBuf>,
    },
    /// Import questions from other formats, and report what was dropped, changed or guessed
    #[command(after_help = IMPORT_HELP)]
    Import(Importing),
    /// Export banks to another format, and report what it can't express
    #[command(after_help = export_help())]
    Export(Exporting),
}

/// Which site to write, and where.
#[derive(Debug, Args)]
pub struct SiteArguments {
    /// The folder of the bank
    #[arg(value_name = "BANK")]
    pub bank: PathBuf,
    /// The folder to write to: a new or empty one, or one that has a site of Jalon's
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Take the client from this folder, as `cargo xtask dist` writes it, and not from inside jalon
    #[arg(long, value_name = "DIR")]
    pub client: Option<PathBuf>,
}

/// What to import.
#[derive(Debug, Args)]
pub struct Importing {
    /// Files of questions
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The folder of the bank: a new one, or a bank that is there, which gets the modules
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,
    /// The format of the files.
    #[arg(long, help = format!("{}; without it, found out from what is in each file", names(Format::ALL)))]
    pub format: Option<Format>,
    /// The language of texts of which a file doesn't say it, or a list with one for each file: en,fr; without it, found out from the texts
    #[arg(long, value_name = "TAG", value_delimiter = ',', value_parser = jalon_formats::tag)]
    pub lang: Vec<String>,
    /// The id of a new bank; without it, made from the name of the folder
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// The files are one quiz in several languages: put them together
    #[arg(long)]
    pub merge: bool,
    /// Print the report as JSON, for tools
    #[arg(long)]
    pub json: bool,
}

/// What to export.
#[derive(Debug, Args)]
pub struct Exporting {
    /// Folders that hold a bank.toml, or hold such folders
    #[arg(required = true, value_name = "DIR")]
    pub folders: Vec<PathBuf>,
    /// The format to write.
    #[arg(long, value_parser = written, help = written_names())]
    pub format: Format,
    /// The folder to write to; it is made if it isn't there
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Print the report as JSON, for tools
    #[arg(long)]
    pub json: bool,
}

/// A format that banks can be written in.
fn written(name: &str) -> Result<Format, String> {
    let format: Format = name.parse()?;
    if format.is_written() {
        return Ok(format);
    }
    let all = Format::ALL.into_iter();
    let written = all.filter(|format| format.is_written());
    Err(format!(
        "{format} is only read; banks are written as {}",
        names(written)
    ))
}

/// The names of formats, as an option takes them.
fn names(formats: impl IntoIterator<Item = Format>) -> String {
    let names: Vec<&str> = formats.into_iter().map(Format::name).collect();
    names.join(", ")
}

/// The formats that banks can be written in, with the version of those that have several.
fn written_names() -> String {
    let all = Format::ALL.into_iter();
    let written = all.filter(|format| format.is_written());
    let names = written.map(|format| match format.written_version() {
        Some(version) => format!("{} ({version})", format.name()),
        None => format.name().to_owned(),
    });
    names.collect::<Vec<_>>().join(", ")
}

/// What to show, and where.
#[derive(Debug, Args)]
pub struct Serving {
    /// A folder that holds a bank.toml, or holds such folders
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// The port to listen on; 0 for any that is free
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// The address to listen on. Whoever reaches another than 127.0.0.1 can see the banks, with their keys
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    pub host: IpAddr,
    /// Open the page in the browser
    #[arg(long)]
    pub open: bool,
    /// Take the client from this folder, as `cargo xtask dist` writes it, and not from inside jalon
    #[arg(long, value_name = "DIR")]
    pub client: Option<PathBuf>,
}

/// What to grade.
#[derive(Debug, Args)]
pub struct Grading {
    /// Folders that hold a bank.toml, or hold such folders
    #[arg(required = true, value_name = "DIR")]
    pub folders: Vec<PathBuf>,
    /// The question
    #[arg(
        long,
        value_name = "ID",
        requires = "response",
        required_unless_present = "responses"
    )]
    pub question: Option<String>,
    /// The response to it
    #[arg(long, requires = "question")]
    pub response: Option<String>,
    /// A file of responses, one a line; - for the standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["question", "response", "lang"])]
    pub responses: Option<PathBuf>,
    /// How many hints were shown before it
    #[arg(
        long,
        value_name = "N",
        default_value_t = 0,
        conflicts_with = "responses"
    )]
    pub hints: u16,
    /// How many wrong tries came before it
    #[arg(
        long,
        value_name = "N",
        default_value_t = 0,
        conflicts_with = "responses"
    )]
    pub tries: u16,
    /// How sure the learner was, 1 to 3
    #[arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u8).range(1..=3), conflicts_with = "responses")]
    pub certainty: Option<u8>,
    /// The language that the learner reads; all of them without it
    #[arg(long, value_name = "TAG")]
    pub lang: Option<String>,
    /// Print the grade as JSON, for tools
    #[arg(long)]
    pub json: bool,
}
