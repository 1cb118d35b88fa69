//! What a bank, a module or a question says about feedback, tries and hints.

use jalon_engine::bank::{FeedbackPolicy, Show, When};
use jalon_engine::grade::Allowance;

use crate::read::{Names, record};

record! {
    /// What learners are shown of how they did.
    pub(crate) struct Feedback {
        /// From when on.
        optional when: When,
        /// How much.
        optional show: Show,
    }
}

impl Names for When {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("at-once", Self::AtOnce),
        ("after-submit", Self::AfterSubmit),
        ("after-last-attempt", Self::AfterLastAttempt),
    ];
}

impl Names for Show {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("verdict", Self::Verdict),
        ("key", Self::Key),
        ("explanation", Self::Explanation),
    ];
}

/// What questions go by that don't say otherwise.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Usual {
    pub(crate) feedback: FeedbackPolicy,
    pub(crate) allowance: Allowance,
}

impl Usual {
    /// The same, but for what is said here.
    pub(crate) fn feedback(self, said: Option<&Feedback>) -> Self {
        let (when, show) = said.map_or((None, None), |said| (said.when, said.show));
        let feedback = FeedbackPolicy {
            when: when.unwrap_or(self.feedback.when),
            show: show.unwrap_or(self.feedback.show),
        };
        Self { feedback, ..self }
    }
}
