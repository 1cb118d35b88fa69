//! Small ordered collections keyed by ids: sorted lists, which the client pays for once and not once per type.

use serde::{Serialize, Serializer};

use crate::id::{ChoiceId, QuestionId};
use crate::json::{FromJson, Json, Wrong};

/// One value per question, in the order of the questions' ids. A JSON object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerQuestion<T>(Vec<(QuestionId, T)>);

impl<T> Default for PerQuestion<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> PerQuestion<T> {
    fn place(&self, id: &QuestionId) -> Result<usize, usize> {
        self.0
            .binary_search_by(|(own, _)| own.as_str().cmp(id.as_str()))
    }

    /// The value for a question.
    pub fn get(&self, id: &QuestionId) -> Option<&T> {
        let place = self.place(id).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    /// Puts a value, and returns the one before.
    pub fn insert(&mut self, id: QuestionId, value: T) -> Option<T> {
        match self.place(&id) {
            Ok(place) => {
                let (_, own) = self.0.get_mut(place)?;
                Some(std::mem::replace(own, value))
            }
            Err(place) => {
                self.0.insert(place, (id, value));
                None
            }
        }
    }

    /// Every question with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &T)> {
        self.0.iter().map(|(id, value)| (id, value))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> FromIterator<(QuestionId, T)> for PerQuestion<T> {
    fn from_iter<I: IntoIterator<Item = (QuestionId, T)>>(items: I) -> Self {
        let mut all = Self::default();
        for (id, value) in items {
            all.insert(id, value);
        }
        all
    }
}

impl<T: Serialize> Serialize for PerQuestion<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<T: FromJson> FromJson for PerQuestion<T> {
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
        let mut all = Self::default();
        for (name, value) in json.members()? {
            let id = name
                .parse()
                .map_err(|error| Wrong::here(format!("{error}")))?;
            all.insert(id, T::from_json(value)?);
        }
        Ok(all)
    }
}

/// A set of choices. A JSON list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Choices(Vec<ChoiceId>);

impl Choices {
    /// Adds a choice.
    pub fn insert(&mut self, id: ChoiceId) {
        if let Err(place) = self.0.binary_search_by(|own| own.as_str().cmp(id.as_str())) {
            self.0.insert(place, id);
        }
    }

    /// Takes a choice out.
    pub fn remove(&mut self, id: &ChoiceId) {
        self.0.retain(|own| own != id);
    }

    /// Takes all choices out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// True when the choice is one of them.
    pub fn contains(&self, id: &ChoiceId) -> bool {
        self.0.contains(id)
    }

    /// The choices, in the order of their ids.
    pub fn iter(&self) -> std::slice::Iter<'_, ChoiceId> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<ChoiceId> for Choices {
    fn from_iter<I: IntoIterator<Item = ChoiceId>>(ids: I) -> Self {
        let mut all = Self::default();
        for id in ids {
            all.insert(id);
        }
        all
    }
}

impl FromJson for Choices {
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
        Ok(Vec::<ChoiceId>::from_json(json)?.into_iter().collect())
    }
}
