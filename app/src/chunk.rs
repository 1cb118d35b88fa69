//! What the first load leaves out: rare kinds, and what is shown once something is judged. What is in it stands in
//! `chunk_contents.rs`.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use jalon_engine::feedback::Feedback;
use jalon_engine::id::QuestionId;
use jalon_engine::kind::{FaceBody, ResponseProcessing};
use jalon_engine::session::Session;
use jalon_i18n::Words;
use web_sys::HtmlElement;

use crate::kind::question_ctx::QuestionCtx;
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
    /// The words of an interface language other than English, by the first part of its tag; loaded before anything is shown, where the bank
    /// has the language.
    pub words: fn(&str) -> Option<Loading<&'static Words>>,
}

/// Every kind of question.
#[derive(Clone, Copy)]
pub struct Kinds {
    pub(crate) processing: &'static dyn ResponseProcessing,
    pub(crate) inputs: fn(&Rc<QuestionCtx>, FaceBody) -> View,
    pub(crate) dress: Dress,
}

/// Works out what may be shown about a question now. The same as is shown already (the last argument) where nothing has changed.
type ComputeFeedback = fn(&Session, &QuestionId, Option<&Rc<Feedback>>) -> Option<Rc<Feedback>>;

/// Shows the result of an attempt that is over. The last argument starts the next one.
type ShowResult = fn(&Store, fn(&Store)) -> Option<Element>;

/// Adds the styles of a chunk to those of the element that is mounted in this place.
type Dress = fn(&HtmlElement);

/// What became of answers: feedback and results.
#[derive(Clone, Copy)]
pub struct Outcomes {
    pub(crate) feedback: ComputeFeedback,
    pub(crate) verdict: fn(&Rc<QuestionCtx>, &Feedback) -> Element,
    pub(crate) result: ShowResult,
    pub(crate) dress: Dress,
}
