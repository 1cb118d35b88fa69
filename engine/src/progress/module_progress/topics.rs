//! What of the state has changed.

/// What can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Which attempt is on screen.
    Attempt,
    /// The responses.
    Answers,
    /// What is settled: answers that were checked, whether the attempt is over, and the history.
    Over,
    /// Which answers are missing.
    Unanswered,
    /// What the learner is told about saving.
    Saving,
    /// What is written at the prompt.
    Writing,
    /// Hints, and how sure the learner is.
    Assistance,
}

/// A set of topics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Topics(u8);

impl Topics {
    /// How many topics there are.
    pub const COUNT: usize = 7;

    /// The set of these.
    pub fn of(topics: &[Topic]) -> Self {
        Self(topics.iter().fold(0, |all, topic| all | 1 << *topic as u8))
    }

    /// True when the topic is one of them.
    pub fn contains(self, topic: Topic) -> bool {
        self.contains_number(topic as usize)
    }

    /// The same for the topic of that number, `topic as usize`.
    pub fn contains_number(self, number: usize) -> bool {
        number < Self::COUNT && self.0 >> number & 1 == 1
    }

    /// Those in either.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
