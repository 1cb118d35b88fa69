//! The names of entries. Parsing and printing are inverses.

use std::fmt;
use std::str::FromStr;

use crate::id::{AttemptId, BankId, ModuleId, QuestionId};

/// Whose entries: those of a bank, as it is at one address. Two banks of one id on one origin have different scopes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scope {
    bank: BankId,
    /// A hash of the bank's address; none in the names of earlier releases.
    address: Option<u32>,
}

impl Scope {
    /// The scope of a bank at an absolute address. Query and fragment don't count.
    ///
    /// ```
    /// # use jalon_engine::progress::Scope;
    /// let bank = "almanac".parse().unwrap();
    /// let scope = Scope::of(&bank, "https://example.org/banks/almanac.json?v=2");
    /// assert_eq!(scope, Scope::of(&bank, "https://example.org/banks/almanac.json"));
    /// assert_eq!(scope.name(), "almanac~0ec08e04");
    /// ```
    pub fn of(bank: &BankId, address: &str) -> Self {
        let mut hash = 0x811c_9dc5_u32;
        let path = address.split(['?', '#']).next().unwrap_or(address);
        for byte in path.bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        Self {
            bank: *bank,
            address: Some(hash),
        }
    }

    /// The bank's id.
    pub fn bank(&self) -> &BankId {
        &self.bank
    }

    /// What stands for it in the name of an entry: `almanac~1a2b3c4d`, or `almanac` in the names of earlier releases.
    pub fn name(&self) -> String {
        let mut name = self.bank.as_str().to_owned();
        if let Some(hash) = self.address {
            name.push('~');
            for place in (0..8).rev() {
                let digit = (hash >> (4 * place) & 15) as u8;
                let zero = if digit < 10 { b'0' } else { b'a' - 10 };
                name.push(char::from(zero + digit));
            }
        }
        name
    }
}

/// The scope of the names of earlier releases.
impl From<BankId> for Scope {
    fn from(bank: BankId) -> Self {
        Self {
            bank,
            address: None,
        }
    }
}

impl FromStr for Scope {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let Some((bank, digits)) = text.split_once('~') else {
            return Ok(Self::from(id::<BankId>(text)?));
        };
        let mut hash = 0_u32;
        for byte in digits.bytes() {
            let digit = match byte {
                b'0'..=b'9' => byte - b'0',
                b'a'..=b'f' => byte - b'a' + 10,
                _ => return Err(KeyError),
            };
            hash = hash << 4 | u32::from(digit);
        }
        match digits.len() {
            8 => Ok(Self {
                bank: id(bank)?,
                address: Some(hash),
            }),
            _ => Err(KeyError),
        }
    }
}

/// The name of an entry: `jalon:SCOPE:open:ATTEMPT` and so on. Parsing and printing are inverses.
///
/// ```
/// use jalon_engine::progress::Key;
///
/// let name = "jalon:almanac~0ec08e04:given:19a-7b:phases";
/// let key: Key = name.parse()?;
/// assert!(matches!(key, Key::Given(..)));
/// assert_eq!(key.to_string(), name);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// An attempt that goes on.
    Open(Scope, AttemptId),
    /// One response of an attempt that goes on.
    Given(Scope, AttemptId, QuestionId),
    /// A finished attempt.
    Done(Scope, AttemptId),
    /// What the learner wrote at a module's prompt.
    Writing(Scope, ModuleId),
    /// The languages that the learner chose to read a module in.
    Reading(Scope, ModuleId),
    /// Whether every change of the last visit to a module was stored.
    Stored(Scope, ModuleId),
}

impl Key {
    /// Whose entry it is.
    pub fn scope(&self) -> &Scope {
        match self {
            Self::Open(scope, _)
            | Self::Given(scope, ..)
            | Self::Done(scope, _)
            | Self::Writing(scope, _)
            | Self::Reading(scope, _)
            | Self::Stored(scope, _) => scope,
        }
    }

    /// The attempt that it is a part of.
    pub(super) fn attempt(&self) -> Option<&AttemptId> {
        match self {
            Self::Open(_, id) | Self::Given(_, id, _) | Self::Done(_, id) => Some(id),
            Self::Writing(..) | Self::Reading(..) | Self::Stored(..) => None,
        }
    }

    /// The name.
    pub fn name(&self) -> String {
        let (sort, first, second) = match self {
            Self::Open(_, attempt) => ("open", attempt.as_str(), ""),
            Self::Given(_, attempt, question) => ("given", attempt.as_str(), question.as_str()),
            Self::Done(_, attempt) => ("done", attempt.as_str(), ""),
            Self::Writing(_, module) => ("writing", module.as_str(), ""),
            Self::Reading(_, module) => ("reading", module.as_str(), ""),
            Self::Stored(_, module) => ("stored", module.as_str(), ""),
        };
        let colon = if second.is_empty() { "" } else { ":" };
        let scope = self.scope().name();
        ["jalon:", &scope, ":", sort, ":", first, colon, second].concat()
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

fn id<T: FromStr>(text: &str) -> Result<T, KeyError> {
    text.parse().map_err(|_| KeyError)
}

impl FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let mut parts = text.split(':');
        let mut part = || parts.next().unwrap_or_default();
        let (ours, scope, sort, first) = (part(), part(), part(), part());
        let second = parts.next();
        if ours != "jalon" || parts.next().is_some() {
            return Err(KeyError);
        }
        let scope = scope.parse()?;
        match (sort, second) {
            ("open", None) => Ok(Self::Open(scope, id(first)?)),
            ("given", Some(question)) => Ok(Self::Given(scope, id(first)?, id(question)?)),
            ("done", None) => Ok(Self::Done(scope, id(first)?)),
            ("writing", None) => Ok(Self::Writing(scope, id(first)?)),
            ("reading", None) => Ok(Self::Reading(scope, id(first)?)),
            ("stored", None) => Ok(Self::Stored(scope, id(first)?)),
            _ => Err(KeyError),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_name_of_any_scope_is_printed_as_it_was_parsed(address: String, hash: Option<u32>) {
            let bank: BankId = "b".parse().unwrap();
            for scope in [Scope::of(&bank, &address), Scope { bank, address: hash }] {
                prop_assert_eq!(scope.name().parse(), Ok(scope));
                let key = Key::Writing(scope, "m".parse().unwrap());
                prop_assert_eq!(key.name().parse(), Ok(key));
            }
        }

        #[test]
        fn what_parses_prints_as_it_was(text in "jalon:[ab]~?[0-9a-fA-F]{0,9}:(open|given|done|stored|other)(:[a-c]{0,2}){0,3}") {
            if let Ok(key) = text.parse::<Key>() {
                prop_assert_eq!(key.name(), text);
            }
        }
    }
}
