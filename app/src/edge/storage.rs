//! The browser's storage. What it doesn't take is kept in memory, so that a full or forbidden storage never stops a quiz.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::StorageEvent;

use crate::part::call::Take;
use crate::state::shelf::Entries;

/// Whether what is written will outlast the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Health {
    /// It will.
    #[default]
    Kept,
    /// There is no room left.
    Full,
    /// The browser doesn't let this page store anything.
    Forbidden,
}

type Listener = Rc<dyn for<'a> Take<&'a str>>;

#[derive(Default)]
struct State {
    /// What the browser's storage did not take: a value, or `None` for a removal.
    overlay: Vec<(String, Option<String>)>,
    health: Health,
    listeners: Vec<(usize, Listener)>,
    next: usize,
    hears_other_tabs: bool,
}

thread_local! {
    /// One for all elements of a page, which hear of one another's changes through it.
    static STATE: RefCell<State> = RefCell::default();
}

/// The storage of this page.
#[derive(Clone, Copy)]
pub(crate) struct Browser;

/// `None` where the browser forbids it. Asked each time: permission can be withdrawn.
fn local() -> Option<web_sys::Storage> {
    // gloo-storage panics where the getter throws, so it is tried first.
    web_sys::window()?.local_storage().ok()??;
    Some(LocalStorage::raw())
}

impl Browser {
    /// Whether the last write will outlast the page.
    pub(crate) fn health(self) -> Health {
        if local().is_none() {
            return Health::Forbidden;
        }
        STATE.with_borrow(|state| state.health)
    }
}

impl Entries for Browser {
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = local()
            .map(|storage| stored_names(&storage))
            .unwrap_or_default();
        STATE.with_borrow(|state| {
            names.retain(|name| state.kept(name).is_none());
            for (name, value) in &state.overlay {
                if value.is_some() {
                    names.push(name.clone());
                }
            }
        });
        names
    }

    fn read(&self, name: &str) -> Option<String> {
        match STATE.with_borrow(|state| state.kept(name).cloned()) {
            Some(value) => value,
            None => local()?.get_item(name).ok()?,
        }
    }

    fn write(&self, name: &str, value: &str, from: usize) -> bool {
        let stored = local().map(|storage| storage.set_item(name, value).is_ok());
        STATE.with_borrow_mut(|state| {
            state.forget(name);
            if stored == Some(true) {
                state.try_again();
            } else {
                let kept = (name.to_owned(), Some(value.to_owned()));
                state.overlay.push(kept);
            }
            state.health = match stored {
                Some(true) if state.overlay.is_empty() => Health::Kept,
                Some(true) => state.health,
                Some(false) => Health::Full,
                None => Health::Forbidden,
            };
        });
        tell(name, from);
        stored == Some(true)
    }

    fn remove(&self, name: &str) {
        let gone = local().is_some_and(|storage| storage.remove_item(name).is_ok());
        STATE.with_borrow_mut(|state| {
            state.forget(name);
            if !gone {
                state.overlay.push((name.to_owned(), None));
            }
        });
    }
}

impl State {
    fn kept(&self, name: &str) -> Option<&Option<String>> {
        let found = self.overlay.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value)
    }

    fn forget(&mut self, name: &str) {
        self.overlay.retain(|(own, _)| own != name);
    }

    /// There is room again, perhaps for what was refused before too.
    fn try_again(&mut self) {
        if let Some(storage) = local() {
            self.overlay.retain(|(name, value)| {
                let done = match value {
                    Some(value) => storage.set_item(name, value),
                    None => storage.remove_item(name),
                };
                done.is_err()
            });
        }
    }
}

fn stored_names(storage: &web_sys::Storage) -> Vec<String> {
    let mut names = Vec::new();
    for n in 0..storage.length().unwrap_or(0) {
        if let Ok(Some(name)) = storage.key(n) {
            names.push(name);
        }
    }
    names
}

/// Tells every listener but the one that the change comes from.
fn tell(name: &str, from: usize) {
    let listeners = STATE.with_borrow(|state| state.listeners.clone());
    for (_, listener) in listeners.iter().filter(|(id, _)| *id != from) {
        listener.take(name);
    }
}

/// The browser tells a page what its other tabs store, and a page that comes back from the cache has missed that.
fn hear_other_tabs() {
    let already =
        STATE.with_borrow_mut(|state| std::mem::replace(&mut state.hears_other_tabs, true));
    let Some(window) = web_sys::window().filter(|_| !already) else {
        return;
    };
    let stored = Closure::<dyn Fn(StorageEvent)>::new(|event: StorageEvent| {
        tell(&event.key().unwrap_or_default(), 0);
    });
    let shown = Closure::<dyn Fn()>::new(|| tell("", 0));
    // Neither can fail on a window; both live as long as the page.
    let _ = window.add_event_listener_with_callback("storage", stored.as_ref().unchecked_ref());
    let _ = window.add_event_listener_with_callback("pageshow", shown.as_ref().unchecked_ref());
    stored.forget();
    shown.forget();
}

/// Somebody who hears of changes for as long as this lives.
pub(crate) struct Subscription(usize);

impl Subscription {
    /// Somebody new, who hears of nothing yet.
    pub(crate) fn new() -> Self {
        hear_other_tabs();
        STATE.with_borrow_mut(|state| {
            state.next += 1;
            Self(state.next)
        })
    }

    /// Calls `f` with the name of each entry that changes: in another tab, or by another element of this page. An empty
    /// name means that all may have changed.
    pub(crate) fn hear(&self, f: impl Fn(&str) + 'static) {
        STATE.with_borrow_mut(|state| state.listeners.push((self.0, Rc::new(f))));
    }

    /// What this subscriber writes under, so that it is not told of its own changes.
    pub(crate) fn id(&self) -> usize {
        self.0
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        STATE.with_borrow_mut(|state| state.listeners.retain(|(id, _)| *id != self.0));
    }
}
