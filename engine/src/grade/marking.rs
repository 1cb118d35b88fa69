//! From what a kind of question says of a response to the mark that counts. The order, for every kind:
//!
//! 1. **The kind's score**: from nothing to every point, by its key and its policy.
//! 2. **Hints**: each one that was shown takes its cost off, in percent of the question's points.
//! 3. **Tries**: so does each wrong try before the last one. Neither takes a score below zero.
//! 4. **Certainty**, where the module asks for it: what is left is marked by how sure the learner was, as Moodle's
//!    certainty-based marking does (after A. R. Gardner-Medwin): right earns 1, 2 or 3 thirds, wrong 0, -2 or -6 thirds.
//!
//! What a learner masters is judged by the score after step 3, whether an attempt passes by the mark after step 4.

use super::{PARTS, Score};
use crate::json::{FromJson, Node, ToJson, Writer};
use crate::{enum_json, struct_json};

/// What a question allows, and what that costs. It changes what a response earns and not what it means, so it is no part of the
/// question's fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// How often an answer may be checked until it is right, 1 to 20.
    pub tries: u16,
    /// What each wrong try costs, in percent of the points, 0 to 100. A third, Moodle's usual one, in whole percent.
    pub penalty: u16,
    /// What each hint costs, in percent of the points, 0 to 100.
    pub hint_cost: u16,
}

impl Default for Allowance {
    fn default() -> Self {
        Self {
            tries: 1,
            penalty: 33,
            hint_cost: 10,
        }
    }
}

/// What a learner has made use of at one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Assistance {
    /// How often an answer was checked.
    pub tries: u16,
    /// How many hints were shown.
    pub hints: u16,
    /// How sure the learner is, once they have said so.
    pub certainty: Option<Certainty>,
    /// Whether the response as it stands has been checked.
    pub stage: Stage,
}

/// How far an answer is that may be checked before handing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stage {
    /// It has not been checked as it stands.
    #[default]
    Open,
    /// It was checked, is not fully right, and may be changed and checked again.
    Checked,
    /// It was checked, and stays.
    Settled,
}

/// How sure a learner is of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Not very: right earns a third of the points, wrong costs nothing.
    Low,
    /// Fairly: right earns two thirds, wrong costs two thirds.
    Middle,
    /// Very: right earns everything, wrong costs the points twice.
    High,
}

/// Points that count, out of points possible; below zero where certainty was out of place. Exact to a part of a point, see [`PARTS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mark {
    /// In parts of a point; at most what is possible, and at least less than nothing by twice as much.
    earned: i64,
    /// The most that can be earned, in points.
    possible: u32,
}

impl Assistance {
    /// How many wrong tries came before the response as it stands.
    pub fn wrong_tries(self) -> u16 {
        self.tries
            .saturating_sub(u16::from(self.stage != Stage::Open))
    }

    /// The kind's score after the cost of hints and then that of wrong tries.
    pub fn cost(self, score: Score, allowance: Allowance) -> Score {
        let cost = |number: u16, percent: u16| u64::from(number) * u64::from(percent);
        score
            .less(cost(self.hints, allowance.hint_cost))
            .less(cost(self.wrong_tries(), allowance.penalty))
    }
}

impl Certainty {
    /// Every level, from the lowest.
    pub const ALL: [Self; 3] = [Self::Low, Self::Middle, Self::High];

    /// Its number, from 1 to 3.
    pub fn level(self) -> u8 {
        self as u8 + 1
    }

    /// The level of that number.
    pub fn of_level(level: u8) -> Option<Self> {
        let at = usize::from(level).checked_sub(1)?;
        Self::ALL.get(at).copied()
    }

