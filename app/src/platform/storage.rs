//! The browser's storage, one for all elements of a page, and subscriptions to its changes. The engine decides what to do when it refuses.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_storage::{LocalStorage, Storage as _};
use jalon_engine::progress::{Health, PageStorage, Refused, Storage};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, StorageEvent, Window};

/// How long until what was refused is tried again, in milliseconds.
const RETRY: i32 = 5_000;

/// The event by which a client tells the others on the page, whose memory is their own, that something was stored.
const STORED: &str = "jalon-stored";

type Listener = Rc<dyn Fn(&str)>;

struct Page {
    storage: Rc<PageStorage>,
    listeners: Vec<(usize, Listener)>,
    next: usize,
    /// Listens to the window.
    is_started: bool,
    /// A retry is under way.
    will_retry: bool,
}

thread_local! {
    static PAGE: RefCell<Page> = RefCell::new(Page {
        storage: Rc::new(PageStorage::new(Box::new(Browser))),
        listeners: Vec::new(),
        next: 0,
        is_started: false,
        will_retry: false,
    });
}

/// The storage of this page.
pub(crate) fn page() -> Rc<PageStorage> {
    PAGE.with_borrow(|page| page.storage.clone())
}

struct Browser;

/// Asked each time: permission can be withdrawn.
fn local() -> Result<web_sys::Storage, Refused> {
    // gloo-storage panics where the getter throws, so it is tried first.
    match web_sys::window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        _ => Err(Refused::Forbidden),
    }
}

fn why(error: &JsValue) -> Refused {
    // Firefox has had a name of its own.
    let name = String::from(error.unchecked_ref::<js_sys::Error>().name());
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Refused::Full,
        _ => Refused::Forbidden,
    }
}

impl Storage for Browser {
    fn names(&self) -> Result<Vec<String>, Refused> {
        let storage = local()?;
        let mut names = Vec::new();
        for n in 0..storage.length().map_err(|error| why(&error))? {
            names.extend(storage.key(n).map_err(|error| why(&error))?);
        }
        Ok(names)
    }

    fn read(&self, name: &str) -> Result<Option<String>, Refused> {
        local()?.get_item(name).map_err(|error| why(&error))
    }

    fn write(&self, name: &str, text: &str) -> Result<(), Refused> {
        local()?.set_item(name, text).map_err(|error| why(&error))
    }

    fn remove(&self, name: &str) -> Result<(), Refused> {
        local()?.remove_item(name).map_err(|error| why(&error))
    }
}

/// Tells every listener but the one that the change comes from.
fn tell(name: &str, from: usize) {
    let listeners = PAGE.with_borrow(|page| page.listeners.clone());
    for (_, listener) in listeners.iter().filter(|(id, _)| *id != from) {
        listener(name);
    }
}

/// Tells the other elements of the page what one has written.
pub(crate) fn tell_changes(from: &Subscription) {
    let changes = page().take_changes();
    for name in &changes {
        tell(name, from.0);
    }
    if !changes.is_empty() {
        tell_clients();
    }
    retry_later();
}

/// Tells the other clients of the page that something was stored.
fn tell_clients() {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(STORED)) {
        // It can't fail: the event is new.
        let _ = window.dispatch_event(&event);
    }
}

/// Tries again in a while, as long as something is not stored.
fn retry_later() {
    if page().health() == Health::Kept {
        return;
    }
    let already = PAGE.with_borrow_mut(|page| std::mem::replace(&mut page.will_retry, true));
    let Some(window) = web_sys::window().filter(|_| !already) else {
        return;
    };
    let run = Closure::once_into_js(|| {
        PAGE.with_borrow_mut(|page| page.will_retry = false);
        retry();
        retry_later();
    });
    // It can't fail.
    let _ =
        window.set_timeout_with_callback_and_timeout_and_arguments_0(run.unchecked_ref(), RETRY);
}

fn retry() {
    if page().retry() {
        tell("", 0);
        tell_clients();
    }
}

/// The browser tells a page what its other tabs store, and a page that comes back from the cache has missed that. A page that goes stores what
/// it can.
fn start() {
    let already = PAGE.with_borrow_mut(|page| std::mem::replace(&mut page.is_started, true));
    let Some(window) = web_sys::window().filter(|_| !already) else {
        return;
    };
    let stored = Closure::<dyn Fn(StorageEvent)>::new(|event: StorageEvent| {
        tell(&event.key().unwrap_or_default(), 0);
    });
    listen(&window, "storage", stored.into_js_value());
    let shown = Closure::<dyn Fn()>::new(|| tell("", 0));
    listen(&window, "pageshow", shown.into_js_value());
    listen(
        &window,
        "pagehide",
        Closure::<dyn Fn()>::new(retry).into_js_value(),
    );
}

/// Listens for as long as the page is open.
fn listen(window: &Window, event: &str, listener: JsValue) {
    // It can't fail on a window.
    let _ = window.add_event_listener_with_callback(event, listener.unchecked_ref());
}

/// A subscription to changes of the storage; it ends when it is dropped.
pub(crate) struct Subscription(usize);

impl Subscription {
    /// Calls `f` with the name of each entry that changes: in another tab, or by another element of this page. An empty
    /// name means that all may have changed.
    pub(crate) fn new(f: impl Fn(&str) + 'static) -> Self {
        start();
        PAGE.with_borrow_mut(|page| {
            page.next += 1;
            page.listeners.push((page.next, Rc::new(f)));
            Self(page.next)
        })
    }

    /// Calls `f` when an entry changes: in another tab, or by any element of this page. For a client that stores nothing; another one would
    /// hear of itself.
    pub(crate) fn across_clients(f: impl Fn() + 'static) -> Self {
        thread_local! {
            static HEARS: Cell<bool> = const { Cell::new(false) };
        }
        if let Some(window) = web_sys::window().filter(|_| !HEARS.replace(true)) {
            let stored = Closure::<dyn Fn()>::new(|| tell("", 0));
            listen(&window, STORED, stored.into_js_value());
        }
        Self::new(move |_| f())
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        PAGE.with_borrow_mut(|page| page.listeners.retain(|(id, _)| *id != self.0));
    }
}
