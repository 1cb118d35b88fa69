//! What is asked in the terminal. The answers are what the options would say.

use inquire::{InquireError, Select, Text};
use jalon_draft::Draft;

use super::bodies::{SHAPES, shaped};
use super::error::Stopped;
use super::parts::joined;
use super::{Adding, Kind};

/// Somebody who answers.
pub trait Ask {
    /// A line of text; it may be empty.
    ///
    /// # Errors
    ///
    /// Nobody answers.
    fn text(&mut self, question: &str) -> Result<String, Stopped>;

    /// One of several, by its place.
    ///
    /// # Errors
    ///
    /// Nobody answers.
    fn one_of(&mut self, question: &str, all: &[String]) -> Result<usize, Stopped>;
}

impl From<InquireError> for Stopped {
    fn from(error: InquireError) -> Self {
        match error {
            InquireError::OperationCanceled | InquireError::OperationInterrupted => Self::ByUser,
            _ => Self::NoTerminal,
        }
    }
}

/// How many of a list are on screen at once: all kinds, and a line more.
const ON_SCREEN: usize = 11;

/// The person at the terminal.
pub(super) struct Terminal;

impl Ask for Terminal {
    fn text(&mut self, question: &str) -> Result<String, Stopped> {
        Ok(Text::new(question).prompt()?)
    }

    fn one_of(&mut self, question: &str, all: &[String]) -> Result<usize, Stopped> {
        let select = Select::new(question, all.to_vec()).with_page_size(ON_SCREEN);
        let chosen = select.raw_prompt()?;
        Ok(chosen.index)
    }
}

const KINDS: [(Kind, &str); 10] = [
    (Kind::Choice, "choice: pick what is right"),
    (Kind::TrueFalse, "true-false: judge a statement"),
    (Kind::Text, "text: type a short answer"),
    (Kind::Number, "number: type a number"),
    (Kind::Match, "match: give each item its target"),
    (Kind::Classify, "classify: put each item in its category"),
    (Kind::Order, "order: put items in order"),
    (Kind::Gaps, "gaps: fill the gaps of a text"),
    (Kind::Hotspot, "hotspot: find a region of a picture"),
    (Kind::Essay, "essay: write a text that nobody grades"),
];

/// Asks for all that a question needs.
pub(super) fn fill(adding: &mut Adding, bank: &Draft, ask: &mut dyn Ask) -> Result<(), Stopped> {
    let langs = &bank.bank.languages;
    if adding.module.is_none() && bank.modules.len() > 1 {
        let all: Vec<String> = bank.modules.iter().map(|(id, _)| id.clone()).collect();
        let at = ask.one_of("Which module?", &all)?;
        adding.module = all.get(at).cloned();
    }
    let names = KINDS.map(|(_, name)| name.to_owned());
    let at = ask.one_of("What kind of question?", &names)?;
    let kind = KINDS.get(at).map_or(Kind::Choice, |(kind, _)| *kind);
    adding.kind = Some(kind);
    adding.concept = vec![concept(bank, ask)?];
    adding.prompt = tagged("Prompt", langs, ask)?;
    body(adding, kind, bank, ask)?;
    for lang in langs {
        let why = ask.text(&format!("Why is that right? [{lang}] (empty for none):"))?;
        if !why.trim().is_empty() {
            adding.explanation.push(format!("{lang}={why}"));
        }
    }
    Ok(())
}

fn concept(bank: &Draft, ask: &mut dyn Ask) -> Result<String, Stopped> {
    let known = &bank.bank.concepts;
    let mut all: Vec<String> = known.iter().map(|concept| concept.id.clone()).collect();
    all.push("a new concept".to_owned());
    let at = ask.one_of("What does it test?", &all)?;
    if let Some(concept) = known.get(at) {
        return Ok(concept.id.clone());
    }
    let names = texts("Name of the concept", &bank.bank.languages, ask)?;
    let id = names
        .iter()
        .map(|name| jalon_formats::id_of(name))
        .find(|id| !id.is_empty());
    let id = id.unwrap_or_else(|| "concept".to_owned());
    Ok(format!("{id}={}", joined(&names)))
}

/// A line that says something; asks again until it does, and says why.
fn needed(question: &str, ask: &mut dyn Ask) -> Result<String, Stopped> {
    valid(question, ask, |text| match text.trim() {
        "" => Err("There has to be something".to_owned()),
        text => Ok(text.to_owned()),
    })
}