    /// What is left of a score by how sure the learner was: a right answer earns 1, 2 or 3 thirds of it, a wrong one 0, -2 or -6
    /// thirds of the points. `kind` is what the kind gave: an answer that is right in part is not wrong, and neither is one that
    /// hints and tries have cost everything.
    ///
    /// ```
    /// use jalon_engine::Score;
    /// use jalon_engine::grade::Certainty;
    ///
    /// let (right, wrong) = (Score::all_or_nothing(true, 1), Score::all_or_nothing(false, 1));
    /// assert_eq!(Certainty::High.mark(right, right).percent(), 100);
    /// assert_eq!(Certainty::High.mark(wrong, wrong).percent(), -200);
    /// assert_eq!(Certainty::Low.mark(wrong, wrong).percent(), 0);
    /// ```
    pub fn mark(self, kind: Score, score: Score) -> Mark {
        let (base, [low, middle, high]) = if kind.is_nothing() {
            (i64::from(score.possible()) * PARTS as i64, [0, -2, -6])
        } else {
            (Mark::from(score).earned, [1, 2, 3])
        };
        let times = match self {
            Self::Low => low,
            Self::Middle => middle,
            Self::High => high,
        };
        Mark {
            earned: base.saturating_mul(times).div_euclid(3),
            possible: score.possible(),
        }
    }
}

impl Mark {
    /// The points earned, in parts of a point.
    pub fn earned_parts(self) -> i64 {
        self.earned
    }

    /// The most that can be earned, in points.
    pub fn possible(self) -> u32 {
        self.possible
    }

    /// The points earned, in hundredths, rounded down.
    pub fn earned_hundredths(self) -> i64 {
        self.earned.div_euclid(PARTS as i64 / 100)
    }

    /// The parts of a point that it is above zero, and below; one of them is 0.
    pub(crate) fn earned_and_lost(self) -> (u64, u64) {
        let above = |parts| u64::try_from(parts).unwrap_or(0);
        (above(self.earned), above(self.earned.saturating_neg()))
    }

    /// The mark that is this much below zero; `None` where something was earned, or more lost than can be.
    pub(crate) fn with_lost(self, lost: u64) -> Option<Self> {
        let lost = i64::try_from(lost).ok()?;
        (self.earned <= 0 && lost <= self.possible_parts() * 2).then_some(Self {
            earned: -lost,
            possible: self.possible,
        })
    }

    fn possible_parts(self) -> i64 {
        i64::from(self.possible) * PARTS as i64
    }

    /// True when the share earned is at least `pass` percent. Exact: no rounding on the way, up to a billion points.
    pub fn passes(self, pass: u8) -> bool {
        self.earned.saturating_mul(100) >= self.possible_parts().saturating_mul(pass.into())
    }

    /// The share earned in whole percent, rounded down; -200 to 100.
    pub fn percent(self) -> i32 {
        let hundredth = self.possible_parts() / 100;
        let share = self.earned.checked_div_euclid(hundredth);
        share
            .and_then(|share| i32::try_from(share).ok())
            .unwrap_or(0)
    }
}

impl From<Score> for Mark {
    fn from(score: Score) -> Self {
        Self {
            earned: i64::try_from(score.earned_parts()).unwrap_or(i64::MAX),
            possible: score.possible(),
        }
    }
}

impl std::iter::Sum for Mark {
    fn sum<I: Iterator<Item = Self>>(marks: I) -> Self {
        marks.fold(Self::default(), |sum, mark| Self {
            earned: sum.earned.saturating_add(mark.earned),
            possible: sum.possible.saturating_add(mark.possible),
        })
    }
}

/// Like a score; where it is below zero, with the parts that it is below: `{"earned":0,"possible":1,"lost":92400}`.
impl ToJson for Mark {
    fn to_json(&self, out: &mut Writer) {
        let (earned, lost) = self.earned_and_lost();
        out.begin_object();
        out.member("earned", &(earned / PARTS));
        out.member("possible", &self.possible);
        out.member_but("parts", &(earned % PARTS), &0);
        out.member_but("lost", &lost, &0);
        out.end_object();
    }
}

impl FromJson for Mark {
    fn blank() -> Self {
        Self::from(Score::blank())
    }

    fn fill(&mut self, node: &Node<'_>) {
        *self = Self::from(Score::from_json(node));
        let mut lost: Option<u64> = None;
        node.may("lost", &mut lost);
        if let Some(lost) = lost {
            match self.with_lost(lost) {
                Some(mark) => *self = mark,
                None => node.fail("more than can be lost"),
            }
        }
    }
}

