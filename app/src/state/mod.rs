//! The state of one element, for views. Its rules are the engine's: see [`ModuleProgress`]. Views send what a learner does, ask what there is
//! to show, and are told when to ask again.

mod act;
mod ask;

use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::time::Duration;

use jalon_engine::id::QuestionId;
use jalon_engine::lang::Reading;
use jalon_engine::progress::{ModuleProgress, Topic, Topics};
use jalon_engine::session::Planned;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::chunk::{Kinds, Loading, NotLoaded, Outcomes};
use crate::options::Options;
use crate::part::Reader;
use crate::platform::fetch::Loaded;
use crate::platform::storage::{self, Subscription};
use crate::platform::{absolute, now, seed};

/// What a store holds.
struct State {
    progress: RefCell<ModuleProgress>,
    subscription: Subscription,
    reader: Reader,
    /// Where the element is on the page.
    place: HtmlElement,
    kinds: Option<Kinds>,
    load_outcomes: fn() -> Loading<Outcomes>,
    options: Options,
    /// None while they are being loaded.
    outcomes: ArcRwSignal<Option<Result<Outcomes, NotLoaded>>>,
    /// One trigger per topic and no signal per value: a view that is run in vain costs less than a signal of its own type.
    triggers: [ArcTrigger; Topics::COUNT],
}

/// The state of one element.
///
/// In an `Rc`, since it can't leave its thread: Leptos' handles for such values check the thread, by code of the standard library
/// that weighs 4 kB.
#[derive(Clone)]
pub(crate) struct Store(Rc<State>);

impl Store {
    /// Opens a module of the bank at an address, as the page has it. `choose` sets the languages, given those that the learner chose before.
    pub(crate) fn open(
        loaded: Loaded,
        bank: &str,
        reader: Reader,
        place: HtmlElement,
        load_outcomes: fn() -> Loading<Outcomes>,
        options: Options,
        choose: impl FnOnce(Option<Reading>),
    ) -> Self {
        let Loaded { module, kinds } = loaded;
        let progress =
            ModuleProgress::open(module, &absolute(bank), storage::page(), now(), seed());
        choose(progress.reading());
        let state = Rc::new_cyclic(|state: &Weak<State>| {
            let state = state.clone();
            State {
                progress: RefCell::new(progress),
                subscription: Subscription::new(move |name| {
                    if let Some(state) = state.upgrade() {
                        Self(state).update(|progress| progress.changed(name, now()));
                    }
                }),
                reader,
                place,
                kinds,
                load_outcomes,
                options,
                outcomes: ArcRwSignal::new(None),
                triggers: std::array::from_fn::<_, { Topics::COUNT }, _>(|_| ArcTrigger::new()),
            }
        });
        storage::tell_changes(&state.subscription);
        Self(state)
    }

    fn with<T>(&self, f: impl FnOnce(&ModuleProgress) -> T) -> T {
        f(&self.0.progress.borrow())
    }

    /// What its tag says beside bank and module.
    pub(crate) fn options(&self) -> &Options {
        &self.0.options
    }

    /// In which languages it is read.
    pub(crate) fn reader(&self) -> Reader {
        self.0.reader
    }

    /// In which languages a question is read: wordings that are no pair never stand side by side.
    pub(crate) fn reader_of(&self, question: &QuestionId) -> Reader {
        let is_pair = self.with(|progress| {
            let planned = progress.session().plan().get(question);
            planned.is_none_or(Planned::is_pair)
        });
        match is_pair {
            true => self.reader(),
            false => self.reader().one_by_one(),
        }
    }

    /// The inputs of rare kinds, where the module has any.
    pub(crate) fn kinds(&self) -> Option<Kinds> {
        self.0.kinds
    }

    /// Whether something is judged, so that there are outcomes to show.
    pub(crate) fn has_outcomes(&self) -> bool {
        self.with(|progress| {
            let session = progress.session();
            let mut questions = session.plan().questions.iter();
            session.submitted().is_some()
                || questions.any(|one| session.sight(&one.question).is_some())
        })
    }

    /// Loads what shows outcomes, or does so again where it failed.
    pub(crate) async fn load_outcomes(&self) {
        let outcomes = &self.0.outcomes;
        if outcomes.with_untracked(|own| !matches!(own, Some(Ok(_)))) {
            outcomes.set(None);
            let loaded = (self.0.load_outcomes)().await;
            if let Ok(loaded) = loaded {
                (loaded.dress)(&self.0.place);
            }
            outcomes.set(Some(loaded));
        }
    }

    /// Loads what shows outcomes once the questions are on screen, unless that was tried already.
    pub(crate) fn load_outcomes_soon(&self) {
        if self.0.outcomes.with_untracked(Option::is_some) {
            return;
        }
        // An element that is taken away before must not be kept for it.
        let state = Rc::downgrade(&self.0);
        let load = move || {
            if let Some(store) = state.upgrade().map(Self) {
                spawn_local(async move { store.load_outcomes().await });
            }
        };
        request_animation_frame(move || set_timeout(load, Duration::ZERO));
    }

    /// What shows outcomes; none while it is being loaded.
    pub(crate) fn outcomes(&self) -> Option<Result<Outcomes, NotLoaded>> {
        self.0.outcomes.get()
    }

    /// A view that asks is made anew when the topic changes.
    #[inline(never)]
    fn watch(&self, topic: Topic) {
        self.0.triggers[topic as usize].track();
    }

    /// Changes the state. Tells the other elements of the page, and the views that watch what has changed.
    fn update(&self, f: impl FnOnce(&mut ModuleProgress) -> Topics) {
        let topics = f(&mut self.0.progress.borrow_mut());
        self.notify(topics);
    }

    #[inline(never)]
    fn notify(&self, topics: Topics) {
        storage::tell_changes(&self.0.subscription);
        for (n, trigger) in self.0.triggers.iter().enumerate() {
            if topics.contains_number(n) {
                trigger.notify();
            }
        }
    }

    /// Moves the focus to the element that a selector finds.
    pub(crate) fn focus(&self, selector: &str) {
        if let Ok(Some(element)) = self.0.place.query_selector(selector) {
            // An element that can't take the focus is no loss.
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// Moves the focus to the element that a selector finds, and the page with it, after what is under way has been shown.
    pub(crate) fn focus_soon(&self, selector: String) {
        let store = self.clone();
        request_animation_frame(move || store.focus(&selector));
    }

    /// Scrolls the page, as little as it takes, to show what a selector finds, after what is under way has been shown.
    pub(crate) fn reveal_soon(&self, selector: &'static str) {
        let store = self.clone();
        request_animation_frame(move || store.scroll(selector, ScrollLogicalPosition::Nearest));
    }

    /// Moves the focus to the result, and the page to its top: a browser shows the nearest end of what is higher than the window.
    pub(crate) fn show_result_soon(&self) {
        let store = self.clone();
        request_animation_frame(move || {
            store.focus("#result");
            store.scroll("#result", ScrollLogicalPosition::Start);
        });
    }

    fn scroll(&self, selector: &str, to: ScrollLogicalPosition) {
        if let Ok(Some(element)) = self.0.place.query_selector(selector) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(to);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// How far below the window's upper edge the middle of an element is, which a selector finds.
    pub(crate) fn middle(&self, selector: &str) -> f64 {
        let found = self.0.place.query_selector(selector).ok().flatten();
        found.map_or(f64::NAN, |element| {
            let place = element.get_bounding_client_rect();
            place.top() + place.height() / 2.0
        })
    }
}
