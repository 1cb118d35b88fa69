//! Pick one choice, or several (QTI: choice interaction).

use super::{Drawn, NotReady, Note, Outcome};
use crate::bank::{Flaw, Hearer, Place, What, check_feedback, twice};
use crate::grade::Score;
use crate::id::ChoiceId;
use crate::lang::{Lang, Localised};
use crate::markup::Line;
use crate::per::Choices;
use crate::{enum_json, struct_json};

/// A question with choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The choices, as their author ordered them; at least two.
    pub choices: Vec<Item>,
    /// What is right.
    pub key: Key,
    /// Whether each attempt puts the choices in a new order.
    pub shuffle: bool,
}

/// One choice; its texts are in the wordings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its identity.
    pub id: ChoiceId,
    /// Keeps its place when the others change theirs.
    pub pinned: bool,
    /// For a learner who picked it.
    pub feedback: Note,
}

/// What is right. It also says how many may be picked, so that the two can't disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// One may be picked, and this one is right.
    One(ChoiceId),
    /// Several may be picked, and all of these and no others are right.
    Several(Choices),
}

impl Key {
    /// The right choices.
    pub fn iter(&self) -> std::slice::Iter<'_, ChoiceId> {
        match self {
            Self::One(id) => std::slice::from_ref(id).iter(),
            Self::Several(ids) => ids.iter(),
        }
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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
        let mut evidence = Evidence::default();
        for id in given.iter() {
            let kept = match self.key.contains(id) {
                true => &mut evidence.hits,
                false => &mut evidence.false_picks,
            };
            kept.insert(id.clone());
        }
        for id in self.key.iter() {
            if !given.contains(id) {
                evidence.missed.insert(id.clone());
            }
        }
        let right = evidence.false_picks.is_empty() && evidence.missed.is_empty();
        Ok(Outcome {
            score: Score::all_or_nothing(right, points),
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

    pub(super) fn check(&self, hearer: &mut impl Hearer, langs: &[Lang], n: usize) {
        if self.choices.len() < 2 {
            hearer.add(Place::Question(n), || Flaw::TooFew(What::Choice, 2));
        }
        let mut ids = self.choices.iter().map(|item| item.id.as_str());
        twice(hearer, What::Choice, &mut ids, |c| Place::Choice(n, c));
        for (c, item) in self.choices.iter().enumerate() {
            check_feedback(hearer, Place::Choice(n, c), langs, &item.feedback);
        }
        if self.key.iter().next().is_none() {
            hearer.add(Place::Key(n), || Flaw::TooFew(What::KeyChoice, 1));
        }
        for id in self.key.iter() {
            if !self.choices.iter().any(|item| item.id == *id) {
                hearer.add(Place::Key(n), || {
                    Flaw::Unknown(What::Choice, id.to_string())
                });
            }
        }
    }
}

struct_json!(Choice { choices, key; shuffle = true });
struct_json!(Item { id; pinned = false, feedback = Note::default() });
enum_json!(Key { "one" => One(id), "several" => Several(ids) } else Self::Several(Choices::default()));
