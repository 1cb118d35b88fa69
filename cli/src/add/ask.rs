//! What is asked in the terminal. The answers are what the options would say.

use inquire::{InquireError, Select, Text};
use jalon_author::draft::Draft;

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

/// Why nobody answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopped {
    /// They had enough.
    ByUser,
    /// There is no terminal.
    NoTerminal,
}

impl From<InquireError> for Stopped {
    fn from(error: InquireError) -> Self {
        match error {
            InquireError::OperationCanceled | InquireError::OperationInterrupted => Self::ByUser,
            _ => Self::NoTerminal,
        }
    }
}

/// The person at the terminal.
pub(super) struct Terminal;

impl Ask for Terminal {
    fn text(&mut self, question: &str) -> Result<String, Stopped> {
        Ok(Text::new(question).prompt()?)
    }

    fn one_of(&mut self, question: &str, all: &[String]) -> Result<usize, Stopped> {
        let chosen = Select::new(question, all.to_vec()).raw_prompt()?;
        Ok(chosen.index)
    }
}

const KINDS: [(Kind, &str); 8] = [
    (Kind::Choice, "choice: pick what is right"),
    (Kind::TrueFalse, "true-false: judge a statement"),
    (Kind::Text, "text: type a short answer"),
    (Kind::Number, "number: type a number"),
    (Kind::Match, "match: give each item its target"),
    (Kind::Classify, "classify: put each item in its category"),
    (Kind::Order, "order: put items in order"),
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
    body(adding, kind, langs, ask)?;
    adding.explanation = tagged("Why is that right? (empty for none)", langs, ask)?;
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
    Ok(part("", &names))
}

/// An option of texts in every language; the id is made of the first one.
fn part(place: &str, texts: &[String]) -> String {
    let id = texts
        .first()
        .map(|text| jalon_carry::id_of(text))
        .unwrap_or_default();
    format!("{id}{place}={}", texts.join("|"))
}

fn texts(what: &str, langs: &[String], ask: &mut dyn Ask) -> Result<Vec<String>, Stopped> {
    // The sign stands between languages.
    let say = |text: String| text.replace('|', "/");
    let all = langs
        .iter()
        .map(|lang| ask.text(&format!("{what} [{lang}]:")));
    all.map(|text| text.map(say)).collect()
}

fn tagged(what: &str, langs: &[String], ask: &mut dyn Ask) -> Result<Vec<String>, Stopped> {
    let mut all = Vec::new();
    for lang in langs {
        let text = ask.text(&format!("{what} [{lang}]:"))?;
        if !text.trim().is_empty() {
            all.push(format!("{lang}={text}"));
        }
    }
    Ok(all)
}

/// Texts until an empty one.
fn several(what: &str, langs: &[String], ask: &mut dyn Ask) -> Result<Vec<Vec<String>>, Stopped> {
    let (first, others) = langs
        .split_first()
        .map_or(("en", &langs[..0]), |(first, others)| {
            (first.as_str(), others)
        });
    let mut all = Vec::new();
    loop {
        let question = format!("{what} {} [{first}] (empty when done):", all.len() + 1);
        let text = ask.text(&question)?.replace('|', "/");
        if text.trim().is_empty() {
            return Ok(all);
        }
        let mut own = vec![text];
        own.extend(texts(&format!("{what} {}", all.len() + 1), others, ask)?);
        all.push(own);
    }
}

fn body(
    adding: &mut Adding,
    kind: Kind,
    langs: &[String],
    ask: &mut dyn Ask,
) -> Result<(), Stopped> {
    let firsts = |all: &[Vec<String>]| -> Vec<String> {
        all.iter()
            .filter_map(|texts| texts.first().cloned())
            .collect()
    };
    let numbered = |at: usize| format!("{}", at + 1);
    let plain = |all: &[Vec<String>]| -> Vec<String> {
        let all = all.iter().enumerate();
        all.map(|(at, texts)| format!("{}={}", numbered(at), texts.join("|")))
            .collect()
    };
    match kind {
        Kind::Choice => {
            let all = several("Choice", langs, ask)?;
            adding.choice = plain(&all);
            adding.key = vec![numbered(ask.one_of("Which one is right?", &firsts(&all))?)];
        }
        Kind::TrueFalse => {
            let keys = ["true".to_owned(), "false".to_owned()];
            let at = ask.one_of("Is the statement true?", &keys)?;
            adding.key = keys.get(at).cloned().into_iter().collect();
        }
        Kind::Text => adding.accept = tagged("Right answer", langs, ask)?,
        Kind::Number => {
            adding.number = Some(ask.text("The right number:")?);
            let within = ask.text("How far away is near enough? (empty for not at all)")?;
            adding.within = Some(within).filter(|within| !within.trim().is_empty());
        }
        Kind::Match | Kind::Classify => {
            let (what, sign) = if kind == Kind::Match {
                ("Target", "t")
            } else {
                ("Category", "c")
            };
            let places = several(what, langs, ask)?;
            let ids = places
                .iter()
                .enumerate()
                .map(|(at, texts)| format!("{sign}{}={}", at + 1, texts.join("|")));
            let ids: Vec<String> = ids.collect();
            let mut items = Vec::new();
            for (at, texts) in several("Item", langs, ask)?.into_iter().enumerate() {
                let question = format!(
                    "Where does `{}` belong?",
                    texts.first().map_or("", String::as_str)
                );
                let place = ask.one_of(&question, &firsts(&places))?;
                items.push(format!(
                    "i{}:{sign}{}={}",
                    at + 1,
                    place + 1,
                    texts.join("|")
                ));
            }
            adding.item = items;
            if kind == Kind::Match {
                adding.target = ids
            } else {
                adding.category = ids
            }
        }
        Kind::Order => adding.item = plain(&several("In the right order, item", langs, ask)?),
        Kind::Essay => {
            adding.point = plain(&several("Point of the checklist", langs, ask)?);
            adding.model = tagged("Model answer", langs, ask)?;
        }
    }
    Ok(())
}
