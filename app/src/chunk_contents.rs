//! What is in each chunk. Nothing else may name the functions that the constructors here name, or they would be in the first load again.

use std::rc::Rc;

use jalon_engine::feedback::{self, Feedback};
use jalon_engine::id::QuestionId;
use jalon_engine::kind::AllKinds;
use jalon_engine::session::Session;

use crate::chunk::{Kinds, Outcomes};
use crate::kind;
use crate::part::verdict;
use crate::platform::styles;
use crate::screen::result;

impl Kinds {
    /// All of it.
    #[expect(clippy::new_without_default, reason = "there is one place for it")]
    pub fn new() -> Self {
        Self {
            processing: &AllKinds,
            inputs: kind::rare_inputs,
            dress: |place| styles::adopt(place, &kind::RARE_STYLES),
        }
    }
}

impl Outcomes {
    /// All of it.
    #[expect(clippy::new_without_default, reason = "there is one place for it")]
    pub fn new() -> Self {
        Self {
            feedback: feedback_now,
            verdict: kind::verdict,
            result: result::result,
            dress: |place| styles::adopt(place, &[verdict::STYLES, result::STYLES]),
        }
    }
}

fn feedback_now(
    session: &Session,
    question: &QuestionId,
    shown: Option<&Rc<Feedback>>,
) -> Option<Rc<Feedback>> {
    let feedback = feedback::of(session, question)?;
    Some(match shown {
        Some(shown) if **shown == feedback => shown.clone(),
        _ => Rc::new(feedback),
    })
}
