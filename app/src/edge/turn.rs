//! Runs what waits: for signals, since Leptos' effects are futures, which go on at the end of the browser's turn; and for the next frame.
//!
//! The executor of wasm-bindgen does the same and more, and is several times as large.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Wake};

use any_spawner::{CustomExecutor, Executor};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

type Task = Pin<Box<dyn Future<Output = ()>>>;

#[derive(Default)]
struct Turn {
    /// Each in a place of its own, which is empty while it runs and free for another once it is done.
    tasks: Vec<Option<Task>>,
    free: Vec<usize>,
    /// The places of those that can go on.
    awake: Vec<usize>,
    run: Option<Closure<dyn Fn()>>,
}

thread_local! {
    static TURN: RefCell<Turn> = RefCell::default();
    static FRAME: RefCell<Frame> = RefCell::default();
}

/// What is to be done before the page is painted next.
#[derive(Default)]
struct Frame {
    waiting: Vec<Box<dyn FnOnce()>>,
    run: Option<Closure<dyn Fn()>>,
}

/// Does something before the page is painted next, when what is under way has been shown.
pub(crate) fn next_frame(task: Box<dyn FnOnce()>) {
    FRAME.with_borrow_mut(|frame| {
        frame.waiting.push(task);
        let run = || {
            for task in FRAME.with_borrow_mut(|frame| std::mem::take(&mut frame.waiting)) {
                task();
            }
        };
        let run = frame.run.get_or_insert_with(|| Closure::new(run));
        if let Some(window) = web_sys::window() {
            // It can't fail.
            let _ = window.request_animation_frame(run.as_ref().unchecked_ref());
        }
    });
}

/// The place of a task. One that is woken in vain, since its place is another's by now, finds nothing new.
struct Place(usize);

impl Wake for Place {
    fn wake(self: Arc<Self>) {
        wake(self.0);
    }
}

struct Turns;

impl CustomExecutor for Turns {
    fn spawn(&self, task: Pin<Box<dyn Future<Output = ()> + Send>>) {
        self.spawn_local(task);
    }

    fn spawn_local(&self, task: Task) {
        let place = TURN.with_borrow_mut(|turn| {
            let place = turn.free.pop().unwrap_or(turn.tasks.len());
            match turn.tasks.get_mut(place) {
                Some(free) => *free = Some(task),
                None => turn.tasks.push(Some(task)),
            }
            place
        });
        wake(place);
    }

    fn poll_local(&self) {}
}

/// Has the effects of this page run; from the second time on, nothing more happens.
pub(crate) fn start() {
    // It fails where it has been done.
    let _ = Executor::init_custom_executor(Turns);
}

fn wake(place: usize) {
    TURN.with_borrow_mut(|turn| {
        turn.awake.push(place);
        if turn.awake.len() > 1 {
            return;
        }
        let run = turn.run.get_or_insert_with(|| Closure::new(run));
        if let Some(window) = web_sys::window() {
            window.queue_microtask(run.as_ref().unchecked_ref());
        }
    });
}

/// Goes on with all that can, and with what that wakes. The list is emptied at the end alone, so that nothing asks for a second turn.
fn run() {
    let mut n = 0;
    loop {
        let next = TURN.with_borrow_mut(|turn| {
            let place = turn.awake.get(n).copied();
            if place.is_none() {
                turn.awake.clear();
            }
            let place = place?;
            Some((place, turn.tasks.get_mut(place)?.take()))
        });
        let Some((place, task)) = next else { return };
        n += 1;
        let Some(mut task) = task else { continue };
        let waker = Arc::new(Place(place)).into();
        let is_done = task
            .as_mut()
            .poll(&mut Context::from_waker(&waker))
            .is_ready();
        // Dropped out here, since what it holds may wake others.
        let done = TURN.with_borrow_mut(|turn| {
            if is_done {
                turn.free.push(place);
                return Some(task);
            }
            *turn.tasks.get_mut(place)? = Some(task);
            None
        });
        drop(done);
    }
}
