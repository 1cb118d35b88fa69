//! Questions that share a stimulus.

use super::{Planned, Session};
use crate::bank::{Module, Stimulus};
use crate::lang::Localised;
use crate::markup::Markup;

/// A stimulus, and the questions of an attempt that it is there for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StimulusGroup {
    /// The number of the first one, counted from 1.
    pub first: usize,
    /// The number of the last one; all between them share it.
    pub last: usize,
    /// What there is to read.
    pub text: Localised<Markup>,
}

fn stimulus<'m>(module: &'m Module, planned: &Planned) -> Option<&'m Stimulus> {
    let question = module.question(&planned.question)?;
    module.stimulus(question.stimulus.as_ref()?)
}

/// The same questions, with those that share a stimulus in their author's order at the place of the first of them.
pub(super) fn together(module: &Module, mut left: Vec<Planned>) -> Vec<Planned> {
    if module.stimuli().is_empty() {
        return left;
    }
    let mut ordered = Vec::with_capacity(left.len());
    while let Some(first) = left.first() {
        let Some(shared) = stimulus(module, first) else {
            ordered.push(left.remove(0));
            continue;
        };
        for question in module.questions() {
            if question.stimulus.as_ref() != Some(&shared.id) {
                continue;
            }
            // One that is planned twice, which no plan of ours is, stays twice.
            while let Some(at) = left.iter().position(|one| one.question == question.id) {
                ordered.push(left.remove(at));
            }
        }
    }
    ordered
}

impl Session {
    /// What questions of the attempt share, in their order.
    pub fn stimuli(&self) -> Vec<StimulusGroup> {
        let mut all: Vec<StimulusGroup> = Vec::new();
        let mut before = None;
        for (n, planned) in self.plan().questions.iter().enumerate() {
            let own = stimulus(self.module(), planned);
            match (own, all.last_mut()) {
                (Some(own), Some(together)) if before == Some(&own.id) => together.last = n + 1,
                (Some(own), _) => all.push(StimulusGroup {
                    first: n + 1,
                    last: n + 1,
                    text: own.text.clone(),
                }),
                (None, _) => {}
            }
            before = own.map(|own| &own.id);
        }
        all
    }
}
