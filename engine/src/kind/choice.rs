//! Pick one choice, or several (QTI: choice interaction).

use serde::Serialize;

use super::{Drawn, NotReady, Note, Outcome};
use crate::bank::{Faults, Flaw, Place, Question, What, check_feedback, choice_texts, twice};
use crate::grade::Score;
use crate::id::ChoiceId;
use crate::lang::{Lang, Localised};
use crate::markup::Line;
use crate::per::Choices;
use crate::{enum_from_json, from_json};

/// A question with choices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The choices, as their author ordered them; at least two.
    pub choices: Vec<Item>,
    /// What is right.
    pub key: Key,
    /// Whether each attempt puts the choices in a new order.
    #[serde(skip_serializing_if = "is_yes")]
    pub shuffle: bool,
}

/// One choice; its texts are in the wordings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Its identity.
    pub id: ChoiceId,
    /// Keeps its place when the others change theirs.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub pinned: bool,
    /// For a learner who picked it.
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub feedback: Note,
}

/// What is right. It also says how many may be picked, so that the two can't disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Key {
    /// One may be picked, and this one is right.
    One(ChoiceId),
    /// Several may be picked, and all of these and no others are right.
    Several(Choices),
}

impl Key {
    /// The right choices.
    pub fn iter(&self) -> impl Iterator<Item = &ChoiceId> {
        let (one, several) = match self {
            Self::One(id) => (Some(id), None),
            Self::Several(ids) => (None, Some(ids.iter())),
        };
        one.into_iter().chain(several.into_iter().flatten())
    }

    /// True when this choice is right.
    pub fn contains(&self, id: &ChoiceId) -> bool {
        self.iter().any(|right| right == id)
    }

    /// How many may be picked.
    pub fn pick(&self) -> Pick {
        match self {
            Self::One(_) => Pick::One,
            Self::Several(_) => Pick::Several,
        }
    }
}

/// How many choices may be picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// One: radio buttons.
    One,
    /// Any number: check boxes.
    Several,
}

/// The choices picked, each once; in which order makes no difference.
pub type Response = Choices;

/// What a learner may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// How many may be picked.
    pub pick: Pick,
    /// The choices in the order drawn, with their texts.
    pub choices: Vec<(ChoiceId, Localised<Line>)>,
}

/// The choices picked, against the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Right and picked.
    pub hits: Choices,
    /// Wrong and picked.
    pub false_picks: Choices,
    /// Right and not picked.
    pub missed: Choices,
}

impl Choice {
    pub(super) fn ready(&self, given: &Response) -> Result<(), NotReady> {
        if given.is_empty() {
            return Err(NotReady::Empty);
        }
        if !given
            .iter()
            .all(|id| self.choices.iter().any(|item| item.id == *id))
        {
            return Err(NotReady::UnknownChoice);
        }
        if self.key.pick() == Pick::One && given.len() > 1 {
            return Err(NotReady::TooMany);
        }
        Ok(())
    }

    /// All or nothing: full points for the right choices and no others.
    pub(super) fn score(&self, given: &Response, points: u32) -> Result<Outcome, NotReady> {
        self.ready(given)?;
        let right: Response = self.key.iter().cloned().collect();
        let only = |of: &Choices, keep: &dyn Fn(&ChoiceId) -> bool| {
            of.iter().filter(|id| keep(id)).cloned().collect()
        };
        let evidence = Evidence {
            hits: only(given, &|id| right.contains(id)),
            false_picks: only(given, &|id| !right.contains(id)),
            missed: only(&right, &|id| !given.contains(id)),
        };
        let score = Score::all_or_nothing(*given == right, points);
        Ok(Outcome {
            score,
            evidence: super::Evidence::Choice(evidence),
        })
    }

    pub(super) fn face(&self, drawn: &Drawn<'_>, order: &[ChoiceId]) -> Face {
        let text = |id: &ChoiceId| {
            drawn.map(|_, wording| wording.choices.get(id).cloned().unwrap_or_default())
        };
        Face {
            pick: self.key.pick(),
            choices: order.iter().map(|id| (id.clone(), text(id))).collect(),
        }
    }

    pub(super) fn check(&self, faults: &mut Faults, langs: &[Lang], n: usize, question: &Question) {
        if self.choices.len() < 2 {
            faults.add(Place::Question(n), Flaw::TooFew(What::Choice, 2));
        }
        let ids: Vec<&ChoiceId> = self.choices.iter().map(|item| &item.id).collect();
        twice(
            faults,
            What::Choice,
            ids.iter().map(|id| id.as_str()),
            |c| Place::Choice(n, c),
        );
        for (c, item) in self.choices.iter().enumerate() {
            check_feedback(faults, langs, &Place::Choice(n, c), &item.feedback);
        }
        if self.key.iter().next().is_none() {
            faults.add(Place::Key(n), Flaw::TooFew(What::KeyChoice, 1));
        }
        for id in self.key.iter().filter(|id| !ids.contains(id)) {
            faults.add(Place::Key(n), Flaw::Unknown(What::Choice, id.to_string()));
        }
        choice_texts(faults, n, question, &ids);
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_yes(flag: &bool) -> bool {
    *flag
}

from_json!(Choice { choices, key; shuffle = true });
from_json!(Item { id; pinned = false, feedback = Note::default() });
enum_from_json!(Key { "one" => One(id), "several" => Several(ids) });
