//! What questions go by: feedback, tries and hints.

use jalon_engine::bank::When;
use jalon_engine::grade::Allowance;

use super::{Compiler, clip};
use crate::diagnostic::{Code, Diagnostic};
use crate::read::At;
use crate::source::module::Module;
use crate::source::policy::Usual;
use crate::source::question::Question;

impl Compiler<'_> {
    /// What the questions of a module go by.
    pub(crate) fn usual_in(&mut self, module: &Module) -> Usual {
        let usual = self.usual.feedback(module.feedback.as_ref());
        let usual = with_tries(usual, module.tries, module.penalty);
        self.note_unheard(usual, module.tries);
        usual
    }

    /// What a question goes by.
    pub(crate) fn allowance(&mut self, question: &Question) -> Allowance {
        let common = &question.common;
        let usual = with_tries(self.usual, common.tries, common.penalty);
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

/// The same, with what is said here of tries and of what they cost.
fn with_tries(mut usual: Usual, tries: Option<At<u64>>, penalty: Option<At<u64>>) -> Usual {
    if let Some(tries) = tries {
        usual.allowance.tries = clip(tries.value);
    }
    if let Some(penalty) = penalty {
        usual.allowance.penalty = clip(penalty.value);
    }
    usual
}
