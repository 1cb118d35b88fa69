//! What an element shows: one store around a session and its progress. Views send events to it, ask it, and are told when to ask again;
//! every rule is the engine's.

mod act;
mod ask;
mod sessions;
pub(crate) mod shelf;
mod tabs;

use std::cell::RefCell;
use std::rc::Rc;

use jalon_engine::bank::Module;
use jalon_engine::feedback::Feedback;
use jalon_engine::id::{AttemptId, QuestionId};
use jalon_engine::kind::NotReady;
use jalon_engine::lang::Reading;
use jalon_engine::progress::{Attempt, Saved};
use jalon_engine::session::{Event, Given, Refusal, Session, Step};
use leptos::prelude::*;

use crate::edge::now;
use crate::edge::storage::{Browser, Health, Subscription};
use crate::part::Reader;
use crate::shared::Shared;
use sessions::{assess_all, first_session};
use shelf::Shelf;

/// Something that happened to what is saved, which the learner is told once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Incidents {
    /// Entries that could not be read were set aside.
    pub(crate) set_aside: bool,
    /// Questions have changed since they were answered.
    pub(crate) bank_changed: bool,
}

/// What a store holds.
struct State {
    session: Session,
    history: Vec<Attempt>,
    writing: String,
    health: Health,
    incidents: Incidents,
    unanswered: Vec<usize>,
    /// What could not be checked, and why.
    unchecked: Option<(QuestionId, Rc<NotReady>)>,
    /// What may be shown since the last event, question by question as views ask: grading may take longer than showing.
    judged: RefCell<Vec<(QuestionId, Option<Rc<Feedback>>)>>,
    shelf: Shelf<Browser>,
    subscription: Subscription,
    reader: Reader,
    topics: [ArcTrigger; TOPICS],
}

/// What views can watch. One trigger per topic and no signal per value: a view that is run in vain costs less than a signal of its
/// own type.
#[derive(Clone, Copy)]
enum Topic {
    /// Which attempt is on screen.
    Attempt,
    /// The responses.
    Answers,
    /// What is settled: answers that were checked, whether the attempt is over, and the history.
    Over,
    /// Which answers are missing.
    Unanswered,
    /// What the learner is told about saving.
    Saving,
    /// What is written at the prompt.
    Writing,
    /// Hints, and how sure the learner is.
    Used,
}

const TOPICS: usize = 7;

/// The state of one element. All of it is behind one handle, since nearly every closure of every view holds a copy.
#[derive(Clone, Copy)]
pub(crate) struct Store(Shared<State>);

impl Store {
    /// Opens a module: the attempt that goes on, else the last one finished, else a new one. `choose` sets the languages, given
    /// those that the learner chose before.
    pub(crate) fn open(
        module: Module,
        reader: Reader,
        choose: impl FnOnce(Option<Reading>),
    ) -> Self {
        let subscription = Subscription::new();
        let shelf = Shelf::new(Browser, &module, subscription.id());
        let found = shelf.find(now());
        choose(shelf.reading());
        let session = first_session(&module, &found);
        let incidents = Incidents {
            set_aside: found.set_aside > 0,
            bank_changed: found
                .to_go_on()
                .is_some_and(|open| session.left_out(open.given.len()) > 0),
        };
        if found.open.is_empty() && session.submitted().is_none() {
            shelf.keep_all(&session);
        }
        let store = Self(Shared::new(State {
            session,
            history: found.done,
            writing: shelf.writing().unwrap_or_default(),
            health: Browser.health(),
            incidents,
            unanswered: Vec::new(),
            unchecked: None,
            judged: RefCell::default(),
            shelf,
            subscription,
            reader,
            topics: std::array::from_fn::<_, TOPICS, _>(|_| ArcTrigger::new()),
        }));
        store.update(&[], |_| {});
        store.with(|state| {
            state
                .subscription
                .hear(move |name| store.changed_elsewhere(name))
        });
        store
    }

