//! Two bodies of one question, each in its language.

use std::collections::HashMap;

use serde::Serialize;

/// Where two bodies of one question differ in what belongs to no language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// They say other values, each as TOML.
    Value {
        /// What has the value: "the key".
        what: String,
        /// The value that is kept.
        own: String,
        /// The value of the other body.
        other: String,
    },
    /// A part is of another sort.
    Sort {
        /// The part: "the gap `1`".
        what: String,
    },
}

/// The conflicts of a merge, in the order in which they were found.
#[derive(Debug, Default)]
pub struct Conflicts(pub Vec<Conflict>);

impl Conflicts {
    /// Notes where the other one has another value.
    pub fn differ<T: PartialEq + Serialize>(&mut self, what: &str, own: &T, other: &T) {
        if own != other {
            self.0.push(Conflict::Value {
                what: what.to_owned(),
                own: written(own),
                other: written(other),
            });
        }
    }

    /// Notes that a part of the other one is of another sort.
    pub(super) fn sort(&mut self, what: &str) {
        self.0.push(Conflict::Sort {
            what: what.to_owned(),
        });
    }
}

/// A value as a bank has it.
fn written(value: &impl Serialize) -> String {
    toml::Value::try_from(value).map_or_else(|_| "nothing".to_owned(), |value| value.to_string())
}

/// Our parts, each with the other's of the same id.
pub(super) fn by_id<T>(
    own: &mut [T],
    other: Vec<T>,
    id: impl Fn(&T) -> &String,
) -> Vec<(&mut T, T)> {
    let mut others: HashMap<String, T> = other
        .into_iter()
        .map(|one| (id(&one).clone(), one))
        .collect();
    let pairs = own.iter_mut().filter_map(|own| {
        let other = others.remove(id(own))?;
        Some((own, other))
    });
    pairs.collect()
}

/// The ids of parts.
pub(super) fn ids<T>(all: &[T], id: impl Fn(&T) -> &String) -> Vec<&str> {
    all.iter().map(|one| id(one).as_str()).collect()
}
