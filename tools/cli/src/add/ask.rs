//! What is asked in the terminal. The answers are what the options would say.

use inquire::{InquireError, Select, Text};
use jalon_draft::Draft;

use super::adding::Adding;
use super::error::Stopped;
use super::kinds::KINDS;
use super::parts::joined;

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
const ON_SCREEN: usize = KINDS.len() + 1;

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

/// Asks for all that a question needs.
pub(super) fn fill(adding: &mut Adding, bank: &Draft, ask: &mut dyn Ask) -> Result<(), Stopped> {
    let langs = &bank.bank.languages;
    if adding.module.is_none() && bank.modules.len() > 1 {
        let all: Vec<String> = bank.modules.iter().map(|(id, _)| id.clone()).collect();
        let at = ask.one_of("Which module?", &all)?;
        adding.module = all.get(at).cloned();
    }
    let names = KINDS.iter();
    let names = names.map(|kind| format!("{}: {}", kind.name, kind.about));
    let at = ask.one_of("What kind of question?", &names.collect::<Vec<_>>())?;
    let kind = KINDS.get(at).unwrap_or(&KINDS[0]);
    adding.kind = Some(*kind);
    adding.concept = vec![concept(bank, ask)?];
    adding.prompt = tagged("Prompt", langs, ask)?;
    (kind.ask)(adding, bank, ask)?;
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
pub(super) fn needed(question: &str, ask: &mut dyn Ask) -> Result<String, Stopped> {
    valid(question, ask, |text| match text.trim() {
        "" => Err("There has to be something".to_owned()),
        text => Ok(text.to_owned()),
    })
}

pub(super) fn valid<T>(
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
pub(super) fn texts(
    what: &str,
    langs: &[String],
    ask: &mut dyn Ask,
) -> Result<Vec<String>, Stopped> {
    let all = langs
        .iter()
        .map(|lang| needed(&format!("{what} [{lang}]:"), ask));
    all.collect()
}

/// A text in each language, as options with a tag.
pub(super) fn tagged(
    what: &str,
    langs: &[String],
    ask: &mut dyn Ask,
) -> Result<Vec<String>, Stopped> {
    let all = texts(what, langs, ask)?;
    let all = langs.iter().zip(all);
    Ok(all.map(|(lang, text)| format!("{lang}={text}")).collect())
}

/// Texts until an empty one; at least two, since with one there is nothing to choose.
pub(super) fn several(
    what: &str,
    langs: &[String],
    ask: &mut dyn Ask,
) -> Result<Vec<Vec<String>>, Stopped> {
    at_least(2, what, langs, ask)
}

pub(super) fn at_least(
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
pub(super) fn firsts(all: &[Vec<String>]) -> Vec<String> {
    let firsts = all.iter().filter_map(|texts| texts.first().cloned());
    firsts.collect()
}

/// Options of texts, whose ids are a beginning and a number.
pub(super) fn plain(beginning: &str, all: &[Vec<String>]) -> Vec<String> {
    let all = all.iter().enumerate();
    all.map(|(at, texts)| format!("{beginning}{}={}", at + 1, joined(texts)))
        .collect()
}

pub(super) fn within(ask: &mut dyn Ask) -> Result<Option<String>, Stopped> {
    let within = ask.text("How far away is near enough? (empty for not at all)")?;
    Ok(Some(within).filter(|within| !within.trim().is_empty()))
}
