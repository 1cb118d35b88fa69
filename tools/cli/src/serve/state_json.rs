//! What the page is told, as JSON.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use jalon_compiler::{Diagnostic, Localised, Outline, Part, Selection, Severity};
use serde::Serialize;

use super::snapshot::{Kept, Snapshot};
use crate::json::Problem;

/// More problems than this come from one slip, or are a day's work; `jalon check` lists them all.
const MOST: usize = 200;

/// How many problems of each severity there are, by its word.
type Counts = Vec<(&'static str, usize)>;

/// A text in each language: its tag, and what it says.
type Texts<'a> = Vec<(&'a str, String)>;

/// The state of everything: what stands on every page.
#[derive(Serialize)]
struct State<'a> {
    version: &'a str,
    /// How long reading and checking took, in milliseconds.
    took: f64,
    trouble: Option<&'a str>,
    counts: Counts,
    banks: Vec<Bank<'a>>,
    problems: Vec<Told<'a>>,
    /// How many more there are.
    more: usize,
}

#[derive(Serialize)]
struct Bank<'a> {
    id: &'a str,
    folder: &'a str,
    stale: bool,
    languages: Vec<&'a str>,
    title: Texts<'a>,
    modules: Vec<Listed<'a>>,
}

#[derive(Serialize)]
struct Listed<'a> {
    id: &'a str,
    title: Texts<'a>,
    track: Texts<'a>,
    level: String,
    minutes: u16,
    questions: usize,
    draw: Option<u16>,
    counts: Counts,
}

/// A problem, with what it is about.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    problem: Problem<'a>,
    #[serde(skip)]
    severity: Severity,
    /// The folder of its bank.
    folder: &'a str,
    /// Its module; none where it is about the bank.
    module: Option<&'a str>,
    part: &'static str,
    /// The id of the question or stimulus that it is about.
    about: Option<&'a str>,
}

/// The state of one module.
#[derive(Serialize)]
struct Module<'a> {
    #[serde(flatten)]
    state: State<'a>,
    bank: &'a str,
    module: &'a str,
    /// Another one where anything of the bank is.
    content: &'a str,
    /// Under which id of the bank progress is saved, for learners and for authors.
    drawn: String,
    every: String,
    /// An attempt that asks every question in order.
    attempt: Option<String>,
    questions: Vec<Question<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    id: &'a str,
    /// Where it starts in the text as it is now.
    line: Option<usize>,
    stimulus: Option<&'a str>,
    prompt: Texts<'a>,
    /// For each language, the id of each wording with a digest of it.
    wordings: BTreeMap<&'a str, Vec<(&'a str, String)>>,
}

/// The state of everything.
pub(super) fn all(snapshot: &Snapshot) -> String {
    json(&state(snapshot, |_| true))
}

/// The state of a module, with the problems that keep it from being renewed; `None` where there is none of that name.
pub(super) fn module(snapshot: &Snapshot, bank: &str, id: &str) -> Option<String> {
    let bank = snapshot.bank(bank)?.bank.as_ref();
    let mut modules = bank.modules().iter();
    let module = modules.find(|one| one.info().id.as_str() == id)?;
    let is_near = |told: &Told<'_>| {
        told.severity == Severity::Error || told.folder == bank.folder() && told.module == Some(id)
    };
    let line = lines(snapshot, bank.folder(), id);
    let questions = module.questions().iter().map(|question| Question {
        id: question.id.as_str(),
        line: line(question.id.as_str()),
        stimulus: question.stimulus.as_ref().map(|id| id.as_str()),
        prompt: question
            .wordings
            .iter()
            .filter_map(|(lang, all)| Some((lang.as_str(), all.first()?.prompt.to_plain())))
            .collect(),
        wordings: question
            .wordings
            .iter()
            .map(|(lang, all)| {
                let all = all.iter().map(|one| (one.id.as_str(), digest(one)));
                (lang.as_str(), all.collect())
            })
            .collect(),
    });
    Some(json(&Module {
        state: state(snapshot, is_near),
        bank: bank.bank().id().as_str(),
        module: module.info().id.as_str(),
        content: &bank.bank().version().0,
        drawn: bank.id(Selection::Drawn),
        every: bank.id(Selection::Every),
        attempt: bank.attempt(id),
        questions: questions.collect(),
    }))
}

