//! What learners are shown of how they did, and when.

use crate::{enum_json, struct_json};

/// A module's policy: one value for when and one for what, so that no two settings can contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FeedbackPolicy {
    /// From when on.
    pub when: When,
    /// How much.
    pub show: Show,
}

/// From when on feedback is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum When {
    /// Answer by answer: the learner checks each one.
    AtOnce,
    /// Once the attempt is handed in.
    #[default]
    AfterSubmit,
    /// Once there is no attempt left; before that, only the score.
    AfterLastAttempt,
}

/// How much is shown. Each holds all of those before it: an explanation says what is right anyway, and who is shown what is right
/// can see what was wrong, so nothing would be kept back by showing the one without the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Show {
    /// Whether each answer is right.
    Verdict,
    /// Also what is right, and a word on what was given.
    Key,
    /// Also why.
    #[default]
    Explanation,
}

enum_json!(When {
    "at-once" => AtOnce, "after-submit" => AfterSubmit, "after-last-attempt" => AfterLastAttempt
} else Self::AfterSubmit);
enum_json!(Show { "verdict" => Verdict, "key" => Key, "explanation" => Explanation } else Self::Verdict);
struct_json!(FeedbackPolicy { ; when = When::default(), show = Show::default() });
