//! English messages of what can be refused, for logs and developers. Learners read the client's own sentences.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use crate::bank::Fault;
use crate::grade::Unread;
use crate::kind::NotReady;
use crate::kind::essay::EssayFlaw;
use crate::kind::number::NumberFlaw;
use crate::progress::{KeyError, SavedError};
use crate::session::Refusal;

impl Error for EssayFlaw {}
impl Error for Fault {}
impl Error for KeyError {}
impl Error for NotReady {}
impl Error for NumberFlaw {}
impl Error for Refusal {}
impl Error for SavedError {}
impl Error for Unread {}

impl Display for NotReady {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the response is empty"),
            Self::Unfinished => f.write_str("the response is incomplete"),
            Self::TooLong => f.write_str("the response is too long"),
            Self::TooMany => f.write_str("the question takes one choice only"),
            Self::PickMore(least) => write!(f, "the question takes {least} choices at least"),
            Self::PickFewer(most) => write!(f, "the question takes {most} choices at most"),
            Self::UnknownChoice => {
                f.write_str("the response names a choice that the question doesn't have")
            }
            Self::OtherKind => f.write_str("the response is for another kind of question"),
            Self::Twice => f.write_str("the response uses something twice that can be used once"),
            Self::Number(reason) => reason.fmt(f),
            Self::Gaps(gaps) => {
                for (n, (gap, reason)) in gaps.iter().enumerate() {
                    let comma = if n == 0 { "" } else { "; " };
                    write!(f, "{comma}gap {gap}: {reason}")?;
                }
                Ok(())
            }
        }
    }
}

impl Display for Unread {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoNumber => "there is no number in the response",
            Self::Several => "there is more than one number in the response",
            Self::Unreadable => "the number can't be read",
            Self::Ambiguous(_) => "the number can be read in two ways",
            Self::UnknownUnit => "the unit is unknown",
            Self::NoUnit => "the number needs a unit",
        })
    }
}

impl Display for KeyError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("not the name of a saved entry")
    }
}

impl Display for SavedError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(version) => write!(f, "the entry has the newer format {version}"),
            Self::Unreadable => f.write_str("the entry can't be read"),
        }
    }
}

impl Display for Refusal {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::AlreadySubmitted => f.write_str("the attempt is already handed in"),
            Self::UnknownQuestion => f.write_str("the attempt has no such question"),
            Self::Unfit(reason) => reason.fmt(f),
            Self::NotReady(questions) => {
                for (n, (number, reason)) in questions.iter().enumerate() {
                    let comma = if n == 0 { "" } else { "; " };
                    write!(f, "{comma}question {number}: {reason}")?;
                }
                Ok(())
            }
            Self::Settled => f.write_str("the answer was checked and can't be changed"),
            Self::NotOffered => f.write_str("the module doesn't offer this"),
            Self::NotSubmitted => f.write_str("the attempt is not handed in yet"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_lists_each_question_with_its_reason() {
        let gap = "a".parse().expect("an id");
        let gaps = NotReady::Gaps(vec![(gap, NotReady::Number(Unread::NoUnit))]);
        let refusal = Refusal::NotReady(vec![(1, NotReady::Empty), (3, gaps)]);
        assert_eq!(
            refusal.to_string(),
            "question 1: the response is empty; question 3: gap a: the number needs a unit"
        );
    }
}
