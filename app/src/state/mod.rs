//! The state of one element, for views. Its rules are the engine's: see [`ModuleProgress`]. Views send what a learner does, ask what there is
//! to show, and are told when to ask again.

mod act;
mod ask;

use std::cell::RefCell;
use std::rc::Rc;

use jalon_engine::bank::Module;
use jalon_engine::feedback::Feedback;
use jalon_engine::id::QuestionId;
use jalon_engine::lang::Reading;
use jalon_engine::progress::{ModuleProgress, Topic, Topics};
use leptos::prelude::*;

use crate::edge::storage::{self, Subscription};
use crate::edge::{absolute, now, seed};
use crate::part::Reader;
use crate::shared::Shared;

/// What a store holds.
struct State {
    progress: ModuleProgress,
    /// The feedback since the last change, question by question as views ask: grading may take longer than showing.
    judged: RefCell<Vec<(QuestionId, Option<Rc<Feedback>>)>>,
    subscription: Subscription,
    reader: Reader,
    /// One trigger per topic and no signal per value: a view that is run in vain costs less than a signal of its own type.
    triggers: [ArcTrigger; Topics::COUNT],
}

/// The state of one element. All of it is behind one handle, since nearly every closure of every view holds a copy.
#[derive(Clone, Copy)]
pub(crate) struct Store(Shared<State>);

impl Store {
    /// Opens a module of the bank at an address, as the page has it. `choose` sets the languages, given those that the learner chose before.
    pub(crate) fn open(
        module: Module,
        bank: &str,
        reader: Reader,
        choose: impl FnOnce(Option<Reading>),
    ) -> Self {
        let subscription = Subscription::new();
        let progress =
            ModuleProgress::open(module, &absolute(bank), storage::page(), now(), seed());
        choose(progress.reading());
        let store = Self(Shared::new(State {
            progress,
            judged: RefCell::default(),
            subscription,
            reader,
            triggers: std::array::from_fn::<_, { Topics::COUNT }, _>(|_| ArcTrigger::new()),
        }));
        store.with(|state| {
            storage::tell_changes(&state.subscription);
            state
                .subscription
                .hear(move |name| store.update(|progress| progress.changed(name, now())));
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
        self.with(|state| state.triggers[topic as usize].clone())
    }

    /// A view that asks is made anew when the topic changes.
    #[inline(never)]
    fn watch(self, topic: Topic) {
        self.trigger(topic).track();
    }

    /// Changes the state. Tells the other elements of the page, and the views that watch what has changed.
    fn update(self, f: impl FnOnce(&mut ModuleProgress) -> Topics) {
        let topics = f(&mut self.0.get().borrow_mut().progress);
        self.notify(topics);
    }

    #[inline(never)]
    fn notify(self, topics: Topics) {
        self.0.get().borrow_mut().judged.get_mut().clear();
        self.with(|state| storage::tell_changes(&state.subscription));
        let triggers = self.with(|state| state.triggers.clone());
        for (n, trigger) in triggers.iter().enumerate() {
            if topics.contains_number(n) {
                trigger.notify();
            }
        }
    }
}