/// On which line of a module's text a question starts.
fn lines<'a>(
    snapshot: &'a Snapshot,
    folder: &str,
    module: &str,
) -> impl Fn(&str) -> Option<usize> + use<'a> {
    let mut sources = snapshot.sources.iter().map(|(_, source)| source);
    let name = format!("{module}.toml");
    let source = sources.find(|source| source.folder() == folder && source.name() == name);
    let outline = source.map(|source| (source, Outline::of(source)));
    move |question| {
        let (source, outline) = outline.as_ref()?;
        let start = outline.start(&Part::Question(Some(question.to_owned())))?;
        Some(source.position(start).line)
    }
}

fn state(snapshot: &Snapshot, is_wanted: impl Fn(&Told<'_>) -> bool) -> State<'_> {
    let all = snapshot.problems.iter();
    let mut problems: Vec<Told<'_>> = all.map(|(one, part)| told(snapshot, one, part)).collect();
    let banks = snapshot.banks.iter();
    let banks = banks.map(|kept| bank(kept, &problems)).collect();
    let counts = counts(&problems);
    problems.retain(is_wanted);
    let more = problems.len().saturating_sub(MOST);
    problems.truncate(MOST);
    State {
        version: &snapshot.version,
        took: snapshot.took.as_secs_f64() * 1000.0,
        trouble: snapshot.trouble.as_deref(),
        counts,
        banks,
        problems,
        more,
    }
}

fn bank<'a>(kept: &'a Kept, problems: &[Told<'_>]) -> Bank<'a> {
    let (bank, folder) = (kept.bank.bank(), kept.bank.folder());
    let modules = kept.bank.modules().iter().map(|module| {
        let info = module.info();
        let own = problems
            .iter()
            .filter(|told| told.folder == folder && told.module == Some(info.id.as_str()));
        Listed {
            id: info.id.as_str(),
            title: texts(&info.title),
            track: texts(&info.track),
            level: format!("{:?}", info.level).to_lowercase(),
            minutes: info.minutes,
            questions: module.questions().len(),
            draw: info.draw,
            counts: counts(own),
        }
    });
    Bank {
        id: bank.id().as_str(),
        folder,
        stale: kept.stale,
        languages: bank.languages().iter().map(|lang| lang.as_str()).collect(),
        title: texts(bank.title()),
        modules: modules.collect(),
    }
}

fn told<'a>(snapshot: &'a Snapshot, problem: &'a Diagnostic, part: &'a Part) -> Told<'a> {
    let source = snapshot.sources.get(problem.file());
    let (part, about) = match part {
        Part::Module => ("module", None),
        Part::Lesson => ("lesson", None),
        Part::Stimulus(id) => ("stimulus", id.as_deref()),
        Part::Question(id) => ("question", id.as_deref()),
    };
    Told {
        problem: Problem::of(&snapshot.sources, problem),
        severity: problem.severity(),
        folder: source.folder(),
        module: source
            .name()
            .strip_suffix(".toml")
            .filter(|name| *name != "bank"),
        part,
        about,
    }
}

/// How many there are of each severity, the worst first.
fn counts<'a, 'b: 'a>(problems: impl IntoIterator<Item = &'a Told<'b>>) -> Counts {
    let mut counts: BTreeMap<Severity, usize> = BTreeMap::new();
    for told in problems {
        *counts.entry(told.severity).or_default() += 1;
    }
    let counts = counts.into_iter();
    counts.map(|(severity, n)| (severity.word(), n)).collect()
}

fn texts(text: &Localised<String>) -> Texts<'_> {
    let texts = text.iter();
    texts
        .map(|(lang, text)| (lang.as_str(), text.clone()))
        .collect()
}

/// Tells one wording from what it was before.
fn digest(wording: &impl std::fmt::Debug) -> String {
    let mut hasher = DefaultHasher::new();
    format!("{wording:?}").hash(&mut hasher);
    format!("{:x}", hasher.finish())
}

fn json(value: &impl Serialize) -> String {
    // Plain data with text keys: it always has a JSON form.
    serde_json::to_string(value).unwrap_or_default()
}
