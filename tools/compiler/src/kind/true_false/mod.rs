//! Say whether a statement is true.

use jalon_engine::bank::Violation;
use jalon_engine::kind::{Response, true_false};

use super::{Sample, Samples};
use crate::compile::Compiler;
use crate::faults::spot::{Spot, lacking};
use crate::read::{At, Languages, Raw, record};

record! {
    /// A statement to judge.
    pub(crate) struct Source {
        /// Whether the statement is true, in every wording.
        required key: bool,
        /// For a learner who gave the answer.
        optional feedback: Feedback,
        /// Sample answers: true, false.
        optional samples: Samples<At<bool>>,
    }
}

record! {
    /// What to tell a learner, by the answer given.
    pub(crate) struct Feedback {
        /// For a learner who said that it is true.
        optional if_true("true"): Languages<Raw>,
        /// For a learner who said that it is false.
        optional if_false("false"): Languages<Raw>,
    }
}

impl Source {
    fn feedback(&self, given: bool) -> Option<&Languages<Raw>> {
        let feedback = self.feedback.as_ref()?;
        if given {
            feedback.if_true.as_ref()
        } else {
            feedback.if_false.as_ref()
        }
    }

    pub(super) fn compile(&self, compiler: &mut Compiler<'_>) -> true_false::TrueFalse {
        true_false::TrueFalse {
            key: self.key.unwrap_or(true),
            if_true: compiler.lines(self.feedback(true)),
            if_false: compiler.lines(self.feedback(false)),
        }
    }

    pub(super) fn samples(&self) -> Vec<Sample> {
        Samples::list(self.samples.as_ref(), |given: &At<bool>| {
            (Response::TrueFalse(given.value), given.span)
        })
    }

    /// What is said to those who gave an answer.
    pub(super) fn remarks(&self) -> impl Iterator<Item = &Languages<Raw>> {
        [true, false]
            .into_iter()
            .filter_map(|given| self.feedback(given))
    }

    pub(super) fn locate(&self, flaw: &Violation) -> Vec<Spot> {
        let Violation::MissingLanguage(lang) = flaw else {
            return Vec::new();
        };
        [true, false]
            .into_iter()
            .flat_map(|given| lacking(self.feedback(given), lang))
            .collect()
    }
}
