//! What a bank, a module or a question says about feedback, tries and hints.

use jalon_engine::bank::{FeedbackPolicy, Show, When};
use jalon_engine::grade::Allowance;

use crate::compile::{Compiler, clip};
use crate::diagnostic::{Code, Diagnostic};
use crate::read::{At, Names, record};
use crate::source::module::Module;
use crate::source::question::Question;

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

    fn tries(mut self, tries: Option<At<u64>>, penalty: Option<At<u64>>) -> Self {
        if let Some(tries) = tries {
            self.allowance.tries = clip(tries.value);
        }
        if let Some(penalty) = penalty {
            self.allowance.penalty = clip(penalty.value);
        }
        self
    }
}

impl Compiler<'_> {
    /// What the questions of a module go by.
    pub(crate) fn usual_in(&mut self, module: &Module) -> Usual {
        let usual = self
            .usual
            .feedback(module.feedback.as_ref())
            .tries(module.tries, module.penalty);
        self.note_unheard(usual, module.tries);
        usual
    }

    /// What a question goes by.
    pub(crate) fn allowance(&mut self, question: &Question) -> Allowance {
        let common = &question.common;
        let usual = self.usual.tries(common.tries, common.penalty);
        self.note_unheard(usual, common.tries);
        let mut wordings = question.wordings.values().flat_map(|(_, all)| all);
        let has_hints = wordings.any(|wording| wording.hints.is_some());
        let mut allowance = usual.allowance;
        if let Some(cost) = common.hint_cost {
            allowance.hint_cost = clip(cost.value);
            if !has_hints {
                let message = "a hint has a cost, and there are no hints";
                let help = "add hints = [\"...\"] to every wording, or take `hint_cost` out";
                self.note(Diagnostic::new(Code::Contradiction, cost.span, message).help(help));
            }
        }
        allowance
    }

    /// Several tries need somebody who checks them.
    fn note_unheard(&mut self, usual: Usual, tries: Option<At<u64>>) {
        if let Some(tries) = tries.filter(|tries| tries.value > 1)
            && usual.feedback.when != When::AtOnce
        {
            let message = format!(
                "there are {} tries, but answers are not checked before they are handed in",
                tries.value
            );
            let help = "add feedback = { when = \"at-once\" } to the module, or take `tries` out";
            self.note(Diagnostic::new(Code::Contradiction, tries.span, message).help(help));
        }
    }
}
