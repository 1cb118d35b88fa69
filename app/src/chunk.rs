//! What the first load leaves out: rare kinds, and what is shown once something is judged. Nothing else may name the functions that the
//! constructors here name, or they would be in the first load again.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use jalon_engine::feedback::{self, Feedback};
use jalon_engine::id::QuestionId;
use jalon_engine::kind::{AllKinds, FaceBody, ResponseProcessing};
use jalon_engine::session::Session;

use crate::kind::{self, QuestionCtx};
use crate::screen::result;
use crate::state::Store;
use jalon_view::{Element, View};

/// A chunk could not be loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotLoaded;

/// A chunk that is being loaded. One that failed can be asked for again.
pub type Loading<T> = Pin<Box<dyn Future<Output = Result<T, NotLoaded>>>>;

/// How to load what comes later.
#[derive(Clone, Copy)]
pub struct Chunks {
    /// For modules with other questions than choices and true-false; loaded before they are shown.
    pub kinds: fn() -> Loading<Kinds>,
    /// Loaded as soon as the questions are on screen.
    pub outcomes: fn() -> Loading<Outcomes>,
}

/// Every kind of question.
#[derive(Clone, Copy)]
pub struct Kinds {
    pub(crate) processing: &'static dyn ResponseProcessing,
    pub(crate) inputs: fn(&Rc<QuestionCtx>, FaceBody) -> View,
}

impl Kinds {
    /// All of it.
    #[expect(clippy::new_without_default, reason = "there is one place for it")]
    pub fn new() -> Self {
        Self {
            processing: &AllKinds,
            inputs: kind::rare_inputs,
        }
    }
}

/// Works out what may be shown about a question now. The same as is shown already (the last argument) where nothing has changed.
type ComputeFeedback = fn(&Session, &QuestionId, Option<&Rc<Feedback>>) -> Option<Rc<Feedback>>;

/// Shows the result of an attempt that is over. The last argument starts the next one.
type ShowResult = fn(&Store, fn(&Store)) -> Option<Element>;

/// What became of answers: feedback and results.
#[derive(Clone, Copy)]
pub struct Outcomes {
    pub(crate) feedback: ComputeFeedback,
    pub(crate) verdict: fn(&Rc<QuestionCtx>, &Feedback) -> Element,
    pub(crate) result: ShowResult,
}

impl Outcomes {
    /// All of it.
    #[expect(clippy::new_without_default, reason = "there is one place for it")]
    pub fn new() -> Self {
        Self {
            feedback: feedback_now,
            verdict: kind::verdict,
            result: result::result,
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