fn valid<T>(
    question: &str,
    ask: &mut dyn Ask,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<T, Stopped> {
    let mut asked = question.to_owned();
    loop {
        match read(&ask.text(&asked)?) {
            Ok(value) => return Ok(value),
            Err(why) => asked = format!("{why}. {question}"),
        }
    }
}

/// A text in each language.
fn texts(what: &str, langs: &[String], ask: &mut dyn Ask) -> Result<Vec<String>, Stopped> {
    let all = langs
        .iter()
        .map(|lang| needed(&format!("{what} [{lang}]:"), ask));
    all.collect()
}

/// A text in each language, as options with a tag.
fn tagged(what: &str, langs: &[String], ask: &mut dyn Ask) -> Result<Vec<String>, Stopped> {
    let all = texts(what, langs, ask)?;
    let all = langs.iter().zip(all);
    Ok(all.map(|(lang, text)| format!("{lang}={text}")).collect())
}

/// Texts until an empty one; at least two, since with one there is nothing to choose.
fn several(what: &str, langs: &[String], ask: &mut dyn Ask) -> Result<Vec<Vec<String>>, Stopped> {
    at_least(2, what, langs, ask)
}

fn at_least(
    least: usize,
    what: &str,
    langs: &[String],
    ask: &mut dyn Ask,
) -> Result<Vec<Vec<String>>, Stopped> {
    let Some((first, others)) = langs.split_first() else {
        return Ok(Vec::new());
    };
    let mut all: Vec<Vec<String>> = Vec::new();
    loop {
        let what = format!("{what} {}", all.len() + 1);
        let text = if all.len() < least {
            needed(&format!("{what} [{first}]:"), ask)?
        } else {
            ask.text(&format!("{what} [{first}] (empty when done):"))?
        };
        if text.trim().is_empty() {
            return Ok(all);
        }
        let mut own = vec![text];
        own.extend(texts(&what, others, ask)?);
        all.push(own);
    }
}

/// The first text of each.
fn firsts(all: &[Vec<String>]) -> Vec<String> {
    let firsts = all.iter().filter_map(|texts| texts.first().cloned());
    firsts.collect()
}

/// Options of texts, whose ids are a beginning and a number.
fn plain(beginning: &str, all: &[Vec<String>]) -> Vec<String> {
    let all = all.iter().enumerate();
    all.map(|(at, texts)| format!("{beginning}{}={}", at + 1, joined(texts)))
        .collect()
}

fn body(adding: &mut Adding, kind: Kind, bank: &Draft, ask: &mut dyn Ask) -> Result<(), Stopped> {
    let langs = &bank.bank.languages;
    match kind {
        Kind::Choice => {
            let all = several("Choice", langs, ask)?;
            adding.choice = plain("", &all);
            let at = ask.one_of("Which one is right?", &firsts(&all))?;
            adding.key = vec![format!("{}", at + 1)];
        }
        Kind::TrueFalse => {
            let keys = ["true".to_owned(), "false".to_owned()];
            let at = ask.one_of("Is the statement true?", &keys)?;
            adding.key = keys.get(at).cloned().into_iter().collect();
        }
        Kind::Text => adding.accept = tagged("Right answer", langs, ask)?,
        Kind::Number => {
            adding.number = Some(needed("The right number:", ask)?);
            adding.within = within(ask)?;
        }
        Kind::Match => {
            let places = several("Target", langs, ask)?;
            adding.item = placed("t", &places, langs, ask)?;
            adding.target = plain("t", &places);
        }
        Kind::Classify => {
            let places = several("Category", langs, ask)?;
            adding.item = placed("c", &places, langs, ask)?;
            adding.category = plain("c", &places);
        }
        Kind::Order => adding.item = plain("", &several("In the right order, item", langs, ask)?),
        Kind::Essay => {
            let points = at_least(1, "Point of the checklist", langs, ask)?;
            adding.point = plain("", &points);
            adding.model = tagged("Model answer", langs, ask)?;
        }
        Kind::Gaps => gaps(adding, langs, ask)?,
        Kind::Hotspot => hotspot(adding, bank, ask)?,
    }
    Ok(())
}

fn within(ask: &mut dyn Ask) -> Result<Option<String>, Stopped> {
    let within = ask.text("How far away is near enough? (empty for not at all)")?;
    Ok(Some(within).filter(|within| !within.trim().is_empty()))
}

/// Items, each with the place where it belongs.
fn placed(
    sign: &str,
    places: &[Vec<String>],
    langs: &[String],
    ask: &mut dyn Ask,
) -> Result<Vec<String>, Stopped> {
    let mut items = Vec::new();
    for (at, texts) in several("Item", langs, ask)?.iter().enumerate() {
        let name = texts.first().map_or("", String::as_str);
        let place = ask.one_of(&format!("Where does `{name}` belong?"), &firsts(places))?;
        let texts = joined(texts);
        items.push(format!("i{}:{sign}{}={texts}", at + 1, place + 1));
    }
    Ok(items)
}

fn gaps(adding: &mut Adding, langs: &[String], ask: &mut dyn Ask) -> Result<(), Stopped> {
    let mut names: Vec<String> = Vec::new();
    for lang in langs {
        let question = format!("The text, with each gap as {{{{name}}}} [{lang}]:");
        let known = names.clone();
        let (text, own) = valid(&question, ask, |text| {
            let own = named(text);
            let missing = known.iter().find(|name| !own.contains(name));
            match (own.as_slice(), missing) {
                ([], _) => Err("There is no {{name}} in it".to_owned()),
                (_, Some(name)) => Err(format!("There is no {{{{{name}}}}} in it")),
                _ => Ok((text.to_owned(), own)),
            }
        })?;
        names.extend(own.into_iter().filter(|name| !known.contains(name)));
        adding.text.push(format!("{lang}={text}"));
    }
    for name in &names {
        let takes = ["a text to type", "a number to type", "a choice of a list"];
        let takes = takes.map(str::to_owned);
        let question = format!("What does {{{{{name}}}}} take?");
        adding.gap.push(match ask.one_of(&question, &takes)? {
            0 => {
                let all = texts(&format!("Right answer in {{{{{name}}}}}"), langs, ask)?;
                format!("{name}:text={}", joined(&all))
            }
            1 => {
                let number = needed(&format!("The right number in {{{{{name}}}}}:"), ask)?;
                let within = within(ask)?.map(|within| format!(" within {within}"));
                format!("{name}:number={number}{}", within.unwrap_or_default())
            }
            _ => {
                let all = several(&format!("Choice in {{{{{name}}}}}"), langs, ask)?;
                let at = ask.one_of("Which one is right?", &firsts(&all))?;
                adding.choice.extend(plain(&format!("{name}-"), &all));
                let ids: Vec<String> = (1..=all.len()).map(|n| format!("{name}-{n}")).collect();
                format!("{name}:pick={name}-{} from {}", at + 1, ids.join(","))
            }
        });
    }
    Ok(())
}

/// The names of the gaps in a text.
fn named(text: &str) -> Vec<String> {
    let gaps = text.split("{{").skip(1);
    let names = gaps.filter_map(|gap| gap.split_once("}}"));
    names.map(|(name, _)| name.trim().to_owned()).collect()
}

fn hotspot(adding: &mut Adding, bank: &Draft, ask: &mut dyn Ask) -> Result<(), Stopped> {
    let langs = &bank.bank.languages;
    let pictures: Vec<String> = bank.pictures.keys().cloned().collect();
    if pictures.is_empty() {
        return Err(Stopped::NoPicture);
    }
    let at = ask.one_of("Which picture?", &pictures)?;
    adding.image = pictures.get(at).cloned().into_iter().collect();
    adding.alt = tagged("What it shows, for those who don't see it", langs, ask)?;
    let regions = several("Name of region", langs, ask)?;
    for (at, texts) in regions.iter().enumerate() {
        let name = texts.first().map_or("", String::as_str);
        let question = format!("Where is `{name}`? ({SHAPES}, in percent)");
        let shape = valid(&question, ask, |shape| {
            shaped(name, shape).map(|_| shape.trim().to_owned())
        })?;
        let texts = joined(texts);
        adding.region.push(format!("{}:{shape}={texts}", at + 1));
    }
    let at = ask.one_of("Which one is right?", &firsts(&regions))?;
    adding.key = vec![format!("{}", at + 1)];
    Ok(())
}