    fn with<T>(self, f: impl FnOnce(&State) -> T) -> T {
        f(&self.0.get().borrow())
    }

    /// In which languages it is read.
    #[inline(never)]
    pub(crate) fn reader(self) -> Reader {
        self.with(|state| state.reader)
    }

    fn trigger(self, topic: Topic) -> ArcTrigger {
        self.with(|state| state.topics[topic as usize].clone())
    }

    /// A view that asks is made anew when somebody is told of the topic.
    #[inline(never)]
    fn watch(self, topic: Topic) {
        self.trigger(topic).track();
    }

    /// Changes the state and tells those who watch `topics`.
    fn update<T>(self, topics: &[Topic], f: impl FnOnce(&mut State) -> T) -> T {
        let state = self.0.get();
        let value = f(&mut state.borrow_mut());
        state.borrow_mut().settle();
        self.tell(topics);
        value
    }

    #[inline(never)]
    fn tell(self, topics: &[Topic]) {
        let health = Browser.health();
        let before = self.with(|state| state.health);
        if health != before {
            self.0.get().borrow_mut().health = health;
            self.trigger(Topic::Saving).notify();
        }
        for topic in topics {
            self.trigger(*topic).notify();
        }
    }

    fn attempt_now(self) -> AttemptId {
        self.with(|state| state.session.head().id)
    }
}

impl State {
    /// Lets something happen to one question; what follows is saved at once.
    fn happen(&mut self, event: Event) {
        let asked = match &event {
            Event::Check { question, .. } => Some(*question),
            _ => None,
        };
        self.unchecked = None;
        match self.session.apply(event) {
            Ok(Step::Keep(question, given)) => {
                let (head, shelf) = (self.session.head(), &self.shelf);
                if shelf.has_head(head) {
                    shelf.keep_given(head, &question, &given);
                } else {
                    shelf.keep_all(&self.session);
                }
            }
            Err(Refusal::NotReady(mut missing)) => {
                let reason = missing.pop().map(|(_, reason)| Rc::new(reason));
                self.unchecked = asked.zip(reason);
            }
            _ => {}
        }
        self.forget_answered();
    }

    /// Takes over what was given elsewhere. What was used here in the meantime is written back.
    fn take_over(&mut self, question: QuestionId, given: Given) {
        let event = Event::Elsewhere {
            question,
            given: given.clone(),
        };
        // One that no longer fits changes nothing.
        let _ = self.session.apply(event);
        if let Some(own) = self.session.given().get(&question)
            && own.used != given.used
            && own.fingerprint == given.fingerprint
        {
            self.shelf.keep_given(self.session.head(), &question, own);
        }
    }

    /// After each change: nothing that was judged before holds, and attempts may have been finished.
    fn settle(&mut self) {
        self.judged.get_mut().clear();
        let mine = &self.session.head().id;
        let others = self.history.iter().filter(|one| one.head.id != *mine);
        let earlier = others.count();
        self.session.set_earlier(earlier);
    }

    /// Questions that have an answer by now are no longer named as missing.
    fn forget_answered(&mut self) {
        let session = &self.session;
        self.unanswered.retain(|n| {
            let planned = session.plan().questions.get(n.wrapping_sub(1));
            planned.is_some_and(|planned| session.not_ready(&planned.question).is_some())
        });
    }

    /// Takes a finished attempt into the history, or what has become of it since.
    fn add_to_history(&mut self, id: &AttemptId) {
        let done = self.shelf.read(&self.shelf.done_key(id));
        if let Some(Saved::Done(attempt)) = done
            && attempt.head.module == self.session.module().info().id
        {
            match self.history.iter_mut().find(|own| own.head.id == *id) {
                Some(own) => *own = attempt,
                None => self.history.push(attempt),
            }
        }
    }

    /// Takes over what was ticked in another tab.
    fn follow_assessed(&mut self) {
        let id = &self.session.head().id;
        if let Some(attempt) = self.history.iter().find(|own| own.head.id == *id) {
            assess_all(&mut self.session, attempt);
        }
    }
}
