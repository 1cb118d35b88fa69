//! What the inputs of one question share, and when its feedback is shown.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use std::time::Duration;

use jalon_engine::feedback::Feedback;
use jalon_engine::id::QuestionId;
use jalon_engine::kind::Response;
use leptos::prelude::*;

use crate::part::Reader;
use crate::state::Store;

/// What the inputs of one question need. Held in an `Rc`, since each of them has several closures that hold it.
pub(crate) struct QuestionCtx {
    pub(crate) store: Store,
    pub(crate) question: QuestionId,
    /// The id of the element that names the question.
    pub(crate) name_id: String,
    reader: Reader,
    /// The feedback on screen. A signal of its own, so that views change only when it does.
    feedback: ArcRwSignal<Option<Rc<Feedback>>>,
    #[expect(dead_code, reason = "held for its drop")]
    follow: RenderEffect<()>,
}

impl QuestionCtx {
    /// The context of a question; `queue` updates its feedback whenever the store may have another.
    pub(crate) fn new(
        store: &Store,
        name_id: String,
        question: QuestionId,
        queue: &Queue,
    ) -> Rc<Self> {
        Rc::new_cyclic(|ctx: &Weak<Self>| {
            let (ctx, queue, watched) = (ctx.clone(), queue.clone(), store.clone());
            Self {
                store: store.clone(),
                question,
                name_id,
                reader: store.reader_of(&question),
                feedback: ArcRwSignal::new(None),
                follow: RenderEffect::new(move |_| {
                    watched.watch_feedback();
                    queue.push(ctx.clone());
                }),
            }
        })
    }

    /// In which languages the question is read.
    pub(crate) fn reader(&self) -> Reader {
        self.reader
    }

    /// What may be shown about the question.
    pub(crate) fn feedback(&self) -> Option<Rc<Feedback>> {
        self.feedback.get()
    }

    /// Grades the question, and tells its views only if the feedback differs: they are made anew then.
    fn update_feedback(&self) {
        let shown = self.feedback.get_untracked();
        let feedback = self.store.feedback_now(&self.question, shown.as_ref());
        let is_same = match (&shown, &feedback) {
            (Some(shown), Some(feedback)) => Rc::ptr_eq(shown, feedback),
            (shown, feedback) => shown.is_none() && feedback.is_none(),
        };
        if !is_same {
            self.feedback.set(feedback);
        }
    }

    pub(super) fn respond(&self, response: Response) {
        self.store.respond(self.question, response);
        // What was said of another answer goes at once.
        self.update_feedback();
    }

    /// Has the answer checked, and shows at once what became of it.
    pub(crate) fn check(&self) {
        self.store.check(self.question);
        self.update_feedback();
    }

    pub(super) fn response(&self) -> Option<Response> {
        self.store.response(&self.question)
    }

    /// Whether the answer stays as it is: it was checked, or the attempt is over.
    pub(crate) fn is_settled(&self) -> bool {
        self.store.is_settled(&self.question)
    }
}

/// Questions whose feedback is to be updated: one per task, in their order. All of them in one task would block the page for a
/// second on a slow device.
#[derive(Clone, Default)]
pub(crate) struct Queue(Rc<RefCell<VecDeque<Weak<QuestionCtx>>>>);

impl Queue {
    fn push(&self, ctx: Weak<QuestionCtx>) {
        let mut waiting = self.0.borrow_mut();
        if waiting.iter().any(|own| own.ptr_eq(&ctx)) {
            return;
        }
        waiting.push_back(ctx);
        if waiting.len() == 1 {
            self.clone().schedule();
        }
    }

    fn schedule(self) {
        set_timeout(move || self.run(), Duration::ZERO);
    }

    fn run(self) {
        let next = self.0.borrow_mut().pop_front();
        if let Some(ctx) = next.and_then(|ctx| ctx.upgrade()) {
            ctx.update_feedback();
        }
        if !self.0.borrow().is_empty() {
            self.schedule();
        }
    }
}
