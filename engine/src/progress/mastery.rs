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
    /// How many questions about it were asked; one that was left open counts as wrong.
    pub answers: u32,
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
    /// Four fifths of the points or more, in too few answers to show that it is so.
    Unconfirmed,
    /// Four fifths of the points or more, the criterion of mastery learning (Bloom, 1968), and enough answers to tell it from luck.
    Solid,
}

/// How many of so many answers, 4 to 40, have to be right for a probability of four fifths that the learner's share of right answers is four
/// fifths or more. By Jeffreys' prior, Beta(1/2, 1/2), the share has the distribution Beta(right + 1/2, wrong + 1/2). Fewer than 4 answers never show it.
const CONFIRMED: [u64; 37] = [
    4, 5, 6, 7, 8, 9, 10, 10, 11, 12, 13, 14, 15, 16, 16, 17, 18, 19, 20, 21, 21, 22, 23, 24, 25,
    26, 26, 27, 28, 29, 30, 31, 31, 32, 33, 34, 35,
];

impl Mastery {
    /// Where the learner stands.
    pub fn standing(&self) -> Standing {
        match (self.earned, self.possible) {
            (_, 0) => Standing::Unknown,
            (earned, possible) if earned * 5 >= possible * 4 => match self.is_confirmed() {
                true => Standing::Solid,
                false => Standing::Unconfirmed,
            },
            (earned, possible) if earned * 2 >= possible => Standing::Growing,
            _ => Standing::Weak,
        }
    }

    /// Whether there are enough right answers to tell four fifths from luck. Partial credit counts as the share of right answers that it is.
    fn is_confirmed(&self) -> bool {
        let answers = u64::from(self.answers);
        let at = self.answers.checked_sub(4).map(|at| at as usize);
        let fewest = match (at, at.and_then(|at| CONFIRMED.get(at))) {
            (None, _) => return false,
            (_, Some(fewest)) => *fewest,
            // Beyond the table, seven eighths, as at its end.
            (_, None) => (answers * 7).div_ceil(8),
        };
        self.earned * answers >= fewest * self.possible
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
    let mut sums: Vec<(&ConceptId, u64, u64, u32)> = Vec::new();
    for question in module.questions() {
        let scored = latest.get(&question.id).map(|(_, score)| *score);
        let score = self_assessed(question, &assessed).or(scored);
        let score = score.unwrap_or_default();
        let answered = u32::from(score.possible() > 0);
        for Tag { concept, weight } in &question.tags {
            let earned = u64::from(*weight) * score.earned_parts();
            let possible = u64::from(*weight) * u64::from(score.possible()) * PARTS;
            match sums.iter_mut().find(|(own, ..)| *own == concept) {
                Some(sum) => {
                    (sum.1, sum.2) = (sum.1 + earned, sum.2 + possible);
                    sum.3 += answered;
                }
                None => sums.push((concept, earned, possible, answered)),
            }
        }
    }
    let mut all = Vec::new();
    for concept in module.bank().concepts() {
        if let Some(&(_, earned, possible, answers)) =
            sums.iter().find(|(own, ..)| **own == concept.id)
        {
            all.push(Mastery {
                concept: concept.id,
                earned,
                possible,
                answers,
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
