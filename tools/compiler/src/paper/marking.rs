//! How answers that are right in part are marked, as somebody who marks by hand has to know it.

use std::fmt;

use jalon_engine::grade::Policy;
use jalon_i18n::paper::PaperWords;

use super::page::PaperLanguage;

/// How the parts of an answer add up. What choices weigh is told beside them.
pub(crate) enum Marking {
    /// There are no parts.
    Whole,
    /// Each part earns what stands beside it; if so, each wrong one costs as much.
    Weighted(bool),
    /// There are parts, and all of them have to be right.
    AllOrNothing,
    /// Each part that is right, in this sense, earns so much; each wrong one costs so much.
    Parts(Sense, Share, Option<Share>),
}

/// In which sense a part is right.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sense {
    Right,
    Neighbour,
    Place,
}

/// A share of points: a whole number, or a fraction in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Share(u64, u64);

impl Share {
    /// So many points, cut into so many parts.
    pub(crate) fn of(points: u32, parts: usize) -> Self {
        let (points, parts) = (u64::from(points), (parts as u64).max(1));
        let common = common_divisor(points, parts).max(1);
        Self(points / common, parts / common)
    }
}

fn common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { common_divisor(b, a % b) }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.1 {
            1 => write!(f, "{}", self.0),
            below => write!(f, "{}/{below}", self.0),
        }
    }
}

impl Marking {
    /// Of so many parts that are right, and so many that are wrong.
    pub(crate) fn parts(policy: Policy, points: u32, right: usize, wrong: usize) -> Self {
        let each = Share::of(points, right);
        match policy {
            Policy::AllOrNothing => Self::AllOrNothing,
            Policy::Partial => Self::Parts(Sense::Right, each, None),
            Policy::PartialWithPenalty => {
                let off = (wrong > 0).then(|| Share::of(points, wrong));
                Self::Parts(Sense::Right, each, off)
            }
            Policy::RightMinusWrong => Self::Parts(Sense::Right, each, Some(each)),
        }
    }

    /// In words; nothing where there is nothing to say.
    pub(super) fn say(&self, tongue: &PaperLanguage) -> String {
        let words = tongue.paper;
        let (earns, each, off) = match self {
            Self::Whole => return String::new(),
            Self::AllOrNothing => return words.all_or_nothing.to_owned(),
            Self::Weighted(has_penalty) => {
                let beside = BESIDE.to_owned();
                (
                    PaperWords::each_right as fn(&PaperWords, &str) -> String,
                    beside.clone(),
                    has_penalty.then_some(beside),
                )
            }
            Self::Parts(sense, each, off) => {
                let earns = match sense {
                    Sense::Right => PaperWords::each_right,
                    Sense::Neighbour => PaperWords::each_neighbour,
                    Sense::Place => PaperWords::each_place,
                };
                (earns, each.to_string(), off.map(|off| off.to_string()))
            }
        };
        let earns = earns(words, &each);
        match off {
            None => earns,
            Some(off) => {
                let costs = words.each_wrong(&off);
                format!("{earns} {costs} {}", words.never_below_zero)
            }
        }
    }
}

/// What stands for points that are written in such brackets beside each part.
const BESIDE: &str = "[…]";

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn a_share_is_exact() {
        let shares = [(1, 3), (2, 4), (3, 3), (6, 4), (4, 2), (0, 5)];
        let said = shares.map(|(points, parts)| Share::of(points, parts).to_string());
        assert_eq!(said, ["1/3", "1/2", "1", "3/2", "2", "0"]);
    }
}