/// A number: 1, 2, 3.
impl ToJson for Certainty {
    fn to_json(&self, out: &mut Writer) {
        self.level().to_json(out);
    }
}

impl FromJson for Certainty {
    fn blank() -> Self {
        Self::Low
    }

    fn fill(&mut self, node: &Node<'_>) {
        match Self::of_level(u8::from_json(node)) {
            Some(certainty) => *self = certainty,
            None => node.fail("expected 1, 2 or 3"),
        }
    }
}

enum_json!(Stage { "open" => Open, "checked" => Checked, "settled" => Settled } else Self::Open);
struct_json!(Assistance { ; tries = 0, hints = 0, certainty = None, stage = Stage::Open });
struct_json!(Allowance { ;
    tries = Self::default().tries, penalty = Self::default().penalty, hint_cost = Self::default().hint_cost
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    const FULL: fn() -> Score = || Score::all_or_nothing(true, 3);
    const NOTHING: fn() -> Score = || Score::all_or_nothing(false, 3);

    fn points(mark: Mark) -> i64 {
        mark.earned_hundredths()
    }

    #[test]
    fn certainty_marks_as_moodles_table_says() {
        let marks = |kind, score| Certainty::ALL.map(|level| points(level.mark(kind, score)));
        assert_eq!(marks(FULL(), FULL()), [100, 200, 300], "right");
        assert_eq!(marks(NOTHING(), NOTHING()), [0, -200, -600], "wrong");
        let half = Score::share(1, 2, 3);
        assert_eq!(marks(half, half), [50, 100, 150], "half right");
        assert_eq!(
            marks(FULL(), NOTHING()),
            [0, 0, 0],
            "right, after hints that cost everything"
        );
    }

    #[test]
    fn hints_and_wrong_tries_cost_their_percent_and_never_more_than_there_is() {
        let allowance = Allowance {
            tries: 3,
            penalty: 25,
            hint_cost: 10,
        };
        let left = |score, hints, tries, stage| {
            let used = Assistance {
                tries,
                hints,
                stage,
                certainty: None,
            };
            used.cost(score, allowance).earned_hundredths()
        };
        assert_eq!(left(FULL(), 0, 1, Stage::Settled), 300, "right at once");
        assert_eq!(
            left(FULL(), 0, 2, Stage::Settled),
            225,
            "right at the second"
        );
        assert_eq!(left(FULL(), 2, 0, Stage::Open), 240, "two hints");
        assert_eq!(left(FULL(), 2, 2, Stage::Settled), 165, "both");
        assert_eq!(
            left(FULL(), 0, 1, Stage::Open),
            225,
            "changed after a wrong try, and handed in"
        );
        assert_eq!(left(Score::share(1, 5, 3), 3, 0, Stage::Open), 0);
        assert_eq!(left(FULL(), u16::MAX, u16::MAX, Stage::Open), 0);
    }

    #[test]
    fn a_mark_is_written_as_it_is_read() {
        for (mark, text) in [
            (
                Certainty::High.mark(NOTHING(), NOTHING()),
                r#"{"earned":0,"possible":3,"lost":831600}"#,
            ),
            (
                Certainty::Low.mark(FULL(), FULL()),
                r#"{"earned":1,"possible":3}"#,
            ),
            (
                Certainty::Middle.mark(Score::share(1, 2, 1), Score::share(1, 2, 1)),
                r#"{"earned":0,"possible":1,"parts":46200}"#,
            ),
        ] {
            assert_eq!(json::write(&mark), text);
            assert_eq!(json::read::<Mark>(text), Ok(mark));
        }
        for wrong in [
            r#"{"earned":1,"possible":3,"lost":1}"#,
            r#"{"earned":0,"possible":1,"lost":277201}"#,
            r#"{"earned":0,"possible":1,"lost":18446744073709551615}"#,
        ] {
            assert!(json::read::<Mark>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn below_nothing_is_rounded_down_too() {
        let third = Certainty::Middle.mark(Score::default(), Score::all_or_nothing(false, 1));
        assert_eq!((third.earned_hundredths(), third.percent()), (-67, -67));
        assert!(!third.passes(1));
    }
}
