//! The form in which progress is saved, and the names under which. It has a version from its first day on; a later one reads it
//! through a migration, step by step, and `tests/saved` keeps samples of every version that was ever released.
//!
//! Each response has an entry of its own, so that two tabs never write over one another's answers.

use crate::pieces::pieces;
use std::fmt;
use std::str::FromStr;

use super::Attempt;
use crate::enum_json;
use crate::id::{AttemptId, BankId, ModuleId, QuestionId};
use crate::json::{self, ToJson, Writer};
use crate::lang::Reading;
use crate::session::{AttemptHead, Given};

/// The version of the saved form that this engine writes.
pub const FORMAT: u32 = 1;

/// The name of an entry: `jalon:BANK:open:ATTEMPT` and so on. Parsing and printing are inverses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// An attempt that goes on.
    Open(BankId, AttemptId),
    /// One response of an attempt that goes on.
    Given(BankId, AttemptId, QuestionId),
    /// A finished attempt.
    Done(BankId, AttemptId),
    /// What the learner wrote at a module's prompt.
    Writing(BankId, ModuleId),
    /// The languages that the learner chose to read a module in.
    Reading(BankId, ModuleId),
}

/// What an entry holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// An attempt that goes on.
    Open(AttemptHead),
    /// One response of an attempt that goes on.
    Given(Given),
    /// A finished attempt.
    Done(Attempt),
    /// What the learner wrote at a module's prompt, to the letter.
    Writing(String),
    /// The languages that the learner chose.
    Reading(Reading),
}

/// Why an entry can't be read. It is to be set aside, never dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SavedError {
    /// Written by a later version of this program.
    Newer(u32),
    /// Anything else: cut short, changed, written by another program, or filed under another's name.
    Unreadable,
}

/// What is written around every entry.
struct Envelope<'a>(&'a Saved);

impl ToJson for Envelope<'_> {
    fn to_json(&self, out: &mut Writer) {
        out.begin_object();
        out.member("jalon", &FORMAT);
        out.member("saved", self.0);
        out.end_object();
    }
}

impl Saved {
    /// The text to keep.
    pub fn to_text(&self) -> String {
        json::write(&Envelope(self))
    }

    /// Reads an entry that is kept under `key`.
    ///
    /// # Errors
    ///
    /// The text can't be read, or is not what belongs under this key.
    pub fn read(key: &Key, text: &str) -> Result<Self, SavedError> {
        let json = json::parse(text).map_err(|_| SavedError::Unreadable)?;
        let saved: Self = match json.member("jalon").read() {
            Ok(FORMAT) => json.member("saved").read(),
            Ok(newer) if newer > FORMAT => return Err(SavedError::Newer(newer)),
            _ => return Err(SavedError::Unreadable),
        }
        .map_err(|_| SavedError::Unreadable)?;
        if saved.belongs_under(key) {
            Ok(saved)
        } else {
            Err(SavedError::Unreadable)
        }
    }

    fn belongs_under(&self, key: &Key) -> bool {
        match (self, key) {
            (Self::Open(head), Key::Open(_, id)) => head.id == *id,
            (Self::Done(attempt), Key::Done(_, id)) => attempt.head.id == *id,
            (Self::Given(_), Key::Given(..))
            | (Self::Writing(_), Key::Writing(..))
            | (Self::Reading(_), Key::Reading(..)) => true,
            _ => false,
        }
    }
}

enum_json!(Saved {
    "open" => Open(head), "given" => Given(given), "done" => Done(attempt),
    "writing" => Writing(text), "reading" => Reading(reading)
} else Self::Writing(String::new()));

impl Key {
    /// What the name of every entry of a bank starts with.
    pub fn prefix(bank: &BankId) -> String {
        ["jalon:", bank.as_str(), ":"].concat()
    }

    /// The name.
    pub fn name(&self) -> String {
        let (bank, [sort, first, second]) = match self {
            Self::Open(bank, attempt) => (bank, ["open:", attempt.as_str(), ""]),
            Self::Given(bank, attempt, question) => {
                (bank, ["given:", attempt.as_str(), question.as_str()])
            }
            Self::Done(bank, attempt) => (bank, ["done:", attempt.as_str(), ""]),
            Self::Writing(bank, module) => (bank, ["writing:", module.as_str(), ""]),
            Self::Reading(bank, module) => (bank, ["reading:", module.as_str(), ""]),
        };
        let colon = if second.is_empty() { "" } else { ":" };
        [&Self::prefix(bank), sort, first, colon, second].concat()
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())
    }
}

/// The text is not the name of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyError;

impl FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        fn id<T: FromStr>(text: &str) -> Result<T, KeyError> {
            text.parse().map_err(|_| KeyError)
        }
        let mut parts = pieces(text, b':');
        let mut part = || parts.next().unwrap_or_default();
        let (ours, bank, sort, first) = (part(), part(), part(), part());
        let second = parts.next();
        if ours != "jalon" || parts.next().is_some() {
            return Err(KeyError);
        }
        let bank = id(bank)?;
        match (sort, second) {
            ("open", None) => Ok(Self::Open(bank, id(first)?)),
            ("given", Some(question)) => Ok(Self::Given(bank, id(first)?, id(question)?)),
            ("done", None) => Ok(Self::Done(bank, id(first)?)),
            ("writing", None) => Ok(Self::Writing(bank, id(first)?)),
            ("reading", None) => Ok(Self::Reading(bank, id(first)?)),
            _ => Err(KeyError),
        }
    }
}
