//! How well a learner knew what they knew.

use crate::session::Session;

/// How many answers a learner gave at a level of certainty, and how many of them were right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Level {
    /// Answers that could be judged.
    pub answers: usize,
    /// Those that were fully right, hints or not.
    pub right: usize,
}

/// How sure a learner was in an attempt, level by level from the lowest. Answers without a level are left out: nothing was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Calibration(pub [Level; 3]);

/// What a calibration says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// Surer than right.
    Over,
    /// As sure as right.
    Well,
    /// More often right than sure.
    Under,
}

impl Calibration {
    /// Of a finished attempt, as soon as more than its score may be shown.
    pub fn of(session: &Session) -> Option<Self> {
        if !session.module().info().certainty || !session.shows_more_than_the_score() {
            return None;
        }
        let mut all = Self::default();
        for planned in &session.plan().questions {
            let certainty = session.used(&planned.question).certainty;
            let outcome = session.outcome(&planned.question);
            if let (Some(certainty), Some(outcome)) = (certainty, outcome)
                && let Some(level) = all.0.get_mut(certainty as usize)
            {
                level.answers += 1;
                level.right += usize::from(outcome.score.is_full());
            }
        }
        Some(all)
    }

    /// Fewest answers that say something.
    pub const ENOUGH: usize = 5;

    /// What it says; `None` where there are too few answers.
    ///
    /// The table of marks makes each level pay best for a share of right answers: the lowest up to 2/3, the middle one from there to
    /// 4/5, the highest above (where 1p, 2p - 2(1 - p) and 3p - 6(1 - p) cross; Gardner-Medwin, "Certainty-based marking"). Somebody who
    /// is right less often than all levels chosen call for at least is over-confident, more often than at most under-confident.
    pub fn confidence(&self) -> Option<Confidence> {
        // In fifteenths, the lower and the upper end of each level's share.
        const ENDS: [(usize, usize); 3] = [(0, 10), (10, 12), (12, 15)];
        let (mut answers, mut right, mut least, mut most) = (0, 0, 0, 0);
        for (level, (lower, upper)) in self.0.iter().zip(ENDS) {
            answers += level.answers;
            right += level.right * 15;
            least += level.answers * lower;
            most += level.answers * upper;
        }
        match right {
            _ if answers < Self::ENOUGH => None,
            right if right < least => Some(Confidence::Over),
            right if right > most => Some(Confidence::Under),
            _ => Some(Confidence::Well),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(levels: [(usize, usize); 3]) -> Option<Confidence> {
        let level = |(answers, right)| Level { answers, right };
        Calibration(levels.map(level)).confidence()
    }

    #[test]
    fn confidence_is_judged_by_what_each_level_pays_best_for() {
        for (levels, expected) in [
            ([(0, 0), (0, 0), (5, 5)], Some(Confidence::Well)),
            ([(0, 0), (0, 0), (5, 4)], Some(Confidence::Well)),
            ([(0, 0), (0, 0), (5, 3)], Some(Confidence::Over)),
            ([(0, 0), (4, 3), (0, 0)], None),
            ([(0, 0), (6, 4), (0, 0)], Some(Confidence::Well)),
            ([(0, 0), (6, 3), (0, 0)], Some(Confidence::Over)),
            ([(0, 0), (6, 6), (0, 0)], Some(Confidence::Under)),
            ([(6, 0), (0, 0), (0, 0)], Some(Confidence::Well)),
            ([(6, 5), (0, 0), (0, 0)], Some(Confidence::Under)),
            ([(2, 0), (2, 0), (2, 2)], Some(Confidence::Over)),
            ([(2, 1), (2, 1), (2, 2)], Some(Confidence::Well)),
        ] {
            assert_eq!(says(levels), expected, "{levels:?}");
        }
    }
}
