//! What several kinds of question share: points, the matching of typed text, and the reading of typed numbers.

mod exact;
mod fold;
mod number;
mod text;
mod typo;

pub use exact::Exact;
pub(crate) use number::read as read_number;
pub use number::{Doubt, Numeral, Typed, Unread};
pub use text::{Accepted, TextKey, TextMatch, Tier};
pub use typo::{Slip, budget};

use crate::struct_json;

/// Points earned out of points possible. Exact; rounding is for those who show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// At most `possible`.
    pub earned: u32,
    /// The most that can be earned.
    pub possible: u32,
}

impl Score {
    /// Full points or none.
    pub fn all_or_nothing(right: bool, points: u32) -> Self {
        Self {
            earned: if right { points } else { 0 },
            possible: points,
        }
    }

    /// True when every point was earned.
    pub fn is_full(self) -> bool {
        self.earned >= self.possible
    }

    /// True when the share earned is at least `pass` percent. Exact: no rounding on the way.
    pub fn passes(self, pass: u8) -> bool {
        u64::from(self.earned) * 100 >= u64::from(pass) * u64::from(self.possible)
    }

    /// The share earned in whole percent, rounded down, so that 100 means everything and a mark just missed
    /// doesn't look reached.
    pub fn percent(self) -> u32 {
        let share = (u64::from(self.earned) * 100).checked_div(self.possible.into());
        share
            .and_then(|share| u32::try_from(share).ok())
            .unwrap_or(0)
    }
}

impl std::iter::Sum for Score {
    fn sum<I: Iterator<Item = Self>>(scores: I) -> Self {
        scores.fold(Self::default(), |sum, score| Self {
            earned: sum.earned.saturating_add(score.earned),
            possible: sum.possible.saturating_add(score.possible),
        })
    }
}

struct_json!(Score { earned, possible });
