//! How parts of an answer add up to points.

use super::Score;
use crate::enum_json;

/// How a response of which parts are right is marked. No policy marks below zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Policy {
    /// Every point for all that is right and nothing that is wrong, and no point otherwise.
    AllOrNothing,
    /// Each right part earns its share; wrong ones cost nothing.
    Partial,
    /// Each right part earns its share of what is right, and each wrong one costs its share of what is wrong: who picks
    /// everything, or at random, earns nothing (on average). The usual one where several may be picked.
    #[default]
    PartialWithPenalty,
    /// Each right part earns its share of what is right, and each wrong one costs as much.
    RightMinusWrong,
}

/// What there is to count in a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Right parts that were given.
    pub hits: u64,
    /// Right parts that there are.
    pub right: u64,
    /// Wrong parts that were given.
    pub false_picks: u64,
    /// Wrong parts that there are.
    pub wrong: u64,
}

impl Policy {
    /// The name that authors write.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AllOrNothing => "all-or-nothing",
            Self::Partial => "partial",
            Self::PartialWithPenalty => "partial-with-penalty",
            Self::RightMinusWrong => "right-minus-wrong",
        }
    }

    /// The points for a tally.
    ///
    /// ```
    /// use jalon_engine::grade::{Policy, Tally};
    ///
    /// // Two of the three right choices, and one of the two wrong ones.
    /// let tally = Tally { hits: 2, right: 3, false_picks: 1, wrong: 2 };
    /// assert_eq!(Policy::Partial.score(tally, 1).percent(), 66);
    /// assert_eq!(Policy::PartialWithPenalty.score(tally, 1).percent(), 16);
    /// ```
    pub fn score(self, tally: Tally, points: u32) -> Score {
        let Tally {
            hits,
            right,
            false_picks,
            wrong,
        } = tally;
        match self {
            Self::AllOrNothing => Score::all_or_nothing(hits == right && false_picks == 0, points),
            Self::Partial => Score::share(hits, right, points),
            // hits / right - false_picks / wrong, over one denominator. Nothing wrong to give: nothing to take off.
            Self::PartialWithPenalty => {
                let wrong = wrong.max(1);
                let earned = (hits * wrong).saturating_sub(false_picks * right);
                Score::share(earned, right * wrong, points)
            }
            Self::RightMinusWrong => Score::share(hits.saturating_sub(false_picks), right, points),
        }
    }
}

enum_json!(Policy {
    "all-or-nothing" => AllOrNothing, "partial" => Partial,
    "partial-with-penalty" => PartialWithPenalty, "right-minus-wrong" => RightMinusWrong
} else Self::AllOrNothing);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grade::PARTS;

    /// The marks of every policy for a question of 1 point with 3 right and 2 wrong choices, in hundredths.
    fn marks(hits: u64, false_picks: u64) -> [u64; 4] {
        let tally = Tally {
            hits,
            right: 3,
            false_picks,
            wrong: 2,
        };
        let policies = [
            Policy::AllOrNothing,
            Policy::Partial,
            Policy::PartialWithPenalty,
            Policy::RightMinusWrong,
        ];
        policies.map(|policy| policy.score(tally, 1).earned_hundredths())
    }

    #[test]
    fn each_policy_marks_as_its_name_says() {
        assert_eq!(marks(3, 0), [100, 100, 100, 100], "the key");
        assert_eq!(marks(2, 0), [0, 66, 66, 66], "one missed");
        assert_eq!(marks(3, 1), [0, 100, 50, 66], "one too many");
        assert_eq!(marks(2, 1), [0, 66, 16, 33], "one missed, one wrong");
        assert_eq!(marks(3, 2), [0, 100, 0, 33], "everything ticked");
        assert_eq!(marks(0, 2), [0, 0, 0, 0], "only wrong ones");
    }

    #[test]
    fn thirds_add_up() {
        let tally = |hits| Tally {
            hits,
            right: 3,
            ..Tally::default()
        };
        let thirds = [1, 2].map(|hits| Policy::Partial.score(tally(hits), 1));
        let sum: Score = thirds.into_iter().sum();
        assert_eq!(sum.earned_parts(), PARTS);
        assert!(sum.passes(50));
        assert!(!sum.passes(51));
    }
}
