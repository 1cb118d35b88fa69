//! Pick one choice, or several (QTI: choice interaction).

use super::{
    Evidence as KindEvidence, NotReady, Note, Outcome, SelectedWordings, has_words, text_of,
};
use crate::fault::{FaultSink, Location, Subject, Violation};
use crate::grade::{Policy, Score, Tally};
use crate::id::{ChoiceId, MisconceptionId};
use crate::lang::{Lang, Localised};
use crate::markup::Line;
use crate::question_map::Choices;
use crate::rules;
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
    /// The share of the points that picking it earns, in percent, -100 to 100. Once one choice has a weight, the
    /// weights decide; those without one weigh nothing, but for the one right choice, which weighs 100.
    pub weight: Option<i16>,
    /// For a learner who picked it.
    pub feedback: Note,
    /// The wrong idea that leads to it, for those who look at many answers; learners are not shown it.
    pub misconception: Option<MisconceptionId>,
}

/// What is right. It also says how many may be picked, so that the two can't disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// One may be picked, and this one is right.
    One(ChoiceId),
    /// Several may be picked.
    Several(Several),
}

/// A key of which several choices may be picked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Several {
    /// The right ones.
    pub right: Choices,
    /// How a response that is right in part is marked.
    pub scoring: Policy,
    /// How many have to be picked.
    pub picks: Picks,
}

/// How many choices have to be picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picks {
    /// No fewer; 1 and up.
    pub least: u16,
    /// No more, if there is a limit.
    pub most: Option<u16>,
}

impl Default for Picks {
    fn default() -> Self {
        Self {
            least: 1,
            most: None,
        }
    }
}

impl Key {
    /// The right choices.
    pub fn iter(&self) -> std::slice::Iter<'_, ChoiceId> {
        match self {
            Self::One(id) => std::slice::from_ref(id).iter(),
            Self::Several(key) => key.right.iter(),
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
            Self::Several(key) => Pick::Several(key.picks),
        }
    }
}

/// How many choices may be picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// One: radio buttons.
    One,
    /// So many: check boxes.
    Several(Picks),
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

