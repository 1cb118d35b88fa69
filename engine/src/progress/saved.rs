//! The form in which progress is saved. It has a version from its first day on; a later one reads it
//! through a migration, step by step, and `tests/saved` keeps samples of every version that was ever released.
//!
//! Each response has an entry of its own, so that two tabs never write over one another's answers.

use super::{Attempt, Key};
use crate::enum_json;
use crate::grade::Stage;
use crate::json::{self, ToJson, Writer};
use crate::kind::Response;
use crate::lang::Reading;
use crate::session::{AttemptHead, RecordedResponse};

/// The version of the saved form that this engine writes.
pub const FORMAT: u32 = 1;

/// What an entry holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// An attempt that goes on.
    Open(AttemptHead),
    /// One response of an attempt that goes on.
    Given(RecordedResponse),
    /// A finished attempt.
    Done(Attempt),
    /// What the learner wrote at a module's prompt, to the letter.
    Writing(String),
    /// The languages that the learner chose.
    Reading(Reading),
    /// Whether every change of the last visit was stored.
    Stored(Stored),
}

/// Whether every change of a visit was stored. Both are written in as many bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stored {
    /// Every one.
    All,
    /// The last ones were not.
    Not,
}

/// Why an entry can't be read. It is to be set aside, never dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
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
    ///
    /// ```
    /// use jalon_engine::progress::{Key, Saved, SavedError};
    ///
    /// let key: Key = "jalon:almanac:writing:the-moon".parse()?;
    /// let text = Saved::Writing("It is round.".to_owned()).to_text();
    /// assert!(matches!(Saved::read(&key, &text), Ok(Saved::Writing(_))));
    /// assert_eq!(Saved::read(&key, "{"), Err(SavedError::Unreadable));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// True when a later version of this program wrote the text.
    pub(super) fn is_newer(text: &str) -> bool {
        let json = json::parse(text).ok();
        let format = json.and_then(|json| json.member("jalon").read::<u32>().ok());
        format.is_some_and(|format| format > FORMAT)
    }

    fn belongs_under(&self, key: &Key) -> bool {
        match (self, key) {
            (Self::Open(head), Key::Open(_, id)) => head.id == *id,
            (Self::Done(attempt), Key::Done(_, id)) => attempt.head.id == *id,
            (Self::Given(_), Key::Given(..))
            | (Self::Writing(_), Key::Writing(..))
            | (Self::Reading(_), Key::Reading(..))
            | (Self::Stored(_), Key::Stored(..)) => true,
            _ => false,
        }
    }
}

/// Whether a text can't be read as what its name says it is. One of a later version isn't damaged.
pub(super) fn is_damaged(name: &str, text: &str) -> bool {
    name.parse::<Key>()
        .is_ok_and(|key| matches!(Saved::read(&key, text), Err(SavedError::Unreadable)))
}

/// Whether what was given to a question stays when something else turns up in its place, of which another tab could not know. What is
/// settled stays settled, as long as the question is the same. Else the later one counts; but nothing, with a hint or a certainty, never
/// counts in the place of an answer.
pub(super) fn outlasts(own: &RecordedResponse, other: &RecordedResponse) -> bool {
    let is_settled = |given: &RecordedResponse| given.used.stage == Stage::Settled;
    let is_blank = |given: &RecordedResponse| given.response == Response::Nothing;
    match (is_settled(own), is_settled(other)) {
        (one, two) if one != two && own.fingerprint == other.fingerprint => one,
        _ => own.at > other.at && (is_blank(other) || !is_blank(own)),
    }
}

enum_json!(Saved {
    "open" => Open(head), "given" => Given(given), "done" => Done(attempt),
    "writing" => Writing(text), "reading" => Reading(reading), "stored" => Stored(stored)
} else Self::Writing(String::new()));
enum_json!(Stored { "all" => All, "not" => Not } else Self::All);
