//! What a learner's history says about each concept.

use super::Attempt;
use crate::bank::{Module, Question, Tag};
use crate::grade::{PARTS, Score};
use crate::id::{ConceptId, QuestionId};
use crate::kind::Body;
use crate::question_map::QuestionMap;
use crate::session::Assessed;
use crate::time::Moment;

/// What the history says about one concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mastery {
    /// Which concept.
    pub concept: ConceptId,
    /// Points earned, in parts of a point, each multiplied by the weight of the concept in its question.
    pub earned: u64,
    /// Points possible, multiplied alike.
    pub possible: u64,
}

/// A learner's standing on one concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Never asked about.
    Unknown,
    /// Less than half of the points.
    Weak,
    /// Half of the points or more.
    Growing,
    /// Four fifths of the points or more, the criterion of mastery learning (Bloom, 1968).
    Solid,
}

impl Mastery {
    /// Where the learner stands.
    pub fn standing(&self) -> Standing {
        match (self.earned, self.possible) {
            (_, 0) => Standing::Unknown,
            (earned, possible) if earned * 5 >= possible * 4 => Standing::Solid,
            (earned, possible) if earned * 2 >= possible => Standing::Growing,
            _ => Standing::Weak,
        }
    }
}

/// What the attempts say about every concept of the module, in the bank's order. The last attempt at a question is the
/// one that counts, so that what was learnt since shows; of an essay the last one that was assessed, where the bank lets it count.
pub fn mastery<'a>(
    module: &Module,
    attempts: impl IntoIterator<Item = &'a Attempt>,
) -> Vec<Mastery> {
    let mut latest: QuestionMap<(Moment, Score)> = QuestionMap::default();
    let mut assessed = Vec::new();
    for attempt in attempts {
        for (question, own) in attempt.assessed.iter() {
            assessed.push((question, attempt.submitted, own));
        }
        for (question, &score) in attempt.scores.iter() {
            let is_later = latest
                .get(question)
                .is_none_or(|(submitted, _)| attempt.submitted >= *submitted);
            if is_later {
                latest.insert(*question, (attempt.submitted, score));
            }
        }
    }
    let mut sums: Vec<(&ConceptId, u64, u64)> = Vec::new();
    for question in module.questions() {
        let scored = latest.get(&question.id).map(|(_, score)| *score);
        let score = self_assessed(question, &assessed).or(scored);
        let score = score.unwrap_or_default();
        for Tag { concept, weight } in &question.tags {
            let earned = u64::from(*weight) * score.earned_parts();
            let possible = u64::from(*weight) * u64::from(score.possible()) * PARTS;
            match sums.iter_mut().find(|(own, ..)| *own == concept) {
                Some(sum) => (sum.1, sum.2) = (sum.1 + earned, sum.2 + possible),
                None => sums.push((concept, earned, possible)),
            }
        }
    }
    let mut all = Vec::new();
    for concept in module.bank().concepts() {
        if let Some(&(_, earned, possible)) = sums.iter().find(|(own, ..)| **own == concept.id) {
            all.push(Mastery {
                concept: concept.id,
                earned,
                possible,
            });
        }
    }
    all
}

/// The points of an essay that its author has ticked, out of its points.
fn self_assessed(question: &Question, all: &[(&QuestionId, Moment, &Assessed)]) -> Option<Score> {
    let Body::Essay(essay) = &question.body else {
        return None;
    };
    let mut last: Option<(Moment, &Assessed)> = None;
    for (id, submitted, assessed) in all {
        if **id == question.id && last.is_none_or(|(before, _)| *submitted >= before) {
            last = Some((*submitted, assessed));
        }
    }
    Some(match last {
        Some((_, assessed)) => essay.mastery(&assessed.points, question.points),
        None => Score::default(),
    })
}