impl Item {
    /// A choice without anything particular.
    ///
    /// ```
    /// use jalon_engine::kind::choice::{Choice, Item, Key, Response};
    /// use jalon_engine::{Body, ChoiceId, Response as Given};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let (mars, venus): (ChoiceId, ChoiceId) = ("mars".parse()?, "venus".parse()?);
    /// let choices = vec![Item::new(mars), Item::new(venus)];
    /// let body = Body::Choice(Choice { choices, key: Key::One(mars), shuffle: true });
    /// let picked: Response = [mars].into_iter().collect();
    /// let outcome = body.score(&Given::Choice(picked), 1, &[])?;
    /// assert!(outcome.score.is_full());
    /// # Ok(())
    /// # }
    /// ```
    pub fn new(id: ChoiceId) -> Self {
        Self {
            id,
            pinned: false,
            weight: None,
            feedback: Note::default(),
            misconception: None,
        }
    }
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
        match self.key.pick() {
            Pick::One if given.len() > 1 => Err(NotReady::TooMany),
            Pick::Several(picks) if given.len() < picks.least.into() => {
                Err(NotReady::PickMore(picks.least))
            }
            Pick::Several(Picks {
                most: Some(most), ..
            }) if given.len() > most.into() => Err(NotReady::PickFewer(most)),
            _ => Ok(()),
        }
    }

    pub(super) fn score(&self, given: &Response, points: u32) -> Result<Outcome, NotReady> {
        match self.ready(given) {
            Ok(()) | Err(NotReady::PickMore(_)) => {}
            Err(reason) => return Err(reason),
        }
        let mut evidence = Evidence::default();
        for id in given.iter() {
            let kept = match self.key.contains(id) {
                true => &mut evidence.hits,
                false => &mut evidence.false_picks,
            };
            kept.insert(*id);
        }
        for id in self.key.iter() {
            if !given.contains(id) {
                evidence.missed.insert(*id);
            }
        }
        let score = match self.weights(given) {
            Some(percent) => Score::share(percent, 100, points),
            None => self.scoring().score(self.tally(&evidence), points),
        };
        Ok(Outcome {
            score,
            evidence: super::Evidence::Choice(evidence),
        })
    }

    pub(super) fn add_misconceptions<'a>(&'a self, all: &mut Vec<&'a MisconceptionId>) {
        for item in &self.choices {
            all.extend(&item.misconception);
        }
    }

    pub(super) fn shown_misconceptions(&self, found: &Evidence) -> Vec<&MisconceptionId> {
        let mut shown = Vec::new();
        for item in &self.choices {
            if found.false_picks.contains(&item.id) {
                shown.extend(&item.misconception);
            }
        }
        shown
    }

    /// How a response that is right in part is marked, where the choices have no weights.
    pub fn scoring(&self) -> Policy {
        match &self.key {
            Key::One(_) => Policy::AllOrNothing,
            Key::Several(key) => key.scoring,
        }
    }

    /// What the choices picked weigh together, in percent, not below zero; `None` where choices have no weights.
    pub fn weights(&self, given: &Response) -> Option<u64> {
        self.choices.iter().find(|item| item.weight.is_some())?;
        let picked = self.choices.iter().filter(|item| given.contains(&item.id));
        let sum: i64 = picked.map(|item| i64::from(self.weight(item))).sum();
        Some(sum.try_into().unwrap_or(0))
    }

    fn weight(&self, item: &Item) -> i16 {
        let usual = match &self.key {
            Key::One(id) if *id == item.id => 100,
            _ => 0,
        };
        item.weight.unwrap_or(usual)
    }

    fn tally(&self, evidence: &Evidence) -> Tally {
        let right = evidence.hits.len() + evidence.missed.len();
        Tally {
            hits: evidence.hits.len() as u64,
            right: right as u64,
            false_picks: evidence.false_picks.len() as u64,
            wrong: self.choices.len().saturating_sub(right) as u64,
        }
    }

    pub(super) fn face(&self, drawn: &SelectedWordings<'_>, order: &[ChoiceId]) -> Face {
        let text = |id| text_of(drawn, id);
        Face {
            pick: self.key.pick(),
            choices: order.iter().map(|id| (*id, text(id))).collect(),
        }
    }

    pub(super) fn check(&self, sink: &mut impl FaultSink, langs: &[Lang], n: usize) {
        if self.choices.len() < 2 {
            sink.add(Location::Question(n), || {
                Violation::TooFew(Subject::Choice, 2)
            });
        }
        let mut ids = self.choices.iter().map(|item| item.id.as_str());
        rules::twice(sink, Subject::Choice, &mut ids, |c| Location::Choice(n, c));
        for (c, item) in self.choices.iter().enumerate() {
            rules::feedback(sink, Location::Choice(n, c), langs, &item.feedback);
        }
        if self.key.iter().next().is_none() {
            sink.add(Location::Key(n), || {
                Violation::TooFew(Subject::KeyChoice, 1)
            });
        }
        for id in self.key.iter() {
            if !self.choices.iter().any(|item| item.id == *id) {
                sink.add(Location::Key(n), || {
                    Violation::Unknown(Subject::Choice, id.to_string())
                });
            }
        }
        self.check_picks(sink, n);
        if self.choices.iter().any(|item| item.weight.is_some()) {
            self.check_weights(sink, n);
        }
    }

    /// The key itself has to be a response that can be judged.
    fn check_picks(&self, sink: &mut impl FaultSink, n: usize) {
        let Key::Several(key) = &self.key else {
            return;
        };
        let (right, all) = (key.right.len() as u64, self.choices.len() as u64);
        let (least, most) = (key.picks.least.into(), key.picks.most.map(u64::from));
        if !(1..=right.max(1)).contains(&least) {
            sink.add(Location::Key(n), || {
                Violation::OutOfRange(Subject::LeastPicks, least, 1..=right)
            });
        }
        if let Some(most) = most.filter(|most| !(right..=all.max(right)).contains(most)) {
            sink.add(Location::Key(n), || {
                Violation::OutOfRange(Subject::MostPicks, most, right..=all)
            });
        }
    }

    /// The key earns full points, and nothing else does.
    fn check_weights(&self, sink: &mut impl FaultSink, n: usize) {
        let one = self.key.pick() == Pick::One;
        let mut sum = 0;
        for (c, item) in self.choices.iter().enumerate() {
            let weight = self.weight(item);
            let range = match (self.key.contains(&item.id), one) {
                (true, true) => 100..=100,
                (true, false) => 1..=100,
                (false, true) => -100..=99,
                (false, false) => -100..=0,
            };
            if !range.contains(&weight) {
                sink.add(Location::Choice(n, c), || Violation::Weight(item.id, range));
            }
            if self.key.contains(&item.id) {
                sum += i32::from(weight);
            }
        }
        if sum != 100 && !one {
            sink.add(Location::Key(n), || Violation::KeyWeight(sum));
        }
    }
}

/// What became of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceMark {
    /// Which choice.
    pub id: ChoiceId,
    /// Whether it was picked.
    pub picked: bool,
    /// Whether it is right.
    pub right: bool,
    /// A word on it, if it was picked.
    pub note: Option<Note>,
}

/// What became of each choice, in the order shown.
pub(crate) fn marks(
    body: &Choice,
    order: &[ChoiceId],
    outcome: Option<Outcome>,
) -> Vec<ChoiceMark> {
    let evidence = match outcome.map(|outcome| outcome.evidence) {
        Some(KindEvidence::Choice(evidence)) => Some(evidence),
        _ => None,
    };
    let mut marks = Vec::new();
    for id in order {
        let Some(item) = body.choices.iter().find(|item| item.id == *id) else {
            continue;
        };
        let picked = evidence
            .as_ref()
            .is_some_and(|e| e.hits.contains(id) || e.false_picks.contains(id));
        marks.push(ChoiceMark {
            id: *id,
            picked,
            right: body.key.contains(id),
            note: (picked && has_words(&item.feedback)).then(|| item.feedback.clone()),
        });
    }
    marks
}

struct_json!(Choice { choices, key; shuffle = true });
struct_json!(Item { id; pinned = false, weight = None, feedback = Note::default(), misconception = None });
struct_json!(Several { right; scoring = Policy::default(), picks = Picks::default() });
struct_json!(Picks { least; most = None });
enum_json!(Key { "one" => One(id), "several" => Several(key) } else Self::Several(Several::default()));
