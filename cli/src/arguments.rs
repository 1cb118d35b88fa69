//! What can be asked for.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Checks and builds question banks.
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

const JSON_HELP: &str = "\
Exit codes:
  0  no errors in the banks (there may be warnings)
  1  errors in the banks
  2  could not run: wrong arguments, no such folder, a file that can't be read or written

--json prints an array with one object per problem, by file and place:
  severity                \"error\" or \"warning\"
  code                    a word for the kind of problem, which never changes
  file                    the path of the file, with / between its parts
  line, column            where it starts; both count from 1, columns in characters
  end_line, end_column    where it ends, exclusive
  message                 what was expected and what was found
  help                    one thing to try, or null
  excerpt                 the lines it touches, up to 2,000 characters
  labels                  other places that belong to it: file, line, column, end_line, end_column, message";

const LESSON_HELP: &str = "\
Exit codes:
  0  no errors in the banks (there may be warnings)
  1  errors in the banks
  2  could not run: wrong arguments, no such folder, no such module or no lesson in it, a file that can't be read

The fragment is one <article class=\"lesson\"> with every text in every language of the bank, each in a <span> or <div>
with data-tongue and its lang attribute. The written prompt is not in it. Problems go to the standard error.";

const SERVE_HELP: &str = "\
The page lists the modules. A module's page has its lesson and its checkpoint, by the same client and from the same files as on a site.
After each save it shows the new texts at the same place, and keeps the answers given so far; where a key has changed, that one answer
goes. While there are errors, the page says so and shows the bank as it was when it last had none. What is wrong with a question stands
beside it.

At first, a checkpoint asks every question, in the order of the file; where a wording is edited, that wording is shown. `As learners get
it` draws questions, wordings and orders as on a site. What is answered in one is kept apart from the other, in the browser alone.

Exit codes:
  0  stopped by Ctrl-C
  2  could not run: wrong arguments, no such folder, no bank in it, a port that is taken";

const GRADE_HELP: &str = "\
Exit codes:
  0  graded, or handed back as not ready
  1  errors in the banks, or lines that can't be graded
  2  could not run: wrong arguments, no such question, a response or a file that can't be read

A response is written as it is saved:
  choice       {\"choice\":[\"guide\"]}            in short: guide, or guide,replace
  true-false   {\"true-false\":true}              in short: true
  text         {\"text\":\"ISO/IEC 27001\"}       in short: what is typed
  essay        {\"essay\":\"...\"}             never graded: in short, what is written
  any kind     \"nothing\"                       no answer, or one that was withdrawn
  match        {\"match\":{\"a\":\"x\",\"b\":\"y\"}}    in short: a=x, b=y; the same for classify
  order        {\"order\":[\"plan\",\"do\"]}         in short: plan, do

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

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Lists every problem of banks: where it is, what was expected, what was found, one thing to try
    #[command(after_help = JSON_HELP)]
    Check {
        /// Folders that hold a bank.toml, or hold such folders
        #[arg(required = true, value_name = "DIR")]
        folders: Vec<PathBuf>,
        /// Print the problems as JSON, for tools
        #[arg(long)]
        json: bool,
    },
    /// Checks banks and writes the JSON that the client reads; with errors, writes nothing
    #[command(after_help = EXIT_CODES)]
    Build {
        /// Folders that hold a bank.toml, or hold such folders
        #[arg(required = true, value_name = "DIR")]
        folders: Vec<PathBuf>,
        /// The folder to write to; it is made if it isn't there
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Prints a module's lesson as a fragment of HTML, for pages that say it without script; with errors, prints none
    #[command(after_help = LESSON_HELP)]
    Lesson {
        /// Folders that hold a bank.toml, or hold such folders
        #[arg(required = true, value_name = "DIR")]
        folders: Vec<PathBuf>,
        /// The module; BANK/MODULE where several banks have one of that id
        #[arg(long, value_name = "ID")]
        module: String,
    },
    /// Shows banks in a browser as learners see them, with their problems, and renews the page at each save
    #[command(after_help = SERVE_HELP)]
    Serve(Serving),
    /// Grades responses as a learner's would be, and says why
    #[command(after_help = GRADE_HELP)]
    Grade(Grading),
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
